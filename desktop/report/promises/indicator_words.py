"""The words around the names of what numbers measure: what links them to a number, and verbs."""

from __future__ import annotations

import re

from desktop.report.promises.describing import SHALL
from desktop.report.promises.promised_numbers import A_YEAR
from desktop.report.structure.topic_words import ORDERS

# What stands between an indicator and its value.
_LINK = re.compile(
    r"(?:力[争求]|争取|确保|努力|预计|计划|新?安排|继续|保持|保证|控制|稳定|达到?|下?降低?[到至为]|到|至|定?[为在]|完成|实现|突破|超过?|"
    r"迈[上向入]|跨上|跃上|拟|减?按|不低于|不少于|总数|累计|共计?|合计|总计|(?<![签节制公契预合])约|近|再|(?<![年人平日月])均|分别|基本|"
    r"全年|每人每[月年]|平均每[人户斤亩]|(?<!及)以上|左右|\s|(?:提高|提升|扩大|增加?|上升|上调|调高|下调|减少|压减|缩短)[到至为]|(?<=[到至为])(?:每[人户]|人均)|今年|年[内底]|"
    rf"{SHALL}|必须|(?<![所国现原拥公民私持占享])有|(?<!每)各|[还也]|仍然?|即?将|(?<![许认])可|(?<!比)到?{A_YEAR}(?:底|末)?)+$"
)
# What all of those are written with: how far a name ends with such characters is found at once, and
# none of those begins before.
_LINKING = (
    "力争求取确保努预计划新安排继续持证控制稳定达到下降低至为在完成实现突破超过迈上向入跨跃拟减按"
    "不于少总数累共合约近再均分别基本全每人月年平户斤亩以左右提高升扩大增加调压缩短今内底末要必须"
    "有各还也仍然即将可○零一二三四五六七八九0123456789 \n\t"
)
# Verbs that say nothing of what is counted: that stands behind the number, 新增4000张养老床位.
_BARE_VERBS = (
    "新增 新建 改建 扩建 改扩建 新辟 增加 增设 建成 建设 建立 设立 打造 "
    "创建 培育 引进 引入 吸引 推出 推广 启动 开工 开展 实施 推进 加快 "
    "完成 改造 修缮 整治 治理 提供 举办 布局 认定 评选 组建 设置 投放 "
    "开通 发行 用于 惠及 服务 支持 帮助 扶持 办好 落实 组织 实现 力争 全年 "
    "全市 全区 全县 全省 其中 推动 完善 建好 创成 巩固 获批 用好 形成 "
    "续建 竣工 全力 全面 今年 深化 拓展 优化 提升 构建 开发 我们 接续 "
    "继续 滚动 保质保量 免费 重点 受益 遴选 引育 集聚 招募 配置 解决 "
    "安排 安置 新开工 投产 累计 开行 年度目标"
)
BARE = re.compile(rf"(?:{'|'.join(_BARE_VERBS.split())}|[新改建另将底内前等])*")
# What of these is no verb, or may as well be one of the things that are measured.
_NO_VERBS = "服务 发展 全年 全市 全区 全县 全省 其中 今年 我们 重点 年度目标 受益 全力 全面 累计"
VERBS = tuple(
    sorted(
        {*_BARE_VERBS.split(), *(w for w in ORDERS.split() if len(w) > 1)} - {*_NO_VERBS.split()}
    )
)


def unlinked(words: str) -> str:
    """Return the words without what stands between an indicator and its value."""
    start = len(words.rstrip(_LINKING))
    linking = _LINK.search(words, start) if start < len(words) else None
    return words[: linking.start()] if linking else words
