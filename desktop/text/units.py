"""The units of amounts, and how many of a base unit each is."""

from __future__ import annotations

import re
from functools import cache

MULTIPLIERS = {"十": 10.0, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}

# Base unit, and the units that are so many of it.
_MEASURES: dict[str, dict[str, float]] = {
    "元": {"元": 1, "块钱": 1, "元人民币": 1},
    "美元": {"美元": 1},
    "港元": {"港元": 1},
    "欧元": {"欧元": 1},
    "%": {"%": 1, "‰": 0.1, "成": 10},
    "个百分点": {"个百分点": 1, "百分点": 1},
    "吨": {"吨": 1, "公斤": 1e-3, "千克": 1e-3, "斤": 5e-4, "吨标准煤": 1, "吨标煤": 1, "担": 0.05},
    "平方米": {
        "平方米": 1,
        "㎡": 1,
        "平米": 1,
        "平方": 1,
        "亩": 10000 / 15,
        "公顷": 1e4,
        "平方公里": 1e6,
        "平方千米": 1e6,
    },
    "米": {"米": 1, "公里": 1e3, "千米": 1e3, "里": 500, "km": 1e3, "延米": 1, "海里": 1852},
    "立方米": {"立方米": 1, "千升": 1, "立方": 1, "标方": 1, "方": 1},
    "千瓦": {"千瓦": 1, "瓦": 1e-3, "兆瓦": 1e3, "吉瓦": 1e6, "kW": 1, "MW": 1e3, "GW": 1e6},
    "千瓦时": {"千瓦时": 1, "千瓦小时": 1, "度": 1, "兆瓦时": 1e3},
    "千伏安": {"千伏安": 1, "兆伏安": 1e3},
    "千伏": {"千伏": 1, "kV": 1},
    "分钟": {"分钟": 1, "小时": 60, "秒": 1 / 60},
    "天": {"天": 1, "日": 1, "个工作日": 1, "工作日": 1, "周": 7},
    "年": {"年": 1, "周年": 1, "个月": 1 / 12},
    "人": {"人": 1, "名": 1, "位": 1, "人口": 1},
    "微克/立方米": {"微克/立方米": 1, "微克每立方米": 1},
    "倍": {"倍": 1},
    "岁": {"岁": 1, "周岁": 1},
    "个": {"个": 1},
}
# Things that are counted: each its own base unit.
_COUNTED_WORDS = (
    "人次 人天 户 户次 家 家次 项 座 条 所 张 台 套 套(间) 间 处 场 场次 件 件次 辆 架 "
    "架次 艘 部 幢 栋 只 头 羽 株 棵 册 门 篇 支 门次 种 类 批 批次 次 例 本 颗 根 口 对 "
    "班 班次 列 趟 桶 箱 标准箱 标箱 TEU 支队伍 床 位数 级 期 毫克/升 "
    "毫克/立方米 人/日 元/月 元/年 元/人 元/斤 公斤/亩 EFLOPS PFLOPS P 层 片 面 届 轮 枚 "
    "块 款 道 组 档 盏 眼 尾 粒 份 对次 宗 笔 单 起 屏 孔 泊位 车次 航次 航线 机位 车位 床位 "
    "学位 岗位 标准箱位 标台 标准件 标准车 核 亩次 卷 幅 首 台(套) 台套 台次 股 堂 端 "
    "站 网点 方面 分/千瓦时"
)
_COUNTED = _COUNTED_WORDS.split()
UNITS: dict[str, tuple[str, float]] = {u: (u, 1.0) for u in _COUNTED}
UNITS |= {u: (base, f) for base, row in _MEASURES.items() for u, f in row.items()}
# Units in which so many means exactly so many things.
COUNTABLE = frozenset(_COUNTED) | {"个", "人", "名", "位"}


def factor_of(multiplier: str) -> float:
    """Return the factor that 万, 亿, 万亿 and the like stand for."""
    factor = 1.0
    for char in multiplier:
        factor *= MULTIPLIERS[char]
    return factor


def without_noise(value: float) -> float:
    """Drop the noise of binary fractions, so that equal amounts are equal."""
    return float(f"{value:.10g}")


def in_base_unit(value: float, unit: str) -> float:
    """Return the amount in its base unit.

    >>> in_base_unit(1.3, "万亿元") == in_base_unit(13000, "亿元")
    True
    """
    return without_noise(value * _base_of(unit)[0])


def base_unit(unit: str) -> str:
    """Return the unit that all of its kind are so many of; an unknown one is its own.

    >>> base_unit("亿千瓦时"), base_unit("度"), base_unit("万只")
    ('千瓦时', '千瓦时', '只')
    """
    return _base_of(unit)[1]


@cache
def _base_of(unit: str) -> tuple[float, str]:
    """Return how many of its base unit a unit is, and that unit."""
    if unit and not unit.strip("十百千万亿"):
        return factor_of(unit), ""
    prefix = _prefix(unit)
    base, factor = UNITS.get(unit[len(prefix) :], (unit[len(prefix) :], 1.0))
    return factor_of(prefix) * factor, base


def without_multiple(unit: str) -> str:
    """Return the unit without the multiplier before it.

    >>> without_multiple("万千瓦"), without_multiple("亿元")
    ('千瓦', '元')
    """
    return unit[len(_prefix(unit)) :]


def _prefix(unit: str) -> str:
    """Return the multiplier before a unit: 亿 of 亿千瓦时, whose 千 belongs to its name."""
    multiplier = re.match(r"[十百千万亿]*(?=.)", unit)
    longest = multiplier.end() if multiplier else 0
    known = (size for size in range(longest + 1) if unit[size:] in UNITS)
    return unit[: next(known, longest)]
