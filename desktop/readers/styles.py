"""What styles are called that say what a text is, and how one has it from another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)
LETTER = "Duikan Relation Letter"  # which an export with marks sets before statements


class Heir(Protocol):
    """A style; `parent` names the one that it is based on, "" for none."""

    @property
    def parent(self) -> str:
        """The name of the style that it is based on."""


Style = TypeVar("Style", bound=Heir)
Said = TypeVar("Said")


def lineage(styles: Mapping[str, Style], name: str) -> Iterator[Style]:
    """Yield a style and those it is based on; a circle is left where it closes."""
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        yield styles[name]
        name = styles[name].parent


def first_said(styles: Iterable[Style], says: Callable[[Style], Said | None]) -> Said | None:
    """Return what the first of the styles says that is not silent, None where all are."""
    return next((said for said in map(says, styles) if said is not None), None)
