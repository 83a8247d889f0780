"""Parts → one zip archive, as Word and spreadsheets keep theirs."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can name


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts, by their names, as an archive: the same parts make the same bytes."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, STAMP), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()
