"""Two reports side by side: scrolled together, joined by ribbons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.compare.model import Side, StatementLink
from desktop.ui.desk.selection import NOTHING
from desktop.ui.look.theme import Theme, to_palette
from desktop.ui.look.typefaces import LARGEST_SIZE, READING_SIZE, SMALLEST_SIZE
from desktop.ui.panes.bands import Bands
from desktop.ui.panes.beginning import Beginning
from desktop.ui.panes.connector_gutter import Band, ConnectorGutter
from desktop.ui.panes.faces import Faces
from desktop.ui.panes.filling import Filling
from desktop.ui.panes.leaf import Leaf
from desktop.ui.panes.scroll_lock import ScrollLock
from desktop.ui.panes.warming import warming
from desktop.ui.tasks.turns import Rank

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

    from desktop.text.span import Span
    from desktop.ui.desk.moves import Move
    from desktop.ui.desk.places import Starts
    from desktop.ui.panes.report_pane import ReportPane
    from desktop.ui.session import Session

MARGIN = 8
ZOOM_STEP = 1.0  # points
WHEEL_STEP = 120  # eighths of a degree, by which one notch turns a wheel


class PanePair(QWidget):
    """The two panes with their rulers and the gutter between them."""

    size_changed = Signal(float)  # of the text, in points

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._faces = Faces(READING_SIZE)  # of both: what they measure is kept
        self._is_warm = False
        self._active = Side.LEFT
        self._at_hand: tuple[Span | None, ...] = ()  # where the statements at hand stand
        self._chosen = Side.RIGHT  # which of them was acted on
        self._cursor_then: tuple[Side, int] | None = None  # when what is at hand came there
        self._stays = False  # while the same texts are shown anew, as `_reads_elsewhere` found
        self._leaves = {side: Leaf(side, session, theme, self._faces, self) for side in Side}
        self._panes = {side: leaf.pane for side, leaf in self._leaves.items()}
        self._bands = Bands(session, self._panes)
        self._filling = Filling(self._leaves, self._bands.joining, self._on_filled)
        self._lock = ScrollLock(session, self._panes, self)
        self._beginning = Beginning(self._panes, self._filling, self._lock, self)
        self._gutter = ConnectorGutter(self._bands_in_view, theme, self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._on_comparison_changed()
        self._filling.fill_all()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(0)
        left, right = (self._leaves[side] for side in Side)
        layout.addWidget(left.ruler)
        layout.addSpacing(4)
        layout.addWidget(left.paper, 1)
        layout.addWidget(self._gutter)
        layout.addWidget(right.paper, 1)
        layout.addSpacing(4)
        layout.addWidget(right.ruler)
        self.setAutoFillBackground(True)

    def _connect(self) -> None:
        self._session.pair_changed.connect(self._on_pair_changed)
        self._session.comparison_changed.connect(self._on_comparison_changed)
        self._session.selection_changed.connect(self._on_selection_changed)
        self._session.filter_changed.connect(self._on_filter_changed)
        self._session.annotations_changed.connect(self._on_annotations_changed)
        self._session.passage_asked.connect(self._on_passage_asked)
        self._session.section_asked.connect(self._on_section_asked)
        self._session.finder.hits_changed.connect(self._on_hits_changed)
        self._session.finder.hit_changed.connect(self._on_hit_changed)
        self._gutter.band_clicked.connect(self._on_band_clicked)
        for side, leaf in self._leaves.items():
            pane = leaf.pane
            pane.installEventFilter(self)
            pane.statement_clicked.connect(partial(self._session.select, side))
            pane.moved.connect(partial(self._on_moved, side))
            pane.zoom_asked.connect(self.zoom)
            leaf.ruler.asked_for.connect(pane.centre)
            leaf.paper.move_followed.connect(self._follow)

    # what the window asks

    @property
    def active_side(self) -> Side:
        """The side that last had the keyboard."""
        return self._active

    @property
    def text_cursor(self) -> tuple[Side, int]:
        """The side that last had the keyboard, and where its text cursor stands."""
        return self._active, self.pane(self._active).cursor_offset

    @property
    def is_cursor_behind(self) -> bool:
        """Whether a step led to a sentence of the other side alone.

        The text cursor stays behind then where nobody looks.
        """
        selection = self._session.selection
        is_elsewhere = selection != NOTHING and selection.end(self._active) is None
        return is_elsewhere and self.text_cursor == self._cursor_then

    def pane(self, side: Side) -> ReportPane:
        """Return the pane of one side, with what it is to show."""
        self._filling.fill(side)
        return self._panes[side]

    def focus_other_pane(self) -> None:
        """Give the keyboard to the pane that does not have it."""
        self._panes[self._active.other].setFocus()

    def take_keyboard(self) -> None:
        """Give the keyboard to the pane that had it last."""
        self._panes[self._active].setFocus()

    @property
    def place(self) -> tuple[Side, int]:
        """The side that the reader is on, and where what is in view begins."""
        return self._active, self.pane(self._active).visible_span().start

    @property
    def starts(self) -> Starts | None:
        """Where what is in view begins on both sides, None before it has come into view."""
        is_coming = self._beginning.is_awaited or not self._filling.is_over
        if is_coming or self._session.comparison is None:
            return None
        left, right = (self._panes[side].visible_span().start for side in Side)
        return left, right

    def warm(self) -> None:
        """Load the faces behind all else, once, so that the first text does not wait for them."""
        if self._is_warm:
            return
        self._is_warm = True
        self._session.turns.begin(self._gutter, warming(self._faces), Rank.REST)

    def begin_at(self, starts: Starts) -> None:
        """Bring two places to the upper edge, once both panes are filled."""
        self._beginning.wait_for(starts)

    def focus(self, side: Side) -> None:
        """Give the keyboard to one pane, which is the active one also before the window is."""
        self._active = side
        self._panes[side].setFocus()

    def follow_move(self) -> bool:
        """Go to where the heading at the text cursor has moved, if it has."""
        move = self._panes[self._active].move_at_cursor()
        if move is not None:
            self._follow(move)
        return move is not None

    def _follow(self, move: Move) -> None:
        self._session.show_passage(move.side.other, move.there)
        self.select_text(move.side.other, move.there)

    def show_selection(self) -> None:
        """Bring the statements at hand into view, level with each other."""
        self._lock.show_selection()

    @property
    def selected_place(self) -> tuple[Side, Span] | None:
        """Which passage is selected as text in the pane that has the keyboard."""
        span = self.pane(self._active).selected_span()
        return (self._active, span) if span is not None else None

    def select_text(self, side: Side, span: Span) -> None:
        """Select a passage as text, in view and with the keyboard."""
        self.focus(side)
        self.pane(side).select_text(span)

    def selected_span(self, side: Side) -> Span | None:
        """Return the passage that is selected as text on one side."""
        return self.pane(side).selected_span()

    def set_synchronised(self, synchronised: bool) -> None:
        """Let the panes scroll together by correspondence, or each by itself."""
        if synchronised:
            self._lock.lock(self._active)
        else:
            self._lock.is_locked = False

    def zoom(self, steps: int) -> None:
        """Make the text of both panes larger or smaller; 0 gives it its first size again."""
        self.set_size(self.size_of_text + steps * ZOOM_STEP if steps else READING_SIZE)

    def set_size(self, points: float) -> None:
        """Set the text in another size, 9 to 24 points."""
        size = min(max(points, SMALLEST_SIZE), LARGEST_SIZE)
        if size != self.size_of_text:
            self._set_in(Faces(size))
            self.size_changed.emit(size)

    @property
    def size_of_text(self) -> float:
        """The size of the text, in points."""
        return self._faces.size

    def typeset(self) -> None:
        """Set the text anew in the same size, as another face asks for."""
        self._set_in(Faces(self.size_of_text))

    def _set_in(self, faces: Faces) -> None:
        self._faces = faces
        for pane in self._panes.values():
            pane.set_faces(faces)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.setPalette(to_palette(theme))
        self._gutter.set_theme(theme)
        for leaf in self._leaves.values():
            leaf.set_theme(theme)

    # what the session tells

    def _on_pair_changed(self) -> None:
        """Forget the places of the reports that were open."""
        self._beginning.forget()
        self._at_hand = ()
        self._lock.rest()
        for pane in self._panes.values():
            pane.show_comparison(None)

    def _on_comparison_changed(self) -> None:
        """Fill the panes by turns, or as soon as somebody asks for them: that takes a while."""
        self._stays = self._reads_elsewhere()
        self._bands.forget()
        self._gutter.forget()
        self._lock.rest()
        self._session.turns.begin(self, self._filling.begin(), Rank.TEXT)

    def _on_filled(self) -> None:
        self._gutter.update()
        if self._stays:
            self._lock.resume()
        else:
            self._lock.show_selection()
        self._beginning.come()

    def _reads_elsewhere(self) -> bool:
        """Tell whether a pair that is compared anew is to stay where it is read.

        It is where the sentence that was acted on is out of view, or no sentence any more.
        """
        chosen, own = self._session.selection.chosen, self._session.span_at_hand(self._chosen)
        if not self._filling.is_over or not self.isVisible() or not any(self._at_hand):
            return False
        return chosen is not self._chosen or own is None or not self._panes[chosen].shows(own)

    def _on_filter_changed(self) -> None:
        for leaf in self._filling.filled:
            leaf.show_filter()
        self._gutter.update()

    def _on_annotations_changed(self) -> None:
        for leaf in self._filling.filled:
            leaf.show_notes()

    def _on_selection_changed(self) -> None:
        """Show the pair at hand; whoever selects does not wait for its pane."""
        if self._session.selection != NOTHING:
            self._beginning.forget()
            self._filling.fill_all()
            self._deselect_elsewhere()
        for leaf in self._filling.filled:
            leaf.show_current()
        self._gutter.update()
        if self._filling.is_over and not self._stays:
            self._lock.show_selection()
        if self._session.selection != NOTHING:
            self._cursor_then = self.text_cursor
        self._stays, self._chosen = False, self._session.selection.chosen

    def _deselect_elsewhere(self) -> None:
        """Let words go that were selected before other statements came to hand.

        What is written next, a note or a heading, is about those, and not about words out of view.
        """
        before, self._at_hand = self._at_hand, tuple(map(self._session.span_at_hand, Side))
        if self._at_hand != before:
            for pane in self._panes.values():
                pane.deselect()

    def _on_hits_changed(self) -> None:
        for leaf in self._filling.filled:
            leaf.show_hits()

    def _on_passage_asked(self, side: Side, span: Span) -> None:
        self._filling.fill_all()
        self._lock.show_passage(side, span)

    def _on_section_asked(self, side: Side, heading: Span) -> None:
        """Bring a heading into view, also from where the reader has scrolled to since."""
        self._filling.fill_all()
        for pane in self._panes.values():
            pane.deselect()
        self._panes[side].take_cursor_to(heading.start)
        self._lock.show_section(side, heading)

    def _on_hit_changed(self) -> None:
        hit = self._session.finder.hit
        if hit is not None:
            self._filling.fill_all()
            self._panes[hit.side].select_text(hit.span)
            self._lock.show_passage(hit.side, hit.span)

    def _on_moved(self, side: Side) -> None:
        if self._filling.has(side):
            self._leaves[side].show_view()
        self._gutter.update()

    # ribbons

    def _bands_in_view(self) -> tuple[Band, ...]:
        return self._bands.in_view(self._gutter.width()) if self._filling.is_over else ()

    def _on_band_clicked(self, band: Band) -> None:
        if isinstance(band.link, StatementLink):
            self._session.select_pair(band.link.left, band.link.right)
            return
        comparison = self._session.comparison
        if comparison is not None:
            left = comparison.left.sections[band.link.left].span.start
            right = comparison.right.sections[band.link.right].span.start
            self._lock.bring_level(Side.LEFT, left, right)

    # what Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the ribbons begin where the text begins."""
        super().resizeEvent(event)
        self._place_gutter()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the rulers and the ribbons scroll the text that they are beside."""
        is_left = event.position().x() < self.width() / 2
        bar = self._panes[Side.LEFT if is_left else Side.RIGHT].verticalScrollBar()
        lines = event.angleDelta().y() / WHEEL_STEP * QApplication.wheelScrollLines()
        bar.setValue(bar.value() - round(lines * bar.singleStep()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note which pane has the keyboard, and how tall the text is."""
        for side, pane in self._panes.items():
            if watched is pane and event.type() is QEvent.Type.FocusIn:
                self._active = side
                for each, leaf in self._leaves.items():
                    leaf.paper.set_active(each is side)
            if watched is pane and event.type() is QEvent.Type.FocusOut:
                self._leaves[side].paper.update()
            if watched is pane and event.type() is QEvent.Type.Resize:
                self._place_gutter()
        return super().eventFilter(watched, event)

    def _place_gutter(self) -> None:
        pane = self._panes[Side.LEFT]
        self._gutter.top = pane.mapTo(self, QPoint(0, 0)).y() - self._gutter.y()
        self._gutter.bottom = self._gutter.top + pane.height()
        self._gutter.update()
