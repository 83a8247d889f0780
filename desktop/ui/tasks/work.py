"""What takes longer than a frame, but for reading: plain functions for the pool, without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import inf
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.readers.file import file_and_name
from desktop.store import Hits, open_library, open_to_read
from desktop.writers import write
from desktop.writers.file import refuse_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.compare.annotation import Annotation
    from desktop.compare.compare import Tick
    from desktop.compare.findings import Findings, Term
    from desktop.compare.model import Comparison
    from desktop.report.model import Report
    from desktop.store import OpenFile, RecentPair, RecentReport, Seen
    from desktop.store.incoming import Incoming
    from desktop.text.span import Span
    from desktop.ui.engine.client import Engine
    from desktop.writers.contents import Contents

PAIRS = 1000
"""Pairs of the library among which the one is found that a report was last read in."""

PATIENCE = 3.0  # seconds after which a regular expression is taken for one that has no end
NOWHERE = Hits((), ())


def find_pattern(
    engine: Engine, pattern: str, texts: tuple[str, ...], tick: Tick
) -> tuple[tuple[Span, ...], ...] | UserError:
    """Return where a regular expression matches in each text.

    One that is broken, or that does not come to an end, is an answer too. The clock runs from when
    the engine has begun: before, it may have to start, or be at other work.
    """
    end = inf

    def look_at_the_clock(share: float) -> None:
        nonlocal end
        tick(share)
        if share:
            end = monotonic() + PATIENCE
        elif monotonic() > end:
            raise UserError(
                en=f"“{pattern}” takes too long, since it can match in too many ways: make it "
                "simpler, such as with fewer * and + in one another.",
                zh=f"“{pattern}”可能的匹配方式太多，查找超时：请简化，例如少用嵌套的 * 和 +。",
            )

    try:
        return engine.find_pattern(pattern, texts, look_at_the_clock)
    except UserError as error:
        return error


def find_in(
    engine: Engine, comparison: Comparison, known: tuple[Term, ...] | None, tick: Tick
) -> Findings:
    """Return targets and terms as `Engine.find` does.

    What the first link by hand would wait for is loaded then, while nobody waits.
    """
    found = engine.find(comparison, known, tick)
    import desktop.compare.by_hand  # noqa: F401, PLC0415

    return found


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What the library has of some words, and the pairs that were opened, newest first.

    For no words it is its `reports`, the last kept first.
    """

    words: str = ""
    hits: Hits = NOWHERE
    pairs: tuple[RecentPair, ...] = ()
    reports: tuple[RecentReport, ...] = ()


def look_up(library: OpenFile, seen: Seen, words: str, tick: Tick) -> LookedUp:
    """Look for words in all notes and reports of the library.

    For no words it is the reports themselves that are listed.
    `seen` remembers what was read.
    """
    tick(0.0)
    with open_to_read(library.here()) as opened:  # its own connection: this is another thread
        pairs = opened.recent_pairs(PAIRS, all_of_them=True)
        if not words:
            return LookedUp(pairs=pairs, reports=opened.all_reports())
        return LookedUp(words, opened.search(words, seen=seen), pairs)


def back_up_if_due(library: OpenFile, tick: Tick) -> Path | None:
    """Make a backup of the library if one is due, and return its path.

    Notes that wait for the index are taken into it, and the log is written back, so that nobody
    who types has to wait for that.
    """
    tick(0.0)
    with open_library(library.here()) as opened:  # its own connection: this is another thread
        opened.take_in()
        opened.write_back()
        return opened.back_up_if_due()


def refuse_reports(path: Path, comparison: Comparison) -> None:
    """Raise UserError where a file that is to be written is one of the two reports."""
    sources = (Path(one.report.source) for one in (comparison.left, comparison.right))
    refuse_source(path, (file_and_name(source)[0] for source in sources))


def made_document(
    comparison: Comparison,
    annotations: tuple[Annotation, ...],
    contents: Contents,
    language: str,
    path: Path,
    tick: Tick,
) -> bytes:
    """Return the document in the format that the name of the file says.

    Raises UserError where that file is one of the reports.
    """
    from desktop.ui.paper.pdf import to_pdf  # noqa: PLC0415 - all formats: slow to load
    from desktop.writers.formats import set_document  # noqa: PLC0415 - see above
    from desktop.writers.sheets import compose  # noqa: PLC0415 - see above

    refuse_reports(path, comparison)
    suffix = path.suffix.lower().removeprefix(".")
    document = compose(comparison, annotations, contents, language)
    return set_document(document, suffix, contents.look, {"pdf": partial(to_pdf, tick=tick)})


def write_made(path: Path, make: Callable[[Tick], bytes], tick: Tick) -> Path:
    """Write what `make` makes, in place of an earlier file, and return the path."""
    tick(0.0)
    data = make(tick)
    tick(1.0)  # the last moment to stop: what follows is done as a whole or not at all
    write(path, data, overwrite=True)
    return path


def incoming_read(library: OpenFile, path: Path, tick: Tick) -> Incoming:
    """Return what a file of notes or of a whole comparison brings, checked; raises UserError."""
    from desktop.store.exchange import read_incoming  # noqa: PLC0415 - few starts need it

    tick(0.0)
    with open_to_read(library.here()) as opened:  # its own connection: this is another thread
        return read_incoming(opened, path)


def bundle_made(library: OpenFile, left: Report, right: Report, _tick: Tick) -> bytes:
    """Return a pair of reports, with all that the library has on them, as one file."""
    from desktop.store.bundle import to_bundle  # noqa: PLC0415 - few starts need it

    with open_to_read(library.here()) as opened:  # its own connection: this is another thread
        return to_bundle(opened, left, right)
