"""What it costs to write the documents of a pair of long reports with many notes."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.compare.annotation import Annotation, Status, anchor_at
from desktop.compare.compare import compare
from desktop.report.parse import parse_report
from desktop.writers import to_docx
from desktop.writers.contents import Contents, Kind
from tests.bench.measure import median_ms
from tests.bench.pairs import long_pair

if TYPE_CHECKING:
    from desktop.compare.model import Comparison

CHARACTERS, NOTES, COMMENTS = 25_000, 200, 2_000
QUICK_CHARACTERS = 2_000
WRITTEN = datetime(2026, 1, 5, 12, tzinfo=UTC)


def print_exporting(runs: int, quick: bool) -> None:
    """Print what each Word document takes, beside comparing the pair that it is made of."""
    length = QUICK_CHARACTERS if quick else CHARACTERS
    left, right = map(parse_report, long_pair(length))
    comparison = compare(left, right)
    peer = median_ms(lambda: compare(left, right), runs)
    print(f"\nWord documents of two made reports of {length} characters")
    print(f"{'':36}{'CPU ms':>9}{'× comparing':>13}")
    for kind, count in (
        *((kind, NOTES) for kind in Kind),
        *(((Kind.COMMENTS, COMMENTS),) if not quick else ()),
    ):
        notes = made_notes(comparison, count)
        contents = Contents(kinds=(kind,))
        taken = median_ms(lambda a=notes, b=contents: to_docx(comparison, a, contents=b), runs)
        print(f"{f'{kind}, {count} notes':36}{taken:9.1f}{taken / peer:13.2f}")


def made_notes(comparison: Comparison, count: int) -> tuple[Annotation, ...]:
    """Return notes on statements anywhere in the later report, and on partners in the other."""
    chance = random.Random(0)  # noqa: S311 - the same notes in every run
    parsed = comparison.right
    partners = {link.right: link.left for link in comparison.statement_links}
    notes = []
    for number in range(1, count + 1):
        at = chance.randrange(len(parsed.statements))
        partner = comparison.left.statements[partners[at]] if at in partners else None
        notes.append(
            Annotation(
                id=number,
                left=anchor_at(comparison.left, partner.span) if partner else None,
                right=anchor_at(parsed, parsed.statements[at].span),
                body="口径有变，请核对统计公报。",
                tags=("目标值",) if number % 2 else ("民生", "待核"),
                status=chance.choice(list(Status)),
                colour="",
                author="王敏",
                created=WRITTEN,
                changed=WRITTEN,
                editor="王敏",
                edited=WRITTEN,
            )
        )
    return tuple(notes)
