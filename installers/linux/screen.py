"""A screen that nobody sees, and what is on it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = "1440x900x24"
PHOTOGRAPH = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv[:1])
picture = application.primaryScreen().grabWindow(0)
sys.exit(not picture.save(sys.argv[1]))
"""


@contextmanager
def xvfb(*options: str) -> Iterator[str]:
    """Run an X server without a screen; yields the name of its display."""
    ours, theirs = os.pipe()
    call = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", SIZE, "-nolisten", "tcp", "-ac"]
    server = subprocess.Popen([*call, *options], pass_fds=(theirs,), stderr=subprocess.DEVNULL)
    os.close(theirs)
    try:
        with open(ours, encoding="ascii") as told:  # noqa: PTH123 - a descriptor
            number = told.readline().strip()
        if not number:
            sys.exit("Xvfb does not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def shot(display: str, path: Path) -> None:
    """Save what is on the screen."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    subprocess.run([sys.executable, "-c", PHOTOGRAPH, path], env=environment, check=True)
