"""What lies over a report's text on paper: the relations of its statements, boxes and badges."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from desktop.compare.model import Relation
from desktop.writers.document import Box
from desktop.writers.sheets.words import changed_spans
from desktop.writers.signs import STANDING, badge_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.rows import Row
    from desktop.report.model import ParsedReport, Statement
    from desktop.text.span import Span
    from desktop.writers.material import Material
    from desktop.writers.signs import Badge

    Over: TypeAlias = tuple[Span, Relation | Box | int]
    """What lies over a passage: the relation of a statement, a box, or the number of a note."""

    Sayings: TypeAlias = dict[int, tuple[Row, ...]]
    """The rows that say what became of a statement, by its id."""

ALONE = (Relation.NEW, Relation.DROPPED)


def sayings(chosen: Material) -> Sayings:
    """Return the best row of each relation that a statement has, what says most first."""
    found: dict[int, dict[Relation, Row]] = {}
    for row in chosen.statements:
        for side, i in row.ends:
            if side is chosen.contents.side and row.relation is not None:
                known = found.setdefault(i, {}).setdefault(row.relation, row)
                if _score(row) > _score(known):
                    found[i][row.relation] = row
    return {
        i: tuple(rows[relation] for relation in (*STANDING, *ALONE) if relation in rows)
        for i, rows in found.items()
    }


def _score(row: Row) -> float:
    return max((link.score for link in row.links), default=0.0)


def badges_before(parsed: ParsedReport, said: Sayings) -> dict[int, tuple[Badge, ...]]:
    """Return the badges of statements by where these begin."""
    return {parsed.statements[i].span.start: _badges(rows) for i, rows in said.items()}


def _badges(rows: tuple[Row, ...]) -> tuple[Badge, ...]:
    found = ((row.relation, row.links[0].changes if row.links else ()) for row in rows)
    return tuple(badge_of(relation, changes) for relation, changes in found if relation)


def marks_over(chosen: Material, said: Sayings) -> Iterator[Over]:
    """Yield what lies over the statements: their relations, and boxes over their targets."""
    statements = chosen.comparison.side(chosen.contents.side).statements
    for i, rows in said.items():
        statement = statements[i]
        if rows[0].relation is not None:
            yield statement.span, rows[0].relation
        spans = _target_spans(statement)
        changed = _changed(chosen, statement, rows[0]) if spans else ()
        for span in spans:
            is_changed = any(span.overlaps(one) for one in changed)
            yield span, Box.CHANGED if is_changed else Box.KEPT


def _target_spans(statement: Statement) -> tuple[Span, ...]:
    """Return where the numbers stand that a statement promises, each with unit and qualifier."""
    return tuple(sorted({target.span for target in statement.targets}))


def _changed(chosen: Material, statement: Statement, row: Row) -> tuple[Span, ...]:
    """Return the words of a revised statement that the other side does not say."""
    if row.relation is not Relation.REVISED:
        return ()
    other = chosen.contents.side.other
    there = chosen.comparison.side(other).statements
    texts = [there[i].text for side, i in row.ends if side is other]
    return tuple(
        span.shifted(statement.span.start) for span in changed_spans(statement.text, texts)
    )
