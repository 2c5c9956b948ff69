//! The tab and the layers over it. The result of what a screen asked for goes back to that screen, found by its number,
//! or to nobody if it has been closed meanwhile.

use super::App;
use super::half_lines::WaitingLines;
use crate::ui::context::Ctx;
use crate::ui::draft::Draft;
use crate::ui::effect::{DialogAnswer, Outcome};
use crate::ui::layer::{Asker, Layer, NextStep};
use crate::ui::place::Place;
use crate::ui::screen::{Changed, Screen};
use crate::ui::screens;

impl App {
    /// The screen on top, as one that asks.
    pub(super) fn top_asker(&self) -> Asker {
        self.layers.last().map_or(Asker::Tab(self.tab), |layer| Asker::Layer(layer.id))
    }

    /// Whether this asker is still there.
    pub(super) fn exists(&self, asker: Asker) -> bool {
        match asker {
            Asker::App => true,
            Asker::Tab(tab) => self.tabs.contains_key(&tab),
            Asker::Layer(id) => self.layers.iter().any(|layer| layer.id == id),
        }
    }

    /// Does something with the screen on top.
    pub(super) fn with_top<T>(&mut self, step: impl FnOnce(&mut dyn Screen, &Ctx) -> T) -> T {
        let Self { store, look, session, clock, bell, .. } = self;
        let ctx = Ctx { store, look, session, clock: *clock, bell };
        let tab = self.tab;
        let screen = match self.layers.last_mut() {
            Some(layer) => &mut layer.screen,
            None => self.tabs.entry(tab).or_insert_with(|| screens::tab(tab)),
        };
        step(screen.as_mut(), &ctx)
    }

    /// Lets the screen on top take a step, and does what it asks.
    pub(super) fn step(&mut self, step: impl FnOnce(&mut dyn Screen, &Ctx) -> Outcome) {
        let top = self.top_asker();
        let outcome = self.with_top(step);
        self.settle(top, outcome);
    }

    /// Lets the one that asked take its next step, and does what it asks. If it is gone nothing happens.
    pub(super) fn reply<T: 'static>(&mut self, asker: Asker, reply: NextStep<T>, result: T) {
        let Self { store, look, session, clock, bell, layers, tabs, .. } = self;
        let ctx = Ctx { store, look, session, clock: *clock, bell };
        let outcome = match asker {
            Asker::App => reply.run(None, result, &ctx),
            Asker::Tab(tab) => match tabs.get_mut(&tab) {
                Some(screen) => reply.run(Some(screen.as_mut()), result, &ctx),
                None => return,
            },
            Asker::Layer(id) => match layers.iter_mut().find(|layer| layer.id == id) {
                Some(layer) => reply.run(Some(layer.screen.as_mut()), result, &ctx),
                None => return,
            },
        };
        self.settle(asker, outcome);
    }

    /// Opens a page or dialog on top.
    pub(super) fn open(
        &mut self,
        asker: Asker,
        reply: Option<NextStep<DialogAnswer>>,
        screen: Box<dyn Screen>,
    ) {
        self.opened += 1;
        let done_under = self.near.done_here.len();
        self.layers.push(Layer { id: self.opened, asker, reply, screen, done_under });
        self.refresh_top();
    }

    /// Closes the layer that asks for it; the one that opened it gets the answer. A tab is never closed.
    pub(super) fn close(&mut self, closing: Asker, answer: DialogAnswer) {
        let Asker::Layer(id) = closing else { return };
        let Some(at) = self.layers.iter().position(|layer| layer.id == id) else { return };
        let layer = self.layers.remove(at);
        // What was done on a page is not seen where one comes back to; what was done in a box is.
        if layer.screen.covers() {
            self.near.done_here.truncate(layer.done_under);
        }
        self.take_language();
        self.refresh_top();
        let unsaved = layer.screen.unsaved_words().filter(|_| answer == DialogAnswer::Nothing);
        if let Some(words) = unsaved {
            self.set_box_aside(layer, &words);
        } else if let Some(reply) = layer.reply {
            self.reply(layer.asker, reply, answer);
        }
        self.deliver_to_top();
    }

    /// Goes from what is shown to a place: a tab with nothing over it, or a page on top. Stays, and says so, where
    /// words would be lost.
    pub(super) fn go(&mut self, place: &Place) {
        if place.tab().is_some() {
            let keeps_layers = place.meeting().is_some();
            if !keeps_layers && self.layers.iter().any(|layer| layer.screen.would_lose_words()) {
                self.notice = Some(self.look.words.app.words_would_go.to_owned());
                return;
            }
            if let Err(error) = self.leave() {
                return self.show_error(&error);
            }
            if !keeps_layers {
                // What is filled in waits until the form is opened again.
                let lines = self
                    .layers
                    .iter()
                    .flat_map(|layer| layer.screen.set_aside().into_iter().chain(layer.screen.draft()));
                let lines: Vec<Draft> = lines.map(Draft::from).collect();
                let forms = self.half_forms();
                self.kept.extend(lines.into_iter().chain(forms));
            }
            self.set_return(place);
            self.take_language();
            self.near.forget_place();
            self.count_due();
        }
        self.arrive(place);
    }

    /// Shows a place.
    pub(super) fn arrive(&mut self, place: &Place) {
        self.tour_goes(place);
        if let Some(tab) = place.tab() {
            self.session.meeting = place.meeting().or(self.session.meeting);
            self.tab = tab;
            self.with_top(|screen, _| screen.arrive(place));
            self.refresh_top();
        } else {
            let Some(mut page) = screens::page(place) else { return };
            if let Place::Search(query) = place {
                self.session.query.clone_from(query);
            }
            page.arrive(place);
            self.open(Asker::App, None, page);
        }
    }

    /// The screen on top reads again what it shows.
    pub(super) fn refresh_top(&mut self) {
        match self.with_top(|screen, ctx| screen.refresh(Changed::Anything, ctx)) {
            Ok(()) => self.take_up_lines(),
            Err(error) => self.show_error(&error),
        }
    }

    /// All that can be seen reads again what it shows. Other tabs do when one comes back to them.
    pub(super) fn refresh(&mut self, changed: Changed) {
        let Self { store, look, session, clock, bell, .. } = self;
        let ctx = Ctx { store, look, session, clock: *clock, bell };
        let layers = self.layers.iter_mut().map(|layer| &mut layer.screen);
        let seen = layers.chain(self.tabs.get_mut(&self.tab));
        let errors: Vec<_> = seen.filter_map(|screen| screen.refresh(changed, &ctx).err()).collect();
        if let Some(error) = errors.first() {
            self.show_error(error);
        }
        // Places may be called otherwise now.
        self.waiting = WaitingLines::default();
    }

    /// Lets the screens take what their own threads have found.
    pub(super) fn wake(&mut self) {
        let Self { store, look, session, clock, bell, .. } = self;
        let ctx = Ctx { store, look, session, clock: *clock, bell };
        let layers = self.layers.iter_mut().map(|layer| &mut layer.screen);
        layers.chain(self.tabs.get_mut(&self.tab)).for_each(|screen| screen.woken(&ctx));
    }
}
