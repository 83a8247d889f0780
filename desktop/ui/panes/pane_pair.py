"""Two reports side by side: scrolled together, joined by ribbons."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.compare.model import Relation, SectionLink, Side, StatementLink
from desktop.ui.panes.connector_gutter import Band, ConnectorGutter
from desktop.ui.panes.joints import Joints, joints_of
from desktop.ui.panes.marks import loud
from desktop.ui.panes.overview_ruler import OverviewRuler
from desktop.ui.panes.paper import Paper
from desktop.ui.panes.report_pane import ReportPane
from desktop.ui.panes.ribbons import ribbon
from desktop.ui.panes.scroll_map import ScrollMap, followed, level, longest_rise, pivot, scroll_map
from desktop.ui.theme import LARGEST_SIZE, READING_SIZE, SMALLEST_SIZE, Theme, to_palette

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QScrollBar

    from desktop.text.span import Span
    from desktop.ui.panes.ribbons import Ribbon
    from desktop.ui.panes.scroll_map import Point
    from desktop.ui.session import Session

MARGIN = 8
ZOOM_STEP = 1.0  # points

MOST_ANCHORS = 400
"""More points than screens make the map no better; each costs a look at the layout."""

ACROSS = frozenset({Relation.DELIVERED, Relation.PROGRESS})
"""Plan and review stand in different parts of the reports, so they do not scroll together."""


class PanePair(QWidget):
    """The two panes with their rulers and the gutter between them."""

    active_side_changed = Signal(object)  # the Side

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._size = READING_SIZE
        self._synchronised = True
        self._following = False
        self._holds = True  # the pair at hand keeps level
        self._active = Side.LEFT
        self._map: ScrollMap | None = None
        self._anchors: tuple[Point, ...] | None = None  # heights, good for one layout
        self._idle = QTimer(self, interval=0, singleShot=True)
        self._joints = Joints()
        self._panes = {side: ReportPane(side, theme, self) for side in Side}
        self._papers = {side: Paper(self._panes[side], theme, self) for side in Side}
        self._rulers = {side: OverviewRuler(side, theme, self) for side in Side}
        self._gutter = ConnectorGutter(self._bands, theme, self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._on_comparison_changed()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(0)
        layout.addWidget(self._rulers[Side.LEFT])
        layout.addSpacing(4)
        layout.addWidget(self._papers[Side.LEFT], 1)
        layout.addWidget(self._gutter)
        layout.addWidget(self._papers[Side.RIGHT], 1)
        layout.addSpacing(4)
        layout.addWidget(self._rulers[Side.RIGHT])
        self.setAutoFillBackground(True)

    def _connect(self) -> None:
        self._session.comparison_changed.connect(self._on_comparison_changed)
        self._session.selection_changed.connect(self._on_selection_changed)
        self._session.filter_changed.connect(self._on_filter_changed)
        self._session.annotations_changed.connect(self._on_annotations_changed)
        self._gutter.band_clicked.connect(self._on_band_clicked)
        self._idle.timeout.connect(self._scroll_map)  # so that the first scroll finds it ready
        for side, pane in self._panes.items():
            pane.installEventFilter(self)
            pane.statement_clicked.connect(partial(self._session.select, side))
            pane.scrolled.connect(partial(self._on_scrolled, side))
            pane.moved.connect(partial(self._on_moved, side))
            pane.laid_out.connect(self._on_laid_out)
            pane.zoom_asked.connect(self.zoom)
            self._rulers[side].asked_for.connect(pane.centre)

    # what the window asks

    @property
    def active_side(self) -> Side:
        """The side that last had the keyboard."""
        return self._active

    def pane(self, side: Side) -> ReportPane:
        """Return the pane of one side."""
        return self._panes[side]

    def focus_other_pane(self) -> None:
        """Give the keyboard to the pane that does not have it."""
        self._panes[self._active.other].setFocus()

    def selected_span(self, side: Side) -> Span | None:
        """Return the passage that is selected as text on one side."""
        return self._panes[side].selected_span()

    def set_synchronised(self, synchronised: bool) -> None:
        """Let the panes scroll together by correspondence, or each by itself."""
        self._synchronised = synchronised

    def zoom(self, steps: int) -> None:
        """Make the text of both panes larger or smaller; 0 gives it its first size again."""
        size = self._size + steps * ZOOM_STEP if steps else READING_SIZE
        self._size = min(max(size, SMALLEST_SIZE), LARGEST_SIZE)
        for pane in self._panes.values():
            pane.set_size(self._size)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.setPalette(to_palette(theme))
        self._gutter.set_theme(theme)
        for side in Side:
            self._panes[side].set_theme(theme)
            self._papers[side].set_theme(theme)
            self._rulers[side].set_theme(theme)

    # what the session tells

    def _on_comparison_changed(self) -> None:
        comparison = self._session.comparison
        self._map = self._anchors = None
        self._joints = joints_of(comparison) if comparison is not None else Joints()
        for side in Side:
            pane = self._panes[side]
            pane.show_comparison(comparison)
            self._papers[side].show_comparison(comparison)
            length = len(pane.parsed.report.text) if pane.parsed is not None else 0
            self._rulers[side].show_marks(pane.marks, length)
        self._on_filter_changed()
        self._on_annotations_changed()
        self._on_selection_changed()

    def _on_filter_changed(self) -> None:
        for side in Side:
            self._panes[side].set_loud(loud(self._session.visible_relations))
            self._rulers[side].set_loud(loud(self._session.visible_relations))
        self._gutter.update()

    def _on_annotations_changed(self) -> None:
        for side in Side:
            anchors = [annotation.anchor(side) for annotation in self._session.annotations]
            spans = tuple(a.span for a in anchors if a is not None and a.span is not None)
            self._panes[side].set_noted(spans)
            self._rulers[side].set_noted(spans)

    def _on_selection_changed(self) -> None:
        self._map, self._holds = None, True
        link = self._current_link()
        for side in Side:
            self._panes[side].set_current(self._session.selection.end(side), link)
        self._gutter.update()
        self._bring_level()

    def _current_link(self) -> StatementLink | None:
        selection, comparison = self._session.selection, self._session.comparison
        if comparison is None or selection.left is None or selection.right is None:
            return None
        links = comparison.links_of(Side.LEFT, selection.left)
        return next((link for link in links if link.right == selection.right), None)

    # scrolling

    def _on_moved(self, side: Side) -> None:
        self._rulers[side].show_view(self._panes[side].visible_span())
        self._gutter.update()

    def _on_scrolled(self, side: Side, step: int) -> None:
        if self._synchronised and not self._following:
            with self._leading():
                self._let_go(side)
                self._follow(side, step)

    def _let_go(self, side: Side) -> None:
        """Keep the pair at hand level only while it is in view: it may have moved far."""
        span = self._session.span_at_hand(side)
        holds = span is not None and self._panes[side].shows(span)
        if holds is not self._holds:
            self._holds, self._map = holds, None

    def _on_laid_out(self) -> None:
        self._map = self._anchors = None
        self._idle.start()
        self._gutter.update()

    @contextmanager
    def _leading(self) -> Iterator[None]:
        """Let neither pane follow the other meanwhile."""
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before

    def _follow(self, side: Side, step: int) -> None:
        """Scroll the other pane after `side` has scrolled by `step`; 0 closes all of the gap."""
        bar, other = self._bar(side), self._bar(side.other)
        before, after = self._goal(side, bar.value() - step), self._goal(side, bar.value())
        other.setValue(round(followed(other.value(), before, after, step) if step else after))

    def _goal(self, side: Side, scroll: int) -> float:
        """Return the scroll value at which the other pane lies level with `side` at `scroll`."""
        bar, other, map_ = self._bar(side), self._bar(side.other), self._scroll_map()
        at = pivot(scroll, bar.maximum(), bar.pageStep())
        facing = map_.to_right if side is Side.LEFT else map_.to_left
        return min(max(facing(scroll + at) - at, 0.0), float(other.maximum()))

    def _scroll_map(self) -> ScrollMap:
        if self._map is None:
            ends = [pane.document().size().height() for pane in self._panes.values()]
            if self._anchors is None:
                self._anchors = tuple(self._heights(*pair) for pair in self._level_pairs())
            spans = [self._session.span_at_hand(side) for side in Side]
            through = None
            if self._holds and spans[0] is not None and spans[1] is not None:
                through = self._heights(spans[0].start, spans[1].start)
            self._map = scroll_map(self._anchors, ends[0], ends[1], through)
        return self._map

    def _heights(self, left: float, right: float) -> Point:
        """Return the heights of two characters, given by their offsets."""
        panes = self._panes
        return panes[Side.LEFT].height_of(int(left)), panes[Side.RIGHT].height_of(int(right))

    def _level_pairs(self) -> tuple[Point, ...]:
        """Return offsets that are to be level, a few hundred at most and rising on both sides."""
        comparison = self._session.comparison
        if comparison is None:
            return ()
        left, right = comparison.left, comparison.right
        pairs = [
            (left.statements[link.left].span.start, right.statements[link.right].span.start)
            for link in comparison.statement_links
            if link.relation not in ACROSS
        ]
        pairs += [
            (left.sections[link.left].span.start, right.sections[link.right].span.start)
            for link in comparison.section_links
            if not link.across
        ]
        chain = longest_rise(pairs)
        return chain[:: max(1, len(chain) // MOST_ANCHORS)]

    def _bring_level(self) -> None:
        """Show the pair at hand, both ends at one height."""
        side = self._session.selection.chosen
        own, partner = self._session.span_at_hand(side), self._session.span_at_hand(side.other)
        if own is None:
            return
        with self._leading():
            if not self._panes[side].shows(own):
                self._panes[side].scroll_to(own.start)
            if partner is not None:
                self._level(side, own.start, partner.start)
            elif self._synchronised:
                self._follow(side, 0)

    def _level(self, side: Side, own: int, partner: int) -> None:
        panes = self._panes[side], self._panes[side.other]
        bars = self._bar(side), self._bar(side.other)
        scrolls = level(
            panes[0].height_of(own),
            panes[1].height_of(partner),
            (bars[0].value(), bars[1].value()),
            (bars[0].maximum(), bars[1].maximum()),
        )
        for bar, scroll in zip(bars, scrolls, strict=True):
            bar.setValue(round(scroll))

    def _bar(self, side: Side) -> QScrollBar:
        return self._panes[side].verticalScrollBar()

    # ribbons

    def _bands(self) -> tuple[Band, ...]:
        """Return the bands that are in view: sections below, the pair at hand on top."""
        left, right = self._panes[Side.LEFT], self._panes[Side.RIGHT]
        width, height = float(self._gutter.width()), float(left.viewport().height())
        bands = []
        for joint in self._joints.in_view(left.visible_span(), right.visible_span()):
            found = ribbon(left.extent(joint.left), right.extent(joint.right), width, height)
            if found is not None:
                bands.append(self._band(found, joint.link))
        return tuple(sorted(bands, key=_layer))

    def _band(self, found: Ribbon, link: SectionLink | StatementLink) -> Band:
        if isinstance(link, SectionLink):
            return Band(found, link)
        selection = self._session.selection
        current = (link.left, link.right) == (selection.left, selection.right)
        quiet = link.relation not in loud(self._session.visible_relations)
        return Band(found, link, quiet, current)

    def _on_band_clicked(self, band: Band) -> None:
        if isinstance(band.link, StatementLink):
            self._session.select_pair(band.link.left, band.link.right)
            return
        comparison = self._session.comparison
        if comparison is not None:
            left = comparison.left.sections[band.link.left].span.start
            right = comparison.right.sections[band.link.right].span.start
            with self._leading():
                self._level(Side.LEFT, left, right)

    # what Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the ribbons begin where the text begins."""
        super().resizeEvent(event)
        self._place_gutter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note which pane has the keyboard, and how tall the text is."""
        for side, pane in self._panes.items():
            if watched is pane and event.type() is QEvent.Type.FocusIn:
                self._active = side
                self.active_side_changed.emit(side)
            if watched is pane and event.type() is QEvent.Type.Resize:
                self._place_gutter()
        return super().eventFilter(watched, event)

    def _place_gutter(self) -> None:
        pane = self._panes[Side.LEFT]
        self._gutter.top = pane.mapTo(self, QPoint(0, 0)).y() - self._gutter.y()
        self._gutter.bottom = self._gutter.top + pane.height()
        self._gutter.update()


def _layer(band: Band) -> int:
    """Return in which layer a band lies."""
    if isinstance(band.link, SectionLink):
        return 0
    if band.current:
        return 3
    return 1 if band.quiet else 2
