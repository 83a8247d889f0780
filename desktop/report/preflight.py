"""What was found in a report, what looks wrong with it, and what to do about that.

Sentences are in both languages, as those of errors are: `what, why: what to do`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from desktop.language import Counted
from desktop.paths import resource
from desktop.report.cleaning.lines import CLOSERS, SENTENCE_END
from desktop.report.compendium import split_reports
from desktop.report.model import Note, Reason, ReportKind, Role
from desktop.text.han import is_han
from desktop.text.search import searchable

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.report.model import ParsedReport, Report

LEAST_CHARACTERS = 1_000  # the shortest whole report known has 2,000
# Of 119 real reports one, which lost its rare characters, has 0.26 % of signs that no text is made
# of, and the others none; one of which every thousandth byte is broken has 0.7 %.
MOST_DAMAGE = 0.002
# Of the Chinese characters of 119 real reports 99.5 % and more are common ones; of those that a
# wrong encoding makes 22 % at most.
LEAST_COMMON = 0.7
SIMPLIFIED = 0.95  # of them are common; of 105 reports in traditional writing 0.62 to 0.67 are
LONG_PARAGRAPH = 30  # characters: shorter last lines are signatures, dates and headings
LONG_STATEMENT = 15  # characters: shorter ones recur in every report
MOST_REPEATED = 0.3  # of the statements; in 119 real reports 0.3 % at most stand twice
WITH_PLAN = (ReportKind.WORK, ReportKind.PLAN)
BROKEN = ("Cn", "Co", "Cs")  # unassigned, private use, half of a pair


@dataclass(frozen=True, slots=True)
class PartFound:
    """How much of a report serves a role."""

    role: Role
    characters: int


@dataclass(frozen=True, slots=True)
class Preflight:
    """The counts of a report, and the notes on it, those of its reader first."""

    characters: int
    parts: tuple[PartFound, ...]  # in the order of their first statements
    headings: int
    commitments: int
    set_aside: int
    notes: tuple[Note, ...]


def preflight(parsed: ParsedReport) -> Preflight:
    """Look a report over before it is worked with."""
    sizes: Counter[Role] = Counter()
    for statement in parsed.statements:
        sizes[statement.role] += len(statement.text)
    found = (check(parsed) for check in CHECKS)
    return Preflight(
        characters=len(parsed.report.text),
        parts=tuple(PartFound(role, size) for role, size in sizes.items()),
        headings=len(parsed.sections),
        commitments=len(parsed.commitments),
        set_aside=len(parsed.report.set_aside),
        notes=(*parsed.report.notes, *(note for note in found if note is not None)),
    )


def damaged(parsed: ParsedReport) -> Note | None:
    """Note signs that no text is made of."""
    text = parsed.report.text
    count = sum(_is_broken(char) * n for char, n in Counter(text).items())
    if count <= MOST_DAMAGE * len(text):
        return None
    return Note(
        "damaged",
        en=f"The text has {Counted(count):lost or unreadable character}, so that words are "
        "missing: read the file with another encoding, or get another copy.",
        zh=f"有 {count:,} 个字符缺失或无法识别，文字不全：请换一种编码重新读取，或另找一份副本。",
    )


def garbled(parsed: ParsedReport) -> Note | None:
    """Note a text of rare characters: as a wrong encoding makes them, or traditional ones."""
    text = parsed.report.text
    share = _common_share(text)
    if share < SIMPLIFIED and _common_share(searchable(text).text) >= SIMPLIFIED:
        return Note(
            "traditional",
            en="The text is in traditional characters, which are compared with simplified ones as "
            "other words: have Word or WPS convert it (Review), save it and open that file.",
            zh="正文是繁体字，与简体报告对照时会当作不同的词："
            "请在 Word 或 WPS 的“审阅”中转换为简体，另存后再打开。",
        )
    if share >= LEAST_COMMON:
        return None
    return Note(
        "garbled",
        en=f"The text is garbled, probably since it was read as {parsed.report.encoding}: "
        "read the file with another encoding.",
        zh=f"正文疑似乱码，可能不应按 {parsed.report.encoding} 读取：请换一种编码重新读取。",
    )


def _common_share(text: str) -> float:
    """Return how many of the Chinese characters are common ones, as a share."""
    chinese = {char: n for char, n in Counter(text).items() if is_han(char)}
    common = sum(n for char, n in chinese.items() if char in _common())
    return common / sum(chinese.values()) if chinese else 1.0


def short(parsed: ParsedReport) -> Note | None:
    """Note what is too short for a report."""
    length = len(parsed.report.text)
    if length >= LEAST_CHARACTERS:
        return None
    return Note(
        "short",
        en=f"The text has only {Counted(length):character}, fewer than a report has: see whether "
        "the file is the whole report.",
        zh=f"全文只有 {length:,} 字，比一般报告短得多：请核对文件是否完整。",
    )


def several(parsed: ParsedReport) -> Note | None:
    """Note several reports in one."""
    parts = split_reports(parsed.report.text)
    if len(parts) < 2:
        return None
    names, names_zh = (mark.join(part.name for part in parts) for mark in (", ", "、"))
    return Note(
        "several reports",
        en=f"The file holds {len(parts)} reports ({names}): choose one of them, as FILE#NAME.",
        zh=f"文件中有 {len(parts)} 份报告（{names_zh}）：请用“文件#名称”选择其中一份。",
    )


def truncated(parsed: ParsedReport) -> Note | None:
    """Note an end that is missing: a last sentence without its stop, or no closing words."""
    text = parsed.report.text.rstrip()
    last = text.rpartition("\n")[2]
    is_cut = len(last) > LONG_PARAGRAPH and not last.endswith((*SENTENCE_END, *CLOSERS))
    if not is_cut and not split_reports(parsed.report.text)[-1].truncated:
        return None
    where = parsed.path(parsed.statements[-1].section) if parsed.statements else ()
    heading = where[-1].heading if where else ""
    return Note(
        "truncated",
        en="The end seems to be missing, as the text breaks off"
        f"{f' in “{heading}”' * bool(heading)}: look for the rest, and take what is called dropped "
        "with care.",
        zh=f"结尾疑似缺失，正文中断{f'于“{heading}”' * bool(heading)}："
        "请补全文件，并慎重看待“未再提及”的判断。",
    )


def twice(parsed: ParsedReport) -> Note | None:
    """Note a report that stands in its file more than once."""
    report = parsed.report
    repeated = sum(len(p.text) for p in report.set_aside if p.reason is Reason.DUPLICATE)
    if repeated >= MOST_REPEATED * len(report.text):
        return Note(
            "two copies",
            en="The file holds the report more than once, of which one copy is shown: see in "
            "what was set aside whether the other says the same.",
            zh="文件中同一报告出现不止一次，只显示其中一份：请在搁置内容中核对另一份是否相同。",
        )
    long = [s.text for s in parsed.statements if len(s.text) >= LONG_STATEMENT]
    again = len(long) - len(set(long))
    if not long or again < MOST_REPEATED * len(long):
        return None
    return Note(
        "two copies",
        en=f"{again:,} of {len(long):,} sentences stand there twice, as if the report had been "
        "pasted two times: take one copy out of the file.",
        zh=f"{len(long):,} 句中有 {again:,} 句重复出现，报告可能被粘贴了两次：请删去其中一份。",
    )


def without_headings(parsed: ParsedReport) -> Note | None:
    """Note that there is no outline."""
    if parsed.sections:
        return None
    return Note(
        "no headings",
        en="No headings were found, so that sections cannot be aligned: see whether the line "
        "breaks of the file were lost.",
        zh="没有识别到标题，无法按章节对应：请核对文件的换行是否丢失。",
    )


def without_plan(parsed: ParsedReport) -> Note | None:
    """Note that what is to be done is missing."""
    has_plan = any(statement.role is Role.PLAN for statement in parsed.statements)
    if has_plan or parsed.report.kind not in WITH_PLAN:
        return None
    return Note(
        "no plan",
        en="No part says what is to be done next, so that there are few commitments to compare: "
        "see whether the file is the whole report.",
        zh="没有识别到工作安排部分，可对照的承诺很少：请核对文件是否为完整报告。",
    )


def without_commitments(parsed: ParsedReport) -> Note | None:
    """Note that nothing is promised, of what says no more plainly what is missing."""
    if parsed.commitments or without_plan(parsed):
        return None
    return Note(
        "no commitments",
        en="Nothing is promised, so that it may be no government report: check that it is the "
        "file you meant.",
        zh="没有识别到任何承诺，可能不是政府报告：请核对是否选错了文件。",
    )


def doubt(parsed: ParsedReport, file: str) -> Note | None:
    """Return why a report that promises nothing may be another than was meant, with its file."""
    why = None if parsed.commitments else without_plan(parsed) or without_commitments(parsed)
    return why and replace(why, en=f"{file}: {why.en}", zh=f"{file}：{why.zh}")


def doubt_order(left: Report, right: Report) -> Note | None:
    """Return why two reports may be meant the other way round."""
    if not left.is_later_than(right):
        return None
    return Note(
        "order",
        en=f"The report on the left is for {left.year}, the one on the right for {right.year}: "
        "exchange them to see what became of the earlier one.",
        zh=f"左边是{left.year}年的报告，右边是{right.year}年的：如要看前一份报告的后续变化，请交换两者。",
    )


CHECKS: tuple[Callable[[ParsedReport], Note | None], ...] = (
    damaged,
    garbled,
    short,
    several,
    truncated,
    twice,
    without_headings,
    without_plan,
    without_commitments,
)


def _is_broken(char: str) -> bool:
    return char == "\ufffd" or unicodedata.category(char) in BROKEN


@cache
def _common() -> frozenset[str]:
    return frozenset(resource("frequent_characters.txt").read_text("utf-8"))
