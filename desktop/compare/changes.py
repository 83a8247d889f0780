"""Name what differs between two linked commitments, and in which direction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.compare.measures import (
    SAME_INDICATOR,
    common_share,
    equal_values,
    indicator_key,
    is_another,
    is_narrower,
    like_size,
    middle,
    paired_targets,
    pairs_of,
    same_name,
    same_unit,
    share_beside_count,
    strictness,
)
from desktop.compare.model import Change, ChangeKind, Relation
from desktop.compare.thesaurus import concepts_in, thesaurus
from desktop.report.model import Comparator
from desktop.text.clauses import split_clauses
from desktop.text.han import HAN
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.report.model import Statement, Target

# How far along a promise is. The steps in between (推进, 加快 …) say nothing of it, but a promise
# to finish differs from them: 推进 → 完成 promises more.
LADDER = (
    re.compile(r"研究制定|研究|谋划|探索|论证|筹划|筹建|筹备|前期"),
    re.compile(r"启动|开工|出台|制定|编制|建立|设立"),
    re.compile(r"落实|执行|巩固|推广|复制"),
    re.compile(
        r"基本完成|基本建成(?![区率])|主体完工|结构封顶|完成|建成(?![区率])|竣工|投入使用|投运|开园|开通|交付"
    ),
)
NOWHERE = (-1, "")
UNDER_WAY = re.compile(r"推进|推动|加快|加强|开展|实施|建设|持续|深化|改造|做好|抓好")
SCOPE = (
    re.compile(r"试点|试行|先行先试"),
    re.compile(r"扩大.{0,12}试点|试点.{0,8}扩[大面围]"),
    re.compile(r"复制推广|推广|扩围|扩面|推开"),
    re.compile(r"全面推开|全面实施|全面推行|全面铺开|全覆盖|所有|全面推广|全面开展"),
)
EFFORT = {-1: re.compile(r"力争|争取|努力|尽可能"), 1: re.compile(r"确保|必须|务必")}
EFFORT_REACH = 6  # characters before the number in which such a word is about it
DEADLINE = re.compile(
    r"20\d\d年(?:底|末)?(?:之?前)?|[上下]半年|年底(?:之?前)?|年内|[一二三四1-4]季度末?|"
    r"\d{1,2}月底?(?:之?前)?|[\"“]?十[二三四五六]五[\"”]?(?:期间|末)?"
)
EDITION = re.compile(
    r"[\"“][一二三四五六七八九]五[\"”]普法|第[一二三四五六七八九十百\d]+[届批轮期次]|首[届批轮]|新一轮|\d+(?:\.\d+)?版|"
    r"国[三四五六](?!家)"
)
MAY_EDITION = re.compile("普法|第|首[届批轮]|新一轮|版|国[三四五六]")  # what each of those holds
BESIDE = 6  # characters beside an edition that say of what
NUMBER = re.compile(r"第?[一二三四五六七八九十百\d.]+")
QUALIFIED = frozenset({Comparator.ABOUT, Comparator.AT_LEAST, Comparator.AT_MOST})
# Words of budgets that do not say what the money is for.
BUDGET = re.compile(r"财政|预算|安排|资金|投入|支出")
OF_BUDGETS = re.compile(
    rf"{BUDGET.pattern}|中央|地方|各级|[省市区县]级|政府|国家|专项|补助|补贴|用于|拟|将|增加|总额|经常性|每年|全国|\""
)
LISTED = re.compile(rf"[两二三四五六七八九十]+大(?={HAN})")  # 三大产业 → 四大产业
# An indicator this short has no object of its own (“签约500户”): it counts what stands before it.
LONGEST_BARE = 2
# As SAME_INDICATOR, where the statements correspond and the unit is one.
RATHER_SAME_INDICATOR = 0.3
LEAST_NAMED = 0.2  # as that, where both names speak of one thing: 保障性住房, 保障房
INDICATOR_NAMED = 0.5  # share of an indicator's character pairs that the other side has too
CLAUSE_CLOSE = 0.6
TELLING_CONCEPT = 20.0  # rarity² of what one sentence in 90 speaks of
CLAUSE_ALIKE = 0.30  # clauses below this do not speak of the same thing


def changes(
    left: Statement,
    right: Statement,
    left_clause: str,
    right_clause: str,
    apart: int | None = None,
) -> tuple[Change, ...]:
    """Return the named differences of two commitments; empty where the right one repeats.

    The clauses are those of the two that correspond best, folded. `apart` is how many years lie
    between the reports, if that is known: what is to be reached in five years is not held
    against what is to be reached in one.
    """
    alike = common_share(left_clause, right_clause) >= CLAUSE_ALIKE
    speak_of_one = alike or bool(_told_apart(left_clause, right_clause))
    pairs: list[tuple[Target, Target]] = []
    if _targets(left) and _targets(right):  # as of one pair in fifteen
        clauses = (left_clause, right_clause) if speak_of_one else None
        pairs = _paired_numbers(left, right, clauses, apart)
    found = [change for a, b in pairs for change in target_changes(left, a, right, b)]
    if not pairs:
        found += _of_quantity(left, right, left_clause, right_clause)
    if speak_of_one and left_clause != right_clause:
        # A number that both promise is to be reached in both. What is to be done with a thing says
        # little of another thing of its kind.
        if alike and not found and not pairs:
            found += _of_ladder(left_clause, right_clause)
        found += _of_words(DEADLINE, ChangeKind.RESCHEDULED, left_clause, right_clause)
        found += _of_scope(left_clause, right_clause)
        found += _of_editions(left_clause, right_clause, of_one=True)
    folded = fold_text(left.text)
    # Few name one, and to fold the other text as well takes longer.
    if _names_edition(folded):
        found += _of_editions(folded, fold_text(right.text), of_one=False)
    return tuple(dict.fromkeys(found))


def _paired_numbers(
    left: Statement, right: Statement, clauses: tuple[str, str] | None, apart: int | None
) -> list[tuple[Target, Target]]:
    """Return the numbers that became each other; `clauses` where they speak of one thing."""
    pairs = paired_targets(_targets(left), _targets(right))
    pairs += _pair_of_rest(left, right, pairs)
    if not pairs and clauses:
        pairs = _pair_in_clauses(left, right, *clauses)
    return [
        (a, b)
        for a, b in pairs
        if _are_of_one_term(a, b, apart) and _are_for_one(left, a, right, b)
    ]


def target_changes(left: Statement, a: Target, right: Statement, b: Target) -> list[Change]:
    """Return how one number became the other: its value, how binding it is, what it counts."""
    kinds = []
    if not same_unit(a, b):
        kinds.append(ChangeKind.REWORDED)  # 达到45% → 再提高5个百分点
    elif not equal_values(middle(a), middle(b)):
        kinds.append(ChangeKind.RAISED if middle(b) > middle(a) else ChangeKind.LOWERED)
    if not kinds or b.comparator in QUALIFIED or _effort(right, b):
        was, is_now = (strictness(a), _effort(left, a)), (strictness(b), _effort(right, b))
        if was != is_now:
            kinds.append(ChangeKind.TIGHTENED if is_now > was else ChangeKind.LOOSENED)
    if is_narrower(a, b) or is_narrower(b, a) or is_another(a, b):
        kinds.append(ChangeKind.RESCOPED)
    return [Change(kind, b.indicator, _words(left, a), _words(right, b)) for kind in kinds]


def _told_apart(a: str, b: str) -> list[int]:
    """Return the concepts of both texts that few sentences of such reports speak of."""
    return _telling(concepts_in(a) & concepts_in(b))


def _telling(concepts: Iterable[int]) -> list[int]:
    rarity = thesaurus().rarity
    return [one for one in concepts if rarity[one] >= TELLING_CONCEPT]


def relation(found: tuple[Change, ...]) -> Relation:
    """Return what the changes make of a commitment that is carried on."""
    return Relation.REVISED if found else Relation.RECURRING


def _targets(statement: Statement) -> tuple[Target, ...]:
    return statement.commitment.targets if statement.commitment else ()


def _words(statement: Statement, target: Target) -> str:
    """Return number, unit and qualifier as written."""
    return target.span.shifted(-statement.span.start).of(statement.text)


def _pair_of_rest(
    left: Statement, right: Statement, pairs: list[tuple[Target, Target]]
) -> list[tuple[Target, Target]]:
    """Return more pairs of one unit: in statements that correspond, less of a name is enough."""
    lefts = [t for t in _targets(left) if all(t is not a for a, _ in pairs)]
    rights = [t for t in _targets(right) if all(t is not b for _, b in pairs)]
    found = []
    for a in lefts:
        nearest = max(rights, key=lambda b: _nearness(a, b), default=None)
        if nearest is not None and _nearness(a, nearest) >= RATHER_SAME_INDICATOR:
            found.append((a, nearest))
            rights.remove(nearest)
    return found


def _are_of_one_term(a: Target, b: Target, apart: int | None) -> bool:
    """Say whether both are to be reached in as many years, give or take one, or in the same."""
    if apart is None or not same_unit(a, b) or not (a.deadline.isdigit() and b.deadline.isdigit()):
        return True
    moved = int(b.deadline) - int(a.deadline)
    return moved == 0 or abs(moved - apart) <= 1


def _are_for_one(left: Statement, a: Target, right: Statement, b: Target) -> bool:
    """Say whether money is for the same purpose, where both are sums of a budget.

    What only one name tells must be told by the other sentence: 财政安排20亿元支持卫生事业.
    """
    names = fold_text(a.indicator), fold_text(b.indicator)
    if not all(BUDGET.search(name) for name in names):
        return True
    one, other = (OF_BUDGETS.sub("", name) for name in names)
    if one and other:
        return not set(one).isdisjoint(other)
    said = fold_text(right.text if one else left.text)
    return not (one or other) or common_share(one or other, said) >= INDICATOR_NAMED


def _nearness(a: Target, b: Target) -> float:
    if not same_unit(a, b) or not like_size(a, b):
        return 0.0
    name = same_name(a, b)
    if LEAST_NAMED <= name < RATHER_SAME_INDICATOR and _is_named_alike(a, b):
        return RATHER_SAME_INDICATOR
    return name


def _is_named_alike(a: Target, b: Target) -> bool:
    """Say whether one name speaks of nothing that the other does not speak of."""
    ones, others = (concepts_in(indicator_key(t.indicator)) for t in (a, b))
    return bool(_telling(ones & others)) and (ones <= others or others <= ones)


def _pair_in_clauses(
    left: Statement, right: Statement, left_clause: str, right_clause: str
) -> list[tuple[Target, Target]]:
    """Return the only numbers of two clauses that speak of one thing, however it is called."""
    lefts = [t for t in _targets(left) if fold_text(_words(left, t)) in left_clause]
    rights = [t for t in _targets(right) if fold_text(_words(right, t)) in right_clause]
    if len(lefts) != 1 or len(rights) != 1:
        return []
    comparable = like_size(*lefts, *rights) and (
        same_unit(*lefts, *rights)
        or (
            same_name(*lefts, *rights) >= SAME_INDICATOR and not share_beside_count(*lefts, *rights)
        )
    )
    return [(lefts[0], rights[0])] if comparable else []


def _effort(statement: Statement, target: Target) -> int:
    """Return 1 where the number is to be reached without fail, -1 where it is only aimed at."""
    at = target.span.start - statement.span.start
    before = statement.text[max(0, at - EFFORT_REACH) : at]
    return sum(sign for sign, words in EFFORT.items() if words.search(before))


def _of_quantity(
    left: Statement, right: Statement, left_clause: str, right_clause: str
) -> list[Change]:
    """Return that one side alone puts a number to what both promise."""
    if not _targets(left) and not _targets(right):
        return []
    # Where the clauses correspond closely, a number elsewhere counts something else.
    apart = common_share(left_clause, right_clause) < CLAUSE_CLOSE
    lefts = _numbers(left, left_clause, right.text if apart else "")
    rights = _numbers(right, right_clause, left.text if apart else "")
    if rights and not lefts:
        return [Change(ChangeKind.QUANTIFIED, rights[0].indicator, "", _words(right, rights[0]))]
    if lefts and not rights:
        return [Change(ChangeKind.UNQUANTIFIED, lefts[0].indicator, _words(left, lefts[0]), "")]
    return []


def _numbers(statement: Statement, clause: str, other: str) -> list[Target]:
    """Return the targets that count what both speak of.

    Those are targets whose indicator the other one names, and those in the clause that corresponds
    or behind it without an object of their own.
    """
    other = fold_text(other)
    found = []
    for target in _targets(statement):
        indicator, words = indicator_key(target.indicator), fold_text(_words(statement, target))
        named = common_share(indicator, other) >= INDICATOR_NAMED or (
            other and bool(_told_apart(indicator, other))
        )
        adds = len(indicator) <= LONGEST_BARE and words in _behind(clause, statement)
        if named or adds or words in clause:
            found.append(target)
    return found


def _behind(clause: str, statement: Statement) -> str:
    """Return the clause behind that one, or behind the first."""
    parts = split_clauses(fold_text(statement.text))
    at = parts.index(clause) if clause in parts else 0
    return "".join(parts[at + 1 : at + 2])


def _of_ladder(left: str, right: str) -> list[Change]:
    """Return that the promise is further along; with a date on one side, that it has a date."""
    a, b = _step(LADDER, left), _step(LADDER, right)
    top = len(LADDER) - 1
    if a == NOWHERE and b[0] == top:
        a = _under_way(left)
    if b == NOWHERE and a[0] == top:
        b = _under_way(right)
    if NOWHERE in (a, b) or a[0] == b[0]:
        return []
    dates = DEADLINE.search(left), DEADLINE.search(right)
    if dates[0] is None and dates[1] is not None:
        return [Change(ChangeKind.RESCHEDULED, "", a[1], dates[1].group() + b[1])]
    if dates[1] is None and dates[0] is not None:
        return [Change(ChangeKind.RESCHEDULED, "", dates[0].group() + a[1], b[1])]
    kind = ChangeKind.TIGHTENED if b[0] > a[0] else ChangeKind.LOOSENED
    return [Change(kind, "", a[1], b[1])]


def _under_way(clause: str) -> tuple[int, str]:
    found = UNDER_WAY.search(clause)
    return (0, found.group()) if found else NOWHERE


def _of_scope(left: str, right: str) -> list[Change]:
    if listed := _of_words(LISTED, ChangeKind.RESCOPED, left, right):
        return listed
    (a, left_word), (b, right_word) = _step(SCOPE, left), _step(SCOPE, right)
    if min(a, b) < 0 or a == b:
        return []
    return [Change(ChangeKind.RESCOPED, "", left_word, right_word)]


def _of_words(pattern: re.Pattern[str], kind: ChangeKind, left: str, right: str) -> list[Change]:
    a = pattern.search(left)
    b = pattern.search(right) if a is not None else None
    if a is None or b is None or a.group() == b.group():
        return []
    return [Change(kind, "", a.group(), b.group())]


def _of_editions(left: str, right: str, of_one: bool) -> list[Change]:
    """Return that one side names another batch, round or edition, none of which the other has.

    Texts that are not `of_one` thing may name editions of several: those that are of one kind
    and stand beside the same characters are compared.
    """
    if not _names_edition(left) or not _names_edition(right):
        return []
    lefts, rights = _editions(left), _editions(right)
    same = {was for was, _ in lefts} & {is_now for is_now, _ in rights}
    for was, beside in lefts:
        for is_now, other in rights:
            alike = of_one or (_kind(was) == _kind(is_now) and beside & other)
            if alike and not {was, is_now} & same:
                return [Change(ChangeKind.REWORDED, "", was, is_now)]
    return []


def _names_edition(text: str) -> bool:
    return MAY_EDITION.search(text) is not None and EDITION.search(text) is not None


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


def _step(ladder: tuple[re.Pattern[str], ...], text: str) -> tuple[int, str]:
    """Return the highest step that `text` names, with the word; -1 where it names none."""
    for step in range(len(ladder) - 1, -1, -1):
        if found := ladder[step].search(text):
            return step, found.group()
    return NOWHERE
