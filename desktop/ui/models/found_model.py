"""FoundModel: where in the library words stand, a line for each place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desktop.text.span import Span
from desktop.ui.labels import named
from desktop.ui.look.tips import plain_tip
from desktop.ui.models.index import ROOT, SHOWN, Index
from desktop.ui.models.term_model import PLACE_ROLE
from desktop.ui.titles import full_title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.store import NoteHit, Passage, ReportHit
    from desktop.ui.tasks.work import LookedUp

LONGEST = 16  # code points of a quote: the name of the report has to stand beside it


@dataclass(frozen=True, slots=True)
class Found:
    """One place: `found` is where the words are in `text`.

    `reports` has the sha256 of what it stands in, two for a note on a pair; `span` is the place in
    a report, `note` the id of a note.
    """

    name: str
    path: str
    text: str
    found: Span
    reports: tuple[str, ...]
    span: Span | None = None
    note: int | None = None


class FoundModel(QAbstractListModel):
    """Read-only; `set_result` replaces all lines. Notes stand before reports."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Found, ...] = ()

    def set_result(self, result: LookedUp) -> None:
        """Show what was found."""
        titles = {
            report.sha256: full_title(report)
            for pair in result.pairs
            for report in (pair.left, pair.right)
        }
        notes = (line for hit in result.hits.notes for line in self._of_note(hit, titles))
        reports = (line for hit in result.hits.reports for line in _of_report(hit))
        lines = (*notes, *reports)
        if lines != self._lines:  # else a list would lose its place
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def index_of(self, line: Found | None) -> QModelIndex:
        """Return where a line stands, no index where it is gone."""
        return self.index(self._lines.index(line), 0) if line in self._lines else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return the words with their context, the sentence for a screen reader, or the place."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return named(f"{line.name} {line.path}", line.text)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(named(f"{line.name} {line.path}", line.text))
        return line if role == PLACE_ROLE else None

    def _of_note(self, hit: NoteHit, titles: Mapping[str, str]) -> list[Found]:
        reports = " ⇄ ".join(titles[report] for report in hit.reports if report in titles)
        path = " · ".join((*map(_quoted, hit.quotes[:1]), reports))
        name = self.tr("Note")
        return [
            Found(name, path, *_in_context(passage), hit.reports, note=hit.annotation)
            for passage in hit.passages
        ]


def _of_report(hit: ReportHit) -> list[Found]:
    name = full_title(hit)
    return [
        Found(name, f"{at}/{hit.count}", *_in_context(passage), (hit.report,), passage.span)
        for at, passage in enumerate(hit.passages, start=1)
    ]


def _quoted(quote: str) -> str:
    """Return the beginning of a passage: notes on several may have the same words."""
    said = " ".join(quote.split())
    return f"“{said}”" if len(said) <= LONGEST else f"“{said[:LONGEST]}…”"


def _in_context(passage: Passage) -> tuple[str, Span]:
    """Return the words with what is around them, and where they are in that."""
    text = f"{passage.before}{passage.words}{passage.after}"
    return text, Span(len(passage.before), len(passage.before) + len(passage.words))
