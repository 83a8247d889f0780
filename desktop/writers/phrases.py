"""What all formats say of a comparison, as phrases: the front half that they share."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from desktop.compare.model import Relation, Side
from desktop.language import Counted, told_day
from desktop.report.model import ReportKind
from desktop.writers import labels
from desktop.writers.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop.compare.annotation import Annotation
    from desktop.compare.findings import TargetRow
    from desktop.compare.model import Change, Comparison
    from desktop.compare.rows import Row
    from desktop.report.model import ParsedReport, Report, Section

READING_ORDER = (
    Relation.NEW,
    Relation.REVISED,
    Relation.DROPPED,
    Relation.DELIVERED,
    Relation.PROGRESS,
    Relation.RECURRING,
)
"""What the reader of a memo asks for first stands first."""

PATH_SEPARATOR = " › "
SORT_OF_PLACE = re.compile(r"(?:[壮回]族|维吾尔)?自治区$|(?<=..)[省市区县州旗]$")
# What no format may hold: controls but tab and newline, what XML 1.0 leaves out, and marks that
# turn the direction of the text around, so that a page would not read as the report does.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_QUOTED = re.compile('"([^"]*)"')
LOST = "\ufffd"  # stands for half a character


def printable(text: str) -> str:
    r"""Return `text` without what a page cannot show.

    >>> printable("云川\x00\x1b[31m\ud800𠮷")
    '云川[31m\ufffd𠮷'
    """
    return _SURROGATE.sub(LOST, _FORBIDDEN.sub("", text))


def one_line(text: str) -> str:
    """Return `text` on one line, without blanks around it."""
    return " ".join(printable(text).split())


def report_name(report: Report, language: str) -> str:
    """Return the title of a report, with the body and the year that it does not say itself."""
    title = one_line(report.title) or labels.UNTITLED.of(language)
    body = (
        ""
        if says_body(title, report.body)
        else one_line(report.body) + labels.AFTER_BODY.of(language)
    )
    # A title that quotes another one has its marks already.
    words = labels.QUOTING_REPORT if "《" in title else labels.REPORT
    name = words.of(language, body=body, title=title)
    if report.year is None or str(report.year) in title:
        return name
    return name + labels.YEAR.of(language, year=report.year)


def says_body(title: str, body: str) -> bool:
    """Say whether a title names a body, with or without the sort of place that it is.

    >>> says_body("2031年广西政府工作报告", "广西壮族自治区"), says_body("政府工作报告", "云川区")
    (True, False)
    """
    return SORT_OF_PLACE.sub("", body) in title


def short_name(report: Report, language: str) -> str:
    """Return body, year and kind of a report, or its name where they are not known."""
    if not report.body or report.year is None:
        return report_name(report, language)
    return labels.SHORT_NAME.of(
        language, body=one_line(report.body), year=report.year, kind=label(report.kind, language)
    )


def size_phrase(parsed: ParsedReport, language: str) -> str:
    """Return how many characters, sections and commitments a report has."""
    return labels.SIZE.of(
        language,
        characters=Counted(len(parsed.report.text)),
        sections=Counted(len(parsed.sections)),
        commitments=Counted(len(parsed.commitments)),
    )


def side_label(comparison: Comparison, side: Side, language: str) -> str:
    """Return a short name for a side: what tells the reports apart, else left or right."""
    return telling_name(comparison, side, language) or label(side, language)


def telling_name(comparison: Comparison, side: Side, language: str) -> str:
    """Return the body or the year of a side, or both, as the reports differ; else nothing."""
    report = comparison.side(side).report
    body = one_line(report.body) if comparison.is_of_two_bodies else ""
    if not comparison.is_of_two_years:
        return body
    return labels.BODY_YEAR.of(language, body=body, year=report.year).strip()


def side_name(comparison: Comparison, side: Side, language: str) -> str:
    """Return what a quote is introduced by: the year where that tells the reports apart."""
    report = comparison.side(side).report
    if comparison.is_of_two_years and comparison.left.report.body == comparison.right.report.body:
        return labels.YEAR_SAYS.of(language, year=report.year)
    return labels.SAYS.of(language, name=short_name(report, language))


def report_title(comparison: Comparison, what: str, language: str) -> str:
    """Return the title of a document: body and kind where both reports have the same.

    `what` says what sort of document it is.
    """
    left, right = comparison.left.report, comparison.right.report
    kind = label(left.kind if left.kind is right.kind else ReportKind.OTHER, language)
    if left.body and left.body == right.body:
        return labels.TITLE.of(language, body=one_line(left.body), kind=kind, what=what)
    return labels.TITLE_WITHOUT_BODY.of(language, kind=kind, what=what)


def written(author: str, at: datetime, language: str) -> str:
    """Return who wrote something, and the day on which it was last changed, where we are."""
    return labels.WRITTEN.of(language, author=one_line(author), date=told_day(at)).strip()


def signed(note: Annotation, language: str) -> str:
    """Return who wrote a note and when, or whose its words are by now if they are another's."""
    if not note.is_reworded:
        return written(note.author, note.changed, language)
    author, editor = one_line(note.author), one_line(note.editor)
    form = labels.EDITED if editor else labels.EDITED_BY_NOBODY
    date = told_day(note.edited)
    return form.of(language, author=author, editor=editor, date=date).strip()


