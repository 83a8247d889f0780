"""Which format a file is in: what it holds decides, then its name."""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, LargeZipFile, ZipFile

from desktop.readers.file import bytes_of

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 4096  # bytes in which a file shows what it is
SIGNATURES = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an empty one
    (b"{\\rtf", "rtf"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "doc"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"\x1f\x8b", "packed"),
    (b"Rar!", "packed"),
    (b"7z\xbc\xaf", "packed"),
    (b"SQLite format 3", "database"),
)
MARKUP = (  # what texts begin with that are more than text
    (re.compile(rb"(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version:", re.IGNORECASE), "mhtml"),
    (
        re.compile(
            rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
        ),
        "html",
    ),
)
SUFFIXES = {  # what decides where the content does not
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
}
MEMBERS = (("word/", "docx"), ("xl/", "sheet"), ("ppt/", "slides"))
OPEN_DOCUMENTS = (("text", "odt"), ("spreadsheet", "sheet"), ("presentation", "slides"))

# What zipfile raises for archives that are damaged, cut off or made to do harm. RuntimeError: a
# member with a password; NotImplementedError: a way of packing that nobody uses for documents.
FAULTS = (
    *(BadZipFile, LargeZipFile, zlib.error, struct.error, EOFError, OSError, ValueError),
    *(KeyError, RuntimeError, NotImplementedError),
)
TEXT = "text"
PLAIN = (TEXT, "csv")


def format_of(path: Path) -> str:
    """Return the format of a file, such as "docx", or "text" for what shows none.

    Raises ReadError where the file cannot be opened.
    """
    head = bytes_of(path, HEAD)
    found = next((kind for signature, kind in SIGNATURES if head.startswith(signature)), "")
    if found == "zip":
        return _zipped(path)
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")  # UTF-16 has NULs
    found = found or next((kind for form, kind in MARKUP if form.match(start)), "")
    return found or SUFFIXES.get(path.suffix.lower(), "text")


def _zipped(path: Path) -> str:
    """Return the format of a zipped file; one that is damaged is what its name says."""
    try:
        with ZipFile(BytesIO(bytes_of(path))) as archive:
            names = archive.namelist()
            kind = _start_of(archive, "mimetype") if "mimetype" in names else ""
    except FAULTS:
        return "odt" if path.suffix.lower() == ".odt" else "docx"
    if kind:
        return next(
            (form for word, form in OPEN_DOCUMENTS if f"opendocument.{word}" in kind), "packed"
        )
    return next(
        (form for folder, form in MEMBERS if any(n.startswith(folder) for n in names)), "packed"
    )


def _start_of(archive: ZipFile, name: str) -> str:
    with archive.open(name) as member:  # not all of it: it may unpack to anything
        return member.read(HEAD).decode("ascii")
