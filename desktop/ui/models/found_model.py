"""FoundModel: where in the library words stand, a line for each place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from desktop.text.span import Span
from desktop.ui.models.term_model import PlaceModel
from desktop.ui.titles import file_name, full_title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.store import NoteHit, Passage, RecentReport, ReportHit
    from desktop.ui.tasks.work import LookedUp

MOST_REPORTS = 500  # that are listed where nothing is looked for: who has more types a word
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


class FoundModel(PlaceModel):
    """Places in notes, and behind them places in reports; all reports where nothing is sought."""

    def set_result(self, result: LookedUp) -> None:
        """Show what was found."""
        titles = {
            report.sha256: full_title(report)
            for pair in result.pairs
            for report in (pair.left, pair.right)
        }
        notes = (line for hit in result.hits.notes for line in self._of_note(hit, titles))
        reports = (line for hit in result.hits.reports for line in _of_report(hit))
        listed = map(self._listed, result.reports[:MOST_REPORTS])
        lines = (*notes, *reports, *listed)
        if lines != self._places:  # else a list would lose its place
            self.set_places(lines)

    def index_of(self, line: Found | None) -> QModelIndex:
        """Return where a line stands, no index where it is gone."""
        return self.index(self._places.index(line), 0) if line in self._places else QModelIndex()

    def _of_note(self, hit: NoteHit, titles: Mapping[str, str]) -> list[Found]:
        reports = " ⇄ ".join(titles[report] for report in hit.reports if report in titles)
        path = " · ".join((*map(_quoted, hit.quotes[:1]), reports))
        name = self.tr("Note")
        return [
            Found(name, path, *_in_context(passage), hit.reports, note=hit.annotation)
            for passage in hit.passages
        ]

    def _listed(self, report: RecentReport) -> Found:
        """Return a report as a whole: its title, and quietly the name of its file."""
        name, path = self.tr("Report"), file_name(report)
        return Found(name, path, full_title(report), Span(0, 0), (report.sha256,))


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
