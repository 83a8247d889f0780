"""What looks wrong with a report, each fault made on purpose in one that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.report.cleaning.clean import clean
from desktop.report.metadata import metadata
from desktop.report.model import Reason, Report, Role, SetAside
from desktop.report.parse import parse_report
from desktop.report.preflight import preflight
from tests.traditional import traditional

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.report.preflight import Preflight


@pytest.fixture(scope="module")
def text(seeds: Path) -> str:
    return (seeds / "yunchuan_2024_work_report.txt").read_text("utf-8")


def looked_over(text: str) -> Preflight:
    cleaned = clean(text)
    found = metadata(cleaned.text, "report")
    return preflight(
        parse_report(
            Report(cleaned.text, kind=found.kind, year=found.year, set_aside=cleaned.set_aside)
        )
    )


def kinds(text: str) -> set[str]:
    found = looked_over(text)
    for note in found.notes:  # what and why, then what to do
        assert ": " in note.en
        assert note.en.endswith(".")
        assert "：" in note.zh
        assert note.zh.endswith("。")
    return {note.kind for note in found.notes}


def test_nothing_looks_wrong_with_a_sound_report(text: str) -> None:
    found = looked_over(text)
    assert found.notes == ()
    assert {Role.REVIEW, Role.PLAN} <= {part.role for part in found.parts}
    assert found.characters > sum(part.characters for part in found.parts) > 8000
    assert found.headings > 40
    assert found.commitments > 100


def test_the_sample_reports_are_sound(seeds: Path) -> None:
    for name in ("2023_work_report", "2024_work_report"):
        assert kinds((seeds / f"yunchuan_{name}.txt").read_text("utf-8")) == set()


def test_lost_characters(text: str) -> None:
    assert "damaged" in kinds("".join("\ufffd" if i % 97 == 0 else c for i, c in enumerate(text)))


def test_one_of_a_kind_is_said_as_one() -> None:
    said = [note.en for note in preflight(parse_report(Report("今\ufffd"))).notes]
    assert any("1 lost or unreadable character, so" in sentence for sentence in said)
    said = [note.en for note in preflight(parse_report(Report("今"))).notes]
    assert any("only 1 character, fewer" in sentence for sentence in said)


@pytest.mark.parametrize("wrong", [("utf-8", "gb18030"), ("gb18030", "big5hkscs")])
def test_a_wrong_encoding(text: str, wrong: tuple[str, str]) -> None:
    written, read = wrong
    assert "garbled" in kinds(text.encode(written).decode(read, "replace"))


def test_traditional_characters_are_no_wrong_encoding(text: str) -> None:
    assert kinds(traditional(text)) == kinds(text)


def test_an_end_that_is_missing(text: str) -> None:
    middle = text.index("2024年主要任务") + 1500
    assert "truncated" in kinds(text[:middle])


def test_an_annex_that_breaks_off_behind_the_closing(text: str) -> None:
    listed = "新建养老床位三百张，改造食堂十二家，"
    assert "truncated" in kinds(f"{text}附件\n{listed * 3}")
    assert "truncated" not in kinds(f"{text}附件\n{listed}")  # as long as a heading may be


def test_a_report_that_was_pasted_twice(text: str) -> None:
    assert "two copies" in kinds(f"{text}\n{text}")


def test_a_page_with_much_around_the_report_is_no_second_copy(text: str) -> None:
    parsed = parse_report(Report(text, set_aside=(SetAside(Reason.BOILERPLATE, text, 0),)))
    assert "two copies" not in {note.kind for note in preflight(parsed).notes}


def test_two_copies_that_differ_a_little(text: str) -> None:
    again = text.replace("，", "，\n", 40).replace("政府工作报告", "工作报告")
    assert "two copies" in kinds(f"{text}\n{again}")


def test_no_headings(text: str) -> None:
    sentences = [line for line in text.split("\n") if line.endswith("。") and len(line) > 60]
    plain = "\n".join(line.partition("。")[2] for line in sentences)
    assert "no headings" in kinds(plain) or looked_over(plain).headings < 5


def test_no_plan(text: str) -> None:
    review = text[: text.index("三、")] if "三、" in text else text
    start = review.index("一、2023年工作回顾")
    end = text.index("二、", start)
    assert "no plan" in kinds(text[:end])


def test_nothing_promised() -> None:
    assert "no commitments" in kinds("红烧肉的做法\n五花肉切块，小火炖一小时。\n")
    assert "no commitments" not in kinds("政府工作报告\n一、下一步工作安排\n新建公园三座。\n")


def test_too_short() -> None:
    assert "short" in kinds("政府工作报告\n全区新建公园三座。\n")


def test_several_reports(seeds: Path) -> None:
    from desktop.readers.report import read_report  # noqa: PLC0415 - an encoding to be found

    compendium = read_report(seeds / "yunchuan_compendium.txt")
    assert "several reports" in {note.kind for note in preflight(parse_report(compendium)).notes}
