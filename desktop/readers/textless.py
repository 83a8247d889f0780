"""What to say of a file without any text: what it holds instead, and how to come by the text."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path


class Instead(StrEnum):
    """What a file may hold in the place of text."""

    NOTHING = "nothing"
    FRAMES = "frames"
    PICTURES = "pictures"
    SCANS = "scans"
    SCRIPTS = "scripts"


SAID = {
    Instead.NOTHING: (
        "is empty, or holds no text of a report: choose another file",
        "是空文件，或其中没有报告正文：请选择其他文件",
    ),
    Instead.FRAMES: (
        (
            "shows other pages in frames and holds no text itself: open it in a browser, save the "
            "frame that has the report and open that"
        ),
        "只是框架网页，正文在它引用的其他网页中：请用浏览器打开，另存报告所在的框架后再打开",
    ),
    Instead.PICTURES: (
        (
            "holds pictures and no text: let WPS, Acrobat or another program recognise their text "
            "(OCR) and open the result"
        ),
        "中只有图片，没有文字：请先用 WPS、Acrobat 等软件识别文字（OCR）后再打开",
    ),
    Instead.SCANS: (
        (
            "has no text layer, it holds pictures of pages only: let WPS, Acrobat or another "
            "program recognise its text (OCR) and open the result"
        ),
        "没有文本层，只有页面图像：请先用 WPS、Acrobat 等软件识别文字（OCR）后再打开",
    ),
    Instead.SCRIPTS: (
        (
            "has no text until a browser runs its scripts: open it in a browser, copy the report "
            "into a text file (.txt) and open that"
        ),
        "的正文要由浏览器运行脚本后才显示：请用浏览器打开，把报告正文复制到文本文件（.txt）后再打开",
    ),
}


def textless(path: Path, instead: Instead) -> ReadError:
    """Return what to say of a file in which no text was found."""
    en, zh = SAID[instead]
    return ReadError(en=f"{path.name} {en}.", zh=f"“{path.name}”{zh}。")
