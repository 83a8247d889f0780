"""The sentence that says what a document leaves out: it may be read as if it were the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Relation
from desktop.report.model import Role
from desktop.writers import labels
from desktop.writers.contents import EVERYTHING, NO_TAG, Confirmation, Contents, Kind
from desktop.writers.labels import COMMITMENTS, CONFIRMATIONS, LABELS, ROLES
from desktop.writers.phrases import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import StrEnum

    from desktop.writers.labels import Words

NAMES: dict[str, tuple[Words, Iterable[tuple[StrEnum, Words]]]] = {
    "relations": (labels.OF_RELATION, tuple(LABELS.items())),
    "changes": (labels.OF_CHANGE, tuple(LABELS.items())),
    "roles": (labels.OF_PART, tuple(ROLES.items())),
    "commitments": (labels.OF_KIND, tuple(COMMITMENTS.items())),
    "statuses": (labels.OF_STATUS, tuple(LABELS.items())),
}
"""The choices of values, what each is said as, and the names of its values, in their order."""


def selection(contents: Contents, kind: Kind, language: str) -> str:
    """Return what alone goes in, or nothing where all of it does; of terms, words are asked for."""
    if kind is Kind.WORDING:
        contents = Contents(search=contents.search)
    limits = labels.LIMITS_BETWEEN.of(language).join(_limits(contents, language))
    return labels.SELECTION.of(language, limits=limits) if limits else ""


def _limits(contents: Contents, language: str) -> Iterator[str]:
    yield from _chosen(contents, "relations", language)
    if Relation.REVISED in contents.relations:
        yield from _chosen(contents, "changes", language)
    yield from _chosen(contents, "roles", language)
    yield from _chosen(contents, "commitments", language)
    if contents.search.strip():
        yield labels.HOLDING.of(language, words=one_line(contents.search))
    if contents.confirmation is not Confirmation.ANY:
        yield CONFIRMATIONS[contents.confirmation].of(language)
    if contents.only_noted:
        yield labels.NOTED.of(language)
        yield from _chosen(contents, "statuses", language)
        yield from _tags(contents, language)


def _chosen(contents: Contents, field: str, language: str) -> Iterator[str]:
    """Yield the values of a choice, unless all go in; matter that belongs to no report does not."""
    words, names = NAMES[field]
    every, chosen = getattr(EVERYTHING, field) - {Role.NOISE}, getattr(contents, field)
    if not every <= chosen:
        told = (name.of(language) for value, name in names if value in every & chosen)
        yield words.of(language, names=labels.SIDE_BY_SIDE.of(language).join(told))


def _tags(contents: Contents, language: str) -> Iterator[str]:
    if contents.tags:
        named = (one_line(tag) for tag in sorted(contents.tags - {NO_TAG}))
        bare = (labels.UNTAGGED.of(language),) if NO_TAG in contents.tags else ()
        told = labels.SIDE_BY_SIDE.of(language).join((*named, *bare))
        yield labels.OF_TAG.of(language, names=told)
