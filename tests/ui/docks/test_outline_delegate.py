"""Headings in a narrow dock: two lines where one would cut them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

from desktop.ui.desk.aligned_outline import OutlineNode
from desktop.ui.docks.outline_delegate import LINE_HEIGHT, ROW_HEIGHT, OutlineDelegate
from desktop.ui.look.theme import LIGHT
from desktop.ui.models.outline_model import OutlineModel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

SHORT, LONG = "（一）做强产业", "（二）推动先进制造业和现代服务业深度融合"
NARROW, WIDE = 180, 600


@pytest.fixture
def tree(qtbot: QtBot) -> QTreeView:
    """Return an outline with a short heading and a long one that has counts."""
    made = QTreeView()
    qtbot.addWidget(made)
    model = OutlineModel(made)
    model.set_nodes((OutlineNode(0, 0, SHORT), OutlineNode(1, 1, LONG, new=28, dropped=111)))
    made.setModel(model)
    made.setItemDelegate(OutlineDelegate(LIGHT, made))
    made.setHeaderHidden(True)
    return made


def heights(tree: QTreeView) -> list[int]:
    model, delegate = tree.model(), tree.itemDelegate()
    rows = range(model.rowCount())
    return [delegate.sizeHint(QStyleOptionViewItem(), model.index(row, 0)).height() for row in rows]


def test_only_a_heading_that_would_be_cut_has_two_lines(tree: QTreeView) -> None:
    tree.resize(NARROW, 400)
    tree.show()
    assert heights(tree) == [ROW_HEIGHT, ROW_HEIGHT + LINE_HEIGHT]
    tree.resize(WIDE, 400)
    assert heights(tree) == [ROW_HEIGHT] * 2


def ink_of(tree: QTreeView, row: int, title: str) -> int:
    """Return how much of a row is drawn on, the ground apart."""
    tree.model().set_nodes((OutlineNode(0, 0, title),))
    index = tree.model().index(row, 0)
    option = QStyleOptionViewItem()
    option.rect.setSize(QSize(NARROW, tree.itemDelegate().sizeHint(option, index).height()))
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    tree.itemDelegate().paint(painter, option, index)
    painter.end()
    white, whole = QColor("white").rgb(), image.size()
    points = ((x, y) for x in range(whole.width()) for y in range(whole.height()))
    return sum(image.pixel(x, y) != white for x, y in points)


def test_the_second_line_goes_on_where_the_first_one_ends(tree: QTreeView) -> None:
    """What is drawn of twenty characters alike is as much as of twenty, and not of twelve."""
    tree.resize(NARROW, 400)
    tree.show()
    one = ink_of(tree, 0, "国" * 4) / 4
    assert ink_of(tree, 0, "国" * 18) == pytest.approx(18 * one, rel=0.1)


def test_headings_are_given_their_lines_when_the_dock_is_made_narrower(
    qtbot: QtBot, desk: MainWindow
) -> None:
    tree = desk.docks.panels.outline.tree
    tree.expandAll()
    desk.resize(1400, 800)
    desk.resizeDocks([desk.docks.outline], [400], Qt.Orientation.Horizontal)
    index = next(iter(desk.docks.panels.outline.model.walk()))

    def height() -> int:
        return tree.visualRect(index).height()

    qtbot.waitUntil(lambda: height() == ROW_HEIGHT)
    tree.setFixedWidth(70)
    qtbot.waitUntil(lambda: height() > ROW_HEIGHT)
