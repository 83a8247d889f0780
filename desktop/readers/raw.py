"""What every reader of a format gives: the text of a file, as the file says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.readers.textless import Instead

if TYPE_CHECKING:
    from desktop.report.cleaning.lines import Cut
    from desktop.report.model import HeadingHint, Note


@dataclass(frozen=True, slots=True)
class RawText:
    """A file's text, one paragraph on a line, not cleaned yet.

    `encoding` is shown to the user: an encoding's name, or that of a format, such as "docx".
    `cuts` are the parts of `text` that the reader sets aside itself, such as running heads, page
    numbers and deleted revisions: they stand in `text`, where the file has them. A cut that lies
    between two paragraphs covers whole lines; one inside a sentence holds no line break. `hints`
    are in the order of the text; `notes` say what the user should know about the reading, and
    `instead` what the file holds where there is no text.
    """

    text: str
    encoding: str
    cuts: tuple[Cut, ...] = ()
    hints: tuple[HeadingHint, ...] = ()
    notes: tuple[Note, ...] = ()
    instead: Instead = Instead.NOTHING
