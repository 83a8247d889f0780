"""Seals: a check sum beside each row, so that a damaged disk is noticed before it is believed.

SQLite's own check finds a page that is broken, but not a character that has changed within a
text. The texts of reports need no seal: they are named by their sha256.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from desktop.report.model import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.store.file.values import Row

SEAL = "seal"


class Broken(Exception):  # noqa: N818 - it is the file that is
    """What is kept is not what was written."""


def seal_of(row: Row) -> int:
    """Return the check sum of a row, in the order of its columns."""
    return sum_of([value for name, value in row.items() if name != SEAL])


def sum_of(values: Sequence[object]) -> int:
    """Return the check sum of values in their order."""
    return zlib.crc32("\x1f".join(map(str, values)).encode("utf-8", "surrogatepass"))


def sealed(row: Row) -> Row:
    """Return a row with its seal; it is checked with the same columns in the same order."""
    return row | {SEAL: seal_of(row)}


def check_seal(row: Row) -> None:
    """Raise Broken if the row does not fit its seal."""
    if row[SEAL] != seal_of(row):
        raise Broken


def vouched(row: Row) -> str:
    """Return the text of a report's row; raises Broken if it is not what it is called by."""
    text = row["text"]
    if not isinstance(text, str) or name_of(text) != row["sha256"]:
        raise Broken
    return text


def is_broken(look: Callable[[], object]) -> bool:
    """Tell whether somebody who looks finds something broken."""
    try:
        look()
    except Broken:
        return True
    return False
