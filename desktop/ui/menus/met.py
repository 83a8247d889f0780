"""What is there for actions to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.desk.selection import link_at_hand
from desktop.ui.menus.actions import Need

if TYPE_CHECKING:
    from desktop.ui.session import Session


def needs_met(session: Session) -> frozenset[Need]:
    """Return the needs that the session meets now."""
    now = session.comparison
    if now is None:
        return frozenset()
    met = {Need.PAIR: True}
    met[Need.MINE] = session.is_mine
    met[Need.ROW] = session.is_mine and session.current_row is not None
    met[Need.LINK] = session.is_mine and link_at_hand(now, session.selection) is not None
    met[Need.UNDO] = session.is_mine and session.repairs.undoable is not None
    met[Need.REDO] = session.is_mine and session.repairs.redoable is not None
    return frozenset(need for need, is_met in met.items() if is_met)
