"""Repairs: what the analyst decides and corrects of the open pair, with undo and redo."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import paths
from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.store import OVER_ALL, Act, Kept, tagging
from desktop.store.putting_away import last_over_all

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Sequence

    from desktop.compare.annotation import Anchor, Annotation, Status
    from desktop.compare.decisions import Decision
    from desktop.report.corrections import Correction, Corrections
    from desktop.report.model import Report
    from desktop.store import Library, Step


class Repairs(QObject):
    """What is written has been saved when a method returns; a signal says what has to follow."""

    decided = Signal()  # decisions are to be laid over anew
    corrected = Signal()  # the pair is to be compared anew
    noted = Signal()  # annotations are to be read anew
    listed = Signal()  # lists of pairs and reports are to be read anew
    closing = Signal()  # another pair is about to take the place of the one that is open

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.pair: tuple[Report, Report] | None = None  # as read
        self.reach: frozenset[str] = frozenset()  # other reports that this window did something to
        self.author = ""
        self._decisions: tuple[Decision, ...] = ()  # as they were laid over last
        self._corrections: dict[str, Corrections] = {}  # and these, by report
        self._settings: dict[str, str] = {}  # of the pair, still to be written
        self._is_being_kept = False  # the pair, behind: settings wait for that

    def open(
        self,
        pair: tuple[Report, Report],
        corrections: tuple[Corrections, Corrections],
        *,
        is_kept: bool = True,
    ) -> None:
        """Work from now on on two reports as they were read.

        `corrections` are those that the library had on them. If it has yet to keep the reports,
        could not, such as for another program that wrote, or has them no more, they are kept with
        what is written on them first.
        """
        self.closing.emit()
        self.pair, self._settings, self._is_being_kept = pair, {}, not is_kept
        self._library.work_on(pair, is_kept=is_kept)
        for report, laid in zip(pair, corrections, strict=True):
            self._corrections[report.sha256] = laid

    def know_kept(self, pair: tuple[Report, Report]) -> None:
        """Know that the library has a pair by now."""
        if pair == self.pair:
            self._library.work_on(pair)
            self._is_being_kept = False
            with suppress(UserError):  # what is set is of less weight than a word on it
                self._write_settings()
        self.listed.emit()

    def wait_no_longer(self) -> None:
        """Let the next setting keep the pair: what was done behind has failed."""
        self._is_being_kept = False

    def keep(self) -> None:
        """Keep the pair at last that the library has yet to keep, if it can."""
        with suppress(UserError):
            self._library.keep_pair()
            self._write_settings()

    @property
    def names(self) -> frozenset[str]:
        """The sha256 of the reports of the pair."""
        return frozenset(report.sha256 for report in self.pair or ())

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What was decided on the pair, in the order in which it was."""
        return self._library.decisions(*self.pair) if self.pair else ()

    def decisions_to_lay(self) -> tuple[Decision, ...]:
        """Return what was decided for whoever lays it over: `follow` tells of others from then."""
        self._decisions = self.decisions
        return self._decisions

    def corrections_of(self, report: Report) -> Corrections:
        """Return what was corrected of a report, in the order in which it was."""
        return self._library.corrections(report)

    def follow(self) -> None:
        """Tell what has to follow from what another window wrote on the pair."""
        if self.pair is None:
            return
        corrections = {report.sha256: self.corrections_of(report) for report in self.pair}
        before, self._corrections = self._corrections, corrections
        decisions = self._decisions
        if corrections != {name: before.get(name) for name in corrections}:
            self.corrected.emit()
        elif self.decisions_to_lay() != decisions:
            self.decided.emit()
        else:
            self.noted.emit()

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Keep decisions as one step."""
        if self.pair is not None and decisions:
            signed = [replace(decision, author=self.author) for decision in decisions]
            self._library.decide(*self.pair, signed)
            self.decided.emit()

    def withdraw(self, decisions: Collection[Decision]) -> None:
        """Take decisions back as one step."""
        if decisions:
            self._library.withdraw_decisions([decision.id for decision in decisions])
            self.decided.emit()

    def correct(self, side: Side, corrections: Sequence[Correction]) -> None:
        """Keep corrections of a report as one step."""
        if self.pair is not None and corrections:
            signed = [replace(correction, author=self.author) for correction in corrections]
            self._library.correct(self.pair[side is Side.RIGHT], signed)
            self.corrected.emit()

    def setting(self, name: str) -> str:
        """Return what is set for the pair, "" where nothing is."""
        kept = self._library.settings(*self.pair) if self.pair else {}
        return {**kept, **self._settings}.get(name, "")

    def set_setting(self, name: str, value: str) -> None:
        """Set something for the pair, which is no step to be undone.

        While the pair is being kept behind, it waits for that: to do it here takes a moment.
        """
        if self.pair is not None:
            self._settings[name] = value
            if not self._is_being_kept:
                self._write_settings()

    def _write_settings(self) -> None:
        """Write what was set for the pair, also before it was kept; raises UserError."""
        for name, value in tuple(self._settings.items()):
            assert self.pair is not None  # noqa: S101 - nothing is set for none
            self._library.set_setting(*self.pair, name, value)
            del self._settings[name]

    def add_notes(
        self,
        places: Sequence[tuple[Anchor | None, Anchor | None]],
        body: str,
        tags: tuple[str, ...],
        status: Status,
    ) -> None:
        """Keep one note with the same words at each place, left and right, as one step."""
        if places:
            self._library.add_annotations(
                places, body, tags=tags, status=status, author=self.author
            )
            self.noted.emit()

    def add_note(self, left: Anchor | None, right: Anchor | None) -> Annotation:
        """Keep a new, empty note."""
        made = self._library.add_annotation("", left=left, right=right, author=self.author)
        self.noted.emit()
        return made

    def change_note(self, note: Annotation) -> Annotation:
        """Keep the words, tags and status of a note, and return it as it is kept.

        It has another id where another window had changed the note: both versions are kept.
        """
        kept = self._library.change_annotation(note)
        self.noted.emit()
        return kept

    def unmake_note(self, note: int) -> None:
        """Take back a note that nothing was written into, as if it had never been made."""
        self._library.unmake_annotation(note)
        self.noted.emit()

    def remove_note(self, note: int) -> None:
        """Remove a note."""
        self._library.remove_annotation(note)
        self.noted.emit()

    @property
    def tags(self) -> Counter[str]:
        """On how many notes of the library each tag is."""
        return tagging.tags(self._library)

    def retag(self, tag: str, to: str) -> int:
        """Call a tag by another name on all notes of the library, or "" none, as one step.

        Return on how many.
        """
        changed = tagging.retag(self._library, tag, to)
        if to:
            _retag_presets(tag, to)
        named = {anchor.report for note in changed for anchor in note.anchors}
        if named and not named & self.names:
            self.reach |= {min(named)}  # one is enough to find the step by
        self.listed.emit()
        self.noted.emit()
        return len(changed)

    def _on_retagged(self, step: Step) -> None:
        """Let exports ask for the name that a tag has after a step was undone, or done again."""
        tag, *others = step.about
        known = self.tags
        for to in others:  # there is none where the tag was taken off
            names = (tag, to) if tag not in known else (to, tag)
            _retag_presets(*names, keeps={tag, to} <= known.keys())

    def place_note(self, note: Annotation, side: Side, anchor: Anchor) -> None:
        """Hang a lost note, as it is shown on `side`, where the analyst says that it belongs."""
        lost, kept = note.anchor(side), self._library.annotation(note.id)
        made = [s for s in Side if kept and lost and _is_same(kept.anchor(s), lost)]
        self._library.place_annotation(note.id, made[0] if made else side, anchor)
        self.noted.emit()

    @property
    def undoable(self) -> Step | None:
        """What `undo` would undo."""
        names = self._within_reach(undone=False)
        return self._library.undoable(names) if names else None

    @property
    def redoable(self) -> Step | None:
        """What `redo` would do again."""
        names = self._within_reach(undone=True)
        return self._library.redoable(names) if names else None

    def undo(self) -> None:
        """Undo the last note, decision or correction on the pair, or what was put away last."""
        names = self._within_reach(undone=False)
        self._tell(self._library.undo(names) if names else None)

    def redo(self) -> None:
        """Do again what was undone last."""
        names = self._within_reach(undone=True)
        self._tell(self._library.redo(names) if names else None)

    def _within_reach(self, *, undone: bool) -> frozenset[str]:
        """Return the reports on which a step is this window's to undo.

        They are those of the pair and what was put away here, or given other tags; with no pair
        open, those of which that was the last, also before a restart.
        """
        if self.pair is None:
            return last_over_all(self._library, undone=undone)
        return self.names | self.reach

    def _tell(self, step: Step | None) -> None:
        if step is not None and step.act is Act.RETAG:
            self._on_retagged(step)
        if step is not None and step.act in OVER_ALL:
            self.listed.emit()
            self.follow()
        elif step is not None:
            {
                Kept.AWAY: self.listed,
                Kept.ANNOTATION: self.noted,
                Kept.DECISION: self.decided,
                Kept.CORRECTION: self.corrected,
            }[step.kept].emit()


def _retag_presets(tag: str, to: str, *, keeps: bool = False) -> None:
    from desktop.writers.presets import retag_presets  # noqa: PLC0415 - loads the writers

    retag_presets(paths.data_folder(), tag, to, keeps=keeps)


def _is_same(made: Anchor | None, shown: Anchor) -> bool:
    """Tell whether an anchor is shown as the other one; the side it was made on may be another."""
    words = shown.quote, shown.prefix, shown.suffix
    return made is not None and (made.quote, made.prefix, made.suffix) == words
