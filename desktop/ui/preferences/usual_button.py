"""UsualButton: back to what is usual, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


T = TypeVar("T")


class UsualButton(QPushButton, Generic[T]):
    """Puts what is usual in the place of what was chosen; pressed once more, takes that back.

    So nothing need be asked before. It is dim while there is nothing to do.
    """

    def __init__(
        self,
        text: str,
        usual: T,
        chosen: Callable[[], T],
        keep: Callable[[T], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._usual = text, usual
        self._chosen, self._keep = chosen, keep
        self._taken = usual  # what was chosen when it was pressed last
        self.setAutoDefault(False)
        self.clicked.connect(self._on_clicked)
        self.show_state()

    def show_state(self) -> None:
        """Say what pressing it does by now."""
        is_usual = self._chosen() == self._usual
        self.setText(self.tr("Take it &back") if is_usual and self._can_return else self._text)
        self.setEnabled(not is_usual or self._can_return)

    @property
    def _can_return(self) -> bool:
        return self._taken != self._usual

    def _on_clicked(self) -> None:
        before = self._chosen()
        self._keep(self._taken if before == self._usual else self._usual)
        self._taken = before
        self.show_state()
