"""Structure: headings, roles and commitments, as the analyst corrects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Side
from desktop.report.corrections import DEEPEST, CorrectionKind, correct, of_section
from desktop.report.model import Role
from desktop.ui.commands.picking import offer_of_pair
from desktop.ui.frame.offers import Offer
from desktop.ui.labels import label
from desktop.ui.panes.report_pane import ReportPane

if TYPE_CHECKING:
    from desktop.report.model import Section, Statement
    from desktop.text.span import Span
    from desktop.ui.frame.window import Window


class StructureCommands(QObject):
    """Corrections at the place where the keyboard is: in a pane, the outline, a list or the table.

    Each is kept with the report, and the pair is compared anew at once.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def make_heading(self) -> None:
        """Make a heading of the selected passage, else of the sentence at hand."""
        side, statement = self._statement()
        span = self._window.panes.selected_span(side)
        if span is None and statement is not None:
            span = statement.span
        if span is None:
            self._tell(self.tr("Select the words of the heading first, or click a sentence."))
            return
        self._correct(side, CorrectionKind.HEADING, span)

    def unmake_heading(self) -> None:
        """Let the heading at hand be text like any other."""
        side, section = self._section()
        if section is None:
            self._tell_none()
            return
        self._correct(side, CorrectionKind.NO_HEADING, section.span)

    def raise_level(self) -> None:
        """Put the section at hand one level higher."""
        self._change_level(-1)

    def lower_level(self) -> None:
        """Put the section at hand one level lower."""
        self._change_level(1)

    def change_role(self) -> None:
        """Offer what the section at hand can be for."""
        side, section = self._section()
        if section is None:
            self._tell_none()
            return
        offers = [Offer(label(role), role) for role in Role if role is not section.role]
        name = self.tr("What “{heading}” is for, now: {role}").format(
            heading=section.heading, role=label(section.role)
        )
        picker = offer_of_pair(self._window, name, offers)
        picker.chosen.connect(
            lambda role: self._correct_section(side, section, CorrectionKind.ROLE, role.value)
        )

    def mark_commitment(self) -> None:
        """Make the sentence at hand a commitment, or let it be none."""
        side, statement = self._statement()
        if statement is None:
            self._tell(self.tr("Click a sentence first."))
            return
        is_one = statement.commitment is not None
        kind = CorrectionKind.NO_COMMITMENT if is_one else CorrectionKind.COMMITMENT
        self._correct(side, kind, statement.span)

    def _change_level(self, by: int) -> None:
        side, section = self._section()
        if section is None:
            self._tell_none()
        elif 1 <= section.level + by <= DEEPEST:
            level = str(section.level + by)
            self._correct_section(side, section, CorrectionKind.LEVEL, level)
        else:
            self._tell(self.tr("There is no level beyond that of this heading."))

    def _correct_section(
        self, side: Side, section: Section, kind: CorrectionKind, value: str
    ) -> None:
        now = self._session.comparison
        if now is not None:
            made = of_section(now.side(side).report, section, kind, value)
            self._session.repairs.correct(side, [made])

    def _correct(self, side: Side, kind: CorrectionKind, span: Span) -> None:
        now = self._session.comparison
        if now is not None:
            self._session.repairs.correct(side, [correct(now.side(side).report, kind, span)])

    # what is at hand

    def _place(self) -> tuple[Side, int]:
        """Return the side at hand and a place on it.

        It is that of the text cursor while a pane has the keyboard, else that of the sentence at
        hand, which may have been chosen in a list. So it is too where a step has led to a sentence
        of the other side alone, and the cursor stays behind where nobody looks.
        """
        chosen, panes = self._session.selection.chosen, self._window.panes
        focused = QApplication.focusWidget() or self._window.focusWidget()
        span = self._session.span_at_hand(chosen)
        if span is not None and (panes.is_cursor_behind or not isinstance(focused, ReportPane)):
            return chosen, span.start
        return panes.text_cursor

    def _statement(self) -> tuple[Side, Statement | None]:
        now, (side, at) = self._session.comparison, self._place()
        found = now.side(side).covering(at) if now is not None else None
        return side, None if now is None or found is None else now.side(side).statements[found]

    def _section(self) -> tuple[Side, Section | None]:
        """Return the section of the line in the outline or the table, else that of the place."""
        now, (side, at) = self._session.comparison, self._place()
        if now is None:
            return side, None
        table = self._window.table_in_view
        row = table.heading_at_hand if table is not None else None
        if line := row or self._window.docks.panels.outline.node_at_hand:
            side, section = next((e for e in line.ends if e[0] is Side.RIGHT), line.ends[0])
            return side, now.side(side).sections[section]
        parsed = now.side(side)
        held = parsed.section_at(at)
        return side, None if held is None else parsed.sections[held]

    def _tell_none(self) -> None:
        self._tell(self.tr("There is no heading here: click one, or choose it in the outline."))

    def _tell(self, text: str) -> None:
        self._window.message.tell(text)
