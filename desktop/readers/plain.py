"""Text and Markdown files."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from desktop.errors import ReadError
from desktop.readers.encoding import Decoded, decode
from desktop.readers.file import bytes_of
from desktop.readers.likeness import MOST_DAMAGE, damage, fitness
from desktop.readers.raw import RawText

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAX_CHARACTERS = 2_000_000  # thirty times the longest report known
MAX_BYTES = 4 * MAX_CHARACTERS  # no encoding takes more than four bytes for a character

# Reports score 0.8 and more, other languages 0.1; random bytes, pictures and programs below 0.0 in
# every encoding.
LEAST_FITNESS = 0.05
# What the source of a page writes for a character, as in &nbsp; and &#8220;. No report means it.
ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});")
ENOUGH = 2_000  # characters: of these both shares are known to one or two hundredths


def read_text(path: Path, encoding: str | None = None) -> RawText:
    """Read a text file; raises ReadError for whatever is not one."""
    text, encoding = text_of(path, encoding)
    return RawText(unescaped(text), encoding)


def unescaped(text: str) -> str:
    """Return a text with the characters that a page's source writes signs for.

    >>> unescaped("&ldquo;十四五&#8221; R&D;")
    '“十四五” R&D;'
    """
    return ENTITY.sub(_character, text)


def _character(sign: re.Match[str]) -> str:
    from html import unescape  # noqa: PLC0415 - slow to load, and few texts hold such signs

    return unescape(sign[0])


def text_of(path: Path, encoding: str | None = None) -> Decoded:
    """Return the text of a file, markup and all; raises ReadError where it is none."""
    data = bytes_of(path, MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise too_large(path)
    return as_text(path, encoding, partial(decode, data, encoding))


def as_text(path: Path, encoding: str | None, read: Callable[[], Decoded]) -> Decoded:
    """Return what `read` makes of a file; raises ReadError where that does not look like a text.

    The user's word is taken for the encoding, if there is one of that name.
    """
    try:
        decoded = read()
    except LookupError as error:
        raise _unknown_encoding(path, encoding) from error
    if encoding is None and not _is_text(decoded.text):
        raise ReadError(
            en=f"{path.name} is not a text file, or is too damaged to be read: "
            "open it in the program that made it and save it as plain text (.txt).",
            zh=f"“{path.name}”不是文本文件，或已损坏而无法识别：请用原来的软件打开，另存为纯文本（.txt）。",
        )
    return decoded


def _is_text(text: str) -> bool:
    """Say whether every so many characters, some thousand in all, look like a text."""
    looked_at = text[:: len(text) // ENOUGH + 1]
    return not text or (fitness(looked_at) >= LEAST_FITNESS and damage(looked_at) <= MOST_DAMAGE)


def too_large(path: Path) -> ReadError:
    """Return what to say of a text that is longer than any report."""
    return ReadError(
        en=f"{path.name} is longer than {MAX_CHARACTERS:,} characters, too long for a report: "
        "cut it into single reports and open one of them.",
        zh=f"“{path.name}”超过 {MAX_CHARACTERS // 10_000} 万字，不像一份报告：请拆分后再打开。",
    )


def _unknown_encoding(path: Path, encoding: str | None) -> ReadError:
    return ReadError(
        en=f"{path.name} cannot be read as {encoding}, which is no encoding known here: "
        "choose UTF-8, GB18030, Big5 or UTF-16.",
        zh=f"无法读取“{path.name}”，没有“{encoding}”这种编码："
        "请选择 UTF-8、GB18030、Big5 或 UTF-16。",
    )
