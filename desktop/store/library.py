"""Library: the reports, notes and recent pairs that the analyst keeps."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop.compare.annotation import Status
from desktop.store.file.connection import reading
from desktop.store.library_file import LibraryFile
from desktop.store.records import away, drafts, journal, notes, reports
from desktop.store.records import decisions as kept_decisions
from desktop.store.records.inheriting import Heritage, bring_over, heritage_of
from desktop.store.records.journal import Act
from desktop.store.records.kept import Kept
from desktop.store.records.search import FOUND_AT_MOST, search
from desktop.store.records.seen import Seen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.compare.decisions import Decision
    from desktop.compare.model import Side
    from desktop.errors import UserError
    from desktop.report.corrections import Correction
    from desktop.report.model import Report
    from desktop.store.file.sqlite import Connection
    from desktop.store.records.drafts import Draft
    from desktop.store.records.inheriting import Inherited
    from desktop.store.records.journal import Recorder, Step
    from desktop.store.records.notes import Note
    from desktop.store.records.reports import RecentPair, RecentReport
    from desktop.store.records.search import Hits


class Library(LibraryFile):
    """An open library; what its calls have kept is on disk when they return.

    It belongs to the thread that opened it; other threads and processes open their own.
    Calls that write raise UserError where the disk or another program prevents it, or the
    library cannot be written to: `refusal` is then what they raise. `db`, `clock` and
    `writing` are for the modules beside this one.
    """

    def __init__(
        self,
        db: Connection,
        path: Path,
        clock: Callable[[], datetime],
        refusal: UserError | None = None,
    ) -> None:
        super().__init__(db, path, clock, refusal)
        self._own: dict[int, datetime] = {}  # when this window last changed a note
        self._seen = Seen()
        self._pair: tuple[Report, Report] | None = None  # that is worked on
        self._is_put_off = False

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

    def work_on(self, pair: tuple[Report, Report] | None, *, is_kept: bool = True) -> None:
        """Do what `remember_pair` does with a later write, and as one with it, if need be.

        Nothing can be written on reports that are not there: the pair that is worked on could not
        be kept, or another window has restored a backup of an earlier time. None ends that.
        """
        self._pair, self._is_put_off = pair, not is_kept

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

    def all_annotations(self, reports: Collection[str] = ()) -> tuple[Annotation, ...]:
        """Return all notes, or those on the texts of these names, in the order of their ids.

        Their anchors are as they were made: each in the text of its own report.
        """
        with self.telling(), reading(self.db):
            return notes.everything(self.db, reports)

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

        Its anchors stay where they are: `place_annotation` is the way to move one. If another
        window or program has changed the note since it was read here, its version stays and
        this one is kept beside it; if it was removed, this one is a new note where it is shown.
        What is returned then has an id of its own.
        """
        with self.writing():
            drafts.drop(self.db, annotation)
            now = notes.find(self.db, annotation.id)
            written = notes.note_of(annotation)
            if now is None or now.created != annotation.created:  # a restored backup numbers anew
                return self._add(written, annotation.left, annotation.right)
            if self._is_of_others(now, annotation) and notes.note_of(now) != written:
                return self._add(written, now.left, now.right)
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

    # undo and redo, over annotations, decisions and corrections, across restarts

    def undo(self, reports: Collection[Report | str] = ()) -> Step | None:
        """Undo the last step and return it, None where there is none.

        With `reports`, such as the open pair, or their names the last step that concerns any of
        them: a window does not undo what another window did elsewhere. Raises UserError where what
        the step left was changed since by a step that is not among those. Afterwards annotations,
        decisions and corrections are read anew; `Step.act` and `Step.kept` say which.
        """
        with self.writing():
            return self._turned(journal.undo(self.db, _names(reports)))

    def redo(self, reports: Collection[Report | str] = ()) -> Step | None:
        """Do again what was undone last, and return it; a new step in between ends that."""
        with self.writing():
            return self._turned(journal.redo(self.db, _names(reports)))

    def undoable(self, reports: Collection[Report | str] = ()) -> Step | None:
        """Return what `undo` would undo."""
        with self.telling():
            return journal.next_step(self.db, _names(reports), undone=False)

    def redoable(self, reports: Collection[Report | str] = ()) -> Step | None:
        """Return what `redo` would do again."""
        with self.telling():
            return journal.next_step(self.db, _names(reports), undone=True)

    # writing

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write as `LibraryFile.writing` does, and first the pair that is worked on."""
        pair = self._pair
        with super().writing() as db:
            if pair is not None and (
                self._is_put_off or not all(reports.is_kept(db, one.sha256) for one in pair)
            ):
                self._remember(*pair)
            yield db
        self._is_put_off = False

    def _remember(self, left: Report, right: Report) -> Inherited:
        heritage = heritage_of(self.db, left, right)
        reports.remember(self.db, left, right, self.clock())
        return bring_over(self.db, (left, right), heritage)

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
        self._own |= {new.id: new.changed for new, _ in written}
        return tuple(new for new, _ in written)

    def _is_of_others(self, now: Annotation, known: Annotation) -> bool:
        """Tell whether a note is no more what it was when it was read or written here."""
        return now.changed not in (known.changed, self._own.get(now.id))

    @contextmanager
    def _step_on(
        self, act: Act, note: Annotation, anchors: Collection[Anchor] = ()
    ) -> Iterator[tuple[Recorder, datetime]]:
        """Record a step on a note; its time is later than that of the last change."""
        named = {anchor.report for anchor in (*note.anchors, *anchors)}
        with self._step(act, Kept.ANNOTATION, named) as (touched, now):
            touched.touch(note.id)
            at = max(now, note.changed + timedelta.resolution)
            yield touched, at
        self._own[note.id] = at

    @contextmanager
    def _step(
        self, act: Act, kept: Kept, named: Collection[str]
    ) -> Iterator[tuple[Recorder, datetime]]:
        at = self.clock().astimezone(UTC)
        with journal.step(self.db, act, kept, named, at) as recorder:
            back = away.written_on(self.db, {*named}, _names(self._pair or ()))
            for key in back:
                recorder.touch(key, Kept.AWAY)
            away.put_back(self.db, back)
            yield recorder, at

    def _turned(self, step: Step | None) -> Step | None:
        if step is not None:
            for key in step.notes:
                if (note := notes.find(self.db, key)) is not None:
                    self._own[key] = note.changed
        return step


def _names(reports: Collection[Report | str]) -> frozenset[str]:
    return frozenset(one if isinstance(one, str) else one.sha256 for one in reports)
