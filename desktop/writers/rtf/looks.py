"""How paragraphs, runs and letters look in RTF: fonts, colours, lines and boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers.colours import FILLS, INKS
from desktop.writers.document import GREYS, Box
from desktop.writers.paper import TWIPS_PER_POINT
from desktop.writers.rtf.words import escaped
from desktop.writers.signs import FORMS, LETTER_SHARE, LETTER_STYLE, LineForm
from desktop.writers.typesetting import STYLES

if TYPE_CHECKING:
    from desktop.compare.model import Relation
    from desktop.writers.contents import Look
    from desktop.writers.document import Run
    from desktop.writers.signs import Badge
    from desktop.writers.typesetting import Style as Type

RELATIONS = tuple(FILLS)  # their colours stand in the table of colours in this order
SHADES = {shade: number for number, shade in enumerate(GREYS, start=len(RELATIONS) + 1)}
WHITE = len(RELATIONS) + len(GREYS) + 1
LINE_COLOUR, TEXT_COLOUR = WHITE + 1, WHITE + 1 + len(RELATIONS)  # of the first relation
INK_COLOURS = (
    *(INKS[relation].line[1:] for relation in RELATIONS),
    *(INKS[relation].text[1:] for relation in RELATIONS),
)
COLOURS = (*FILLS.values(), *GREYS.values(), "FFFFFF", *INK_COLOURS)
LETTER = 1  # the number of the style of letters
LINES = {
    LineForm.THIN: r"\ul",
    LineForm.DOUBLE: r"\uldb",
    LineForm.THICK: r"\ulth",
    LineForm.DASHED: r"\uldash",
    LineForm.DOTTED: r"\uld",
}
EDGES = {
    Box.NONE: "",
    Box.KEPT: r"\chbrdr\brdrs\brdrw5",
    Box.CHANGED: r"\chbrdr\brdrs\brdrw20",
}
ALIGNS = {"left": "", "center": r"\qc", "right": r"\qr", "both": r"\qj"}


def tables(look: Look) -> str:
    """Return the tables of fonts, of colours and of styles, which all others name by number."""
    fonts = "".join(
        rf"{{\f{n}\fnil\fcharset134 {escaped(name)};}}" for n, name in enumerate(faces(look))
    )
    colours = "".join(
        rf"\red{int(c[:2], 16)}\green{int(c[2:4], 16)}\blue{int(c[4:], 16)};" for c in COLOURS
    )
    return (
        rf"{{\fonttbl{fonts}}}{{\colortbl;{colours}}}"
        "\n"
        rf"{{\stylesheet{{\*\cs{LETTER}\additive {LETTER_STYLE};}}}}"
    )


def faces(look: Look) -> list[str]:
    """Return the fonts of a look, in the order of the table of fonts."""
    return list(dict.fromkeys(style.font for style in STYLES[look]))


def openings(look: Look) -> dict[str, str]:
    """Return what each style of a look begins a paragraph with."""
    known = faces(look)
    return {style.id: _opening(style, known.index(style.font)) for style in STYLES[look]}


def _opening(style: Type, face: int) -> str:
    em = style.size * TWIPS_PER_POINT
    said = rf"\pard\plain\f{face}\fs{round(2 * style.size)}{ALIGNS[style.align]}"
    said += r"\b" * style.is_bold + r"\keepn" * style.keeps_next
    if style.outline is not None:
        said += rf"\outlinelevel{style.outline}"
    for word, size in (
        ("fi", style.first_line * em),
        ("li", style.indent * em),
        ("sb", style.before * TWIPS_PER_POINT),
        ("sa", style.after * TWIPS_PER_POINT),
    ):
        said += rf"\{word}{round(size)}" if size else ""
    return rf"{said}\sl-{round(style.line * TWIPS_PER_POINT)}\slmult0 "


def line_under(run: Run) -> str:
    """Return the line under a run."""
    if run.relation is None:
        return r"\ul" if run.is_underlined else ""
    return LINES[FORMS[run.relation].line]


def letter(badge: Badge, size: int, face: int) -> str:
    """Return a letter in its box, as Word files have it; `size` is the text's in half-points."""
    place, filled = RELATIONS.index(badge.relation), FORMS[badge.relation].filled
    line, text = LINE_COLOUR + place, WHITE if filled else TEXT_COLOUR + place
    small = rf"\cs{LETTER}\f{face}\b\fs{round(LETTER_SHARE * size)}"
    look = rf"\cf{text}\chbrdr\brdrs\brdrw10\brdrcf{line}"
    if filled:
        look += rf"\chshdng0\chcbpat{line}\cb{line}"
    return rf"{{{small}{look} {escaped(badge.text)}}}{{{small} \~}}"


def background(relation: Relation | None) -> str:
    """Return the ground that a relation has behind its words."""
    if relation is None:
        return ""
    colour = 1 + RELATIONS.index(relation)
    return rf"\chshdng0\chcbpat{colour}\cb{colour}"
