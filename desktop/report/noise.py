"""What in a file is not part of the report: tables of forms, and where each may stand."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.report.lines import MARKER, SALUTATION, Cut, Line, is_ended
from desktop.report.model import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# --- marks inside lines ---------------------------------------------------------------------

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
NUMBER = r"第?\s?[\d一二三四五六七八九十]{1,3}\s?版"
PAGE_TURN = re.compile(
    rf"[（(](?:上接|下转|转|接){NUMBER}[^）)\n]{{0,12}}[）)]|(?:上接|下转){NUMBER}"
)

# --- forms of lines, white space aside ------------------------------------------------------

BUTTONS = frozenset(
    "下载|打印|全屏|收藏|加大|还原|减小|大|中|小|×|>|＞|>>|首页|上一页|下一页|上一篇|下一篇"
    "|分享|分享到|分享到微信|打印本页|打印本文|打印文章|关闭|关闭窗口|关闭本页|返回|返回顶部|返回列表"
    "|相关报道|相关文档|相关链接|相关阅读|相关新闻|相关文章|相关附件|相关稿件|版权声明|联系客服|联系我们"
    "|微信订阅号|微信公众号|网站地图|无障碍浏览|E-mail推荐|".split("|")
)
BRACKETS = "【】[]（）()《》〈〉:：|"
WEB = re.compile(  # these stand in no report, wherever they are found
    r".*(?:扫一扫|扫码|二维码).{0,20}$"
    r"|(?:当前位置|您的位置|您现在的位置|您当前的位置|所在位置)[:：]?.*"
    r"|.*(?:[^>＞]{1,20}[>＞»]+){2,}[^>＞]*"
    r"|[【\[（(]?字[号体][:：].*"
    r"|[（(]?(?:责任编辑|责编|网站编辑)[:：].*"
    r"|.*(?:ICP备|公网安备|网站标识码|版权所有|建议使用.{0,12}浏览器).*"
    r"|(?:本文标题|链接地址|本文链接|本文地址|原文链接)[:：].*"
    r"|(?:较旧|较新|上|下)一篇[:：].*"
    r"|上一页.*下一页"
    r"|https?://\S+"
    r"|》》.{0,20}《《"
)
EDGE = re.compile(  # these only above the first words of the report, or below its last
    r"[（(]?(?:信息|文章|稿件|文字|资料)?(?:来源|稿源)[:：].{0,24}"
    r"|(?:发布|发表|更新|成文|发文|印发)?(?:日期|时间)[:：].{0,24}"
    r"|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?<!日)"
    r"|(?:作者|编辑|校对|审核|编校|记者|摄影)[:：].{0,16}"
    r"|(?:阅读量?|浏览(?:次数|量)?|点击(?:数|率|量)?|访问量?)[:：]\d{0,8}次?"
    r"|.{0,120}记者.{0,16}摄(?:影|影报道)?"
    r"|.{0,12}新华社.{0,14}电[）)]?"
    r"|《?人民日报》?[（(].{0,24}版[）)]"
    r"|中央政府门户网站.*"
    r"|(?:主办|承办|协办|技术支持|主管)(?:单位)?[:：].*"
)
LABEL = re.compile(r"(?:来源|时间|发表时间|发布时间|发布日期|作者|阅读量|浏览次数)[:：]")
FOOTER = re.compile(  # all that follows is the site's
    r"[（(【]?(?:相关(?:报道|文档|链接|阅读|新闻|文章|稿件)|责任编辑|版权声明|分享到?|E-mail推荐)[:：】]?.{0,10}"
    r"|.*扫一扫.*|本文标题[:：].*"
)
ANNEX = re.compile(r"附件|附[:：表录]|名词解释|注释")
TITLE = re.compile(r".*(?:报告|复函|的函|规划纲要|的说明)(?:[（(].{1,12}[）)])?$")
PAGE_NUMBER = re.compile(
    r"[-—–―·\s]{1,4}\d{1,3}[-—–―·\s]{1,4}|第\d{1,3}页(?:[,，/]?共\d{1,3}页)?|\d{1,3}/\d{1,3}页?"
)
BARE_NUMBER = re.compile(r"\d{1,3}")
LEADER = re.compile(
    r".{1,60}?(?:[.．·]{4,}|…{2,}|[.．·…]\s?[.．·…]\s?[.．·…]\s?[.．·…])[.．·…\s]*[（(]?\d{0,3}[）)]?"
)
CONTENTS_HEAD = re.compile(r"目录[:：]?")

# --- where the edges are --------------------------------------------------------------------

BODY_LENGTH = 60  # a line this long belongs to the report
HEAD_LINES = 80  # navigation was never seen to be longer
TAIL_LINES = 40
FONT_LINES = 6  # 【字号： 加大 还原 减小 】, one below the other
SHORT = 12  # an item of a breadcrumb
FOOTER_LENGTH = 80
FEWEST_HEADS = 3  # a line that comes back less often is no running head
RUNNING_LENGTH = 30
LONGEST_CONTENTS = 120  # lines
DUPLICATE_ANCHOR = 40  # characters that only a copy repeats
DUPLICATE_SHARE = 0.8  # of the anchors of the first half that must come back at one distance
DUPLICATE_SLACK = 100  # the page around the copies differs by so many characters
SHORTEST_COPY = 500


def comments(text: str) -> list[Cut]:
    """Find the comments of a page's source."""
    return [Cut(*match.span(), Reason.BOILERPLATE) for match in COMMENT.finditer(text)]


