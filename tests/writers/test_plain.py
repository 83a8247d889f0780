from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.compare.model import Comparison, Relation
from desktop.compare.rows import comparison_rows
from desktop.writers import to_text

if TYPE_CHECKING:
    from collections.abc import Callable

EXPECTED = """\
云溪县政府工作报告对照表
  左  云溪县《政府工作报告》（2023年）  62字，1个章节，5项承诺
  右  云溪县《政府工作报告》（2024年）  78字，2个章节，3项承诺

新增1项，调整1项，未再提及1项，已兑现1项，推进中1项，延续1项。

【新增 1】
  二、二〇二四年安排
    · 建成南门停车场。

【调整 1】
  二、二〇二四年安排
    · 左  粮食播种面积稳定在9万亩左右。
      右  粮食播种面积稳定在9万亩以上。
      ＊ 收紧：粮食播种面积 9万亩左右 → 9万亩以上

【未再提及 1】
  一、二〇二三年安排
    · 新建云溪书屋4座。

【已兑现 1】
  一、过去一年
    · 左  完成档案馆搬迁。
      右  档案馆搬进了新址。

【推进中 1】
  一、过去一年
    · 左  修通乡道30公里。
      右  乡道修通21公里，余下路段正在施工。

延续1项，未逐一列出。
"""


def test_the_text_has_summary_and_differences(comparison: Comparison) -> None:
    assert to_text(comparison).decode() == EXPECTED


def test_the_text_tells_what_each_partner_changes_once(split: Comparison) -> None:
    lines = to_text(split).decode().splitlines()
    assert [line.strip() for line in lines if "＊" in line] == [
        "＊ 收紧：粮食播种面积 9万亩左右 → 9万亩以上",
        "＊ 去量化：茶会 3场 → （无）",
    ]


def test_the_text_speaks_english_too(comparison: Comparison) -> None:
    text = to_text(comparison, "en").decode()
    assert text.startswith("云溪县: Comparison of Government Work Reports\n")
    assert "New: 1; Revised: 1; Dropped: 1; Delivered: 1; In progress: 1; Recurring: 1." in text
    assert "tightened: 粮食播种面积 9万亩左右 → 9万亩以上" in text


def test_every_difference_of_the_sample_pair_is_told(sample: Comparison) -> None:
    text = to_text(sample).decode()
    for row in comparison_rows(sample):
        if not row.is_heading and row.relation is not Relation.RECURRING:
            for parsed, ids in ((sample.left, row.left), (sample.right, row.right)):
                assert all(" ".join(parsed.statements[i].text.split()) in text for i in ids)


def test_a_quotation_without_end_is_shortened_in_the_middle(
    renamed: Callable[[str], Comparison],
) -> None:
    long = "".join(f"第{number}项，" for number in range(500)) + "到此为止。"
    listing = to_text(renamed(long)).decode().partition("【")[2].splitlines()
    quoted = [line for line in listing if "第0项" in line]
    assert len(quoted) > 10  # sentences, headings, and what has changed
    assert all("…" in line and line.endswith("到此为止。") for line in quoted)
    assert max(map(len, listing)) < 330


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(st.characters(codec=None)))
def test_no_text_of_a_report_can_steer_the_terminal(
    renamed: Callable[[str], Comparison], text: str
) -> None:
    written = to_text(renamed(text)).decode("utf-8").replace("\n", "")
    assert not [char for char in written if unicodedata.category(char) in ("Cc", "Cs")]
