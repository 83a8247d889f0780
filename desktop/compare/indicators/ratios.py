"""What is only the base of a ratio: the output of a place, in 单位地区生产总值能耗."""

from __future__ import annotations

import re

from desktop.text.normalize import fold_text

BASE = "生产总值"
# Words that two sentences share if both name it, and that say nothing else.
OF_BASE = frozenset({BASE, "国内", "地区", "国内生产总值", "地区生产总值", "单位"})
IN_RATIO = re.compile(rf"(?:单位|[万亿]元|占|相当于)[^,。;:、\d]{{0,6}}{BASE}")


def are_thing_and_ratio(words: frozenset[str], left: str, right: str) -> bool:
    """Say whether two texts share only what one of them measures something else by.

    `words` are those that both have, folded. Of 18,000 links in 57 pairs of reports five are of
    this kind; none of them is right.

    >>> shared = frozenset({"地区", "生产总值"})
    >>> are_thing_and_ratio(shared, "单位地区生产总值能耗下降3%", "地区生产总值增长5%")
    True
    >>> are_thing_and_ratio(shared, "地区生产总值增长6%", "地区生产总值增长5%")
    False
    """
    if BASE not in words or not words <= OF_BASE:
        return False
    return _is_only_base(fold_text(left)) != _is_only_base(fold_text(right))


def _is_only_base(text: str) -> bool:
    return BASE in text and BASE not in IN_RATIO.sub("", text)
