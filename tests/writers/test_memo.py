"""The memo: its chapters, what it counts, and what it tells of each partner."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.compare.model import Relation
from desktop.writers.contents import Chapters, Contents, Kind
from desktop.writers.document import HEADINGS, Style, headings_of, paragraphs_of, runs_of
from desktop.writers.material import material
from desktop.writers.sheets import compose, composed

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison


def test_the_memo_tells_what_each_partner_changes(split: Comparison) -> None:
    memo = compose(split, (), Contents((Kind.MEMO,)))
    told = ["".join(run.text for run in heading.runs) for heading in headings_of(memo)]
    assert any("收紧：粮食播种面积" in text and "去量化：茶会 3场" in text for text in told)


def test_a_memo_counts_what_recurs_and_lists_it_where_nothing_else_is_asked_for(
    comparison: Comparison,
) -> None:
    def memo(relations: frozenset[Relation]) -> tuple[str, str]:
        contents = Contents(kinds=(Kind.MEMO,), relations=relations)
        document = compose(comparison, (), contents)
        headings = "".join(heading.text for heading in headings_of(document))
        return headings, "".join(run.text for run in runs_of(document))

    headings, words = memo(frozenset(Relation))
    assert "延续" not in headings
    assert "延续1项，未逐一列出。" in words
    assert "办好云溪茶会。" not in words
    headings, words = memo(frozenset({Relation.RECURRING}))
    assert "二、延续1项" in headings
    assert "未逐一列出" not in words
    assert "办好云溪茶会。" in words


def test_a_report_that_begins_with_its_title_prints_it_once(comparison: Comparison) -> None:
    def first(title: str) -> list[tuple[str, str]]:
        report = replace(comparison.right.report, title=title)
        parsed = replace(comparison.right, report=report)
        contents = Contents(kinds=(Kind.COMMENTS,), has_highlights=False)
        document = compose(replace(comparison, right=parsed), (), contents)
        found = [one for block in document.sheets[0].blocks for one in paragraphs_of(block)]
        return [(one.style, one.text) for one in found[:2]]

    line = comparison.right.report.text.split("\n")[0]
    assert first(line)[0] == (Style.TITLE, line)
    assert first(line)[1][1] != line
    (style, name), (_, below) = first("云溪县政府工作报告")
    assert style is Style.TITLE
    assert "云溪县政府工作报告" in name
    assert below == line


def test_notes_of_a_memo_are_gathered_by_tag_or_section(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    def chapters(by: Chapters) -> list[str]:
        document = compose(comparison, notes, Contents(kinds=(Kind.MEMO,), chapters=by))
        texts = [heading.text for heading in headings_of(document)]
        return [h for h in texts[texts.index("七、批注") + 1 :] if not h.startswith("批注")]

    assert chapters(Chapters.TAG) == ["（一）农业", "（二）未加标签"]
    # The second is an orphan, which knows of no section here.
    assert chapters(Chapters.SECTION) == ["（一）二〇二四年安排", "（二）“二、民生”"]


def test_a_memo_numbers_its_own_chapters_and_no_heading_of_a_report(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    def levels(language: str) -> list[list[str]]:
        document = compose(comparison, notes, Contents(kinds=(Kind.MEMO,)), language)
        found = headings_of(document)
        return [[one.text for one in found if HEADINGS[one.style] == level] for level in (1, 2, 3)]

    for language, numbers in (
        ("zh", ("[一二三四五六七八]、", "（[一二]）", "[0-9]+．|批注")),
        ("en", ("[IV]+\\. ", "[AB]\\. ", "[0-9]+\\. |Note")),
    ):
        for headings, number in zip(levels(language), numbers, strict=True):
            assert headings
            assert all(re.match(number, heading) for heading in headings)
    assert "（一）二〇二四年安排" in levels("zh")[1]


def test_parts_of_a_chapter_stand_as_in_the_report(comparison: Comparison) -> None:
    """The rows are in the order of the earlier report, which may be another one."""
    chosen = material(comparison, (), Contents(kinds=(Kind.MEMO,)))
    rows = [replace(row, relation=Relation.NEW) for row in chosen.statements if row.right]
    for order in (rows, rows[::-1]):
        headings = headings_of(composed(replace(chosen, rows=tuple(order)), "zh"))
        parts = [one.text for one in headings if one.style is Style.HEADING_2]
        assert parts == ["（一）过去一年", "（二）二〇二四年安排"]
