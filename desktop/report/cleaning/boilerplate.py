"""What a web page puts around a report: navigation, buttons, source lines, footers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.report.cleaning.lines import MARKER, SALUTATION, Cut, Line, is_title
from desktop.report.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)

# Forms of lines, white space aside.
BUTTON = re.compile(  # a whole line, the brackets around it aside; "" is a line of brackets alone
    "下载|打印|全屏|收藏|加大|还原|减小|大|中|小|×|[>＞»]+|首页|上一页|下一页|上一篇|下一篇|"
    "分享|分享到|分享到微信|打印(?:本页|本文|文章)|关闭|关闭(?:窗口|本页)|返回|返回(?:顶部|列表)|"
    "相关(?:报道|文档|链接|阅读|新闻|文章|附件|稿件)|版权声明|联系客服|联系我们|"
    "微信|微博|QQ空间|微信订阅号|微信公众号|网站地图|无障碍浏览|E-mail推荐|"
)
ARROWS = frozenset({">", "＞", ">>", "»"})
BRACKETS = re.compile(r"[\s【】\[\]（）()《》〈〉:：|]+")
# These stand in no report, wherever they are found: whole lines, and words that give a line away.
WEB = re.compile(
    r"(?:当前位置|您的位置|您现在的位置|您当前的位置|所在位置)[:：]?.*"
    r"|[【\[（(]?字[号体][:：].*"
    r"|[（(]?(?:责任编辑|责编|网站编辑)[:：].*"
    r"|(?:本文标题|链接地址|本文链接|本文地址|原文链接)[:：].*"
    r"|(?:较旧|较新|上|下)一篇[:：].*"
    r"|上一页.*下一页"
    r"|本(?:文档|文|资料).{0,16}(?:上传|整理|转载|版权).*"
    r"|https?://\S+"
    r"|》》.{0,20}《《"
)
WEB_WORDS = re.compile(  # 扫码入企 and a code in a lift are promised
    r"(?:扫一扫|(?:扫码|二维码)(?:关注|下载|阅读|查看|浏览|打开|分享|访问)|(?:微信|公众号).{0,6}二维码|^二维码).{0,20}$"
    r"|[>＞»](?<=[^>＞][>＞»])[>＞»]*[^>＞]{1,20}[>＞»]+[^>＞]*$"
    r"|ICP备|公网安备|网站标识码|版权所有|建议使用.{0,12}浏览器"
)
EDGE = re.compile(  # these only above the first words of the report, or below its last
    r"[（(]?(?:(?:(?:信息|文章|稿件|文字|资料)?(?:来源|稿源)|(?:发布|发表|更新|成文|发文|印发)?(?:日期|时间)"
    r"|作者|编辑|校对|审核|编校|记者|摄影|字体|阅读量?|浏览(?:次数|量)?|点击(?:数|率|量)?|访问量?)[:：].{0,24})+"
    r"|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?<!日)"
    r"|.{0,120}记者.{0,16}摄(?:影|影报道)?"
    r"|.{0,12}新华社.{0,14}电[）)]?"
    r"|《?人民日报》?[（(].{0,24}版[）)]"
    r"|中央政府门户网站.*"
)
CAPTION = re.compile(  # of the picture above the report
    r"\D{2,14}作政府工作报告[。.]?|.{0,80}作政府工作报告.{0,30}记者.{1,8}"
)
LABEL = re.compile(r"(?:来源|时间|发表时间|发布时间|发布日期|作者|阅读量|浏览次数)[:：]")
FOOTER = re.compile(  # all that follows is the site's
    r"[（(【]?(?:相关(?:报道|文档|链接|阅读|新闻|文章|稿件)|责任编辑|版权声明|分享到?|E-mail推荐)[:：】]?.{0,10}"
    r"|.*扫一扫.*|本文标题[:：].*"
)
ANNEX = re.compile(r"附件|附[:：表录]|名词解释|注释")

# Where the edges are, in lines and in characters.
BODY_LENGTH = 60  # a line this long belongs to the report
LONGEST_EDGE = 200  # the longest known, with source, date, editor and readers, has 110
HEAD_LINES = 80  # navigation was never seen to be longer
TAIL_LINES = 40
FONT_LINES = 6  # 【字号： 加大 还原 减小 】, one below the other
NEAR = 8  # lines in which a page repeats itself
SHORT = 12  # an item of a breadcrumb
FOOTER_LENGTH = 80


def comments(text: str) -> list[Cut]:
    """Find the comments of a page's source."""
    return [Cut(*match.span(), Reason.BOILERPLATE) for match in COMMENT.finditer(text)]


def boilerplate(lines: Sequence[Line]) -> list[Cut]:
    """Find what the web page has put around the report."""
    head, tail = head_of(lines), _tail(lines)
    found = {
        i for i, line in enumerate(lines) if len(line.text) <= 2 * BODY_LENGTH and _is_web(line)
    }
    found |= {i for i in (*head, *tail) if _is_edge(lines[i])}
    found |= {i for i in head if CAPTION.fullmatch(lines[i].compact)}
    found |= set(_bracketed(lines, (*head, *tail)))
    found |= set(_values(lines, head))
    found |= _breadcrumb(lines, head)
    found |= set(_footer(lines, tail))
    return [lines[i].cut(Reason.BOILERPLATE) for i in sorted(found)]


def repeated_heads(lines: Sequence[Line]) -> list[Cut]:
    """Find what a page prints above the report and the report then says itself: its title."""
    head = head_of(lines)
    found: list[Cut] = []
    for i in head:
        below = "".join(line.compact for line in lines[i + 1 : min(i + 1 + NEAR, head.stop)])
        if len(lines[i].compact) >= SHORT and lines[i].compact in below:
            found.append(lines[i].cut(Reason.DUPLICATE))
    return found


def head_of(lines: Sequence[Line]) -> range:
    """Return the lines above the first words of the report."""
    for i, line in enumerate(lines[:HEAD_LINES]):
        if SALUTATION.match(line.text) or MARKER.match(line.text):
            return range(i)
        if len(line.text) >= BODY_LENGTH and not EDGE.fullmatch(line.compact) and not _is_web(line):
            return range(i)
    return range(min(HEAD_LINES, len(lines) // 2))


def _tail(lines: Sequence[Line]) -> range:
    return range(max(len(head_of(lines)), len(lines) - TAIL_LINES), len(lines))


def _is_web(line: Line) -> bool:
    return bool(WEB.fullmatch(line.compact) or WEB_WORDS.search(line.compact))


def _is_edge(line: Line) -> bool:
    if len(line.text) > LONGEST_EDGE:
        return False
    words = BRACKETS.split(line.text)
    return bool(EDGE.fullmatch(line.compact)) or all(BUTTON.fullmatch(word) for word in words)


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


def _breadcrumb(lines: Sequence[Line], head: range) -> set[int]:
    """Return the names between the > of a breadcrumb that was broken at every word.

    The last name may be the title of the report, if no other follows.
    """
    arrows = {i for i in head if lines[i].compact in ARROWS}
    found = {i - 1 for i in arrows if i - 1 in head}
    for i in arrows:
        last, following = lines[i + 1 : i + 2], lines[i + 2 : i + 3]
        if last and (not is_title(last[0].text) or (following and is_title(following[0].text))):
            found.add(i + 1)
    found = {i for i in found if len(lines[i].compact) <= SHORT}
    names = {lines[i].compact for i in found if not is_title(lines[i].text)}
    return found | {i for i in head if lines[i].compact in names}


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
