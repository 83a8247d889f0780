"""PySide is kept from reading the sources of the program."""

from __future__ import annotations

import sys

LOOKER = "shibokensupport.feature"


def read_no_sources() -> None:
    """Keep PySide from looking through the source of each module that is loaded from now on.

    It looks there whether a module might ask for other names of Qt's methods (`from __feature__`),
    which nobody here does. It takes a sixth of the time in which modules load, and 7 MB for
    sources that stay in memory. Where PySide looks no more, nothing is done.
    """
    looker = sys.modules.get(LOOKER)
    if hasattr(looker, "_mod_uses_pyside"):
        setattr(looker, "_mod_uses_pyside", lambda _module: False)  # noqa: B010 - a module's
