"""The words of changes, which are found in folded text, as the two sentences write them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.text.normalize import narrow_report
from desktop.text.plain_forms import as_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.compare.model import Change, StatementLink
    from desktop.report.model import ParsedReport, Statement

BOTH = " / "  # what parts two names of one number


def written_links(
    links: Iterable[StatementLink], left: ParsedReport, right: ParsedReport
) -> list[StatementLink]:
    """Return links whose changes are in the characters of the reports, if these are traditional."""
    if not any(narrow_report(side.report.text).is_traditional for side in (left, right)):
        return list(links)
    return [
        replace(
            link,
            changes=written_changes(
                link.changes, left.statements[link.left], right.statements[link.right]
            ),
        )
        for link in links
    ]


def written_changes(
    found: Iterable[Change], left: Statement, right: Statement
) -> tuple[Change, ...]:
    """Return the changes of two statements in their characters."""
    return tuple(
        replace(
            change,
            indicator=_names(change, left, right),
            left=as_in(change.left, left.text),
            right=as_in(change.right, right.text),
        )
        for change in found
    )


def _names(change: Change, left: Statement, right: Statement) -> str:
    """Return the name of what changed, which is that of the right one if both have it."""
    names = change.indicator.split(BOTH)
    sides = (left, right) if len(names) > 1 else (right if change.right else left,)
    return BOTH.join(as_in(name, side.text) for name, side in zip(names, sides, strict=False))
