"""The docks that few starts show: each is loaded when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from desktop.ui.docks.annotations_dock import AnnotationsDock
    from desktop.ui.docks.commitments_dock import CommitmentsDock
    from desktop.ui.docks.hits_dock import HitsDock
    from desktop.ui.docks.library_dock import LibraryDock
    from desktop.ui.docks.outline_dock import OutlineDock
    from desktop.ui.docks.pair_dock import PairDock
    from desktop.ui.docks.targets_dock import TargetsDock
    from desktop.ui.docks.wording_dock import WordingDock

    Soon: TypeAlias = OutlineDock | CommitmentsDock | PairDock
    Late: TypeAlias = TargetsDock | WordingDock | AnnotationsDock | HitsDock | LibraryDock
    Panel: TypeAlias = Soon | Late


def loaded(name: str) -> type[Late]:
    """Return what is made for a dock of that name, loaded by now."""
    match name:
        case "targets":
            from desktop.ui.docks.targets_dock import TargetsDock  # noqa: PLC0415

            return TargetsDock
        case "wording":
            from desktop.ui.docks.wording_dock import WordingDock  # noqa: PLC0415

            return WordingDock
        case "annotations":
            from desktop.ui.docks.annotations_dock import AnnotationsDock  # noqa: PLC0415

            return AnnotationsDock
        case "hits":
            from desktop.ui.docks.hits_dock import HitsDock  # noqa: PLC0415

            return HitsDock
        case "library":
            from desktop.ui.docks.library_dock import LibraryDock  # noqa: PLC0415

            return LibraryDock
    raise LookupError(name)
