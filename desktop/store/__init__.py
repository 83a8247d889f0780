"""The library: what the analyst keeps, in one SQLite file."""

from desktop.store.library import Library
from desktop.store.opening import open_library, open_to_read
from desktop.store.records.inheriting import Inherited
from desktop.store.records.journal import Act, Step
from desktop.store.records.reports import RecentPair, RecentReport

__all__ = [
    "Act",
    "Inherited",
    "Library",
    "RecentPair",
    "RecentReport",
    "Step",
    "open_library",
    "open_to_read",
]
