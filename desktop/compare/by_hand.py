"""What the program makes of two statements that the analyst links by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Change, ChangeKind, StatementLink
from desktop.compare.revision.changes import changes, relation
from desktop.compare.revision.outcomes import hindsight, may_tell, outcome, years_apart
from desktop.compare.revision.written_changes import written_changes
from desktop.report.model import Role
from desktop.text.clauses import common_share, split_clauses
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.report.model import Statement

LINKED_BY_HAND = 1.0  # score: the analyst is sure


def made(comparison: Comparison, left: int, right: int) -> StatementLink:
    """Return a link that the program did not find, with the relation that it would give it."""
    promise = comparison.left.statements[left]
    answer = comparison.right.statements[right]
    reports = comparison.left.report, comparison.right.report
    apart, clauses = years_apart(*reports), _clauses(promise, answer)
    if answer.role is Role.REVIEW and promise.commitment and may_tell(*reports):
        seen = hindsight(comparison.left, comparison.right)
        told = outcome(promise, answer, *clauses, seen)
        return StatementLink(left, right, told, LINKED_BY_HAND)
    found = written_changes(changes(promise, answer, *clauses, apart), promise, answer)
    return StatementLink(left, right, relation(found), LINKED_BY_HAND, (), found)


def differences(comparison: Comparison, left: int, right: int) -> tuple[Change, ...]:
    """Return the changes of a pair that is revised, whatever the program makes of it."""
    one, other = comparison.left.statements[left], comparison.right.statements[right]
    apart = years_apart(comparison.left.report, comparison.right.report)
    found = written_changes(changes(one, other, *_clauses(one, other), apart), one, other)
    return found or (Change(ChangeKind.REWORDED),)


def _clauses(left: Statement, right: Statement) -> tuple[str, str]:
    """Return the clauses of both that have most in common, folded."""
    lefts, rights = (split_clauses(fold_text(statement.text)) for statement in (left, right))
    pairs = ((a, b) for a in lefts for b in rights)
    return max(pairs, key=lambda pair: common_share(*pair))
