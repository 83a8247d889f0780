import pytest

from desktop.compare.model import Relation
from desktop.ui.look.theme import THEMES, contrast, mixed
from desktop.ui.panes.mark_painter import QUIET_TINT, WORD_TINT

TEXT_CONTRAST = 4.5  # WCAG 2.2, level AA

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@themes
@pytest.mark.parametrize("relation", [Relation.DROPPED, Relation.NEW])
def test_words_that_differ_are_legible_on_their_tint(theme, relation):
    tint = mixed(theme.ink_of(relation).line, theme.paper, WORD_TINT).name()
    assert contrast(theme.ink, tint) >= TEXT_CONTRAST


@themes
@pytest.mark.parametrize("relation", Relation)
def test_letters_of_a_quiet_badge_are_legible_on_their_tint(theme, relation):
    ink = theme.ink_of(relation)
    tint = mixed(ink.line, theme.paper, QUIET_TINT).name()
    assert contrast(ink.text, tint) >= TEXT_CONTRAST
