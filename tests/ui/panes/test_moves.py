"""Headings that have moved: what is said of them, and where it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.compare.model import Comparison, SectionLink, Side
from desktop.report.model import ParsedReport, Report, Role, Section
from desktop.text.span import Span
from desktop.ui.desk.moves import moves_of
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.panes.pane_pair import PanePair
    from desktop.ui.session import Session


def outline(*headings: str) -> ParsedReport:
    """Return a report of headings: those that begin with a blank stand below the one before."""
    text, sections = "", []
    above: int | None = None
    for number, line in enumerate(headings):
        heading = line.strip()
        marker, name = heading[: heading.find("|")], heading[heading.find("|") + 1 :]
        span = Span(len(text), len(text) + len(marker + name))
        text += marker + name + "\n"
        is_below = line.startswith(" ")
        parent = above if is_below else None
        above = above if is_below else number
        sections.append(Section(number, 1 + is_below, marker, name, span, parent, Role.PLAN))
    return ParsedReport(Report(text), tuple(sections), ())


LEFT = outline("二、|任务", " （一）|办好民生", " （二）|兴业", "三、|保障", " （一）|用地")
RIGHT = outline("二、|任务", " (二)|兴业", " （三）|办好民生", " （一）|用地", "|绿化")
MOVED = (
    SectionLink(1, 2, 0.9, moved=True),
    SectionLink(2, 1, 0.9, moved=True),
    SectionLink(4, 3, 0.8, moved=True),
    SectionLink(3, 4, 0.7, moved=True),
)
PAIR = Comparison(LEFT, RIGHT, MOVED, ())


def marks(side: Side) -> list[str]:
    return [move.mark for move in moves_of(PAIR, side)]


@pytest.mark.usefixtures("qapp")
def test_a_heading_tells_its_number_on_the_other_side() -> None:
    assert marks(Side.RIGHT) == [
        "↕ order changed",  # its number is the same, however wide its brackets
        "↕ moved from （一）",
        "↕ moved from 三、（一）",
        "↕ moved from 三、",
    ]
    assert marks(Side.LEFT)[:2] == ["↕ moved to （三）", "↕ order changed"]
    assert marks(Side.LEFT)[2] == "↕ moved to “绿化”"
    assert moves_of(PAIR, Side.RIGHT)[2].sentence.endswith("三、保障 › （一）用地")


def test_it_is_told_in_both_languages(translation: Translation) -> None:
    english = [move.sentence for move in moves_of(PAIR, Side.RIGHT)]
    translation.speak(Language.CHINESE)
    assert marks(Side.RIGHT)[1] == "↕ 由（一）移来"
    assert marks(Side.LEFT)[0] == "↕ 移至（三）"
    chinese = [move.sentence for move in moves_of(PAIR, Side.RIGHT)]
    assert all(a != b for a, b in zip(english, chinese, strict=True))


def test_a_pane_shows_it_beside_the_heading_and_tells_more(
    session: Session, panes: PanePair, qtbot: QtBot
) -> None:
    assert session.comparison is not None
    pane = panes.pane(Side.RIGHT)
    move = moves_of(session.comparison, Side.RIGHT)[-1]
    pane.scroll_to(move.span.start)
    pane.select_text(Span(move.span.start, move.span.start))
    line = pane.cursorRect().center()
    seen = pane.viewport().grab().toImage()
    behind = [seen.pixelColor(x, line.y()) for x in range(seen.width() // 2, seen.width() - 24)]
    assert len({colour.name() for colour in behind}) > 1
    event = QHelpEvent(QEvent.Type.ToolTip, line, pane.viewport().mapToGlobal(line + QPoint(80, 0)))
    QApplication.sendEvent(pane.viewport(), event)
    qtbot.waitUntil(lambda: QToolTip.text() == move.sentence)
    assert move.mark not in pane.toPlainText()
    QToolTip.hideText()


def test_a_click_on_the_mark_and_a_key_lead_to_the_other_heading(
    session: Session, panes: PanePair, qtbot: QtBot
) -> None:
    assert session.comparison is not None
    pane, other = panes.pane(Side.RIGHT), panes.pane(Side.LEFT)
    with qtbot.waitActive(panes):
        panes.activateWindow()
    move = moves_of(session.comparison, Side.RIGHT)[-1]
    pane.select_text(Span(move.span.end, move.span.end))
    pane.scroll_to(move.span.start)
    behind = pane.cursorRect().center() + QPoint(30, 0)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=behind)
    assert other.selected_span() == move.there
    assert other.shows(move.there)
    other.select_text(Span(0, 0))
    pane.select_text(Span(move.span.start, move.span.start))
    panes.focus(Side.RIGHT)
    assert panes.follow_move()
    assert other.selected_span() == move.there
    pane.select_text(Span(0, 0))
    panes.focus(Side.RIGHT)
    qtbot.waitUntil(lambda: panes.active_side is Side.RIGHT)
    assert not panes.follow_move()
