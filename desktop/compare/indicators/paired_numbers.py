"""Which numbers of two linked commitments became each other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.compare.features.thesaurus import concepts_in, rare, rare_in_both
from desktop.compare.indicators.indicator_names import indicator_key, same_name
from desktop.compare.indicators.measures import (
    SAME_INDICATOR,
    like_size,
    paired_targets,
    same_unit,
    share_beside_count,
)
from desktop.compare.indicators.own_words import may_be_two_investments
from desktop.report.told import told_numbers
from desktop.text.clauses import common_share
from desktop.text.normalize import fold_again

if TYPE_CHECKING:
    from desktop.report.model import Statement, Target

# Words of budgets that do not say what the money is for.
BUDGET = re.compile(r"财政|预算|安排|资金|投入|支出")
OF_BUDGETS = re.compile(
    rf"{BUDGET.pattern}|中央|地方|各级|[省市区县]级|政府|国家|专项|补助|补贴|用于|拟|将|增加|总额|经常性|每年|全国|\""
)
# As SAME_INDICATOR, where the statements correspond and the unit is one.
RATHER_SAME_INDICATOR = 0.3
LEAST_NAMED = 0.2  # as that, where both names speak of one thing: 保障性住房, 保障房
SHORTEST_NAME = 3  # characters; 新增 or 项目 alone is what anything is called
CLAUSE_ALIKE = 0.30  # clauses below this do not speak of the same thing
INDICATOR_NAMED = 0.5  # share of an indicator's character pairs that the other side has too


def paired_numbers(
    left: Statement, right: Statement, left_clause: str, right_clause: str
) -> list[tuple[Target, Target]]:
    """Return the numbers that became each other; the clauses are those that correspond best."""
    if not (left.targets and right.targets):  # as of one pair in fifteen
        return []
    pairs = paired_targets(left.targets, right.targets)
    pairs += _pair_of_rest(left, right, pairs)
    if not pairs and speak_of_one(left_clause, right_clause):
        pairs = _pair_in_clauses(left, right, left_clause, right_clause)
    return [(a, b) for a, b in pairs if are_for_one(left, a, right, b)]


def told_pairs(promise: Statement, told: Statement) -> list[tuple[Target, Target]]:
    """Return the promised numbers with what a review says became of each."""
    if not promise.targets:
        return []
    pairs = paired_targets(promise.targets, told_numbers(told))
    return [
        (a, b)
        for a, b in pairs
        if are_for_one(promise, a, told, b) and not may_be_two_investments(a, b)
    ]


def speak_of_one(left_clause: str, right_clause: str) -> bool:
    """Say whether two folded clauses speak of one thing."""
    return are_alike(left_clause, right_clause) or bool(rare_in_both(left_clause, right_clause))


def are_alike(left_clause: str, right_clause: str) -> bool:
    """Say whether two folded clauses do so in the same words."""
    return common_share(left_clause, right_clause) >= CLAUSE_ALIKE


@lru_cache(maxsize=1 << 12)  # an indicator has several partners
def says_too_little(key: str) -> bool:
    """Say whether an indicator under its one name may be that of anything: 投资, 中央财政安排."""
    return len(key) < SHORTEST_NAME or is_of_any_budget(key)


def is_of_any_budget(name: str) -> bool:
    """Say whether a folded name does not say what the money is for: 中央财政安排."""
    return not OF_BUDGETS.sub("", name)


def as_written(statement: Statement, target: Target) -> str:
    """Return number, unit and qualifier as written."""
    return target.span.shifted(-statement.span.start).of(statement.text)


def _pair_of_rest(
    left: Statement, right: Statement, pairs: list[tuple[Target, Target]]
) -> list[tuple[Target, Target]]:
    """Return more pairs of one unit: in statements that correspond, less of a name is enough."""
    lefts = [t for t in left.targets if all(t is not a for a, _ in pairs)]
    rights = [t for t in right.targets if all(t is not b for _, b in pairs)]
    found = []
    for a in lefts:
        nearest = max(rights, key=lambda b: _nearness(a, b), default=None)
        if nearest is not None and _nearness(a, nearest) >= RATHER_SAME_INDICATOR:
            found.append((a, nearest))
            rights.remove(nearest)
    return found


def are_of_one_term(a: Target, b: Target, apart: int | None) -> bool:
    """Say whether both are to be reached in as many years, give or take one, or in the same."""
    if apart is None or not same_unit(a, b) or not (a.deadline.isdigit() and b.deadline.isdigit()):
        return True
    moved = int(b.deadline) - int(a.deadline)
    return moved == 0 or abs(moved - apart) <= 1


def are_for_one(left: Statement, a: Target, right: Statement, b: Target) -> bool:
    """Say whether money is for the same purpose, where both are sums of a budget.

    What only one name tells must be told by the other sentence: 财政安排20亿元支持卫生事业. Where
    neither tells, both must be called the same.
    """
    names = fold_again(a.indicator), fold_again(b.indicator)
    if not all(BUDGET.search(name) for name in names):
        return True
    one, other = (OF_BUDGETS.sub("", name) for name in names)
    if one and other:
        return not set(one).isdisjoint(other)
    if not (one or other):
        return same_name(a, b) == 1.0
    said = fold_again(right.text if one else left.text)
    return common_share(one or other, said) >= INDICATOR_NAMED


def _nearness(a: Target, b: Target) -> float:
    if not same_unit(a, b) or not like_size(a, b):
        return 0.0
    name = same_name(a, b)
    if LEAST_NAMED <= name < RATHER_SAME_INDICATOR and _is_named_alike(a, b):
        return RATHER_SAME_INDICATOR
    return name


def _is_named_alike(a: Target, b: Target) -> bool:
    """Say whether one name speaks of nothing that the other does not speak of."""
    ones, others = (concepts_in(indicator_key(t.indicator)) for t in (a, b))
    return bool(rare(ones & others)) and (ones <= others or others <= ones)


def _pair_in_clauses(
    left: Statement, right: Statement, left_clause: str, right_clause: str
) -> list[tuple[Target, Target]]:
    """Return the only numbers of two clauses that speak of one thing, however it is called."""
    lefts = [t for t in left.targets if fold_again(as_written(left, t)) in left_clause]
    rights = [t for t in right.targets if fold_again(as_written(right, t)) in right_clause]
    if len(lefts) != 1 or len(rights) != 1:
        return []
    comparable = like_size(*lefts, *rights) and (
        same_unit(*lefts, *rights)
        or (
            same_name(*lefts, *rights) >= SAME_INDICATOR and not share_beside_count(*lefts, *rights)
        )
    )
    return [(lefts[0], rights[0])] if comparable else []
