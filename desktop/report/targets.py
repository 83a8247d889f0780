"""The numbers that a commitment promises, with what they measure and by when."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from desktop.report.five_year_plans import last_year
from desktop.report.model import Target
from desktop.text.numerals import Comparator, Quantity, narrowed_quantities
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# What stands between an indicator and its value.
_LINK = re.compile(
    r"(?:力争|争取|确保|努力|预计|计划|安排|保持|控制|稳定|达到?|到|至|为|在|完成|实现|突破|超过?|提高|提升|拟|按|不低于|"
    r"不少于|总数|累计|约|近|再|均|分别|基本|全年|以上|左右)+$"
)
_CLAUSE_START = re.compile(r".*[,;:。、!?]|.*(?:其中|使得?|从而|以及)", re.DOTALL)
_OPENING = re.compile(
    r"^(?:今年|全年|年内|年底前?|到?20\d\d年(?:底)?|力争|争取|确保|努力|计划|预计|将|拟|再|要|共|并|和|及|同时|实现|"
    r"\"?[十一二三四六七八九]*五\"?(?:期间|时期),?|完成)+"
)
# Numbers that are part of a thing's name or say who it is for, and are not promised.
_NOT_PROMISED = re.compile(
    r"^(?:岁|年|周年|个五年|分钟|小时|度|次|期|级|位|天|日|个月|千伏|届|轮|方面)$"
)
_FROM = re.compile(r"(?:由|从|原|现行|每|比(?:去年|上年|往年)[^,,]{0,6})$")
# 从3万元提高到10万元: what it was.
_ROSE = re.compile(
    r"(?:左右|以上)?(?:逐步)?(?:提高|提升|增加|增长|上升|扩大|降低|下降|下调|降|减少|压减|压缩|缩短|上调|调整)[到至为]"
)
# 支付标准由3万元提高到5万元: from what.
_BASE = re.compile(r"(?:由|从)[^,]*\d[^,]*$")
# Growth that is promised in words, in per cent.
_SPOKEN = (
    (re.compile(r"正增长|(?:由负)?转正"), 0.0),
    (re.compile(r"两位数(?:以上)?的?(?:较?[高快])?(?:增长|增速)"), 10.0),
    (re.compile(r"翻一番|翻番"), 100.0),
)
_GROWTH = re.compile(r"增长|转正|翻|增速")
# 年收入30万元以上的村: a bound that says which things are meant.
_BOUNDED = re.compile(r"(?:的|[\u4e00-\u9fff])")
_BOUNDS = frozenset({"元", "美元", "千瓦", "岁", "米", "天", "年", "分钟"})
_HORIZON = re.compile(r"到?(20\d\d)年")
_PLAN = re.compile(r'"?(十?[一二三四五六七八九]?五)"?(?:期间|时期|末)')


def extract_targets(text: str, span: Span, year: int | None) -> tuple[Target, ...]:
    """Return the targets in the sentence at `span` of narrowed `text`.

    `year` is the year that the report's plan is for: the deadline where none is stated.
    """
    sentence = span.of(text)
    amounts = [
        *filter(partial(_is_promised, sentence), narrowed_quantities(sentence)),
        *_spoken(sentence),
    ]
    if not amounts:
        return ()
    amounts.sort(key=lambda amount: amount.span)
    deadline = _deadline(sentence, year)
    return tuple(_target(sentence, amount, span.start, deadline) for amount in amounts)


def _spoken(sentence: str) -> Iterator[Quantity]:
    """Return the growth promised in words: 实现正增长 is at least 0 %."""
    if not _GROWTH.search(sentence):
        return
    for pattern, value in _SPOKEN:
        for match in pattern.finditer(sentence):
            span = Span(*match.span())
            yield Quantity(span, span, value, "%", Comparator.AT_LEAST, value, "%")


def _is_promised(sentence: str, amount: Quantity) -> bool:
    before = sentence[: amount.span.start]
    after = sentence[amount.span.end :]
    if not amount.unit or _NOT_PROMISED.match(amount.unit):
        return False
    if amount.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST):
        behind = amount.span.end > amount.number.end  # 以上 or 以下 stands behind the number
        if behind and amount.base_unit in _BOUNDS and _BOUNDED.match(after):
            return False
    if _FROM.search(before) or _ROSE.match(after):
        return False
    opened, closed = before.count('"'), after.count('"')
    return not (opened % 2 and closed % 2)


def _target(sentence: str, amount: Quantity, shift: int, deadline: str) -> Target:
    start = _indicator_start(sentence, amount.span.start)
    indicator = _LINK.sub("", _BASE.sub("", sentence[start : amount.span.start]))
    if not indicator:
        tail = re.match(r"[^,,;:。、]{1,16}", sentence[amount.span.end :])
        indicator = tail.group() if tail else ""
    return Target(
        indicator=indicator,
        comparator=amount.comparator,
        value=amount.value,
        unit=amount.unit,
        span=amount.span.shifted(shift),
        quote=sentence[start : amount.span.end],
        high=amount.high,
        deadline=deadline,
    )


def _indicator_start(sentence: str, end: int) -> int:
    clause = _CLAUSE_START.match(sentence, 0, end)
    start = clause.end() if clause else 0
    opening = _OPENING.match(sentence[start:end])
    return start + (opening.end() if opening else 0)


def _deadline(sentence: str, year: int | None) -> str:
    stated = _HORIZON.search(sentence)
    if stated:
        return stated[1]
    plan = _PLAN.search(sentence)
    end = last_year(plan[1]) if plan else None
    if end is not None:
        return str(end)
    return str(year) if year else ""
