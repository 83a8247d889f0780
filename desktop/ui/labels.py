"""How the enums of the core are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.compare.annotation import Status
from desktop.compare.model import ChangeKind, Direction, ReasonKind, Relation, Side, Standing, Trend
from desktop.language import told_day
from desktop.report.model import CommitmentKind, Reason, ReportKind, Role

if TYPE_CHECKING:
    from enum import StrEnum

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison
    from desktop.compare.model import Reason as LinkReason

LABELS: dict[type[StrEnum], dict[StrEnum, object]] = {
    Relation: {
        Relation.RECURRING: QT_TRANSLATE_NOOP("Labels", "Recurring"),
        Relation.REVISED: QT_TRANSLATE_NOOP("Labels", "Revised"),
        Relation.NEW: QT_TRANSLATE_NOOP("Labels", "New"),
        Relation.DROPPED: QT_TRANSLATE_NOOP("Labels", "Dropped"),
        Relation.DELIVERED: QT_TRANSLATE_NOOP("Labels", "Delivered"),
        Relation.PROGRESS: QT_TRANSLATE_NOOP("Labels", "In progress"),
    },
    ChangeKind: {
        ChangeKind.RAISED: QT_TRANSLATE_NOOP("Labels", "raised"),
        ChangeKind.LOWERED: QT_TRANSLATE_NOOP("Labels", "lowered"),
        ChangeKind.TIGHTENED: QT_TRANSLATE_NOOP("Labels", "tightened"),
        ChangeKind.LOOSENED: QT_TRANSLATE_NOOP("Labels", "loosened"),
        ChangeKind.QUANTIFIED: QT_TRANSLATE_NOOP("Labels", "quantified"),
        ChangeKind.UNQUANTIFIED: QT_TRANSLATE_NOOP("Labels", "unquantified"),
        ChangeKind.RESCHEDULED: QT_TRANSLATE_NOOP("Labels", "rescheduled"),
        ChangeKind.RESCOPED: QT_TRANSLATE_NOOP("Labels", "rescoped"),
        ChangeKind.REWORDED: QT_TRANSLATE_NOOP("Labels", "reworded"),
    },
    Direction: {
        Direction.SAME: QT_TRANSLATE_NOOP("Labels", "unchanged"),
        Direction.RAISED: QT_TRANSLATE_NOOP("Labels", "raised"),
        Direction.LOWERED: QT_TRANSLATE_NOOP("Labels", "lowered"),
        Direction.TIGHTENED: QT_TRANSLATE_NOOP("Labels", "tightened"),
        Direction.LOOSENED: QT_TRANSLATE_NOOP("Labels", "loosened"),
        Direction.QUANTIFIED: QT_TRANSLATE_NOOP("Labels", "quantified"),
        Direction.UNQUANTIFIED: QT_TRANSLATE_NOOP("Labels", "unquantified"),
        Direction.RESCHEDULED: QT_TRANSLATE_NOOP("Labels", "rescheduled"),
        Direction.RESCOPED: QT_TRANSLATE_NOOP("Labels", "rescoped"),
        Direction.REWORDED: QT_TRANSLATE_NOOP("Labels", "reworded"),
        Direction.NEW: QT_TRANSLATE_NOOP("Labels", "new"),
        Direction.DROPPED: QT_TRANSLATE_NOOP("Labels", "dropped"),
    },
    Trend: {
        Trend.NEW: QT_TRANSLATE_NOOP("Labels", "First time"),
        Trend.VANISHED: QT_TRANSLATE_NOOP("Labels", "Vanished"),
        Trend.GROWN: QT_TRANSLATE_NOOP("Labels", "More often"),
        Trend.SHRUNK: QT_TRANSLATE_NOOP("Labels", "Less often"),
    },
    CommitmentKind: {
        CommitmentKind.QUANTIFIED: QT_TRANSLATE_NOOP("Labels", "with a number"),
        CommitmentKind.NAMED: QT_TRANSLATE_NOOP("Labels", "with a name"),
        CommitmentKind.GENERAL: QT_TRANSLATE_NOOP("Labels", "general"),
    },
    ReasonKind: {
        ReasonKind.INDICATOR: QT_TRANSLATE_NOOP("Labels", "same indicator"),
        ReasonKind.OBJECT: QT_TRANSLATE_NOOP("Labels", "same object"),
        ReasonKind.WORDS: QT_TRANSLATE_NOOP("Labels", "shared words"),
        ReasonKind.SECTION: QT_TRANSLATE_NOOP("Labels", "corresponding sections"),
    },
    Standing: {
        Standing.AUTOMATIC: QT_TRANSLATE_NOOP("Labels", "not confirmed"),
        Standing.CONFIRMED: QT_TRANSLATE_NOOP("Labels", "confirmed"),
        Standing.RELABELLED: QT_TRANSLATE_NOOP("Labels", "relabelled by hand"),
        Standing.MADE: QT_TRANSLATE_NOOP("Labels", "linked by hand"),
    },
    Side: {
        Side.LEFT: QT_TRANSLATE_NOOP("Labels", "left"),
        Side.RIGHT: QT_TRANSLATE_NOOP("Labels", "right"),
    },
    Status: {
        Status.TO_CHECK: QT_TRANSLATE_NOOP("Labels", "To check"),
        Status.CONFIRMED: QT_TRANSLATE_NOOP("Labels", "Confirmed"),
        Status.QUESTION: QT_TRANSLATE_NOOP("Labels", "Question"),
        Status.QUOTE: QT_TRANSLATE_NOOP("Labels", "Quote"),
        Status.IGNORE: QT_TRANSLATE_NOOP("Labels", "Ignore"),
    },
    Role: {
        Role.FRONT: QT_TRANSLATE_NOOP("Labels", "opening"),
        Role.REVIEW: QT_TRANSLATE_NOOP("Labels", "review"),
        Role.PROBLEMS: QT_TRANSLATE_NOOP("Labels", "problems"),
        Role.PLAN: QT_TRANSLATE_NOOP("Labels", "plan"),
        Role.SELF_GOVERNMENT: QT_TRANSLATE_NOOP("Labels", "the government itself"),
        Role.CLOSING: QT_TRANSLATE_NOOP("Labels", "closing"),
        Role.APPENDIX: QT_TRANSLATE_NOOP("Labels", "annex"),
        Role.GLOSSARY: QT_TRANSLATE_NOOP("Labels", "glossary"),
        Role.NOISE: QT_TRANSLATE_NOOP("Labels", "other matter"),
    },
    ReportKind: {
        ReportKind.WORK: QT_TRANSLATE_NOOP("Labels", "work report"),
        ReportKind.PLAN: QT_TRANSLATE_NOOP("Labels", "plan report"),
        ReportKind.REPLY: QT_TRANSLATE_NOOP("Labels", "reply"),
        ReportKind.BUDGET: QT_TRANSLATE_NOOP("Labels", "budget report"),
        ReportKind.PROGRAMME: QT_TRANSLATE_NOOP("Labels", "programme"),
        ReportKind.OTHER: QT_TRANSLATE_NOOP("Labels", "report"),
    },
    Reason: {
        Reason.BOILERPLATE: QT_TRANSLATE_NOOP("Labels", "web page matter"),
        Reason.RUNNING_HEAD: QT_TRANSLATE_NOOP("Labels", "running heads"),
        Reason.PAGE_NUMBER: QT_TRANSLATE_NOOP("Labels", "page numbers"),
        Reason.PAGE_TURN: QT_TRANSLATE_NOOP("Labels", "page-turn marks"),
        Reason.WATERMARK: QT_TRANSLATE_NOOP("Labels", "watermarks"),
        Reason.CONTENTS: QT_TRANSLATE_NOOP("Labels", "table of contents"),
        Reason.DUPLICATE: QT_TRANSLATE_NOOP("Labels", "repeated matter"),
        Reason.MARKUP: QT_TRANSLATE_NOOP("Labels", "signs of Markdown"),
        Reason.REVISION: QT_TRANSLATE_NOOP("Labels", "deleted revisions"),
        Reason.NOTE: QT_TRANSLATE_NOOP("Labels", "footnotes and comments"),
        Reason.HIDDEN: QT_TRANSLATE_NOOP("Labels", "hidden text"),
    },
}
"""By enum, since values of two of them may be one string, such as a plan and a plan report."""

READING_ORDER = (
    Relation.REVISED,
    Relation.NEW,
    Relation.DROPPED,
    Relation.DELIVERED,
    Relation.PROGRESS,
    Relation.RECURRING,
)
"""What the reader looks for first stands first."""


def label(value: StrEnum) -> str:
    """Return the name of `value` in the language of the interface."""
    return QCoreApplication.translate("Labels", str(LABELS[type(value)][value]))


def named(name: str, text: str) -> str:
    """Return a text behind its name, parted as the language of the interface has it."""
    form = QCoreApplication.translate("Labels", "{name}: {text}")
    return form.format(name=name, text=text)


def signed(note: Annotation) -> str:
    """Return who wrote a note first and, where its words are another's by now, whose and when."""
    if not note.is_reworded:
        return note.author
    form = QCoreApplication.translate("Labels", "{author} (changed by {editor}, {day})")
    if not note.editor:
        form = QCoreApplication.translate("Labels", "{author} (changed {day})")
    day = told_day(note.edited)
    return form.format(author=note.author, editor=note.editor, day=day).strip()


def reason_lines(reasons: tuple[LinkReason, ...]) -> tuple[str, ...]:
    """Return one line for each kind of reason, with all that speaks for it."""
    details: dict[ReasonKind, dict[str, None]] = {}
    for reason in reasons:
        found = details.setdefault(reason.kind, {})
        if reason.detail:
            found[reason.detail] = None
    comma = QCoreApplication.translate("Labels", ", ")
    return tuple(
        named(label(kind), comma.join(found)) if found else label(kind)
        for kind, found in details.items()
    )


def side_names(comparison: Comparison) -> tuple[str, str]:
    """Return what to call the two sides: by year, body or both, else left and right."""
    left, right = comparison.left.report, comparison.right.report
    by_year, by_body = comparison.is_of_two_years, comparison.is_of_two_bodies
    if by_year and by_body:
        form = QCoreApplication.translate("Labels", "{body} {year}")
        first, second = (form.format(body=each.body, year=each.year) for each in (left, right))
        return first, second
    if by_year:
        return str(left.year), str(right.year)
    return (left.body, right.body) if by_body else (label(Side.LEFT), label(Side.RIGHT))
