"""A five-year plan that was to be drawn up, and the sentence that brings its draft.

That sentence stands where the plan of the later report begins, and not in its review: 编制“十六五”
规划 is answered by 编制了《……第十六个五年规划纲要（草案）》，提交大会审查.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.compare.model import Reason, ReasonKind, Relation, StatementLink
from desktop.text.clauses import split_clauses
from desktop.text.normalize import narrow

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport, Statement

_NUMBER = "十?[一二三四五六七八九]|十"
_PLAN = rf'(?:第(?P<spelt>{_NUMBER})个五年|"?(?P<named>{_NUMBER})五"?)'
_MAY_BRING = "草案"  # what each of those sentences holds
_BRINGS = re.compile(rf"{_PLAN}(?:规划|计划)[^。;]{{0,16}}?纲要[^,。;]{{0,3}}{_MAY_BRING}")
_DRAWING = "编制|制定|制订|起草|拟定|拟订|谋划"
# A plan of all, and not of one trade: 编制“十六五”交通规划.
_OF_ALL = (
    rf"{_PLAN}(?:时期)?(?:国民)?(?:经济(?:和|与)?社会)?(?:发展)?(?:总体)?(?:规划|计划)(?:纲要)?"
)
_MAY_ASK = re.compile("[划劃畫]")  # one of these in each, which need not be narrowed
_ASKS = (
    re.compile(rf"(?:{_DRAWING}).{{0,40}}?{_OF_ALL}(?!重大)"),
    re.compile(rf"{_OF_ALL}(?:的)?(?:{_DRAWING})"),
)
# 结合“十六五”规划编制: something else is to be done by the way.
_BY_THE_WAY = re.compile("结合|围绕|抢抓|借助|利用")
# All of the 20 that were read in 74 pairs of reports are right.
SURE = 0.99


def match_drafts(left: ParsedReport, right: ParsedReport) -> list[StatementLink]:
    """Link the promises to draw up a five-year plan with the sentence that brings its draft."""
    brought: dict[str, Statement] = {}
    for statement in right.statements:
        if _MAY_BRING in statement.text and statement.commitment is None:
            for found in _BRINGS.finditer(narrow(statement.text)):
                brought.setdefault(_name(found), statement)
    if not brought:
        return []
    asked = [(promise, asked_plan(promise.text)) for promise in left.commitments]
    return [_link(promise, brought[name], name) for promise, name in asked if name in brought]


def asked_plan(text: str) -> str:
    """Return the five-year plan that a text asks to draw up, or "".

    >>> asked_plan("高标准编制“十六五”规划。"), asked_plan("编制“十六五”交通规划。")
    ('十六五', '')
    """
    if "五" not in text or _MAY_ASK.search(text) is None:  # as mostly
        return ""
    for clause in split_clauses(narrow(text)):
        for asks in _ASKS:
            if (found := asks.search(clause)) and not _BY_THE_WAY.search(clause):
                return _name(found)
    return ""


def _name(found: re.Match[str]) -> str:
    return f"{found['spelt'] or found['named']}五"


def _link(promise: Statement, draft: Statement, name: str) -> StatementLink:
    reason = Reason(ReasonKind.OBJECT, f"{name}规划")
    return StatementLink(promise.id, draft.id, Relation.DELIVERED, SURE, (reason,))
