"""WordingDock: the terms that are new, vanish, grow and shrink, each with its contexts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.compare.model import Trend
from desktop.ui.docks.term_delegate import PlaceDelegate, TermDelegate
from desktop.ui.docks.wrapped_list import WrappedList
from desktop.ui.labels import label
from desktop.ui.look.badges import icon_size, legend_icon
from desktop.ui.look.chips import SIDES, filter_chip
from desktop.ui.look.clear_button import name_filter
from desktop.ui.look.theme import TREND_FORMS
from desktop.ui.look.viewport import viewport
from desktop.ui.menus.list_keys import filtering, focus_line_at_hand, give_copy_key
from desktop.ui.models.term_model import (
    PLACE_ROLE,
    TERM_ROLE,
    PlaceModel,
    TermFilter,
    TermModel,
    places,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QToolButton

    from desktop.compare.findings import Term
    from desktop.ui.look.theme import Theme
    from desktop.ui.models.term_model import Place
    from desktop.ui.session import Session

MARGIN, SPACING, COLUMNS = 12, 6, 2
TERMS_SHARE, PLACES_SHARE = 3, 2


class WordingDock(QWidget):
    """Switches with counts, a text filter, the terms, and below them where the chosen one stands.

    Choosing a context brings it into view in its pane.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._listed: tuple[object, ...] = ()  # the two reports and their terms
        self.model, self.shown = TermModel(self), TermFilter(self)
        self.shown.setSourceModel(self.model)
        self.place_model = PlaceModel(self)
        self._chips = {trend: filter_chip(self, self._on_trends_chosen) for trend in Trend}
        self.filter = QLineEdit(self)
        self.filter.textChanged.connect(self._on_text_changed)
        self.list, self.places = WrappedList(self), WrappedList(self)
        self._delegate = TermDelegate(theme, self.list)
        self._place_delegate = PlaceDelegate(theme, self.places)
        self.hint = QLabel(self)
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self._connect_lists()
        self._lay_out()
        session.comparison_changed.connect(self._show)
        session.findings_changed.connect(self._show)
        self._retranslate()
        self._on_trends_chosen()
        self._show()

    def chip(self, trend: Trend) -> QToolButton:
        """Return the switch of one trend."""
        return self._chips[trend]

    def take_keyboard(self) -> None:
        """Let the arrow keys walk through the terms."""
        focus_line_at_hand(self.list)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        for trend, chip in self._chips.items():
            relation, sign = TREND_FORMS[trend]
            chip.setIconSize(icon_size())
            chip.setIcon(legend_icon(relation, theme, self.devicePixelRatioF(), sign))
        self._delegate.set_theme(theme)
        self._place_delegate.set_theme(theme)
        self.list.renew()
        self.places.renew()

    def copy(self) -> None:
        """Put the chosen terms on the clipboard as rows of the table of wording."""
        from desktop.ui.clipboard import copy_terms  # noqa: PLC0415 - loads the writers

        now = self._session.comparison
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        if now is not None and rows:
            copy_terms(now, tuple(self.shown.index(row, 0).data(TERM_ROLE) for row in rows))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self._count()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the signs stand for the names where these would be cut."""
        super().resizeEvent(event)
        self._count()

    def _connect_lists(self) -> None:
        self.list.setModel(self.shown)
        self.list.setItemDelegate(self._delegate)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().currentChanged.connect(self._on_term_chosen)
        self.list.activated.connect(self._to_places)
        give_copy_key(self.list, self.copy)
        self.places.setModel(self.place_model)
        self.places.setItemDelegate(self._place_delegate)
        self.places.clicked.connect(self._on_place_chosen)
        self.places.activated.connect(self._on_place_chosen)
        self.places.selectionModel().currentChanged.connect(self._on_place_chosen)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(MARGIN, 10, MARGIN, 6)
        grid.setSpacing(SPACING)
        for at, chip in enumerate(self._chips.values()):
            grid.addWidget(chip, at // COLUMNS, at % COLUMNS)
        around = QVBoxLayout()
        around.setContentsMargins(MARGIN, 0, MARGIN, 10)
        around.addWidget(self.filter)
        self.halves = QSplitter(Qt.Orientation.Vertical, self)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(self.list)
        self.halves.addWidget(self.places)
        self.halves.setStretchFactor(0, TERMS_SHARE)
        self.halves.setStretchFactor(1, PLACES_SHARE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(grid)
        layout.addLayout(around)
        layout.addWidget(self.hint)
        layout.addWidget(self.halves, stretch=1)

    def _retranslate(self) -> None:
        name_filter(self.filter, self.tr("Filter terms"), self.tr("Clear the filter"))
        self.list.setAccessibleName(self.tr("Terms whose use differs"))
        self.places.setAccessibleName(self.tr("Where the term stands"))
        self.hint.setText(self.tr("No such term. Switch on more above."))
        self._count()
        viewport(self.list).update()

    def _count(self) -> None:
        counts = Counter(term.trend for term in self._session.findings.terms)
        texts = {trend: f"{label(trend)} {counts[trend]}" for trend in self._chips}
        widest = max(self.fontMetrics().horizontalAdvance(f" {text}") for text in texts.values())
        room = (self.width() - 2 * MARGIN - SPACING) / COLUMNS - icon_size().width() - SIDES
        for trend, chip in self._chips.items():
            text = texts[trend]
            chip.setText(f" {text}" if widest <= room else f" {counts[trend]}")
            chip.setAccessibleName(text)
            chip.setToolTip(self.tr("Show or hide: {trend}").format(trend=label(trend)))

    def _show(self) -> None:
        """List the terms, unless they are listed already: what is decided changes none of them."""
        now, terms = self._session.comparison, self._session.findings.terms
        before, self._listed = self._listed, (now and (now.left, now.right), terms)
        if self._listed == before:
            return
        self.model.set_terms(now, terms)
        self.place_model.set_places(())
        self._count()
        self._on_filtered()

    def _on_trends_chosen(self) -> None:
        shown = (trend for trend, chip in self._chips.items() if chip.isChecked())
        with filtering(self.list):
            self.shown.set_trends(frozenset(shown))
            self._on_filtered()

    def _on_text_changed(self, text: str) -> None:
        with filtering(self.list):
            self.shown.set_text(text)
            self._on_filtered()

    def _on_filtered(self) -> None:
        is_empty = self.shown.rowCount() == 0 and self.model.rowCount() > 0
        self.hint.setVisible(is_empty)
        self._on_term_chosen(self.list.currentIndex())

    def _on_term_chosen(self, current: QModelIndex) -> None:
        term: Term | None = current.data(TERM_ROLE)
        now = self._session.comparison
        found = places(now, term) if now is not None and term is not None else ()
        self.place_model.set_places(found)
        self.places.setVisible(bool(found))

    def _to_places(self) -> None:
        """Go to the first place of the term at hand; the arrow keys lead to the others."""
        first = self.place_model.index(0, 0)
        self.places.setCurrentIndex(first)
        self._on_place_chosen(first)  # the reader may have gone on since
        self.places.setFocus()

    def _on_place_chosen(self, index: QModelIndex) -> None:
        place: Place | None = index.data(PLACE_ROLE)
        if place is not None:
            self._session.show_passage(place.side, place.span)
