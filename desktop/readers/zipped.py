"""Which format a zipped file is in: its members say so."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, LargeZipFile, ZipFile

from desktop.readers.file import HEAD, bytes_of

if TYPE_CHECKING:
    from pathlib import Path

MEMBERS = (("word/", "docx"), ("xl/", "sheet"), ("ppt/", "slides"), ("OFD.xml", "layout"))
MIMETYPES = (
    ("opendocument.text", "odt"),
    ("opendocument.spreadsheet", "sheet"),
    ("opendocument.presentation", "slides"),
    ("epub", "book"),
)

# What zipfile raises for archives that are damaged, cut off or made to do harm. RuntimeError: a
# member with a password; NotImplementedError: a way of packing that nobody uses for documents.
FAULTS = (
    *(BadZipFile, LargeZipFile, zlib.error, struct.error, EOFError, OSError, ValueError),
    *(KeyError, RuntimeError, NotImplementedError),
)


def zipped_format(path: Path) -> str:
    """Return the format of a zipped file; one that is damaged is what its name says."""
    try:
        with ZipFile(BytesIO(bytes_of(path))) as archive:
            names = archive.namelist()
            kind = _start_of(archive, "mimetype") if "mimetype" in names else ""
    except FAULTS:
        return "odt" if path.suffix.lower() == ".odt" else "docx"
    if kind:
        return next((form for word, form in MIMETYPES if word in kind), "packed")
    return next(
        (form for folder, form in MEMBERS if any(n.startswith(folder) for n in names)), "packed"
    )


def _start_of(archive: ZipFile, name: str) -> str:
    with archive.open(name) as member:  # not all of it: it may unpack to anything
        return member.read(HEAD).decode("ascii")