def page_turns(text: str) -> list[Cut]:
    """Find 上接第4版 and its like."""
    return [Cut(*match.span(), Reason.PAGE_TURN) for match in PAGE_TURN.finditer(text)]


def boilerplate(lines: Sequence[Line]) -> list[Cut]:
    """Find what the web page has put around the report."""
    head, tail = _head(lines), _tail(lines)
    found = {
        i
        for i, line in enumerate(lines)
        if len(line.text) <= 2 * BODY_LENGTH and WEB.fullmatch(line.compact)
    }
    found |= {i for i in (*head, *tail) if _is_edge(lines[i])}
    found |= set(_bracketed(lines, (*head, *tail)))
    found |= set(_values(lines, head))
    found |= set(_breadcrumb(lines, head))
    found |= set(_footer(lines, tail))
    return [lines[i].cut(Reason.BOILERPLATE) for i in sorted(found)]


def repeated_head(lines: Sequence[Line]) -> list[Cut]:
    """Find a page's own title above the report's title."""
    head = _head(lines)
    for i in head:
        title = lines[i].compact
        below = "".join(line.compact for line in lines[i + 1 : i + 8])
        if TITLE.fullmatch(title) and len(title) >= SHORT and title in below:
            return [lines[i].cut(Reason.DUPLICATE)]
    return []


def contents(lines: Sequence[Line]) -> list[Cut]:
    """Find a table of contents, by its dot leaders or because each of its lines comes again."""
    found = {i for i, line in enumerate(lines) if LEADER.fullmatch(line.text)}
    for i, line in enumerate(lines):
        if CONTENTS_HEAD.fullmatch(line.compact):
            listed = _listed(lines[i + 1 :], found, i + 1)
            found |= {i, *listed} if listed else set()
    return [lines[i].cut(Reason.CONTENTS) for i in sorted(found)]


def page_numbers(lines: Sequence[Line]) -> list[Cut]:
    """Find the numbers of pages; bare ones only where they count up and interrupt prose."""
    dressed = [line for line in lines if PAGE_NUMBER.fullmatch(line.text)]
    bare = [line for line in lines if BARE_NUMBER.fullmatch(line.text)]
    values = [int(line.text) for line in bare]
    apart = all(b.start - a.end > BODY_LENGTH * 3 for a, b in pairwise(bare))
    counted = len(bare) > 1 and apart and all(b == a + 1 for a, b in pairwise(values))
    return [line.cut(Reason.PAGE_NUMBER) for line in (*dressed, *(bare if counted else ()))]


def running_heads(lines: Sequence[Line]) -> list[Cut]:
    """Find lines that come again and again in the middle of sentences."""
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if (
            len(line.compact) <= RUNNING_LENGTH
            and not is_ended(line.text)
            and not MARKER.match(line.text)
        ):
            places.setdefault(line.compact, []).append(i)
    found: list[Cut] = []
    for at in places.values():
        inside = [i for i in at if i and _is_unended_prose(lines[i - 1])]
        if len(at) >= FEWEST_HEADS and len(inside) * 2 >= len(at):
            # Its first place is the title itself, unless that stands inside a sentence too.
            found += [lines[i].cut(Reason.RUNNING_HEAD) for i in at if i in inside or i != at[0]]
    return found


def watermarks(lines: Sequence[Line]) -> list[Cut]:
    """Find the title printed again behind the last stop of a paragraph."""
    titles = {
        line.text
        for line in _first(lines)
        if TITLE.fullmatch(line.text) and len(line.text) <= RUNNING_LENGTH
    }
    return [
        Cut(line.end - len(title), line.end, Reason.WATERMARK)
        for line in lines
        for title in titles
        if line.text.endswith(title) and is_ended(line.text[: -len(title)].rstrip())
    ]


