"""What a look over reports found, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.cli.words import description
from desktop.language import CHINESE, Counted
from desktop.report.preflight import preflight
from desktop.writers.json import answer
from desktop.writers.labels import ROLES, SIDE_BY_SIDE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.errors import ReadError
    from desktop.report.model import ParsedReport
    from desktop.report.preflight import Preflight
    from desktop.writers.json import Value


@dataclass(frozen=True, slots=True)
class Look:
    """A file that was looked at: its report, or why there is none."""

    path: Path
    parsed: ParsedReport | None = None
    fault: ReadError | None = None


def preflight_text(looks: Sequence[Look], language: str) -> bytes:
    """Return some lines for each file."""
    said = (_lines(look, language) for look in looks)
    return "\n".join("\n".join(lines) + "\n" for lines in said).encode("utf-8", "replace")


def preflight_json(looks: Sequence[Look]) -> bytes:
    """Return everything that was found."""
    files = [_value(look) for look in looks]
    return answer({"files": files})


def _lines(look: Look, language: str) -> list[str]:
    if look.parsed is None:
        return [str(look.path), f"  ! {look.fault.in_language(language)}" if look.fault else ""]
    report, found = look.parsed.report, preflight(look.parsed)
    head = description(report, language, report.date, report.encoding)
    notes = [f"  ! {note.in_language(language)}" for note in found.notes]
    good = "  没有发现问题。" if language == CHINESE else "  Nothing looks wrong."
    return [str(look.path), f"  {head}", f"  {_counts(found, language)}", *(notes or [good])]


def _counts(found: Preflight, language: str) -> str:
    named = SIDE_BY_SIDE.of(language).join(
        f"{ROLES[part.role].of(language)} {part.characters:,}" for part in found.parts
    )
    if language == CHINESE:
        return (
            f"{found.characters:,} 字（{named}），{found.headings} 个标题，"
            f"{found.commitments} 项承诺，搁置 {found.set_aside} 处"
        )
    return (
        f"{Counted(found.characters):character} ({named}), "
        f"{Counted(found.headings):heading}, {Counted(found.commitments):commitment}, "
        f"{Counted(found.set_aside):piece} set aside"
    )


def _value(look: Look) -> Value:
    if look.parsed is None:
        fault: Value = {"en": look.fault.en, "zh": look.fault.zh} if look.fault else None
        return {"file": str(look.path), "fault": fault}
    report, found = look.parsed.report, preflight(look.parsed)
    aside = Counter(piece.reason.value for piece in report.set_aside)
    return {
        "file": str(look.path),
        "title": report.title,
        "body": report.body,
        "year": report.year,
        "date": report.date,
        "kind": report.kind.value,
        "encoding": report.encoding,
        "characters": found.characters,
        "parts": [{"role": p.role.value, "characters": p.characters} for p in found.parts],
        "headings": found.headings,
        "commitments": found.commitments,
        "set_aside": dict(aside),
        "notes": [{"kind": n.kind, "en": n.en, "zh": n.zh} for n in found.notes],
    }
