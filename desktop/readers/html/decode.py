"""Which encoding a web page is in: what it declares is a hint, often a wrong one."""

from __future__ import annotations

import re

from desktop.readers.encoding import Decoded, decode
from desktop.readers.likeness import fitness

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""")
DECLARED_WITHIN = 4_096  # bytes, four times what browsers look at
# The declared name, and what such pages really hold: GB2312 has no 镕, and pages that say so do.
MEANT = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "gb18030", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-big5", "cp950"), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
}
# A page that is right about itself never fits worse than the best guess by more than this.
NEAR = 0.02


def decode_page(data: bytes, encoding: str | None = None, declared: str = "") -> Decoded:
    """Decode a page, with `encoding` if one is given; raises LookupError for an unknown one.

    `declared` is what came with the page; what it says itself is looked for otherwise.
    """
    guessed = decode(data, encoding)
    match = DECLARED.search(data[:DECLARED_WITHIN])
    name = declared or (match[1].decode("ascii") if match else "")
    meant = MEANT.get(name.lower())
    if encoding or meant in (None, guessed.encoding) or "utf" in guessed.encoding:
        return guessed
    try:
        text = data.decode(meant)
    except UnicodeDecodeError:
        return guessed
    return Decoded(text, meant) if fitness(text) >= fitness(guessed.text) - NEAR else guessed
