"""StatusLine: where you are, how many notes there are, and which keys help now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

from desktop.ui.desk.alike import are_identical
from desktop.ui.desk.confirmed import count_confirmed
from desktop.ui.desk.row_filter import SHOWN_AT_FIRST
from desktop.ui.menus.key_names import brief_key_of

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.ui.session import Session

# The actions whose keys are told of, and what they do in a word.
WITHOUT_PAIR = {"open": QT_TRANSLATE_NOOP("StatusLine", "open")}
WITH_PAIR = {
    "next": QT_TRANSLATE_NOOP("StatusLine", "next"),
    "previous": QT_TRANSLATE_NOOP("StatusLine", "previous"),
    "confirm": QT_TRANSLATE_NOOP("StatusLine", "confirm"),
    "link": QT_TRANSLATE_NOOP("StatusLine", "link"),
    "annotate": QT_TRANSLATE_NOOP("StatusLine", "note"),
}
BETWEEN = "   "  # two hints
GAP, PADDING = 6, 20  # pixels between two labels of the bar, and inside one
BAR_WIDTH, BAR_HEIGHT, BAR_STEPS = 220, 6, 100


class StatusLine(QObject):
    """Fills the window's status bar."""

    def __init__(self, session: Session, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._session, self._bar = session, bar
        self._counted: tuple[Comparison, tuple[int, ...], tuple[int, int, int]] | None = None
        bar.setSizeGripEnabled(False)
        self.place, self.confirmed = QLabel(bar), QLabel(bar)
        self.notes, self.keys = QLabel(bar), QLabel(bar)
        self.working = QLabel(bar)
        self.progress = QProgressBar(bar)
        self.progress.setFixedSize(BAR_WIDTH, BAR_HEIGHT)
        self.progress.setTextVisible(False)
        self.progress.setRange(0, BAR_STEPS)
        self.cancel = QPushButton(bar)
        self.cancel.setAutoDefault(True)  # Enter presses it too
        self.cancel.clicked.connect(session.comparer.cancel)
        for widget in (self.working, self.progress, self.cancel, self.place):
            bar.addWidget(widget)
        bar.addWidget(self.confirmed)
        bar.addWidget(self.notes)
        bar.addPermanentWidget(self.keys)
        session.busy_changed.connect(self._on_busy_changed)
        session.progressed.connect(self._show_work)
        for changed in (
            session.selection_changed,
            session.comparison_changed,
            session.filter_changed,
            session.annotations_changed,
        ):
            changed.connect(self._show)
        bar.installEventFilter(self)
        self._on_busy_changed(session.comparer.is_busy)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Speak another language when the bar does, and give hints the room that it has."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._show_keys()
        return super().eventFilter(watched, event)

    def _on_busy_changed(self, is_busy: bool) -> None:
        for widget in (self.working, self.progress, self.cancel):
            widget.setVisible(is_busy)
        self._show_work(0.0)
        self._show_keys()

    def _show_work(self, share: float) -> None:
        self.progress.setValue(round(share * BAR_STEPS))
        self._name_work()

    def _name_work(self) -> None:
        is_comparing = self._session.comparer.is_comparing
        told = self.tr("Comparing…") if is_comparing else self.tr("Working…")
        self.working.setText(told)
        self.progress.setAccessibleName(told)

    def _show(self) -> None:
        self._name_work()
        self.cancel.setText(self.tr("Cancel"))
        has_pair = self._session.comparison is not None
        self.place.setText(self._place() if has_pair else "")
        self.confirmed.setText(self._confirmed())
        self.notes.setText(
            self.tr("Notes: {count}").format(count=len(self._session.annotations))
            if self._session.annotations
            else ""
        )
        self._show_keys()

    def _show_keys(self) -> None:
        """Tell of as many keys as there is room for beside the rest; all are in the menus."""
        told = WITHOUT_PAIR if self._session.comparison is None else WITH_PAIR
        keys = {name: brief_key_of(name) for name in told}
        hints = [f"{keys[name]} {self.tr(str(word))}" for name, word in told.items() if keys[name]]
        others = (self.working, self.progress, self.cancel, self.place, self.confirmed, self.notes)
        taken = sum(one.sizeHint().width() + GAP for one in others if not one.isHidden())
        room = self._bar.width() - taken - 2 * GAP
        metrics = self.keys.fontMetrics()
        while hints and metrics.horizontalAdvance(BETWEEN.join(hints)) + PADDING > room:
            hints.pop()
        self.keys.setText(BETWEEN.join(hints))

    def _confirmed(self) -> str:
        """Return how much of what the list shows is confirmed, or that this is not looked at."""
        now, rows = self._session.comparison, self._session.rows
        if now is None:
            return ""
        if not self._session.is_mine:
            return self.tr("As the program found it: your decisions are not laid over")
        shown = self._session.shown_rows
        if not shown:
            return ""
        if self._counted is None or self._counted[0] is not now or self._counted[1] is not shown:
            total = sum(row.relation is not None for row in rows)
            done, left = count_confirmed(now, [rows[at] for at in shown])
            self._counted = now, shown, (done, left, total)
        done, left, total = self._counted[2]
        said = self.tr("{done} confirmed, {left} not confirmed")
        if done + left < total:
            said = self.tr("Listed: {done} confirmed, {left} not confirmed")
        return said.format(done=done, left=left)

    def _place(self) -> str:
        """Return the number of the difference at hand among all."""
        found, here = self._session.differences, self._session.current_row
        now = self._session.comparison
        if not found and now is not None and are_identical(now):
            return self.tr("The two reports say the same")
        if not found:
            hidden = sum(row.relation in SHOWN_AT_FIRST for row in self._session.rows)
            said = self.tr("The filter hides all differences: {count}")
            return said.format(count=hidden) if hidden else self.tr("No differences")
        if here in found:
            return self.tr("Difference {number} of {count}").format(
                number=found.index(here) + 1, count=len(found)
            )
        return self.tr("Differences: {count}").format(count=len(found))
