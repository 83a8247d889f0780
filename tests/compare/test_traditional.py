"""A report and its copy in traditional characters are compared as one and the same."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.compare.compare import compare
from desktop.compare.target_table import target_table
from desktop.compare.wording import wording
from desktop.report.metadata import metadata
from desktop.report.model import ParsedReport, Report
from desktop.report.parse import parse_report
from desktop.text.diff import diff_tokens
from desktop.text.plain_forms import plain, plain_forms
from desktop.writers.json import to_json
from tests.traditional import traditional

if TYPE_CHECKING:
    from desktop.compare.findings import TargetRow
    from desktop.compare.model import Comparison

SEEDS = Path(__file__).parents[2] / "seeds"
EARLIER, LATER = "yunchuan_2023_work_report", "yunchuan_2024_work_report"
CHOICES = st.integers(0, 5)


@cache
def parsed(name: str, seed: int | None = None) -> ParsedReport:
    text = (SEEDS / f"{name}.txt").read_text("utf-8")
    text = text if seed is None else traditional(text, seed)
    known = metadata(text)
    return parse_report(
        Report(text, known.title, known.body, known.year, known.kind, known.date, name)
    )


def links(found: Comparison) -> list[tuple[object, ...]]:
    """Return all that is said of statements, in plain forms."""
    return [
        (
            *(link.left, link.right, link.relation, link.score, link.reasons),
            *((c.kind, plain(c.indicator), plain(c.left), plain(c.right)) for c in link.changes),
        )
        for link in found.statement_links
    ]


def row(one: TargetRow) -> tuple[object, ...]:
    ends = (one.left, one.reported, one.right)
    return plain(one.indicator), one.directions, one.is_main, [e and e.place for e in ends]


@pytest.mark.parametrize("names", [(EARLIER, LATER), (LATER, LATER)])
@given(seed=CHOICES, other=CHOICES)
@settings(max_examples=3, deadline=None)
def test_nothing_depends_on_the_characters(names: tuple[str, str], seed: int, other: int) -> None:
    left, right = names
    wanted = compare(parsed(left), parsed(right))
    for sides in ((seed, None), (None, seed), (seed, other)):
        found = compare(*map(parsed, names, sides))
        assert links(found) == links(wanted)
        assert found.section_links == wanted.section_links
        assert [*map(row, target_table(found))] == [*map(row, target_table(wanted))]


@given(seed=CHOICES)
@settings(max_examples=3, deadline=None)
def test_a_copy_has_no_words_of_its_own(seed: int) -> None:
    plainly, copy = parsed(LATER), parsed(LATER, seed)
    for statement, other in zip(plainly.statements, copy.statements, strict=True):
        assert {step.tag for step in diff_tokens(statement.text, other.text)} <= {"equal"}
    assert wording(plainly, copy) == wording(copy, plainly) == ()


def test_a_new_term_is_shown_as_it_is_written() -> None:
    texts = (parsed(EARLIER), parsed(LATER, 0))
    shown = [term for term in wording(*texts) if term.right_mention]
    wanted = [term for term in wording(texts[0], parsed(LATER)) if term.right_mention]
    assert [plain(term.text) for term in shown] == [plain(term.text) for term in wanted]
    for term in shown:
        assert term.right_mention
        assert term.text == term.right_mention.span.of(texts[1].report.text)


def test_what_is_said_of_a_report_is_in_its_characters() -> None:
    """Names of indicators and numbers too, which are found in folded text."""
    sides = parsed(EARLIER, 0), parsed(LATER, 1)
    made = json.loads(to_json(compare(*sides)))
    written = {plain(one): one for one in plain_forms()}
    for side, name in zip(sides, ("left", "right"), strict=True):
        own = set(side.report.text)
        own_only = {c for c in written if c not in own}  # simplified, and not so written there
        for statement in made[name]["statements"]:
            said = statement["commitment"] or {"targets": []}
            for target in said["targets"]:
                words = target["indicator"] + target["quote"] + target["unit"]
                assert own_only.isdisjoint(words)
        for link in made["statement_links"]:
            assert all(own_only.isdisjoint(change[name]) for change in link["changes"])
    names = [r.indicator for r in target_table(compare(*sides)) if r.right and not r.left]
    assert names
    assert all({c for c in written if c not in sides[1].report.text}.isdisjoint(n) for n in names)
