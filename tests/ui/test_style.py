from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.ui.style import style_sheet
from desktop.ui.theme import THEMES, Theme


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_name_in_the_sheet_is_filled_in(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert re.findall(r"@\w+", sheet) == []
    assert theme.paper in sheet


def test_pictures_that_the_sheet_names_are_there() -> None:
    found = re.findall(r'url\("(.+?)"\)', style_sheet(THEMES["light"]))
    assert found
    assert all(Path(name).is_file() for name in found)
