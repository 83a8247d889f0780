"""Name what differs between two linked commitments, and in which direction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.compare.measures import equal_values, middle, paired_targets, strictness
from desktop.compare.model import Change, ChangeKind, Relation
from desktop.compare.similarity import alike, bag, clauses
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from desktop.report.model import Statement, Target

# How far along a promise is: 推进 → 完成 promises more. Read in the clauses that correspond.
LADDER = (
    re.compile(r"研究|谋划|探索|论证|筹划"),
    re.compile(r"启动|开工|制定|编制|筹建"),
    re.compile(r"推进|推动|加快|加强|开展|实施|建设|持续|深化|改造"),
    re.compile(r"基本完成|基本建成|主体完工|结构封顶"),
    re.compile(r"完成|建成|竣工|投入使用|投运|开园|开通|交付|全面落成"),
)
SCOPE = (
    re.compile(r"试点|试行|先行先试|示范"),
    re.compile(r"复制推广|推广|扩大|扩围|推开"),
    re.compile(r"全面推开|全面实施|全面推行|全面铺开|全覆盖|所有|全面推广|全面开展"),
)
EFFORT = (re.compile(r"力争|争取|努力|尽可能"), re.compile(r"确保|必须|务必"))
DEADLINE = re.compile(
    r"(?:20\d\d)年(?:底|末)?(?:之?前)?|(?:上|下)半年|年底(?:之?前)?|[一二三四1-4]季度(?:末)?|\d{1,2}月底?(?:之?前)?|年内|“十[二三四五六]五”(?:期间|末)?"
)
EDITION = re.compile(r"第[一二三四五六七八九十百\d]+[届批轮期次]|首[届批轮]|新一轮|\d+\.\d+版?")
CLAUSE_ALIKE = 0.30  # clauses below this do not speak of the same thing


def changes(left: Statement, right: Statement) -> tuple[Change, ...]:
    """Return the named differences of two commitments; empty where the right one repeats."""
    pairs = paired_targets(_targets(left), _targets(right))
    found = [
        Change(kind, b.indicator, _words(left, a), _words(right, b))
        for a, b in pairs
        if (kind := _of_targets(a, b))
    ]
    found += _of_quantity(left, right, bool(pairs))
    left_clause, right_clause, score = corresponding_clauses(left.text, right.text)
    if score >= CLAUSE_ALIKE:
        if not found:
            found += _of_ladder(left_clause, right_clause)
        found += _of_words(DEADLINE, ChangeKind.RESCHEDULED, left_clause, right_clause)
        found += _of_scope(left_clause, right_clause)
        found += _of_words(EDITION, ChangeKind.REWORDED, left_clause, right_clause)
    return tuple(dict.fromkeys(found))


def relation(found: tuple[Change, ...]) -> Relation:
    """Return what the changes make of a commitment that is carried on."""
    return Relation.REVISED if found else Relation.RECURRING


def corresponding_clauses(left: str, right: str) -> tuple[str, str, float]:
    """Return the clause of each text that is most like one of the other, and how alike."""
    lefts = [(text, bag(text)) for text in clauses(fold_text(left))]
    rights = [(text, bag(text)) for text in clauses(fold_text(right))]
    score, i, j = max(
        (alike(a, b), -i, -j) for i, (_, a) in enumerate(lefts) for j, (_, b) in enumerate(rights)
    )
    return lefts[-i][0], rights[-j][0], score


def _targets(statement: Statement) -> tuple[Target, ...]:
    return statement.commitment.targets if statement.commitment else ()


def _words(statement: Statement, target: Target) -> str:
    """Return number, unit and qualifier as written."""
    return target.span.shifted(-statement.span.start).of(statement.text)


def _of_targets(a: Target, b: Target) -> ChangeKind | None:
    if not equal_values(middle(a), middle(b)):
        return ChangeKind.RAISED if middle(b) > middle(a) else ChangeKind.LOWERED
    if strictness(a) != strictness(b):
        stricter = strictness(b) > strictness(a)
        return ChangeKind.TIGHTENED if stricter else ChangeKind.LOOSENED
    return None


def _of_quantity(left: Statement, right: Statement, paired: bool) -> list[Change]:
    lefts, rights = _targets(left), _targets(right)
    if paired or bool(lefts) == bool(rights):
        return []
    for target in rights or lefts:
        kind = ChangeKind.QUANTIFIED if rights else ChangeKind.UNQUANTIFIED
        other = left if rights else right
        if corresponding_clauses(target.quote, other.text)[2] >= CLAUSE_ALIKE:
            words = ("", _words(right, target)) if rights else (_words(left, target), "")
            return [Change(kind, target.indicator, *words)]
    return []


def _of_ladder(left: str, right: str) -> list[Change]:
    (a, left_word), (b, right_word) = _step(LADDER, left), _step(LADDER, right)
    if min(a, b) < 0 or a == b or max(a, b) < len(LADDER) - 2:
        return []
    kind = ChangeKind.TIGHTENED if b > a else ChangeKind.LOOSENED
    return [Change(kind, "", left_word, right_word)]


def _of_scope(left: str, right: str) -> list[Change]:
    (a, left_word), (b, right_word) = _step(SCOPE, left), _step(SCOPE, right)
    if min(a, b) < 0 or a == b:
        return []
    return [Change(ChangeKind.RESCOPED, "", left_word, right_word)]


def _of_words(pattern: re.Pattern[str], kind: ChangeKind, left: str, right: str) -> list[Change]:
    a, b = pattern.search(left), pattern.search(right)
    if a is None or b is None or a.group() == b.group():
        return []
    return [Change(kind, "", a.group(), b.group())]


def _step(ladder: tuple[re.Pattern[str], ...], text: str) -> tuple[int, str]:
    for step in range(len(ladder) - 1, -1, -1):
        if found := ladder[step].search(text):
            return step, found.group()
    return -1, ""
