"""What is computed of two reports, with what the library keeps of them: for the pool, without Qt.

From the files to the comparison it is one piece of work: nothing of it waits for the window, which
may still be in the making.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.compare.decisions import apply_decisions
from desktop.compare.model import Side
from desktop.compare.rows import comparison_rows, rows_again
from desktop.errors import UserError
from desktop.report.model import earlier_first
from desktop.store import Inherited, open_library, open_to_read
from desktop.ui.engine.client import MOST_AHEAD, UNCORRECTED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TypeAlias

    from desktop.compare.compare import Tick
    from desktop.compare.decisions import Decision
    from desktop.compare.model import Comparison
    from desktop.compare.options import Options
    from desktop.compare.rows import Row
    from desktop.readers.safely import SafeReader
    from desktop.report.corrections import Corrections
    from desktop.report.model import Report
    from desktop.store import Library, OpenFile
    from desktop.ui.engine.client import Engine

    OnPair: TypeAlias = tuple[tuple[Corrections, Corrections], tuple[Decision, ...]]
    """What the library has on a pair of reports."""

NONE_INHERITED = Inherited()


@dataclass(frozen=True, slots=True)
class Manner:
    """How two reports are to be compared.

    `library` is the file that has what the analyst decided and corrected, which counts if
    `is_mine`; `may_write` says whether it can keep the two reports.
    """

    library: OpenFile
    may_write: bool
    is_mine: bool
    options: Options


@dataclass(frozen=True, slots=True)
class Laid:
    """A comparison with decisions laid over it, and its aligned table."""

    decisions: tuple[Decision, ...]
    comparison: Comparison
    rows: tuple[Row, ...]


def laid_over(
    automatic: Comparison, decisions: tuple[Decision, ...], before: Laid | None = None
) -> Laid:
    """Lay decisions over what was computed; `before` is how it was laid out last."""
    now = apply_decisions(automatic, decisions)
    rows = rows_again(before.rows, before.comparison, now) if before else comparison_rows(now)
    return Laid(decisions, now, rows)


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison as it was computed and as it is to be shown.

    `pair` is the two reports as read, `corrections` is what was corrected of each, which is laid
    over if that was the manner. `inherited` is how much of that and of what was decided came from
    copies of the two. `is_to_keep` tells that the library has yet to keep the reports, `is_fresh`
    that their files have just been read.
    """

    pair: tuple[Report, Report]
    manner: Manner
    corrections: tuple[Corrections, Corrections]
    automatic: Comparison
    laid: Laid
    inherited: Inherited = NONE_INHERITED
    is_to_keep: bool = False
    is_fresh: bool = False

    def is_of(self, pair: tuple[Report, Report] | None) -> bool:
        """Whether it is of the same two texts as `pair`."""
        return pair is not None and [r.text for r in pair] == [r.text for r in self.pair]

    def laid_under(self, decisions: tuple[Decision, ...]) -> Laid:
        """Return it under these decisions, which are others if one was made since it was begun."""
        return (
            self.laid if decisions == self.laid.decisions else laid_over(self.automatic, decisions)
        )


def compare_pair(
    engine: Engine, manner: Manner, pair: tuple[Report, Report], tick: Tick
) -> Compared:
    """Compare two reports as the library has them.

    It keeps them when they are shown: to index two texts takes half as long as to compare them,
    and nobody waits for it. Only what was decided on copies of them is brought over first.
    """
    (corrections, decisions), inherited = _kept_on(manner, pair)
    laid_under, laid_on = (corrections, decisions) if manner.is_mine else (UNCORRECTED, ())
    automatic = engine.compare(pair, laid_under, manner.options, tick)
    laid = laid_over(automatic, laid_on)
    is_to_keep = manner.may_write and inherited is None
    return Compared(
        pair, manner, corrections, automatic, laid, inherited or NONE_INHERITED, is_to_keep
    )


def compare_ahead(engine: Engine, manner: Manner, pair: tuple[Report, Report], tick: Tick) -> None:
    """Compare two reports that are likely to be asked for, so that the engine has them then.

    Nothing is kept of it, and what is wrong is told then. Of long ones nothing is done.
    """
    if sum(len(report.text) for report in pair) > MOST_AHEAD:
        return
    with suppress(UserError):
        found = _kept_on_these(manner, pair)
        if found is not None:
            engine.compare(pair, found[0], manner.options, tick)


def compare_files_ahead(
    processes: tuple[SafeReader, Engine], manner: Manner, files: Sequence[Path], tick: Tick
) -> None:
    """Read two files that are likely to be asked for, and compare what they hold.

    What is wrong with them is told then, and which of several reports is meant is asked then.
    """
    reader, engine = processes
    found = [report for file in files if (report := reader.read_ahead(file, tick)) is not None]
    with suppress(UserError):
        if len(found) == len(Side) and all(len(engine.parts(one, tick)) < 2 for one in found):
            compare_ahead(engine, manner, earlier_first(*found), tick)


def keep_pair(library: OpenFile, pair: tuple[Report, Report], _tick: Tick) -> Inherited:
    """Keep two reports, and return what came over to them; raises UserError.

    It is done to its end, whatever comes in between: the pair was open.
    """
    with open_library(library.here()) as opened:  # its own connection: this is another thread
        return opened.remember_pair(*pair)


def _kept_on(manner: Manner, pair: tuple[Report, Report]) -> tuple[OnPair, Inherited | None]:
    """Return what was corrected and decided on two reports, and how much of it on copies of them.

    What there is on copies is brought over first, and the two are kept then; else it is None.
    """
    found, inherited = _kept_on_these(manner, pair), None
    if found is not None:
        return found, None
    with suppress(UserError):  # which is told when they are to be kept once more
        inherited = keep_pair(manner.library, pair, lambda _share: None)
    with open_to_read(manner.library.here()) as opened:
        return _read(opened, pair), inherited


def _kept_on_these(manner: Manner, pair: tuple[Report, Report]) -> OnPair | None:
    """Return what was corrected and decided on two reports; None if copies of them have more.

    A library that is away has nothing: the pair is shown all the same.
    """
    try:
        file = manner.library.here()
    except UserError:
        return UNCORRECTED, ()
    with open_to_read(file) as opened:  # its own connection: this is another thread
        return None if manner.may_write and opened.inherits(*pair) else _read(opened, pair)


def _read(opened: Library, pair: tuple[Report, Report]) -> OnPair:
    left, right = pair
    return (opened.corrections(left), opened.corrections(right)), opened.decisions(left, right)
