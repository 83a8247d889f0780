"""What Python would compile anew at every start, as an earlier start has compiled it.

Python keeps its modules compiled, but neither regular expressions nor the methods that it writes
for dataclasses, nor modules that a library carries within itself: together a fifth of what a start
takes. They are kept beside the modules, in the user's own folder, for each kind of process. That
takes inner names of Python: it is done in the versions in which it was tried, and all others do
without.
"""

from __future__ import annotations

from desktop.compiled.methods import keep_methods, recall_methods
from desktop.compiled.patterns import keep_patterns, recall_patterns
from desktop.compiled.sources import keep_sources, recall_sources


def recall_compiled(process: str) -> bool:
    """Use what this kind of process has kept; to be called before modules are loaded.

    Return whether it has kept anything.
    """
    recall_methods(process)
    recall_sources(process)
    return recall_patterns(process)


def keep_compiled(process: str) -> None:
    """Keep what was compiled since, before a user can have regular expressions compiled."""
    keep_methods(process)
    keep_sources(process)
    keep_patterns(process)
