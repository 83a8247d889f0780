"""Say what the parts of a report are for, and where a plan begins that no heading announces."""

from __future__ import annotations

import re
from bisect import bisect_right
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.report.model import Role
from desktop.report.promises.describing import SHALL
from desktop.report.promises.five_year_plans import five_year_plan
from desktop.report.structure.markers import Habit
from desktop.report.structure.topics import is_order

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.report.structure.headings import Heading
    from desktop.report.structure.paragraph import Paragraph

# The words of a first-level heading that say what its part is for, the first that match.
HEADINGS: Mapping[Role, re.Pattern[str]] = MappingProxyType(
    {
        Role.GLOSSARY: re.compile(
            r"名词解释|名词注释|用语说明|名词说明|有关用语|词语解释|名词术语|^(?:附注|注释?):?$"
        ),
        Role.APPENDIX: re.compile(r"^附[件录表]"),
        Role.PROBLEMS: re.compile(
            r"存在的?.{0,6}(?:问题|困难|不足)|(?:困难|问题)和?(?:挑战|不足)|面临的?.{0,6}(?:形势|挑战)$"
        ),
        Role.REVIEW: re.compile(
            r"回顾|总结|成就|完成情况|执行情况|进展情况|落实情况|过去.年|过去的?一年|"
            r"(?<!今后)[五5三一]年(?:来|工作)|主要成效|取得的成绩|工作情况"
        ),
        Role.SELF_GOVERNMENT: re.compile(
            r"自身建设|政府(?!工作|.{0,4}实事|采购|投资|债|性|公共服务)"
        ),
        Role.PLAN: re.compile(
            r"任务|安排|目标|重点工作|工作重点|建议|总体要求|打算|思路|考虑|部署|举措|展望|今年|明年|下半年|下一步|"
            r"下阶段|政策取向|开局|规划|工作要点|工作计划|实事"
        ),
    }
)
# Where things stand, and what is to be done: 当前形势和基本任务 may say more of either.
_STANDING = re.compile(r"形势[和与及、].{0,6}任务")
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_PROJECTS = re.compile(r"实事|项目|重点工作")
_HEAD_OF_PART = 200  # characters of an annex that say what it holds
# How the plan begins where no heading says so: {ahead} is the report's year and the five-year
# plan that it falls into.
_PIVOT = (
    r"(?:[^,。]{{0,8}}做好|实现)?(?:{ahead}|今后五年|未来五年)"
    r"(?:是|,|经济|发展|.{{0,24}}(?:目标|指标|要求|考虑|思路|任务|重点|工作))"
)
# The aims of the year, or what is asked of it: no review has them, whatever its heading says.
_ANNOUNCED = (
    r"(?:建议)?(?:今年|{year}年)(?:是[^。]*。)?[^,。:]{{0,24}}"
    r"(?:总体要求|总体思路|指导思想|预期目标)[^,。:]{{0,4}}[是为:]"
)
# The same in a part whose heading says nothing, of whatever years.
_AIMS = re.compile(
    r"(?:^|。)\s*[^,。:]{0,24}(?:总体要求|总体思路|指导思想|主要目标|预期目标|奋斗目标)"
    r"(?:建议)?[是为]?:",
    re.MULTILINE,
)
# How it begins in a part whose heading announces both.
_BY_PROPOSAL = re.compile(r"(?:根据|按照|遵照)[^。]{0,60}(?:规划|计划)[^。]{0,20}(?:建议|纲要)")
# Words of what is to be done, and of what was done. Of the parts of the real reports whose
# headings name them, those of reviews have fewer than half of the first, those of plans more.
_COMING = re.compile(rf"{SHALL}|将(?![军领])|力争|争取|确保|必须|应当|今后")
_DONE = re.compile(
    r"了(?!解)|已经?|达到?\d|累计|比上年|同比|去年|增长\d|提高到|首[次个家]|圆满|成功|突破\d|获评|荣获|取得"
)
_EVEN = 0.5


def part_role(words: str, year: int | None) -> Role | None:
    """Return what the words of a first-level heading say its part is for, or None."""
    stated = _YEAR.search(words)
    for role, pattern in HEADINGS.items():
        if pattern.search(words):
            if role is Role.REVIEW and year and stated and int(stated[1]) >= year:
                continue
            return role if role is not Role.PLAN or not _STANDING.search(words) else None
    if stated and year:
        return Role.REVIEW if int(stated[1]) < year else Role.PLAN
    plan = five_year_plan(year) if year else ""
    return Role.PLAN if plan and plan in words else None


