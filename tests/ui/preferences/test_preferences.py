"""The preferences: author, language, theme, sizes, colours, and how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QIcon
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QLabel

from desktop.compare.model import Relation, Side
from desktop.compare.options import DEFAULT, Options
from desktop.ui.look.badges import icon_size, legend_icon
from desktop.ui.look.chrome_size import CHROME_SIZE, LARGEST_CHROME, set_chrome_size
from desktop.ui.look.theme import DARK, LEAST_CONTRAST, LIGHT, THEMES, contrast, with_colours
from desktop.ui.look.typefaces import LARGEST_SIZE, READING_SIZE
from desktop.ui.panes.faces import Faces
from desktop.ui.panes.mark_painter import MarkPainter
from desktop.ui.preferences.dialog import COMPARING, LOOKS, Preferences
from desktop.ui.settings import Language, Settings, ThemeChoice
from desktop.writers.signs import Badge

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def test_preferences_open_once_and_stand_beside_the_window(
    dialog: Preferences, window: MainWindow
) -> None:
    assert not dialog.isModal()
    window.actions_["preferences"].trigger()
    assert len(window.findChildren(Preferences)) == 1


def test_author_signs_notes_and_decisions(
    dialog: Preferences, window: MainWindow, compared: Session, settings: Settings
) -> None:
    dialog.general.author.setText("林望舒")
    dialog.general.author.textEdited.emit("林望舒")
    assert settings.author == "林望舒"
    compared.select_row(compared.differences[0])
    note = compared.annotate_selection()
    assert note is not None
    assert note.author == "林望舒"
    window.deciding.confirm()
    assert [decision.author for decision in compared.repairs.decisions] == ["林望舒"]


def test_language_is_chosen_and_the_preferences_speak_it(
    qtbot: QtBot, dialog: Preferences, window: MainWindow, settings: Settings
) -> None:
    box = dialog.general.language
    box.setCurrentIndex(box.findData("zh_CN"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.windowTitle() == "首选项")
    assert settings.language is Language.CHINESE
    assert window.actions_["zh_CN"].isChecked()


def test_language_that_the_window_was_opened_in_is_shown_and_not_the_one_that_is_kept(
    dialog: Preferences, settings: Settings
) -> None:
    assert settings.language is Language.CHINESE
    assert dialog.general.language.currentText() == "English"


def test_theme_is_chosen_and_shown_by_its_action(
    dialog: Preferences, window: MainWindow, settings: Settings
) -> None:
    dialog.show_page(LOOKS)
    box = dialog.looks.theme
    box.setCurrentIndex(box.findData("dark"))
    box.activated.emit(box.currentIndex())
    assert window.theme is DARK
    assert settings.theme is ThemeChoice.DARK
    assert window.actions_["dark"].isChecked()


def test_theme_that_is_chosen_in_the_menu_is_shown(dialog: Preferences, window: MainWindow) -> None:
    for theme in ("dark", "light", "dark"):
        window.actions_[theme].trigger()
        assert dialog.looks.theme.currentData() == theme


def test_size_and_face_of_the_reports_are_chosen(
    dialog: Preferences, desk: MainWindow, settings: Settings
) -> None:
    dialog.looks.points.setValue(20)
    assert desk.panes.size_of_text == 20
    desk.looks.zoom_out()
    assert dialog.looks.points.value() == 19
    box = dialog.looks.family
    assert box.count() > 1, "no Chinese face is installed"
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert settings.family == box.currentText()
    assert desk.panes.pane(Side.LEFT)._faces.reading.families()[0] == settings.family
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert settings.family == ""


def test_colour_of_a_relation_is_chosen_and_taken_back(
    dialog: Preferences, window: MainWindow, settings: Settings
) -> None:
    window.looks.choose_theme("light")
    dialog.looks.choose_colour(Relation.NEW, "#ffd700")
    assert window.theme.new.line == "#ffd700"
    assert contrast(window.theme.new.text, window.theme.paper) >= LEAST_CONTRAST
    dialog.looks.usual.click()
    assert window.theme is LIGHT
    assert settings.colours == {}


@pytest.mark.parametrize("colour", ["#ffffff", "#000000", "#ffff00", "#808080", "#1d5fbf"])
@pytest.mark.parametrize("name", list(THEMES))
def test_letters_of_any_colour_can_be_read(name: str, colour: str) -> None:
    theme = with_colours(THEMES[name], dict.fromkeys(Relation, colour))
    for relation in Relation:
        for ground in (theme.paper, theme.ground):
            assert contrast(theme.ink_of(relation).text, ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", list(THEMES))
def test_letter_of_a_pale_colour_can_be_read_in_its_badge(qapp: QApplication, name: str) -> None:
    assert qapp is not None
    theme = with_colours(THEMES[name], {Relation.NEW: "#ffd700", Relation.REVISED: "#222222"})
    for relation in (Relation.NEW, Relation.REVISED):
        in_lists = legend_icon(relation, theme, 1.0).pixmap(
            icon_size(), QIcon.Mode.Normal, QIcon.State.On
        )
        in_panes = MarkPainter(theme, Faces(24.0))._drawn_badge(
            Badge(relation, "新"), quiet=False, ratio=1.0
        )
        for drawn in (in_lists, in_panes):
            beside = QPoint(1, drawn.height() // 2)  # the letter
            ground = drawn.toImage().pixelColor(beside).name()
            assert contrast(theme.on_ink, ground) >= LEAST_CONTRAST


def test_threshold_is_kept_and_the_pair_compared_anew(
    qtbot: QtBot, dialog: Preferences, window: MainWindow, compared: Session, settings: Settings
) -> None:
    assert window.session is compared
    before = len(compared.comparison.section_links) if compared.comparison else 0
    dialog.show_page(COMPARING)
    dialog.comparing.fields["section_score"].setValue(0.0)
    assert settings.thresholds == Options(section_score=0.0)
    assert compared.comparison is not None
    qtbot.waitUntil(lambda: len(compared.comparison.section_links) > before)
    dialog.comparing.usual.click()
    assert settings.thresholds == DEFAULT
    qtbot.waitUntil(lambda: len(compared.comparison.section_links) == before)


def test_fields_are_called_by_their_names_alone_and_say_what_they_show(
    window: MainWindow, translation: Translation
) -> None:
    translation.speak(Language.CHINESE)
    dialog = window.looks.show_preferences()
    general, looks = dialog.general, dialog.looks
    fields = general.language, general.author, looks.theme, looks.family, looks.points, looks.chrome
    names = [field.accessibleName() for field in fields]
    assert all(names)
    assert not any("(" in name for name in names)  # the letter of the label
    value = QAccessible.queryAccessibleInterface(looks.chrome).text(QAccessible.Text.Value)
    assert value == looks.chrome.text() == "跟随系统"


def test_large_letters_fit_a_small_screen_at_200_percent(
    dialog: Preferences, window: MainWindow
) -> None:
    try:
        dialog.looks.chrome.setValue(LARGEST_CHROME)
        dialog.looks.points.setValue(LARGEST_SIZE)
        assert window.panes.size_of_text == LARGEST_SIZE
        least = dialog.minimumSizeHint()
    finally:
        set_chrome_size(CHROME_SIZE)
    assert least.width() <= 720
    assert least.height() <= 450
    for at, page in enumerate((dialog.general, dialog.looks, dialog.comparing)):
        area = dialog.tabs.widget(at)
        assert area.isAncestorOf(page)
        assert page.minimumSizeHint().width() <= 720


def test_tab_leads_through_a_page_before_it_comes_to_close(
    qtbot: QtBot, dialog: Preferences
) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.tabs.tabBar().setFocus()
    stops = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    close = dialog.buttons.button(QDialogButtonBox.StandardButton.Close)
    assert stops == [dialog.general.language, dialog.general.author, close]


def test_keyboard_stays_in_the_field_when_the_language_is_chosen(
    qtbot: QtBot, dialog: Preferences
) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.general.language.setFocus()
    qtbot.keyClick(dialog.general.language, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: dialog.windowTitle() == "首选项")
    assert QApplication.focusWidget() is dialog.general.language


def test_usual_colours_and_values_are_taken_back_by_the_same_button(
    dialog: Preferences, settings: Settings
) -> None:
    dialog.looks.choose_colour(Relation.NEW, "#ffd700")
    dialog.comparing.fields["section_score"].setValue(0.5)
    for button in (dialog.looks.usual, dialog.comparing.usual):
        button.click()
    assert (settings.colours, settings.thresholds) == ({}, DEFAULT)
    for button in (dialog.looks.usual, dialog.comparing.usual):
        button.click()
    assert settings.colours == {Relation.NEW: "#ffd700"}
    assert settings.thresholds == Options(section_score=0.5)


@pytest.mark.parametrize("language", list(Language))
def test_every_page_is_in_the_language(
    qtbot: QtBot, window: MainWindow, translation: Translation, language: Language
) -> None:
    translation.speak(language)
    dialog = window.looks.show_preferences()
    about = window.helping.show_about()
    qtbot.wait(1)
    texts = [dialog.tabs.tabText(page) for page in range(dialog.tabs.count())]
    texts += [w.text() for kind in (QLabel, QAbstractButton) for w in dialog.findChildren(kind)]
    texts += [about.windowTitle(), *(b.text() for b in about.findChildren(QAbstractButton))]
    has_chinese = [any("一" <= char <= "鿿" for char in t) for t in texts if len(t) > 1]
    if language is Language.CHINESE:
        assert sum(has_chinese) >= len(has_chinese) - 1  # "English" is called so everywhere
    else:
        assert sum(has_chinese) <= 1  # the sample of the face


def test_about_shows_version_and_licence(window: MainWindow) -> None:
    about = window.helping.show_about()
    assert "MIT" in about.licences.toPlainText()
    assert any("0.1.0" in text.text() for text in about.findChildren(QLabel))


def test_what_somebody_wrote_into_the_settings_by_hand_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    for spoilt in ("{", "[]", '{"new": "red", "carried_score": "high", "next": 3}'):
        made = Settings(file)
        for key in ("keys/chosen", "look/colours", "compare/thresholds"):
            made._store.setValue(key, spoilt)
        assert (made.keys, made.colours, made.thresholds) == ({}, {}, DEFAULT)
    made._store.setValue("look/size", "nan")
    assert made.size == READING_SIZE
