"""Text and Markdown files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.errors import ReadError
from desktop.readers.encoding import Decoded, damage, decode, fitness
from desktop.readers.file import bytes_of

if TYPE_CHECKING:
    from pathlib import Path

MAX_CHARACTERS = 2_000_000  # thirty times the longest report known
MAX_BYTES = 4 * MAX_CHARACTERS  # no encoding takes more than four bytes for a character

# Reports score 0.8 and more, other languages 0.1; random bytes, pictures and programs below 0.0 in
# every encoding. In a report with every hundredth byte broken 6 % of the characters are damaged, in
# random bytes, the insides of Word files and all bytes in a row 20 % and more.
LEAST_FITNESS = 0.05
MOST_DAMAGE = 0.15

SIGNATURES = (  # how files begin that are not text, whatever their name says
    (b"\x89PNG", "PNG image", "PNG 图片"),
    (b"\xff\xd8\xff", "JPEG image", "JPEG 图片"),
    (b"GIF8", "GIF image", "GIF 图片"),
    (b"%PDF", "PDF document", "PDF 文档"),
    (b"PK\x03\x04", "Word or other zipped file", "Word 文档或压缩文件"),
    (b"\xd0\xcf\x11\xe0", "Word or WPS document", "Word 或 WPS 文档"),
    (b"{\\rtf", "RTF document", "RTF 文档"),
    (b"\x1f\x8b", "compressed file", "压缩文件"),
    (b"Rar!", "compressed file", "压缩文件"),
    (b"7z\xbc\xaf", "compressed file", "压缩文件"),
    (b"SQLite format 3", "database", "数据库文件"),
)


def read_text(path: Path, encoding: str | None = None) -> Decoded:
    """Read a text file; raises ReadError for whatever is not one."""
    data = bytes_of(path, MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    _refuse_signature(path, data)
    decoded = _decoded(path, data, encoding)
    if len(decoded.text) > MAX_CHARACTERS:
        raise _too_large(path)
    if encoding is None and not _is_text(decoded.text):
        raise ReadError(
            en=f"{path.name} is not a text file, or is too damaged to be read: "
            "open it in the program that made it and save it as plain text (.txt).",
            zh=f"“{path.name}”不是文本文件，或已损坏而无法识别：请用原来的软件打开，另存为纯文本（.txt）。",
        )
    return decoded


def _is_text(text: str) -> bool:
    return not text or (fitness(text) >= LEAST_FITNESS and damage(text) <= MOST_DAMAGE)


def _too_large(path: Path) -> ReadError:
    return ReadError(
        en=f"{path.name} is longer than {MAX_CHARACTERS:,} characters, too long for a report: "
        "cut it into single reports and open one of them.",
        zh=f"“{path.name}”超过 {MAX_CHARACTERS // 10_000} 万字，不像一份报告：请拆分后再打开。",
    )


def _refuse_signature(path: Path, data: bytes) -> None:
    for signature, kind, kind_zh in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(
                en=f"{path.name} is a {kind}, not a text file: "
                "save the report as plain text (.txt) and open that.",
                zh=f"“{path.name}”其实是{kind_zh}，不是文本文件：请把报告另存为纯文本（.txt）后再打开。",
            )


def _decoded(path: Path, data: bytes, encoding: str | None) -> Decoded:
    try:
        return decode(data, encoding)
    except LookupError as error:
        raise ReadError(
            en=f"{path.name} cannot be read as {encoding}, which is no encoding known here: "
            "choose UTF-8, GB18030, Big5 or UTF-16.",
            zh=f"无法读取“{path.name}”，没有“{encoding}”这种编码："
            "请选择 UTF-8、GB18030、Big5 或 UTF-16。",
        ) from error
