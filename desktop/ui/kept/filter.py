"""KeptFilter: what the list shows of a pair is kept with the pair."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from desktop.compare.model import ChangeKind, Relation
from desktop.report.model import CommitmentKind, Role
from desktop.ui.desk.row_filter import RowFilter
from desktop.ui.kept.text import KeptText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.ui.session import Session

T = TypeVar("T", bound=StrEnum)
NAME = "filter"


class KeptFilter(QObject):
    """Shows a pair as it was shown last; one that was never filtered is shown as the one before."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept = KeptText(session, NAME, self)
        self._kept.read.connect(self._on_read)
        session.filter_changed.connect(self._on_filter_changed)

    def _on_read(self, text: str) -> None:
        if text:
            self._session.show_rows(from_text(text))

    def _on_filter_changed(self) -> None:
        self._kept.write(to_text(self._session.filter))


def to_text(chosen: RowFilter) -> str:
    """Return a filter as a text."""
    value = {
        "relations": sorted(chosen.relations),
        "changes": sorted(chosen.changes),
        "kinds": sorted(chosen.kinds),
        "roles": sorted(chosen.roles),
        "text": chosen.text,
        "tags": sorted(chosen.tags),
        "only_open": chosen.only_open,
    }
    return json.dumps(value, ensure_ascii=False)


def from_text(text: str) -> RowFilter:
    """Return the filter of a text, the usual one where the text says none.

    >>> from_text(to_text(RowFilter(text="旧改"))).text, from_text("[").only_open
    ('旧改', False)
    """
    try:
        value = json.loads(text)
        return RowFilter(
            relations=_members(Relation, value["relations"]),
            changes=_members(ChangeKind, value["changes"]),
            kinds=_members(CommitmentKind, value["kinds"]),
            roles=_members(Role, value["roles"]),
            text=str(value["text"]),
            tags=frozenset(map(str, value["tags"])),
            only_open=value["only_open"] is True,
        )
    except (ValueError, TypeError, KeyError):
        return RowFilter()


def _members(kind: type[T], names: Iterable[str]) -> frozenset[T]:
    return frozenset(map(kind, names))
