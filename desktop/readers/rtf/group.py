"""What holds in a group of an RTF file, and the control words that change it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.readers.rtf.words import Target

if TYPE_CHECKING:
    from collections.abc import Callable

DEEPEST = 8  # outline levels count from 0; the next one is that of body text


@dataclass(frozen=True, slots=True)
class Group:
    """What holds until the brace closes."""

    target: Target = Target.BODY
    skips: int = 1  # bytes that stand for a character behind its number
    font: int | None = None
    hidden: bool = False
    deleted: bool = False
    level: int | None = None
    depth: int = 0  # in so many tables
    style: int = 0
    letters: int = 0  # the style of characters


PROPERTIES: dict[str, Callable[[Group, int | None], Group]] = {
    "v": lambda group, number: replace(group, hidden=number != 0),
    "deleted": lambda group, number: replace(group, deleted=number != 0),
    "mvf": lambda group, number: replace(group, deleted=number != 0),
    "uc": lambda group, number: replace(group, skips=max(0, number or 0)),
    "outlinelevel": lambda group, number: replace(
        group, level=number + 1 if number is not None and 0 <= number <= DEEPEST else None
    ),
    "s": lambda group, number: replace(group, style=number or 0),
    "cs": lambda group, number: replace(group, letters=number or 0),
    "intbl": lambda group, _number: replace(group, depth=max(1, group.depth)),
    "itap": lambda group, number: replace(group, depth=max(0, number or 0)),
    "pard": lambda group, _number: replace(group, level=None, depth=0, style=0),
}
