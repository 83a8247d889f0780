"""The ground of a line in a list, as it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.ui.look.ground import paint_chosen, paint_ground
from desktop.ui.look.theme import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.look.theme import Theme

NOTHING = QColor("#123456")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("is_chosen", [True, False])
@pytest.mark.parametrize(("paint", "has_line"), [(paint_ground, True), (paint_chosen, False)])
def test_a_chosen_line_has_a_ground_and_where_it_is_wanted_a_hairline_ends_it(
    theme: Theme, paint: Callable[..., None], has_line: bool, is_chosen: bool
) -> None:
    image = QImage(9, 9, QImage.Format.Format_RGB32)
    image.fill(NOTHING)
    option = QStyleOptionViewItem()
    option.rect = QRect(2, 2, 5, 5)
    if is_chosen:
        option.state |= QStyle.StateFlag.State_Selected
    painter = QPainter(image)
    paint(painter, option, theme)
    painter.end()
    ground = QColor(theme.selection) if is_chosen else NOTHING
    assert image.pixelColor(4, 4) == ground
    assert image.pixelColor(4, 6) == (QColor(theme.hairline) if has_line else ground)
    assert image.pixelColor(4, 7) == NOTHING  # of the line below
