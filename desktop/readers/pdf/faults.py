"""What to say of PDF files that cannot be read, or not in all parts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.errors import ReadError
from desktop.report.model import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def unreadable(path: Path, *, locked: bool) -> ReadError:
    """Return what to say of a file that does not open."""
    if locked:
        return ReadError(
            en=f"{path.name} is locked with a password: open it in the program that shows PDF "
            "files, print it into a new PDF file without a password, and open that.",
            zh=f"“{path.name}”有密码保护：请用 PDF 阅读软件打开，"
            "另存（打印）为不带密码的 PDF 后再打开。",
        )
    return ReadError(
        en=f"{path.name} is no PDF file, or is too damaged to be read: "
        "get it again from where it came from, or save the report as plain text (.txt).",
        zh=f"“{path.name}”不是 PDF 文件，或已损坏而无法读取："
        "请重新获取，或把报告另存为纯文本（.txt）。",
    )


def too_long(path: Path, pages: int, most: int) -> ReadError:
    """Return what to say of a file with too many pages."""
    return ReadError(
        en=f"{path.name} has {pages:,} pages, and no more than {most:,} are read: "
        "cut it into single reports and open one of them.",
        zh=f"“{path.name}”有 {pages:,} 页，最多读取 {most:,} 页：请拆分成单份报告后再打开。",
    )


def mute_pages(pages: Sequence[int]) -> Iterator[Note]:
    """Yield what to say of pages, numbered from 1, that are pictures in a file with text."""
    if pages:
        yield Note(
            "no text layer",
            f"There is no text layer on {ranges(pages, 'en')}: what stands there is missing here, "
            "unless its text is recognised (OCR).",
            f"{ranges(pages, 'zh')}没有文本层：其中的文字未能读出，需要先识别文字（OCR）。",
        )


def damaged_pages(pages: Sequence[int]) -> Iterator[Note]:
    """Yield what to say of pages, numbered from 1, that cannot be read in a file that can."""
    if pages:
        yield Note(
            "damaged pages",
            f"Damage hides the text on {ranges(pages, 'en')}: get the file again.",
            f"{ranges(pages, 'zh')}已损坏，其中的文字未能读出：请重新获取该文件。",
        )


def ranges(pages: Sequence[int], language: str) -> str:
    """Name the pages in few words.

    >>> ranges([3, 4, 5, 9], "en"), ranges([3], "en"), ranges([3, 4, 9], "zh")
    ('pages 3 to 5 and 9', 'page 3', '第 3 至 4、9 页')
    """
    starts = [pages[0], *(b for a, b in pairwise(pages) if b != a + 1)]
    ends = [*(a for a, b in pairwise(pages) if b != a + 1), pages[-1]]
    to = " to " if language == "en" else " 至 "
    named = [str(a) if a == b else f"{a}{to}{b}" for a, b in zip(starts, ends, strict=True)]
    if language != "en":
        return f"第 {'、'.join(named)} 页"
    listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return f"page{'s' if len(pages) > 1 else ''} {listed}"
