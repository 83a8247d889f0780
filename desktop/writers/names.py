"""File names: proposed from the title, cleaned for every system."""

from __future__ import annotations

import re
import unicodedata

from desktop.writers.phrases import one_line

FORBIDDEN = re.compile(r'[<>:"/\\|?*＜＞：＂／＼｜？＊]')
INVISIBLE = ("Cf", "Co", "Cn")  # marks of direction, private use, no characters
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9¹²³]) *(\..*)?")
LONGEST = 120  # bytes of UTF-8, well below what any file system takes
UNNAMED = "duikan"


def file_name(title: str, suffix: str) -> str:
    """Return a name for a file with this title; it is never a path, a device or hidden.

    >>> file_name("../云川区：政府工作报告 (2024年)", ".docx")
    '云川区 政府工作报告 (2024年).docx'
    >>> file_name("CON", ".txt")
    'duikan CON.txt'
    """
    shown = "".join(c for c in one_line(title) if unicodedata.category(c) not in INVISIBLE)
    text = " ".join(FORBIDDEN.sub(" ", unicodedata.normalize("NFC", shown)).split())
    text = text.strip(" .") or UNNAMED
    if RESERVED.fullmatch(text):
        text = f"{UNNAMED} {text}"
    return _shortened(text).rstrip(" .") + suffix


def _shortened(text: str) -> str:
    """Return as many whole characters as there is room for."""
    return text.encode("utf-8")[:LONGEST].decode("utf-8", "ignore")
