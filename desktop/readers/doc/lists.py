"""The lists of a Word 97 document: the numbers that Word counts itself and writes into no text."""

from __future__ import annotations

from dataclasses import replace
from struct import unpack_from
from typing import TYPE_CHECKING

from desktop.readers.doc.stream import LISTS, OVERRIDES
from desktop.readers.docx.numbering import Level, List

if TYPE_CHECKING:
    from desktop.readers.doc.stream import Stream

LEVELS = 9
LIST_BYTES, LEVEL_BYTES, OVERRIDE_BYTES = 28, 28, 16
SIMPLE = 0x01  # a list of one level
LEVEL_OF, HAS_START, HAS_LEVEL = 0x0F, 0x10, 0x20  # in the override of a level
LEGAL, NO_RESTART = 0x04, 0x08  # in the flags of a level
SUFFIXES = ("tab", "space", "nothing")

# Numbers of forms ([MS-OSHARED] 2.2.1.3) and the names that the newer format has for them.
FORMS = {
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    16: "japaneseLegal",
    17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle",
    19: "decimalFullWidth2",
    22: "decimalZero",
    23: "bullet",
    26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle",
    30: "ideographTraditional",
    31: "ideographZodiac",
    33: "taiwaneseCounting",
    34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}


def lists_of(stream: Stream) -> dict[str, List]:
    """Return the lists by the id that paragraphs name, which counts the overrides from 1."""
    kinds = _kinds(stream.rest(LISTS))
    data = stream.part(OVERRIDES)
    if not data:
        return {}
    count = unpack_from("<I", data)[0]
    heads = [unpack_from("<i8xB", data, 4 + OVERRIDE_BYTES * i) for i in range(count)]
    at = 4 + OVERRIDE_BYTES * count
    found: dict[str, List] = {}
    for number, (kind, changes) in enumerate(heads, 1):
        levels, starts = dict(kinds.get(kind, {})), {}
        at += 4
        for _ in range(changes):
            start, flags = unpack_from("<iI", data, at)
            at += 8
            which = flags & LEVEL_OF
            if flags & HAS_LEVEL:
                levels[which], at = _level(data, at)
            elif flags & HAS_START:
                starts[which] = start
                levels[which] = replace(levels.get(which, Level()), start=start)
        found[str(number)] = List(str(kind), levels, starts)
    return found


def _kinds(data: bytes) -> dict[int, dict[int, Level]]:
    """Return the levels of each list; they follow the heads of all lists."""
    if not data:
        return {}
    count = unpack_from("<H", data)[0]
    heads = [unpack_from("<i22xB", data, 2 + LIST_BYTES * i) for i in range(count)]
    at = 2 + LIST_BYTES * count
    found: dict[int, dict[int, Level]] = {}
    for kind, flags in heads:
        levels = found.setdefault(kind, {})
        for number in range(1 if flags & SIMPLE else LEVELS):
            levels[number], at = _level(data, at)
    return found


def _level(data: bytes, at: int) -> tuple[Level, int]:
    """Return a level, and where the next one begins."""
    start, form, flags, suffix, characters, paragraph, restart = unpack_from(
        "<iBB9xB8xBBB", data, at
    )
    at += LEVEL_BYTES + characters + paragraph
    length = unpack_from("<H", data, at)[0]
    text = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    level = Level(
        start=start,
        form=FORMS.get(form, "decimal"),
        text="".join(f"%{ord(c) + 1}" if ord(c) < LEVELS else c for c in text),
        suffix=SUFFIXES[min(suffix, 2)],
        restart=restart if flags & NO_RESTART else None,
        legal=bool(flags & LEGAL),
    )
    return level, at + 2 + 2 * length
