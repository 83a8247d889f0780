"""The terms and set phrases whose use differs, with the sentences that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side, Trend
from desktop.writers import labels
from desktop.writers.contents import Kind
from desktop.writers.json import answer, report_head
from desktop.writers.labels import label
from desktop.writers.phrases import one_line, path_name, report_name, section_path
from desktop.writers.tables import words
from desktop.writers.tables.rows import Rows
from desktop.writers.tables.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.compare.findings import Mention, Term
    from desktop.report.model import ParsedReport
    from desktop.writers.json import Value

COLUMNS = (
    words.TREND,
    labels.TERM,
    words.LEFT_USES,
    words.RIGHT_USES,
    words.LEFT_CONTEXT,
    words.LEFT_SECTION,
    words.RIGHT_CONTEXT,
    words.RIGHT_SECTION,
)
LISTED = 30  # terms of each trend on the screen: what is read before it is searched
AROUND = 24  # characters of a sentence on each side of the term


def wording_rows(
    terms: Sequence[Term], left: ParsedReport, right: ParsedReport, language: str
) -> Rows:
    """Return a row for each term with a whole sentence of each side."""
    cells = tuple(
        (
            word(term.trend, language),
            term.text,
            str(term.left),
            str(term.right),
            *_sentence(term.left_mention, left),
            *_sentence(term.right_mention, right),
        )
        for term in terms
    )
    return Rows(tuple(column.of(language) for column in COLUMNS), cells)


def _sentence(mention: Mention | None, parsed: ParsedReport) -> tuple[str, str]:
    if mention is None:
        return "", ""
    return mention.passage.of(parsed.report.text), path_name(section_path(parsed, mention.section))


def wording_to_text(
    terms: Sequence[Term], left: ParsedReport, right: ParsedReport, language: str
) -> bytes:
    """Return the terms that are worth reading first, each with its surroundings."""
    lines = [labels.KINDS[Kind.WORDING].of(language)]
    for side, parsed in ((Side.LEFT, left), (Side.RIGHT, right)):
        lines.append(f"  {label(side, language)}  {report_name(parsed.report, language)}")
    for trend in Trend:
        found = [term for term in terms if term.trend is trend]
        if found:
            lines += ["", f"【{word(trend, language)} {len(found)}】"]
            for term in found[:LISTED]:
                lines += _entry(term, left, right, language)
        if len(found) > LISTED:
            lines.append(f"  {words.MORE.of(language, number=len(found) - LISTED)}")
    lines += [] if terms else ["", words.NO_WORDING.of(language)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _entry(term: Term, left: ParsedReport, right: ParsedReport, language: str) -> Iterator[str]:
    yield f"  · {one_line(term.text)}  {term.left} → {term.right}"
    for side, mention, parsed in (
        (Side.LEFT, term.left_mention, left),
        (Side.RIGHT, term.right_mention, right),
    ):
        if mention:
            yield f"      {label(side, language)}  {_around(mention, parsed)}"


def _around(mention: Mention, parsed: ParsedReport) -> str:
    """Return the term with what stands around it in its sentence, and the innermost heading."""
    start = max(mention.passage.start, mention.span.start - AROUND)
    end = min(mention.passage.end, mention.span.end + AROUND)
    before = "…" if start > mention.passage.start else ""
    after = "…" if end < mention.passage.end else ""
    heading = path_name(section_path(parsed, mention.section)[-1:])
    where = f"  （{heading}）" if heading else ""
    return f"{before}{one_line(parsed.report.text[start:end])}{after}{where}"


def wording_to_json(terms: Sequence[Term], left: ParsedReport, right: ParsedReport) -> bytes:
    """Return the terms as JSON; offsets are code points into the texts as shown."""
    found: list[Value] = [
        {
            "term": term.text,
            "trend": term.trend.value,
            "left": term.left,
            "right": term.right,
            "weight": term.weight,
            "left_context": _mention(term.left_mention, left),
            "right_context": _mention(term.right_mention, right),
        }
        for term in terms
    ]
    heads = {"left": report_head(left.report), "right": report_head(right.report)}
    return answer({**heads, "terms": found})


def _mention(mention: Mention | None, parsed: ParsedReport) -> Value:
    if mention is None:
        return None
    return {
        "path": list(section_path(parsed, mention.section)),
        "text": mention.passage.of(parsed.report.text),
        "start": mention.span.start,
        "end": mention.span.end,
    }
