"""What makes a comparison with a report misleading: it is told before anything is looked at.

Nothing here is slow to load or to find out. Sentences are in both languages, as those of errors.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from desktop.language import Counted
from desktop.paths import resource
from desktop.report.model import Note, ReportKind, Role
from desktop.text.han import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.report.model import ParsedReport, Report

# Of 119 real reports one, which lost its rare characters, has 0.26 % of signs that no text is made
# of, and the others none; one of which every thousandth byte is broken has 0.7 %.
MOST_DAMAGE = 0.002
# Of the Chinese characters of 119 real reports 99.5 % and more are common ones; of those that a
# wrong encoding makes 22 % at most.
LEAST_COMMON = 0.7
WITH_PLAN = (ReportKind.WORK, ReportKind.PLAN)
BROKEN = ("Cn", "Co", "Cs")  # unassigned, private use, half of a pair


def doubts(parsed: ParsedReport, file: str) -> Iterator[Note]:
    """Yield why a comparison with a report may mislead, with its file.

    What of it could not be read, or came out as other words; else that it promises nothing, so
    that another one may have been meant.
    """
    found = (*parsed.report.notes, damaged(parsed), garbled(parsed))
    if not any(found) and not parsed.commitments:
        found = (without_plan(parsed) or without_commitments(parsed),)
    for why in found:
        if why is not None:
            yield replace(why, en=f"{file}: {why.en}", zh=f"{file}：{why.zh}")


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


def damaged(parsed: ParsedReport) -> Note | None:
    """Note signs that no text is made of."""
    text = parsed.report.text
    count = sum(_is_broken(char) * n for char, n in _counts(text).items())
    if count <= MOST_DAMAGE * len(text):
        return None
    return Note(
        "damaged",
        en=f"The text has {Counted(count):lost or unreadable character}, so that words are "
        "missing: read the file with another encoding, or get another copy.",
        zh=f"有 {count:,} 个字符缺失或无法识别，文字不全：请换一种编码重新读取，或另找一份副本。",
    )


def garbled(parsed: ParsedReport) -> Note | None:
    """Note a text of rare characters, as a wrong encoding makes them."""
    if _common_share(parsed.report.text) >= LEAST_COMMON:
        return None
    from desktop.text.plain_forms import plain  # noqa: PLC0415 - hardly any report comes so far

    if _common_share(plain(parsed.report.text)) >= LEAST_COMMON:
        return None
    return Note(
        "garbled",
        en=f"The text is garbled, probably since it was read as {parsed.report.encoding}: "
        "read the file with another encoding.",
        zh=f"正文疑似乱码，可能不应按 {parsed.report.encoding} 读取：请换一种编码重新读取。",
    )


def _common_share(text: str) -> float:
    """Return how many of the Chinese characters are common ones, as a share."""
    chinese = {char: n for char, n in _counts(text).items() if is_han(char)}
    common = sum(n for char, n in chinese.items() if char in _common())
    return common / sum(chinese.values()) if chinese else 1.0


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


@lru_cache(maxsize=1)  # asked twice of a text
def _counts(text: str) -> Counter[str]:
    return Counter(text)


def _is_broken(char: str) -> bool:
    return char == "\ufffd" or unicodedata.category(char) in BROKEN


@cache
def _common() -> frozenset[str]:
    return frozenset(resource("frequent_characters.txt").read_text("utf-8"))
