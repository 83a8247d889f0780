"""Annotating all hits at once: one note each, one step, never twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.compare.annotation import Status
from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.ui.docks.hit_notes import HitNotes
from desktop.ui.search import annotating
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

WORDS = "养老床位"


@pytest.fixture
def form(desk: MainWindow) -> HitNotes:
    """Return the form, opened by its key over two hits."""
    desk.search.setText(WORDS)
    desk.actions_["annotate_hits"].trigger()
    return desk.docks.panels.hits.notes


def test_what_is_told_names_the_key_that_takes_it_back(
    qtbot: QtBot, desk: MainWindow, form: HitNotes
) -> None:
    desk.settings.keys = {"undo": ("F9",)}
    desk.take_keys()
    qtbot.keyClick(form.body, Qt.Key.Key_Return)
    assert "F9" in desk.message.text


def test_every_hit_is_given_the_note_by_keyboard_alone(
    qtbot: QtBot, desk: MainWindow, form: HitNotes, compared: Session
) -> None:
    assert form.isVisible()
    assert desk.focusWidget() is form.body
    qtbot.keyClicks(form.body, "bed")
    form.status.setCurrentIndex(list(Status).index(Status.QUOTE))
    qtbot.keyClick(form.body, Qt.Key.Key_Return)
    assert [note.anchors[0].quote for note in compared.annotations] == [WORDS] * 2
    assert {note.left is not None for note in compared.annotations} == {True, False}
    assert {(n.body, n.tags, n.status) for n in compared.annotations} == {
        ("bed", (WORDS,), Status.QUOTE)
    }
    assert not form.isVisible()
    assert "2" in desk.message.text


def test_all_of_them_are_one_step(form: HitNotes, desk: MainWindow, compared: Session) -> None:
    form.keep.click()
    assert len(compared.annotations) == 2
    desk.actions_["undo"].trigger()
    assert compared.annotations == ()
    desk.actions_["redo"].trigger()
    assert len(compared.annotations) == 2


def test_no_passage_is_given_the_same_note_twice(
    form: HitNotes, desk: MainWindow, compared: Session
) -> None:
    hit = compared.finder.hits[0]
    written = compared.annotate(hit.span, None)
    assert written is not None
    form.keep.click()
    assert len(compared.annotations) == 2
    desk.actions_["annotate_hits"].trigger()
    form.keep.click()
    assert len(compared.annotations) == 2  # and the words are the same, whatever the tags
    desk.actions_["annotate_hits"].trigger()
    form.body.setText("other words")
    form.keep.click()
    assert len(compared.annotations) == 4


def test_hits_of_a_pattern_are_annotated_when_it_has_been_looked_for(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    desk.actions_["find_pattern"].trigger()
    desk.search.setText(r"\d+张")
    desk.actions_["annotate_hits"].trigger()
    form = desk.docks.panels.hits.notes
    qtbot.waitUntil(form.isVisible)
    assert form.tags.text() == ""
    form.keep.click()
    assert {note.anchors[0].quote for note in compared.annotations} == {"300张", "420张"}


def test_escape_leaves_the_form_for_the_hits(
    qtbot: QtBot, desk: MainWindow, form: HitNotes, compared: Session
) -> None:
    qtbot.keyClick(form.body, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert desk.focusWidget() is desk.docks.panels.hits.lists[Side.LEFT]
    assert compared.annotations == ()


def test_a_narrow_form_takes_a_second_line(qtbot: QtBot, form: HitNotes, compared: Session) -> None:
    alone = HitNotes(compared)
    qtbot.addWidget(alone)
    with qtbot.waitExposed(alone):  # else the size that it comes up with may come last
        alone.open()
    alone.resize(900, 60)
    qtbot.waitUntil(lambda: abs(alone.keep.y() - alone.body.y()) < alone.body.height())
    alone.resize(330, 90)
    qtbot.waitUntil(lambda: alone.keep.y() >= alone.body.geometry().bottom())
    qtbot.waitUntil(lambda: alone.body.width() > 120)
    assert form.tags.text() == alone.tags.text()


def test_other_hits_put_the_form_away(form: HitNotes, desk: MainWindow) -> None:
    desk.search.setText("厂房")
    desk.search.look()
    assert not form.isVisible()


@pytest.mark.parametrize(("words", "told"), [("", "look for words"), (WORDS, "2 hits")])
def test_what_cannot_be_annotated_is_told_in_one_sentence(
    words: str, told: str, desk: MainWindow, compared: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotating, "MOST_AT_ONCE", 1)
    desk.search.setText(words)
    desk.search.look()
    with pytest.raises(UserError, match=told):
        annotating.check_hits(compared.finder.hits)
    assert compared.annotations == ()


def test_the_button_and_the_form_speak_both_languages(
    qtbot: QtBot, form: HitNotes, desk: MainWindow, translation: Translation
) -> None:
    button = desk.docks.panels.hits.annotate
    assert (form.keep.text(), button.text()) == ("Annotate 2 hits", "Annotate all")
    assert form.body.accessibleName() == "Words of the notes on all hits"
    translation.speak(Language.CHINESE)
    qtbot.waitUntil(lambda: form.keep.text() == "批注 2 处")
    assert form.body.accessibleName() == "全部查找结果的批注内容"
    assert button.text() == "批注全部"
