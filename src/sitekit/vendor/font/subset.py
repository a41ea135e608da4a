"""Makes SansSC.otf, the font of the figures, from Noto Sans CJK SC.

    python subset.py NotoSansCJK-Regular.ttc SansSC.otf

A figure must look the same on every machine, so its font travels with the project;
no glyph may be missing and a new label must need no new font, so it keeps every
character that one may reasonably hold, not only those that today's labels hold. The
Open Font License wants modified fonts to be distributed under the same license; the
new name says that it is not the original.
"""

import sys

from fontTools import subset

FACE, NAME = "Noto Sans CJK SC", "Chainrule Sans SC"
INDEX = 2  # of that face in the collection
ASCII = "".join(map(chr, range(0x20, 0x7F)))
GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψω"
MATHS = "×÷−±·′″°¹²³⁴√∇∂∑∏∫∞≤≥≠≈≡∝∈∉∀∃→←↑↓↔⇒⇔⊙⊕⊗∥‖"
PUNCTUATION = "…•–—‘’“”、。〈〉《》「」『』【】（）！，．：；？￥～％＋－＝／"
# The 3755 commonest characters of Simplified Chinese: level 1 of GB 2312.
HANZI = "".join(
    bytes([row, cell]).decode("gb2312", "ignore")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
)
CHARACTERS = ASCII + GREEK + MATHS + PUNCTUATION + HANZI

COPYRIGHT, FAMILY, STYLE, FULL, POSTSCRIPT, LICENSE, LICENSE_URL = 0, 1, 2, 4, 6, 13, 14


def make(source: str, target: str) -> None:
    options = subset.Options()
    options.font_number = INDEX
    options.layout_features = ["kern"]
    options.drop_tables += ["BASE", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    options.name_IDs = [
        COPYRIGHT,
        FAMILY,
        STYLE,
        FULL,
        POSTSCRIPT,
        LICENSE,
        LICENSE_URL,
    ]
    options.notdef_outline = True
    options.recalc_timestamp = False  # the same input gives the same bytes
    font = subset.load_font(source, options, dontLoadGlyphNames=True)
    if (face := font["name"].getDebugName(FULL)) != FACE:
        sys.exit(f"{source}: face {INDEX} is {face}, not {FACE}")
    if missing := set(CHARACTERS) - set(map(chr, font.getBestCmap())):
        sys.exit(f"{source} lacks {''.join(sorted(missing))}")
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (FAMILY, FULL):
            record.string = NAME
        elif record.nameID == POSTSCRIPT:
            record.string = NAME.replace(" ", "")
    font.save(target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    make(*sys.argv[1:])
