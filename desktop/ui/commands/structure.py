"""Structure: headings, roles and commitments, as the analyst corrects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.compare.model import Side
from desktop.report.corrections import DEEPEST, CorrectionKind, correct, of_section
from desktop.report.model import Role
from desktop.ui.commands.picking import pick
from desktop.ui.labels import label
from desktop.ui.picker import Offer

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport, Section, Statement
    from desktop.text.span import Span
    from desktop.ui.main_window import MainWindow


class StructureCommands(QObject):
    """Corrections at the place where the keyboard is: in a pane, or in the outline.

    Each is kept with the report, and the pair is compared anew at once.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def make_heading(self) -> None:
        """Make a heading of the selected passage, else of the sentence at the text cursor."""
        side, parsed = self._parsed()
        statement = self._statement()
        span = self._window.panes.selected_span(side)
        if span is None and statement is not None:
            span = statement.span
        if parsed is None or span is None:
            self._tell(self.tr("Select the words of the heading first, or click a sentence."))
            return
        self._correct(side, parsed, CorrectionKind.HEADING, span)

    def unmake_heading(self) -> None:
        """Let the heading at hand be text like any other."""
        side, section = self._section()
        _, parsed = self._parsed()
        if parsed is not None and section is not None:
            self._correct(side, parsed, CorrectionKind.NO_HEADING, section.span)

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
            self._tell(self.tr("There is no heading here whose part could be changed."))
            return
        offers = [Offer(label(role), role) for role in Role if role is not section.role]
        name = self.tr("What “{heading}” is for, now: {role}").format(
            heading=section.heading, role=label(section.role)
        )
        picker = pick(self._window, name, offers)
        picker.chosen.connect(
            lambda role: self._correct_section(side, section, CorrectionKind.ROLE, role.value)
        )

    def mark_commitment(self) -> None:
        """Make the sentence at hand a commitment, or let it be none."""
        side, parsed = self._parsed()
        statement = self._statement()
        if parsed is None or statement is None:
            self._tell(self.tr("Click a sentence first."))
            return
        is_one = statement.commitment is not None
        kind = CorrectionKind.NO_COMMITMENT if is_one else CorrectionKind.COMMITMENT
        self._correct(side, parsed, kind, statement.span)

    def _change_level(self, by: int) -> None:
        side, section = self._section()
        if section is not None and 1 <= section.level + by <= DEEPEST:
            level = str(section.level + by)
            self._correct_section(side, section, CorrectionKind.LEVEL, level)

    def _correct_section(
        self, side: Side, section: Section, kind: CorrectionKind, value: str
    ) -> None:
        now = self._session.comparison
        if now is not None:
            made = of_section(now.side(side).report, section, kind, value)
            self._session.repairs.correct(side, [made])

    def _correct(self, side: Side, parsed: ParsedReport, kind: CorrectionKind, span: Span) -> None:
        self._session.repairs.correct(side, [correct(parsed.report, kind, span)])

    # what is at hand

    def _parsed(self) -> tuple[Side, ParsedReport | None]:
        """Return the side that has the keyboard, and its report."""
        node = self._window.docks.outline_panel.node_at_hand
        side = self._window.panes.active_side
        if node is not None:
            side = Side.LEFT if node.right is None else Side.RIGHT
        now = self._session.comparison
        return side, now.side(side) if now is not None else None

    def _statement(self) -> Statement | None:
        side, parsed = self._parsed()
        if parsed is None:
            return None
        found = parsed.covering(self._window.panes.cursor_offset(side))
        return None if found is None else parsed.statements[found]

    def _section(self) -> tuple[Side, Section | None]:
        """Return the section of the outline's line, or the one that the text cursor is in."""
        side, parsed = self._parsed()
        if parsed is None:
            return side, None
        node = self._window.docks.outline_panel.node_at_hand
        if node is not None:
            found = node.left if side is Side.LEFT else node.right
            return side, None if found is None else parsed.sections[found]
        at = self._window.panes.cursor_offset(side)
        above = [section for section in parsed.sections if section.span.start <= at]
        return side, above[-1] if above else None

    def _tell(self, text: str) -> None:
        self._window.message.tell(text)
