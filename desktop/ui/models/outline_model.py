"""OutlineModel: the aligned outline as a Qt tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from desktop.ui.look.tips import plain_tip
from desktop.ui.models.index import ACROSS, ROOT, SHOWN, Index

if TYPE_CHECKING:
    from desktop.ui.desk.aligned_outline import OutlineNode


@dataclass(eq=False, slots=True)
class Place:
    """Where a node stands; Qt asks for parents, and values do not know theirs."""

    node: OutlineNode
    row: int
    parent: Place | None
    children: tuple[Place, ...] = field(default=())


class OutlineModel(QAbstractItemModel):
    """Read-only; `set_nodes` replaces the whole tree, `change_nodes` what is said of it."""

    NODE_ROLE = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top: tuple[Place, ...] = ()

    def set_nodes(self, nodes: tuple[OutlineNode, ...]) -> None:
        """Show another outline."""
        self.beginResetModel()
        self._top = _places(nodes, None)
        self.endResetModel()

    def change_nodes(self, nodes: tuple[OutlineNode, ...]) -> bool:
        """Show what the same headings say now; whether they are the same, else nothing is done."""
        has_same = _has_headings(self._top, nodes)
        if has_same:
            self._change(self._top, nodes)
        return has_same

    def find(self, left: int | None, right: int | None) -> QModelIndex:
        """Return the index of the node that holds either section, the right one first."""
        for place in _walk(self._top if (left, right) != (None, None) else ()):
            node = place.node
            if node.right == right if right is not None else node.left == left:
                return self.createIndex(place.row, 0, place)
        return QModelIndex()

    def walk(self) -> tuple[QModelIndex, ...]:
        """Return the indexes of all nodes from the top down."""
        return tuple(self.createIndex(place.row, 0, place) for place in _walk(self._top))

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Return the index of a child."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._below(parent)[row])

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]  # two meanings in Qt
        """Return the index of the section above."""
        place: Place | None = index.internalPointer() if index.isValid() else None
        if place is None or place.parent is None:
            return QModelIndex()
        return self.createIndex(place.parent.row, 0, place.parent)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of sections below."""
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002
        """Return 1."""
        return 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = SHOWN) -> object:
        """Return the name of the column: a screen reader is told of a header that is hidden too."""
        is_name = section == 0 and orientation is ACROSS and role == SHOWN
        return self.tr("Section") if is_name else None

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return the title, the node, or the sentence for a screen reader."""
        if not index.isValid():
            return None
        node: OutlineNode = index.internalPointer().node
        match role:
            case self.NODE_ROLE:
                return node
            case Qt.ItemDataRole.DisplayRole:
                return node.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join((node.title, *self._moved(node))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(node)
        return None

    def _sentence(self, node: OutlineNode) -> str:
        parts = [node.title]
        if node.new:
            parts.append(self.tr("new: {count}").format(count=node.new))
        if node.dropped:
            parts.append(self.tr("dropped: {count}").format(count=node.dropped))
        if node.right is None:
            parts.append(self.tr("only on the left"))
        elif node.left is None:
            parts.append(self.tr("only on the right"))
        return self.tr(", ").join((*parts, *self._moved(node)))

    def _moved(self, node: OutlineNode) -> tuple[str, ...]:
        """Return that a section has moved, and from where."""
        if not node.moved:
            return ()
        return (self.tr("moved; on the left: {path}").format(path=node.came_from),)

    def _change(self, places: tuple[Place, ...], nodes: tuple[OutlineNode, ...]) -> None:
        for place, node in zip(places, nodes, strict=True):
            if node != place.node:
                place.node = node
                index = self.createIndex(place.row, 0, place)
                self.dataChanged.emit(index, index)
                self._change(place.children, node.children)

    def _below(self, parent: Index) -> tuple[Place, ...]:
        if not parent.isValid():
            return self._top
        place: Place = parent.internalPointer()
        return place.children


def _places(nodes: tuple[OutlineNode, ...], parent: Place | None) -> tuple[Place, ...]:
    made = tuple(Place(node, row, parent) for row, node in enumerate(nodes))
    for place in made:
        place.children = _places(place.node.children, place)
    return made


def _has_headings(places: tuple[Place, ...], nodes: tuple[OutlineNode, ...]) -> bool:
    """Tell whether the headings are those of the nodes, whatever is counted below them."""
    return len(places) == len(nodes) and all(
        (before.left, before.right, before.title) == (now.left, now.right, now.title)
        and _has_headings(place.children, now.children)
        for place, now in zip(places, nodes, strict=True)
        for before in [place.node]
    )


def _walk(places: tuple[Place, ...]) -> list[Place]:
    return [found for place in places for found in (place, *_walk(place.children))]
