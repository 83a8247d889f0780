"""The numbers that a commitment promises, with what they measure and by when."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from desktop.report.model import Target
from desktop.report.promises.five_year_plans import last_year
from desktop.report.promises.indicators import indicators, rows
from desktop.report.promises.promised_numbers import promised_amounts
from desktop.text.chinese_numbers import in_digits
from desktop.text.quantity import Comparator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.quantity import Quantity
    from desktop.text.span import Span

# A number that nothing qualifies.
_PLAIN = frozenset({Comparator.EXACT, Comparator.COUNT})

# Until when: a year, the end of a five-year plan, or words that count from the report's year.
_TERM = re.compile(
    # What may begin it: what cannot is left at once.
    r'(?=[1-5"一二两三四五六七八九十今明全上下未用年])(?:'
    r"(?<![\d比较自从由])(?P<year>20\d\d)年(?!以?来|起|[的同]|度?以前|版|至|-|远景)"
    r'|"?(?P<plan>十?[一二三四五六七八九]?五)"?(?:规划)?(?:期间|时期|末)'
    r"|(?P<spoken>[一二][九○零][○零一二三四五六七八九]{2})年(?!以?来|起|[的同]|至|-)"
    r"|(?P<words>今明两年|今年|(?<![一二两三四五\d])年内|年底|全年|上半年|下半年|[一二三四]季度|明年"
    r"|(?:今后|未来)[一二两三四五]年|(?<![\d十.])[一二两三四五1-5]年内"
    r"|用[一二两三四五1-5]年(?:左右)?的?时间))"
)
_MAY_TERM = re.compile("[年五季]")  # what each of those holds
_YEARS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "2": 2, "3": 3, "4": 4, "5": 5}


def term(words: str, year: int | None) -> str:
    """Return by which year is meant what narrowed `words` head, or "" where they do not say.

    >>> term('"十五五"时期主要目标', 2026), term("今后五年的目标", 2026), term("重点工作", 2026)
    ('2030', '2030', '')
    """
    found = {ends for _, ends in _terms(words, year)}
    return found.pop() if len(found) == 1 else ""


def _terms(words: str, year: int | None) -> list[tuple[int, str]]:
    """Return where terms begin, and the year that each ends with."""
    found = _TERM.finditer(words) if _MAY_TERM.search(words) else ()
    return [(match.start(), ends) for match in found if (ends := _ends(match, year))]


def _ends(match: re.Match[str], year: int | None) -> str:
    """Return the year that a term ends with, or "" where it is none or is over."""
    if match["year"]:
        stated: int | None = int(match["year"])
    elif match["spoken"]:
        stated = int(in_digits(match["spoken"]))
    elif match["plan"]:
        stated = last_year(match["plan"])
    elif year is None:
        return ""
    elif "明" in match["words"]:
        stated = year + 1
    else:
        stated = year + max(_YEARS.get(char, 1) for char in match["words"]) - 1
    return "" if stated is None or (year is not None and stated < year) else str(stated)


def extract_targets(
    text: str, span: Span, year: int | None, deadline: str = ""
) -> tuple[Target, ...]:
    """Return the targets in the sentence at `span` of narrowed `text`.

    `year` is the year that the report's plan is for, and `deadline` the one that the headings
    above state: what holds where the sentence states none.
    """
    sentence = span.of(text)
    amounts = promised_amounts(sentence)
    if not amounts:
        return ()
    terms = _terms(sentence, year)
    usual = deadline or (str(year) if year else "")
    parted = rows(sentence, amounts)
    named = indicators(sentence, amounts, parted)
    meant = _comparators(amounts, parted)
    return tuple(
        Target(
            indicator=name.words,
            comparator=comparator,
            value=amount.value,
            unit=amount.unit,
            span=amount.span.shifted(span.start),
            quote=sentence[name.start : amount.span.end],
            high=amount.high,
            deadline=_deadline(sentence, terms, amount.span) or usual if terms else usual,
        )
        for amount, name, comparator in zip(amounts, named, meant, strict=True)
    )


def _comparators(
    amounts: Sequence[Quantity], parted: Sequence[Sequence[int]]
) -> tuple[Comparator, ...]:
    """Return how each value is meant: 分别超过2%、5% and 5%、6%以上 qualify all of their row."""
    if len(parted) == len(amounts):  # as mostly
        return tuple(amount.comparator for amount in amounts)
    result: list[Comparator] = []
    for row in parted:
        own = [amounts[i].comparator for i in row]
        told = [c for c in (own[0], own[-1]) if c not in _PLAIN and c is not Comparator.RANGE]
        result += [told[0] if told and c in _PLAIN else c for c in own]
    return tuple(result)


def _deadline(sentence: str, terms: Sequence[tuple[int, str]], amount: Span) -> str:
    """Return the term last stated before an amount, else one in the clause behind it, or ""."""
    if before := bisect_left(terms, (amount.start, "")):
        return terms[before - 1][1]
    start, ends = terms[0]
    return ends if sentence.find(",", amount.end, start) < 0 else ""
