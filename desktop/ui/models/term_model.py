"""TermModel, its filter, and the places where words stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from desktop.compare.model import Side
from desktop.language import Counted
from desktop.text.normalize import fold_text
from desktop.text.span import Span
from desktop.ui.labels import label, named, side_names
from desktop.ui.look.tips import plain_tip
from desktop.ui.models.index import ROOT, SHOWN, Index

if TYPE_CHECKING:
    from desktop.compare.findings import Mention, Term
    from desktop.compare.model import Comparison, Trend

TERM_ROLE = Qt.ItemDataRole.UserRole + 1
PLACE_ROLE = Qt.ItemDataRole.UserRole + 2
AROUND = 40
"""Characters of context on each side of a term: a clause or two."""


class TermModel(QAbstractListModel):
    """Read-only; `set_terms` replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terms: tuple[Term, ...] = ()
        self._names = ("", "")

    def set_terms(self, comparison: Comparison | None, terms: tuple[Term, ...]) -> None:
        """Show other terms."""
        self.beginResetModel()
        self._terms = terms if comparison is not None else ()
        self._names = side_names(comparison) if comparison is not None else ("", "")
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of terms."""
        return 0 if parent.isValid() else len(self._terms)

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return the term as written, the sentence for a screen reader, or the term itself."""
        if not index.isValid():
            return None
        term = self._terms[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return term.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("{term}: {trend}, {left} {n:time}, {right} {m:time}").format(
                    term=term.text,
                    trend=label(term.trend),
                    left=self._names[0],
                    n=Counted(term.left),
                    right=self._names[1],
                    m=Counted(term.right),
                )
        return term if role == TERM_ROLE else None


class TermFilter(QSortFilterProxyModel):
    """Lets through the terms of some trends that hold the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trends: frozenset[Trend] = frozenset()
        self._wanted = ""

    def set_trends(self, trends: frozenset[Trend]) -> None:
        """Show these trends only."""
        self.beginFilterChange()
        self._trends = trends
        self.endFilterChange()

    def set_text(self, text: str) -> None:
        """Show only what holds `text`."""
        self.beginFilterChange()
        self._wanted = fold_text(text).strip()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Tell whether a term passes."""
        term: Term = self.sourceModel().index(row, 0, parent).data(TERM_ROLE)
        return term.trend in self._trends and self._wanted in fold_text(term.text)


@dataclass(frozen=True, slots=True)
class Place:
    """One context: `span` is the term's in the report, `found` is its place in `text`."""

    side: Side
    name: str  # of the side
    path: str
    text: str
    found: Span
    span: Span


def places(comparison: Comparison, term: Term) -> tuple[Place, ...]:
    """Return where a term stands in both reports, left before right."""
    from desktop.compare.contexts import contexts  # noqa: PLC0415 - no start waits for it

    return tuple(
        _place(comparison, side, name, mention)
        for side, name in zip(Side, side_names(comparison), strict=True)
        for mention in contexts(term.text, comparison.side(side))
    )


def _place(comparison: Comparison, side: Side, name: str, mention: Mention) -> Place:
    parsed = comparison.side(side)
    text, passage, span = parsed.report.text, mention.passage, mention.span
    start, end = max(passage.start, span.start - AROUND), min(passage.end, span.end + AROUND)
    cut = "…" if start > passage.start else ""
    said = f"{cut}{text[start:end]}{'…' if end < passage.end else ''}".replace("\n", " ")
    shift = len(cut) - start
    path = " › ".join(s.marker + s.heading for s in parsed.path(mention.section)[-2:])
    found = Span(span.start + shift, span.end + shift)
    return Place(side, name, path, said, found, span)


class InContext(Protocol):
    """Words in their context; what each place adds is of no concern to a list."""

    @property
    def name(self) -> str:
        """What they stand in."""

    @property
    def path(self) -> str:
        """Where in it."""

    @property
    def text(self) -> str:
        """The words and what is around them."""

    @property
    def found(self) -> Span:
        """Where in `text` the words are."""


class PlaceModel(QAbstractListModel):
    """A line for each place where words stand; `set_places` replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[InContext, ...] = ()

    def set_places(self, places: tuple[InContext, ...]) -> None:
        """Show other places."""
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of places."""
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return the words with their context, the sentence for a screen reader, or the place."""
        if not index.isValid():
            return None
        place = self._places[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return place.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return named(f"{place.name} {place.path}", place.text)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(named(f"{place.name} {place.path}", place.text))
        return place if role == PLACE_ROLE else None
