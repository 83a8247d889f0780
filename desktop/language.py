"""How the program speaks on the command line: the language, numbers and times, and the room."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

OPTION = "--language"
VARIABLES = ("DUIKAN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
CHINESE, ENGLISH = "zh", "en"
TERMINAL = 80  # columns of a terminal, two for each Chinese character, where nobody says how many
WINDOWS_PRIMARY = 0x3FF  # the part of a Windows language id that names the language
WINDOWS_CHINESE = 0x04


def language_of(argv: Sequence[str]) -> str:
    """Return "zh" or "en": what `argv` asks for, else what the environment says.

    It is looked up before the arguments are parsed, as what is wrong with those is told in it.
    """
    for i, argument in enumerate(argv):
        option, equals, value = argument.partition("=")
        if option == OPTION:
            return _known(value if equals else "".join(argv[i + 1 : i + 2]))
    return _known(next((named for name in VARIABLES if (named := os.environ.get(name))), _system()))


class Counted(int):
    """A number that is said with what it counts, where English tells one from many.

    >>> f"{Counted(1):piece}, {Counted(1200):piece}, {Counted(1200)}字"
    '1 piece, 1,200 pieces, 1,200字'
    """

    __slots__ = ()

    def __format__(self, one: str) -> str:
        """Return the number with the word `one`, or alone where that is empty."""
        number = f"{int(self):,}"
        return f"{number} {one}{'' if self == 1 else 's'}" if one else number


def columns_of(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> columns_of("增长5%")
    6
    """
    from unicodedata import east_asian_width  # noqa: PLC0415 - most starts lay nothing out

    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def told_time(moment: datetime) -> str:
    """Return day and time by the clock of the place."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def told_day(moment: datetime) -> str:
    """Return the day alone."""
    return f"{moment.astimezone():%Y-%m-%d}"


def told_second(moment: datetime) -> str:
    """Return what `told_time` does, to the second."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M:%S}"


def _known(name: str) -> str:
    return CHINESE if name.lower().startswith(CHINESE) else ENGLISH


def _system() -> str:
    if sys.platform == "win32":  # which knows no such variables
        import ctypes  # noqa: PLC0415 - windll is there on Windows only

        chosen = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return CHINESE if chosen & WINDOWS_PRIMARY == WINDOWS_CHINESE else ENGLISH
    return ENGLISH
