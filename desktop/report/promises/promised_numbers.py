"""Which amounts of a sentence are promised, and which name a thing, bound it or tell what was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.report.promises.describing import premise
from desktop.text.han import is_han
from desktop.text.numerals import quantities
from desktop.text.quantity import Comparator, Quantity
from desktop.text.span import Span
from desktop.text.units import COUNTABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

_MULTIPLES = "十百千万亿"
# Units of what says who or what is meant, how long it takes or which one it is.
_NOT_PROMISED_WORDS = "岁 周岁 年 周年 个五年 分钟 小时 度 次 期 位 天 日 个月 千伏 届 轮 方面"
_NOT_PROMISED = frozenset(_NOT_PROMISED_WORDS.split())
# 人均预期寿命提高1岁, 受教育年限达到11年, 优良天数达到330天.
_SPANS = frozenset({"岁", "年", "天"})
_LIFE = re.compile(r"(?:寿命|年限|天数)[^,;。、]{0,12}$")
# 3.0方案, 6个维度, 3人制篮球场, 3号工位: part of a name. 以千万计. 14亿中国人.
_OF_NAME_BEHIND = re.compile(
    r"案|(?:大)?(?:维度|方面|层面)|制(?!造)|号|计(?!划)|中国人|人?口(?:的|大)|企业(?:和个人)?所得税"
)
# 0.6人/百亿元, of which the first number is the amount.
_OF_NAME_BEFORE = ("/", "×")
# Works and products that are named by what they hold or yield: 60万吨乙烯项目.
_NAMED_BY_SIZE = frozenset({"吨", "立方米"})
_WORKS = re.compile(
    r"[^,;。、!?]{1,16}?(?:项目|基地|工程|装置|码头|[粮水]?[库厂](?!区)|矿(?!产)|计划|规划|行动)"
)
# 民营经济32条政策 is known by how many it has; 出台20条措施 counts them.
_MEASURES_OF_A_POLICY = re.compile(r"(?:政策|措施|举措|意见)")
_BROUGHT_OUT = re.compile(r"(?:出台|推出|制定|发布|印发|研究|新增|形成|提出|细化)[^,;。]*$")
# 千万吨级基地, 百万人才: round numbers without a digit name things, unless they are reached.
_ROUND = re.compile(r"[十百千万亿]+(?![○零一二两三四五六七八九分多余])")
_REACHED = re.compile(
    r"(?:突破|达到?|超过?|迈[上向入]|跨上|实现|过|新增|增加|减少|力争|完成|(?:稳定|保持)在)$"
)
_THINGS = COUNTABLE - {"人", "名", "户", "位"}
# 地区生产总值超百亿县, 新增百亿企业.
_NAMED_BY_ROUND = re.compile(r"[^,;。、]{0,8}?(?:[县镇]|企业|园区|产业|集群)")
# How many aims a plan has is no aim; that all of them be reached may be one.
_AIMS_BEHIND = re.compile(r"[^,;。、]{0,10}指标")
# 56个民族, but 5个民族村寨, 3个民族团结进步示范县.
_PEOPLES = re.compile(r"民族(?![团村乡镇特传医])")
# In 9个试点省份 something is done, in 50米内 it is near.
_PLACES = re.compile(r"[^,;。]{0,6}(?:省|自治区|国家|地区|城市)")
_NEAR = re.compile(r"(?:以?内|范围)")
# 沿线1公里, 半径5公里: where something is done.
_AROUND = re.compile(r"(?:沿[线岸江河湖海]|周边|周围|半径|方圆)$")
# 围绕12个产业、60条产业链, 面向全区3万名学生: what or whom something is for.
_FOR = re.compile(
    r"(?:围绕|聚焦|面向|瞄准|针对)(?:全[国省市区县])?(?:[^,;。\d]{1,16}等)?"
    r"(?:\d+[^,;。\d]{1,9}、)?[ ]?$"
)
# 在2个镇新建公园5座: where, if what is done there is counted too.
_IN = re.compile(r"[,;:。](?:重点|优先)?在(?:[^,;:。\d]{2,40}等)?[ ]?$")
_COUNTED_THERE = re.compile(r"[^,;。]{4,}\d")
# 在连续两年增长6%的基础上: what there is.
_GROUND = re.compile(r"[^,;。]{0,14}基础上")
# What is so already: 毕业生将高达….
_FACT = re.compile(
    r"(?:高达|已经?(?:达到?)?|已有|现有|目前有?|(?:今年|明年|应届)[^,;。]{0,8}毕业生(?:规模|人数|总数)?(?:预计|将)?(?:达到?|超过?)?)$"
)
_FACT_ENDS = frozenset("达经已到有前生模数计将超过")  # most numbers have neither before them
_FROM = re.compile(r"(?:由|从|(?<![草平高太中])原|现行|每)$")
_FROM_ENDS = frozenset("由从原行每")
# 从3万元提高到10万元: what it was.
_ROSE = re.compile(
    r"(?:左右|以上)?(?:逐步)?(?:提高|提升|增加|增长|上升|扩大|降低|下降|下调|降|减少|压减|压缩|缩短|上调|调高|调整)[到至为]"
)
A_YEAR = r"(?:(?:19|20)\d\d|[一二][九○][○零一二三四五六七八九]{2})年"
# 比第一个五年计划的3亿元增加10%: what it is compared with.
THAN = r"(?<![占对评同])比(?![例重率较赛])[^,;]{2,14}的"
_COMPARED = re.compile(f"{THAN}$")
# ,比去年增加3亿元: the amount before, told again. 比去年增长5% is a rate of its own.
LAST_YEAR = "[比较](?:去年|上年|往年)[^,]{0,6}"
BEFORE = rf'[比较](?:{A_YEAR}|"[^"]{{1,3}}"(?:期间|时期))[^,]{{0,6}}'
_TOLD_AGAIN = re.compile(f",(?:{LAST_YEAR}|{BEFORE})$")
LONGEST_COMPARED = 18  # characters
AROUND = 60  # characters on either side of a number that say what it is
# Growth that is promised in words, in per cent.
_SPOKEN = (
    # 增速转正; but 民办教师转正, 运转正常
    (re.compile(r"正增长|由负转正|转正(?<![师工员运常]转正)(?![常式确、])"), 0.0),
    (re.compile(r"两位数(?:以上)?的?(?:较?[高快])?(?:增长|增速)"), 10.0),
    (re.compile(r'(?:"?(?:双|[两三四五]个))?翻(?:一番|番)"?'), 100.0),
)
_GROWTH = re.compile(r"正增长|转正|两位数|翻")  # what each of those holds
# 年收入30万元以上的村, 营收超千亿元的集群: a bound that says which things are meant.
_BOUNDED_BEFORE = re.compile(
    r"的(?!目标|水平|任务)|、(?:\d+[个家所座处])?[超过]|[村县镇]|企业|项目|产业"
)
_NOT_OVER = frozenset({"超过", "通过", "经过", "不过", "跨过"})  # but 产值过10亿元的企业
_BOUNDED_PLACE = re.compile(r"的?(?:自然村|建制村|行政村|[村县镇]|乡镇|城市|社区|小区|企业)")
_COUNTED = re.compile(r"\d[个家所座处]$")  # 40个50户以上村寨
_BOUNDS = frozenset({"元", "美元", "千瓦", "岁", "米", "天", "年", "分钟"})
_BARE = ""  # 超百亿的集群


def promised_amounts(sentence: str) -> tuple[Quantity, ...]:
    """Return the amounts that the narrowed `sentence` promises, in order."""
    found: list[Quantity] = []
    if amounts := quantities(sentence):
        stated = premise(sentence)
        found += [q for q in amounts if q.span.start >= stated and _is_promised(sentence, q)]
    # What each of those holds, which is faster to look for.
    may_grow = "正" in sentence or "翻" in sentence or "位数" in sentence
    if may_grow and _GROWTH.search(sentence):
        found += _spoken(sentence)
    return tuple(sorted(found, key=lambda amount: amount.span)) if found else ()


def _spoken(sentence: str) -> Iterator[Quantity]:
    """Return the growth promised in words: 实现正增长 is at least 0 %."""
    for pattern, value in _SPOKEN:
        for match in pattern.finditer(sentence):
            span = Span(*match.span())
            yield Quantity(span, span, value, "%", Comparator.AT_LEAST)


def _is_promised(sentence: str, amount: Quantity) -> bool:
    start, end = amount.span.start, amount.span.end
    before, after = sentence[max(0, start - AROUND) : start], sentence[end : end + AROUND]
    return (
        _is_of_an_amount(amount, before)
        and not _is_named(sentence, amount, before, after)
        and not (before[-1:] in _FACT_ENDS and _FACT.search(before))
        and not (before[-1:] in _FROM_ENDS and _FROM.search(before))
        and not _ROSE.match(after)
        and not _compares(before, amount)
        and not _sets_the_scene(amount, before, after)
        and not _bounds(amount, before, after)
        and not (sentence.count('"', 0, start) % 2 and sentence.count('"', end) % 2)
    )


def _sets_the_scene(amount: Quantity, before: str, after: str) -> bool:
    """Say whether the number says where, for what or on what ground something is done."""
    if _FOR.search(before):
        return True
    if "在" not in before:
        return False
    if _GROUND.match(after):
        return before.rfind("在") > max(map(before.rfind, ",;:。"))
    is_place = amount.unit in COUNTABLE and _IN.search(f",{before}") is not None
    return is_place and _COUNTED_THERE.match(after) is not None


def _compares(before: str, amount: Quantity) -> bool:
    """Say whether the number is what another is compared with, or by how much they differ."""
    words = before[-LONGEST_COMPARED:]
    if "比" not in words and "较" not in words:
        return False
    return _COMPARED.search(words) is not None or (
        amount.unit != "%" and _TOLD_AGAIN.search(words) is not None
    )


def _is_of_an_amount(amount: Quantity, before: str) -> bool:
    """Say whether the unit is one of what can be promised."""
    if not amount.unit:
        return False
    if amount.unit in _SPANS and _LIFE.search(before):
        return True
    return amount.unit not in _NOT_PROMISED and not amount.unit.endswith("级")


def _is_named(sentence: str, amount: Quantity, before: str, after: str) -> bool:
    """Say whether the number is part of the name of something."""
    if _OF_NAME_BEHIND.match(after) or before.endswith(_OF_NAME_BEFORE):
        return True
    if amount.unit == "条" and _MEASURES_OF_A_POLICY.match(after):
        return not _BROUGHT_OUT.search(before)
    if amount.unit == "个" and (
        _PEOPLES.match(after) or (before.endswith("在") and _PLACES.match(after))
    ):
        return True
    if amount.unit in ("项", "个") and _counts_aims(before, after):
        return True
    if amount.base_unit == "米" and _AROUND.search(before):
        return True
    if amount.base_unit == "米" and _NEAR.match(sentence, amount.number.end):
        return not before.endswith(("控制在", "缩短至"))
    behind = amount.span.end > amount.number.end  # 以上 or 左右 stands behind the number
    if amount.base_unit in _NAMED_BY_SIZE and not behind and _WORKS.match(after):
        return True
    reached = _REACHED.search(sentence, max(0, amount.number.start - 4), amount.number.start)
    if after.startswith("级"):
        return not reached
    if not _ROUND.match(sentence, amount.number.start):
        return False
    counts = amount.unit.lstrip(_MULTIPLES) in _THINGS
    return not counts and (not reached or _NAMED_BY_ROUND.match(after) is not None)


def _counts_aims(before: str, after: str) -> bool:
    """Say whether the number says how many aims a plan has."""
    if before.endswith("指标"):
        return True
    return _AIMS_BEHIND.match(after) is not None and not before.endswith("完成")


def _bounds(amount: Quantity, before: str, after: str) -> bool:
    """Say whether the number says which things are meant."""
    is_over = before.endswith("过") and before[-2:] not in _NOT_OVER
    if not is_over and amount.comparator not in (Comparator.AT_LEAST, Comparator.AT_MOST):
        return False
    behind = amount.span.end > amount.number.end
    if behind and amount.base_unit in ("户", "人", _BARE):
        return _BOUNDED_PLACE.match(after) is not None or _COUNTED.search(before) is not None
    if amount.base_unit not in _BOUNDS and (behind or amount.base_unit != _BARE):
        return False
    return is_han(after[:1]) if behind else _BOUNDED_BEFORE.match(after) is not None
