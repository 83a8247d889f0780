"""Numbers in a row that only the last has a unit of: 增长3、4.5和6个百分点."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.text.quantity import Comparator, Quantity
from desktop.text.span import Span
from desktop.text.units import COUNTABLE, base_unit, without_multiple, without_noise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# In 1、20件 the first is the number of an item, 2030、2031年 and 3、4期 count no amounts.
_JOINTS = "、和与及"
_ROW_NUMBER = re.compile(r"(?P<value>\d+(?:\.\d+)?)(?P<times>[百千万亿]{0,2})")
_ROW = re.compile(
    rf"(?<![\d.,;。:A-Za-z第/#年月\n-])(?<!^)(?:\d+(?:\.\d+)?[百千万亿]{{0,2}}[{_JOINTS}])+$"
)
_LONGEST_ROW = 40
_NO_ROW = frozenset({"年", "日", "期", "届", "级", "天", "周"})


def with_shared_units(narrowed: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Return the amounts, and those that have their unit from the last of their row.

    >>> from desktop.text.numerals import quantities
    >>> [(q.value, q.unit) for q in quantities("分别提高3、4.5和6个百分点")]
    [(3.0, '个百分点'), (4.5, '个百分点'), (6.0, '个百分点')]
    >>> [(q.value, q.unit) for q in quantities("分别达1.2万亿、8000亿元，装机3万、5万千瓦")]
    [(1.2, '万亿元'), (8000.0, '亿元'), (3.0, '万千瓦'), (5.0, '万千瓦')]
    """
    result: list[Quantity] = []
    for amount in found:
        start = amount.number.start
        if amount.span.start == start and start and narrowed[start - 1] in _JOINTS:
            row = _ROW.search(narrowed, max(0, start - _LONGEST_ROW), start)
            if row and base_unit(amount.unit) and amount.unit not in _NO_ROW:
                known = {q.number.start: q for q in result if q.number.start >= row.start()}
                result = [*result[: len(result) - len(known)], *_of_row(row, amount, known)]
        result.append(amount)
    return result


def _of_row(
    row: re.Match[str], last: Quantity, known: Mapping[int, Quantity]
) -> Iterator[Quantity]:
    """Return the amounts of a row that have the unit of the `last`, or what follows 万 and 亿.

    Those `known` by where their number begins lack a unit, and no more.
    """
    bare = without_multiple(last.unit)
    plain = Comparator.COUNT if bare in COUNTABLE else Comparator.EXACT
    for number in _ROW_NUMBER.finditer(row.string, row.start(), row.end()):
        span = Span(*number.span())
        value, times = without_noise(float(number["value"])), number["times"]
        amount = known.get(span.start, Quantity(span, span, value, times, plain))
        if amount.comparator is Comparator.EXACT:
            amount = replace(amount, comparator=plain)
        yield replace(amount, unit=times + bare if times else last.unit)
