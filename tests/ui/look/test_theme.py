from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from desktop.compare.model import ChangeKind, Relation
from desktop.ui.look.style import HOVER_SHARE
from desktop.ui.look.theme import (
    DARK,
    LIGHT,
    THEMES,
    contrast,
    mixed,
    sharpened,
    system_theme,
    to_palette,
)
from desktop.writers.signs import CHANGE_SIGNS, FORMS

TEXT_CONTRAST = 4.5  # WCAG 2.2, level AA
BEST_CONTRAST = 7.0  # the same, level AAA
LINE_CONTRAST = 3.0  # the same for lines and shapes that carry meaning

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
relations = pytest.mark.parametrize("relation", Relation)


@themes
@pytest.mark.parametrize("ground", ["ground", "paper", "selection"])
def test_running_text_is_legible_on_every_ground(theme, ground):
    assert contrast(theme.ink, getattr(theme, ground)) >= TEXT_CONTRAST


@themes
@pytest.mark.parametrize("ground", ["ground", "paper"])
def test_quiet_text_is_legible(theme, ground):
    assert contrast(theme.muted, getattr(theme, ground)) >= TEXT_CONTRAST


@themes
def test_quiet_text_under_the_pointer_is_legible(theme):
    under = mixed(theme.ink, theme.ground, HOVER_SHARE).name()
    assert contrast(theme.muted, under) >= TEXT_CONTRAST


@themes
def test_who_asks_for_contrast_gets_it(theme):
    sharp = sharpened(theme)
    for ground in (sharp.paper, sharp.ground, sharp.selection):
        assert contrast(sharp.ink, ground) >= BEST_CONTRAST
        assert contrast(sharp.hairline, ground) >= LINE_CONTRAST
    assert min(contrast(sharp.muted, each) for each in (sharp.paper, sharp.ground)) >= BEST_CONTRAST


@pytest.mark.parametrize("wanted", Qt.ContrastPreference)
def test_contrast_is_as_the_system_asks(monkeypatch, wanted):
    accessibility = SimpleNamespace(contrastPreference=lambda: wanted)
    hints = SimpleNamespace(
        colorScheme=lambda: Qt.ColorScheme.Dark, accessibility=lambda: accessibility
    )
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: hints)
    is_asked = wanted is Qt.ContrastPreference.HighContrast
    assert system_theme() == (sharpened(DARK) if is_asked else DARK)


@themes
@relations
def test_letters_of_a_relation_are_legible(theme, relation):
    ink = theme.ink_of(relation)
    for ground in (theme.paper, theme.ground, theme.selection):
        assert contrast(ink.text, ground) >= TEXT_CONTRAST
    if FORMS[relation].filled:
        assert contrast(theme.on_ink, ink.line) >= TEXT_CONTRAST


@themes
@relations
def test_lines_of_a_relation_are_seen(theme, relation):
    assert contrast(theme.ink_of(relation).line, theme.paper) >= LINE_CONTRAST


@themes
def test_selected_text_is_legible(theme):
    assert contrast(theme.on_ink, theme.accent) >= TEXT_CONTRAST


@themes
def test_a_palette_wears_the_colours_of_its_theme(theme):
    palette = to_palette(theme)
    assert palette.color(QPalette.ColorRole.Base) == QColor(theme.paper)
    assert palette.color(QPalette.ColorRole.Window) == QColor(theme.ground)
    assert (palette.color(QPalette.ColorRole.Base).lightness() < 128) is theme.is_dark


def test_no_two_relations_look_alike_without_colour():
    assert len({form.letter for form in FORMS.values()}) == len(Relation)
    assert len({(form.line, form.filled) for form in FORMS.values()}) == len(Relation)


def test_every_relation_has_a_form_and_every_change_a_sign():
    assert set(FORMS) == set(Relation)
    assert set(CHANGE_SIGNS) == set(ChangeKind)


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast(LIGHT.ink, DARK.ink) == contrast(DARK.ink, LIGHT.ink)


def test_mixing_begins_at_the_ground_and_ends_at_the_colour():
    assert mixed("#102030", "#F0E0D0", 0.0) == QColor("#F0E0D0")
    assert mixed("#102030", "#F0E0D0", 1.0) == QColor("#102030")
