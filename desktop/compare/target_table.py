"""The table of indicators: what was promised, what is reported, what is promised now."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from desktop.compare.findings import Figure, TargetRow
from desktop.compare.indicators.figures import (
    answer,
    grouped,
    name_of,
    promised,
    review_of,
    years_ahead,
)
from desktop.compare.indicators.indicator_names import both_names, same_name
from desktop.compare.indicators.measures import (
    SAME_INDICATOR,
    counted_alike,
    paired_targets,
    same_unit,
)
from desktop.compare.model import ChangeKind, Direction, Relation, Side
from desktop.compare.revision.number_changes import target_changes
from desktop.text.normalize import narrow_report
from desktop.text.plain_forms import as_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.compare.model import Comparison, StatementLink
    from desktop.report.model import ParsedReport, Statement, Target

CARRIED = (Relation.RECURRING, Relation.REVISED)
# What became of a number that one side alone has, and of the whole promise.
ONE_SIDED = {
    Side.LEFT: (ChangeKind.UNQUANTIFIED, Direction.DROPPED),
    Side.RIGHT: (ChangeKind.QUANTIFIED, Direction.NEW),
}
# Targets that are due so many years apart are two, of a year and of a five-year plan.
FAR_APART = 3
# A sentence that says so, and those behind it in its paragraph, state the main targets.
MAIN = re.compile(r"(?:预期|主要|总体|发展|奋斗|增长)(?:发展)?目标|预期(?:指标|为)|主要指标")


_Pair: TypeAlias = tuple[Figure, Figure]
_Scored: TypeAlias = tuple[float, float, Figure, Figure]


def target_table(comparison: Comparison) -> tuple[TargetRow, ...]:
    """Return a row for each target of either report, main ones first, in the order of the text.

    What a report promises twice stands in one row.
    """
    left, right = comparison.left, comparison.right
    pairs = _pairs(comparison)
    rows: list[tuple[Figure | None, Figure | None, tuple[Direction, ...]]] = []
    rows += [(a, b, _directions(comparison, a, b)) for a, b in pairs]
    gone, come = _alone(left, [a for a, _ in pairs]), _alone(right, [b for _, b in pairs])
    rows += [(a, None, _one_sided(comparison, Side.LEFT, a)) for a in gone]
    rows += [(None, b, _one_sided(comparison, Side.RIGHT, b)) for b in come]
    review = review_of(comparison)
    mains = (_main(left), _main(right))
    found = [
        TargetRow(
            _name(comparison, a, b),
            a,
            answer(comparison, review, a, b),
            b,
            directions,
            bool((a and a.statement in mains[0]) or (b and b.statement in mains[1])),
        )
        for a, b, directions in rows
    ]
    return tuple(sorted(found, key=_order))


def _name(comparison: Comparison, a: Figure | None, b: Figure | None) -> str:
    """Return the name in the characters of its sentence; where there are two, in those of each."""
    written = [
        replace(
            one.target, indicator=as_in(one.target.indicator, side.statements[one.statement].text)
        )
        for one, side in ((a, comparison.left), (b, comparison.right))
        if one
    ]
    return both_names(*written) if len(written) > 1 else written[0].indicator


def _order(row: TargetRow) -> tuple[bool, bool, tuple[int, int]]:
    one = row.left or row.right
    return not row.is_main, row.left is None, one.place if one else (0, 0)


def _pairs(comparison: Comparison) -> list[_Pair]:
    """Return the targets that belong together, each once: by links first, then by name."""
    pairs = _each_once(_linked(comparison))
    lefts = grouped(comparison.left, _alone(comparison.left, [a for a, _ in pairs]))
    rights = grouped(comparison.right, _alone(comparison.right, [b for _, b in pairs]))
    for name in lefts:
        pairs += zip(lefts[name], rights.get(name, []), strict=False)
    return pairs


def _linked(comparison: Comparison) -> Iterator[_Scored]:
    """Yield the targets of linked commitments that are about one indicator, with their scores."""
    of_left, of_right = _by_statement(comparison.left), _by_statement(comparison.right)
    for link in comparison.statement_links:
        lefts, rights = of_left.get(link.left, {}), of_right.get(link.right, {})
        if link.relation not in CARRIED or not (lefts and rights):
            continue
        named = set(paired_targets(lefts, rights))
        for (x, a), (y, b) in product(lefts.items(), rights.items()):
            ahead = years_ahead(comparison.left, a) - years_ahead(comparison.right, b)
            alike = (x, y) in named or _is_told(comparison, link, a, b)
            if alike and abs(ahead) < FAR_APART:
                yield link.score, same_name(x, y), a, b


def _is_told(comparison: Comparison, link: StatementLink, a: Figure, b: Figure) -> bool:
    """Say whether a change of the two statements is that of these numbers.

    Where the numbers are alike, the change quotes more of the sentences, up to their ends. Of a
    share and a count that are called otherwise the change says no more than that both were told.
    """
    if not (
        _are_measured_alike(a.target, b.target) or same_name(a.target, b.target) >= SAME_INDICATOR
    ):
        return False
    words = a.words(comparison.left), b.words(comparison.right)
    return any(
        change.left.endswith(words[0]) and change.right.endswith(words[1])
        for change in link.changes
    )


def _are_measured_alike(a: Target, b: Target) -> bool:
    return same_unit(a, b) or counted_alike(a, b)


def _by_statement(parsed: ParsedReport) -> dict[int, dict[Target, Figure]]:
    found: dict[int, dict[Target, Figure]] = defaultdict(dict)
    for figure in promised(parsed):
        found[figure.statement][figure.target] = figure
    return found


def _each_once(scored: Iterable[_Scored]) -> list[_Pair]:
    pairs: dict[Figure, Figure] = {}
    taken: set[Figure] = set()
    for *_, a, b in sorted(scored, key=lambda s: (-s[0], -s[1], s[2].place, s[3].place)):
        if a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return list(pairs.items())


def _alone(parsed: ParsedReport, paired: Sequence[Figure]) -> list[Figure]:
    """Return the targets that no pair has, but for those that only say another one again."""
    said = {_meaning(figure) for figure in paired}
    found = []
    for figure in promised(parsed):
        if figure not in paired and _meaning(figure) not in said:
            said.add(_meaning(figure))
            found.append(figure)
    return found


def _meaning(figure: Figure) -> tuple[object, ...]:
    target = figure.target
    return name_of(figure) or figure, target.middle, target.comparator, target.deadline


def _directions(comparison: Comparison, a: Figure, b: Figure) -> tuple[Direction, ...]:
    """Return how the right target differs, in the words of the change of the two statements."""
    left = comparison.left.statements[a.statement]
    right = comparison.right.statements[b.statement]
    words = (a.words(comparison.left), b.words(comparison.right))
    links = comparison.links_of(Side.LEFT, left.id)
    said = [change for link in links if link.right == right.id for change in link.changes]
    told = [change for change in said if (change.left, change.right) == words]
    told = told or target_changes(left, a.target, right, b.target)
    return tuple(dict.fromkeys(Direction(change.kind) for change in told)) or (Direction.SAME,)


def _one_sided(comparison: Comparison, side: Side, figure: Figure) -> tuple[Direction]:
    """Return whether a number alone has gone or come, or all that it is said of."""
    number, whole = ONE_SIDED[side]
    words = figure.words(comparison.side(side))
    links = comparison.links_of(side, figure.statement)
    said = {(c.kind, c.left or c.right) for link in links for c in link.changes}
    return (Direction(number) if (number, words) in said else whole,)


def _main(parsed: ParsedReport) -> frozenset[int]:
    """Return the commitments that state the main targets."""
    text = narrow_report(parsed.report.text).text
    found: set[int] = set()
    before: Statement | None = None
    for statement in parsed.commitments:
        between = text[before.span.end : statement.span.start] if before else "\n"
        goes_on = before is not None and before.id in found and "\n" not in between
        if goes_on or MAIN.search(statement.span.of(text)):
            found.add(statement.id)
        before = statement
    return frozenset(found)
