"""Which encoding a file of Chinese text is in.

A byte-order mark decides, then strict UTF-8; what is neither is decoded every way that Chinese
text is written, and the reading that looks most like Chinese wins.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from desktop.readers.likeness import fitness
from desktop.readers.realign import decoded

BYTE_ORDER_MARKS = (  # the longer ones first: UTF-32 LE begins as UTF-16 LE does
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# GB18030 holds GBK and GB2312, Big5-HKSCS holds Big5. Where two score the same, the first wins.
CANDIDATES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5hkscs")
# Codecs of the names of hosts and of Python's own source, in which no file is.
PYTHONS_OWN = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})


class Decoded(NamedTuple):
    """A text and the encoding that it was read with."""

    text: str
    encoding: str


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode `data`, with `encoding` if one is given, otherwise with the one that fits best.

    What cannot be decoded becomes U+FFFD. Raises LookupError for an unknown encoding.
    """
    if encoding:
        return Decoded(_as_named(data, encoding).removeprefix("\ufeff"), encoding)
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(decoded(data, name).removeprefix("\ufeff"), name)
    return _strict_utf8(data) or _best(data)


def _as_named(data: bytes, encoding: str) -> str:
    try:
        is_of_texts = codecs.lookup(encoding).name not in PYTHONS_OWN
    except ValueError as error:  # a name that holds a NUL
        raise LookupError(encoding) from error
    if not is_of_texts:
        raise LookupError(encoding)
    return decoded(data, encoding)


def _strict_utf8(data: bytes) -> Decoded | None:
    """Return the text if it can only be UTF-8: pure ASCII may be UTF-16, as "-N" is 中."""
    if data.isascii():
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else Decoded(text, "utf-8")


def _best(data: bytes) -> Decoded:
    name = max(CANDIDATES, key=lambda name: fitness(data.decode(name, "replace")))
    return Decoded(decoded(data, name), name)