def duplicates(lines: Sequence[Line]) -> list[Cut]:
    """Find the second copy of the whole report."""
    starts: list[int] = []
    stream = ""
    for line in lines:
        starts.append(len(stream))
        stream += line.compact
    shift = _shift(stream)
    if shift is None:
        return []
    first = stream[:shift]
    return [
        line.cut(Reason.DUPLICATE)
        for line, start in zip(lines, starts, strict=True)
        if start >= shift and line.compact in first
    ]


MARKS: tuple[Callable[[str], list[Cut]], ...] = (comments, page_turns)
RULES: tuple[Callable[[Sequence[Line]], list[Cut]], ...] = (
    duplicates,
    contents,
    boilerplate,
    repeated_head,
    page_numbers,
    running_heads,
    watermarks,
)


def _head(lines: Sequence[Line]) -> range:
    """Return the lines above the first words of the report."""
    for i, line in enumerate(lines[:HEAD_LINES]):
        if SALUTATION.match(line.text) or MARKER.match(line.text):
            return range(i)
        if (
            len(line.text) >= BODY_LENGTH
            and not EDGE.fullmatch(line.compact)
            and not WEB.fullmatch(line.compact)
        ):
            return range(i)
    return range(min(HEAD_LINES, len(lines) // 2))


def _tail(lines: Sequence[Line]) -> range:
    return range(max(len(_head(lines)), len(lines) - TAIL_LINES), len(lines))


def _first(lines: Sequence[Line]) -> Sequence[Line]:
    return lines[: len(_head(lines))]


def _is_edge(line: Line) -> bool:
    return line.compact.strip(BRACKETS) in BUTTONS or bool(EDGE.fullmatch(line.compact))


def _bracketed(lines: Sequence[Line], edge: Sequence[int]) -> Iterator[int]:
    """Yield the lines of a 【…】 that was broken at every word."""
    for i in edge:
        if lines[i].text.startswith("【") and "】" not in lines[i].text:
            inside = range(i, min(i + FONT_LINES, len(lines)))
            last = next((j for j in inside if lines[j].text.endswith("】")), None)
            if last is not None and all(len(lines[j].text) <= SHORT for j in range(i, last + 1)):
                yield from range(i, last + 1)


def _values(lines: Sequence[Line], head: range) -> Iterator[int]:
    """Yield what stands below a label: 来源： above the name of a newspaper."""
    for i in head:
        if (
            LABEL.fullmatch(lines[i].compact)
            and i + 1 in head
            and len(lines[i + 1].compact) <= SHORT + 8
        ):
            yield i + 1


def _breadcrumb(lines: Sequence[Line], head: range) -> Iterator[int]:
    """Yield the names between the > of a breadcrumb that was broken at every word."""
    arrows = [i for i in head if lines[i].compact in {">", "＞", ">>", "»"}]
    names = {
        lines[j].compact
        for i in arrows
        for j in (i - 1, i + 1)
        if j in head and len(lines[j].compact) <= SHORT and not TITLE.fullmatch(lines[j].compact)
    }
    yield from (i for i in head if lines[i].compact in names)


def _footer(lines: Sequence[Line], tail: range) -> Sequence[int]:
    """Return the lines from the first that only a site writes to the end."""
    for i in tail:
        rest = lines[i:]
        if FOOTER.fullmatch(lines[i].compact) and not any(
            len(line.text) > FOOTER_LENGTH or MARKER.match(line.text) or ANNEX.match(line.text)
            for line in rest
        ):
            return range(i, len(lines))
    return ()


def _listed(below: Sequence[Line], leaders: set[int], start: int) -> list[int]:
    """Return the lines below 目录 up to the first that has no leader and does not come again."""
    later = Counter(line.compact for line in below)
    listed: list[int] = []
    for i, line in enumerate(below[:LONGEST_CONTENTS], start):
        if i not in leaders and later[line.compact] == 1:
            break
        later[line.compact] -= 1
        listed.append(i)
    return listed


def _is_unended_prose(line: Line) -> bool:
    return not is_ended(line.text) and len(line.text) > RUNNING_LENGTH


def _shift(stream: str) -> int | None:
    """Return the distance at which the stream repeats itself, or None."""
    step = max(len(stream) // 100, DUPLICATE_ANCHOR)
    anchors = range(0, len(stream) // 2 - DUPLICATE_ANCHOR, step)
    shifts: Counter[int] = Counter()
    for at in anchors:
        again = stream.find(stream[at : at + DUPLICATE_ANCHOR], at + SHORTEST_COPY)
        if again >= 0:
            shifts[again - at] += 1
    for shift in sorted(shifts):
        near = sum(n for other, n in shifts.items() if shift <= other <= shift + DUPLICATE_SLACK)
        if near >= DUPLICATE_SHARE * len(anchors):
            return shift
    return None
