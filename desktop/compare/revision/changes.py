"""Name what differs between two linked commitments, and in which direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.indicators.carried_numbers import CarriedNumbers
from desktop.compare.indicators.indicator_names import both_names
from desktop.compare.indicators.own_words import are_of_two_things
from desktop.compare.indicators.paired_numbers import (
    are_alike,
    are_of_one_term,
    as_written,
    paired_numbers,
    speak_of_one,
)
from desktop.compare.model import Change, ChangeKind, Relation
from desktop.compare.revision.number_changes import of_number_beside, of_quantity, target_changes
from desktop.compare.revision.other_numbers import of_other_numbers
from desktop.compare.revision.word_changes import (
    names_edition,
    of_deadline,
    of_editions,
    of_ladder,
    of_scope,
)
from desktop.text.normalize import fold_again

if TYPE_CHECKING:
    from desktop.report.model import Statement, Target


def changes(
    left: Statement,
    right: Statement,
    left_clause: str,
    right_clause: str,
    apart: int | None = None,
    numbers: CarriedNumbers | None = None,
) -> tuple[Change, ...]:
    """Return the named differences of two commitments; empty where the right one repeats.

    The clauses are those of the two that correspond best, folded. `apart` is how many years lie
    between the reports, if that is known: what is to be reached in five years is not held
    against what is to be reached in one. `numbers` are those that became each other, where other
    links of the reports have a say in it.
    """
    if numbers is None:
        numbers = CarriedNumbers(paired_numbers(left, right, left_clause, right_clause))
    if numbers.pairs:
        found = [c for a, b in numbers.pairs for c in _of_pair(left, a, right, b, apart)]
        found += of_number_beside(left, right, numbers)
    else:
        found = of_quantity(left, right, left_clause, right_clause, numbers)
    if left_clause != right_clause:
        # A number that both promise is to be reached in both.
        is_numbered = bool(found or numbers.pairs)
        found += _of_clauses(left_clause, right_clause, apart, is_numbered)
    if not found and numbers.alone and not numbers.pairs:
        found += of_other_numbers(left, right, left_clause, right_clause)
    if names_edition(left.text):
        both = fold_again(left.text), fold_again(right.text)
        found += of_editions(*both, of_one=False, apart=apart)
    return tuple(dict.fromkeys(found))


def _of_clauses(
    left_clause: str, right_clause: str, apart: int | None, is_numbered: bool
) -> list[Change]:
    """Return what the words of two clauses say otherwise, if these speak of one thing.

    That is asked last: few clauses say anything otherwise.
    """
    steps = [] if is_numbered else of_ladder(left_clause, right_clause)
    found = of_deadline(left_clause, right_clause)
    found += of_scope(left_clause, right_clause)
    found += of_editions(left_clause, right_clause, of_one=True, apart=apart)
    if not (steps or found) or not speak_of_one(left_clause, right_clause):
        return []
    # What is to be done with a thing says little of another thing of its kind.
    return [*steps, *found] if are_alike(left_clause, right_clause) else found


def _of_pair(
    left: Statement, a: Target, right: Statement, b: Target, apart: int | None
) -> list[Change]:
    """Return how one number became the other, which may be meant for another year."""
    if are_of_one_term(a, b, apart) or are_of_two_things(left, a, right, b):
        return target_changes(left, a, right, b)
    words = as_written(left, a), as_written(right, b)
    if fold_again(words[0]) == fold_again(words[1]):
        return []
    return [Change(ChangeKind.RESCHEDULED, both_names(a, b), *words)]


def relation(found: tuple[Change, ...]) -> Relation:
    """Return what the changes make of a commitment that is carried on."""
    return Relation.REVISED if found else Relation.RECURRING
