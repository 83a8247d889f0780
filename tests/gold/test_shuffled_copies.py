"""Real reports against copies of themselves: shuffled, with twelve numbers and words changed.

Nothing needs to be labelled for this: what was changed is known, and all else is as it was.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from desktop.compare.compare import compare
from desktop.compare.model import Relation
from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.text.diff import diff_tokens
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.compare.model import Comparison
    from desktop.report.model import ParsedReport, Statement

REPORTS = (
    "eval/gold/texts/national2019.txt",
    "eval/gold/texts/shanghai2024.txt",
    "corpus/tianjin_2026.txt",
    "corpus/zhejiang_2026.txt",
    "corpus/hailar_2015.txt",
)
EDITS = 12
MOST_CALLED_CHANGED = 0.005  # of the text; the twelve edits themselves are less than a tenth of it
WORDS = {"加快": "暂缓", "推进": "研究", "加强": "放松", "完善": "修订", "支持": "限制"}


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands at one place of the text, and what it becomes."""

    start: int
    old: str
    new: str


@pytest.mark.parametrize("name", REPORTS)
def test_of_a_shuffled_copy_only_what_was_changed_is_called_changed(
    name: str, shared: Path
) -> None:
    left = parse_report(read_report(shared / name))
    edits = chosen_edits(left)
    text = left.report.text
    for edit in edits:
        assert text.startswith(edit.old, edit.start)
        text = text[: edit.start] + edit.new + text[edit.start + len(edit.old) :]
    right = shuffled(parse_report(replace(left.report, text=text)))
    found = compare(left, right)
    assert any(link.moved for link in found.section_links)
    assert called_changed(found) <= MOST_CALLED_CHANGED
    missed = [edit for edit in edits if not is_shown(found, edit)]
    assert not missed
    revised = {link.left for link in found.statement_links if link.relation is Relation.REVISED}
    assert revised == {commitment_at(found, edit) for edit in edits if edit.old.isdigit()}


def chosen_edits(report: ParsedReport) -> list[Edit]:
    """Return six numbers and six words of twelve commitments, spread over the report."""
    numbers = [edit for c in report.commitments if (edit := number_of(c))]
    words = [edit for c in report.commitments if not number_of(c) and (edit := word_of(c))]
    half = EDITS // 2
    return [some[i * len(some) // half] for some in (numbers, words) for i in range(half)]


def number_of(statement: Statement) -> Edit | None:
    for target in statement.commitment.targets if statement.commitment else ():
        quote = target.span.shifted(-statement.span.start).of(statement.text)
        for i, letter in enumerate(quote):
            if letter in "123456":
                return Edit(target.span.start + i, letter, str(int(letter) + 2))
    return None


def word_of(statement: Statement) -> Edit | None:
    for old, new in WORDS.items():
        at = statement.text.find(old)
        if at >= 0:
            return Edit(statement.span.start + at, old, new)
    return None


def shuffled(report: ParsedReport) -> ParsedReport:
    """Return the report with the sections of each part in another order."""
    text = report.report.text
    heads = [s for s in report.sections if s.level <= 2 and text[: s.span.start].endswith("\n")]
    ends = [s.span.start for s in heads[1:]] + [len(text)]
    groups: dict[int, list[str]] = defaultdict(list)
    parts: list[str] = []
    for section, end in zip(heads, ends, strict=True):
        block = text[section.span.start : end].rstrip("\n") + "\n"
        if section.level == 1:
            parts.append(block)
        else:
            groups[len(parts)].append(block)
    dice = random.Random(3)  # noqa: S311 - the same order every time
    for group in groups.values():
        dice.shuffle(group)
    blocks = [text[: heads[0].span.start], *groups[0]]
    for number, part in enumerate(parts, start=1):
        blocks += [part, *groups[number]]
    return parse_report(replace(report.report, text="".join(blocks)))


def called_changed(found: Comparison) -> float:
    """Return the share of both texts that is called new, dropped, or changed within a link."""
    changed = sum(min(link_change(found, a, b) for b in bs) for a, bs in partners(found).items())
    linked = ({x.left for x in found.statement_links}, {x.right for x in found.statement_links})
    for side, ids in zip((found.left, found.right), linked, strict=True):
        changed += sum(len(c.text) for c in side.commitments if c.id not in ids)
    return changed / (len(found.left.report.text) + len(found.right.report.text))


def partners(found: Comparison) -> dict[int, list[int]]:
    by_left: dict[int, list[int]] = defaultdict(list)
    for link in found.statement_links:
        if link.relation in (Relation.RECURRING, Relation.REVISED):
            by_left[link.left].append(link.right)
    return by_left


def link_change(found: Comparison, left: int, right: int) -> int:
    a, b = found.left.statements[left].text, found.right.statements[right].text
    if fold_text(a) == fold_text(b):
        return 0
    steps = [op for op in diff_tokens(a, b) if op.tag != "equal"]
    return sum(len(op.left.of(a)) + len(op.right.of(b)) for op in steps)


def is_shown(found: Comparison, edit: Edit) -> bool:
    """Say whether a link of the changed sentence shows the change in its word diff."""
    at = commitment_at(found, edit)
    for right in partners(found)[at]:
        a, b = found.left.statements[at].text, found.right.statements[right].text
        steps = [op for op in diff_tokens(a, b) if op.tag != "equal"]
        if any(edit.old in op.left.of(a) and edit.new in op.right.of(b) for op in steps):
            return True
    return False


def commitment_at(found: Comparison, edit: Edit) -> int:
    commitments = found.left.commitments
    return next(s.id for s in commitments if s.span.start <= edit.start < s.span.end)
