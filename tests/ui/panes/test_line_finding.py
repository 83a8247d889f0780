"""Lines are found where Qt finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from desktop.ui.panes.line_finding import HAIR, lines_between

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

WIDTH = 300.0
MANY = 192  # paragraphs
LONG = "新建改造农贸市场六个，" * 12
FUZZY = Qt.HitTestAccuracy.FuzzyHit


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:  # noqa: ARG001 - fonts need it
    """Return a document of many paragraphs, some of them empty."""
    found = QTextDocument()
    lines = (("第一节", "", LONG)[at % 3] for at in range(MANY))
    found.setPlainText("\n".join(lines))
    found.setTextWidth(WIDTH)
    found.size()  # lays out all of it
    return found


def where(document: QTextDocument, unit: int) -> tuple[int, int]:
    """Return the paragraph that holds a place, and which of its lines does."""
    block = document.findBlock(unit)
    return block.blockNumber(), (
        block.layout().lineForTextPosition(unit - block.position()).lineNumber()
    )


def top_of(document: QTextDocument, unit: int) -> float:
    """Return where the line of a place begins."""
    block = document.findBlock(unit)
    layout = block.layout()
    return layout.position().y() + layout.lineForTextPosition(unit - block.position()).y()


def test_every_line_is_found_where_qt_finds_it(document: QTextDocument) -> None:
    layout = document.documentLayout()
    for top in range(0, round(document.size().height()), 7):
        start, end = lines_between(document, top, top + 200)
        first = max(layout.hitTest(QPointF(0.0, top + HAIR), FUZZY), 0)
        last = layout.hitTest(QPointF(WIDTH, top + 200), FUZZY)
        assert where(document, start) == where(document, first)
        assert start <= last <= end + 1  # Qt takes what lies between two lines for the upper one
        assert top_of(document, max(end - 1, start)) <= top + 200


def test_between_two_paragraphs_the_lower_one_begins(qapp: QApplication) -> None:  # noqa: ARG001
    document = QTextDocument()
    document.setHtml("<p style='margin:0 0 40px 0'>第一节</p><p style='margin:0'>第二节</p>")
    document.setTextWidth(WIDTH)
    document.size()
    second = document.begin().next()
    above = second.layout().position().y() - 20
    assert lines_between(document, above, above + 1) == (second.position(), second.position())
    assert lines_between(document, above, above + 30)[1] == second.position() + 3


def test_what_is_beyond_either_end_is_the_end(document: QTextDocument) -> None:
    end, height = document.characterCount() - 1, document.size().height()
    assert lines_between(document, -50, -10)[0] == 0
    assert lines_between(document, height + 10, height + 99) == (end, end)


def with_gaps() -> QTextDocument:
    """Return a document of paragraphs with room between them, of which none is laid out."""
    document = QTextDocument()
    cursor = QTextCursor(document)
    form = QTextBlockFormat()
    form.setTopMargin(20.0)
    for number in range(MANY):
        cursor.insertBlock(form)
        cursor.insertText(f"第{number}段" * 4)
    document.setTextWidth(WIDTH)
    return document


def test_what_is_laid_out_while_it_is_asked_for_is_found_as_ever(qapp: QApplication) -> None:  # noqa: ARG001
    document = with_gaps()
    height = document.size().height()
    for top in range(0, round(height), 53):
        fresh = with_gaps()
        assert lines_between(fresh, top, top + 100) == lines_between(document, top, top + 100)
        if top == 0:
            assert not fresh.lastBlock().layout().lineCount(), "only as far as it was asked for"


def test_an_empty_document_has_one_place(qapp: QApplication) -> None:  # noqa: ARG001
    assert lines_between(QTextDocument(), 0, 100) == (0, 0)
