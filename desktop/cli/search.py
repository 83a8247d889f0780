"""The search command: words in all notes and all reports, with what is around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.keeping import opened_to_read
from desktop.cli.output import put, say
from desktop.cli.words import NOTHING_FOUND, name_of
from desktop.errors import UserError
from desktop.language import Counted
from desktop.writers.json import answer
from desktop.writers.labels import NOTES, SAYS, Words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from desktop.store import Hits, NoteHit, Passage, ReportHit
    from desktop.writers.json import Value

MOST = 1_000_000_000  # which is to say all: SQLite knows no number of any length
REPORTS = Words("报告", "Reports")
TIMES = Words("（{count}处）", " ({count:time}) ")
MORE = Words(
    "结果未全部列出：请增加文字，或调高 --limit。",
    "There is more: make the words longer, or raise --limit.",
)


def run(arguments: Namespace) -> None:
    """Find words and print where they stand."""
    if arguments.limit < 1:
        raise UserError(
            en=f"--limit {arguments.limit} would show nothing: give a number from 1 on.",
            zh=f"--limit {arguments.limit} 将不显示任何结果：请给出不小于 1 的数。",
        )
    with opened_to_read(arguments) as library:
        hits = library.search(arguments.words, min(arguments.limit, MOST))
    if arguments.format == "json":
        put(answer(_value(arguments.words, hits)))
    else:
        say(_text(hits, arguments.language))


def _value(words: str, hits: Hits) -> dict[str, Value]:
    return {
        "words": words,
        "is_cut": hits.is_cut,
        "annotations": [_note_value(hit) for hit in hits.notes],
        "reports": [_report_value(hit) for hit in hits.reports],
    }


def _note_value(hit: NoteHit) -> dict[str, Value]:
    return {
        "id": hit.annotation,
        "reports": list(hit.reports),
        "contexts": _passage_values(hit.passages),
    }


def _report_value(hit: ReportHit) -> dict[str, Value]:
    return {
        "sha256": hit.report,
        "title": hit.title,
        "body": hit.body,
        "year": hit.year,
        "source": hit.source,
        "count": hit.count,
        "contexts": _passage_values(hit.passages),
    }


def _passage_values(passages: Sequence[Passage]) -> list[Value]:
    return [
        {
            "before": passage.before,
            "match": passage.words,
            "after": passage.after,
            "start": passage.span.start if passage.span else None,
            "end": passage.span.end if passage.span else None,
        }
        for passage in passages
    ]


def _text(hits: Hits, language: str) -> str:
    if not hits.notes and not hits.reports:
        return f"{NOTHING_FOUND.of(language)}\n"
    lines: list[str] = []
    if hits.notes:
        lines.append(f"{SAYS.of(language, name=NOTES.of(language))}{len(hits.notes)}")
        for note in hits.notes:
            lines += [f"#{note.annotation}  {_context(p)}" for p in note.passages]
    if hits.reports:
        lines.append(f"{SAYS.of(language, name=REPORTS.of(language))}{len(hits.reports)}")
        for report in hits.reports:
            times = TIMES.of(language, count=Counted(report.count))
            lines.append(f"{name_of(report)}{times}{report.source}")
            lines += [f"  {_context(passage)}" for passage in report.passages]
    if hits.is_cut:
        lines.append(MORE.of(language))
    return "\n".join(lines) + "\n"


def _context(passage: Passage) -> str:
    return f"{passage.before}【{passage.words}】{passage.after}"
