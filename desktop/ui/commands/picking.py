"""Picking: one thing of the open comparison is chosen from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.frame.picker import Picker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.frame.offers import Offer
    from desktop.ui.frame.window import Window


def pick(window: Window, name: str, offers: Sequence[Offer]) -> Picker:
    """Offer things of the open comparison; the list closes when another comparison comes.

    Ids of sentences, sections and links name other ones there.
    """
    picker = Picker(name, offers, window.theme, window)
    window.session.comparison_changed.connect(picker.close)
    picker.show()
    return picker
