"""HitModel: where on one side the words stand that are looked for, each with its surroundings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from desktop.ui.labels import named
from desktop.ui.models.index import ROOT, SHOWN, Index

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport
    from desktop.text.span import Span

SNIPPET_ROLE = Qt.ItemDataRole.UserRole + 1
AROUND = 60
"""Characters on each side of a hit: more than the widest line has room for."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """The words around a hit in one line, and the heading that it stands under."""

    before: str
    words: str
    after: str
    heading: str


def snippet(parsed: ParsedReport, span: Span) -> Snippet:
    """Return a hit with its surroundings."""
    text = parsed.report.text
    before, words, after = (
        " ".join(part.split("\n"))
        for part in (
            text[max(0, span.start - AROUND) : span.start],
            span.of(text),
            text[span.end : span.end + AROUND],
        )
    )
    return Snippet(before.lstrip(), words, after.rstrip(), _heading(parsed, span.start))


def _heading(parsed: ParsedReport, offset: int) -> str:
    """Return the heading above a character, run-in ones left out: they are in the words."""
    above = [s for s in parsed.path(parsed.section_at(offset)) if not s.run_in]
    return above[-1].marker + above[-1].heading if above else ""


class HitModel(QAbstractListModel):
    """The hits of one side; `set_hits` replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parsed: ParsedReport | None = None
        self._spans: tuple[Span, ...] = ()

    def set_hits(self, parsed: ParsedReport | None, spans: tuple[Span, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._parsed = parsed
        self._spans = spans if parsed is not None else ()
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of hits."""
        return 0 if parent.isValid() else len(self._spans)

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return the line, the sentence for a screen reader, or the snippet; made when asked."""
        known = (SHOWN, Qt.ItemDataRole.AccessibleTextRole, SNIPPET_ROLE)
        if not index.isValid() or self._parsed is None or role not in known:
            return None
        found = snippet(self._parsed, self._spans[index.row()])
        if role == SNIPPET_ROLE:
            return found
        line = f"{found.before}{found.words}{found.after}"
        return line if role == SHOWN or not found.heading else named(found.heading, line)
