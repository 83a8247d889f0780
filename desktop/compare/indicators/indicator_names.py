"""What the indicators of promised numbers are called: under one name, whose, and of which kind."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.clauses import pairs_of
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.report.model import Target

# What may stand before a name, the name, what may follow it, and the one name for all that.
INDICATOR_NAMES = (
    ("(?:国内|地区|全[市区省县州国]|本[市区]|区域)?", "生产总值|GDP", "", "生产总值"),
    ("^(?:全[市区省县州国]|我国|今年|年均|国民)*", "经济(?=增长|增速)", "", "生产总值"),
    (
        "(?:全社会)?",
        "研究与试验发展|研发|R&D",
        r"(?:\(R&D\))?(?:经费)?(?:投入|支出)?(?:经费)?",
        "研发投入",
    ),
    ("", "社会消费品零售总额|社零总额|社零", "", "社会消费品零售总额"),
    ("", "固定资产投资", "(?:总额|额)?", "固定资产投资"),
    (
        "(?:地方|[市区县省]级)?",
        "(?:一般)?公共(?:财政)?预算收入|财政收入",
        "",
        "一般公共预算收入",
    ),
    ("", "规上|规模(?=工业)", "", "规模以上"),
    ("", "营收", "", "营业收入"),
    ("", "(?:能源消耗|能耗)强度", "", "单位生产总值能耗"),
    ("", "就业人数", "", "就业"),
    ("(?:外贸|对外贸易)?", "进出口(?:贸易)?总[额值]|(?<=外贸|贸易)进出口", "", "进出口总额"),
    ("", "粮食总产量?", "", "粮食产量"),
    ("(?<!户籍人口)(?:常住人口)?", "城镇化率", "", "常住人口城镇化率"),
    ("", "全社会|按?(?:同|可比)口径", "", ""),
    (
        "(?:居民)?",
        "消费(?:者)?价格|CPI",
        "(?:总水平|指数)?(?:涨幅|上涨(?:幅度)?)?",
        "消费价格",
    ),
)
ONE_NAME = tuple(
    (re.compile(f"{before}(?:{name}){behind}"), one)
    for before, name, behind, one in INDICATOR_NAMES
)
# Of a hundred names three have another one: to ask that first takes a twentieth of the time.
HAS_ONE_NAME = re.compile("|".join(name for _, name, _, _ in INDICATOR_NAMES))
# What money is for, of which one report says 投入 and the next 支出.
SPENT_ON = r"\"?(?:三农|科技|教育|社会保障)"
FILLERS = re.compile(
    r"今年|全年|年内|力争|确保|努力|预计|预期|实现|达到|达|保持|控制在|稳定在|不低于|不超过|超过|完成|"
    r"增长|增速|增幅|速度|目标|同比|比上年|左右|以上|以内|总量|累计|再(?!就业|生)|"
    rf"拟(?=安排{SPENT_ON})|安排(?={SPENT_ON})|用于|"
    r"新增|新建|建成|建设|改造|全[市区省县州国]|[、的在到为至\"]"
)
# Whose an indicator is, and of what: of two names that have words of one family, but others, each
# counts another thing. The last words of a family stand for all of it, where none of the others is
# beside them: 居民收入 is that of all, 就业 is not that of those who have lost a job.
FAMILIES = tuple(
    tuple(tuple(words.split()) for words in family.split("|"))
    for family in (
        "城镇|农村 农民 农牧民|中央|地方|全体 城乡 居民",
        "再就业|就业",
        "户籍|常住",
        "养老|医疗 医保|失业|工伤",
        "工业|农业 农牧业|服务业|商贸",
        "高技术 高新技术|装备|战略性新兴|服务业 金融业|工业 制造业",
        "数字经济|生物经济|海洋经济|低空经济",
        "东盟|欧盟|沿线国家 共建国家|进出口",
        "外贸出口 货物出口|外贸进口 货物进口|进出口",
        "供水 供排水|雨水 排水 污水|燃气|供热 热力",
        "省级 自治区级|国家级 国家",
        "高铁 铁路|高速 公路",
        "二氧化碳 碳排放|二氧化硫|氮氧化物|化学需氧量 氨氮",
        "三农|教育|科技|社会保障|医疗卫生",
    )
)
FAMILY_WORDS = tuple(
    (word, number, place)
    for number, family in enumerate(FAMILIES)
    for place, words in enumerate(family)
    for word in words
)
FAMILY_WORD = re.compile("|".join(word for word, *_ in FAMILY_WORDS))
# 登记失业率 is not 调查失业率, half of its name; 农村公路 is 新建农村公路.
SURELY_SAME = 0.75
SHARE = "占"
RATIO = re.compile("的?比[重例率]?|提高")
HEAD = 2  # characters at the end of a name that say what is counted
KIND_OF = 4  # characters at the end of two names of kinds of one thing
LONGEST_ADDITION = 4  # characters; longer ones are not a narrower name but another clause
# What stands before a name without making it narrower: verbs, conjunctions, whose it is.
NO_NARROWING = re.compile(
    r"提升|扩建|改建|整治|引进|引入|培育|创建|开工|利用|使用|政府|城镇|和|及|,|共建|更新|新增|新建|建成|打造|完成|"
    r"推进|推动|加快|暂缓|开展|实施|加强|支持|启动|围绕|聚焦|安排|优化|办好|布局|组织|统筹|滚动|持续|继续|"
    r"落实|举办|开通|入库|上线|维修|解决|要求|老旧|年度|深化|扎实|圆满|分类|分区|提出|提供|增加|发布|平均|年均|各类|"
    r"我[国省市区县州]|^新$|^也?要$"
)
EXAMPLES = re.compile(r"^.*(?<![高中初同平])等(?!级)(?=.)")  # 甲至乙等续建项目: which ones


@lru_cache(maxsize=1 << 12)
def indicator_key(name: str) -> str:
    """Return the indicator without scope, verbs of growth and qualifiers.

    >>> indicator_key("全市生产总值增长") == indicator_key("地区生产总值")
    True
    """
    name = fold_text(name)
    if HAS_ONE_NAME.search(name):
        for pattern, common in ONE_NAME:
            name = pattern.sub(common, name)
    return FILLERS.sub("", name) or name


class Name(NamedTuple):
    """What is known of an indicator by its name."""

    key: str  # as indicator_key
    pairs: frozenset[str]  # of characters of the key
    kinds: Mapping[int, frozenset[int]]  # by family which of its words it has, if any


def same_name(a: Target, b: Target) -> float:
    """Return 0.0 to 1.0: how surely the two indicators are the same, whatever their units.

    What a name ends with is what it counts: 生产总值 and 单位生产总值能耗 are two things, so that
    of names that end otherwise the longer one must be shared too. Of two shares of something
    (服务业增加值占生产总值比重) what counts is whose they are.
    """
    return _same_name(a.indicator, b.indicator)


@lru_cache(maxsize=1 << 12)  # two numbers are held against each other for link, change and outcome
def _same_name(indicator: str, other_indicator: str) -> float:
    one, other = _name(indicator), _name(other_indicator)
    if one.key == other.key:
        return 1.0
    if not one.pairs & other.pairs or _are_of_others(one, other):
        return 0.0
    if SHARE in one.key and SHARE in other.key:
        return _same_share(one.key, other.key)
    return _shared(one.key, other.key)


def _same_share(one: str, other: str) -> float:
    """Return how surely two shares are of one thing: 0.0 where they are shares in two."""
    (a, _, whole), (b, _, other_whole) = (name.partition(SHARE) for name in (one, other))
    wholes = [pairs_of(RATIO.sub("", name)) for name in (whole, other_whole)]
    return 0.0 if all(wholes) and wholes[0].isdisjoint(wholes[1]) else _shared(a, b)


def _shared(one: str, other: str) -> float:
    """Return how much of two names both have: of the longer one, unless they end alike."""
    a, b = pairs_of(one), pairs_of(other)
    many = (min if one[-HEAD:] == other[-HEAD:] else max)(len(a), len(b))
    return len(a & b) / many if many else 0.0


@lru_cache(maxsize=1 << 12)  # a number is held against each number that may be its like
def _name(indicator: str) -> Name:
    key = indicator_key(indicator)
    return Name(key, pairs_of(key), _kinds(key) if FAMILY_WORD.search(key) else {})


def _are_of_others(a: Name, b: Name) -> bool:
    """Say whether the two names say whose or what, and mean others: 城镇居民收入, 农村居民收入."""
    both = a.kinds.keys() & b.kinds.keys()
    return any(a.kinds[family].isdisjoint(b.kinds[family]) for family in both)


def _kinds(key: str) -> dict[int, frozenset[int]]:
    """Return of each family that a name has words of, which, by their places."""
    found: dict[int, set[int]] = {}
    for word, number, place in FAMILY_WORDS:
        if word in key:
            found.setdefault(number, set()).add(place)
    return {
        number: frozenset(said - {len(FAMILIES[number]) - 1} or said)
        for number, said in found.items()
    }


def both_names(a: Target, b: Target) -> str:
    """Return what two numbers count that became each other: both names unless surely the same."""
    if same_name(a, b) >= SURELY_SAME:
        return b.indicator
    return " / ".join(name for name in (a.indicator, b.indicator) if name)


def narrowing(a: Target, b: Target) -> str:
    """Return what is added to the name of the second to make that of the first, if that is so.

    护理型 makes 养老床位 narrower. Nothing where no name is the other with something added.
    """
    return _narrowing(a.indicator, b.indicator)


def are_of_two_scopes(a: Target, b: Target) -> bool:
    """Say whether the two name a thing and a part of it, or two of its kinds."""
    return _are_of_two_scopes(a.indicator, b.indicator)


@lru_cache(maxsize=1 << 12)  # asked for the link and for the change
def _are_of_two_scopes(one: str, other: str) -> bool:
    return bool(_narrowing(one, other) or _narrowing(other, one)) or _is_another(one, other)


def _narrowing(indicator: str, other_indicator: str) -> str:
    one, other = _kind_of_thing(indicator), _kind_of_thing(other_indicator)
    added = one.removesuffix(other)
    if len(other) < 2 or not 0 < len(added) <= LONGEST_ADDITION or added + other != one:
        return ""
    return "" if NO_NARROWING.search(added) else added


def _is_another(indicator: str, other_indicator: str) -> bool:
    """Say whether the two name different kinds of one thing.

    一般性转移支付 and 均衡性转移支付 are two kinds of 转移支付.
    """
    one, other = _kind_of_thing(indicator), _kind_of_thing(other_indicator)
    ends = zip(reversed(one), reversed(other), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
    own, other_own = one[:-shared], other[:-shared]
    if shared < KIND_OF or min(len(own), len(other_own)) < HEAD:
        return False
    return not NO_NARROWING.search(own + other_own)


def _kind_of_thing(indicator: str) -> str:
    """Return what is counted under its one name, without the examples before it."""
    return EXAMPLES.sub("", indicator_key(indicator))
