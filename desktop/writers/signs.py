"""The grammar of marks: what tells a relation without colour, on the screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.compare.model import ChangeKind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.compare.model import Change

MOST_SIGNS = 1
"""Badges that named every change of a long statement would push its text off the line."""

STANDING = (Relation.REVISED, Relation.DELIVERED, Relation.PROGRESS, Relation.RECURRING)
"""Which relation a statement with several is marked by: what says most comes first."""


class LineForm(StrEnum):
    """How the line under a statement is drawn."""

    THIN = "thin"
    DOUBLE = "double"
    THICK = "thick"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class Form:
    """What tells a relation without colour: a letter, how it is drawn, and a line."""

    letter: str
    filled: bool
    line: LineForm


LETTER_SHARE = 0.7
"""The size of a letter in Word files, of that of the text that it stands before. It is not raised:
LibreOffice would make what is raised smaller once more."""

LETTER_STYLE = "Duikan Relation Letter"
"""What Word's style of letters is called: by this name the readers know them for no text."""


@dataclass(frozen=True, slots=True)
class Badge:
    """The letter of a relation with the sign of the first change that has one."""

    relation: Relation
    text: str


FORMS = {
    Relation.RECURRING: Form("延", False, LineForm.THIN),
    Relation.REVISED: Form("调", True, LineForm.DOUBLE),
    Relation.NEW: Form("新", True, LineForm.THICK),
    Relation.DROPPED: Form("未", False, LineForm.DASHED),
    Relation.DELIVERED: Form("兑", True, LineForm.DOTTED),
    Relation.PROGRESS: Form("进", False, LineForm.DOTTED),
}

CHANGE_SIGNS = {
    ChangeKind.RAISED: "↑",
    ChangeKind.LOWERED: "↓",
    ChangeKind.TIGHTENED: "收紧",
    ChangeKind.LOOSENED: "放宽",
    ChangeKind.QUANTIFIED: "量化",
    ChangeKind.UNQUANTIFIED: "去量化",
    ChangeKind.RESCHEDULED: "时限",
    ChangeKind.RESCOPED: "范围",
    ChangeKind.REWORDED: "",
}
"""What stands behind the letter of a revised statement; a mere rewording needs no sign."""


def badge_of(relation: Relation, changes: Iterable[Change] = ()) -> Badge:
    """Return the badge of a relation; only a revision tells of changes.

    >>> badge_of(Relation.NEW).text
    '新'
    """
    if relation is not Relation.REVISED:
        return PLAIN_BADGES[relation]
    signs = dict.fromkeys(CHANGE_SIGNS[change.kind] for change in changes)
    told = [sign for sign in signs if sign][:MOST_SIGNS]
    return Badge(relation, "".join([FORMS[relation].letter, *told]))


PLAIN_BADGES = {relation: Badge(relation, form.letter) for relation, form in FORMS.items()}
