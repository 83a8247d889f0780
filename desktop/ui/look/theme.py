"""Colours and the grammar of marks, as tables of data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from desktop.compare.model import Direction, Relation, Trend
from desktop.writers.colours import INKS, Ink

if TYPE_CHECKING:
    from collections.abc import Mapping


DIRECTION_SIGNS = {
    **dict.fromkeys(Direction, ""),
    Direction.SAME: "=",
    Direction.RAISED: "↑",
    Direction.LOWERED: "↓",
    Direction.TIGHTENED: "⇥",
    Direction.LOOSENED: "⇤",
    Direction.NEW: "+",
    Direction.DROPPED: "−",
}
"""What stands before the name of a direction, to be seen before it is read."""

DIRECTION_RELATIONS = {
    **dict.fromkeys(Direction, Relation.REVISED),
    Direction.SAME: Relation.RECURRING,
    Direction.NEW: Relation.NEW,
    Direction.DROPPED: Relation.DROPPED,
}
"""Whose colour a direction has."""

TREND_FORMS = {
    Trend.NEW: (Relation.NEW, "新"),
    Trend.VANISHED: (Relation.DROPPED, "未"),
    Trend.GROWN: (Relation.REVISED, "↑"),
    Trend.SHRUNK: (Relation.REVISED, "↓"),
}
"""Whose colour a trend has, and its sign."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, "#RRGGBB" all.

    `on_ink` is for letters on a filled ground, `hit` and `hit_edge` for what is looked for.
    """

    name: str
    is_dark: bool
    ground: str
    paper: str
    ink: str
    muted: str
    hairline: str
    selection: str
    accent: str
    on_ink: str
    hit: str
    hit_edge: str
    recurring: Ink
    revised: Ink
    new: Ink
    dropped: Ink
    delivered: Ink
    progress: Ink

    def ink_of(self, relation: Relation) -> Ink:
        """Return the colour of a relation."""
        ink: Ink = getattr(self, relation.value)
        return ink


LIGHT = Theme(
    name="light",
    is_dark=False,
    ground="#F6F5F2",
    paper="#FFFFFF",
    ink="#1F2328",
    muted="#606773",
    hairline="#E3E0DA",
    selection="#FFF4D6",
    accent="#1D5FBF",
    on_ink="#FFFFFF",
    hit="#FFE27A",
    hit_edge="#B98A00",
    recurring=INKS[Relation.RECURRING],
    revised=INKS[Relation.REVISED],
    new=INKS[Relation.NEW],
    dropped=INKS[Relation.DROPPED],
    delivered=INKS[Relation.DELIVERED],
    progress=INKS[Relation.PROGRESS],
)

DARK = Theme(
    name="dark",
    is_dark=True,
    ground="#1E1F22",
    paper="#26282C",
    ink="#E4E6EA",
    muted="#9AA1AC",
    hairline="#373A40",
    selection="#3A3420",
    accent="#6EA8FE",
    on_ink="#1B1C1F",
    hit="#5F4D10",
    hit_edge="#B8942B",
    recurring=Ink("#8B95A5", "#9BA5B4"),
    revised=Ink("#F0A04B", "#F0A04B"),
    new=Ink("#6EA8FE", "#6EA8FE"),
    dropped=Ink("#E58BB5", "#E58BB5"),
    delivered=Ink("#4FD1C5", "#4FD1C5"),
    progress=Ink("#7CC7BF", "#7CC7BF"),
)

LEAST_CONTRAST = 4.5
"""Of letters of any size with their ground (WCAG 2.2, level AA)."""

SHARPER_SHARE = 0.4
"""How much black or white quiet letters take on: to 7 : 1 in both themes (WCAG 2.2, AAA)."""

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}

PALETTE_ROLES = (
    (QPalette.ColorRole.Window, "ground"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "paper"),
    (QPalette.ColorRole.AlternateBase, "ground"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Button, "ground"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "on_ink"),
    (QPalette.ColorRole.ToolTipBase, "paper"),
    (QPalette.ColorRole.ToolTipText, "ink"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_ink"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Light, "paper"),
    (QPalette.ColorRole.Midlight, "hairline"),
    (QPalette.ColorRole.Mid, "hairline"),
    (QPalette.ColorRole.Dark, "muted"),
    (QPalette.ColorRole.Shadow, "hairline"),
)

DISABLED_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def to_palette(theme: Theme) -> QPalette:
    """Return the palette that makes the Fusion style wear `theme`."""
    palette = QPalette()
    for role, name in PALETTE_ROLES:
        palette.setColor(role, QColor(getattr(theme, name)))
    for role in DISABLED_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return palette


def system_theme() -> Theme:
    """Return the theme that the desktop asks for."""
    hints = QGuiApplication.styleHints()
    theme = DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
    wanted = hints.accessibility().contrastPreference()
    return sharpened(theme) if wanted is Qt.ContrastPreference.HighContrast else theme


def sharpened(theme: Theme) -> Theme:
    """Return a theme for who sees little: black or white letters, and lines that are seen."""
    ink = "#FFFFFF" if theme.is_dark else "#000000"
    muted = mixed(ink, theme.muted, SHARPER_SHARE).name()
    return replace(theme, ink=ink, muted=muted, hairline=theme.muted)


def with_colours(theme: Theme, colours: Mapping[Relation, str]) -> Theme:
    """Return the theme with other colours of relations, their letters as dark as it takes."""
    if not colours:
        return theme
    inks: dict[str, Any] = {
        relation.value: Ink(colour, readable(colour, theme.paper, theme.ground))
        for relation, colour in colours.items()
    }
    return replace(theme, **inks)


def readable(colour: str, *grounds: str) -> str:
    """Return `colour`, mixed with black or white until it can be read on all the grounds."""
    is_dark = contrast(grounds[0], "#ffffff") > contrast(grounds[0], "#000000")
    for share in range(100, -1, -5):
        found = mixed(colour, "#ffffff" if is_dark else "#000000", share / 100).name()
        if min(contrast(found, ground) for ground in grounds) >= LEAST_CONTRAST:
            return found
    return "#ffffff" if is_dark else "#000000"


def mixed(colour: str, ground: str, share: float) -> QColor:
    """Return `colour` laid over `ground`, opaque; `share` 0.0 is the ground alone.

    Opaque because ribbons overlap: two see-through ones would make a third colour.
    """
    return QColor.fromRgb(_mixed(colour, ground, share))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1.0 to 21.0 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=256)  # every ribbon and mark asks for its colour at every step of a scroll
def _mixed(colour: str, ground: str, share: float) -> int:
    over, under = _parts(colour), _parts(ground)
    parts = (share * a + (1.0 - share) * b for a, b in zip(over, under, strict=True))
    return QColor.fromRgbF(*parts).rgb()


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    found = QColor(colour)
    return found.redF(), found.greenF(), found.blueF()


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
