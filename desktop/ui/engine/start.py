"""How the process of the engine starts: what was compiled is recalled before anything loads."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.spawning import Connection


def start_serving(line: Connection) -> None:
    """Answer requests until nobody is there to ask."""
    gc.disable()  # else a tenth of the work is looking for circles, of which it makes none
    from desktop.compiled import recall_compiled  # noqa: PLC0415 - only that process loads it now

    recall_compiled("engine")
    from desktop.ui.engine.process import serve  # noqa: PLC0415 - see above

    serve(line)
