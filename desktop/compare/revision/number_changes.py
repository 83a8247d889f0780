"""How the numbers of two linked commitments differ, and where one side alone has a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.compare.features.thesaurus import rare_in_both
from desktop.compare.indicators.growth import level_beside_addition
from desktop.compare.indicators.indicator_names import (
    are_of_two_scopes,
    both_names,
    indicator_key,
    narrowing,
    same_name,
)
from desktop.compare.indicators.measures import (
    SAME_INDICATOR,
    STRICTNESS,
    counted_alike,
    same_unit,
)
from desktop.compare.indicators.own_words import are_of_two_things
from desktop.compare.indicators.paired_numbers import INDICATOR_NAMED, as_written
from desktop.compare.model import Change, ChangeKind
from desktop.text.clauses import common_share, split_clauses
from desktop.text.normalize import fold_again, narrow
from desktop.text.quantity import Comparator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.compare.indicators.carried_numbers import CarriedNumbers
    from desktop.report.model import Statement, Target

EFFORT = {-1: re.compile(r"力争|争取|努力|尽可能"), 1: re.compile(r"确保|必须|务必")}
ANY_EFFORT = re.compile("|".join(words.pattern for words in EFFORT.values()))
EFFORT_REACH = 6  # characters before the number in which such a word is about it
QUALIFIED = frozenset({Comparator.ABOUT, Comparator.AT_LEAST, Comparator.AT_MOST})
# An indicator this short has no object of its own (“签约500户”): it counts what stands before it.
LONGEST_BARE = 2
# Which end of a range what has only this bound is held against.
BOUNDS = {Comparator.AT_LEAST: 0, Comparator.AT_MOST: 1}
PART_OF_NUMBER = "0123456789."
WHOLLY_NAMED = 0.75  # as INDICATOR_NAMED, where other numbers show what the statements are about


def target_changes(left: Statement, a: Target, right: Statement, b: Target) -> list[Change]:
    """Return how one number became the other: its value, how binding it is, what it counts."""
    kinds = _directed(left, a, right, b)
    if are_of_two_scopes(a, b) and not _says_as_narrow(left, a, right, b):
        kinds.append(ChangeKind.RESCOPED)
    name = both_names(a, b)
    return [Change(kind, name, *_told(kind, left, a, right, b)) for kind in kinds]


def _says_as_narrow(left: Statement, a: Target, right: Statement, b: Target) -> bool:
    """Say whether what only one name tells stands elsewhere in the sentence of the other.

    推进生态茶园建设，新增茶园200亩 is of what 生态茶园300亩 is.
    """
    added = narrowing(a, b), narrowing(b, a)
    return any(
        words and words in fold_again(other.text)
        for words, other in zip(added, (right, left), strict=True)
    )


def _directed(left: Statement, a: Target, right: Statement, b: Target) -> list[ChangeKind]:
    """Return where to the value and how binding it is have moved, if they can be held together."""
    if not (same_unit(a, b) or counted_alike(a, b)) or level_beside_addition(a, b):
        return [ChangeKind.REWORDED]  # 达到45% → 再提高5个百分点; 达到900张 → 新增300张
    kinds = []
    if a.middle != b.middle and not _is_one_bound(a, b):
        if are_of_two_things(left, a, right, b):
            return [ChangeKind.REWORDED]  # 燃气管网700公里 → 地下管网900公里
        kinds.append(ChangeKind.RAISED if b.middle > a.middle else ChangeKind.LOWERED)
    if not kinds or (_is_qualified(left, a) and _is_qualified(right, b)):
        was, is_now = _binding(left, a), _binding(right, b)
        if was != is_now:
            kinds.append(ChangeKind.TIGHTENED if is_now > was else ChangeKind.LOOSENED)
    return kinds


def _is_one_bound(a: Target, b: Target) -> bool:
    """Say whether a range has come or gone at the bound that stays: 5%以上, 5%—5.5%."""
    bound, span = (a, b) if b.comparator is Comparator.RANGE else (b, a)
    if span.comparator is not Comparator.RANGE or bound.comparator not in BOUNDS:
        return False
    return bound.middle == span.ends[BOUNDS[bound.comparator]]


def _binding(statement: Statement, target: Target) -> tuple[int, int]:
    """Return how much a number binds, by its qualifier and then by the effort that is promised."""
    return STRICTNESS[target.comparator], _effort(statement, target)


def _is_qualified(statement: Statement, target: Target) -> bool:
    """Say whether more is said of a number than itself: 300亩 → 200亩以上 tightens nothing."""
    return target.comparator in QUALIFIED or _effort(statement, target) != 0


def _told(
    kind: ChangeKind, left: Statement, a: Target, right: Statement, b: Target
) -> tuple[str, str]:
    """Return both numbers as written, with what tells them apart where they are alike."""
    words = as_written(left, a), as_written(right, b)
    if fold_again(words[0]) != fold_again(words[1]):
        return words
    quoted = _with_name if kind is ChangeKind.RESCOPED else _with_effort
    return quoted(left, a), quoted(right, b)


def _with_name(statement: Statement, target: Target) -> str:
    end = target.span.end - statement.span.start
    return statement.text[end - len(target.quote) : end]


def _with_effort(statement: Statement, target: Target) -> str:
    at, end = (place - statement.span.start for place in (target.span.start, target.span.end))
    found = ANY_EFFORT.search(narrow(statement.text), max(0, at - EFFORT_REACH), at)
    return statement.text[found.start() if found else at : end]


def _effort(statement: Statement, target: Target) -> int:
    """Return 1 where the number is to be reached without fail, -1 where it is only aimed at."""
    at = target.span.start - statement.span.start
    before = narrow(statement.text[max(0, at - EFFORT_REACH) : at])
    return sum(sign for sign, words in EFFORT.items() if words.search(before))


def of_quantity(
    left: Statement,
    right: Statement,
    left_clause: str,
    right_clause: str,
    carried: CarriedNumbers,
) -> list[Change]:
    """Return that one side alone puts a number to what both promise.

    A number that became one of another statement has not gone, nor come.
    """
    if not left.targets and not right.targets:
        return []
    lefts = _numbers(left, left_clause, right)
    rights = _numbers(right, right_clause, left)
    if bool(lefts) == bool(rights):
        return []
    if rights:
        found = _told_of(rights, right, left, carried.rights)
        return [_come(right, number) for number in found]
    found = _told_of(lefts, left, right, carried.lefts)
    return [_gone(left, number) for number in found]


def _told_of(
    numbers: Sequence[Target], statement: Statement, other: Statement, elsewhere: frozenset[int]
) -> list[Target]:
    """Return all of the numbers whose indicators the other statement names, or else the best."""
    text = fold_again(other.text)
    free = _named_alone(statement, other, elsewhere)
    named = [one for one in free if not _says(text, fold_again(as_written(statement, one)))]
    if named:
        return named
    best = _best_named(numbers, statement, other, elsewhere)
    return [best] if best else []


def _gone(statement: Statement, number: Target) -> Change:
    return Change(ChangeKind.UNQUANTIFIED, number.indicator, as_written(statement, number), "")


def _come(statement: Statement, number: Target) -> Change:
    return Change(ChangeKind.QUANTIFIED, number.indicator, "", as_written(statement, number))


def of_number_beside(left: Statement, right: Statement, carried: CarriedNumbers) -> list[Change]:
    """Return that one side alone puts a number to what both name, where others became each other.

    进出口增长6% is gone where 进出口回稳向好 is what is left of it.
    """
    gone = [_gone(left, number) for number in _named_alone(left, right, carried.lefts)]
    come = [_come(right, number) for number in _named_alone(right, left, carried.rights)]
    return gone + come


def _named_alone(statement: Statement, other: Statement, elsewhere: frozenset[int]) -> list[Target]:
    """Return the numbers, of those not elsewhere, whose indicator the other names without one."""
    free = [one for one in statement.targets if one.span.start not in elsewhere]
    if not free:
        return []
    bare = _without_number(other)
    return [
        one
        for one in free
        if not any(same_name(one, like) >= SAME_INDICATOR for like in other.targets)
        and any(_names(clause, key) for clause in bare for key in _keys(one))
    ]


def _keys(number: Target) -> set[str]:
    """Return an indicator under its one name, and as it is written: 前沿技术研发."""
    return {indicator_key(number.indicator), fold_again(number.indicator)}


def _without_number(statement: Statement) -> list[str]:
    said = [fold_again(as_written(statement, one)) for one in statement.targets]
    clauses = split_clauses(fold_again(statement.text))
    return [clause for clause in clauses if not any(number in clause for number in said)]


def _names(clause: str, key: str) -> bool:
    """Say whether a clause names an indicator, though maybe in other words around it."""
    if not LONGEST_BARE < len(key) <= len(clause):
        return False
    return common_share(key, clause) >= WHOLLY_NAMED


def _best_named(
    numbers: Sequence[Target], statement: Statement, other: Statement, elsewhere: frozenset[int]
) -> Target | None:
    """Return the one whose indicator the other statement names most, of those not elsewhere.

    What the other has too, if only in the name of a thing, is not gone: 新增百万株苗木规划.
    """
    text = fold_again(other.text)
    return max(
        (
            number
            for number in numbers
            if number.span.start not in elsewhere
            and not _says(text, fold_again(as_written(statement, number)))
        ),
        key=lambda number: common_share(indicator_key(number.indicator), text),
        default=None,
    )


def _says(text: str, number: str) -> bool:
    """Say whether a folded text has a number as it is written."""
    at = text.find(number)
    return at == 0 or (at > 0 and text[at - 1] not in PART_OF_NUMBER)


def _numbers(statement: Statement, clause: str, other: Statement) -> list[Target]:
    """Return the targets that count what both speak of.

    Those are targets whose indicator the other one names, and those in the clause that corresponds
    or behind it without an object of their own.
    """
    text = fold_again(other.text)
    found = []
    for target in statement.targets:
        indicator, words = (
            indicator_key(target.indicator),
            fold_again(as_written(statement, target)),
        )
        if (
            words in clause
            or common_share(indicator, text) >= INDICATOR_NAMED
            or (len(indicator) <= LONGEST_BARE and words in _behind(clause, statement))
            or rare_in_both(indicator, text)  # last, for it takes the longest
        ):
            found.append(target)
    return found


def _behind(clause: str, statement: Statement) -> str:
    """Return the clause behind that one, or behind the first."""
    parts = split_clauses(fold_again(statement.text))
    at = parts.index(clause) if clause in parts else 0
    return "".join(parts[at + 1 : at + 2])
