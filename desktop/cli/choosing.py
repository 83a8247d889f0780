"""What goes into a document, as it was typed: names by their values or in either language."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from desktop import paths
from desktop.compare.annotation import Status
from desktop.compare.model import ChangeKind, Relation, Side
from desktop.errors import UserError
from desktop.report.model import CommitmentKind, Role
from desktop.writers.contents import (
    EVERYTHING,
    NO_TAG,
    Chapters,
    Confirmation,
    Contents,
    Kind,
    Look,
)
from desktop.writers.labels import COMMITMENTS, CONFIRMATIONS, KINDS, LABELS, ROLES
from desktop.writers.presets import preset

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

    from desktop.compare.annotation import Annotation

UNTAGGED = {"untagged", "未加标签"}

_Enum = TypeVar("_Enum", bound="StrEnum")


def contents_of(arguments: Namespace) -> Contents:
    """Return what goes in; raises UserError for a name that nothing has."""
    contents = preset(arguments.preset, paths.data_folder()) if arguments.preset else EVERYTHING
    if arguments.kind:
        kinds = _chosen(arguments.kind, Kind, KINDS)
        contents = replace(contents, kinds=tuple(kind for kind in Kind if kind in kinds))
    if arguments.only:
        contents = _only(contents, arguments.only)
    if arguments.parts:
        contents = replace(contents, roles=_chosen(arguments.parts, Role, ROLES))
    if arguments.commitments:
        kinds_of = _chosen(arguments.commitments, CommitmentKind, COMMITMENTS)
        contents = replace(contents, commitments=kinds_of)
    if arguments.status:
        contents = replace(contents, statuses=_chosen(arguments.status, Status, LABELS))
    if arguments.tags:
        contents = replace(contents, tags=_tags(arguments.tags))
    return _laid_out(contents, arguments)


def _tags(given: str) -> frozenset[str]:
    """Return the tags that are named; a word for none may be a tag as well: see `meant_tags`."""
    tags = {*_parted(given)}
    return frozenset(tags | {NO_TAG} if UNTAGGED & tags else tags)


def meant_tags(contents: Contents, notes: Iterable[Annotation]) -> Contents:
    """Take a word for no tag for a tag as well only where a note has one of that name."""
    if NO_TAG not in contents.tags:
        return contents
    given = {tag for note in notes for tag in note.tags}
    return replace(contents, tags=contents.tags - (UNTAGGED - given))


def unknown_tags(contents: Contents, notes: Iterable[Annotation]) -> UserError | None:
    """Return what to say where a tag is asked for that is on none of the notes."""
    missing = sorted(contents.tags - {NO_TAG} - {tag for note in notes for tag in note.tags})
    if not missing:
        return None
    return UserError(
        en=f"No note on these reports has the tag {', '.join(missing)}.",
        zh=f"这两份报告的批注中没有标签“{'、'.join(missing)}”。",
    )


def _laid_out(contents: Contents, arguments: Namespace) -> Contents:
    return replace(
        contents,
        search=arguments.search or contents.search,
        only_noted=contents.only_noted or arguments.noted,
        side=Side(arguments.side) if arguments.side else contents.side,
        look=Look(arguments.style) if arguments.style else contents.look,
        chapters=Chapters(arguments.chapters) if arguments.chapters else contents.chapters,
        is_broad=contents.is_broad and not arguments.upright,
    )


def _only(contents: Contents, given: str) -> Contents:
    """Let in what is named; a change that is named lets the revised in, and no other change."""
    known = {
        **_named(Relation, LABELS),
        **_named(ChangeKind, LABELS),
        **_named(Confirmation, CONFIRMATIONS),
    }
    values = _values(given, known)
    relations = {one for one in values if isinstance(one, Relation)}
    changes = {one for one in values if isinstance(one, ChangeKind)}
    if changes:
        relations.add(Relation.REVISED)
        contents = replace(contents, changes=frozenset(changes))
    if relations:
        contents = replace(contents, relations=frozenset(relations))
    wanted = [one for one in values if isinstance(one, Confirmation)]
    return replace(contents, confirmation=wanted[-1]) if wanted else contents


def _chosen(given: str, enum: type[_Enum], labels: Mapping[Any, Iterable[str]]) -> frozenset[_Enum]:
    """Return the members that are named, by their values or by their words in either language."""
    return frozenset(_values(given, _named(enum, labels)))


def _named(enum: type[_Enum], labels: Mapping[Any, Iterable[str]]) -> dict[str, _Enum]:
    """Return the members under their values, then under their words."""
    words = {word.casefold(): one for one in enum for word in labels.get(one, ())}
    return {**{one.value: one for one in enum}, **words}


def _values(given: str, known: Mapping[str, _Enum]) -> list[_Enum]:
    """Return what is named, which is something; raises UserError for a name that nothing has."""
    names = _parted(given) or [given]
    for name in names:
        if name.casefold() not in known:
            values = dict.fromkeys(one.value for one in known.values())
            chinese = (word for word in known if not word.isascii())
            raise UserError(
                en=f"“{name}” is not known here: choose from {', '.join(values)}.",
                zh=f"无法识别“{name}”：请从 {'、'.join(chinese)} 中选择。",
            )
    return [known[name.casefold()] for name in names]


def _parted(given: str) -> list[str]:
    return [part for part in map(str.strip, re.split("[,，、]", given)) if part]