def path_name(path: Iterable[str]) -> str:
    """Return headings, outermost first, as one phrase."""
    return PATH_SEPARATOR.join(one_line(heading) for heading in path)


def part_name(section: Section) -> str:
    """Return the heading of a section without its number, to stand below a number of our own."""
    return one_line(section.heading) or one_line(section.marker)


def section_path(parsed: ParsedReport, section: int | None) -> tuple[str, ...]:
    """Return marker and heading of a section and of those above it."""
    return tuple(s.marker + s.heading for s in parsed.path(section))


def indicator_phrase(indicator: str) -> str:
    """Return the name of an indicator, which comes folded, with the quotation marks of a report.

    >>> indicator_phrase('新增"四上"企业')
    '新增“四上”企业'
    """
    return _QUOTED.sub("“\\1”", one_line(indicator))


def indicator_name(row: TargetRow, comparison: Comparison, language: str) -> str:
    """Return what a row of targets is about, with its year where that is not its report's."""
    name = indicator_phrase(row.indicator)
    parsed, figure = comparison.right, row.right
    if figure is None:
        parsed, figure = comparison.left, row.left
    year = figure.target.deadline if figure else ""
    is_usual = year in ("", str(parsed.report.year))
    return name if is_usual else name + labels.YEAR.of(language, year=year)


def directions_phrase(row: TargetRow, language: str) -> str:
    """Return what becomes of an indicator, in small letters: it may stand within a line."""
    names = (labels.DIRECTIONS[direction].of(language).lower() for direction in row.directions)
    return labels.SIDE_BY_SIDE.of(language).join(names)


def change_phrases(changes: Iterable[Change], language: str) -> tuple[str, ...]:
    """Return what changed, each as "提高：地区生产总值 5%左右 → 6%左右".

    Of one pair of words all that is said stands together: "提高、收紧：…".
    """
    kinds: dict[tuple[str, str, str], dict[str, None]] = {}
    for change in changes:
        words = (change.indicator, change.left, change.right)
        kinds.setdefault(words, {})[label(change.kind, language)] = None
    between = labels.SIDE_BY_SIDE.of(language)
    phrases = (_change(between.join(said), *words, language) for words, said in kinds.items())
    return tuple(dict.fromkeys(phrases))


def _change(kind: str, indicator: str, left: str, right: str, language: str) -> str:
    indicator = indicator_phrase(indicator)
    if not left and not right:
        return labels.CHANGE.of(language, kind=kind, what=indicator) if indicator else kind
    nothing = labels.NOTHING.of(language)
    what = labels.ARROW.of(
        language,
        indicator=indicator + " " if indicator else "",
        left=one_line(left) or nothing,
        right=one_line(right) or nothing,
    )
    return labels.CHANGE.of(language, kind=kind, what=what)


def counts(rows: Iterable[Row]) -> Counter[Relation]:
    """Return how many rows each relation has."""
    return Counter(row.relation for row in rows if row.relation is not None)


def counts_phrase(rows: Iterable[Row], comparison: Comparison, language: str) -> str:
    """Return the summary sentence: how many are new, revised, and so on, or why there are none."""
    found = counts(rows)
    parts = (
        labels.COUNT.of(language, label=label(relation, language), number=found[relation])
        for relation in READING_ORDER
        if found[relation]
    )
    if not found:
        is_any = comparison.left.commitments or comparison.right.commitments
        return (labels.NO_ROWS if is_any else labels.NO_COMMITMENTS).of(language)
    return labels.COUNTS_BETWEEN.of(language).join(parts) + labels.COUNTS_END.of(language)


def texts_of(comparison: Comparison, row: Row, side: Side) -> tuple[str, ...]:
    """Return the headings or statements of one side of a row, each on one line."""
    parsed = comparison.side(side)
    ids = row.left if side is Side.LEFT else row.right
    if row.is_heading:
        return tuple(one_line(parsed.sections[i].marker + parsed.sections[i].heading) for i in ids)
    return tuple(one_line(parsed.statements[i].text) for i in ids)
