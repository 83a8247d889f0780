"""What a report says about itself: title, body, year, kind and date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.report.cleaning.lines import MARKER, PAGE, SALUTATION
from desktop.report.model import ReportKind
from desktop.text.chinese_numbers import in_digits
from desktop.text.han import HAN
from desktop.text.normalize import narrow
from desktop.text.plain_forms import as_in, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

FRONT_LINES = 30  # the head of a report, down to its first heading, was never longer
FRONT_LENGTH = 3000
OPENING_LENGTH = 600  # of the words that say in whose name, and what, is reported
LONGEST_TITLE = 150  # a reply names the whole review opinion that it replies to
LONGEST_HEADING = 40
LAST_LINES = 3  # a letter is dated at its foot

KINDS = (  # the first that the title names wins: a reply names the report it replies to
    (ReportKind.REPLY, re.compile("[复覆]函|的函|审议意见|答[复覆]")),
    (ReportKind.BUDGET, re.compile("预算|决算")),
    (ReportKind.PLAN, re.compile("计划.{0,4}执行情况|国民经济和社会发展.{0,6}计划|计划草案")),
    (ReportKind.WORK, re.compile("工作报告|工作的报告")),
    (ReportKind.PROGRAMME, re.compile("规划|纲要")),
)
OPENINGS = (  # what the first words say where there is no title
    (ReportKind.REPLY, re.compile("函告如下|函复如下|审议意见.{0,40}收悉")),
    (ReportKind.BUDGET, re.compile("预算.{0,12}(?:执行|草案).{0,60}审议")),
    (ReportKind.PLAN, re.compile("计划.{0,4}执行情况.{0,60}审议")),
    (ReportKind.WORK, re.compile("(?:向大会|我代表).{0,24}(?:作|报告).{0,20}工作")),
)
TITLE = re.compile(
    r"(?P<letter>.{2,}(?:[复覆]函|的函))$"
    r"|(?P<title>[^，。；,;！!《》]{0,50}?"
    r"(?:政府工作(?:的)?报告|工作报告|规划纲要"
    r"|(?:执行情况|草案|预算|决算)[^，。；,;《》]{0,40}?的?报告))(?P<note>[（(][^）)]{1,14}[）)])?"
    r"|(?P<explained>关于《[^》]{4,60}》(?:[（(].{1,6}[）)])?的说明)"
)
QUOTED_TITLE = re.compile("《([^》]{0,30}(?:报告|规划纲要)[^》]{0,10})》([（(].{1,6}[）)])?")
BROKEN_TITLE = re.compile(
    r"(?:关于)?[^，。、；：—]{2,16}(?:\d{4}年|上半年|[省市区县])|[^，。；：]{2,30}关于[^，。；：《》]{2,40}"
)
USUAL_TITLES = {ReportKind.WORK: "政府工作报告"}
BLANK_INSIDE = re.compile(
    r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])|(?<=\d) +(?=[\d年月日])|(?<=[年月]) +(?=\d)"
)

DIGIT = "\\d〇○零一二三四五六七八九"  # \\d knows the wide digits too
DATE = re.compile(rf"[{DIGIT}]{{4}}年[{DIGIT}十]{{1,3}}月[{DIGIT}十]{{1,3}}日")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?(?:年|〕|\])")
PLANNED = re.compile("任务|安排|目标|打算|重点|主要工作|工作建议|部署|总体要求")
REVIEWED = re.compile("回顾|总结|执行情况|完成情况|成就")

NATION = "国务院"
NATIONAL = re.compile("全国人民代表大会|代表国务院|国务院总理|受国务院委托|中央和地方预算")
UNIT = "特别行政区|自治区|自治州|自治县|新区|省|市|区|县|州|盟|旗"
PLACE = rf"{HAN}{{1,14}}?(?:{UNIT})"
NUMBER = r"[一二三四五六七八九十百\d]+"
# The meeting names the whole place, the speaker may say 区政府 only. They are compiled when they
# are tried, and the first one mostly tells: each takes as long as to read a whole report.
BODIES = (
    rf"在({PLACE})第?{NUMBER}届人",
    rf"(?:代表|受)({PLACE})(?:人民)?政府",
    rf"(?<!{HAN})(?![我受现由])({PLACE})人民政府",
    rf"(?:关于)?({PLACE})\d{{4}}年",
    rf"\d{{4}}年({PLACE})(?:人民)?政府工作报告",
)
# 安徽省合肥市, 上海市徐汇区: the last unit is the body; 内蒙古自治区 and 浦东新区 are one.
UPPER_UNIT = rf"^{HAN}{{2,8}}?(?:省|市|自治区|自治州|盟)(?={HAN}{{2,}})"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was recognised; empty or None where nothing was."""

    title: str
    body: str
    year: int | None
    kind: ReportKind
    date: str


