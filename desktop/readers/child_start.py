"""How the process that reads files starts: what was compiled is recalled before anything loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compiled import recall_compiled

if TYPE_CHECKING:
    from desktop.readers.limits import Limits
    from desktop.spawning import Connection


def start_serving(requests: Connection, lifeline: Connection, limits: Limits, folder: str) -> None:
    """Answer requests until nobody is there to ask; temporary files go into `folder`."""
    is_known = recall_compiled("reader")
    from desktop.readers.child import serve  # noqa: PLC0415 - only that process loads it now

    serve(requests, lifeline, limits, folder, is_known=is_known)
