"""The words that documents print, in Chinese and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.compare.annotation import Status
from desktop.compare.model import ChangeKind, Direction, Relation, Side, Trend
from desktop.report.model import CommitmentKind, ReportKind, Role
from desktop.text.quantity import Comparator
from desktop.writers.contents import Confirmation, Kind

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
    ChangeKind.UNQUANTIFIED: Words("去量化", "unquantified"),
    ChangeKind.RESCHEDULED: Words("时限调整", "rescheduled"),
    ChangeKind.RESCOPED: Words("范围调整", "rescoped"),
    ChangeKind.REWORDED: Words("改提法", "reworded"),
    Status.TO_CHECK: Words("待核", "to check"),
    Status.CONFIRMED: Words("已确认", "confirmed"),
    Status.QUESTION: Words("存疑", "question"),
    Status.QUOTE: Words("引用", "quote"),
    Status.IGNORE: Words("忽略", "ignore"),
    ReportKind.WORK: Words("政府工作报告", "Government Work Report"),
    ReportKind.PLAN: Words("计划执行情况报告", "Plan Report"),
    ReportKind.REPLY: Words("审议意见复函", "Reply"),
    ReportKind.BUDGET: Words("预算报告", "Budget Report"),
    ReportKind.PROGRAMME: Words("规划纲要", "Programme"),
    ReportKind.OTHER: Words("报告", "Report"),
    Side.LEFT: Words("左", "Left"),
    Side.RIGHT: Words("右", "Right"),
}

ROLES: dict[Role, Words] = {
    Role.FRONT: Words("开头", "front"),
    Role.REVIEW: Words("工作回顾", "review"),
    Role.PROBLEMS: Words("存在问题", "problems"),
    Role.PLAN: Words("工作安排", "plan"),
    Role.SELF_GOVERNMENT: Words("自身建设", "self-government"),
    Role.CLOSING: Words("结束语", "closing"),
    Role.APPENDIX: Words("附件", "appendix"),
    Role.GLOSSARY: Words("名词解释", "glossary"),
    Role.NOISE: Words("其他内容", "noise"),
}
COMMITMENTS: dict[CommitmentKind, Words] = {
    CommitmentKind.QUANTIFIED: Words("量化", "quantified"),
    CommitmentKind.NAMED: Words("具体", "named"),
    CommitmentKind.GENERAL: Words("一般", "general"),
}
COMPARATORS: dict[Comparator, Words] = {
    Comparator.EXACT: Words("等于", "exactly"),
    Comparator.AT_LEAST: Words("不低于", "at least"),
    Comparator.AT_MOST: Words("不超过", "at most"),
    Comparator.ABOUT: Words("左右", "about"),
    Comparator.RANGE: Words("区间", "between"),
    Comparator.COUNT: Words("数量", "count"),
}
CONFIRMATIONS: dict[Confirmation, Words] = {
    Confirmation.ANY: Words("不限", "any"),
    Confirmation.CONFIRMED: Words("已确认", "confirmed"),
    Confirmation.OPEN: Words("未确认", "not confirmed"),
}
KINDS: dict[Kind, Words] = {
    Kind.TABLE: Words("对照表", "Comparison"),
    Kind.TARGETS: Words("目标对照表", "Targets"),
    Kind.MEMO: Words("对照分析", "Memo"),
    Kind.COMMENTS: Words("批注稿", "Annotated Text"),
    Kind.WORDING: Words("提法变化", "Wording"),
}
PRESET_NAMES: dict[str, Words] = {
    "supervision": Words("督查对照", "Supervision table"),
    "writing": Words("写作素材", "Material for writing"),
    "full_text": Words("全文批注", "Full text with notes"),
}
"""What the keys of `contents.PRESETS` are called."""
TITLE = Words("{body}{kind}{what}", "{body}: {what} of {kind}s")
TITLE_WITHOUT_BODY = Words("{kind}{what}", "{what} of {kind}s")
UNTITLED = Words("未命名报告", "untitled report")
REPORT = Words("{body}《{title}》", "{body}{title}")
QUOTING_REPORT = Words("{body}{title}", "{body}{title}")
SHORT_NAME = Words("{body}{year}年{kind}", "{body}, {year}: {kind}")
AFTER_BODY = Words("", ", ")
YEAR = Words("（{year}年）", " ({year})")
COUNT = Words("{label}{number}项", "{label}: {number}")
COUNTS_BETWEEN = Words("，", "; ")
COUNTS_END = Words("。", ".")
CHANGE = Words("{kind}：{what}", "{kind}: {what}")
ARROW = Words("{indicator}{left} → {right}", "{indicator}{left} → {right}")
NOTHING = Words("（无）", "(none)")
RELATION_COLUMN = Words("关系与变化", "Relation and change")
NOTE_COLUMN = Words("批注", "Note")
LEGEND = (  # the second is underlined
    Words("说明：“延续”“调整”两类中，", ""),
    Words("加下划线的文字", "Underlined"),
    Words(
        "为两份报告的不同之处；空白处表示该报告无相应内容。",
        " in recurring and revised items: what the other report does not say. "
        "A blank cell: the report has nothing that corresponds.",
    ),
)
SELECTION = Words("节选，仅收入：{limits}。", "A selection: {limits}.")
LIMITS_BETWEEN = Words("；", "; ")
OF_RELATION = Words("关系为{names}", "relation {names}")
OF_CHANGE = Words("调整类型为{names}", "change {names}")
OF_PART = Words("所在部分为{names}", "part {names}")
OF_KIND = Words("承诺类型为{names}", "commitment {names}")
OF_STATUS = Words("批注状态为{names}", "status {names}")
OF_TAG = Words("标签为{names}", "tag {names}")
HOLDING = Words("含有“{words}”", "holding “{words}”")
NOTED = Words("有批注", "with a note")
NO_ROWS = Words("没有符合所选条件的承诺。", "No commitments match what was asked for.")
NO_COMMITMENTS = Words(
    "两份报告中均未识别出承诺。", "No commitments were recognised in either report."
)
NOTES = Words("批注", "Notes")
NOTE = Words("批注{number}", "Note {number}")
NOTE_TEXT = Words("批注{number}：{body}", "Note {number}: {body}")
ORPHAN = Words("失锚：原文中未找到此引文", "orphan: the quote is not found in the text")
QUOTED = Words("“{quote}”", "“{quote}”")
MOVED = Words("顺序调整", "moved")
WRITTEN = Words("{author}　{date}", "{author}  {date}")
EDITED = Words("{author}（{editor} {date}改）", "{author} (changed by {editor}, {date})")
EDITED_BY_NOBODY = Words("{author}（{date}改）", "{author} (changed {date})")
UNTAGGED = Words("未加标签", "Without a tag")
WITHOUT_SECTION = Words("章节之外", "Outside any section")
NOT_LISTED = Words("延续{number}项，未逐一列出。", "{number} recurring, not listed one by one.")
SIZE = Words(
    "{characters}字，{sections}个章节，{commitments}项承诺",
    "{characters:character}, {sections:section}, {commitments:commitment}",
)

CONTENTS = Words("目　录", "Contents")
OVERVIEW = Words("总体情况", "Overview")
HAS_SIZE = Words("{report}：{size}。", "{report}: {size}.")
RELATION = Words("关系", "Relation")
NUMBER = Words("项数", "Items")
CHAPTER = Words("章", "Chapter")
UNDER = Words("节", "Section")
ITEM = Words("条目", "Item")
TEXT = Words("内容", "Text")
PLACE = Words("出处", "Source")
MEANING = Words("含义", "Meaning")
MEANINGS: dict[Relation, Words] = {
    Relation.NEW: Words("仅见于后一份报告", "only the later report has it"),
    Relation.REVISED: Words("两份报告都有，内容有变", "both have it, and it has changed"),
    Relation.DROPPED: Words("前一份报告有，后一份未提", "the later report does not mention it"),
    Relation.DELIVERED: Words("后一份报告回顾称已完成", "the later report says that it is done"),
    Relation.PROGRESS: Words("后一份报告回顾称在推进", "the later report tells of progress"),
    Relation.RECURRING: Words("两份报告一致", "both say the same"),
}
ENTRY = Words("{number}．{text}", "{number}. {text}")
SAYS = Words("{name}：", "{name}: ")
YEAR_SAYS = Words("{year}年：", "{year}: ")
BODY_YEAR = Words("{body}{year}年", "{body} {year}")
INDICATOR = Words("指标", "Indicator")
SIDE_TARGET = Words("{side}目标", "Target for {side}")
LEFT_TARGET = Words("左报告目标", "Left target")
RIGHT_TARGET = Words("右报告目标", "Right target")
REPORTED = Words("报告完成情况", "Reported")
REPORTED_BY = Words("{body}报告完成情况", "Reported by {body}")
DIRECTION = Words("变化", "Direction")
SIDE_BY_SIDE = Words("、", ", ")
TARGET_COUNTS = Words(
    "主要目标{mains}项，其他指标{others}项。", "{mains:main target}; {others:other indicator}."
)
NO_INDICATORS = Words("没有可列出的指标。", "There are no indicators to list.")
MAIN_TARGETS = Words("主要目标", "Main targets")
OTHER_TARGETS = Words("其他指标", "Other indicators")
TARGET_LEGEND = Words(
    "说明：目标按报告原文；“报告完成情况”为后一份报告回顾部分所述，空白处表示未提及。",
    "Targets are in the words of the reports; “Reported” is what the later report's review says. "
    "A blank cell: nothing is said.",
)
TARGET_LEGEND_OF_TWO = Words(
    "说明：目标按报告原文；“{body}报告完成情况”为该报告回顾部分所述，与另一份报告的目标无关；空白处表示未提及。",
    "Targets are in the words of the reports; “Reported by {body}” is what the review of that "
    "report says, and not of the targets of the other one. A blank cell: nothing is said.",
)
TERM = Words("提法", "Term")
TIMES = Words("{name}次数", "{name}: uses")
CONTEXT = Words("语境", "Context")
NO_TERMS = Words("没有可列出的提法变化。", "There are no changes of wording to list.")
WORDING_LEGEND = Words(
    "说明：次数为全文出现次数；每类最多列出{number}条，以最有分量者为先。",
    "Uses are counted over the whole text; of each group the first {number} are listed.",
)
TRENDS: dict[Trend, Words] = {
    Trend.NEW: Words("首次出现", "First time"),
    Trend.VANISHED: Words("不再出现", "Vanished"),
    Trend.GROWN: Words("明显增多", "More often"),
    Trend.SHRUNK: Words("明显减少", "Less often"),
}
PHRASES_BETWEEN = Words("；", "; ")
MARKS = Words("标记：", "Marks: ")
TARGET = Words("指标", "target")
CHANGED_TARGET = Words("有变化的指标", "target that changed")
SOURCES = Words("注释", "Sources")
SOURCES_BETWEEN = Words("，", ", ")

DIRECTIONS: dict[Direction, Words] = {
    **{Direction(kind): LABELS[kind] for kind in ChangeKind},
    Direction.SAME: Words("持平", "unchanged"),
    Direction.NEW: LABELS[Relation.NEW],
    Direction.DROPPED: LABELS[Relation.DROPPED],
}


def source(report: str, path: str, language: str) -> str:
    """Return where a quote stands: the report, and the section where it has one."""
    return SOURCES_BETWEEN.of(language).join(filter(None, (report, path)))


def label(value: StrEnum, language: str) -> str:
    """Return the name of `value` in `language`."""
    return LABELS[value].of(language)
