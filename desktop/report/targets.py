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
    from collections.abc import Iterator, Sequence

# What stands between an indicator and its value.
_LINK = re.compile(
    r"(?:力争|争取|确保|努力|预计|计划|安排|保持|控制|稳定|达到?|下?降低?[到至为]|到|至|为|在|完成|实现|突破|超过?|提高|"
    r"提升|拟|按|不低于|不少于|总数|累计|(?<![签节制公契预合])约|近|再|均|分别|基本|全年|每人每[月年]|以上|左右)+$"
)
_CLAUSE_START = re.compile(
    r".*[,;:。、!?]|.*(?:其中|(?<![行大天])使得?(?![用命])|从而|以及)", re.DOTALL
)
_OPENING = re.compile(
    r"^(?:今年|全年|年内|年底前?|到?20\d\d年(?:底|末)?前?|力争|争取|确保|努力|计划|预计|将|拟|再|要|共|并|和|及|同时|实现|"
    r"\"?[十一二三四六七八九]*五\"?(?:期间|时期|末),?|完成)+"
)
# Verbs that say nothing of what is counted: that stands behind the number, 新增4000张养老床位.
_BARE = re.compile(
    r"(?:新增|新建|改建|扩建|改扩建|新辟|增加|增设|建成|建设|建立|设立|打造|创建|培育|引进|引入|吸引|推出|推广|"
    r"启动|开工|开展|实施|推进|加快|完成|改造|修缮|整治|治理|提供|举办|布局|认定|评选|组建|设置|投放|开通|"
    r"用于|惠及|服务|支持|帮助|扶持|新|改|建|办好|落实|组织|实现|力争|全年|全市|全区|全县|全省|其中|另|"
    r"推动|完善|建好|创成|巩固|获批|用好|形成|续建|竣工|全力|全面|今年|深化|拓展|优化|提升|构建|开发|"
    r"[底内前])*"
)
_SHORTEST_NAME = 3  # characters; 投资 or 皖北 alone says little: 投资15亿元的产业园, 皖北28个县
# 提升改造210公里农村公路和120万平方米村内道路: the number before has taken its own name.
_SECOND = re.compile(r".*\d.*(?:和|及|与)")
_JOINED = re.compile("[和及与]$")  # with the number behind, which counts something else
_COUNTED = re.compile(r"(?:以上|左右)?的?(?P<what>[^,;:。、!?()\d]{2,16})")
# Numbers that are part of a thing's name or say who it is for, and are not promised.
_NOT_PROMISED = re.compile(
    r"^(?:岁|年|周年|个五年|分钟|小时|度|次|期|级|位|天|日|个月|千伏|届|轮|方面)$"
)
# 人均预期寿命提高1岁, 受教育年限达到11年.
_SPANS = frozenset({"岁", "年"})
_PART_OF_NAME = re.compile(r"案|(?:大)?(?:维度|方面|层面)")  # 3.0方案, 6个维度
_LIFE = re.compile(r"(?:寿命|年限)[^,;。、]{0,12}$")
_PLACES = re.compile(r"[^,;。]{0,6}(?:省|自治区|国家|地区|城市)")  # in which something is done
# What is so already: 毕业生将高达…, …人，再创历史新高.
_FACT = re.compile(
    r"(?:高达|已达到?|已有|现有|目前有?|毕业生(?:规模|人数|总数)?(?:预计|将)?(?:达到?|超过?)?)$"
)
_RECORD = re.compile(r"[^,;。]{0,6},(?:再创|创)[^,;。]{0,6}(?:新高|之最)")
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
# Until when: a year, the end of a five-year plan, or words that count from the report's year.
_TERM = re.compile(
    r"(?<![\d比较自从由])(?P<year>20\d\d)年(?!以?来|起|[的同]|度?以前|版|至|-)"
    r'|"?(?P<plan>十?[一二三四五六七八九]?五)"?(?:规划)?(?:期间|时期|末)'
    r"|(?P<spoken>[一二][九○零][○零一二三四五六七八九]{2})年(?!以?来|起|[的同]|至|-)"
    r"|(?P<words>今明两年|今年|(?<![一二两三四五\d])年内|年底|全年|上半年|下半年|[一二三四]季度|明年"
    r"|(?:今后|未来)[一二两三四五]年|(?<![\d十])[一二两三四五]年内)"
)
_DIGITS = "○零一二三四五六七八九"
_YEARS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5}


def term(words: str, year: int | None) -> str:
    """Return by which year is meant what narrowed `words` head, or "" where they do not say.

    >>> term('"十五五"时期主要目标', 2026), term("今后五年的目标", 2026), term("重点工作", 2026)
    ('2030', '2030', '')
    """
    found = {_ends(match, year) for match in _TERM.finditer(words)} - {""}
    return found.pop() if len(found) == 1 else ""


def _ends(match: re.Match[str], year: int | None) -> str:
    """Return the year that a term ends with, or "" where it is none or is over."""
    if match["year"]:
        stated: int | None = int(match["year"])
    elif match["spoken"]:
        stated = int("".join(str(max(0, _DIGITS.index(c) - 1)) for c in match["spoken"]))
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
    amounts = [
        *filter(partial(_is_promised, sentence), narrowed_quantities(sentence)),
        *_spoken(sentence),
    ]
    if not amounts:
        return ()
    amounts.sort(key=lambda amount: amount.span)
    terms = [(m.start(), ends) for m in _TERM.finditer(sentence) if (ends := _ends(m, year))]
    usual = deadline or (str(year) if year else "")
    return tuple(
        _target(sentence, amount, span.start, _deadline(terms, amount.span.start) or usual)
        for amount in amounts
    )


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
    if not amount.unit or (
        _NOT_PROMISED.match(amount.unit) and not (amount.unit in _SPANS and _LIFE.search(before))
    ):
        return False
    if _FACT.search(before) or _RECORD.match(after):
        return False
    if amount.unit == "个" and (
        after.startswith("民族") or (before.endswith("在") and _PLACES.match(after))
    ):
        return False
    # 以千万计; 0.6人/百亿元, of which the first number is the amount
    if after.startswith("计") or before.endswith("/") or _PART_OF_NAME.match(after):
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
    counted = _COUNTED.match(sentence, amount.span.end)
    if _SECOND.fullmatch(indicator):
        indicator = _JOINED.sub("", counted["what"]) if counted else ""
    elif counted and _says_little(indicator.strip()):
        indicator += _JOINED.sub("", counted["what"])
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


def _says_little(indicator: str) -> bool:
    return (
        len(indicator) < _SHORTEST_NAME
        or indicator.endswith("等")
        or bool(_BARE.fullmatch(indicator))
    )


def _indicator_start(sentence: str, end: int) -> int:
    clause = _CLAUSE_START.match(sentence, 0, end)
    start = clause.end() if clause else 0
    opening = _OPENING.match(sentence[start:end])
    return start + (opening.end() if opening else 0)


def _deadline(terms: Sequence[tuple[int, str]], at: int) -> str:
    """Return the term last stated before `at`, else the first behind it, or ""."""
    before = [ends for start, ends in terms if start < at]
    return before[-1] if before else terms[0][1] if terms else ""
