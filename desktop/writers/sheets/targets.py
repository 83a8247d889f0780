"""The table of indicators 目标对照表: promised, reported, promised now, and in which direction."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.compare.model import ChangeKind, Comparison, Direction, Relation, Side
from desktop.language import Counted
from desktop.writers import labels
from desktop.writers.contents import Confirmation, Kind
from desktop.writers.document import (
    Block,
    Sheet,
    Style,
    Table,
    TableRow,
    cell,
    head_row,
    heading_row,
    paragraph,
)
from desktop.writers.material import statements_pass, text_passes
from desktop.writers.phrases import directions_phrase, indicator_name, one_line, telling_name
from desktop.writers.sheets.head import head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.findings import Figure, TargetRow
    from desktop.report.model import ParsedReport, Statement
    from desktop.writers.contents import Contents
    from desktop.writers.material import Material

SHARES = {"zh": (0.28, 0.19, 0.19, 0.19, 0.15), "en": (0.26, 0.185, 0.185, 0.185, 0.185)}
PARTS = {True: labels.MAIN_TARGETS, False: labels.OTHER_TARGETS}
TOLD = frozenset({Relation.DELIVERED, Relation.PROGRESS})
RELATIONS = {
    Direction.SAME: Relation.RECURRING,
    Direction.NEW: Relation.NEW,
    Direction.DROPPED: Relation.DROPPED,
}
"""What a direction is as a relation; every other one is a revision."""


def target_sheets(chosen: Material, language: str) -> tuple[Sheet, ...]:
    """Return the table with its title and what its columns mean."""
    from desktop.compare.target_table import target_table  # noqa: PLC0415 - the window does without

    rows = [row for row in target_table(chosen.comparison) if row_passes(chosen, row)]
    mains = sum(row.is_main for row in rows)
    told = labels.TARGET_COUNTS.of(
        language, mains=Counted(mains), others=Counted(len(rows) - mains)
    )
    if not rows:
        told = labels.NO_INDICATORS.of(language)
    blocks: tuple[Block, ...] = (
        *head(chosen, Kind.TARGETS, language),
        paragraph(Style.SUMMARY, told),
        indicator_table(chosen.comparison, rows, language),
        paragraph(Style.LEGEND, _legend(chosen.comparison, language)),
    )
    return (Sheet(blocks, is_broad=chosen.contents.is_broad),)


def indicator_table(comparison: Comparison, chosen: list[TargetRow], language: str) -> Table:
    """Return the indicators in their order, the main ones under a heading if they are one part."""
    rows = [_head(comparison, language)]
    parts = [(is_main, tuple(part)) for is_main, part in groupby(chosen, attrgetter("is_main"))]
    for is_main, part in parts:
        if len(parts) <= len(PARTS):
            rows.append(heading_row(PARTS[is_main].of(language), len(SHARES[language])))
        rows += [_row(comparison, row, language) for row in part]
    return Table(SHARES[language], tuple(rows), labels.KINDS[Kind.TARGETS].of(language))


def row_passes(chosen: Material, row: TargetRow) -> bool:
    """Tell whether an indicator goes in; what the review tells of counts as told."""
    contents = chosen.contents
    statements = tuple(_statements(chosen.comparison, row))
    is_told = row.reported is not None and bool(TOLD & contents.relations)
    return (
        (is_told or _direction_passes(row, contents))
        and _is_noted(row, chosen.noted)
        and _confirmation_passes(chosen.comparison, row, contents.confirmation)
        and statements_pass(statements, contents)
        and text_passes(contents.search, (row.indicator, *(s.text for s in statements)))
    )


def _is_noted(row: TargetRow, noted: frozenset[tuple[Side, int]] | None) -> bool:
    return noted is None or any((side, f.statement) in noted for side, f in _figures(row))


def _figures(row: TargetRow) -> Iterator[tuple[Side, Figure]]:
    for side, figure in (
        (Side.LEFT, row.left),
        (Side.RIGHT, row.right),
        (Side.RIGHT, row.reported),
    ):
        if figure:
            yield side, figure


def _statements(comparison: Comparison, row: TargetRow) -> Iterator[Statement]:
    for side, figure in _figures(row):
        yield comparison.side(side).statements[figure.statement]


def _confirmation_passes(comparison: Comparison, row: TargetRow, wanted: Confirmation) -> bool:
    """Tell whether the statements that promise the indicator are confirmed, or open."""
    if wanted is Confirmation.ANY:
        return True
    ends = ((Side.LEFT, row.left), (Side.RIGHT, row.right))
    vouched = all(
        comparison.is_confirmed(side, figure.statement) for side, figure in ends if figure
    )
    return vouched is (wanted is Confirmation.CONFIRMED)


def _direction_passes(row: TargetRow, contents: Contents) -> bool:
    for direction in row.directions:
        relation = RELATIONS.get(direction, Relation.REVISED)
        is_wanted = relation is not Relation.REVISED or ChangeKind(direction) in contents.changes
        if relation in contents.relations and is_wanted:
            return True
    return False


def _legend(comparison: Comparison, language: str) -> str:
    body = one_line(comparison.reporting_body)
    if body:
        return labels.TARGET_LEGEND_OF_TWO.of(language, body=body)
    return labels.TARGET_LEGEND.of(language)


def _head(comparison: Comparison, language: str) -> TableRow:
    left, right = (_target_of(comparison, side, language) for side in Side)
    body = one_line(comparison.reporting_body)
    reported = labels.REPORTED_BY.of(language, body=body) if body else labels.REPORTED.of(language)
    names = (labels.INDICATOR.of(language), left, reported, right, labels.DIRECTION.of(language))
    return head_row(names)


def _target_of(comparison: Comparison, side: Side, language: str) -> str:
    name = telling_name(comparison, side, language)
    if name:
        return labels.SIDE_TARGET.of(language, side=name)
    return (labels.LEFT_TARGET if side is Side.LEFT else labels.RIGHT_TARGET).of(language)


def _row(comparison: Comparison, row: TargetRow, language: str) -> TableRow:
    left, right = comparison.left, comparison.right
    directions = directions_phrase(row, language)
    return TableRow(
        (
            cell(Style.TABLE_TEXT, indicator_name(row, comparison, language)),
            cell(Style.TABLE_NUMBER, _words(row.left, left)),
            cell(Style.TABLE_NUMBER, _words(row.reported, right)),
            cell(Style.TABLE_NUMBER, _words(row.right, right)),
            cell(Style.TABLE_RELATION, directions[:1].upper() + directions[1:]),
        )
    )


def _words(figure: Figure | None, parsed: ParsedReport) -> str:
    return one_line(figure.words(parsed)) if figure else ""
