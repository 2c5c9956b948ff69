"""Makes the fonts of this folder from their sources: python3 make.py SOURCES (see README.md).

Hinting and glyph names are left out, the fallback fonts hold only what the fonts before them lack, and what was made
from Liberation Sans is called Pennan Sans, as its licence asks of changed versions.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

SOURCES = Path(sys.argv[1])
HERE = Path(__file__).parent


def span(*ends):
    pairs = zip(ends[::2], ends[1::2])
    return {code for first, last in pairs for code in range(first, last + 1)}


def chars(path):
    return set(load_font(path, Options()).getBestCmap())


def make(source, target, wanted, name=None):
    options = Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["DSIG", "FFTM", "BASE", "JSTF", "meta", "STAT"]
    font = load_font(SOURCES / source, options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted & set(font.getBestCmap()))
    subsetter.subset(font)
    if name:
        family, style = name
        full = f"{family} {style}".removesuffix(" Regular")
        names = {1: family, 2: style, 3: f"{full} 1.0", 4: full, 6: f"{family.replace(' ', '')}-{style}"}
        for record in list(font["name"].names):
            if record.nameID in names:
                record.string = names[record.nameID]
            elif record.nameID in (16, 17, 18, 21, 22):
                font["name"].removeNames(nameID=record.nameID)
    save_font(font, HERE / target, options)
    print(f"{target:32} {len(font.getBestCmap()):5} characters {(HERE / target).stat().st_size:8} bytes")


EVERYTHING = span(0x20, 0x10FFFF)
UNUSED = span(0xE000, 0xF8FF, 0xF0000, 0x10FFFF)

for style in ["Regular", "Bold", "Italic"]:
    make(f"LiberationSans-{style}.ttf", f"PennanSans-{style}.ttf", EVERYTHING - UNUSED, ("Pennan Sans", style))
have = chars(HERE / "PennanSans-Regular.ttf")

make("NotoEmoji_400Regular.ttf", "NotoEmoji-Regular.ttf", EVERYTHING - UNUSED)
emoji = chars(HERE / "NotoEmoji-Regular.ttf")

# Scripts that are written in Sweden, and the signs of text; no syllabics, runes and the like.
WANTED = span(0x100, 0x10FF, 0x1AB0, 0x1AFF, 0x1D00, 0x2DFF, 0x2E00, 0x2E7F, 0xA640, 0xA7FF, 0xFB00, 0xFEFE,
              0x1D400, 0x1D7FF, 0xFFFD, 0xFFFD)
make("DejaVuSans.ttf", "DejaVuSans.ttf", WANTED - span(0xE00, 0xEFF, 0x7C0, 0x7FF, 0x2D30, 0x2D7F) - have)
have |= chars(HERE / "DejaVuSans.ttf")

SIGNS = span(0x2190, 0x2BFF, 0x1F100, 0x1F1E5, 0x1F650, 0x1F67F, 0x1F780, 0x1F8FF) - span(0x2800, 0x28FF)
make("NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Regular.ttf", SIGNS - have - emoji)
have |= chars(HERE / "NotoSansSymbols2-Regular.ttf")
make("NotoSansSymbols-Regular.ttf", "NotoSansSymbols-Regular.ttf",
     (SIGNS | span(0x2460, 0x24FF, 0x3248, 0x32BF)) - have - emoji)

SCRIPTS = span(0x20, 0x20, 0x25CC, 0x25CC, 0x200C, 0x200D)
make("NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Regular.ttf", span(0x1200, 0x139F) | SCRIPTS)
make("NotoSansThai-Regular.ttf", "NotoSansThai-Regular.ttf", span(0xE00, 0xE7F) | SCRIPTS)
