"""Two parsed reports → a Comparison."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.compare.features.concepts import known_concepts
from desktop.compare.features.vocabulary import vocabulary
from desktop.compare.links.contest import contest
from desktop.compare.links.drafts import match_drafts
from desktop.compare.links.encoded import encode_reports
from desktop.compare.links.judge import judge
from desktop.compare.links.sections import align_sections, supports
from desktop.compare.links.statements import match_carried, match_told
from desktop.compare.model import Comparison
from desktop.compare.options import DEFAULT, Options
from desktop.compare.revision.outcomes import hindsight, may_tell, years_apart
from desktop.compare.revision.written_changes import written_links
from desktop.text.cutter import cut

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport

Tick = Callable[[float], None]


def no_tick(share: float) -> None:
    """Report progress to nobody."""


def warm() -> None:
    """Load what the first comparison would wait for: vocabulary, concepts, judges, dictionary."""
    vocabulary()
    known_concepts()
    for name in ("statements", "sections"):
        judge(name)
    cut("")


def compare(
    left: ParsedReport, right: ParsedReport, options: Options = DEFAULT, tick: Tick = no_tick
) -> Comparison:
    """Return all links of two reports.

    `tick` hears the share done, 0.0 to 1.0, and may raise Cancelled.
    """
    tick(0.0)
    a, b = encode_reports(left, right)
    tick(0.4)
    carried = contest(a, b, told=False)
    told = contest(a, b, told=True) if may_tell(left.report, right.report) else None
    tick(0.6)
    sections = align_sections(a, b, supports(a, b, carried, told), options)
    tick(0.7)
    apart = years_apart(left.report, right.report)
    links = match_carried(carried, sections, options, apart) if carried is not None else []
    if told is not None:
        links += match_drafts(left, right)
        known = {(link.left, link.right) for link in links}
        reported = match_told(told, sections, options, hindsight(left, right))
        links += [link for link in reported if (link.left, link.right) not in known]
    tick(1.0)
    links = written_links(links, left, right)
    return Comparison(
        left, right, sections, tuple(sorted(links, key=lambda link: (link.left, link.right)))
    )
