"""The words that the lists have and the documents do not, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.compare.model import Trend
from desktop.report.model import CommitmentKind
from desktop.text.quantity import Comparator
from desktop.writers.labels import COMMITMENTS, COMPARATORS, TRENDS, Words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

# Members of two enums with one value are equal: each enum has a table of its own.
TABLES: dict[type[StrEnum], Mapping[Any, Words]] = {
    CommitmentKind: COMMITMENTS,
    Comparator: COMPARATORS,
    Trend: TRENDS,
}
SECTION = Words("章节", "Section")
KIND = Words("类型", "Kind")
COMMITMENT = Words("承诺", "Commitment")
COMPARATOR = Words("要求", "Requirement")
VALUE = Words("数值", "Value")
HIGH = Words("上限", "Upper end")
UNIT = Words("单位", "Unit")
DEADLINE = Words("期限", "Deadline")
QUOTE = Words("原文", "Quote")
TREND = Words("变化", "Change")
LEFT_USES = Words("左次数", "Left uses")
RIGHT_USES = Words("右次数", "Right uses")
LEFT_CONTEXT = Words("左例句", "Left context")
RIGHT_CONTEXT = Words("右例句", "Right context")
LEFT_SECTION = Words("左章节", "Left section")
RIGHT_SECTION = Words("右章节", "Right section")
MAIN = Words("主要目标", "Main")
LEFT_QUOTE = Words("左原文", "Left quote")
REPORTED_QUOTE = Words("回顾原文", "Reported quote")
RIGHT_QUOTE = Words("右原文", "Right quote")
YES = Words("是", "yes")
DUE = Words("，{year}年", ", {year}")
NO_COMMITMENTS = Words("这份报告中没有承诺。", "There are no commitments in this report.")
NO_WORDING = Words("两份报告的提法没有差别。", "The two reports use the same terms.")
NO_TARGETS = Words("两份报告中没有指标。", "There are no targets in either report.")
COUNTED = Words(
    "{commitments}项承诺，{targets}个指标", "{commitments:commitment}, {targets:target}"
)
MORE = Words(
    "另有{number}项，见 csv 或 json。", "{number} more: see them with --format csv or json."
)


def word(value: StrEnum, language: str) -> str:
    """Return the name of `value` in `language`."""
    return TABLES[type(value)][value].of(language)
