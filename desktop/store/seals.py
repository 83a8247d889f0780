"""Seals: a check sum beside each row, so that a damaged disk is noticed before it is believed.

SQLite's own check finds a page that is broken, but not a character that has changed within a
text. The texts of reports need no seal: they are named by their sha256.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.store.values import Row

SEAL = "seal"


class Broken(Exception):  # noqa: N818 - it is the file that is
    """What is kept is not what was written."""


def seal_of(row: Row, parts: Mapping[str, Sequence[Row]] | None = None) -> int:
    """Return the check sum of a row and of the rows that belong to it, in their order."""
    values = [str(value) for name, value in row.items() if name != SEAL]
    for rows in (parts or {}).values():
        values += [str(value) for part in rows for value in part.values()]
    return zlib.crc32("\x1f".join(values).encode("utf-8", "surrogatepass"))


def check_seal(row: Row, parts: Mapping[str, Sequence[Row]] | None = None) -> None:
    """Raise Broken if the row does not fit its seal."""
    if row[SEAL] != seal_of(row, parts):
        raise Broken
