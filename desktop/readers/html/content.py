"""Where on a web page the report is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.report.cleaning.lines import is_title
from desktop.text.plain_forms import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

# What the templates of governments and newspapers call the element around the text.
KNOWN = frozenset(
    name.lower()
    for name in (
        *("UCAP-CONTENT", "TRS_Editor", "trs_editor_view", "TRS_UEDITOR", "Custom_UnionStyle"),
        *("zoom", "ozoom", "zoomcon", "pages_content", "article-content", "article_content"),
        *("articleContent", "article-con", "article-body", "article_body", "artibody"),
        *("news_content", "news-content", "newsContent", "detail-content", "detailContent"),
        *("xxgk-content", "info-content", "bt_content", "wzcon", "wz_content", "con_text"),
        *("conTxt", "text_con", "txtcont", "rm_txt_con", "rwb_zw", "p-detail", "js_content"),
        *("rich_media_content", "main-text", "mainText", "view", "mw-parser-output"),
    )
)
# A known element that holds less of the page's prose than this is not the one around the text;
# an element that holds so much is worth looking into.
SHARE = 0.9
SAME = 0.98  # of the prose: what of two known elements, one in the other, the inner one must hold
FEWEST_MARKS = 10  # a page with fewer commas and stops has no prose to go by

# Colons stand in prose too, but more of them in menus.
MARK = re.compile("[，。；、！？]|(?<=[\u4e00-\u9fff])[,;]")
UNREAD = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "svg", "canvas", "iframe"),
        *("object", "select", "textarea", "map", "audio", "video"),
    )
)
INLINE = frozenset(
    (
        *("p", "span", "font", "b", "strong", "i", "em", "u", "a", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "li", "pre"),
    )
)
AROUND = frozenset(("nav", "footer", "aside", "button", "form", "menu", "dialog"))
NAMED_AROUND = re.compile(
    r"(?:^|[-_\s])(?:nav(?:bar|i|igation)?|menu|bread_?crumbs?|crumbs?|share|comments?|footer|foot|"
    r"header|sidebar|related|relate|copyright|toolbar|pag(?:er|ination)|recommend|hot|login|search|"
    r"ewm|qrcode|dqwz|weizhi|position)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
UNSHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
PAGE_HEAD = re.compile(r"mso-element\s*:\s*(?:header|footer)", re.IGNORECASE)  # as Word saves it
LINKED = 0.6  # of the characters are links: a list of other pages
FEWEST_LINKS = 2
LEAST_PROSE = 0.05  # of the page's: what holds more is not left out, whatever it is called
MOST_UNSHOWN = 0.5  # some pages hide all until a script has run
TITLE_NAME = re.compile(
    r"(?:^|[-_\s])(?:title|tit|biaoti|bt|headline)(?:$|[-_\s\d])", re.IGNORECASE
)
LONGEST_TITLE = 60


def weights_of(root: Element) -> dict[Element, int]:
    """Return how many marks of prose each element holds, links and unread elements aside."""
    weights: dict[Element, int] = {}
    for element in reversed(list(root.iter("*"))):  # children before their parents
        own = 0 if _is_unweighed(element) else len(MARK.findall(element.text or ""))
        below = sum(
            weights[child] + len(MARK.findall(child.tail or ""))
            for child in element.iterchildren("*")
        )
        weights[element] = 0 if _is_unweighed(element) else own + below
    return weights


def content_of(body: Element, weights: Mapping[Element, int]) -> Element:
    """Return the element around the report: a known one, otherwise the one with the prose."""
    total = weights[body]
    if total < FEWEST_MARKS:
        return body
    known = [element for element in body.iter("*") if _names(element) & KNOWN]
    most = max((weights[element] for element in known), default=0)
    if most >= SHARE * total:
        return [element for element in known if weights[element] >= SAME * most][-1]
    return _around_prose(body, weights)


def title_of(body: Element, content: Element) -> Element | None:
    """Return the title of the report that stands above its element, if one does."""
    if content.find(".//h1") is not None:
        return None
    inside = set(content.iterancestors("*"))
    above: list[Element] = []
    for element in body.iter("*"):
        if element is content:
            break
        if element not in inside and 0 < len(_words(element)) <= LONGEST_TITLE:
            above.append(element)
    for is_one in (_is_heading, _reads_as_title, _is_named_title):
        found = next((e for e in reversed(above) if is_one(e) and _may_be_title(e)), None)
        if found is not None:
            return found
    return None


def is_around(element: Element, weights: Mapping[Element, int], total: int) -> bool:
    """Say whether an element is the site's and no part of what it shows: a menu, a row of links."""
    share = weights[element] / max(total, 1)
    if UNSHOWN.search(element.get("style", "")):
        return share <= MOST_UNSHOWN
    if share > LEAST_PROSE:
        return False
    if element.tag in AROUND:
        return True
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(NAMED_AROUND.search(named)) or _is_list_of_links(element)


def is_page_head(element: Element) -> bool:
    """Say whether an office program saved the head or the foot of its pages there."""
    named = element.tag == "div" and element.get("title") in ("header", "footer")
    return named or bool(PAGE_HEAD.search(element.get("style", "")))


def _is_unweighed(element: Element) -> bool:
    return element.tag in UNREAD or element.tag == "a"


def _names(element: Element) -> set[str]:
    return {*element.get("class", "").lower().split(), element.get("id", "").lower()}


def _around_prose(body: Element, weights: Mapping[Element, int]) -> Element:
    """Go down from the body as long as one child holds nearly all the prose."""
    element = body
    while True:
        heaviest = max(element.iterchildren("*"), key=lambda child: weights[child], default=None)
        if heaviest is None or heaviest.tag in INLINE or weights[heaviest] < SHARE * weights[body]:
            return element
        element = heaviest


def _words(element: Element) -> str:
    return "".join("".join(map(str, element.itertext())).split())


def _may_be_title(element: Element) -> bool:
    return not _has_links(element) and not any(
        is_page_head(each) for each in (element, *element.iterancestors("*"))
    )


def _is_heading(element: Element) -> bool:
    return element.tag in ("h1", "h2")


def _reads_as_title(element: Element) -> bool:
    return is_title(plain(_words(element)))


def _is_named_title(element: Element) -> bool:
    return bool(TITLE_NAME.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _has_links(element: Element) -> bool:
    return element.tag == "a" or any(
        True for _ in (*element.iter("a"), *element.iterancestors("a"))
    )


def _is_list_of_links(element: Element) -> bool:
    if element.tag not in ("ul", "ol", "div", "p", "td", "table", "dl"):
        return False
    links = [a for a in element.iter("a") if not a.get("href", "#").startswith("#")]
    if len(links) < FEWEST_LINKS:
        return False
    return sum(len(_words(a)) for a in links) >= LINKED * len(_words(element))
