"""What is seen in the panes."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def link_of(session, relation, nth=0):
    found = [s for s in session.comparison.statement_links if s.relation is relation]
    return found[nth]


def height_in_view(panes, side, statement):
    pane = panes.pane(side)
    start = pane.parsed.statements[statement].span.start
    return pane.height_of(start) - pane.verticalScrollBar().value()


def image(widget):
    QApplication.sendPostedEvents()
    return widget.grab().toImage()
