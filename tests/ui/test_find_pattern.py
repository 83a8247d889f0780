"""Regular expressions: found behind the window, told of when they are broken or have no end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolButton, QToolTip

from desktop.compare.model import Side
from desktop.text.span import Span
from desktop.ui.settings import Language
from desktop.ui.tasks import work

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

ALT = Qt.KeyboardModifier.AltModifier
ENDLESS = r"(\w|\w\w|，\w)*!"  # no line has one, and every way through it is tried


def selected(window: MainWindow) -> list[str]:
    session = window.session
    assert session.comparison is not None
    spans = {side: window.panes.selected_span(side) for side in Side}
    texts = {side: session.comparison.side(side).report.text for side in Side}
    return [span.of(texts[side]) if span is not None else "" for side, span in spans.items()]


def found(window: MainWindow) -> list[str]:
    session = window.session
    assert session.comparison is not None
    texts = {side: session.comparison.side(side).report.text for side in Side}
    return [hit.span.of(texts[hit.side]) for hit in session.finder.hits]


@pytest.fixture
def seeking(desk: MainWindow, compared: Session, press: Callable[..., None]) -> MainWindow:
    """Return the window with the small pair, looking for patterns."""
    press(Qt.Key.Key_R, ALT)
    assert desk.actions_["find_pattern"].isChecked()
    assert compared.finder.is_pattern
    assert desk.search.hasFocus()
    return desk


def test_what_is_wrong_with_a_pattern_is_said_while_it_is_typed(
    qtbot: QtBot, seeking: MainWindow
) -> None:
    qtbot.keyClicks(seeking.search, "[0-9")
    qtbot.waitUntil(lambda: seeking.search.count.text() == "!")
    assert "no regular expression" in QToolTip.text()
    warning = QColor(seeking.theme.revised.text)
    assert seeking.search.count.palette().windowText().color() == warning
    qtbot.keyClicks(seeking.search, "]")
    qtbot.waitUntil(lambda: seeking.search.count.text() not in {"!", ""})
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert seeking.search.count.palette().windowText().color() != warning


def test_a_key_makes_patterns_of_words_and_words_again(
    qtbot: QtBot, seeking: MainWindow, press: Callable[..., None]
) -> None:
    seeking.search.setText(r"床位\d+张")
    qtbot.waitUntil(lambda: found(seeking) == ["床位300张", "床位420张"])
    assert seeking.search.count.text() == "2"
    assert seeking.docks.hits.isVisible()
    press(Qt.Key.Key_R, ALT)
    assert not seeking.session.finder.is_pattern
    assert found(seeking) == []
    seeking.search.setText("养老床位")
    seeking.search.look()
    assert len(found(seeking)) == 2


def test_a_step_waits_until_the_pattern_has_been_found(qtbot: QtBot, seeking: MainWindow) -> None:
    seeking.search.setText(r"增长[\d.]+%")
    qtbot.keyClick(seeking.search, Qt.Key.Key_Return)  # sooner than anything is there
    qtbot.waitUntil(lambda: seeking.session.finder.at is not None)
    hits, first = found(seeking), seeking.session.finder.at or 0
    assert hits == ["增长5.1%", "增长6%", "增长5.6%", "增长5.5%"]
    assert hits[first] in selected(seeking)
    assert seeking.search.count.text() == f"{first + 1}/4"
    qtbot.keyClick(seeking.search, Qt.Key.Key_Return)
    assert hits[(first + 1) % 4] in selected(seeking)


def test_a_pattern_that_is_nowhere_is_told_of(qtbot: QtBot, seeking: MainWindow) -> None:
    seeking.search.setText(r"航天\d")
    qtbot.keyClick(seeking.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "in neither report" in seeking.message.text)
    assert seeking.search.count.text() == "0"


def test_a_broken_pattern_is_told_in_one_sentence_when_it_is_asked_for(
    qtbot: QtBot, seeking: MainWindow, translation: Translation
) -> None:
    seeking.search.setText("增长(")
    qtbot.waitUntil(lambda: seeking.search.count.text() == "!")
    assert not seeking.message.isVisible()  # it is being typed
    assert "no regular expression at character 3" in seeking.search.accessibleDescription()
    qtbot.keyClick(seeking.search, Qt.Key.Key_Return)
    assert "no regular expression" in seeking.message.text
    translation.speak(Language.CHINESE)
    seeking.actions_["find_next"].trigger()
    assert "不是有效的正则表达式" in seeking.message.text
    qtbot.waitUntil(lambda: seeking.search.placeholderText() == "正则表达式")
    seeking.search.setText("增长")
    qtbot.waitUntil(lambda: len(found(seeking)) == 4)


def test_what_was_told_of_a_pattern_goes_with_it(qtbot: QtBot, seeking: MainWindow) -> None:
    for after in ("增长", ""):
        seeking.search.setText("增长(")
        qtbot.waitUntil(lambda: seeking.search.count.text() == "!")
        qtbot.keyClick(seeking.search, Qt.Key.Key_Return)
        assert seeking.message.isVisible()
        seeking.search.setText(after)
        qtbot.waitUntil(lambda: not seeking.message.isVisible())
    seeking.search.setText("增长(")
    qtbot.waitUntil(lambda: seeking.search.count.text() == "!")
    qtbot.keyClick(seeking.search, Qt.Key.Key_Return)
    seeking.message.tell("Something else.")
    qtbot.keyClick(seeking.search, Qt.Key.Key_Escape)
    assert seeking.session.finder.text == ""
    assert seeking.message.isVisible()


def test_sign_in_the_field_shows_whether_patterns_are_looked_for(desk: MainWindow) -> None:
    action = desk.actions_["find_pattern"]
    button = next(one for one in desk.search.findChildren(QToolButton) if one.isCheckable())

    def has_ground() -> bool:
        drawn = button.grab().toImage()
        places = [(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
        inked = [drawn.pixelColor(x, y).name() == desk.theme.accent.lower() for x, y in places]
        return sum(inked) > 100  # pixels: more than the sign alone

    assert not has_ground()
    action.trigger()
    assert has_ground()
    action.trigger()
    assert not has_ground()


def test_a_pattern_without_an_end_is_given_up_and_the_window_answers_meanwhile(
    qtbot: QtBot, seeking: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "PATIENCE", 0.5)  # less than a process takes to start
    with qtbot.waitSignal(seeking.session.comparison_changed, timeout=60_000):
        seeking.files.open_sample()
    finder, beats = seeking.session.finder, 0

    def beat() -> None:
        nonlocal beats
        beats += 1

    heart = QTimer(seeking, interval=20)
    heart.timeout.connect(beat)
    heart.start()
    seeking.search.setText(ENDLESS)
    qtbot.waitUntil(lambda: finder.fault is not None, timeout=20_000)
    assert finder.fault is not None
    assert "takes too long" in finder.fault.en
    assert beats > 10
    seeking.search.setText(r"增长\d")  # and the next one is found
    qtbot.waitUntil(lambda: bool(finder.hits) and finder.fault is None, timeout=20_000)


def test_words_that_are_selected_are_looked_for_as_words(qtbot: QtBot, seeking: MainWindow) -> None:
    assert seeking.session.comparison is not None
    text = seeking.session.comparison.left.report.text
    pane = seeking.panes.pane(Side.LEFT)
    at = text.index("5.1%")
    pane.setFocus()
    pane.select_text(Span(at, at + 4))
    seeking.going.find()
    assert seeking.search.text() == r"5\.1%"
    qtbot.waitUntil(lambda: found(seeking) == ["5.1%"])


def test_the_field_shows_what_is_looked_for_and_its_buttons_have_names(
    seeking: MainWindow,
) -> None:
    names = {button.accessibleName() for button in seeking.search.findChildren(QToolButton)}
    assert {"Clear the search", "Find regular expressions"} <= names
    buttons = [b for b in seeking.search.findChildren(QToolButton) if b.isCheckable()]
    assert [button.isChecked() for button in buttons] == [True]
    assert buttons[0].text().replace("&", "") == "Find regular expressions"
