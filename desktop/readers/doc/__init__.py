"""Word and WPS files of the old kind: .doc, .wps."""

from __future__ import annotations

import struct
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import ReadError
from desktop.readers.assemble import assembled
from desktop.readers.doc.office import converted, find_office
from desktop.readers.doc.stream import Locked, Unsupported, stream_of
from desktop.readers.doc.text import report_of
from desktop.readers.docx import read_docx
from desktop.readers.file import bytes_of, locked

if TYPE_CHECKING:
    from desktop.readers.raw import RawText

SUFFIXES = (".doc", ".wps", ".dot", ".wpt")
NAME = "doc"

# What a damaged file makes of offsets and lengths.
FAULTS = (struct.error, IndexError, ValueError, OSError, OverflowError, RecursionError)


def read_doc(path: Path) -> RawText:
    """Read a Word or WPS file of the old kind; raises ReadError.

    Our own reader comes first: on files of Word 97 and later it gives the same text as LibreOffice
    in a hundredth of the time, and shows no other program what a stranger has made. LibreOffice,
    where it is installed, reads older files, and those that are damaged.
    """
    data = bytes_of(path)
    try:
        return assembled(report_of(stream_of(data)), NAME)
    except Locked as error:
        raise locked(path) from error
    except (Unsupported, *FAULTS) as error:
        raw = _by_office(path, data)
        if raw is None:
            raise _no_way(path) from error
        return raw


def _by_office(path: Path, data: bytes) -> RawText | None:
    office = find_office()
    if office is None:
        return None
    suffix = path.suffix.lower() if path.suffix.lower() in SUFFIXES else SUFFIXES[0]
    with tempfile.TemporaryDirectory(prefix="duikan-") as folder:
        made = converted(office, data, suffix, Path(folder))
        return replace(read_docx(made), encoding=NAME) if made else None


def _no_way(path: Path) -> ReadError:
    return ReadError(
        en=f"{path.name} is damaged, or of a kind that only Word, WPS and LibreOffice can read: "
        "open it in one of them, save it as .docx and open that.",
        zh=f"“{path.name}”已损坏，或其格式只有 Word、WPS、LibreOffice 能读取："
        "请用其中之一打开，另存为 .docx 后再打开。",
    )
