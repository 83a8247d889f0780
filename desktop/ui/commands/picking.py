"""Picking: one thing is chosen from a list that opens over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.ui.frame.offers import Offer
    from desktop.ui.frame.picker import Picker
    from desktop.ui.frame.window import Window


def offer(
    window: Window,
    name: str,
    offers: Sequence[Offer],
    *,
    made: Callable[[str], Offer | None] = lambda _: None,
) -> Picker:
    """Offer things to choose one from; `made` may offer what is typed itself."""
    from desktop.ui.frame.picker import Picker

    picker = Picker(name, offers, window.theme, window, made=made)
    picker.show()
    return picker


def offer_of_pair(window: Window, name: str, offers: Sequence[Offer]) -> Picker:
    """Offer things of the open comparison; the list closes when another comparison comes.

    Ids of sentences, sections and links name other ones there.
    """
    picker = offer(window, name, offers)
    window.session.comparison_changed.connect(picker.close)
    return picker
