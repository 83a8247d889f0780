"""Long texts are laid out in small steps, and places in them are shown when they are there."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextDocument
from shiboken6 import delete

from desktop.compare.model import Side
from desktop.ui.look.theme import LIGHT
from desktop.ui.panes import laying
from desktop.ui.panes.laying import STEP, Laying
from desktop.ui.panes.pane_pair import PanePair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.session import Session

PARAGRAPHS, PARAGRAPH = 300, "持续推进城乡供水一体化，新增社区养老床位420张。" * 4


@pytest.fixture
def document(qapp: QApplication) -> Iterator[QTextDocument]:
    """Return a long text, of which nothing is laid out."""
    assert qapp
    made = QTextDocument()
    made.setPlainText("\n".join([PARAGRAPH] * PARAGRAPHS))
    made.setTextWidth(400)
    made.documentLayout()
    yield made
    delete(made)  # now and here: its timer runs on


@pytest.fixture
def long_panes(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PanePair:
    """Return panes that take the sample pair for long texts, still to be filled."""
    monkeypatch.setattr(laying, "LONG", 100)
    panes = PanePair(session, LIGHT)
    qtbot.addWidget(panes)
    panes.resize(1100, 800)
    session.comparison_changed.emit()
    return panes


def laid_out(document: QTextDocument) -> int:
    """Return how many characters from the start are laid out."""
    block = document.begin()
    while block.isValid() and block.layout().lineCount():
        block = block.next()
    return block.position() if block.isValid() else document.characterCount()


def test_qt_does_not_go_on_in_large_steps(document: QTextDocument, qapp: QApplication) -> None:
    found = Laying(document)
    document.documentLayout().blockBoundingRect(document.begin())
    until = time.monotonic() + 0.1
    while time.monotonic() < until:
        qapp.processEvents()
    assert laid_out(document) < 10 * STEP
    assert not found.is_done


def test_each_step_lays_out_a_little_and_the_last_one_tells_the_size(
    document: QTextDocument,
) -> None:
    found, told, before = Laying(document), [], 0
    document.documentLayout().documentSizeChanged.connect(lambda size: told.append(size.height()))
    for _ in found.steps():
        now = laid_out(document)
        assert now - before < 5 * STEP
        before = now
    assert found.is_done
    at_once = document.clone()
    at_once.setTextWidth(400)
    assert told == [at_once.size().height()]


def test_a_place_in_a_long_text_is_shown_when_it_is_laid_out(
    session: Session, long_panes: PanePair, qtbot: QtBot
) -> None:
    panes = long_panes
    places = tuple(len(side.report.text) // 2 for side in both(session))
    panes.begin_at((places[0], places[1]))
    for side in Side:
        panes.pane(side)
    assert panes.starts is None  # which is not kept in place of the one to come
    qtbot.waitUntil(lambda: session.turns.is_done)
    assert panes.starts is not None
    for start, place in zip(panes.starts, places, strict=True):
        assert abs(start - place) < 100


def test_who_reads_on_meanwhile_stays_there(
    session: Session, long_panes: PanePair, qtbot: QtBot
) -> None:
    panes = long_panes
    left, right = (len(side.report.text) // 2 for side in both(session))
    panes.begin_at((left, right))
    bars = [panes.pane(side).verticalScrollBar() for side in Side]
    bars[0].setValue(40)
    assert [bar.value() for bar in bars] == [40, 40]
    qtbot.waitUntil(lambda: session.turns.is_done)
    assert bars[0].value() == 40


def both(session):
    assert session.comparison is not None
    return session.comparison.left, session.comparison.right
