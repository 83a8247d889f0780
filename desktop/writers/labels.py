"""The words that documents print, in Chinese and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.compare.annotation import Status
from desktop.compare.model import ChangeKind, Relation, Side

if TYPE_CHECKING:
    from enum import StrEnum


class Words(NamedTuple):
    """One label in both languages."""

    zh: str
    en: str

    def of(self, language: str, **values: object) -> str:
        """Return the words in `language`, Chinese for "zh…", with `values` filled in."""
        words = self.zh if language.startswith("zh") else self.en
        return words.format(**values) if values else words


LABELS: dict[StrEnum, Words] = {
    Relation.RECURRING: Words("延续", "Recurring"),
    Relation.REVISED: Words("调整", "Revised"),
    Relation.NEW: Words("新增", "New"),
    Relation.DROPPED: Words("未再提及", "Dropped"),
    Relation.DELIVERED: Words("已兑现", "Delivered"),
    Relation.PROGRESS: Words("推进中", "In progress"),
    ChangeKind.RAISED: Words("提高", "raised"),
    ChangeKind.LOWERED: Words("降低", "lowered"),
    ChangeKind.TIGHTENED: Words("收紧", "tightened"),
    ChangeKind.LOOSENED: Words("放宽", "loosened"),
    ChangeKind.QUANTIFIED: Words("量化", "quantified"),
    ChangeKind.UNQUANTIFIED: Words("去量化", "no longer quantified"),
    ChangeKind.RESCHEDULED: Words("时限调整", "rescheduled"),
    ChangeKind.RESCOPED: Words("范围调整", "rescoped"),
    ChangeKind.REWORDED: Words("改提法", "reworded"),
    Status.TO_CHECK: Words("待核", "to check"),
    Status.CONFIRMED: Words("已确认", "confirmed"),
    Status.QUESTION: Words("存疑", "question"),
    Status.QUOTE: Words("引用", "quote"),
    Status.IGNORE: Words("忽略", "ignore"),
    Side.LEFT: Words("左", "Left"),
    Side.RIGHT: Words("右", "Right"),
}

TITLE = Words("{body}报告对照表", "Comparison of Reports")
UNTITLED = Words("未命名报告", "untitled report")
REPORT = Words("《{title}》", "{title}")
YEAR = Words("（{year}年）", " ({year})")
COUNT = Words("{label}{number}项", "{label}: {number}")
COUNTS_BETWEEN = Words("，", "; ")
COUNTS_END = Words("。", ".")
CHANGE = Words("{kind}：{what}", "{kind}: {what}")
ARROW = Words("{indicator}{left} → {right}", "{indicator}{left} → {right}")
NOTHING = Words("（无）", "(none)")
RELATION_COLUMN = Words("关系与变化", "Relation and change")
NOTE_COLUMN = Words("批注", "Note")
NO_ROWS = Words("两份报告中没有可以对照的承诺。", "There are no commitments to compare.")
NOTES = Words("批注", "Notes")
NOTE = Words("批注{number}", "Note {number}")
ORPHAN = Words("失锚：原文中未找到此引文", "orphan: the quote is not found in the text")
QUOTED = Words("“{quote}”", "“{quote}”")
MOVED = Words("顺序调整", "moved")
SOURCE = Words("——{report}　{path}", "— {report}, {path}")
NOT_LISTED = Words("延续{number}项，未逐一列出。", "{number} recurring, not listed one by one.")
SIZE = Words(
    "{characters}字，{sections}个章节，{commitments}项承诺",
    "{characters} characters, {sections} sections, {commitments} commitments",
)


def label(value: StrEnum, language: str) -> str:
    """Return the name of `value` in `language`."""
    return LABELS[value].of(language)
