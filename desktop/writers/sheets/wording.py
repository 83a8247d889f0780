"""Changes of wording 提法变化: terms that are new, vanish, grow and shrink, with contexts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Comparison, Side, Trend
from desktop.text.normalize import fold_text
from desktop.text.span import Span
from desktop.writers import labels
from desktop.writers.contents import Kind
from desktop.writers.document import (
    Block,
    Cell,
    Paragraph,
    Run,
    Sheet,
    Style,
    Table,
    TableRow,
    cell,
    head_row,
    heading_row,
    paragraph,
)
from desktop.writers.phrases import one_line, printable, side_label
from desktop.writers.sheets.head import head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.findings import Mention, Term
    from desktop.report.model import ParsedReport
    from desktop.writers.material import Material

SHARES = (0.16, 0.1, 0.1, 0.32, 0.32)
MOST = 60  # of one trend, those that say most; the rest are words of every report
AROUND = 24  # characters of context on either side of a term
CUT = "…"


def wording_sheets(chosen: Material, language: str) -> tuple[Sheet, ...]:
    """Return the table of terms with its title and its counts."""
    found = tuple(term for term in terms(chosen))
    counts = (
        labels.COUNT.of(
            language,
            label=labels.TRENDS[trend].of(language),
            number=sum(term.trend is trend for term in found),
        )
        for trend in Trend
    )
    told = labels.COUNTS_BETWEEN.of(language).join(counts) + labels.COUNTS_END.of(language)
    blocks: tuple[Block, ...] = (
        *head(chosen.comparison, Kind.WORDING, language),
        paragraph(Style.SUMMARY, told),
        term_table(chosen.comparison, found, language),
        paragraph(Style.LEGEND, labels.WORDING_LEGEND.of(language, number=MOST)),
    )
    return (Sheet(blocks, is_broad=chosen.contents.is_broad),)


def terms(chosen: Material) -> Iterator[Term]:
    """Yield the terms, of each trend the first ones."""
    from desktop.compare.wording import wording  # noqa: PLC0415 - the window does without

    wanted = fold_text(chosen.contents.search).strip()
    shown = dict.fromkeys(Trend, 0)
    for term in wording(chosen.comparison.left, chosen.comparison.right):
        if wanted in fold_text(term.text) and shown[term.trend] < MOST:
            shown[term.trend] += 1
            yield term


def term_table(comparison: Comparison, found: tuple[Term, ...], language: str) -> Table:
    """Return the terms under a heading for each trend."""
    names = [side_label(comparison, side, language) for side in Side]
    heads = (
        labels.TERM.of(language),
        *(labels.TIMES.of(language, name=name) for name in names),
        *(labels.CONTEXT.of(language, name=name) for name in names),
    )
    rows = [head_row(heads)]
    last: Trend | None = None
    for term in found:
        if term.trend is not last:
            rows.append(heading_row(labels.TRENDS[term.trend].of(language), len(SHARES)))
            last = term.trend
        rows.append(_row(comparison, term))
    return Table(SHARES, tuple(rows), labels.KINDS[Kind.WORDING].of(language))


def _row(comparison: Comparison, term: Term) -> TableRow:
    return TableRow(
        (
            cell(Style.TABLE_TEXT, one_line(term.text)),
            cell(Style.TABLE_NUMBER, str(term.left)),
            cell(Style.TABLE_NUMBER, str(term.right)),
            _context(comparison.left, term.left_mention),
            _context(comparison.right, term.right_mention),
        )
    )


def _context(parsed: ParsedReport, mention: Mention | None) -> Cell:
    """Return the place where the term stands, with what is around it, the term underlined."""
    if mention is None:
        return cell(Style.TABLE_CHANGE)
    text, passage, span = parsed.report.text, mention.passage, mention.span
    before = Span(max(passage.start, span.start - AROUND), span.start)
    behind = Span(span.end, min(passage.end, span.end + AROUND))
    opening = (CUT if before.start > passage.start else "") + _flat(before.of(text))
    ending = _flat(behind.of(text)) + (CUT if behind.end < passage.end else "")
    runs = (Run(opening), Run(_flat(span.of(text)), is_underlined=True), Run(ending))
    return Cell((Paragraph(Style.TABLE_CHANGE, tuple(run for run in runs if run.text)),))


def _flat(text: str) -> str:
    return printable(text).replace("\n", " ")
