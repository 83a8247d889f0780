"""Web pages: the report in them, and around it what is set aside."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree

from desktop.errors import ReadError
from desktop.readers.assemble import assembled
from desktop.readers.elements import is_over_limit
from desktop.readers.file import bytes_of, cut_off
from desktop.readers.html.archive import page_in
from desktop.readers.html.content import content_of, title_of, weights_of
from desktop.readers.html.decode import decode_page
from desktop.readers.html.render import Page, paragraphs_of_page
from desktop.readers.limits import MEGABYTE
from desktop.readers.plain import as_text
from desktop.readers.textless import Instead

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.readers.raw import RawText

MAX_BYTES = 40 * MEGABYTE  # a page of Word with all its styles has forty bytes for a character
OPENED, CLOSED = re.compile(r"(?i)<body\b"), re.compile(r"(?i)</(?:body|html)\s*>")
# What pages have in the place of text, the surest sign first.
INSTEAD = {
    "frame": Instead.FRAMES,
    "iframe": Instead.FRAMES,
    "img": Instead.PICTURES,
    "script": Instead.SCRIPTS,
}
# Scrapers write blanks out that way; as a tag they would be lost.
WRITTEN_OUT = re.compile(r"<(U\+[0-9A-Fa-f]{4,6})>")


def read_html(path: Path, encoding: str | None = None) -> RawText:
    """Read a web page, with `encoding` or the one that fits; raises ReadError."""
    return _read(path, encoding, bytes_of(path, MAX_BYTES + 1))


def read_mhtml(path: Path, encoding: str | None = None) -> RawText:
    """Read a web page that a browser saved in one file; raises ReadError."""
    part = page_in(bytes_of(path, MAX_BYTES + 1))
    if part is None:
        raise ReadError(
            en=f"{path.name} holds no web page, or is damaged: if it is an e-mail, save the report "
            "that came with it and open that; else open it in a browser and save it as HTML.",
            zh=f"“{path.name}”中没有网页，或已损坏：如果是邮件，请把其中的报告附件另存后再打开；"
            "否则请用浏览器打开，另存为 HTML 后再打开。",
        )
    return _read(path, encoding, *part)


def _read(path: Path, encoding: str | None, data: bytes, declared: str = "") -> RawText:
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    decoded = as_text(path, encoding, partial(decode_page, data, encoding, declared))
    body = _body(path, WRITTEN_OUT.sub(r"&lt;\1&gt;", decoded.text.replace("\0", "")))
    if body is None:
        return assembled((), decoded.encoding)
    weights = weights_of(body)
    content = content_of(body, weights)
    page = Page(body, content, title_of(body, content), weights)
    notes = (cut_off(),) if OPENED.search(decoded.text) and not CLOSED.search(decoded.text) else ()
    instead = _instead(body.getroottree().getroot())
    return assembled(paragraphs_of_page(page), decoded.encoding, notes, instead)


def _body(path: Path, text: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if is_over_limit(parser):
        raise _too_deep(path)
    if root is None:
        return None
    body = root.find(".//body")
    return root if body is None else body


def _instead(page: etree._Element) -> Instead:
    found = (each for tag, each in INSTEAD.items() if next(page.iter(tag), None) is not None)
    return next(found, Instead.NOTHING)


def _too_large(path: Path) -> ReadError:
    most = MAX_BYTES // MEGABYTE
    return ReadError(
        en=f"{path.name} has more than {most} MB, too much for a web page: "
        "save the text of the report alone (.txt) and open that.",
        zh=f"“{path.name}”超过 {most} MB，不像一个网页：请只把报告正文另存为文本（.txt）后再打开。",
    )


def _too_deep(path: Path) -> ReadError:
    return ReadError(
        en=f"{path.name} has elements nested deeper than any web page, or too long ones: "
        "open it in a browser, save it as text (.txt) and open that.",
        zh=f"“{path.name}”的网页元素嵌套过深或过长：请用浏览器打开，另存为文本（.txt）后再打开。",
    )