def is_annex(words: str) -> bool:
    """Say whether a heading of the first level heads what is annexed."""
    return part_role(words, None) in (Role.APPENDIX, Role.GLOSSARY)


def tense(text: str) -> float:
    """Return which share of the words of time in narrowed `text` speak of what is to come."""
    coming, done = len(_COMING.findall(text)), len(_DONE.findall(text))
    return coming / (coming + done) if coming + done else _EVEN


def _tells_time(text: str) -> bool:
    return bool(_COMING.search(text) or _DONE.search(text))


def parts_of(
    text: str, found: Sequence[Heading], year: int | None, usual: Role | None
) -> dict[Heading, Role]:
    """Return the role of each first-level heading: by its words, else by the tense of its text."""
    tops = [h for h in found if h.level == 1 and h.habit is not Habit.TITLE]
    ends = [h.span.start for h in tops[1:]] + [len(text)] * bool(tops)
    result: dict[Heading, Role] = {}
    for heading, end in zip(tops, ends, strict=True):
        role = part_role(heading.text, year) if usual is None else usual
        if role is None:
            begun = Role.PLAN in result.values() or _is_announced(text, tops, heading, year)
            part = text[heading.span.start : end]
            goes_on = begun and (is_task(heading.text) or not _tells_time(part))
            ahead = goes_on or _looks_ahead(part)
            role = Role.PLAN if ahead else Role.REVIEW
        elif role is Role.APPENDIX:
            role = _annex(text[heading.span.start : heading.span.start + _HEAD_OF_PART])
        result[heading] = role
    return result


def _looks_ahead(part: str) -> bool:
    """Say whether a part is of the time to come, by its aims or by the tense of its text."""
    aims = _AIMS.search(part)
    return (aims is not None and tense(part[: aims.start()]) >= _EVEN) or tense(part) > _EVEN


def _is_announced(text: str, tops: Sequence[Heading], heading: Heading, year: int | None) -> bool:
    """Say whether the part above a heading of the first level ends with the aims of the year."""
    above = tops[tops.index(heading) - 1].span.end if heading is not tops[0] else 0
    announced = re.compile(rf"^\s*{_ANNOUNCED.format(year=year)}", re.MULTILINE)
    return announced.search(text, above, heading.span.start) is not None


def is_task(words: str) -> bool:
    """Say whether a heading among those of a plan says what to do, and not what it speaks of."""
    return any(map(is_order, words.split(","))) and not words.startswith("关于")


def _annex(head: str) -> Role:
    """Return what an annex is: the terms explained, real projects promised, or something else."""
    terms, projects = HEADINGS[Role.GLOSSARY].search(head), _PROJECTS.search(head)
    if terms and (not projects or terms.start() < projects.start()):
        return Role.GLOSSARY
    return Role.PLAN if projects else Role.APPENDIX


def plan_opener(
    text: str, parts: Mapping[Heading, Role], year: int | None, told: Mapping[Heading, Role]
) -> Callable[[Paragraph], bool]:
    """Return what says of a paragraph whether a plan begins there without a heading of its own.

    In a part of which the role was told none begins.
    """
    names = ["今年"]
    if year is not None:
        names += [f"{year}年", f'"{five_year_plan(year)}"时期']
    opening = re.compile(_PIVOT.format(ahead="|".join(names)))
    aims = re.compile(_ANNOUNCED.format(year=year))
    tops = list(parts)
    starts = [*(h.span.start for h in tops), len(text)]

    def opens_plan(line: Paragraph) -> bool:
        start = line.span.start
        first = start + line.bullet, line.span.end
        is_proposal = _BY_PROPOSAL.match(text, *first) is not None
        has_aims = aims.match(text, *first) is not None
        if not (is_proposal or has_aims or opening.match(text, *first)):
            return False
        above = bisect_right(starts, start)
        part = tops[above - 1] if above else None
        if part in told:
            return False
        if has_aims or (part is not None and _is_both(part.text)):
            return True
        end = starts[above] if above < len(starts) else len(text)
        return not is_proposal and tense(text[start:end]) > _EVEN

    return opens_plan


def _is_both(words: str) -> bool:
    """Say whether a heading announces what was reached and, behind it, what is planned."""
    reached = HEADINGS[Role.REVIEW].search(words)
    return reached is not None and HEADINGS[Role.PLAN].search(words, reached.end()) is not None
