"""What is typed into a note is on the disk when the window says so, and nowhere lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.compare.annotation import Status
from desktop.compare.decisions import confirm
from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.store import open_library
from desktop.store.opening import restore_open
from desktop.store.records.drafts import keep
from desktop.text.span import Span
from desktop.ui.commands import noting
from desktop.ui.desk.repairs import Repairs
from desktop.ui.docks import note_editor
from desktop.ui.library.drafts import Drafts
from desktop.ui.session import Session
from tests.ui.held import SHIFT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.store import Library
    from desktop.ui.docks.note_editor import NoteEditor
    from desktop.ui.main_window import MainWindow

SEEN = 2_000  # milliseconds within which a window shows what another one wrote


@pytest.fixture
def editor(desk: MainWindow, compared: Session) -> NoteEditor:
    """Return the editor with a new note in it."""
    compared.select(Side.LEFT, 0)
    desk.noting.annotate()
    return desk.docks.panels.annotations.editor


@pytest.fixture
def other(editor: NoteEditor, library: Path) -> Iterator[Library]:  # noqa: ARG001 - its note is there
    """Return the library as another window has it."""
    with open_library(library) as opened:
        yield opened


@pytest.fixture
def draft(
    qtbot: QtBot, editor: NoteEditor, other: Library, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], None]:
    """Return a way to type words that are kept as a draft, and not saved yet."""
    monkeypatch.setattr(note_editor, "PAUSE", 60_000)

    def draft(words: str) -> None:
        qtbot.keyClicks(editor.body, words)
        qtbot.waitUntil(lambda: len(other.drafts()) == 1, timeout=2 * note_editor.DRAFT)

    return draft


def full(*_: object) -> None:
    raise UserError("The disk is full.", "磁盘已满。")


def test_saved_is_said_when_the_words_are_on_the_disk_and_not_before(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor, other: Library
) -> None:
    editor.body.insertPlainText("旧改")
    assert editor.state.text() == "Not saved yet"
    assert desk.status.notes.text() == "Notes: 1"  # and nothing of their being saved
    assert other.all_annotations()[0].body == ""
    qtbot.waitUntil(lambda: editor.state.text() == "Saved", timeout=1_000)
    assert other.all_annotations()[0].body == "旧改"


def test_words_typed_without_a_pause_are_kept_as_a_draft_until_they_are_saved(
    editor: NoteEditor, other: Library, draft: Callable[[str], None]
) -> None:
    draft("in full flow")
    assert other.drafts()[0].body == "in full flow"
    assert editor.state.text() == "Not saved yet"
    editor.save()
    assert other.drafts() == ()


def test_what_was_typed_when_the_program_was_killed_is_taken_up_at_the_next_start(
    compared: Session, other: Library
) -> None:
    note = other.all_annotations()[0]
    other.keep_draft(note, "killed here")
    assert compared.drafts.take_up() == 0  # somebody is typing it
    at = other.clock() - timedelta(minutes=1)
    other.clock = lambda: at
    other.keep_draft(note, "killed here")
    assert compared.drafts.take_up() == 1
    assert other.all_annotations()[0].body == "killed here"
    assert other.drafts() == ()
    other.undo()
    assert other.all_annotations()[0].body == ""


def test_what_is_typed_is_of_who_types_it_and_what_is_ticked_is_nobodys(
    compared: Session, editor: NoteEditor, other: Library
) -> None:
    compared.repairs.author = "林"
    editor.tags.setText("民生")
    editor.tags.textEdited.emit("民生")
    editor.set_status(Status.CONFIRMED)
    (ticked,) = other.all_annotations()
    assert (ticked.tags, ticked.author, ticked.editor) == (("民生",), "", "")
    editor.body.insertPlainText("已核")
    editor.set_status(Status.QUOTE)
    (typed,) = other.all_annotations()
    assert (typed.body, typed.author, typed.editor) == ("已核", "", "林")
    compared.repairs.undo()
    assert other.all_annotations()[0].editor == ""


def test_what_was_typed_when_the_program_was_killed_is_of_who_typed_it(
    compared: Session, editor: NoteEditor, other: Library, draft: Callable[[str], None]
) -> None:
    compared.repairs.author = "林"
    draft("killed here")
    (left,) = other.drafts()
    assert left.note.editor == "林"
    with other.writing() as db:
        keep(db, left.note, left.body, other.clock() - timedelta(minutes=1))
    editor.body.undo()
    compared.repairs.author = "赵"
    assert compared.drafts.take_up() == 1
    (taken,) = other.all_annotations()
    assert (taken.body, taken.editor) == ("killed here", "林")


def test_who_begins_anew_at_once_finds_what_was_typed_and_who_types_is_left_alone(
    qtbot: QtBot, desk: MainWindow, other: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = other.clock() + timedelta(hours=1)
    other.clock = lambda: now  # the clock was set back since
    killed = other.all_annotations()[0]
    anchors = {"left": killed.left, "right": killed.right}
    typed = other.add_annotation("", **anchors)
    for note in (killed, typed):
        other.keep_draft(note, "half a sen")
    monkeypatch.setattr(noting, "LEFT", timedelta(milliseconds=100))
    desk.noting.take_up_drafts()
    assert desk.message.text == ""
    other.clock = lambda: now + timedelta(seconds=1)
    other.keep_draft(typed, "half a sentence")  # in another window, which lives
    qtbot.waitUntil(lambda: bool(desk.message.text))
    assert desk.message.text.endswith("What was typed last has been saved, notes: 1.")
    assert {note.body for note in other.all_annotations()} == {"half a sen", ""}
    assert [draft.body for draft in other.drafts()] == ["half a sentence"]


def test_what_was_taken_up_is_told_beside_the_pair_that_is_only_coming(
    qtbot: QtBot, desk: MainWindow, compared: Session, other: Library
) -> None:
    at = other.clock() - timedelta(minutes=1)
    other.clock = lambda: at
    other.keep_draft(other.all_annotations()[0], "killed here")
    compared.comparer.swap()
    desk.noting.take_up_drafts()
    with qtbot.waitSignal(compared.comparison_changed):
        pass
    assert not desk.message.isHidden()
    assert "What was typed last has been saved" in desk.message.text


def test_a_window_opens_also_where_what_was_typed_cannot_be_saved(
    desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Drafts, "take_up", full)
    desk.noting.take_up_drafts()
    assert desk.message.text == "The disk is full."


def test_what_was_typed_into_a_note_that_another_window_removed_is_a_new_note_at_the_next_start(
    compared: Session, other: Library
) -> None:
    note = other.all_annotations()[0]
    now = other.clock()
    other.clock = lambda: now - timedelta(minutes=1)
    other.keep_draft(note, "killed here")
    other.remove_annotation(note.id)
    assert compared.drafts.take_up() == 1
    (new,) = other.all_annotations()
    assert (new.body, new.left) == ("killed here", note.left)
    assert compared.drafts.take_up() == 0


def test_words_that_are_taken_back_are_not_written_at_the_next_start(
    qtbot: QtBot,
    editor: NoteEditor,
    other: Library,
    draft: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draft("no good")
    monkeypatch.setattr(note_editor, "PAUSE", 100)
    editor.body.undo()
    assert editor.body.toPlainText() == ""
    qtbot.waitUntil(lambda: editor.state.text() == "", timeout=1_000)
    assert other.drafts() == ()


def test_words_that_are_taken_back_and_cannot_be_forgotten_are_tried_again(
    qtbot: QtBot,
    editor: NoteEditor,
    other: Library,
    draft: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(note_editor, "AGAIN", 100)
    draft("no good")
    editor.body.undo()
    with monkeypatch.context() as broken:
        broken.setattr(Drafts, "drop", full)
        assert not editor.save()
        assert editor.state.text().startswith("Not saved:")
    qtbot.waitUntil(lambda: editor.state.text() == "", timeout=1_000)
    assert other.drafts() == ()


def test_words_kept_beside_another_window_s_leave_no_draft_that_would_replace_those(
    editor: NoteEditor, other: Library, draft: Callable[[str], None]
) -> None:
    draft("mine")
    other.change_annotation(replace(other.all_annotations()[0], body="theirs"))
    editor._keep_draft()  # typing has gone on meanwhile
    assert editor.save()
    assert {note.body for note in other.all_annotations()} == {"mine", "theirs"}
    assert other.drafts() == ()


def test_words_that_cannot_be_written_stay_and_are_written_as_soon_as_they_can(
    qtbot: QtBot,
    desk: MainWindow,
    editor: NoteEditor,
    other: Library,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(note_editor, "AGAIN", 100)
    with monkeypatch.context() as broken:
        broken.setattr(Repairs, "change_note", full)
        qtbot.keyClicks(editor.body, "do not lose me")
        qtbot.waitUntil(lambda: editor.state.text().startswith("Not saved:"), timeout=1_000)
        assert desk.message.text == "The disk is full."
        editor.show_note(None)
        desk.message.hide()  # who has read that
        assert not desk.close()
        assert desk.message.isVisible()
        assert "Close the window once more" in desk.message.text
        assert editor.body.toPlainText() == "do not lose me"
    qtbot.waitUntil(lambda: other.all_annotations()[0].body == "do not lose me", timeout=1_000)
    assert editor.state.text() == "Saved"
    assert not desk.message.isVisible()  # its sentence is true no longer
    with monkeypatch.context() as broken:  # once more, of which nobody was told yet
        broken.setattr(Repairs, "change_note", full)
        qtbot.keyClicks(editor.body, " either")
        assert not desk.close()
        assert editor.body.toPlainText() == "do not lose me either"


def test_delete_removes_the_notes_that_are_chosen_in_the_list_and_undo_brings_each_back(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    for words in ("first", "second", "third"):
        compared.repairs.change_note(replace(compared.annotate(Span(0, 3), None), body=words))
    panel = desk.docks.panels.annotations
    desk.docks.go_to("annotations")
    qtbot.waitUntil(panel.list.hasFocus)
    press(Qt.Key.Key_Down, SHIFT)
    wanted = {note.body for note in panel.chosen}
    assert len(wanted) == 2
    press(Qt.Key.Key_Delete)
    assert {note.body for note in compared.annotations} == {"first", "second", "third"} - wanted
    assert "Notes removed: 2" in desk.message.text
    for count in (2, 3):
        desk.actions_["undo"].trigger()
        assert len(compared.annotations) == count


def test_the_note_of_the_sentence_at_hand_is_removed_by_a_command(
    qtbot: QtBot, desk: MainWindow, press: Callable[..., None], editor: NoteEditor
) -> None:
    qtbot.keyClicks(editor.body, "to ask")
    desk.panes.pane(Side.LEFT).setFocus()
    press(Qt.Key.Key_Delete)  # which is no key of the text
    assert len(desk.session.annotations) == 1
    desk.actions_["remove_note"].trigger()
    assert not desk.session.annotations
    desk.actions_["remove_note"].trigger()
    assert "no note on this sentence" in desk.message.text


def test_a_note_that_cannot_be_deleted_stays_and_so_does_what_is_typed_into_it(
    qtbot: QtBot,
    desk: MainWindow,
    editor: NoteEditor,
    other: Library,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    qtbot.keyClicks(editor.body, "do not lose me")
    with monkeypatch.context() as broken:
        broken.setattr(Repairs, "remove_note", full)
        editor.delete.click()
    assert desk.message.text == "The disk is full."
    assert editor.note is not None
    qtbot.waitUntil(lambda: other.all_annotations()[0].body == "do not lose me", timeout=1_000)


def test_no_other_note_is_chosen_while_one_cannot_be_saved(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClicks(editor.body, "one")
    desk.session.select(Side.LEFT, 3)
    desk.noting.annotate()
    qtbot.keyClicks(editor.body, "two")
    assert editor.save()
    chosen = desk.docks.panels.annotations.list

    def click(words: str) -> None:
        rows = (chosen.model().index(row, 0) for row in range(2))
        place = next(chosen.visualRect(row) for row in rows if row.data() == words)
        qtbot.mouseClick(chosen.viewport(), Qt.MouseButton.LeftButton, pos=place.center())

    with monkeypatch.context() as broken:
        broken.setattr(Repairs, "change_note", full)
        qtbot.keyClicks(editor.body, " and more")
        click("one")
        qtbot.waitUntil(lambda: chosen.currentIndex().data() == "two")
        assert editor.body.toPlainText() == "two and more"
    click("one")
    assert editor.body.toPlainText() == chosen.currentIndex().data() == "one"


def test_what_another_window_wrote_is_shown_within_two_seconds(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor, other: Library, compared: Session
) -> None:
    other.change_annotation(replace(other.all_annotations()[0], body="from elsewhere"))
    qtbot.waitUntil(lambda: editor.body.toPlainText() == "from elsewhere", timeout=SEEN)
    assert compared.annotations[0].body == "from elsewhere"
    other.remove_annotation(compared.annotations[0].id)
    qtbot.waitUntil(lambda: compared.annotations == (), timeout=SEEN)
    assert not desk.docks.panels.annotations.editor.isVisible()


def test_a_note_that_both_windows_change_is_kept_in_both_versions(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor, other: Library
) -> None:
    note = other.all_annotations()[0]
    qtbot.keyClicks(editor.body, "mine")
    other.change_annotation(replace(note, body="theirs"))
    editor.save()
    assert {a.body for a in other.all_annotations()} == {"mine", "theirs"}
    assert editor.state.text().startswith("Changed in another window")
    assert editor.note is not None
    assert editor.note.id != note.id
    panel = desk.docks.panels.annotations
    assert panel.list.currentIndex().row() == panel.model.position(editor.note.id)


def test_words_typed_into_a_note_that_another_window_removed_are_kept_as_a_new_one(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor, other: Library
) -> None:
    note = other.all_annotations()[0]
    qtbot.keyClicks(editor.body, "mine")
    other.remove_annotation(note.id)
    qtbot.waitUntil(lambda: bool(other.all_annotations()), timeout=SEEN)
    (kept,) = other.all_annotations()
    assert (kept.body, kept.left) == ("mine", note.left)
    assert editor.state.text().startswith("Removed in another window")
    assert editor.note is not None
    assert editor.note.id == kept.id
    panel = desk.docks.panels.annotations
    assert panel.list.currentIndex().row() == panel.model.position(kept.id)
    qtbot.keyClicks(editor.body, "!")
    assert editor.save()
    assert [one.body for one in other.all_annotations()] == ["mine!"]


def test_words_typed_into_the_only_note_stay_when_its_removal_is_seen_before_they_are_saved(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor, other: Library
) -> None:
    editor.body.setFocus()
    qtbot.keyClicks(editor.body, "mine")
    other.remove_annotation(other.all_annotations()[0].id)
    desk.session.watch.look()
    assert editor.isVisible()
    assert editor.body.toPlainText() == "mine"
    assert editor.save()
    assert [one.body for one in other.all_annotations()] == ["mine"]
    assert editor.note is not None
    assert editor.isEnabled()


def test_words_are_kept_with_their_pair_when_another_window_restores_a_backup_without_it(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor, other: Library, tmp_path: Path
) -> None:
    with open_library(tmp_path / "empty.sqlite3") as empty:
        backup = empty.back_up()
    qtbot.keyClicks(editor.body, "mine")
    assert editor.save()
    restore_open(other, backup)
    qtbot.keyClicks(editor.body, "!")
    assert editor.save()
    assert [one.body for one in other.all_annotations()] == ["mine!"]
    assert [one.body for one in desk.session.annotations] == ["mine!"]


def test_keyboard_goes_back_to_the_text_when_another_window_removes_the_note_that_has_it(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor, other: Library
) -> None:
    qtbot.keyClicks(editor.body, "mine")
    assert editor.save()
    other.remove_annotation(other.all_annotations()[0].id)
    qtbot.waitUntil(lambda: editor.note is None, timeout=SEEN)
    qtbot.waitUntil(lambda: desk.panes.isAncestorOf(QApplication.focusWidget()))


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ("甲\u00a0乙", ()),
        ("第一行\r\n第二行", ()),
        ("第一行\u2028第二行", ()),
        ("", ("民生;督查",)),
        ("", (" 民生 ",)),
    ],
)
def test_a_note_that_is_only_looked_at_stays_as_it_is(
    editor: NoteEditor, other: Library, body: str, tags: tuple[str, ...]
) -> None:
    before = other.change_annotation(replace(other.all_annotations()[0], body=body, tags=tags))
    editor.show_note(before)
    editor.save()
    editor.show_note(None)
    assert other.all_annotations() == (before,)


def test_a_field_that_nobody_touched_stays_when_another_is_changed(
    editor: NoteEditor, other: Library, compared: Session
) -> None:
    note = replace(other.all_annotations()[0], body="甲\u00a0乙", tags=("民生;督查",))
    editor.show_note(compared.repairs.change_note(note))
    editor.tags.setText("工业")
    editor.save()
    editor.set_status(Status.QUOTE)
    kept = other.all_annotations()[0]
    assert (kept.body, kept.tags, kept.status) == ("甲\u00a0乙", ("工业",), Status.QUOTE)
    editor.body.appendPlainText("丙")
    editor.save()
    assert other.all_annotations()[0].body == "甲 乙\n丙"


def test_what_is_undone_is_shown_in_the_editor_and_not_written_anew(
    qtbot: QtBot, editor: NoteEditor, compared: Session
) -> None:
    qtbot.keyClicks(editor.body, "a word too many")
    editor.save()
    compared.repairs.undo()
    assert editor.body.toPlainText() == ""
    editor.save()
    assert compared.annotations[0].body == ""


def test_what_is_done_after_the_note_was_left_is_undone_before_it(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor, compared: Session
) -> None:
    assert compared.comparison is not None
    with qtbot.waitActive(desk):
        desk.activateWindow()
    editor.body.setFocus()
    qtbot.keyClicks(editor.body, "check")
    assert editor.state.text() == "Not saved yet"
    desk.going.other_pane()
    assert editor.state.text() == "Saved"
    compared.repairs.decide(confirm(compared.comparison, [(Side.LEFT, 1)]))
    assert compared.repairs.decisions
    compared.repairs.undo()
    assert not compared.repairs.decisions
    assert compared.annotations[0].body == "check"


def test_decisions_and_corrections_of_another_window_are_followed(
    qtbot: QtBot, compared: Session, library: Path, pair: tuple[Path, Path]
) -> None:
    elsewhere = Session(open_library(library))
    with qtbot.waitSignal(elsewhere.comparison_changed):
        elsewhere.open_pair(*pair)
    assert elsewhere.comparison is not None
    with qtbot.waitSignal(compared.comparison_changed, timeout=SEEN):
        elsewhere.repairs.decide(confirm(elsewhere.comparison, [(Side.LEFT, 1)]))
    assert compared.repairs.decisions == elsewhere.repairs.decisions != ()
    elsewhere.close()


def test_quote_of_a_whole_report_takes_no_more_room_than_that_of_a_sentence(
    compared: Session, editor: NoteEditor
) -> None:
    now = compared.comparison
    assert now is not None
    whole = compared.annotate(Span(0, len(now.left.report.text)), None)
    sentence = compared.annotate(now.left.statements[0].span, None)
    assert whole is not None
    heights = []
    for note in (sentence, whole):
        editor.show_note(note)
        heights.append(editor.sizeHint().height())
    line = editor.fontMetrics().lineSpacing()
    assert heights[1] - heights[0] < 4 * line < whole.anchors[0].quote.count("\n") * line
