"""What the aligned table lists, and what it folds."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from desktop.compare.model import Relation
from desktop.ui.table.lines import Line, folded_counts, table_lines
from desktop.writers.contents import WITHOUT_RECURRING
from desktop.writers.material import chosen_rows

if TYPE_CHECKING:
    from desktop.ui.session import Session


def passing(session: Session, *relations: Relation) -> frozenset[int]:
    return frozenset(i for i, row in enumerate(session.rows) if row.relation in relations)


def lines(session: Session, shown: frozenset[int], **options: object) -> tuple[Line, ...]:
    assert session.comparison is not None
    return table_lines(session.comparison, session.rows, shown, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("wanted", [set(Relation), {Relation.NEW}, set(WITHOUT_RECURRING), set()])
def test_without_folds_the_lines_are_the_rows_of_the_word_table(
    compared: Session, wanted: set[Relation]
) -> None:
    comparison, rows = compared.comparison, compared.rows
    assert comparison is not None
    shown = lines(compared, passing(compared, *wanted), with_folds=False)
    listed = tuple(rows[line.row] for line in shown if line.row is not None)
    assert listed == chosen_rows(comparison, rows, lambda row: row.relation in wanted)


def test_every_row_is_listed_or_folded_once_and_in_order(compared: Session) -> None:
    shown = lines(compared, passing(compared, Relation.NEW))
    told = [row for line in shown for row in (line.folded or (line.row,))]
    assert told == [row for row in range(len(compared.rows)) if row in told]
    statements = {i for i, row in enumerate(compared.rows) if not row.is_heading}
    assert statements <= set(told)


def test_no_two_folds_follow_each_other(compared: Session) -> None:
    shown = lines(compared, passing(compared, Relation.NEW))
    assert any(line.is_fold for line in shown)
    assert not any(one.is_fold and other.is_fold for one, other in pairwise(shown))


def test_open_fold_is_followed_by_its_rows(compared: Session) -> None:
    shut = lines(compared, passing(compared, Relation.NEW))
    fold = next(line for line in shut if line.is_fold)
    opened = lines(compared, passing(compared, Relation.NEW), opened=frozenset(fold.folded[:1]))
    at = next(i for i, line in enumerate(opened) if line.is_fold)
    assert opened[at].is_open
    inside = opened[at + 1 : at + 1 + len(fold.folded)]
    assert tuple(line.row for line in inside) == fold.folded
    assert all(line.pale for line in inside)
    assert len(opened) == len(shut) + len(fold.folded)


def test_fold_says_what_it_leaves_out(compared: Session) -> None:
    (fold,) = lines(compared, frozenset())
    counts = folded_counts(compared.rows, fold)
    assert sum(counts.values()) == sum(not row.is_heading for row in compared.rows)


def test_headings_alone_are_no_fold(compared: Session) -> None:
    everything = passing(compared, *Relation)
    assert not any(line.is_fold for line in lines(compared, everything))
