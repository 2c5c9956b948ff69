//! Work on many texts, done by several processor cores at once where there is enough of it. What comes out is the same
//! on any machine.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// From how many bytes on it is worth while to start threads: some ten pages.
const MANY: usize = 24 * 1024;
/// How many texts a core takes at a time.
const BLOCK: usize = 32;

/// The outcome of the work for each text, in the order of the texts.
pub fn each<T: Send>(texts: &[&str], work: impl Fn(&str) -> T + Sync) -> Vec<T> {
    let is_much = texts.iter().map(|text| text.len()).sum::<usize>() >= MANY;
    let cores = if is_much { thread::available_parallelism().map_or(1, NonZero::get) } else { 1 };
    on(cores, texts, &work)
}

fn on<T: Send>(cores: usize, texts: &[&str], work: &(impl Fn(&str) -> T + Sync)) -> Vec<T> {
    let all = |texts: &[&str]| texts.iter().map(|text| work(text)).collect::<Vec<T>>();
    if cores < 2 || texts.len() <= BLOCK {
        return all(texts);
    }
    // Whoever is done takes the next block: one core may be busy with something else.
    let next = AtomicUsize::new(0);
    let share = || {
        let mut own: Vec<(usize, Vec<T>)> = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(block) = texts.chunks(BLOCK).nth(at) else { return own };
            own.push((at, all(block)));
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..cores).map(|_| scope.spawn(share)).collect();
        let mut done = share();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().flat_map(|(_, own)| own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_several_cores_do_comes_in_the_order_of_the_texts() {
        let texts: Vec<String> = (0..1_000).map(|number: usize| number.to_string()).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        for cores in [1, 2, 5] {
            let own = on(cores, &texts, &|text: &str| text.to_owned());
            assert_eq!(own, texts, "{cores} cores");
        }
        assert!(on(3, &[], &|text: &str| text.len()).is_empty());
    }

    #[test]
    #[should_panic(expected = "out of bounds")]
    fn a_fault_in_the_work_of_another_core_is_not_lost() {
        let texts = vec!["text"; 1_000];
        let none: [usize; 0] = [];
        on(2, &texts, &|text: &str| none[text.len()]);
    }
}
