"""Say what each line of a report is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.report.model import Role
from desktop.report.part_roles import HEADINGS, is_annex, is_task, parts_of, plan_opener
from desktop.report.structure.markers import Habit
from desktop.report.structure.topics import is_result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.report.structure.headings import Heading
    from desktop.report.structure.paragraph import Paragraph

_SELF_BELOW = re.compile(
    rf"{HEADINGS[Role.SELF_GOVERNMENT].pattern}|"
    r"依法行政|廉政|作风建设|履职(?:效能|能力|尽责|为民)"
)
# What a plan starts from: 财政收支形势分析, 面临的形势, 机遇与挑战. To be up to 新形势 is a task.
_SITUATION = re.compile(r"(?<!新)形势(?:分析|研判)?$|机遇[和与、]?挑战$")
# How a paragraph opens behind the sections of a plan that says how the government will work, and
# how those open that turn to something else.
_HEAD_OF_PARAGRAPH = 150
_SELF_OPENING = re.compile(
    r"自身(?:改革)?建设|政府(?:系统|治理|工作人员)|对政府|各级政府|政府[^,。]{0,6}(?:必须|要)|"
    r"(?:人民满意|服务型|法治|廉洁|有为|过硬)[^。]{0,8}政府|做好(?:新形势下的|开局之年的)?政府工作,|打铁必须自身硬|履职尽责|行动派|"
    r"政府是人民|清风正气|廉政|不敢腐|从严治党"
)
_OTHER_OPENING = re.compile(
    r"各位代表|[^,。]{0,24}(?:民族|宗教|侨务|侨胞|国防|军队|香港|澳门|台湾|和平)"
)
# What was put right is none: 认真整改存在的问题, 政风好转.
_PROBLEMS = re.compile(
    r"(?:清醒|也要看到|也看到|也认识到|应当看到|必须看到).{0,40}|"
    r"(?:存在(?!的[^,。;:]{0,16}问题[,。;](?!是))|面临).{0,16}(?:困难|问题|不足|挑战|短板)"
)
_TROUBLE = re.compile(r"困难|问题|不足|挑战|短板|差距|矛盾|压力")
# 过去一年，我国发展面临多重困难: what was overcome.
_OVERCOME = re.compile(r"(?:过去|刚刚过去|刚刚走过|[一五]年来|面对|去年|20\d\d年)")
_CLOSING = re.compile(r"让我们|更加紧密地?团结在|奋勇前进|不懈奋斗|努力奋斗|团结奋斗")
# The longest call at the end of a real report has 580 characters: what is longer has lost its
# line ends, and holds the plan as well.
LONGEST_CLOSING = 600
_PLAN_OPENING = re.compile(
    r"做好(?:今年|20\d\d年).{0,6}工作|(?:今年|20\d\d年).{0,24}(?:主要|总体)?(?:预期)?目标|今年.{0,8}总体要求|"
    r"今年(?:要|重点|我们将|,我们要)|今后五年.{0,12}(?:要|目标)|(?:今年|20\d\d年).{0,16}主要(?:预期)?(?:目标|指标)"
)
_BEFORE_PLAN = frozenset({Role.FRONT, Role.REVIEW})
_AHEAD = frozenset({Role.PLAN, Role.SELF_GOVERNMENT})
_BACK = re.compile(
    r"(?:(20\d\d)年|过去[一五]年|[一二两三四五]年来|去年),(?!.{0,40}(?:今年|新的一年))"
)
# Where such a paragraph turns to what is to come.
_AHEAD_AGAIN = re.compile(r"。(?:新的一年|今年|我们要|要)")
_PAST_OPENING = re.compile(r"过去[一五]年|[一五]年来|去年")


def roles(
    text: str,
    lines: Sequence[Paragraph],
    found: Sequence[Heading],
    year: int | None,
    usual: Role | None,
    told: Mapping[Heading, Role],
    again: Mapping[int, int],
) -> tuple[Role, ...]:
    """Return the role of each line of narrowed `text`.

    `usual` is the role of parts in this kind of report whose headings do not say what they are
    for; where it is None they are told by the tense of their text. `told` has the roles that
    somebody who knows gave to headings: what stands under such a heading has that role, but for
    the headings below a part of the first level, which are looked at anew. `again` has the lines
    in which a part itself speaks again behind its sections, with the index of its heading.
    """
    parts = parts_of(text, found, year, usual)
    parts |= {heading: role for heading, role in told.items() if heading in parts}
    opens_plan = plan_opener(text, parts, year, told)
    above: dict[int, list[Heading]] = {}
    for heading in found:
        above.setdefault(heading.paragraph, []).append(heading)
    result: list[Role] = []
    part, role = Role.FRONT, Role.FRONT
    for index, line in enumerate(lines):
        here = above.get(index, ())
        for heading in here:
            part, role = _after(heading, part, role, parts)
        titled = any(heading.habit is Habit.TITLE for heading in here)
        if not titled and part in _BEFORE_PLAN and opens_plan(line):
            part = role = Role.PLAN
        headed = any(heading.span.start <= line.span.start + line.bullet for heading in here)
        words = line.span.of(text)
        if index in again and part is parts.get(found[again[index]]) is Role.PLAN:
            role = _of_government(words, part, role)
        part, role = _by_words(words, part, role, headed=headed)
        result.append(Role.REVIEW if role in _AHEAD and _looks_back(words, year) else role)
    result = _with_closing(text, lines, parts, result)
    return tuple(_with_told(lines, found, result, told) if told else result)


def _after(
    heading: Heading, part: Role, role: Role, parts: dict[Heading, Role]
) -> tuple[Role, Role]:
    """Return the roles of the part and of the line once `heading` has been read."""
    if heading.habit is Habit.TITLE:
        return Role.FRONT, Role.FRONT
    if heading.level == 1:
        return parts[heading], parts[heading]
    if part is Role.FRONT and (is_result(heading.text) or is_task(heading.text)):
        part = Role.REVIEW if is_result(heading.text) else Role.PLAN
        return part, part
    if heading.level == 2:
        if part is Role.PLAN and _SELF_BELOW.search(heading.text):
            return part, Role.SELF_GOVERNMENT
        if part is Role.PLAN and _SITUATION.search(heading.text):
            return part, Role.PROBLEMS
        if part is Role.REVIEW and HEADINGS[Role.PROBLEMS].search(heading.text):
            return part, Role.PROBLEMS
        if part is Role.REVIEW and _PLAN_OPENING.match(heading.text):
            return Role.PLAN, Role.PLAN
        return part, part
    if role is Role.PROBLEMS and part is Role.REVIEW and _is_success(heading.text):
        return part, part
    return part, role


def _is_success(words: str) -> bool:
    """Say whether a heading below the problems tells what was reached."""
    return is_result(words) and not _TROUBLE.search(words)


def _of_government(words: str, part: Role, role: Role) -> Role:
    """Return the role of a paragraph behind the sections of a plan.

    What a government asks of itself goes on until the report turns to something else.
    """
    if _SELF_OPENING.search(words[:_HEAD_OF_PARAGRAPH]):
        return Role.SELF_GOVERNMENT
    return part if _OTHER_OPENING.match(words) else role


def _by_words(words: str, part: Role, role: Role, *, headed: bool) -> tuple[Role, Role]:
    """Return the roles where no heading says them: by how the paragraph opens."""
    opening = words[:80]
    if part is Role.FRONT and not headed and len(words) > 40:
        if _PAST_OPENING.search(opening):
            return Role.REVIEW, Role.REVIEW
        if _PLAN_OPENING.search(opening):
            return Role.PLAN, Role.PLAN
    if part is Role.REVIEW and not headed:
        stated = _PROBLEMS.search(words[:120])
        if stated and _TROUBLE.search(words) and not _OVERCOME.match(words):
            return part, Role.PROBLEMS
        if role is Role.PROBLEMS and len(words) > 40:
            return part, role if _TROUBLE.search(words) else part
    return part, role


def _looks_back(words: str, year: int | None) -> bool:
    """Say whether a paragraph of a plan only tells what the year before brought."""
    opening = _BACK.match(words)
    if opening is None or _AHEAD_AGAIN.search(words):
        return False
    return not opening[1] or (year is not None and int(opening[1]) < year)


def _with_told(
    lines: Sequence[Paragraph],
    found: Sequence[Heading],
    result: list[Role],
    told: Mapping[Heading, Role],
) -> list[Role]:
    """Give the lines under the headings of `told` the roles that these have there."""
    for index, heading in enumerate(found):
        if heading in told:
            ends = (
                below.paragraph
                for below in found[index + 1 :]
                if heading.level == 1 or below.level <= heading.level
            )
            end = max(heading.paragraph + 1, next(ends, len(lines)))
            result[heading.paragraph : end] = [told[heading]] * (end - heading.paragraph)
    return result


def _with_closing(
    text: str, lines: Sequence[Paragraph], parts: Iterable[Heading], result: list[Role]
) -> list[Role]:
    """Mark the call at the end: the last paragraphs of the plan that speak of going on together.

    What is annexed stands behind it.
    """
    annexes = [h.paragraph for h in parts if is_annex(h.text)]
    body = result[: min(annexes, default=len(result))]
    ends = [i for i, role in enumerate(body) if role in _AHEAD]
    for index in reversed(ends[-4:]):
        words = lines[index].span.of(text)
        if len(words) <= LONGEST_CLOSING and _CLOSING.search(words):
            result[index] = Role.CLOSING
    return result
