"""The faces that text is set in: of those that would do, the ones that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QRawFont, QTextLayout

from desktop.ui.look import typefaces
from desktop.ui.look.typefaces import (
    CHROME_FAMILIES,
    READING_FAMILIES,
    chrome_font,
    reading_families,
    reading_font,
    set_reading_family,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _as_at_a_start() -> Iterator[None]:
    """Look anew which faces are there, and leave nothing of it behind."""
    typefaces._present.cache_clear()
    yield
    set_reading_family("")
    typefaces._present.cache_clear()


def installed(monkeypatch: pytest.MonkeyPatch, *families: str) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_given: [*families])


def drawn_with(text: str, font: QFont) -> set[str]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def test_sizes_and_weights_are_those_that_are_asked_for() -> None:
    assert reading_font(14.0).pointSizeF() == 14.0
    assert chrome_font(bold=True).bold()
    assert not chrome_font().bold()


def test_no_face_is_named_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, "Songti SC", "SimSun", "Arial", "PingFang SC")
    assert reading_font().families() == ["SimSun", "Songti SC", READING_FAMILIES[-1]]
    assert chrome_font().families() == ["PingFang SC", CHROME_FAMILIES[-1]]


def test_the_face_that_is_chosen_comes_first_as_long_as_it_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed(monkeypatch, "Kaiti SC", "Songti SC")
    set_reading_family("Kaiti SC")
    assert reading_families() == ("Kaiti SC", "Songti SC", READING_FAMILIES[-1])
    set_reading_family("FangSong")
    assert reading_families() == ("Songti SC", READING_FAMILIES[-1])


@pytest.mark.parametrize("font", [reading_font, chrome_font])
def test_where_none_is_there_it_is_the_one_that_the_system_sets_chinese_in(
    monkeypatch: pytest.MonkeyPatch, font: type[QFont]
) -> None:
    installed(monkeypatch, "DejaVu Sans")
    made = font()
    first, own = made.families()
    assert drawn_with("稳就业", made) == {first}
    made.setFamilies([own])
    assert drawn_with("稳就业", made) == {first}


def test_a_system_without_chinese_is_left_to_its_own_choice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed(monkeypatch, "DejaVu Sans")
    monkeypatch.setattr(QRawFont, "fromFont", lambda *_given: QRawFont())
    assert reading_families() == READING_FAMILIES[-1:]


def test_what_stands_first_has_the_characters_of_a_report() -> None:
    for font in (reading_font(), chrome_font()):
        assert QFontInfo(font).family() == font.families()[0]
        assert QRawFont.fromFont(font).supportsCharacter("国")
