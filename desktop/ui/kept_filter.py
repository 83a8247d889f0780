"""KeptFilter: what the list shows of a pair is kept with the pair."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from desktop.compare.model import ChangeKind, Relation
from desktop.errors import UserError
from desktop.report.model import CommitmentKind, Role
from desktop.ui.row_filter import RowFilter

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
        self._kept = ""
        self._is_new = False
        session.pair_changed.connect(self._on_pair_changed)
        session.comparison_changed.connect(self._on_comparison_changed)
        session.filter_changed.connect(self._on_filter_changed)

    def _on_pair_changed(self) -> None:
        self._is_new = True  # and every view is still to be filled

    def _on_comparison_changed(self) -> None:
        if self._is_new:
            self._is_new = False
            self._kept = self._session.repairs.setting(NAME)
            if self._kept:
                self._session.show_rows(from_text(self._kept))

    def _on_filter_changed(self) -> None:
        text = to_text(self._session.filter)
        if text == self._kept:
            return
        try:
            self._session.repairs.set_setting(NAME, text)
        except UserError:
            return  # nothing that the analyst wrote is lost by that
        self._kept = text


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
