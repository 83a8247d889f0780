"""The lists: every fact of the values stands in each format, and no cell is a formula."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

import pytest

from desktop.compare.compare import compare
from desktop.compare.model import Comparison, Trend
from desktop.compare.target_table import target_table
from desktop.compare.wording import wording
from desktop.report.model import Report
from desktop.report.parse import parse_report
from desktop.writers.tables.commitments import (
    commitment_rows,
    commitments_to_json,
    commitments_to_text,
)
from desktop.writers.tables.rows import Rows, to_csv
from desktop.writers.tables.targets import target_rows, targets_to_json, targets_to_text
from desktop.writers.tables.wording import LISTED, wording_rows, wording_to_json, wording_to_text

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport

COMMITMENTS = """\
《政府工作报告》（2024年）
  2项承诺，1个指标

一、2024年主要任务
  [量化] 茶叶产量达到5000吨以上。
      → 茶叶产量 5000吨以上，2024年
  [一般] 办好茶会，欢迎四方来客。
"""


def report(*lines: str, year: int = 2024) -> ParsedReport:
    body = "\n".join(lines)
    text = f"政府工作报告\n各位代表：\n一、{year}年主要任务\n{body}\n"
    return parse_report(Report(text, title="政府工作报告", year=year))


def cells(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\r@"])
def test_no_cell_can_become_a_formula(start: str) -> None:
    (_, (cell,)) = cells(to_csv(Rows(("列",), ((f"{start}cmd()",),))))
    assert cell.startswith("'")


def test_commitments_read_well() -> None:
    parsed = report("茶叶产量达到5000吨以上。", "办好茶会，欢迎四方来客。")
    assert commitments_to_text(parsed, "zh").decode() == COMMITMENTS
    assert "[quantified] 茶叶产量" in commitments_to_text(parsed, "en").decode()


def test_a_commitment_has_a_row_for_each_target() -> None:
    parsed = report("茶叶产量达到5000吨以上，新建茶园3000亩。", "办好茶会，欢迎四方来客。")
    head, *rows = cells(to_csv(commitment_rows(parsed, "zh")))
    assert head[0] == "章节"
    assert [(row[3], row[4], row[5], row[7]) for row in rows] == [
        ("茶叶产量", "不低于", "5000", "吨"),
        ("新建茶园", "等于", "3000", "亩"),
        ("", "", "", ""),
    ]


def test_commitments_as_json_lead_back_into_the_text() -> None:
    parsed = report("茶叶产量达到5000吨以上。")
    (found,) = json.loads(commitments_to_json(parsed))["commitments"]
    assert parsed.report.text[found["start"] : found["end"]] == found["text"]
    (target,) = found["targets"]
    assert parsed.report.text[target["start"] : target["end"]] == "5000吨以上"
    assert (target["comparator"], target["value"], target["deadline"]) == (">=", 5000, "2024")


def test_a_long_indicator_goes_on_below_itself_within_the_terminal() -> None:
    name = "先进制造业和现代服务业融合发展示范园区企业营业收入"
    left = report(f"{name}达到50亿元以上。", "茶叶产量达到5000吨以上。", year=2023)
    right = report(f"{name}达到60亿元以上。", "茶叶产量达到5000吨以上。")
    comparison = compare(left, right)
    rows = target_table(comparison)
    (longest,) = (row.indicator for row in rows if len(row.indicator) > 20)
    told = targets_to_text(rows, comparison, "zh").decode().splitlines()
    first, second = (line for line in told if set(line.split()[:1]) & set(broken(told, longest)))
    assert first.split()[1:] == ["50亿元以上", "—", "60亿元以上", "提高"]
    assert len(second.split()) == 1
    assert max(map(columns, told)) <= 80


def broken(lines: list[str], name: str) -> list[str]:
    """Return the pieces that a name was broken into."""
    pieces = [line.split()[0] for line in lines if line.split() and line.split()[0] in name]
    assert "".join(pieces) == name
    return pieces


def columns(line: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)


def test_wording_names_the_trend_in_both_languages() -> None:
    left, right = report("办好茶会。", year=2023), report("推广“一码通办”。")
    terms = wording(left, right)
    chinese = wording_to_text(terms, left, right, "zh").decode()
    assert "【首次出现" in chinese
    assert "一码通办  0 → 1\n      右  推广“一码通办”。" in chinese
    assert "【First time" in wording_to_text(terms, left, right, "en").decode()


def test_wording_lists_all_where_it_is_looked_through_by_programs() -> None:
    left = report("办好茶会。", year=2023)
    right = report(*(f"推广“{chr(0x4E00 + 7 * i)}码通办”。" for i in range(LISTED + 5)))
    terms = [term for term in wording(left, right) if term.trend is Trend.NEW]
    assert len(terms) > LISTED
    assert len(json.loads(wording_to_json(terms, left, right))["terms"]) == len(terms)
    assert len(cells(to_csv(wording_rows(terms, left, right, "zh")))) == len(terms) + 1
    assert f"另有{len(terms) - LISTED}项" in wording_to_text(terms, left, right, "zh").decode()
    assert "另有" not in wording_to_text(terms[:LISTED], left, right, "zh").decode()


def test_targets_stand_in_columns() -> None:
    comparison = _compared()
    lines = targets_to_text(target_table(comparison), comparison, "zh").decode().splitlines()
    assert lines[-1].split() == ["茶叶产量", "5000吨左右", "—", "6000吨以上", "提高、收紧"]


def test_directions_are_all_said_in_small_letters() -> None:
    comparison = compare(report("茶叶产量达到5000吨。", year=2023), report("新建茶园3000亩。"))
    lines = targets_to_text(target_table(comparison), comparison, "en").decode().splitlines()
    assert {line.split()[-1] for line in lines if "—" in line} == {"dropped", "new"}


def test_a_target_for_another_year_says_so() -> None:
    comparison = compare(
        report("办好茶会。", year=2023), report("到2027年，茶叶产量达到6000吨以上。")
    )
    lines = targets_to_text(target_table(comparison), comparison, "zh").decode().splitlines()
    assert lines[-1].split() == ["茶叶产量（2027年）", "—", "—", "6000吨以上", "新增"]


def test_targets_carry_their_sentences() -> None:
    comparison = _compared()
    rows = target_table(comparison)
    _, row = cells(to_csv(target_rows(rows, comparison, "en")))
    assert row[4] == "raised, tightened"
    assert row[-1] == "茶叶产量达到6000吨以上。"
    (found,) = json.loads(targets_to_json(rows, comparison))["targets"]
    assert (found["left"]["target"]["value"], found["reported"]) == (5000, None)


def test_nothing_to_list_is_said() -> None:
    parsed = parse_report(Report("政府工作报告\n各位代表：\n一、2023年工作回顾\n茶会办得很好。\n"))
    comparison = Comparison(parsed, parsed)
    assert "没有承诺" in commitments_to_text(parsed, "zh").decode()
    assert "same terms" in wording_to_text((), parsed, parsed, "en").decode()
    assert "没有指标" in targets_to_text((), comparison, "zh").decode()


def _compared() -> Comparison:
    return compare(
        report("茶叶产量达到5000吨左右。", year=2023), report("茶叶产量达到6000吨以上。")
    )
