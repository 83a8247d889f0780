"""What is there for actions to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.desk.selection import link_at_hand
from desktop.ui.menus.actions import Need

if TYPE_CHECKING:
    from desktop.ui.session import Session


def needs_met(session: Session) -> frozenset[Need]:
    """Return the needs that the session meets now."""
    now, repairs = session.comparison, session.repairs
    is_mine = session.is_mine
    met = {
        Need.PAIR: now is not None,
        Need.MINE: now is not None and is_mine,
        Need.ROW: is_mine and session.current_row is not None,
        Need.LINK: now is not None and is_mine and link_at_hand(now, session.selection) is not None,
        Need.UNDO: is_mine and repairs.undoable is not None,
        Need.REDO: is_mine and repairs.redoable is not None,
    }
    return frozenset(need for need, is_met in met.items() if is_met)
