"""Chapters that begin anywhere on a page, the last lines of it too."""

from __future__ import annotations

from desktop.writers.document import Paragraph, Style, paragraph


def chapters(count: int, words: str) -> tuple[Paragraph, ...]:
    """Return so many chapters, the first without a paragraph of `words`, the next with one …"""
    return tuple(
        block
        for number in range(count)
        for block in (
            paragraph(Style.HEADING_1, f"第{number}章"),
            paragraph(Style.HEADING_2, f"第{number}节"),
            *(paragraph(Style.QUOTE, words) for _ in range(number)),
        )
    )
