"""Contents: what goes into a document, and the choices that have a name."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from desktop.compare.annotation import Status
from desktop.compare.model import ChangeKind, Relation, Side
from desktop.report.model import CommitmentKind, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.writers.json import Value


class Kind(StrEnum):
    """One sort of document; several can be bound together."""

    TABLE = "table"  # 对照表
    TARGETS = "targets"  # 目标对照表
    MEMO = "memo"
    COMMENTS = "comments"  # a report with the notes on its margin
    WORDING = "wording"  # 提法变化


class Look(StrEnum):
    """The type that it is set in."""

    OFFICIAL = "official"  # of Chinese official documents, GB/T 9704
    PLAIN = "plain"


class Chapters(StrEnum):
    """By what the notes are gathered."""

    TAG = "tag"
    SECTION = "section"


class Confirmation(StrEnum):
    """Whether the analyst vouches for a row."""

    ANY = "any"
    CONFIRMED = "confirmed"
    OPEN = "open"


NO_TAG = ""
"""Stands among tags for none: no note has an empty one."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes in. A row of the comparison passes where every one of these lets it through.

    `changes` judges what is revised alone; `roles` and `commitments` look at the statements of
    both sides, one is enough. `tags` lets every note through where it is empty; NO_TAG among them
    those without any. `search` is looked for without regard to width. `only_noted` wants a note
    that goes in on the row.
    """

    kinds: tuple[Kind, ...] = (Kind.TABLE,)
    relations: frozenset[Relation] = frozenset(Relation)
    changes: frozenset[ChangeKind] = frozenset(ChangeKind)
    roles: frozenset[Role] = frozenset(Role)
    commitments: frozenset[CommitmentKind] = frozenset(CommitmentKind)
    statuses: frozenset[Status] = frozenset(Status)
    tags: frozenset[str] = frozenset()
    search: str = ""
    confirmation: Confirmation = Confirmation.ANY
    only_noted: bool = False
    has_notes: bool = True
    is_broad: bool = True  # the tables lie on their side
    has_highlights: bool = True  # the relations colour the report with its comments
    side: Side = Side.RIGHT  # the report that is printed with its comments
    chapters: Chapters = Chapters.TAG
    look: Look = Look.OFFICIAL


EVERYTHING = Contents()
WITHOUT_RECURRING = frozenset(Relation) - {Relation.RECURRING}

PRESETS: dict[str, Contents] = {
    "supervision": Contents(
        kinds=(Kind.TABLE, Kind.TARGETS),
        relations=WITHOUT_RECURRING - {Relation.NEW},
        statuses=frozenset(Status) - {Status.IGNORE},
    ),
    "writing": Contents(
        kinds=(Kind.MEMO, Kind.WORDING),
        relations=WITHOUT_RECURRING,
        statuses=frozenset({Status.CONFIRMED, Status.QUOTE, Status.TO_CHECK}),
    ),
    "full_text": Contents(kinds=(Kind.COMMENTS,)),
}
"""督查对照, 写作素材, 全文批注: what became of each promise; what to write from; a read copy."""

_Enum = TypeVar("_Enum", bound=StrEnum)


def contents_value(contents: Contents) -> dict[str, Value]:
    """Return the choice as a value of JSON."""
    made: dict[str, Value] = {}
    for field in fields(contents):
        found = getattr(contents, field.name)
        is_set = isinstance(found, frozenset)
        made[field.name] = (
            sorted(found) if is_set else list(found) if isinstance(found, tuple) else found
        )
    return made


def contents_from(value: Mapping[str, object]) -> Contents:
    """Return the choice that `contents_value` made; what it does not understand is as usual."""
    usual = EVERYTHING
    kinds = _texts(value, "kinds") or ()
    search = value.get("search")
    return Contents(
        kinds=tuple(kind for kind in Kind if kind.value in kinds) or usual.kinds,
        relations=_set(value, "relations", Relation),
        changes=_set(value, "changes", ChangeKind),
        roles=_set(value, "roles", Role),
        commitments=_set(value, "commitments", CommitmentKind),
        statuses=_set(value, "statuses", Status),
        tags=frozenset(_texts(value, "tags") or ()),
        search=search if isinstance(search, str) else usual.search,
        confirmation=_choice(value, "confirmation", usual.confirmation),
        only_noted=_switch(value, "only_noted", usual.only_noted),
        has_notes=_switch(value, "has_notes", usual.has_notes),
        is_broad=_switch(value, "is_broad", usual.is_broad),
        has_highlights=_switch(value, "has_highlights", usual.has_highlights),
        side=_choice(value, "side", usual.side),
        chapters=_choice(value, "chapters", usual.chapters),
        look=_choice(value, "look", usual.look),
    )


def _texts(value: Mapping[str, object], name: str) -> list[str] | None:
    found = value.get(name)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else None


def _set(value: Mapping[str, object], name: str, enum: type[_Enum]) -> frozenset[_Enum]:
    found = _texts(value, name)
    return frozenset(one for one in enum if found is None or one.value in found)


def _switch(value: Mapping[str, object], name: str, usual: bool) -> bool:
    found = value.get(name)
    return found if isinstance(found, bool) else usual


def _choice(value: Mapping[str, object], name: str, usual: _Enum) -> _Enum:
    return next((one for one in type(usual) if one.value == value.get(name)), usual)
