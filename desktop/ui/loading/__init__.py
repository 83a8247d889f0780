"""How Qt is loaded: without what PySide and Python would do beside it, a fifth of the start."""

from __future__ import annotations

from desktop.compiled.sources import sources_recalled
from desktop.ui.loading.enumerations import make_enumerations_at_once


def load_qt() -> None:
    """Load Qt, before any module that needs it."""
    make_enumerations_at_once()
    with sources_recalled():
        from desktop.ui.loading.unread import read_no_sources  # noqa: PLC0415 - which loads Qt

    read_no_sources()