def metadata(text: str, name: str = "") -> Metadata:
    r"""Recognise what the head of the text says; `name` is the file's, the last resort.

    >>> found = metadata("政 府 工 作 报 告\n——2024年1月16日在云川区第九届人民代表大会第三次会议上")
    >>> found.title, found.body, found.year, found.date
    ('政府工作报告', '云川区', 2024, '2024年1月16日')
    """
    head = text[:FRONT_LENGTH]
    front = _front(plain(head))
    said = _title(front)
    kind = _kind(said, front)
    title = as_in(said, head) or USUAL_TITLES.get(kind, name)
    date = _date(text, front)
    year = _year(text, narrow(title), kind, date, name)
    body = _body(front, plain(title), plain(name))
    return Metadata(title, as_in(body, head), year, kind, date)


def _front(head: str) -> list[str]:
    """Return the lines down to the first heading, blanks inside words taken out."""
    lines = head.split("\n")[:FRONT_LINES]
    end = next((i for i, line in enumerate(lines) if MARKER.match(line)), len(lines))
    return [BLANK_INSIDE.sub("", line) for line in lines[:end]]


def _title(front: Sequence[str]) -> str:
    for above, line in zip(("", *front), front, strict=False):
        if SALUTATION.match(line):
            break
        is_page = len(line) >= PAGE and not above  # has lost its line ends, and begins with it
        if (is_page or len(line) <= LONGEST_TITLE) and (found := TITLE.match(line)):
            first = above if BROKEN_TITLE.fullmatch(above) else ""
            return first + "".join(part for part in found.groups() if part)
    quoted = next((m for line in front if (m := QUOTED_TITLE.search(line[:OPENING_LENGTH]))), None)
    return quoted[1] + (quoted[2] or "") if quoted else ""


def _kind(title: str, front: Sequence[str]) -> ReportKind:
    opening = "".join(front)[:OPENING_LENGTH]
    for text, forms in ((title, KINDS), (opening, OPENINGS)):
        for kind, form in forms:
            if form.search(text):
                return kind
    return ReportKind.OTHER


def _date(text: str, front: Sequence[str]) -> str:
    greeting = next((i for i, line in enumerate(front) if SALUTATION.match(line)), len(front))
    last = text.rstrip().rsplit("\n", LAST_LINES)[-LAST_LINES:]
    lines = (line for line in (*front[:greeting], *last) if len(line) <= LONGEST_TITLE)
    return next((match[0] for line in lines if (match := DATE.search(line))), "")


def _body(front: Sequence[str], title: str, name: str) -> str:
    opening = "\n".join(front)[:OPENING_LENGTH]
    if NATIONAL.search(opening):
        return NATION
    for form in BODIES:
        for where in (opening, title, name):
            if found := re.search(form, where):
                return _last_unit(found[1])
    return ""


def _last_unit(place: str) -> str:
    while (shorter := re.sub(UPPER_UNIT, "", place)) != place:
        place = shorter
    return place


def _year(text: str, title: str, kind: ReportKind, date: str, name: str) -> int | None:
    """Return the year that the plan is for; a congress in December plans the next year."""
    dated = int(in_digits(date[:4])) if date else None
    if kind is ReportKind.WORK and (planned := _planned_year(text, dated)):
        return planned
    said = [] if kind is ReportKind.REPLY else [int(y) for y in YEAR.findall(title)]
    if said:
        return max(said)
    named = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", name)
    found = (*named, *YEAR.findall(text[:FRONT_LENGTH]))
    return dated or next((int(year) for year in found), None)


def _planned_year(text: str, dated: int | None) -> int | None:
    """Return the year that a heading plans for, or the one after the year that one reviews."""
    headings = [line for line in text.split("\n") if len(line) <= LONGEST_HEADING]
    years = [(line, int(year)) for line in headings for year in YEAR.findall(line)]
    years = [(plain(line), year) for line, year in years]
    planned = [y for line, y in years if PLANNED.search(line) and not REVIEWED.search(line)]
    if dated:
        return dated + 1 if dated + 1 in planned else dated
    reviewed = [y + 1 for line, y in years if REVIEWED.search(line)]
    return next(iter((*planned, *reviewed)), None)
