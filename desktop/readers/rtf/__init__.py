"""RTF documents: what an analyst sees of them when every change is accepted.

striprtf was tried first: it keeps deleted and hidden text, drops text boxes and notes, and tells
nothing of bold type and outline levels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.readers.assemble import assembled, running
from desktop.readers.file import bytes_of, cut_off
from desktop.readers.rtf.parse import Parser

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.readers.raw import RawText


def read_rtf(path: Path) -> RawText:
    """Read an RTF document; raises ReadError.

    Deletions, hidden text, notes, comments, headers and footers are set aside; a text box follows
    the paragraph that it hangs on. Bytes that are no characters become U+FFFD.
    """
    parser = Parser()
    parser.read(bytes_of(path).decode("latin-1"))
    text = parser.flows[0].finished()
    paragraphs = (*running(parser.headers), *text, *running(parser.footers))
    return assembled(paragraphs, "rtf", (cut_off(),) if parser.is_cut_off else ())
