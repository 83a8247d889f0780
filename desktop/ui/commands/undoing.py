"""Undo and redo: one step back or forth, and what it was."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from desktop.compare.annotation import Annotation
from desktop.compare.decisions import Decision, DecisionKind
from desktop.compare.model import Side
from desktop.language import Counted
from desktop.report.corrections import Correction, CorrectionKind
from desktop.store import Act, Kept
from desktop.ui.desk.confirmed import count_confirmed
from desktop.ui.desk.selection import NOTHING, Selection, link_at_hand, statement_of
from desktop.ui.titles import full_title, pair_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from enum import StrEnum

    from desktop.store import Step
    from desktop.text.span import Span
    from desktop.ui.frame.window import Window

Touched: TypeAlias = Annotation | Decision | Correction

NAMES: dict[StrEnum, object] = {
    Act.ADD: QT_TRANSLATE_NOOP("UndoCommands", "new note"),
    Act.CHANGE: QT_TRANSLATE_NOOP("UndoCommands", "change of a note"),
    Act.PLACE: QT_TRANSLATE_NOOP("UndoCommands", "placing of a note"),
    Act.REMOVE: QT_TRANSLATE_NOOP("UndoCommands", "removal of a note"),
    Act.TAKE_IN: QT_TRANSLATE_NOOP("UndoCommands", "import of notes"),
    Act.WITHDRAW: QT_TRANSLATE_NOOP("UndoCommands", "decision taken back"),
    Act.CORRECT: QT_TRANSLATE_NOOP("UndoCommands", "correction"),
    Act.FORGET_PAIR: QT_TRANSLATE_NOOP("UndoCommands", "removal from the recent list"),
    Act.REMOVE_PAIR: QT_TRANSLATE_NOOP("UndoCommands", "removal of a comparison"),
    Act.RETAG: QT_TRANSLATE_NOOP("UndoCommands", "change of a tag"),
    Act.REMOVE_REPORT: QT_TRANSLATE_NOOP("UndoCommands", "removal of a report"),
    CorrectionKind.HEADING: QT_TRANSLATE_NOOP("UndoCommands", "new heading"),
    CorrectionKind.NO_HEADING: QT_TRANSLATE_NOOP("UndoCommands", "heading made text"),
    CorrectionKind.LEVEL: QT_TRANSLATE_NOOP("UndoCommands", "change of a heading's level"),
    CorrectionKind.ROLE: QT_TRANSLATE_NOOP("UndoCommands", "change of what a section is for"),
    CorrectionKind.COMMITMENT: QT_TRANSLATE_NOOP("UndoCommands", "new commitment"),
    CorrectionKind.NO_COMMITMENT: QT_TRANSLATE_NOOP("UndoCommands", "commitment made none"),
    DecisionKind.CONFIRM: QT_TRANSLATE_NOOP("UndoCommands", "confirmation"),
    DecisionKind.LINK: QT_TRANSLATE_NOOP("UndoCommands", "link"),
    DecisionKind.UNLINK: QT_TRANSLATE_NOOP("UndoCommands", "unlinking"),
    DecisionKind.RELABEL: QT_TRANSLATE_NOOP("UndoCommands", "relabelling"),
}
"""What is decided or corrected is called by its kind, where it has a name, all else by the act."""

ARROW = " → "  # from a tag to its new name
LONGEST = 24  # characters of a quote: enough to know the sentence by


class UndoCommands(QObject):
    """Tells what is undone, and goes there where it is one link or correction: it may lie far off.

    What was told is taken back with the next step.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._repairs = window.session.repairs
        self._told = ""
        self._left: tuple[Step | None, Step | None] = None, None  # what can be undone and redone
        self._awaited: tuple[Side, Span] | None = None  # where a correction is to be gone to
        self._session.history_changed.connect(self._on_history_changed)
        self._session.pair_changed.connect(self._forget)
        self._session.comparison_changed.connect(self._on_comparison_changed)

    def undo(self) -> None:
        """Undo the last step on the open pair."""
        self._take(self._repairs.undoable, self._repairs.undo, self.tr("Undone: {step}"))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._take(self._repairs.redoable, self._repairs.redo, self.tr("Done again: {step}"))

    def _take(self, step: Step | None, take: Callable[[], None], said: str) -> None:
        if step is None:
            return
        known, confirmed = self._known(step.kept), self._confirmed()
        about = self._about(step)
        take()
        about = about or self._about(step)  # what is put away is listed either before or after
        known = self._known(step.kept) | known  # a note by the words that it had
        touched = [known[each] for each in step.ids if each in known]
        is_decided = step.kept is Kept.DECISION
        count = abs(self._confirmed() - confirmed) if is_decided else len(touched)
        count = len(step.ids) if step.act is Act.RETAG else count
        last = next(filter(self._is_at_hand, touched), touched[-1] if touched else None)
        if last is not None and count <= 1:
            self._show(last, step)
        self._told = said.format(step=self._named(step.act, last, count, about))
        self._left = self._steps()
        self._window.message.tell(self._told)

    def _steps(self) -> tuple[Step | None, Step | None]:
        return self._repairs.undoable, self._repairs.redoable

    def _on_history_changed(self) -> None:
        if self._told and self._steps() != self._left:
            self._window.message.take_back(self._told)
            self._told = ""

    def _confirmed(self) -> int:
        """Return how many rows are confirmed: a row may have several links."""
        now = self._session.comparison
        return count_confirmed(now, self._session.rows)[0] if now is not None else 0

    def _known(self, kept: Kept) -> dict[int, Touched]:
        """Return what there is of a kind, as it is now."""
        repairs = self._repairs
        corrected = chain.from_iterable(map(repairs.corrections_of, repairs.pair or ()))
        found: dict[Kept, Callable[[], Iterable[Touched]]] = {
            Kept.DECISION: lambda: repairs.decisions,
            Kept.CORRECTION: lambda: corrected,
            Kept.ANNOTATION: lambda: self._session.annotations,
            Kept.AWAY: lambda: (),
        }
        return {each.id: each for each in found[kept]()}

    def _about(self, step: Step) -> str:
        """Return what a step over the whole library is about: a report, a pair or a tag."""
        if not step.about:  # as of nearly all steps: to list the pairs takes time
            return ""
        shelf = self._session.shelf
        if step.act is Act.RETAG:
            return ARROW.join(step.about)
        if len(step.about) == 1:
            return next((full_title(one) for one in shelf.reports if one.sha256 in step.about), "")
        named = {*step.about}
        pairs = (one for one in shelf.pairs if {one.left.sha256, one.right.sha256} == named)
        return next((pair_name(one) for one in pairs), "")

    def _named(self, act: Act, last: Touched | None, count: int, about: str) -> str:
        name = self.tr(str(NAMES[_kind(act, last)]))
        if about:
            name = self.tr("{name} “{words}”").format(name=name, words=about)
        if count > 1:
            return self.tr("{name} ({count})").format(name=name, count=Counted(count))
        words = _words(last) if last is not None and not about else ""
        return self.tr("{name} “{words}”").format(name=name, words=words) if words else name

    def _show(self, touched: Touched, step: Step) -> None:
        """Bring what a decision or a correction is about into view, as it stands now."""
        if isinstance(touched, Decision):
            self._show_ends(touched)
        elif isinstance(touched, Correction) and touched.span is not None and self._repairs.pair:
            is_left = self._repairs.pair[0].sha256 in step.reports
            place = Side.LEFT if is_left else Side.RIGHT, touched.span
            self._session.show_passage(*place)
            self._awaited = place if self._session.selection == NOTHING else None

    def _forget(self) -> None:
        self._awaited = None

    def _on_comparison_changed(self) -> None:
        """Select the sentence that was none as long as the correction was laid over it."""
        place, self._awaited = self._awaited, None
        if place is not None and self._session.selection == NOTHING:
            self._session.show_passage(*place)

    def _is_at_hand(self, touched: Touched) -> bool:
        """Tell whether it is about the pair at hand: one of several of a row that is confirmed."""
        return isinstance(touched, Decision) and self._ends(touched) == self._session.selection

    def _ends(self, decision: Decision) -> Selection:
        now, chosen = self._session.comparison, self._session.selection.chosen
        if now is None:
            return NOTHING
        left, right = (statement_of(now, side, decision.anchor(side)) for side in Side)
        return Selection(left, right, chosen)

    def _show_ends(self, decision: Decision) -> None:
        now, ends = self._session.comparison, self._ends(decision)
        left, right, chosen = ends.left, ends.right, ends.chosen
        if now is None:
            return
        side = chosen if ends.end(chosen) is not None else chosen.other
        if left is not None and right is not None and link_at_hand(now, ends) is not None:
            self._session.select_pair(left, right, chosen)
        else:
            self._session.select(side, ends.end(side))


def _kind(act: Act, touched: Touched | None) -> StrEnum:
    """Return what a step is called by."""
    if act not in (Act.DECIDE, Act.CORRECT) or not isinstance(touched, Decision | Correction):
        return act
    return touched.kind if touched.kind in NAMES else act


def _words(touched: Touched) -> str:
    """Return the words that something is known by, a note by its own."""
    if isinstance(touched, Correction):
        said = touched.quote or touched.value
    else:
        anchors = touched.right, touched.left
        quotes = (anchor.quote for anchor in anchors if anchor is not None)
        said = (touched.body if isinstance(touched, Annotation) else "") or next(quotes, "")
    said = " ".join(said.split())
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
