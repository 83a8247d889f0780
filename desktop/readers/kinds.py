"""Which format a file is in: what it holds decides, then its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.readers.file import HEAD, bytes_of

if TYPE_CHECKING:
    from pathlib import Path

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
# What texts begin with that are more than text. What stands before it is passed over for good: to
# try every way to part it takes for ever.
MARKUP = (
    (re.compile(rb"(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version:", re.IGNORECASE), "mhtml"),
    (
        re.compile(
            rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
            re.I | re.S,
        ),
        "html",
    ),
    (
        re.compile(
            rb"(?:<\?.*?\?>\s*|<!--.*?-->\s*)*+"
            rb"<(?:w:wordDocument|pkg:package|office:document|uof:UOF)\b",
            re.S,
        ),
        "xml",
    ),
    (re.compile(rb".*?</p>\s*<p\b", re.I | re.S), "html"),  # cut out of the source of a page
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
TEXT = "text"
PLAIN = (TEXT, "csv")


def format_of(path: Path) -> str:
    """Return the format of a file, such as "docx", or "text" for what shows none.

    Raises ReadError where the file cannot be opened.
    """
    head = bytes_of(path, HEAD)
    found = next((kind for signature, kind in SIGNATURES if head.startswith(signature)), "")
    if found == "zip":
        from desktop.readers.zipped import zipped_format  # noqa: PLC0415 - text does without

        return zipped_format(path)
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")  # UTF-16 has NULs
    found = found or next((kind for form, kind in MARKUP if form.match(start)), "")
    return found or SUFFIXES.get(path.suffix.lower(), TEXT)
