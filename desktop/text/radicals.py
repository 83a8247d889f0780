"""Radicals that look like ideographs: some programs write them into a PDF for the latter."""

from __future__ import annotations

from functools import cache

from desktop.paths import resource


@cache
def ideographs() -> dict[int, str]:
    """Return the ideograph that each radical of U+2E80-2FDF looks like, by code point.

    Unicode's EquivalentUnifiedIdeograph, but 户 for U+2F3E; NFKC knows the second half only.
    """
    pairs = resource("radicals.txt").read_text("utf-8").split()
    return {ord(pair[0]): pair[1] for pair in pairs}


def unify(text: str) -> str:
    """Write ideographs for radicals, character for character.

    >>> unify("⻓三⻆⼈⺠")
    '长三角人民'
    """
    return text.translate(ideographs())
