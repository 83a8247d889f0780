from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QIcon

from desktop import paths
from desktop.ui.icons import icon
from desktop.ui.theme import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NAMES = sorted(path.stem for path in paths.resource("icons").glob("*.svg"))
APART = ("chevron-down", "chevron-up", "duikan")  # of style sheets, and of the program itself
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
