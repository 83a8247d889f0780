from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QIcon
from PySide6.QtSvg import QSvgRenderer

from desktop import paths
from desktop.ui.look.icons import icon
from desktop.ui.look.theme import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NAMES = sorted(path.stem for path in paths.resource("icons").glob("*.svg"))
APART = (
    "check-dark",
    "check-light",
    "chevron-down",
    "chevron-up",
    "duikan",
)  # of style sheets, and of the program itself
OWN = [name for name in NAMES if name not in APART]


@pytest.mark.parametrize("name", OWN)
def test_icons_are_of_one_family(name: str) -> None:
    drawing = paths.resource(f"icons/{name}.svg")
    top = ET.parse(drawing).getroot()  # noqa: S314 - our own file
    assert top.get("viewBox") == "0 0 24 24"
    assert top.get("stroke") == "currentColor"
    assert top.get("fill") == "none"


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_icon_shows_in_the_ink_of_the_theme(qapp: QApplication, name: str, theme: object) -> None:
    assert qapp is not None
    chosen = DARK if theme is DARK else LIGHT
    usual = icon(name, chosen).pixmap(24, 24).toImage()
    pale = icon(name, chosen).pixmap(24, 24, QIcon.Mode.Disabled).toImage()
    drawn = {usual.pixelColor(x, y).name() for x in range(24) for y in range(24)}
    assert chosen.ink.lower() in drawn
    assert usual != pale


def test_icon_is_drawn_when_it_is_shown_and_once(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    drawn = []

    def renderer(data: QByteArray) -> QSvgRenderer:
        drawn.append(data)
        return QSvgRenderer(data)

    monkeypatch.setattr("desktop.ui.look.icons.QSvgRenderer", renderer)
    found = icon("open", LIGHT)
    assert not drawn
    first, second = (found.pixmap(18, 18).toImage() for _ in range(2))
    assert first == second
    assert len(drawn) == 1


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_icon_is_drawn_in_the_pixels_of_the_screen(qapp: QApplication, ratio: float) -> None:
    assert qapp is not None
    found = icon("open", LIGHT).pixmap(QSize(20, 20), ratio)
    assert found.size() == QSize(20, 20) * ratio
    assert found.devicePixelRatio() == ratio
