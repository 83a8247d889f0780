"""Tell commitments from the other sentences of a plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.report.model import Commitment, CommitmentKind, Role

if TYPE_CHECKING:
    from desktop.report.model import Target

_PROMISING = frozenset({Role.PLAN, Role.SELF_GOVERNMENT, Role.APPENDIX})
# Shorter sentences are calls and captions.
SHORTEST = 7

# How sentences open that set the scene, give the reason or lead in.
_SCENE = re.compile(
    r"今年是|20\d\d年是|各位代表[,:!]?$|做好.{0,10}工作[,,]|综合(?:分析|各方面|考虑)|当前[,,和]|上述|实现(?:这些|上述)|这[是次些一会]|"
    r"(?:重点|主要|突出)?.{0,6}(?:做好|抓好|抓实|把握好?|注重)?(?:以下|如下|下列)|我国(?:发展|仍|经济|有|拥有|是|正)|我们有|只要|"
    r"实践|事实|面对|面临|从.{1,12}看|新的一年|展望|回顾|总的|必须清醒|困难|信心|发展是|.{1,10}是(?:解决|事关|关系|一切)|《纲要.*提出了"
)
_REASON = re.compile(
    r"^[^,,]{2,16}(?:是|就是|关乎|事关|关系)[^,,。]{2,30}(?:之本|之源|基础|关键|根本|核心|前提|保障|大事|形式|职责|本分|之基|责任|"
    r"使命|灵魂|生命线|底线|要求|基石|体现|所在|问题)"
)
_SPIRIT = re.compile(
    r"(?:以|坚持).{0,12}(?:习近平新时代中国特色社会主义|邓小平理论|科学发展观).{0,10}思想.{0,6}指导"
)
_LEAD_IN = re.compile(r"(?:以下|如下|下列|几个?方面|几点|以下几).{0,12}[:。;]?$|[:]$")
_CALL = re.compile(r"让我们|我们坚信|我们相信|谢谢|请予审议")

# What makes a commitment named: a thing with a name of its own.
_NAMED = re.compile(
    r"《|\"|工程|项目|行动|规划|计划|条例|试点|示范|方案|专项|中心|园区|基地|线[路网]?|大桥|隧道|机场|铁路|高铁|公路|高速|港|"
    r"医院|学校|大学|实验室|博物馆|体育馆|图书馆|自贸|新区|开发区|论坛|博览会|办法|立法|制度|改革|平台|清单|目录|基金"
)


def commitment_of(sentence: str, role: Role, targets: tuple[Target, ...]) -> Commitment | None:
    """Return what the narrowed `sentence` promises in a part of `role`, or None."""
    if not is_commitment(sentence, role):
        return None
    if targets:
        return Commitment(CommitmentKind.QUANTIFIED, targets)
    named = _NAMED.search(sentence) is not None
    return Commitment(CommitmentKind.NAMED if named else CommitmentKind.GENERAL)


def is_commitment(sentence: str, role: Role) -> bool:
    """Say whether the narrowed `sentence` says what will be done or reached."""
    if role not in _PROMISING or len(sentence) < SHORTEST:
        return False
    return not (
        _SCENE.match(sentence)
        or _REASON.match(sentence)
        or _SPIRIT.search(sentence)
        or _LEAD_IN.search(sentence)
        or _CALL.search(sentence)
    )
