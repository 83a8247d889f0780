"""Make the words of a PDF that Qt has printed findable.

Fonts give some characters and the radicals that look like them one glyph, and Qt then writes
down the radical: whoever searches 民 does not find ⺠. The tables that say which character a
glyph stands for are mended in their place; nothing else of the file moves.
"""

from __future__ import annotations

import re

from desktop.text.normalize import fold_text

TABLES = re.compile(rb"beginbfrange\n.*?endbfrange", re.DOTALL)
CHARACTERS = re.compile(rb"\[[^\]]*\]")  # of a range of glyphs, whose own numbers stand before
RADICAL = re.compile(rb"<(2[ef][0-9a-f]{2})>", re.IGNORECASE)  # U+2E80 to U+2FDF and beyond
LARGEST = 0xFFFF  # what four digits hold


def with_plain_words(data: bytes) -> bytes:
    """Return the file with characters where it has radicals."""
    return TABLES.sub(lambda table: CHARACTERS.sub(_plain_all, table[0]), data)


def _plain_all(found: re.Match[bytes]) -> bytes:
    return RADICAL.sub(_plain, found[0])


def _plain(found: re.Match[bytes]) -> bytes:
    plain = fold_text(chr(int(found[1], 16)))
    fits = len(plain) == 1 and ord(plain) <= LARGEST
    return b"<%04x>" % ord(plain) if fits else found[0]
