"""The library: what the analyst keeps, in one SQLite file.

What others ask of it stands here and in the modules beside this one; how it is kept (`file`,
`records`, `shape`) is asked of nobody outside.
"""

from desktop.store.file.faults import DamagedError
from desktop.store.library import Library
from desktop.store.open_file import OpenFile
from desktop.store.opening import open_library, open_to_read
from desktop.store.records.anchoring import look_alikes
from desktop.store.records.away import Belongings
from desktop.store.records.drafts import Draft
from desktop.store.records.inheriting import Inherited
from desktop.store.records.journal import OVER_ALL, Act, Step
from desktop.store.records.kept import Kept
from desktop.store.records.reports import RecentPair, RecentReport
from desktop.store.records.search import Hits, NoteHit, Passage, ReportHit
from desktop.store.records.seen import Seen
from desktop.store.shape.schema import ForeignFileError

__all__ = [
    "OVER_ALL",
    "Act",
    "Belongings",
    "DamagedError",
    "Draft",
    "ForeignFileError",
    "Hits",
    "Inherited",
    "Kept",
    "Library",
    "NoteHit",
    "OpenFile",
    "Passage",
    "RecentPair",
    "RecentReport",
    "ReportHit",
    "Seen",
    "Step",
    "look_alikes",
    "open_library",
    "open_to_read",
]
