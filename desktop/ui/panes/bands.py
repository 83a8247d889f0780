"""The bands between the panes: ribbons with what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import SectionLink, Side
from desktop.ui.look.viewport import viewport
from desktop.ui.panes.connector_gutter import Band
from desktop.ui.panes.joints import joining
from desktop.ui.panes.marks import loud
from desktop.ui.panes.ribbons import ribbon
from desktop.ui.tasks.turns import at_once

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.compare.model import Relation, StatementLink
    from desktop.ui.desk.selection import Selection
    from desktop.ui.panes.joints import Joints
    from desktop.ui.panes.report_pane import ReportPane
    from desktop.ui.panes.ribbons import Ribbon
    from desktop.ui.session import Session


class Bands:
    """The links of a session's comparison between its two panes, found once they are asked for."""

    def __init__(self, session: Session, panes: Mapping[Side, ReportPane]) -> None:
        self._session, self._panes = session, panes
        self._joints: Joints | None = None

    def forget(self) -> None:
        """Take another comparison for what is open."""
        self._joints = None

    def joining(self) -> Iterator[bool]:
        """Find all that is joined, by turns, unless that is done."""
        now = self._session.comparison
        if self._joints is None and now is not None:
            for self._joints in joining(now):
                yield True

    def in_view(self, width: float) -> tuple[Band, ...]:
        """Return the bands that are in view: sections below, the pair at hand on top."""
        at_once(self.joining())
        if self._joints is None:
            return ()
        left, right = (self._panes[side] for side in Side)
        height, shown = float(viewport(left).height()), loud(self._session.filter.relations)
        bands = []
        for joint in self._joints.in_view(left.visible_span(), right.visible_span()):
            found = ribbon(left.extent(joint.left), right.extent(joint.right), width, height)
            if found is not None:
                bands.append(_band(found, joint.link, self._session.selection, shown))
        return tuple(sorted(bands, key=_layer))


def _band(
    found: Ribbon,
    link: SectionLink | StatementLink,
    selection: Selection,
    shown: frozenset[Relation],
) -> Band:
    if isinstance(link, SectionLink):
        return Band(found, link)
    current = (link.left, link.right) == (selection.left, selection.right)
    return Band(found, link, link.relation not in shown, current)


def _layer(band: Band) -> int:
    """Return in which layer a band lies: stubs below what is whole, the pair at hand on top."""
    if isinstance(band.link, SectionLink):
        return 0
    if band.current:
        return 4
    if band.ribbon.is_stub:
        return 1
    return 2 if band.quiet else 3
