"""A web page saved in one file: MHTML, which is a mail with the page and its pictures."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import compat32
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from email.message import Message

PAGES = ("text/html", "application/xhtml+xml")


class SavedPage(NamedTuple):
    """The bytes of a page, and the encoding that came with it, "" for none."""

    data: bytes
    declared: str


def page_in(data: bytes) -> SavedPage | None:
    """Return the page in the file, the longest where a page has frames; None for none."""
    mail = message_from_bytes(data.lstrip(), policy=compat32)
    pages = [_page(part) for part in mail.walk() if part.get_content_type() in PAGES]
    return max(pages, key=lambda page: len(page.data), default=None)


def _page(part: Message) -> SavedPage:
    # Bytes, since the mail's own decoding takes GB2312 at its word, which has no 镕.
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return SavedPage(data, str(part.get_content_charset("")))
