"""What comes from another library: told apart from what is here, and taken in as one step.

What comes is first read and checked as a whole, and only then is a row written. What was made of
what is here takes its place; where both sides went on from there, both versions are kept, and
one's own is the one that counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from desktop.errors import UserError, reason
from desktop.paths import is_file, is_there
from desktop.store.bundle import read_bundle
from desktop.store.incoming import Incoming, unusable
from desktop.store.incoming_webannotation import read_web_annotations
from desktop.store.records import decisions, reports
from desktop.store.records.journal import Act, step
from desktop.store.records.kept import Kept
from desktop.store.records.merging import merge_notes
from desktop.store.shape.schema import MAGIC

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop.compare.annotation import Anchor
    from desktop.compare.decisions import Decision
    from desktop.store.file.sqlite import Connection
    from desktop.store.library import Library

LARGEST = 500_000_000  # bytes of a file that is taken in
T = TypeVar("T")

SAID = (
    ("{} new", "新增 {}"),
    ("{} brought up to date", "更新 {}"),
    ("{} known", "已有 {}"),
    ("{} kept in both versions", "两个版本都保留 {}"),
    (
        "{} left out because their passage is in no report here",
        "因此处没有所在原文而未导入 {}",
    ),
)
"""What a count of `Taken` is called, in their order."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many of what came were new, newer, here already, and are here in another version too."""

    new: int = 0
    newer: int = 0
    known: int = 0
    both: int = 0
    left_out: int = 0

    @property
    def en(self) -> str:
        """The sentence in English, of what there is."""
        said = [en.format(count) for count, (en, _) in self._counts() if count]
        return f"Taken in: {', '.join(said) or 'nothing, for there is nothing in the file'}"

    @property
    def zh(self) -> str:
        """The sentence in Chinese, of what there is."""
        said = [zh.format(count) for count, (_, zh) in self._counts() if count]
        return f"已导入：{'，'.join(said) or '文件中没有可导入的内容'}"

    def _counts(self) -> Iterable[tuple[int, tuple[str, str]]]:
        counts = self.new, self.newer, self.known, self.both, self.left_out
        return zip(counts, SAID, strict=True)

    def __add__(self, other: Taken) -> Taken:
        return Taken(
            self.new + other.new,
            self.newer + other.newer,
            self.known + other.known,
            self.both + other.both,
            self.left_out + other.left_out,
        )


def take_in(library: Library, path: Path) -> Taken:
    """Take in a file; what `read_incoming` raises is raised, and nothing was taken."""
    return merge(library, read_incoming(library, path))


def read_incoming(library: Library, path: Path) -> Incoming:
    """Return what a file of notes or of a whole comparison brings, checked; nothing is written.

    Raises UserError where the file cannot be read, is neither, or contradicts itself.
    """
    data = content_of(path)
    if data.startswith(MAGIC):
        return read_bundle(path)
    return read_web_annotations(data, path.name, library)


def content_of(path: Path) -> bytes:
    """Return the bytes of a file that is to be taken in."""
    if is_there(path) and not is_file(path):  # to read a pipe would wait for ever
        raise UserError(
            en=f"{path.name} is a folder or a device, not a file: choose a file.",
            zh=f"“{path.name}”是文件夹或设备，不是文件：请选择文件。",
        )
    try:
        if path.stat().st_size > LARGEST:
            raise unusable(path.name, "it is larger than 500 MB", "超过 500 MB")
        return path.read_bytes()
    except OSError as error:
        why = reason(error)
        raise UserError(
            en=f"{path.name} cannot be read ({why.en}): check the name and your rights.",
            zh=f"无法读取“{path.name}”（{why.zh}）：请检查文件名和权限。",
        ) from error


def merge(library: Library, incoming: Incoming) -> Taken:
    """Take in what was read, notes, decisions and corrections each as one step."""
    now = library.clock()
    with library.writing() as db:
        for report in incoming.reports:
            if not reports.is_kept(db, report.sha256):
                reports.keep(db, report, now)
        reports.put_back(db, {report.sha256 for report in incoming.reports})
        taken = Taken(**merge_notes(db, incoming.notes, now), left_out=incoming.left_out)
        taken += _merge_corrections(db, incoming, now)
        taken += _merge_decisions(db, incoming, now)
    return taken


def _merge_decisions(db: Connection, incoming: Incoming, now: datetime) -> Taken:
    if incoming.pair is None or not incoming.decisions:
        return Taken()
    pair = incoming.pair
    mine = decisions.decisions_of(db, *pair)
    add, taken = _merged(mine, incoming.decisions, _about_statements)
    with step(db, Act.DECIDE, Kept.DECISION, set(pair), now) as made:
        for decision in add:
            made.made(decisions.add_decision(db, pair, decision, decision.made).id)
    return taken


def _merge_corrections(db: Connection, incoming: Incoming, now: datetime) -> Taken:
    taken = Taken()
    for report in dict.fromkeys(name for name, _ in incoming.corrections):
        mine = decisions.corrections_of(db, report)
        theirs = [correction for name, correction in incoming.corrections if name == report]
        add, merged = _merged(mine, theirs, lambda one: (one.kind, one.span))
        taken += merged
        with step(db, Act.CORRECT, Kept.CORRECTION, {report}, now) as made:
            for correction in add:
                made.made(decisions.add_correction(db, report, correction, correction.made).id)
    return taken


def _about_statements(decision: Decision) -> Hashable:
    return tuple(_where(anchor) for anchor in (decision.left, decision.right))


def _where(anchor: Anchor | None) -> Hashable:
    return anchor and (anchor.report, anchor.span)


def _merged(
    mine: Sequence[T], theirs: Sequence[T], about: Callable[[T], Hashable]
) -> tuple[list[T], Taken]:
    """Return what is to be kept besides: theirs, and mine again where both differ.

    Of several on one thing the last counts, which so stays one's own, unless theirs was made after
    it. What they were given again, as mine is here, is no judgement of theirs.
    """
    here, there = (
        dict.fromkeys(replace(one, id=0) for one in some)  # type: ignore[type-var]
        for some in (mine, theirs)
    )
    last = {about(one): replace(one, id=0) for one in mine}  # type: ignore[type-var]
    theirs_last = {about(one): one for one in there}
    new = [one for one in there if one not in here]
    shared = [key for key in dict.fromkeys(map(about, new)) if key in last]
    newer = {key for key in shared if last[key] in there and last[key] != theirs_last[key]}
    both = [last[key] for key in shared if key not in newer]
    return new + both, Taken(
        new=len(new) - len(shared),
        newer=len(newer),
        known=len(there) - len(new),
        both=len(both),
    )
