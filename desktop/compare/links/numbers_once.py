"""Say once that a number has gone or come, where a statement has several partners."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.compare.indicators.indicator_names import indicator_key
from desktop.compare.model import Change, ChangeKind, Side, StatementLink
from desktop.compare.revision.changes import relation
from desktop.text.clauses import common_share
from desktop.text.normalize import fold_again

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.compare.links.contest import Contest

# On which side the number stands that the other has not.
NUMBERED = {ChangeKind.UNQUANTIFIED: Side.LEFT, ChangeKind.QUANTIFIED: Side.RIGHT}


def said_once(found: Contest, carried: Iterable[StatementLink]) -> list[StatementLink]:
    """Return the links of which only one says of a number that it has gone, or has come.

    It is the one whose other sentence names most of what the number counts, of equals the surest.
    Of 36 others that were read six spoke of that at all.
    """
    texts = {
        Side.LEFT: {statement.id: statement.text for statement in found.lefts},
        Side.RIGHT: {statement.id: statement.text for statement in found.rights},
    }
    links = list(carried)
    claims = defaultdict(list)
    for place, link in enumerate(links):
        for change in link.changes:
            if side := NUMBERED.get(change.kind):
                named = _named(change, texts[side.other], link.end(side.other))
                claims[link.end(side), change].append((-named, -link.score, place))
    for (_, change), rivals in claims.items():
        for *_, place in sorted(rivals)[1:]:
            links[place] = _without(links[place], change)
    return links


def _named(change: Change, texts: Mapping[int, str], statement: int) -> float:
    """Return how much of what a number counts the sentence without it names."""
    return common_share(indicator_key(change.indicator), fold_again(texts[statement]))


def _without(link: StatementLink, change: Change) -> StatementLink:
    rest = tuple(other for other in link.changes if other != change)
    return replace(link, changes=rest, relation=relation(rest))
