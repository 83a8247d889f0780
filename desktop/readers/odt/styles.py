"""What the styles of an OpenDocument text say that matters to its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.readers.counting import BULLET, PRIVATE
from desktop.readers.elements import attribute, child, children, name_of, number
from desktop.readers.styles import first_said, lineage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

LEVEL_STYLES = (
    *("list-level-style-number", "list-level-style-bullet", "outline-level-style"),
    "list-level-style-image",
)
# How a form of numbers is named: by its first signs.
FORMS = {
    "一": "chineseCounting",
    "壹": "chineseLegalSimplified",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}
DEEPEST = 10
OUTLINE = ""  # the name under which the numbers of headings are kept


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: `text` has %1% where the number of level 1 stands."""

    text: str
    form: str
    start: int
    apart: bool


@dataclass(frozen=True, slots=True)
class Style:
    """One style, without what it has from its parent; None where it is silent."""

    parent: str
    hidden: bool | None
    in_list: str | None


class Styles:
    """The styles of a document by their names; a style that is not there is silent."""

    def __init__(self, trees: Iterable[Element]) -> None:
        self._styles: dict[str, Style] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        for tree in trees:
            for element in tree.iter("{*}style", "{*}list-style", "{*}outline-style"):
                name = attribute(element, "name") or ""
                if name_of(element) == "style":
                    self._styles[name] = _style(element)
                else:
                    key = name if name_of(element) == "list-style" else OUTLINE
                    self.lists[key] = _levels(element)

    def is_hidden(self, style: str | None) -> bool:
        """Say whether a style hides its text."""
        return bool(first_said(lineage(self._styles, style or ""), lambda each: each.hidden))

    def in_list(self, style: str | None) -> str | None:
        """Return the list style that a paragraph's style names."""
        return first_said(lineage(self._styles, style or ""), lambda each: each.in_list)


def _style(element: Element) -> Style:
    display = attribute(child(element, "text-properties"), "display")
    return Style(
        parent=attribute(element, "parent-style-name") or "",
        hidden=display == "none" if display else None,
        in_list=attribute(element, "list-style-name") or None,
    )


def _levels(element: Element) -> dict[int, Level]:
    levels = (each for each in children(element) if name_of(each) in LEVEL_STYLES)
    return {_small(each, "level"): _level(each) for each in levels}


def _level(element: Element) -> Level:
    alignment = child(element, "list-level-properties", "list-level-label-alignment")
    apart = attribute(alignment, "label-followed-by") != "nothing"
    bullet = attribute(element, "bullet-char")
    if bullet is not None:
        return Level(PRIVATE.sub(BULLET, bullet), "none", 1, apart)
    form = attribute(element, "num-format") or ""
    start = attribute(element, "start-value") or "1"
    return Level(
        text=_text(element) if form else "",
        form=FORMS.get(form[:1], "decimal"),
        start=int(start) if start.isdecimal() else 1,
        apart=apart,
    )


def _text(element: Element) -> str:
    """Return the pattern of a number, which older files give as its parts."""
    pattern = attribute(element, "num-list-format")
    if pattern is not None:
        return pattern
    level, shown = _small(element, "level"), _small(element, "display-levels")
    numbers = ".".join(f"%{at}%" for at in range(max(1, level - shown + 1), level + 1))
    prefix, suffix = (attribute(element, f"num-{end}") or "" for end in ("prefix", "suffix"))
    return prefix + numbers + suffix


def _small(element: Element, name: str) -> int:
    """Return an attribute that counts levels, which the format has ten of."""
    return max(1, min(number(element, name) or 1, DEEPEST))
