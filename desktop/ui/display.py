"""Whether there is a screen to open a window on: without one Qt ends the process."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

PLATFORM = "QT_QPA_PLATFORM"
SERVED = ("", "xcb", "wayland")  # platforms of Qt, the first for whichever it finds
SERVERS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET")


def require_display(environment: Mapping[str, str], system: str = sys.platform) -> None:
    """Raise UserError where a window cannot open, as on Linux over ssh or on a server."""
    platform = environment.get(PLATFORM, "").partition("-")[0]  # wayland-egl, say
    if system != "linux" or platform not in SERVED or any(map(environment.get, SERVERS)):
        return
    raise UserError(
        en="The window cannot open, as there is no display here: start it in a graphical session, "
        "or use a command, such as duikan compare LEFT RIGHT.",
        zh="无法打开窗口，当前环境没有图形显示：请在图形桌面中启动，"
        "或改用命令，如 duikan compare 左 右。",
    )
