"""The names by which fields of a Word file or of RTF refer to what stands elsewhere in it."""

from __future__ import annotations


def heading_mark(number: int) -> str:
    """Return the bookmark of a heading, under the name that Word gives to what contents list."""
    return f"_Toc{number:08d}"


def note_mark(number: int) -> str:
    """Return the bookmark of a footnote's mark in the text."""
    return f"_Note{number:06d}"
