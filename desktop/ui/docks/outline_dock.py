"""OutlineDock: the headings of both sides as one tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTreeView, QVBoxLayout, QWidget

from desktop.compare.model import Side
from desktop.ui.desk.aligned_outline import aligned_outline
from desktop.ui.docks.outline_delegate import OutlineDelegate
from desktop.ui.look.viewport import viewport
from desktop.ui.models.outline_model import OutlineModel
from desktop.ui.tasks.turns import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.model import Comparison
    from desktop.text.span import Span
    from desktop.ui.desk.aligned_outline import OutlineNode
    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session

FIRST_DEPTH = 1  # the two upper levels are open at first
INDENT = 12  # pixels for each level: run-in headings are four levels down in a narrow dock


class OutlineDock(QWidget):
    """Choosing a section selects the first statement in it."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_new = False  # the pair: what was listed is of another one
        self._shown: Comparison | None = None
        self._followed: tuple[Span | None, ...] = ()  # where the statements stand that it shows
        self.model = OutlineModel(self)
        self.tree = QTreeView(self)
        self._delegate = OutlineDelegate(theme, self.tree)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(self._delegate)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(INDENT)
        viewport(self.tree).installEventFilter(self)
        self.tree.clicked.connect(self._on_chosen)
        self.tree.activated.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree)
        session.pair_changed.connect(self._forget)
        session.comparison_changed.connect(self._on_comparison_changed)
        session.selection_changed.connect(self._on_selection_changed)
        self._retranslate()
        self._on_comparison_changed()

    @property
    def node_at_hand(self) -> OutlineNode | None:
        """The line of the outline while it has the keyboard."""
        node: OutlineNode | None = self.tree.currentIndex().data(OutlineModel.NODE_ROLE)
        return node if self.tree.hasFocus() else None

    def go_to(self, node: OutlineNode) -> None:
        """Go to a section, on the right if it is there."""
        side = Side.RIGHT if node.right is not None else Side.LEFT
        section = node.right if node.right is not None else node.left
        self._session.show_section(side, section or 0)

    def take_keyboard(self) -> None:
        """Let the arrow keys walk through the headings."""
        self.tree.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._delegate.set_theme(theme)
        viewport(self.tree).update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give headings the lines that they need in another width."""
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self.tree.scheduleDelayedItemsLayout()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Outline of both reports"))
        self.tree.header().setAccessibleName(self.tr("Columns of the outline"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 0)
        viewport(self.tree).update()

    def catch_up(self) -> None:
        """Show now what is still to have its turn."""
        if self._session.turns.has(self):
            self._show()

    def _on_comparison_changed(self) -> None:
        """Show another pair when its text is there, and the same one at once."""
        if self._is_new:
            self._is_new = False
            self._session.turns.begin(self, self._showing(), Rank.LISTS)
        else:
            self._show()

    def _showing(self) -> Iterator[bool]:
        nodes = self._nodes()
        yield True
        self._show_nodes(nodes)
        yield True
        self._on_selection_changed()

    def _show(self) -> None:
        self._session.turns.drop(self)
        self._show_nodes(self._nodes())

    def _nodes(self) -> tuple[OutlineNode, ...]:
        now = self._session.comparison
        return aligned_outline(now, self._session.rows) if now else ()

    def _show_nodes(self, nodes: tuple[OutlineNode, ...]) -> None:
        now, before = self._session.comparison, self._shown
        self._shown = now
        if self.model.change_nodes(nodes):
            return  # as after decisions: a tree that is set anew is opened line by line
        closed, is_first = self._closed(), not self.model.rowCount()
        bar = self.tree.verticalScrollBar()
        place, here = bar.value(), self._headings_at_hand(before)
        self.model.set_nodes(nodes)
        self._choose(*(_section_at(now, side, here.get(side)) for side in Side))
        if is_first:
            self.tree.expandToDepth(FIRST_DEPTH)
            return
        for index in self.model.walk():
            self.tree.setExpanded(index, index.data() not in closed)
        bar.setValue(place)

    def _headings_at_hand(self, shown: Comparison | None) -> dict[Side, int]:
        """Return where the headings of the current line begin, in the reports that are shown."""
        node: OutlineNode | None = self.tree.currentIndex().data(OutlineModel.NODE_ROLE)
        if node is None or shown is None:
            return {}
        return {side: shown.side(side).sections[at].span.start for side, at in node.ends}

    def _closed(self) -> frozenset[str]:
        """Return the titles that the reader has closed."""
        walked = self.model.walk()
        return frozenset(
            str(index.data())
            for index in walked
            if self.model.rowCount(index) and not self.tree.isExpanded(index)
        )

    def _forget(self) -> None:
        self._is_new = True
        self.model.set_nodes(())

    def _on_chosen(self, index: QModelIndex) -> None:
        node: OutlineNode | None = index.data(OutlineModel.NODE_ROLE)
        if node is not None:
            self.go_to(node)

    def _on_selection_changed(self) -> None:
        """Follow to other statements at hand; with the same ones the reader may be elsewhere."""
        now, chosen = self._session.comparison, self._session.selection
        before, self._followed = self._followed, tuple(map(self._session.span_at_hand, Side))
        if now is None or (self._followed == before and self.tree.currentIndex().isValid()):
            return
        left = None if chosen.left is None else now.left.statements[chosen.left].section
        right = None if chosen.right is None else now.right.statements[chosen.right].section
        self._choose(left, right)

    def _choose(self, left: int | None, right: int | None) -> None:
        index = self.model.find(left, right)
        if index.isValid():
            marker = self.tree.selectionModel()
            marker.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.tree.scrollTo(index)


def _section_at(now: Comparison | None, side: Side, start: int | None) -> int | None:
    """Return the section whose heading begins there."""
    sections = now.side(side).sections if now is not None else ()
    return next((section.id for section in sections if section.span.start == start), None)
