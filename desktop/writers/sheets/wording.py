"""Changes of wording 提法变化: terms that are new, vanish, grow and shrink, with contexts."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, islice
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.compare.model import Comparison, Side, Trend
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
from desktop.writers.material import text_passes
from desktop.writers.phrases import one_line, printable, side_label
from desktop.writers.sheets.head import head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.compare.findings import Mention, Term
    from desktop.report.model import ParsedReport
    from desktop.writers.material import Material

SHARES = (0.2, 0.1, 0.1, 0.6)
MOST = 60  # of one trend, those that say most; the rest are words of every report
AROUND = 24  # characters of context on either side of a term
CUT = "…"


def wording_sheets(chosen: Material, language: str) -> tuple[Sheet, ...]:
    """Return the table of terms with its title and its counts."""
    found = tuple(terms(chosen))
    counts = Counter(term.trend for term in found)
    parts = (
        labels.COUNT.of(language, label=labels.TRENDS[trend].of(language), number=counts[trend])
        for trend in Trend
    )
    told = labels.COUNTS_BETWEEN.of(language).join(parts) + labels.COUNTS_END.of(language)
    if not found:
        told = labels.NO_TERMS.of(language)
    blocks: tuple[Block, ...] = (
        *head(chosen, Kind.WORDING, language),
        paragraph(Style.SUMMARY, told),
        term_table(chosen.comparison, tuple(_first(found)), language),
        paragraph(Style.LEGEND, labels.WORDING_LEGEND.of(language, number=MOST)),
    )
    return (Sheet(blocks, is_broad=chosen.contents.is_broad),)


def terms(chosen: Material) -> Iterator[Term]:
    """Yield the terms that are asked for, of each trend those first that say most."""
    from desktop.compare.wording import wording  # noqa: PLC0415 - the window does without

    for term in wording(chosen.comparison.left, chosen.comparison.right):
        if text_passes(chosen.contents.search, (term.text,)):
            yield term


def _first(found: Iterable[Term]) -> Iterator[Term]:
    """Yield those of each trend that are listed."""
    for _, terms_of_trend in groupby(found, key=attrgetter("trend")):
        yield from islice(terms_of_trend, MOST)


def term_table(comparison: Comparison, found: tuple[Term, ...], language: str) -> Table:
    """Return the terms under a heading for each trend."""
    names = [side_label(comparison, side, language) for side in Side]
    heads = (
        labels.TERM.of(language),
        *(labels.TIMES.of(language, name=name) for name in names),
        labels.CONTEXT.of(language),
    )
    rows = [head_row(heads)]
    last: Trend | None = None
    for term in found:
        if term.trend is not last:
            rows.append(heading_row(labels.TRENDS[term.trend].of(language), len(SHARES)))
            last = term.trend
        rows.append(_row(comparison, term, language))
    return Table(SHARES, tuple(rows), labels.KINDS[Kind.WORDING].of(language))


def _row(comparison: Comparison, term: Term, language: str) -> TableRow:
    return TableRow(
        (
            cell(Style.TABLE_TEXT, one_line(term.text)),
            cell(Style.TABLE_NUMBER, str(term.left)),
            cell(Style.TABLE_NUMBER, str(term.right)),
            Cell(tuple(_contexts(comparison, term, language)) or (paragraph(Style.TABLE_CHANGE),)),
        )
    )


def _contexts(comparison: Comparison, term: Term, language: str) -> Iterator[Paragraph]:
    """Yield a place of each report that has the term; of two, each says whose it is.

    They share a column: of one for each report, half the cells would be blank.
    """
    mentions = {Side.LEFT: term.left_mention, Side.RIGHT: term.right_mention}
    for side, mention in mentions.items():
        if mention is not None:
            name = side_label(comparison, side, language) if all(mentions.values()) else ""
            opening = labels.SAYS.of(language, name=name) if name else ""
            yield _context(comparison.side(side), mention, opening)


def _context(parsed: ParsedReport, mention: Mention, name: str) -> Paragraph:
    """Return the place where the term stands, with what is around it, the term underlined."""
    text, passage, span = parsed.report.text, mention.passage, mention.span
    before = Span(max(passage.start, span.start - AROUND), span.start)
    behind = Span(span.end, min(passage.end, span.end + AROUND))
    opening = name + (CUT if before.start > passage.start else "") + _flat(before.of(text))
    ending = _flat(behind.of(text)) + (CUT if behind.end < passage.end else "")
    runs = (Run(opening), Run(_flat(span.of(text)), is_underlined=True), Run(ending))
    return Paragraph(Style.TABLE_CHANGE, tuple(run for run in runs if run.text))


def _flat(text: str) -> str:
    return printable(text).replace("\n", " ")
