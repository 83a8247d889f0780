"""What the styles of a document say that matters to its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.readers.elements import attribute, child, children, name_of, number, switched
from desktop.readers.styles import CONTENTS, HEADING, LETTER, first_said, lineage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

DEEPEST = 9  # outline levels; the tenth is that of body text


class InList(NamedTuple):
    """Which list a paragraph is numbered in, and on which level; None says nothing of it."""

    id: str | None
    level: int | None


@dataclass(frozen=True, slots=True)
class Style:
    """One style, without what it has from those that it is based on; None where it is silent."""

    id: str
    name: str
    parent: str
    outline: int | None  # 0-based, as in the file; 9 is body text
    in_list: InList
    hidden: bool | None


class Styles:
    """The styles of a document by their ids; a style that is not there is silent."""

    def __init__(self, tree: Element | None = None) -> None:
        found = [_style(each) for each in children(tree)] if tree is not None else []
        self._styles = {style.id: style for style in found if style}
        self._default = _default_of(tree)

    def level(self, style: str | None) -> int | None:
        """Return the 1-based level of a heading's style, None for body text."""
        outline = first_said(self._chain(style), lambda each: each.outline)
        if outline is None:
            named = first_said(self._chain(style), lambda each: HEADING.fullmatch(each.name))
            return int(named[1]) if named else None
        return outline + 1 if 0 <= outline < DEEPEST else None

    def in_list(self, style: str | None) -> tuple[InList, str | None]:
        """Return what list a style numbers paragraphs in, and the id of the style that says so."""
        for each in self._chain(style):
            if each.in_list.id is not None:
                return each.in_list, each.id
        return InList(None, None), None

    def is_hidden(self, style: str | None) -> bool:
        """Say whether a style hides its text."""
        return bool(first_said(self._chain(style), lambda each: each.hidden))

    def is_letter(self, style: str | None) -> bool:
        """Say whether a style is that of the letters of an export with marks."""
        return any(each.name == LETTER for each in self._chain(style))

    def is_contents(self, style: str | None) -> bool:
        """Say whether a style is one of a table of contents."""
        return any(CONTENTS.fullmatch(each.name) for each in self._chain(style))

    def _chain(self, style: str | None) -> Iterator[Style]:
        return lineage(self._styles, style or self._default)


def list_of(properties: Element | None) -> InList:
    """Return what the properties of a paragraph or a style say of its list."""
    found = child(properties, "numPr")
    return InList(attribute(child(found, "numId")), number(child(found, "ilvl")))


def _style(element: Element) -> Style | None:
    id_ = attribute(element, "styleId")
    if name_of(element) != "style" or id_ is None:
        return None
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    return Style(
        id=id_,
        name=attribute(child(element, "name")) or "",
        parent=attribute(child(element, "basedOn")) or "",
        outline=number(child(paragraph, "outlineLvl")),
        in_list=list_of(paragraph),
        hidden=switched(child(run, "vanish")),
    )


def _default_of(tree: Element | None) -> str:
    """Return the id of the style of paragraphs that name none."""
    for each in children(tree) if tree is not None else ():
        if attribute(each, "default") == "1" and attribute(each, "type") == "paragraph":
            return attribute(each, "styleId") or ""
    return ""
