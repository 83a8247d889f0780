"""The numbers of lists, which Word computes and writes into no text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.readers.counting import BULLET, PRIVATE, counted, labelled
from desktop.readers.elements import attribute, child, children, name_of, number, switched

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from desktop.readers.docx.styles import InList

NO_LIST = "0"  # the id that takes a paragraph out of the list of its style
PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None  # the level, 1-based, that it begins again under; 0 for none
    legal: bool = False  # the numbers of all levels in plain digits
    style: str | None = None  # the paragraphs of this style are on this level


@dataclass(frozen=True, slots=True)
class List:
    """A list as paragraphs name it: `counter` is shared with those of the same kind."""

    counter: str
    levels: dict[int, Level]
    starts: dict[int, int]  # where this list begins anew though its counter has counted on


class Numbering:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, lists: Mapping[str, List] | None = None) -> None:
        self._lists = lists or {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def level_of(self, style: str | None, list_id: str) -> int:
        """Return the level that a style's paragraphs have in a list."""
        found = self._lists.get(list_id)
        levels = found.levels.items() if found else ()
        return next((at for at, level in levels if style and level.style == style), 0)

    def label(self, in_list: InList) -> str:
        """Count a paragraph and return what stands before it."""
        found = self._lists.get(in_list.id or NO_LIST)
        at = in_list.level or 0
        if in_list.id is None or found is None or at not in found.levels:
            return ""
        counts = self._counts.setdefault(found.counter, {})
        if in_list.id not in self._begun:
            self._begun.add(in_list.id)
            counts |= {level: start - 1 for level, start in found.starts.items()}
        level = found.levels[at]
        counts[at] = counts.get(at, level.start - 1) + 1
        for below in [below for below in counts if below > at]:
            if _begins_again(found.levels.get(below, Level()), at):
                del counts[below]
        return _written(found, at, counts)


def _begins_again(level: Level, above: int) -> bool:
    return level.restart is None or above < level.restart


def _written(found: List, at: int, counts: dict[int, int]) -> str:
    own = found.levels[at]
    if own.form == "bullet":
        # A letter is one of Wingdings, where l and n are a dot and a square.
        text = BULLET if own.text.isalnum() else PRIVATE.sub(BULLET, own.text)
    else:

        def value(place: re.Match[str]) -> str:
            level = found.levels.get(int(place[1]) - 1, Level())
            count = counts.get(int(place[1]) - 1, level.start)
            return counted(count, "decimal" if own.legal else level.form)

        text = PLACE.sub(value, own.text)
    return labelled(text, apart=own.suffix != "nothing")


def lists_in(tree: Element | None) -> dict[str, List]:
    """Return the lists that a part defines, by the id that paragraphs name."""
    if tree is None:
        return {}
    kinds = {
        attribute(each, "abstractNumId"): each
        for each in children(tree)
        if name_of(each) == "abstractNum"
    }
    linked = {attribute(child(each, "styleLink")): key for key, each in kinds.items()}
    linked.pop(None, None)
    found: dict[str, List] = {}
    for each in children(tree):
        kind = attribute(child(each, "abstractNumId"))
        if name_of(each) == "num" and kind in kinds:
            target = linked.get(attribute(child(kinds[kind], "numStyleLink")), kind)
            own = _list(each, target or "", _levels(kinds[target]))
            found[attribute(each, "numId") or ""] = own
    return found


def _list(element: Element, kind: str, levels: dict[int, Level]) -> List:
    """Return a list of a kind, which may number some of its levels in its own way."""
    starts: dict[int, int] = {}
    for override in children(element):
        at = number(override, "ilvl")
        if at is not None:
            levels |= _levels(override)
            start = number(child(override, "startOverride"))
            if start is not None:
                starts[at] = start
                levels[at] = replace(levels.get(at, Level()), start=start)
    return List(kind, levels, starts)


def _levels(element: Element) -> dict[int, Level]:
    levels = ((number(each, "ilvl"), each) for each in children(element) if name_of(each) == "lvl")
    return {at: _level(each) for at, each in levels if at is not None}


def _level(element: Element) -> Level:
    start = number(child(element, "start"))
    return Level(
        start=0 if start is None else start,  # which is what the format says of a missing one
        form=_form(element),
        text=attribute(child(element, "lvlText")) or "",
        suffix=attribute(child(element, "suff")) or "tab",
        restart=number(child(element, "lvlRestart")),
        legal=bool(switched(child(element, "isLgl"))),
        style=attribute(child(element, "pStyle")),
    )


def _form(element: Element) -> str:
    """Return the name of the form; newer ones stand beside an older that old programs know."""
    forms = [attribute(each) for each in element.iter("{*}numFmt")]
    return next((form for form in forms if form and form != "custom"), "decimal")
