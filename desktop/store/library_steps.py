"""The steps of a library: each is recorded, and can be undone and done again, across restarts."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop.store.library_file import LibraryFile
from desktop.store.records import away, journal, notes, reports
from desktop.store.records.inheriting import bring_over, heritage_of
from desktop.store.records.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.errors import UserError
    from desktop.report.model import Report
    from desktop.store.file.sqlite import Connection
    from desktop.store.records.inheriting import Inherited
    from desktop.store.records.journal import Act, Recorder, Step


class LibrarySteps(LibraryFile):
    """The file of a library, and what is done to it step by step.

    It remembers the pair that is worked on, which each write finds kept, and which notes were
    changed here: a step on one that somebody else has changed since must not overwrite that.
    """

    def __init__(
        self,
        db: Connection,
        path: Path,
        clock: Callable[[], datetime],
        refusal: UserError | None = None,
    ) -> None:
        super().__init__(db, path, clock, refusal)
        self._pair: tuple[Report, Report] | None = None  # that is worked on
        self._is_put_off = False
        self._own: dict[int, datetime] = {}  # when this window last changed a note

    # the pair that is worked on

    def work_on(self, pair: tuple[Report, Report] | None, *, is_kept: bool = True) -> None:
        """Do what `remember_pair` does with a later write, and as one with it, if need be.

        Nothing can be written on reports that are not there: the pair that is worked on could not
        be kept, or another window has restored a backup of an earlier time. None ends that.
        """
        self._pair, self._is_put_off = pair, not is_kept

    def keep_pair(self) -> None:
        """Do now what was put off to a later write."""
        if self._is_put_off:
            with self.writing():
                pass

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

    # undo and redo, over annotations, decisions and corrections

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

    def _turned(self, step: Step | None) -> Step | None:
        if step is not None:
            found = (notes.find(self.db, key) for key in step.notes)
            self._know(note for note in found if note is not None)
        return step

    # what a step is made of

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

    def _know(self, written: Iterable[Annotation]) -> None:
        """Remember notes as they were written here."""
        self._own |= {note.id: note.changed for note in written}

    def _is_of_others(self, now: Annotation, known: Annotation) -> bool:
        """Tell whether a note is no more what it was when it was read or written here."""
        return now.changed not in (known.changed, self._own.get(now.id))


def _names(reports: Collection[Report | str]) -> frozenset[str]:
    return frozenset(one if isinstance(one, str) else one.sha256 for one in reports)
