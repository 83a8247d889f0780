"""The bands between the panes: ribbons with what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import SectionLink
from desktop.ui.panes.connector_gutter import Band
from desktop.ui.panes.marks import loud
from desktop.ui.panes.ribbons import ribbon

if TYPE_CHECKING:
    from desktop.compare.model import Relation, StatementLink
    from desktop.ui.desk.selection import Selection
    from desktop.ui.panes.joints import Joints
    from desktop.ui.panes.report_pane import ReportPane
    from desktop.ui.panes.ribbons import Ribbon
    from desktop.ui.session import Session


def bands_in_view(
    joints: Joints, left: ReportPane, right: ReportPane, width: float, session: Session
) -> tuple[Band, ...]:
    """Return the bands that are in view: sections below, the pair at hand on top."""
    height, shown = float(left.viewport().height()), loud(session.filter.relations)
    bands = []
    for joint in joints.in_view(left.visible_span(), right.visible_span()):
        found = ribbon(left.extent(joint.left), right.extent(joint.right), width, height)
        if found is not None:
            bands.append(_band(found, joint.link, session.selection, shown))
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
