"""What two clauses say otherwise: how far along it is, by when, how far around, which edition."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.compare.model import Change, ChangeKind
from desktop.text.chinese_numbers import chinese_integer
from desktop.text.clauses import common_share, pairs_of, split_clauses
from desktop.text.normalize import fold_again


class Ladder(NamedTuple):
    """What names each step, the lowest first, and what names any: most texts name none."""

    steps: tuple[re.Pattern[str], ...]
    any_step: re.Pattern[str]


def _ladder(*steps: str) -> Ladder:
    return Ladder(tuple(map(re.compile, steps)), re.compile("|".join(steps)))


# What is finished before a thing is begun.
PRELIMINARY = r"前期|手续|核准|方案|选址|论证|审批|规划(?!.{0,4}[任目编])"
# How far along a promise is. The steps in between (推进, 加快 …) say nothing of it, but a promise
# to finish differs from them: 推进 → 完成 promises more.
LADDER = _ladder(
    r"研究制定|(?<!调查)(?<!科学)研究(?![院所生]|中心|机构)|谋划|探索|论证|筹划|筹建|筹备|前期",
    r"启动|开工|出台|(?<!研究)制定|编制|建立(?!健全)|设立",
    r"落实|执行|推广|复制",
    rf"(?:基本)?完成(?!.{{0,12}}(?:{PRELIMINARY}))|基本建成(?![区率])|"
    r"主体完工|结构封顶|建成(?![区率])|竣工|投入使用|投运|开园|开通|交付",
)
CARRIED_OUT = 2  # there is what is carried out: 落实条例 → 制定办法 takes nothing back
NOWHERE = (-1, "")
# What is finished goes on as this, which promises no less: 完成整治 → 巩固整治成果.
ONWARD = re.compile(r"巩固|深化|新一轮|提升|提质|达效")
# Of 18 pairs of clauses that were said to step back the five that share more than this did, and
# about three of the others.
STEP_BACK = 0.55
UNDER_WAY = re.compile(r"推进|推动|加快|加强|开展|实施|建设|持续|深化|改造|做好|抓好")
SCOPE = _ladder(
    r"试点|试行|先行先试",
    r"扩大(?!开放).{0,12}试点|试点.{0,8}扩大",
    r"复制推广|推广|扩围|扩面|推开",
    r"全面推开|全面实施|全面推行|全面铺开|全覆盖|所有(?![权制])|全面开展",
)
DEADLINE = re.compile(
    r"20\d\d年(?:底|末)?(?:之?前)?|[上下]半年|年底(?:之?前)?|年内|[一二三四1-4]季度末?|"
    r"\d{1,2}月底?(?:之?前)?|\"?十[二三四五六]五\"?(?:期间|时期|末)"
)
MAY_DEADLINE = re.compile("[年季月五]")  # what each of those holds
EDITION = re.compile(
    r"\"[一二三四五六七八九]五\"普法|第[一二三四五六七八九十百\d]+[届批轮期次]|首[届批轮]|新一轮|\d+(?:\.\d+)?版|"
    r"国[三四五六](?!家)"
)
MAY_EDITION = re.compile("[普第届屆批轮輪版国國]")  # one of these in each of them, not folded too
BESIDE = 6  # characters beside an edition that say of what
NUMBER = re.compile(r"第?[一二三四五六七八九十百\d.]+")


def of_ladder(left: str, right: str) -> list[Change]:
    """Return that the promise is further along; with a date on one side, that it has a date."""
    a, b = _step(LADDER, left), _step(LADDER, right)
    top = len(LADDER.steps) - 1
    if a == NOWHERE and b[0] == top:
        a = _under_way(left)
    if b == NOWHERE and a[0] == top:
        b = _under_way(right)
    if NOWHERE in (a, b) or a[0] == b[0] or (a[0] == top and ONWARD.search(right)):
        return []
    if b[0] < a[0] == CARRIED_OUT:
        return []
    dates = _deadline(left), _deadline(right)
    if dates[0] is None and dates[1] is not None:
        return [Change(ChangeKind.RESCHEDULED, "", a[1], dates[1].group() + b[1])]
    if dates[1] is None and dates[0] is not None:
        return [Change(ChangeKind.RESCHEDULED, "", dates[0].group() + a[1], b[1])]
    if b[0] > a[0]:
        return [Change(ChangeKind.TIGHTENED, "", a[1], b[1])]
    # When a thing is finished another of its kind is begun: 完成甲桥改造 → 推进乙桥改造.
    of_one = common_share(left, right) >= STEP_BACK
    return [Change(ChangeKind.LOOSENED if of_one else ChangeKind.REWORDED, "", a[1], b[1])]


def _under_way(clause: str) -> tuple[int, str]:
    found = UNDER_WAY.search(clause)
    return (0, found.group()) if found else NOWHERE


def of_deadline(left: str, right: str) -> list[Change]:
    """Return that the date is another."""
    a = _deadline(left)
    b = _deadline(right) if a is not None else None
    if a is None or b is None or a.group() in right or b.group() in left:
        return []
    return [Change(ChangeKind.RESCHEDULED, "", a.group(), b.group())]


def _deadline(clause: str) -> re.Match[str] | None:
    return DEADLINE.search(clause) if MAY_DEADLINE.search(clause) else None


def of_scope(left: str, right: str) -> list[Change]:
    """Return that it is done further around, or nearer by."""
    a = _step(SCOPE, left)
    b = _step(SCOPE, right) if a != NOWHERE else NOWHERE
    if b == NOWHERE or a[0] == b[0]:
        return []
    return [Change(ChangeKind.RESCOPED, "", a[1], b[1])]


def of_editions(left: str, right: str, of_one: bool, apart: int | None) -> list[Change]:
    """Return that one side names another batch, round or edition, none of which the other has.

    Texts that are not `of_one` thing may name editions of several: those that are of one kind
    and stand beside the same characters are compared. `apart` is as in `changes`.
    """
    if not names_edition(left):  # as mostly
        return []
    lefts, rights = _editions(left), _editions(right)
    same = {was for was, _ in lefts} & {is_now for is_now, _ in rights}
    for was, beside in lefts:
        for is_now, other in rights:
            alike = of_one or (_kind(was) == _kind(is_now) and beside & other)
            if alike and not {was, is_now} & same and _may_follow(was, is_now, apart):
                return [Change(ChangeKind.REWORDED, "", was, is_now)]
    return []


def _may_follow(was: str, is_now: str, apart: int | None) -> bool:
    """Say whether one session may be so many years from the other: no event has two a year.

    第十五届全运会 and 第十八届省运会 are two events.
    """
    if apart is None or not (was.endswith("届") and is_now.endswith("届")):
        return True
    return abs(_session(is_now) - _session(was)) <= max(abs(apart), 1)


def _session(edition: str) -> float:
    number = edition.strip("第届").replace("首", "一")
    return float(number) if number.isdecimal() else chinese_integer(number)


def names_edition(text: str) -> bool:
    """Say whether a text, which need not be folded, names a batch, a round or an edition: few do.

    >>> names_edition("办好首届帆船赛"), names_edition("辦好首屆帆船賽"), names_edition("第三产业")
    (True, True, False)
    """
    return MAY_EDITION.search(text) is not None and EDITION.search(fold_again(text)) is not None


def _editions(text: str) -> list[tuple[str, frozenset[str]]]:
    """Return batches, rounds and editions, each with the character pairs beside it."""
    found = []
    for clause in split_clauses(text):
        for match in EDITION.finditer(clause):
            before = clause[max(0, match.start() - BESIDE) : match.start()]
            behind = clause[match.end() :][:BESIDE]
            found.append((match.group(), pairs_of(before) | pairs_of(behind)))
    return found


def _kind(edition: str) -> str:
    return NUMBER.sub("第", edition.replace("首", "第"))


def _step(ladder: Ladder, text: str) -> tuple[int, str]:
    """Return the highest step that `text` names, with the word; -1 where it names none."""
    if ladder.any_step.search(text):
        for step in range(len(ladder.steps) - 1, -1, -1):
            if found := ladder.steps[step].search(text):
                return step, found.group()
    return NOWHERE
