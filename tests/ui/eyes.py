"""How far apart two colours are to eyes that lack a kind of cones, as numbers."""

from __future__ import annotations

from PySide6.QtGui import QColor

Matrix = tuple[tuple[float, ...], ...]

EYES: dict[str, Matrix] = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What such an eye makes of linear red, green and blue (Machado, Oliveira, Fernandes 2009)."""

TO_XYZ: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.95047, 1.0, 1.08883)


def distance(one: str, other: str, eye: Matrix) -> float:
    """Return the distance of two colours in CIE L*a*b*; 2.3 is just noticeable side by side."""
    pair = zip(_lab(one, eye), _lab(other, eye), strict=True)
    return float(sum((a - b) ** 2 for a, b in pair) ** 0.5)


def _lab(colour: str, eye: Matrix) -> tuple[float, float, float]:
    found = QColor(colour)
    parts = tuple(map(_linear, (found.redF(), found.greenF(), found.blueF())))
    seen = tuple(min(max(part, 0.0), 1.0) for part in _times(eye, parts))
    x, y, z = (_cube(a / b) for a, b in zip(_times(TO_XYZ, seen), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: Matrix, parts: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, parts, strict=True)) for row in matrix)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _cube(part: float) -> float:
    return part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
