"""Tags are renamed, merged and taken off on all notes from the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from desktop.compare.model import Side
from desktop.paths import data_folder
from desktop.store import open_library
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.session import Session
from desktop.writers.contents import EVERYTHING
from desktop.writers.presets import PRESETS_FILE, keep_preset, own_presets
from tests.ui.test_putting_away import offered, pick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

TAGS = (("民生", "督查"), ("民生",), ("民政",))


@pytest.fixture
def tagged(desk: MainWindow) -> MainWindow:
    """Return the window with a note for each of TAGS."""
    for at, tags in enumerate(TAGS):
        desk.session.select(Side.RIGHT, at)
        note = desk.session.annotate_selection()
        assert note is not None
        desk.session.repairs.change_note(replace(note, body=f"第{at}条", tags=tags))
    return desk


def tags(window: MainWindow) -> list[tuple[str, ...]]:
    notes = sorted(window.session.annotations, key=lambda note: note.id)
    return [note.tags for note in notes]


def listed(window: MainWindow) -> int:
    """Return how many notes pass the filter."""
    view = window.docks.panels.annotations.list
    return sum(not view.isRowHidden(row) for row in range(len(TAGS)))


def test_a_tag_is_given_a_new_name_that_is_typed(qtbot: QtBot, tagged: MainWindow) -> None:
    tagged.docks.panels.annotations.filter.setText("民生")
    tagged.actions_["rename_tag"].trigger()
    first = offered(tagged)
    assert first.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "民生  2 notes"
    pick(tagged, "民生")
    picker = offered(tagged)
    picker.field.setText("民生、督查")
    assert picker.model.rowCount() == 0  # two tags are no name
    picker.field.setText(" 保障 ")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert tags(tagged) == [("保障", "督查"), ("保障",), ("民政",)]
    assert "“民生” is “保障” now, on 2 notes." in tagged.message.text
    assert listed(tagged) == 0
    tagged.undoing.undo()
    assert "change of a tag “民生 → 保障” (2)" in tagged.message.text
    assert tags(tagged) == list(TAGS)
    assert listed(tagged) == 2


def test_two_tags_are_merged_and_one_is_taken_off(tagged: MainWindow) -> None:
    tagged.tagging.rename()
    pick(tagged, "民政")
    pick(tagged, "民生")
    assert tags(tagged) == [("民生", "督查"), ("民生",), ("民生",)]
    assert "“民政” is part of “民生” now, on 1 note." in tagged.message.text
    tagged.tagging.remove()
    pick(tagged, "民生")
    assert tags(tagged) == [("督查",), (), ()]
    assert "“民生” is taken off 3 notes." in tagged.message.text
    tagged.undoing.undo()
    tagged.undoing.undo()
    assert tags(tagged) == list(TAGS)


def test_another_window_sees_the_tag_and_what_is_typed_meanwhile_is_saved(
    qtbot: QtBot, tagged: MainWindow
) -> None:
    editor = tagged.docks.panels.annotations.editor
    tagged.docks.panels.annotations.show_note(tagged.session.annotations[0].id)
    other = Session(open_library(tagged.session.exchange.library))
    assert other.repairs.retag("民生", "保障") == 2
    qtbot.waitUntil(lambda: tags(tagged)[1] == ("保障",))
    editor.body.setPlainText("还没存完")
    tagged.tagging.rename()  # which saves it first
    pick(tagged, "保障")
    pick(tagged, "督查")
    assert len(tagged.session.annotations) == len(TAGS)
    assert "还没存完" in {note.body for note in tagged.session.annotations}
    other.close()


def test_without_tags_none_can_be_renamed(desk: MainWindow) -> None:
    desk.tagging.rename()
    assert desk.message.text == "No note has a tag."


@pytest.fixture
def _presets() -> Iterator[None]:
    """Leave no presets to other tests."""
    yield
    (data_folder() / PRESETS_FILE).unlink()


def asked_for() -> list[frozenset[str]]:
    return [contents.tags for contents in own_presets(data_folder()).values()]


@pytest.mark.usefixtures("_presets")
def test_presets_ask_for_the_name_that_a_tag_has_now(tagged: MainWindow) -> None:
    for name in ("民生", "民政"):
        keep_preset(data_folder(), name, replace(EVERYTHING, tags=frozenset({name})))
    tagged.session.repairs.retag("民生", "保障")
    assert asked_for() == [{"民政"}, {"保障"}]
    tagged.undoing.undo()
    assert {"民生"} in asked_for()
    assert {"保障"} not in asked_for()
    tagged.session.repairs.retag("民生", "民政")
    assert asked_for() == [{"民政"}, {"民政"}]
    tagged.undoing.undo()  # which of them asked for both is not known: no note is left out
    assert asked_for() == [{"民生", "民政"}, {"民生", "民政"}]
    tagged.undoing.redo()
    assert asked_for() == [{"民政"}, {"民政"}]


@pytest.mark.usefixtures("_presets")
def test_tag_of_a_preset_that_was_taken_off_all_notes_is_not_offered(tagged: MainWindow) -> None:
    keep_preset(data_folder(), "我的", replace(EVERYTHING, tags=frozenset({"民生", "民政"})))
    tagged.session.repairs.retag("民生", "")
    tagged.exporting.export()
    dialog = tagged.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    boxes = [box.text() for box in dialog.form.tags.findChildren(QCheckBox)]
    assert boxes == ["民政", "督查", "Without a tag"]
    dialog.reject()
