"""Topic sentences: the unnumbered, run-in headings that open a paragraph.

加快建设制造强国。推动…… is a heading in a plan, 经济结构不断优化。消费…… in a review. They are told
by their form: short, no amounts, an order to begin with or a result at the end.
"""

from __future__ import annotations

import re
from enum import IntEnum

from desktop.report.structure.topic_words import ENDS_OF_MEANS, ORDERS, RESULTS, SUBJECTS
from desktop.text.numerals import quantity_spans
from desktop.text.span import Span

# Measured over the labelled reports: the longest run-in heading has 34 characters, the longest
# inside a paragraph 15.
LONGEST = 34
LONGEST_INSIDE = 13
LONGEST_ORDER_INSIDE = 10
SHORTEST = 4
# Of those that open paragraph after paragraph alike the longest in real reports has 39.
LONGEST_PARALLEL = 40
SHORTEST_PARALLEL = 6
MOST_COMMAS_PARALLEL = 2


def _any_of(words: str) -> str:
    return "|".join(words.split())


_ORDER = re.compile(
    rf"(?:要|关于)?(?:{_any_of(ORDERS)})|关于|以.{{2,16}}(?:{_any_of(ENDS_OF_MEANS)})"
)
_SUBJECT = re.compile(_any_of(SUBJECTS))
_RESULTS = tuple(RESULTS.split())
_LAST_WORDS = {result[-2:] for result in _RESULTS}  # to look for those first is quick
_MORE_AND_MORE = re.compile(r"(?:越.越.|更[^,]了)$")
_MUST = re.compile(r"^.{3,14}要(?!求)[^,]{2}")  # 积极的财政政策要加力提效

# What opens a paragraph and is never its heading.
_NEVER = re.compile(
    # who speaks, and to whom
    r"各位|同志们|主任|女士|请|我们|我国|我[省市区]|全[省市区国]上下|本届|[省市区]委|党中央|习近平|"
    # when
    r"今年(?:[是,全]|以来|经济|工作|政府|发展|主要)|新的一年|明年|去年|今天|昨天|刚刚|期间|20\d\d年|一年来,|上半年,|下半年|"
    r"当前|目前|\"十.五\"(?:时期|期间)?(?:是|我|经|以)|新的?形势|"
    # how it hangs together with what stands before
    r"同时|此外|另外|[在为因]此|但|这[是次一些]|上述|以上|其[中间]|特别|尤其|比如|例如|随着|由于|如果|只[有要]|"
    r"虽然|尽管|不过|然而|唯有|第一次|所有|一切|没有|具体|主要|"
    # what looks back, weighs or sums up
    r"回顾|展望|总[的之体]|综合(?:分析|各|考虑|判断|研判)|从.*(?:看|说)|实践|事实|经验|成绩|面对|需要|必须清醒|"
    r"实现[这上今]|做好(?:今年|20)|关于.*说明|"
    # sayings
    r"安不忘|思危|行百里|奋斗|蓝图|征程|时代|历史|使命|道阻|路虽|事虽|奋进|民生无小"
)
# A sentence that states what is, and does not head what follows.
_STATEMENT = re.compile(
    r"是(?<![这别其求]是)(?!非)|决定(?!性)|意味着|正在|正处|相伴而生|相辅相成|不(?:健全|完善|协调|平衡)|难度|来之不易|提出了|面临|了(?<!更.了)$|关乎|在于|一头连|连着|离不开|比.{1,8}的|则.{2,4}强|自身硬|者胜|不(?:平凡|寻常|容易)|受到?.{0,6}影响|"
    r"如.*如|作政府工作报告"
)
_LEAD_IN = re.compile(
    r"(?:以下|下列|几个|几点|方面(?<=[个几下列些各\d一二两三四五六七八九十]方面))(?:工作|任务|重点|关系|要求)?$|"
    r"[做抓]好(?:(?:以下|下列|这些|各项|各方面|[今明全]年|20\d\d年|下半年|下一(?:步|阶段)|政府|\d+|"
    r"[一二两三四五六七八九十几]+(?:个?方面|[大项件点])).{0,6})?工作$|为(?<![有行作]为)$|:$"
)
# What these end with: to look for that first is four times as fast.
_LEAD_IN_ENDS = frozenset("下个点列面作务系求为:")
_AMOUNT = re.compile(
    r"[0-9](?:(?![.0-9]*版)(?:(?!\").){0,6}(?:%|[万亿个家项条座元人处所户台套件辆名位吨亩次场]|公里)"
    r"|[0-9]{2,}(?![0-9年]))"
)
# Whose task it is, and until when: (区住建局牵头,各镇配合), 责任单位:…, 完成时限:….
IN_CHARGE = (
    r"\(?(?:(?:主办|责任|牵头|配合|承办|协办)(?:单位|部门)|完成时[限间]):|"
    r"\([^()]+(?:负责|牵头|配合)[^()]{0,4}\)"
)
_IN_CHARGE = re.compile(IN_CHARGE)
# The comma behind 五年来 parts no clauses.
_SAYING = re.compile(
    r"(?!.*、)([^,]{3},[^,]{3}|[^,]{4},[^,]{4}|[^,]{5},[^,]{5}|[^,]{6},[^,]{6}|[^,]{7},[^,]{7})"
)
_COMMA = re.compile(r",(?<!年,)(?<!年来,)(?<!以来,)")
_BOLD = "* "
_END = "。!?;,." + _BOLD


