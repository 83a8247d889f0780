"""What the reports and all else are set in: of the faces that would do, those that are there."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

READING_SIZE = 13.0
"""Points of the running text: 17 pixels on a common screen, what newspapers' sites use."""

CHROME_SIZE = 9.5
"""Points of all that is not the reports."""

SMALLEST_SIZE, LARGEST_SIZE = 9.0, 24.0

READING_FAMILIES = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "思源宋体",
    "SimSun",
    "宋体",
    "Songti SC",
    "STSong",
    "AR PL UMing CN",
    "serif",
)
"""Serif faces with the shapes of the mainland, best first; the last is the system's own choice."""

CHROME_FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "sans-serif",
)

READING_FAMILY = "readingFamily"


def set_reading_family(family: str) -> None:
    """Let the reports be set in `family` from now on, "" for the best face that there is.

    Kept by the application, as its own font is.
    """
    application = QGuiApplication.instance()
    if application is not None:
        application.setProperty(READING_FAMILY, family)


def reading_families() -> tuple[str, ...]:
    """Return the faces of the reports that this system has, best first."""
    application = QGuiApplication.instance()
    chosen = application.property(READING_FAMILY) if application is not None else ""
    return _present((chosen, *READING_FAMILIES) if chosen else READING_FAMILIES)


def reading_font(size: float = READING_SIZE) -> QFont:
    """Return the face of the reports; `size` in points."""
    return _font(reading_families(), size, QFont.StyleHint.Serif)


def chrome_font(size: float = CHROME_SIZE, *, bold: bool = False) -> QFont:
    """Return the face of headings, marks and controls; `size` in points."""
    font = _font(_present(CHROME_FAMILIES), size, QFont.StyleHint.SansSerif)
    font.setBold(bold)
    return font


@lru_cache(maxsize=16)  # faces that are installed meanwhile are there at the next start
def _present(families: tuple[str, ...]) -> tuple[str, ...]:
    """Return those that are there, best first, or else what the system sets Chinese in.

    Each name that is not there is looked for again in every size and weight, and each character
    in all faces up to the first that has it: up to a sixteenth of a start, where none of them is
    there. What stands first has them.
    """
    *named, own = families
    there = set(QFontDatabase.families())
    found = [family for family in named if family in there] or [_set_in(own)]
    return tuple(family for family in (*found, own) if family)


def _set_in(family: str) -> str:
    """Return the face that the system takes for Chinese beside `family`, "" where it has none."""
    chinese = QFontDatabase.WritingSystem.SimplifiedChinese
    return QRawFont.fromFont(QFont(family), chinese).familyName()


def _font(families: tuple[str, ...], size: float, hint: QFont.StyleHint) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setStyleHint(hint)
    font.setPointSizeF(size)
    return font
