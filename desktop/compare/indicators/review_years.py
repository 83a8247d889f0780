"""Which numbers of a review tell of several years, and not of the last one alone."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from desktop.report.model import Role
from desktop.text.normalize import narrow, narrow_report

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport, Statement, Target

REVIEWING = frozenset({Role.REVIEW, Role.FRONT})
# What a stretch of a review looks back on, told by its heading or by how a sentence begins.
STRETCH = re.compile(
    r"(?P<several>(?:过去|这)的?五年|五年[来间]|的五年$|\"十[一二三四五六]五\"(?:时期|期间))|"
    r"一年来|(?:过去|这)的?一年|过去的\d{4}年|(?P<year>\d{4})年(?:[,、和及与]|是|来|工作)"
)
BEGINNING = re.compile(
    rf"(?:各位代表[,!])?(?:刚刚|在|回[顾望首]|总结|纵观|经过|进入)?(?:{STRETCH.pattern})"
)
FIVE_YEARS = re.compile(r"五年|与\d{4}年相比")
# What is held against the year before is, as a rule, against 上年: a year that is named is older.
OF_YEARS = re.compile(r"年均(?!浓度)|平均每年|(?<!全年)累计|[比较]\d{4}年")
# A clause that holds this does not say that the promise of one year was kept.
SEVERAL_YEARS = re.compile(f"{FIVE_YEARS.pattern}|{OF_YEARS.pattern}")
CLAUSE_END = re.compile("[,;]")
# What several years have brought is at least so many times what was promised of one; what is less
# is how much there is, or said of the last of them: 参保778万人, 15件民生实事.
TIMES_OF_ONE = 2


def of_several_years(parsed: ParsedReport) -> frozenset[int]:
    """Return the statements that stand where a review looks back on several years."""
    text = narrow_report(parsed.report.text).text
    told = [
        (section.span.start, STRETCH.search(section.span.of(text).replace("\n", "")), -1)
        for section in parsed.sections
    ]
    told += [
        (statement.span.start, BEGINNING.match(statement.span.of(text)), statement.id)
        for statement in parsed.statements
        if statement.role in REVIEWING
    ]
    found = []
    several = False
    for _, stretch, statement in sorted(told, key=itemgetter(0)):
        if stretch and _may_begin(stretch["year"], parsed.report.year):
            several = stretch["several"] is not None
        if several and statement >= 0:
            found.append(statement)
    return frozenset(found)


def _may_begin(told: str | None, year: int | None) -> bool:
    """Say whether a year that a sentence begins with is the last one, and not one of several."""
    return told is None or year is None or int(told) >= year - 1


def is_of_years(statement: Statement, number: Target) -> bool:
    """Say whether a sentence tells a number of several years: 年均增长6.1%, 五年新建100座."""
    before = narrow(statement.text[: number.span.start - statement.span.start])
    return bool(FIVE_YEARS.search(before) or OF_YEARS.search(CLAUSE_END.split(before)[-1]))


def may_be_of_years(promise: Target, number: Target) -> bool:
    """Say whether a number told of several years may be what these have brought together."""
    return number.middle >= TIMES_OF_ONE * promise.middle
