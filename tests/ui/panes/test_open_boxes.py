"""Boxes that run over the end of a line, as numbers."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desktop.ui.panes.open_boxes import outlines

RADIUS = 3.0
LINES = [QRectF(300, 0, 40, 20), QRectF(0, 30, 340, 20), QRectF(0, 60, 25, 20)]


def edges(rects: list[QRectF]) -> list[tuple[bool, bool]]:
    """Return for each line whether its box has a left edge and a right one."""
    found = []
    for rect, path in zip(rects, outlines(rects, RADIUS), strict=True):
        points = [path.elementAt(n) for n in range(path.elementCount())]
        inner = [p for p in points if rect.top() < p.y < rect.bottom()]
        assert path.boundingRect() == rect
        found.append(
            (any(p.x == rect.left() for p in inner), any(p.x == rect.right() for p in inner))
        )
    return found


def test_a_box_on_one_line_is_closed() -> None:
    assert edges(LINES[:1]) == [(True, True)]


def test_a_box_is_open_where_its_line_breaks() -> None:
    assert edges(LINES[::2]) == [(True, False), (False, True)]
    assert edges(LINES) == [(True, False), (False, False), (False, True)]