def topic_span(text: str, start: int, end: int) -> Span:
    """Return where the words are, without full stop and marks of bold type."""
    words = text[start:end].lstrip(_BOLD)
    return Span(end - len(words), end - len(words) + len(words.rstrip(_END)))


def topic_text(sentence: str) -> str:
    """Return the sentence without its full stop and marks of bold type."""
    return sentence.lstrip(_BOLD).rstrip(_END)


def could_be_topic(sentence: str) -> bool:
    """Say whether the narrowed `sentence` has the form that every topic sentence has."""
    words = topic_text(sentence)
    return (
        SHORTEST <= len(words) <= LONGEST
        and sentence.rstrip("* ").endswith("。")
        and len(_COMMA.findall(words)) <= 1
        and not _AMOUNT.search(words)
        and not _NEVER.match(words)
        and not _leads_in(words)
        and not _STATEMENT.search(words)
    )


# 这是综合实力大幅跃升的五年 heads what it says of these years, and so does 这五年,是…….
_OF_YEARS = re.compile(r"(?:-{2,}\s*)?这(?:[一三五十]年,?)?是.*的[一三五十]年$")
_NO_PARALLEL = re.compile(r"各位|今年|目前|当前|我们国家|我国|中国|同时|此外")


def could_be_parallel(sentence: str) -> bool:
    """Say whether the narrowed `sentence` may be a heading if others near it open alike."""
    words = topic_text(sentence)
    return (
        SHORTEST_PARALLEL <= len(words) <= LONGEST_PARALLEL
        and sentence.rstrip("* ").endswith("。")
        and len(_COMMA.findall(words)) <= MOST_COMMAS_PARALLEL
        and not _AMOUNT.search(words)
        and not _leads_in(words)
        and not _NO_PARALLEL.match(words)
        and (_OF_YEARS.match(words) is not None or not _STATEMENT.search(words))
    )


def _leads_in(words: str) -> bool:
    """Say whether the words only say that something follows."""
    if "如下" in words:
        return True
    return words[-1:] in _LEAD_IN_ENDS and _LEAD_IN.search(words) is not None


class Strength(IntEnum):
    """How surely a sentence that opens a paragraph is its heading."""

    NONE = 0
    FORM = 1  # by its form alone: its neighbours decide
    WORDS = 2  # by its words too


def topic_strength(sentence: str) -> Strength:
    """Say how surely the narrowed `sentence`, opening a paragraph, is its heading.

    >>> topic_strength("加快建设制造强区。"), topic_strength("风雨多经人不老。")
    (<Strength.WORDS: 2>, <Strength.FORM: 1>)
    """
    if not could_be_topic(sentence):
        return Strength.NONE
    words = topic_text(sentence)
    if _SAYING.fullmatch(words) and not _ORDER.match(words):
        return Strength.NONE
    if _ORDER.match(words) or is_result(words) or _MUST.match(words):
        return Strength.WORDS
    return Strength.FORM


def has_comma(sentence: str) -> bool:
    """Say whether the sentence has more than one clause."""
    return _COMMA.search(sentence) is not None


def has_amount(words: str) -> bool:
    """Say whether the words hold an amount, as an item of a list does and no heading."""
    return bool(quantity_spans(words))


def is_order(words: str) -> bool:
    """Say whether the words begin with an order, as the headings of a plan do."""
    return _ORDER.match(words) is not None


def is_in_charge(sentence: str) -> bool:
    """Say whether the narrowed sentence only says whose task something is."""
    return _IN_CHARGE.match(sentence) is not None


def is_result(words: str) -> bool:
    """Say whether the words end with a result, as the headings of a review do."""
    if words[-2:] in _LAST_WORDS and words.endswith(_RESULTS):
        return True
    return _MORE_AND_MORE.search(words) is not None


def is_inner_order(sentence: str, longest: int) -> bool:
    """Say whether the sentence may be a heading within a paragraph of a plan: a short order."""
    words = topic_text(sentence)
    return (
        len(words) <= longest
        and could_be_topic(sentence)
        and not has_comma(words)
        and is_order(words)
    )


def is_asked_inside(sentence: str) -> bool:
    """Say whether the sentence may be a heading within a paragraph that asks: 要依法行政."""
    words = topic_text(sentence)
    return (
        words.startswith("要")
        and len(words) <= LONGEST_INSIDE
        and could_be_topic(sentence)
        and not has_comma(words)
        and is_order(words)
    )


def is_inner_topic(sentence: str) -> bool:
    """Say whether the sentence may be a heading within a paragraph: a subject and its result."""
    words = topic_text(sentence)
    return (
        len(words) <= LONGEST_INSIDE
        and is_result(words)
        and could_be_topic(sentence)
        and not has_comma(words)
        and (not _ORDER.match(words) or _SUBJECT.match(words) is not None)
    )
