"""The export dialog: what is ticked is what goes in, and what is shown is what will be written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
)

from desktop.compare.model import Relation, Side
from desktop.paths import data_folder
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.export_presets import given_presets
from desktop.ui.settings import Language
from desktop.writers.contents import (
    EVERYTHING,
    NO_TAG,
    PRESETS,
    Chapters,
    Confirmation,
    Contents,
    Kind,
    Look,
)
from desktop.writers.labels import PRESET_NAMES
from desktop.writers.presets import PRESETS_FILE, keep_preset, own_presets
from desktop.writers.sheets import compose
from desktop.writers.text import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings


@pytest.fixture
def dialog(
    qtbot: QtBot, compared: Session, settings: Settings, tmp_path: Path
) -> Iterator[ExportDialog]:
    comparison = compared.comparison
    assert comparison is not None
    settings.folder = str(tmp_path)
    compared.select(Side.RIGHT, 3)
    note = compared.annotate_selection()
    assert note is not None
    compared.repairs.change_note(replace(note, body="请核对", tags=("督查", "工业")))
    made = ExportDialog(comparison, compared.annotations, settings, "zh")
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


@pytest.mark.parametrize("contents", [EVERYTHING, *PRESETS.values()])
def test_the_form_says_what_it_was_given(dialog: ExportDialog, contents: Contents) -> None:
    dialog.form.show_contents(contents)
    assert dialog.contents == contents
    other = replace(
        contents,
        kinds=(Kind.COMMENTS,),
        tags=frozenset({"工业"}),
        side=Side.LEFT,
        look=Look.PLAIN,
        chapters=Chapters.SECTION,
        search="厂房",
        confirmation=Confirmation.CONFIRMED,
        only_noted=True,
        has_notes=False,
        is_broad=False,
        has_highlights=False,
    )
    dialog.form.show_contents(other)
    assert dialog.contents == other


def test_the_preview_shows_the_document(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.form.show_contents(Contents(kinds=(Kind.MEMO,), look=Look.PLAIN))
    qtbot.waitUntil(lambda: "对照分析" in dialog.preview.toPlainText())
    assert "出台低空经济三年行动方案" in dialog.preview.toPlainText()
    dialog.form.kinds.choose((Kind.TARGETS,))
    qtbot.waitUntil(lambda: "目标对照表" in dialog.preview.toPlainText())


def test_the_preview_loads_nothing(dialog: ExportDialog, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"x")
    assert dialog.preview.loadResource(2, QUrl.fromLocalFile(str(picture))) is None


def test_without_a_kind_or_a_name_nothing_can_be_exported(dialog: ExportDialog) -> None:
    assert dialog.export.isEnabled()
    dialog.form.kinds.choose(())
    assert not dialog.export.isEnabled()
    dialog.form.kinds.choose((Kind.TABLE,))
    dialog.file.clear()
    assert not dialog.export.isEnabled()


@pytest.mark.parametrize("name", ["", " ", "/", ".", "..", "../.."])
def test_what_is_no_name_of_a_file_cannot_be_exported_to(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    proposed: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *given, **_: proposed.append(given[2]) or ("", "")
    )
    dialog.file.setText(name)
    assert not dialog.export.isEnabled()
    dialog.browse.click()
    dialog.file.setText("对照")
    assert dialog.export.isEnabled()
    dialog.browse.click()
    assert proposed == [str(tmp_path), str(tmp_path / "对照.docx")]


def test_a_name_that_is_too_long_is_left_to_who_writes(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.file.setText("对" * 200)
    with qtbot.waitSignal(dialog.accepted):
        dialog.export.click()


def test_the_name_is_proposed_until_it_is_given(dialog: ExportDialog, tmp_path: Path) -> None:
    assert dialog.path == tmp_path / "云溪县政府工作报告对照表 2024.docx"
    dialog.form.kinds.choose((Kind.MEMO,))
    assert dialog.path == tmp_path / "云溪县政府工作报告对照分析 2024.docx"
    dialog.form.kinds.choose((Kind.COMMENTS,))
    dialog.form.side.setCurrentIndex(0)
    assert dialog.path == tmp_path / "云溪县政府工作报告批注稿 2023.docx"
    dialog.file.setText("我的.文稿")
    dialog.form.kinds.choose((Kind.TABLE,))
    dialog.format.setCurrentIndex(dialog.format.findData("pdf"))
    assert dialog.path == tmp_path / "我的.文稿.pdf"


def test_the_file_goes_nowhere_that_depends_on_how_the_program_was_started(
    desk: MainWindow, settings: Settings
) -> None:
    assert desk.session.comparison is not None
    made = ExportDialog(desk.session.comparison, (), settings, "zh", desk)
    assert made.path.is_absolute()
    made.reject()
    made.deleteLater()


def test_what_the_list_shows_is_taken_over(dialog: ExportDialog) -> None:
    shown = Contents(
        relations=frozenset({Relation.NEW}),
        search="低空",
        confirmation=Confirmation.OPEN,
        tags=frozenset({"工业"}),
        only_noted=True,
    )
    dialog.set_shown(shown)
    dialog.form.as_list.click()
    assert dialog.contents == shown
    assert dialog.contents.relations == {Relation.NEW}
    assert dialog.contents.search == "低空"


def test_choices_are_kept_under_a_name(dialog: ExportDialog) -> None:
    mine = Contents(kinds=(Kind.WORDING,), tags=frozenset({"督查"}))
    keep_preset(data_folder(), "我的", mine)
    assert own_presets(data_folder()) == {"我的": mine}
    dialog._fill_presets()
    dialog.presets.setCurrentText("我的")
    dialog._on_preset_chosen(dialog.presets.currentIndex())
    assert dialog.contents == mine
    assert dialog.forget.isEnabled()
    dialog.forget.click()
    assert own_presets(data_folder()) == {}


def test_presets_that_could_not_be_read_are_told_of_once(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = data_folder() / PRESETS_FILE
    file.write_text("{", encoding="utf-8")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("我的", True))
    dialog.keep.click()
    assert not dialog.told.isHidden()
    assert dialog.told.text().endswith("their file is now presets-damaged-1.json.")
    assert (data_folder() / "presets-damaged-1.json").read_text("utf-8") == "{"
    assert list(own_presets(data_folder())) == ["我的"]
    dialog.forget.click()
    (aside,) = data_folder().glob("presets-*")
    aside.unlink()


def test_without_a_tag_no_note_goes_in_and_with_all_of_them_every_one(
    dialog: ExportDialog, compared: Session
) -> None:
    now, notes = compared.comparison, compared.annotations
    assert now is not None

    def notes_in() -> bool:
        document = compose(now, notes, replace(dialog.contents, kinds=(Kind.MEMO,)), "zh")
        return "请核对" in to_plain(document).decode()

    assert notes_in()
    dialog.form.tags.choose(())
    assert not notes_in()
    before = dialog.contents
    dialog.form.show_contents(before)
    assert dialog.contents == before
    dialog.form.show_contents(EVERYTHING)
    assert dialog.form.tags.boxes[NO_TAG].text() == "Without a tag"
    dialog.form.tags.choose(("工业", "督查", NO_TAG))
    assert dialog.contents.tags == frozenset()
    dialog.form.tags.choose((NO_TAG,))
    assert not notes_in()
    dialog.form.tags.choose(("工业", "督查"))  # and not those that have no tag yet
    assert notes_in()
    assert dialog.contents.tags == {"工业", "督查"}


def test_preset_of_a_tag_that_no_note_has_lets_no_note_in(
    qtbot: QtBot, dialog: ExportDialog, compared: Session, settings: Settings
) -> None:
    assert compared.comparison is not None
    mine = Contents(kinds=(Kind.MEMO,), tags=frozenset({"民生"}))
    keep_preset(data_folder(), "我的", mine)
    dialog.reject()
    made = ExportDialog(compared.comparison, compared.annotations, settings, "zh")
    qtbot.addWidget(made)
    made.presets.setCurrentText("我的")
    made._on_preset_chosen(made.presets.currentIndex())
    assert made.contents == mine
    made.reject()
    keep_preset(data_folder(), "我的", None)


@pytest.mark.parametrize(
    ("chosen", "file"), [("甲.docx", "甲.pdf"), ("甲.v2", "甲.v2.pdf"), ("甲", "甲.pdf")]
)
def test_file_that_was_chosen_follows_the_format(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, file: str
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / chosen), "")
    )
    dialog.browse.click()
    dialog.format.setCurrentIndex(dialog.format.findData("pdf"))
    assert dialog.path == tmp_path / file


def test_format_follows_the_file_that_was_chosen(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "甲.XLSX"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(chosen), ""))
    dialog.browse.click()
    assert dialog.path == tmp_path / "甲.xlsx"


def test_a_file_is_replaced_only_when_asked(
    qtbot: QtBot, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.path.write_bytes(b"old")
    answers: list[str] = []

    def answer(box: QMessageBox) -> int:
        answers.append(box.text())
        wanted = QMessageBox.ButtonRole.RejectRole if len(answers) == 1 else None
        for button in box.buttons():
            if (box.buttonRole(button) is QMessageBox.ButtonRole.RejectRole) == (
                wanted is not None
            ):
                button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    dialog.accept()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()
    assert len(answers) == 2


@pytest.mark.parametrize("language", Language)
def test_everything_has_a_name_in_every_language(
    desk: MainWindow, settings: Settings, translation: Translation, language: Language
) -> None:
    translation.speak(language)
    assert desk.session.comparison is not None
    made = ExportDialog(desk.session.comparison, (), settings, "zh", desk)
    is_chinese = language is Language.CHINESE
    names = PRESET_NAMES.values()
    assert list(given_presets()) == [words.zh if is_chinese else words.en for words in names]
    for kind in (QComboBox, QAbstractButton, QLineEdit):
        for widget in made.findChildren(kind):
            if not widget.objectName().startswith("qt_") and widget.parent() is not None:
                has_text = isinstance(widget, QAbstractButton) and widget.text()
                is_part = isinstance(widget.parent(), QLineEdit | QComboBox)
                assert widget.accessibleName() or has_text or is_part
    made.reject()
    made.deleteLater()


def test_keys_lead_past_all_boxes_to_the_format_and_the_file(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    for key, field in ((Qt.Key.Key_L, dialog.file), (Qt.Key.Key_F, dialog.format)):
        qtbot.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
        assert field.hasFocus()
