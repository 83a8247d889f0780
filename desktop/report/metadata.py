"""What a report says about itself: title, body, year, kind and date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.report.lines import MARKER
from desktop.report.model import ReportKind

FRONT_LINES = 30  # the head of a report, notes and navigation included, was never longer
FRONT_LENGTH = 3000
LONGEST_TITLE = 80
TITLE_PARTS = 3  # lines that a title may be broken into

KINDS = (  # the first that the title names wins: a reply names what it replies to
    (ReportKind.REPLY, re.compile("复函|的函|审议意见|答复")),
    (ReportKind.BUDGET, re.compile("预算|决算")),
    (ReportKind.PLAN, re.compile("计划.{0,4}执行情况|国民经济和社会发展计划|年度?计划")),
    (ReportKind.WORK, re.compile("政府工作(?:的)?报告|工作报告")),
    (ReportKind.PROGRAMME, re.compile("规划|纲要")),
)
TITLE = re.compile(
    r"(?P<title>[^，。；,;！!]{0,50}?"
    r"(?:政府工作(?:的)?报告|(?:执行情况|草案|预算|决算)[^，。；,;]{0,40}?的?报告|复函|规划纲要|工作报告))"
    r"(?P<note>[（(][^）)]{1,14}[）)])?"
)
QUOTED_TITLE = re.compile("《([^》]{0,30}(?:报告|规划纲要)[^》]{0,10})》")
BROKEN_TITLE = re.compile(r"(?:关于)?\S{2,16}(?:年|上半年|[省市区县])")

DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "000123456789" + "0123456789")
DATE = re.compile(
    r"[\d〇○零一二三四五六七八九０-９]{4}年[\d一二三四五六七八九十０-９]{1,3}月[\d一二三四五六七八九十０-９]{1,3}日"
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|〕|\])")
PLANNED = re.compile("任务|安排|目标|打算|重点|主要工作|工作建议|今年|工作部署")
REVIEWED = re.compile("回顾|总结|执行情况|完成情况|成就")

NATION = "国务院"
PLACE = r"[\u4e00-\u9fff]{1,14}?(?:特别行政区|自治区|自治州|新区|省|市|区|县|州|盟|旗)"
BODIES = (
    re.compile(
        rf"在({PLACE})(?:第[一二三四五六七八九十百\d]+届|[一二三四五六七八九十]+届)人(?:民代表大会|大)"
    ),
    re.compile(rf"(?:代表|受)({PLACE})(?:人民)?政府"),
    re.compile(rf"({PLACE})人民政府"),
    re.compile(rf"^({PLACE})\d{{4}}年"),
    re.compile(rf"\d{{4}}年({PLACE})(?:人民)?政府工作报告"),
)
NATIONAL = re.compile("全国人民代表大会|代表国务院|国务院总理|受国务院委托|中央和地方预算")
# 安徽省合肥市, 上海市徐汇区: the last unit is the body; 内蒙古自治区 and 浦东新区 are one.
UPPER_UNIT = re.compile(
    r"^[\u4e00-\u9fff]{2,8}?(?:省|市|自治区|自治州|盟)(?=[\u4e00-\u9fff]{2,})(?!辖|区$|场)"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was recognised; empty or None where nothing was."""

    title: str
    body: str
    year: int | None
    kind: ReportKind
    date: str


def metadata(text: str, name: str = "") -> Metadata:
    """Recognise what the head of the text says; `name` is the file's, the last resort."""
    front = _front(text)
    title = _title(front) or name
    kind = _kind(title, front)
    date = _date(text, front)
    return Metadata(
        title, _body(front, title, name), _year(text, title, kind, date, name), kind, date
    )


def _front(text: str) -> list[str]:
    """Return the lines of the head, blanks inside words taken out."""
    lines = text[:FRONT_LENGTH].split("\n")[:FRONT_LINES]
    return [
        re.sub(r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])|(?<=\d) +(?=[\d年月日])", "", line)
        for line in lines
    ]


def _title(front: list[str]) -> str:
    for i, line in enumerate(front):
        if MARKER.match(line):
            break
        if (found := TITLE.match(line)) and len(found[0]) <= LONGEST_TITLE:
            above = front[i - 1] if i else ""
            whole = not BROKEN_TITLE.fullmatch(above) or found["title"].startswith(above)
            return ("" if whole else above) + found["title"] + (found["note"] or "")
    quoted = next((m[1] for line in front[:TITLE_PARTS] if (m := QUOTED_TITLE.search(line))), "")
    return quoted or ""


def _kind(title: str, front: list[str]) -> ReportKind:
    for text in (title, "\n".join(front[:FRONT_LINES])):
        for kind, form in KINDS:
            if form.search(text):
                return kind
    return ReportKind.OTHER


def _date(text: str, front: list[str]) -> str:
    last = text.rstrip().rsplit("\n", 3)[-3:]
    found = (match[0] for line in (*front[:12], *last) if (match := DATE.search(line)))
    return next(found, "")


def _body(front: list[str], title: str, name: str) -> str:
    head = "\n".join(front)
    if NATIONAL.search(head[:600]):
        return NATION
    for form in BODIES:
        for where in (head, title, name):
            if found := form.search(where):
                return UPPER_UNIT.sub("", found[1])
    return ""


def _year(text: str, title: str, kind: ReportKind, date: str, name: str) -> int | None:
    """Return the year that the plan is for; a congress in December plans the next year."""
    dated = int(date[:4].translate(DIGITS)) if date else None
    if kind is ReportKind.WORK and (planned := _planned_year(text, dated)):
        return planned
    in_title = [int(y) for y in YEAR.findall(title)]
    if in_title and kind is not ReportKind.REPLY:
        return max(in_title)
    named = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", name)
    return dated or next((int(y) for y in (*YEAR.findall(text[:FRONT_LENGTH]), *named)), None)


def _planned_year(text: str, dated: int | None) -> int | None:
    """Return the year that a heading plans for, or the one after the year that one reviews."""
    headings = [
        line for line in text.split("\n") if len(line) <= LONGEST_TITLE // 2 and YEAR.search(line)
    ]
    planned = [
        int(y)
        for line in headings
        if PLANNED.search(line) and not REVIEWED.search(line)
        for y in YEAR.findall(line)
    ]
    if dated:
        return dated + 1 if dated + 1 in planned else dated
    reviewed = [
        int(y) + 1 for line in headings if REVIEWED.search(line) for y in YEAR.findall(line)
    ]
    return next(iter((*planned, *reviewed)), None)
