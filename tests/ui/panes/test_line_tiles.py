import pytest
from PySide6.QtGui import QColor

from desktop.ui.panes.line_tiles import PERIOD, line_tile
from desktop.writers.signs import LineForm

pytestmark = pytest.mark.usefixtures("qapp")


def rows(form, ratio=1.0):
    """Return for each row of pixels of a tile how many are clearly coloured."""
    image = line_tile(form, QColor("#204060"), ratio).toImage()
    return [
        sum(image.pixelColor(x, y).alphaF() > 0.6 for x in range(image.width()))
        for y in range(image.height())
    ]


def test_each_form_of_a_line_is_its_own():
    assert rows(LineForm.THIN) == [PERIOD, 0, 0, 0]
    assert rows(LineForm.DOUBLE) == [PERIOD, 0, 0, PERIOD]
    assert rows(LineForm.THICK)[:2] == [PERIOD, PERIOD]
    assert 0 < rows(LineForm.DASHED)[0] < PERIOD
    assert 0 < rows(LineForm.DOTTED)[0] < rows(LineForm.DASHED)[0]
    assert len({tuple(rows(form)) for form in LineForm}) == len(LineForm)


@pytest.mark.parametrize("form", LineForm)
def test_a_fine_screen_has_more_pixels_and_the_same_line(form):
    fine = line_tile(form, QColor("#204060"), 2.0)
    assert fine.width() == 2 * PERIOD
    assert fine.deviceIndependentSize() == line_tile(form, QColor(), 1.0).deviceIndependentSize()
