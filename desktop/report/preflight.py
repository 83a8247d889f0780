"""What was found in a report, what looks wrong with it, and what to do about that.

Sentences are in both languages, as those of errors are: `what, why: what to do`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.language import Counted
from desktop.report.cleaning.lines import CLOSERS, SENTENCE_END
from desktop.report.compendium import split_reports
from desktop.report.doubts import damaged, garbled, without_commitments, without_plan
from desktop.report.model import Note, Reason, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.report.model import ParsedReport

LEAST_CHARACTERS = 1_000  # the shortest whole report known has 2,000
LONG_PARAGRAPH = 30  # characters: shorter last lines are signatures, dates and headings
LONG_STATEMENT = 15  # characters: shorter ones recur in every report
MOST_REPEATED = 0.3  # of the statements; in 119 real reports 0.3 % at most stand twice


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
