"""Library: the reports, notes and recent pairs that the analyst keeps."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.compare.annotation import Status
from desktop.store.file.connection import reading
from desktop.store.library_steps import LibrarySteps
from desktop.store.records import away, drafts, journal, notes, reports
from desktop.store.records import decisions as kept_decisions
from desktop.store.records.inheriting import Heritage, heritage_of
from desktop.store.records.journal import Act
from desktop.store.records.kept import Kept
from desktop.store.records.search import FOUND_AT_MOST, search
from desktop.store.records.seen import Seen

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.compare.decisions import Decision
    from desktop.compare.model import Side
    from desktop.report.corrections import Correction
    from desktop.report.model import Report
    from desktop.store.records.drafts import Draft
    from desktop.store.records.inheriting import Inherited
    from desktop.store.records.notes import Note
    from desktop.store.records.reports import RecentPair, RecentReport
    from desktop.store.records.search import Hits


class Library(LibrarySteps):
    """An open library; what its calls have kept is on disk when they return.

    It belongs to the thread that opened it; other threads and processes open their own.
    Calls that write raise UserError where the disk or another program prevents it, or the
    library cannot be written to: `refusal` is then what they raise. `db`, `clock` and
    `writing` are for the modules beside this one.
    """

    @cached_property
    def _seen(self) -> Seen:
        """What searches on this connection have read."""
        return Seen()

    # reports and pairs

    def keep_report(self, report: Report) -> None:
        """Keep a report under its sha256; what is known of it by now takes the earlier place."""
        with self.writing():
            reports.keep(self.db, report, self.clock())

    def report(self, sha256: str) -> Report | None:
        """Return a kept report."""
        with self.telling():
            return reports.find(self.db, sha256)

    def remember_pair(self, left: Report, right: Report) -> Inherited:
        """Keep both reports, and that they were opened together just now.

        Where a text is new, what was decided and corrected on a copy of it is brought over; return
        how much that was.
        """
        with self.writing():
            return self._remember(left, right)

    def inherits(self, left: Report, right: Report) -> bool:
        """Whether `remember_pair` has anything to bring over."""
        with self.telling(), reading(self.db):
            return heritage_of(self.db, left, right) != Heritage()

    def recent_pairs(self, limit: int = 10, *, all_of_them: bool = False) -> tuple[RecentPair, ...]:
        """Return the pairs that were opened, newest first, without those that were put away.

        Of `all_of_them` the reports are here, but they may be of the recent ones no more.
        """
        with self.telling():
            return reports.recent(self.db, limit, away.LISTED if all_of_them else away.RECENT)

    def all_reports(self) -> tuple[RecentReport, ...]:
        """Return what is known of all reports but those that were put away, the last kept first."""
        with self.telling(), reading(self.db):
            return reports.all_reports(self.db)

    # annotations

    def annotations(self, left: Report, right: Report) -> tuple[Annotation, ...]:
        """Return the notes anchored in either report, in the order of the texts.

        Notes made in another copy of a report are anchored again in this one; where the quote
        is not surely found the anchor has no span. Nothing of this is written.
        """
        with self.telling(), reading(self.db):
            return notes.of_pair(self.db, left, right)

    def all_annotations(self) -> tuple[Annotation, ...]:
        """Return all notes, in the order of their ids.

        Their anchors are as they were made: each in the text of its own report.
        """
        with self.telling(), reading(self.db):
            return notes.everything(self.db)

    def annotation(self, annotation: int) -> Annotation | None:
        """Return one note with its anchors as they were made, None if there is none."""
        with self.telling(), reading(self.db):
            return notes.find(self.db, annotation)

    def add_annotation(
        self,
        body: str,
        *,
        left: Anchor | None = None,
        right: Anchor | None = None,
        tags: tuple[str, ...] = (),
        status: Status = Status.TO_CHECK,
        colour: str = "",
        author: str = "",
    ) -> Annotation:
        """Keep a new note and return it with its id; the anchors' reports must be kept."""
        with self.writing():
            return self._add(notes.Note(body, tags, status, colour, author), left, right)

    def add_annotations(
        self,
        places: Sequence[tuple[Anchor | None, Anchor | None]],
        body: str,
        *,
        tags: tuple[str, ...] = (),
        status: Status = Status.TO_CHECK,
        author: str = "",
    ) -> tuple[Annotation, ...]:
        """Keep one note with the same words at each place, left and right, all as one step."""
        note = notes.Note(body, tags, status, "", author)
        with self.writing():
            return self._add_all(note, places)

    def change_annotation(self, annotation: Annotation) -> Annotation:
        """Keep the words, tags, status, colour and author of a note, and return it as kept.

        Other words are those of its `editor`. Its anchors stay: `place_annotation` moves one. If
        another window or program has changed the note since it was read here, its version stays and
        this one is beside it, of another id; if it was removed, this one is a new note.
        """
        with self.writing():
            drafts.drop(self.db, annotation)
            now = notes.find(self.db, annotation.id)
            written = notes.note_of(annotation)
            mine = written._replace(editor=annotation.editor)
            if now is None or now.created != annotation.created:  # a restored backup numbers anew
                return self._add(mine, annotation.left, annotation.right)
            if self._is_of_others(now, annotation) and notes.note_of(now) != written:
                return self._add(mine, now.left, now.right)
            with self._step_on(Act.CHANGE, now, annotation.anchors) as (touched, at):
                before = touched.before[Kept.ANNOTATION, now.id]
                new, row = notes.change(self.db, annotation, at, before)
                touched.wrote(row)
                return new

    def place_annotation(self, annotation: int, side: Side, anchor: Anchor) -> None:
        """Anchor a note by hand, as an orphan needs; the anchor's report must be kept."""
        with (
            self.writing(),
            self._step_on(Act.PLACE, notes.kept(self.db, annotation), (anchor,)) as (_, at),
        ):
            notes.place(self.db, annotation, side, anchor, at)

    def remove_annotation(self, annotation: int) -> None:
        """Take a note out of all lists; `undo` brings it back."""
        with self.writing():
            if (now := notes.find(self.db, annotation)) is not None:
                with self._step_on(Act.REMOVE, now) as (_, at):
                    notes.set_removed(self.db, annotation, at)

    def unmake_annotation(self, annotation: int) -> None:
        """Take a new note back as if it had never been: neither `undo` nor `redo` knows of it.

        A note that other steps have followed is removed.
        """
        with self.writing():
            named = notes.reports_of(self.db, annotation)
            is_undone = journal.unmake(self.db, annotation, named)
        if not is_undone:
            self.remove_annotation(annotation)

    # what is being typed

    def keep_draft(self, annotation: Annotation, body: str) -> None:
        """Keep the words that are being typed into a note; `change_annotation` ends that."""
        with self.writing():
            drafts.keep(self.db, annotation, body, self.clock())

    def drop_draft(self, annotation: Annotation) -> None:
        """Forget what was being typed into a note."""
        with self.writing():
            drafts.drop(self.db, annotation)

    def drafts(self) -> tuple[Draft, ...]:
        """Return what was typed and never saved, since the program was killed meanwhile."""
        with self.telling(), reading(self.db):
            return drafts.everything(self.db)

    # search

    def search(self, words: str, limit: int = FOUND_AT_MOST, seen: Seen | None = None) -> Hits:
        """Find words in all notes and all reports; one character is enough.

        `seen` has what searches on other connections to this library have read.
        """
        with self.telling(), reading(self.db):
            return search(self.db, words, seen or self._seen, limit)

    # settings of a comparison

    def settings(self, left: Report, right: Report) -> dict[str, str]:
        """Return what is set for a pair of reports, by name."""
        with self.telling():
            return drafts.settings(self.db, left.sha256, right.sha256)

    def set_setting(self, left: Report, right: Report, name: str, value: str) -> None:
        """Set something for a pair of kept reports, such as what its list shows."""
        with self.writing():
            drafts.set_setting(self.db, left.sha256, right.sha256, name, value)

    # decisions and corrections

    def decisions(self, left: Report, right: Report) -> tuple[Decision, ...]:
        """Return what was decided on a pair of reports, in the order in which it was.

        `apply_decisions(comparison, …)` lays it over. A pair that was compared the other way
        round has the same decisions, turned round.
        """
        with self.telling():
            return kept_decisions.decisions_of(self.db, left.sha256, right.sha256)

    def decide(
        self, left: Report, right: Report, decisions: Sequence[Decision]
    ) -> tuple[Decision, ...]:
        """Keep decisions on a pair of kept reports as one step; return them with id and time.

        'Confirm all up to here' is one such step of many (`compare.decisions.confirm`).
        """
        pair = left.sha256, right.sha256
        with self.writing(), self._step(Act.DECIDE, Kept.DECISION, set(pair)) as (made, at):
            kept = [kept_decisions.add_decision(self.db, pair, d, at) for d in decisions]
            for decision in kept:
                made.made(decision.id)
        return tuple(kept)

    def withdraw_decisions(self, ids: Collection[int]) -> None:
        """Take decisions back as one step: what was computed stands again."""
        with self.writing():
            named = kept_decisions.reports_of(self.db, ids)
            with self._step(Act.WITHDRAW, Kept.DECISION, named) as (touched, _):
                for key in ids:
                    touched.touch(key)
                kept_decisions.remove(self.db, ids)

    def corrections(self, report: Report) -> tuple[Correction, ...]:
        """Return the corrections of a report, in the order in which they were made.

        `parse_report(report, …)` honours them; give it the report as it was read.
        """
        with self.telling():
            return kept_decisions.corrections_of(self.db, report.sha256)

    def correct(self, report: Report, corrections: Sequence[Correction]) -> tuple[Correction, ...]:
        """Keep corrections of a kept report as one step; return them with id and time."""
        named = {report.sha256}
        with self.writing(), self._step(Act.CORRECT, Kept.CORRECTION, named) as (made, at):
            add = kept_decisions.add_correction
            kept = [add(self.db, report.sha256, correction, at) for correction in corrections]
            for correction in kept:
                made.made(correction.id)
        return tuple(kept)

    def _add(self, note: Note, left: Anchor | None, right: Anchor | None) -> Annotation:
        (new,) = self._add_all(note, ((left, right),))
        return new

    def _add_all(
        self, note: Note, places: Sequence[tuple[Anchor | None, Anchor | None]]
    ) -> tuple[Annotation, ...]:
        named = {anchor.report for place in places for anchor in place if anchor is not None}
        with self._step(Act.ADD, Kept.ANNOTATION, named) as (made, at):
            written = [notes.add(self.db, note, *place, at) for place in places]
            for _, row in written:
                made.wrote(row)
        added = tuple(new for new, _ in written)
        self._know(added)
        return added
