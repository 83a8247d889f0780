"""AnnotationModel: the notes on what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from desktop.language import told_time
from desktop.ui.labels import label, signed
from desktop.ui.look.tips import LONGEST_QUOTE, plain_tip, shortened
from desktop.ui.models.index import ROOT, SHOWN, Index

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation

LONGEST_TIP = 400  # characters: a note may stand on a whole report
ANNOTATION_ROLE = Qt.ItemDataRole.UserRole + 1


class AnnotationModel(QAbstractListModel):
    """Read-only; `set_annotations` replaces them all, in their places where none came or went."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annotations: tuple[Annotation, ...] = ()

    def set_annotations(self, annotations: tuple[Annotation, ...]) -> None:
        """Show other notes; the same notes with other words keep their places."""
        same = [a.id for a in annotations] == [a.id for a in self._annotations]
        if same and annotations:
            self._annotations = annotations
            self.dataChanged.emit(self.index(0, 0), self.index(len(annotations) - 1, 0))
            return
        self.beginResetModel()
        self._annotations = annotations
        self.endResetModel()

    def position(self, annotation: int) -> int | None:
        """Return where in the list the note stands."""
        return next((at for at, a in enumerate(self._annotations) if a.id == annotation), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of notes."""
        return 0 if parent.isValid() else len(self._annotations)

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return the words, the quote, the note, or the sentence for a screen reader."""
        if not index.isValid():
            return None
        note = self._annotations[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return note.body or self.tr("(no words yet)")
            case Qt.ItemDataRole.ToolTipRole:
                quotes = (shortened(anchor.quote, LONGEST_TIP) for anchor in note.anchors)
                return plain_tip("\n".join((*quotes, self._written(note))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(note)
        return note if role == ANNOTATION_ROLE else None

    def _written(self, note: Annotation) -> str:
        """Return who wrote a note and when it was changed last, and whose words it has by now."""
        author, editor, changed = note.author, note.editor, told_time(note.changed)
        first, whose = self.tr("Changed {time}"), self.tr("Words changed {time}")
        if author:
            first = self.tr("Written by {author}, changed {time}")
        if editor:
            whose = self.tr("Words by {editor}, {time}")
        edited = whose.format(editor=editor, time=told_time(note.edited))
        written = first.format(author=author, time=changed)
        return f"{written}\n{edited}" if note.is_reworded else written

    def _said(self, note: Annotation) -> str:
        lost = (self.tr("passage not found"),) if note.is_orphan else ()
        by = (who,) if (who := signed(note)) else ()
        return self.tr("{about}: {text}, on “{quote}”").format(
            about=self.tr(", ").join((*lost, label(note.status), *note.tags, *by)),
            text=note.body or self.tr("(no words yet)"),
            quote=shortened(note.anchors[0].quote, LONGEST_QUOTE),
        )
