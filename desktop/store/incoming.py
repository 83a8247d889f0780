"""What a file brings from another library, and whether it fits the texts that it is on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.store.file.faults import told
from desktop.store.file.rows import rows_of
from desktop.store.records.away import REPORTS_LISTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.compare.annotation import Anchor
    from desktop.compare.decisions import Decision
    from desktop.report.corrections import Correction
    from desktop.report.model import Report
    from desktop.store.library import Library
    from desktop.store.records.merging import Sent

ALL_TEXTS = f"SELECT sha256, text FROM {REPORTS_LISTED}"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that a file brings."""

    reports: tuple[Report, ...] = ()
    pair: tuple[str, str] | None = None
    notes: tuple[Sent, ...] = ()
    decisions: tuple[Decision, ...] = ()
    corrections: tuple[tuple[str, Correction], ...] = ()  # with the report's name
    left_out: int = 0  # notes of which the report or the passage is unknown


def unusable(name: str, en: str, zh: str) -> UserError:
    """Return the sentence that says why nothing of a file was taken in."""
    return UserError(
        en=f"{name} cannot be taken in, since {en}; nothing was changed: ask for the file anew.",
        zh=f"无法导入“{name}”：{zh}；未作任何改动，请重新索取该文件。",
    )


def fits(anchor: Anchor | None, texts: dict[str, str]) -> bool:
    """Tell whether an anchor's passage stands where it says, in a text that is known."""
    if anchor is None:
        return True
    text = texts.get(anchor.report)
    return (
        text is not None
        and anchor.span is not None
        and anchor.span.end <= len(text)
        and anchor.span.of(text) == anchor.quote
    )


def texts_of(library: Library, incoming: Sequence[Report]) -> dict[str, str]:
    """Return the texts that are here and those that come, by name."""
    with told(library.path):
        here = {row["sha256"]: row["text"] for row in rows_of(library.db, ALL_TEXTS)}
    return here | {report.sha256: report.text for report in incoming}
