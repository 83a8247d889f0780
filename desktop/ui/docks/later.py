"""The docks that few starts show: how each is made, and loaded before that."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.ui.docks.annotations_dock import AnnotationsDock
    from desktop.ui.docks.commitments_dock import CommitmentsDock
    from desktop.ui.docks.hits_dock import HitsDock
    from desktop.ui.docks.library_dock import LibraryDock
    from desktop.ui.docks.outline_dock import OutlineDock
    from desktop.ui.docks.pair_dock import PairDock
    from desktop.ui.docks.targets_dock import TargetsDock
    from desktop.ui.docks.wording_dock import WordingDock
    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session

    Soon: TypeAlias = OutlineDock | CommitmentsDock | PairDock
    Late: TypeAlias = TargetsDock | WordingDock | AnnotationsDock | HitsDock | LibraryDock
    Panel: TypeAlias = Soon | Late


def _targets(session: Session, theme: Theme, parent: QWidget) -> TargetsDock:
    from desktop.ui.docks.targets_dock import TargetsDock  # noqa: PLC0415 - it is for later

    return TargetsDock(session, theme, parent)


def _wording(session: Session, theme: Theme, parent: QWidget) -> WordingDock:
    from desktop.ui.docks.wording_dock import WordingDock  # noqa: PLC0415 - it is for later

    return WordingDock(session, theme, parent)


def _annotations(session: Session, theme: Theme, parent: QWidget) -> AnnotationsDock:
    from desktop.ui.docks.annotations_dock import AnnotationsDock  # noqa: PLC0415 - it is for later

    return AnnotationsDock(session, theme, parent)


def _hits(session: Session, theme: Theme, parent: QWidget) -> HitsDock:
    from desktop.ui.docks.hits_dock import HitsDock  # noqa: PLC0415 - it is for later

    return HitsDock(session, theme, parent)


def _library(session: Session, theme: Theme, parent: QWidget) -> LibraryDock:
    from desktop.ui.docks.library_dock import LibraryDock  # noqa: PLC0415 - it is for later

    return LibraryDock(session, theme, parent)


LATER: dict[str, Callable[[Session, Theme, QWidget], Late]] = {
    "targets": _targets,
    "wording": _wording,
    "annotations": _annotations,
    "hits": _hits,
    "library": _library,
}
"""By the name of the dock."""
