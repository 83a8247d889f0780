"""The marks of one report, drawn under its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from desktop.compare.model import Comparison, Relation, Side, StatementLink
from desktop.ui.desk.moves import moves_of
from desktop.ui.panes.faces import BADGE_SPACE
from desktop.ui.panes.mark_painter import MarkPainter
from desktop.ui.panes.marks import Mark, changed_targets, changed_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from desktop.text.span import Span
    from desktop.ui.desk.moves import Move
    from desktop.ui.look.theme import Theme
    from desktop.ui.panes.faces import Faces
    from desktop.ui.panes.line_boxes import LineBoxes

WORD_INK = {Side.LEFT: Relation.DROPPED, Side.RIGHT: Relation.NEW}
"""Words that only the left one has look dropped, those that only the right one has look new."""


class MarkLayer:
    """What is marked on one side, and how loudly.

    `current` is the statement at hand and `link` its pair's, `loud` the relations that are drawn in
    full, `noted` the passages that have notes, `hits` those that were looked for, in order.
    """

    def __init__(
        self,
        comparison: Comparison | None,
        side: Side,
        marks: tuple[Mark, ...],
        boxes: LineBoxes,
    ) -> None:
        self._comparison = comparison
        self._side = side
        self._boxes = boxes
        self._changed: dict[tuple[int, int], tuple[Span, ...]] = {}  # targets, by the link's ends
        self._words: tuple[StatementLink, tuple[Span, ...]] | None = None  # of the pair at hand
        self.marks = marks
        self.moves = moves_of(comparison, side) if comparison is not None else ()
        self.current: int | None = None
        self.link: StatementLink | None = None
        self.loud = frozenset(Relation)
        self.noted: tuple[Span, ...] = ()
        self.hits: tuple[Span, ...] = ()

    def know_from(self, earlier: MarkLayer) -> None:
        """Take over what was found of pairs of the same two texts: no decision changes that."""
        before, now = earlier._comparison, self._comparison
        if before and now and before.left is now.left and before.right is now.right:
            self._changed = earlier._changed

    def dress(self, theme: Theme, faces: Faces) -> None:
        """Take the colours and faces to draw with."""
        self._faces = faces
        self._painter = MarkPainter(theme, faces)

    def preparing(self) -> Iterator[bool]:
        """Find which targets changed before they come into view, by turns."""
        for mark in self.marks:
            if mark.targets and mark.link is not None and mark.relation is Relation.REVISED:
                self._changed_of(mark.link)
                yield True

    def paint(self, painter: QPainter, seen: Span, edge: float) -> None:
        """Draw the marks of what is seen; `edge` is where the lines end."""
        first = bisect_right(self.marks, seen.start, key=lambda mark: mark.span.start) - 1
        last = bisect_left(self.marks, seen.end, key=lambda mark: mark.span.start)
        shown = self.marks[max(first, 0) : last]
        self._paint_current(painter)
        self._paint_hits(painter, seen)
        for span in self.noted:
            if span.overlaps(seen):
                self._painter.note(painter, self._boxes.boxes(span), edge)
        for mark in shown:
            link = self._link_of(mark)
            relation = link.relation if link is not None else mark.relation
            self._paint_targets(painter, mark, link, relation)
            quiet = self._is_quiet(mark, relation)
            self._painter.line(painter, self._boxes.boxes(mark.span), relation, quiet=quiet)
            self._paint_badges(painter, mark)

        for move in self.moves:
            if move.span.overlaps(seen):
                self._painter.aside(painter, self._boxes.boxes(move.span), move.mark, edge)

    def move_at(self, point: QPointF, *, behind: bool) -> Move | None:
        """Return the moved heading on whose last line a point of the document is."""
        for move in self.moves:
            boxes = self._boxes.boxes(move.span)
            if boxes and boxes[-1].top <= point.y() < boxes[-1].bottom:
                return move if not behind or point.x() > boxes[-1].right else None
        return None

    def _paint_hits(self, painter: QPainter, seen: Span) -> None:
        first = bisect_right(self.hits, seen.start, key=lambda span: span.end)
        last = bisect_left(self.hits, seen.end, key=lambda span: span.start)
        for span in self.hits[first:last]:
            self._painter.hit(painter, self._boxes.boxes(span))

    def _link_of(self, mark: Mark) -> StatementLink | None:
        """Return the link by which a statement is marked: of the pair at hand it is that pair's."""
        is_current = mark.statement == self.current and self.link is not None
        return self.link if is_current else mark.link

    def _is_quiet(self, mark: Mark, relation: Relation) -> bool:
        return relation not in self.loud and mark.statement != self.current

    def _paint_badges(self, painter: QPainter, mark: Mark) -> None:
        """Draw the badges in the room before the statement's first character."""
        boxes = self._boxes.boxes(mark.span)
        if not boxes:
            return
        place = QPointF(boxes[0].left, boxes[0].baseline)
        for badge in reversed(mark.badges):
            quiet = self._is_quiet(mark, badge.relation)
            self._painter.badge(painter, place, badge, quiet=quiet)
            place -= QPointF(self._faces.badge_width(badge.text) + BADGE_SPACE, 0.0)

    def _paint_current(self, painter: QPainter) -> None:
        if self.current is None or self._comparison is None:
            return
        statement = self._comparison.side(self._side).statements[self.current]
        self._painter.ground(painter, self._boxes.boxes(statement.span))
        if self.link is not None:
            for span in self._words_of(self.link):
                self._painter.word(painter, self._boxes.boxes(span), WORD_INK[self._side])

    def _paint_targets(
        self, painter: QPainter, mark: Mark, link: StatementLink | None, relation: Relation
    ) -> None:
        changed: tuple[Span, ...] = ()
        is_at_hand = link is self.link or relation is Relation.REVISED
        if mark.targets and link is not None and is_at_hand:
            changed = self._changed_of(link)
        for span in mark.targets:
            boxes = self._boxes.boxes(span)
            if span in changed:
                self._painter.changed(painter, boxes, relation)
            else:
                self._painter.target(painter, boxes)

    def _changed_of(self, link: StatementLink) -> tuple[Span, ...]:
        key = link.left, link.right
        if key not in self._changed and self._comparison is not None:
            self._changed[key] = changed_targets(self._comparison, link, self._side)
        return self._changed[key]

    def _words_of(self, link: StatementLink) -> tuple[Span, ...]:
        if self._comparison is not None and (self._words is None or self._words[0] is not link):
            self._words = link, changed_words(self._comparison, link, self._side)
        return self._words[1] if self._words is not None else ()
