"""Beginning: where both panes begin when a comparison has come into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.compare.model import Side
    from desktop.ui.desk.places import Starts
    from desktop.ui.panes.filling import Filling
    from desktop.ui.panes.report_pane import ReportPane
    from desktop.ui.panes.scroll_lock import ScrollLock


class Beginning(QObject):
    """Two places that are brought to the upper edge once both panes are filled and laid out.

    Whoever reads already, or has gone elsewhere meanwhile, stays there.
    """

    def __init__(
        self,
        panes: Mapping[Side, ReportPane],
        filling: Filling,
        lock: ScrollLock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panes, self._filling, self._lock = panes, filling, lock
        self._starts: Starts | None = None
        for pane in panes.values():
            pane.laid_out.connect(self._on_laid_out)

    @property
    def is_awaited(self) -> bool:
        """Whether two places are still to come to the edge."""
        return self._starts is not None

    def wait_for(self, starts: Starts) -> None:
        """Bring two places to the edge, at once or as soon as both panes are filled."""
        self._starts = starts
        if self._filling.is_over:
            self.come()

    def forget(self) -> None:
        """Begin nowhere: the reader has gone elsewhere, or other reports are open."""
        self._starts = None

    def come(self) -> None:
        """Bring the places to the edge of panes that are filled; long texts are laid out first."""
        if self._starts is None or any(pane.laying.takes_long for pane in self._panes.values()):
            return
        starts, self._starts = self._starts, None
        self._lock.show_starts(starts)

    def _on_laid_out(self) -> None:
        if not self.is_awaited or not self._filling.is_over:
            return
        if any(pane.verticalScrollBar().value() for pane in self._panes.values()):
            self.forget()  # somebody reads already
        self.come()
