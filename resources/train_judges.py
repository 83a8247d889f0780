"""Learn how much each kind of evidence weighs, on labelled pairs of reports.

usage: python resources/train_judges.py SHARED_FOLDER > resources/judges.json

Each pair is also judged by what the others teach, at thresholds that the others choose; those
figures go to standard error. Reports are parsed as the program parses them. Needs scikit-learn,
which the program itself does not.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from labelled import CARRIED, TOLD, Labelled, Pairs, label_files, read_labelled, sentence_pairs
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from desktop.compare.links.clues import clues
from desktop.compare.links.contest import contest
from desktop.compare.links.encoded import encode_reports
from desktop.compare.links.sections import likenesses, section_pairs, supports
from desktop.compare.links.statements import best_of_lone
from desktop.compare.options import Options
from desktop.compare.revision.outcomes import may_tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.compare.features.arrays import Floats, Ints
    from desktop.compare.links.contest import Contest
    from desktop.compare.links.encoded import EncodedReport

PENALTY = {"statements": 0.1, "sections": 0.3}  # C; small: few pairs of reports teach
LEFT_OUT = {
    "statements": (),
    "sections": ("mix",),
}
FEWEST = 60  # a pair with fewer links counts as much as one with so many
ENOUGH = 20  # labelled items from which a figure counts in full where thresholds are chosen
STEPS = {
    "carried_score": (0.40, 0.44, 0.48, 0.52),
    "told_score": (0.32, 0.36, 0.40, 0.44),
    "lone_score": (0.50, 0.58, 0.66, 0.74),
}
SECTION_STEPS = tuple(np.arange(0.2, 0.7, 0.02))

Judge = dict[str, object]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Candidate pairs of one pair of reports, and which of them are right."""

    name: str
    kind: str
    columns: Mapping[str, Floats]
    right: np.ndarray
    counts: np.ndarray  # those that the labels do not decide are left out
    wanted: int
    ids: list[tuple[int, int]]
    ends: tuple[Ints, Ints]


def main() -> None:
    """Print the judges."""
    shared = Path(sys.argv[1])
    pairs = {p.stem: read_labelled(p, shared) for p in label_files(shared)}
    sections = [one for pair in pairs.values() for one in section_lessons(pair)]
    statements = {name: list(statement_lessons(pair)) for name, pair in pairs.items()}
    of_sections(sections)
    of_statements(pairs, statements)
    everything = [one for lessons in statements.values() for one in lessons]
    judges = {
        "statements": learn(everything, "statements"),
        "sections": learn(sections, "sections"),
    }
    json.dump(judges, sys.stdout, indent=1)
    print()


def statement_lessons(pair: Labelled) -> Iterator[Lesson]:
    """Yield what the statements of a pair teach, carried and told apart."""
    taught = {
        False: ("carried", pair.carried, pair.unsure | pair.told),
        True: ("told", pair.told, pair.unsure | pair.carried),
    }
    for found in contests(*encoded(pair)):
        if found is not None:
            evidence = found.evidence
            ends = evidence.left, evidence.right
            ids = [(found.lefts[i].id, found.rights[j].id) for i, j in zip(*ends, strict=True)]
            columns = {**evidence.columns, **clues(found)}
            kind, wanted, undecided = taught[found.told]
            yield lesson(pair, kind, columns, ids, wanted, undecided, ends)


def encoded(pair: Labelled) -> list[EncodedReport]:
    """Return both reports made comparable."""
    return encode_reports(pair.left, pair.right)


def contests(left: EncodedReport, right: EncodedReport) -> tuple[Contest | None, Contest | None]:
    """Return who competes for what is carried, and for what is told."""
    tells = may_tell(left.report.report, right.report.report)
    told = contest(left, right, told=True) if tells else None
    return contest(left, right, told=False), told


def section_lessons(pair: Labelled) -> Iterator[Lesson]:
    """Yield what the sections of a pair teach, within and across plan and review."""
    left, right = encoded(pair)
    supported = supports(left, right, *contests(left, right))
    alike = {**likenesses(left, right), **supported}
    for across, wanted in ((False, pair.sections), (True, pair.across)):
        found = section_pairs(left, right, alike, across)
        ids = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
        fine = {a for a, _ in ids}, {b for _, b in ids}  # of the levels that are aligned
        reached = frozenset((a, b) for a, b in wanted if a in fine[0] and b in fine[1])
        kind = "across" if across else "within"
        ends = found.left, found.right
        yield lesson(pair, kind, found.columns, ids, reached, pair.partial, ends)


def lesson(
    pair: Labelled,
    kind: str,
    columns: Mapping[str, Floats],
    ids: list[tuple[int, int]],
    wanted: Pairs,
    undecided: Pairs,
    ends: tuple[Ints, Ints],
) -> Lesson:
    """Return the lesson of these candidates."""
    right = np.array([one in wanted for one in ids], dtype=np.bool_)
    counts = np.array([one in wanted or one not in undecided for one in ids], dtype=np.bool_)
    return Lesson(pair.labels.name, kind, columns, right, counts, len(wanted), ids, ends)


def learn(lessons: list[Lesson], name: str) -> Judge:
    """Return weights and bias of a logistic regression over all lessons."""
    lessons = [one for one in lessons if one.wanted]
    names = [n for n in lessons[0].columns if n not in LEFT_OUT[name]]
    table = np.vstack([matrix(one, names)[one.counts] for one in lessons])
    right = np.concatenate([one.right[one.counts] for one in lessons])
    share = [np.full(one.counts.sum(), 1.0 / max(one.wanted, FEWEST)) for one in lessons]
    weight = np.concatenate(share)
    scaler = StandardScaler().fit(table)
    fitted = LogisticRegression(C=PENALTY[name], max_iter=5000).fit(
        scaler.transform(table), right, sample_weight=weight / weight.mean()
    )
    weights = fitted.coef_[0] / scaler.scale_
    bias = fitted.intercept_[0] - (weights * scaler.mean_).sum()
    return {
        "weights": {n: round(float(w), 5) for n, w in zip(names, weights, strict=True)},
        "bias": round(float(bias), 5),
    }


def matrix(one: Lesson, names: list[str]) -> np.ndarray:
    """Return the columns with these names side by side."""
    return np.stack([one.columns[name] for name in names], axis=1).astype(np.float64)


def scores(judge: Judge, one: Lesson) -> np.ndarray:
    """Return the probability of each candidate."""
    total = judge["bias"] + sum(w * one.columns[n] for n, w in judge["weights"].items())
    return 1.0 / (1.0 + np.exp(-total))


def of_sections(lessons: list[Lesson]) -> None:
    """Say how well the sections of each pair are judged by what the others teach."""
    taught = [one for one in lessons if one.wanted]
    found = [scores(learn([o for o in taught if o.name != x.name], "sections"), x) for x in taught]

    def reached(at: float, left_out: str) -> float:
        inside = [i for i, one in enumerate(taught) if one.name != left_out]
        return sum(f1(found[i] >= at, taught[i]) for i in inside)

    for one, probable in zip(taught, found, strict=True):
        at = max(SECTION_STEPS, key=lambda step: reached(step, one.name))
        print(
            f"sections {one.name} {one.kind}: F1 {f1(probable >= at, one):.3f} at {at:.2f}",
            file=sys.stderr,
        )
    at = max(SECTION_STEPS, key=lambda step: reached(step, ""))
    print(f"sections: best for all {at:.2f}", file=sys.stderr)


def f1(chosen: np.ndarray, one: Lesson) -> float:
    """Return F1 of the chosen candidates."""
    hit = (chosen & one.right).sum()
    return float(2 * hit / max((chosen & one.counts).sum() + one.wanted, 1))


def of_statements(pairs: dict[str, Labelled], lessons: dict[str, list[Lesson]]) -> None:
    """Say how well each pair is linked by what the others teach, as the scorer counts."""
    found = {}
    for name, own in lessons.items():
        others = [one for other, ones in lessons.items() if other != name for one in ones]
        judge = learn(others, "statements")
        found[name] = [scores(judge, one) for one in own]
    choices = [
        replace(Options(), **dict(zip(STEPS, one, strict=True))) for one in product(*STEPS.values())
    ]
    table = {
        name: [figures(pair, lessons[name], found[name], one) for one in choices]
        for name, pair in pairs.items()
    }

    def best(names: Iterable[str]) -> int:
        return int(np.argmax(np.sum([[_worth(row) for row in table[n]] for n in names], axis=0)))

    for name, rows in table.items():
        at = best(other for other in table if other != name)
        shown = ", ".join(f"{kind} {value:.3f}" for kind, (value, _) in rows[at].items())
        print(f"{name}: {shown} at {_shown(choices[at])}", file=sys.stderr)
    print(f"best for all: {_shown(choices[best(table)])}", file=sys.stderr)


def _worth(row: Mapping[str, tuple[float, int]]) -> float:
    """Return the mean of the figures; one of a few items is luck, and counts little."""
    shares = [min(1.0, many / ENOUGH) for _, many in row.values()]
    return sum(s * value for s, (value, _) in zip(shares, row.values(), strict=True)) / sum(shares)


def _shown(options: Options) -> str:
    return " ".join(f"{name} {getattr(options, name):.2f}" for name in STEPS)


def figures(
    pair: Labelled, lessons: list[Lesson], found: list[np.ndarray], options: Options
) -> dict[str, tuple[float, int]]:
    """Return F1 and number of the links, and of what is new and what is dropped."""
    gold = pair.labels.gold
    carried, told = (
        sentence_pairs(row for row in gold["statement_links"] if row["relation"] in relations)
        for relations in (CARRIED, TOLD)
    )
    unsure = sentence_pairs(gold["unsure"])
    linked = {
        one.kind: _linked(pair, one, p, options) for one, p in zip(lessons, found, strict=True)
    }
    again, reported = linked["carried"], linked.get("told", frozenset())
    lefts, rights = (
        {row["sent"] for row in gold["commitments"][gold[s]]} for s in ("left", "right")
    )
    reached = {"carried": (_f1(again, carried, unsure | told), len(carried))}
    if told:
        reached["told"] = _f1(reported, told, unsure | carried), len(told)
    known, maybe = {b for _, b in carried}, {b for _, b in unsure}
    new = rights - {b for _, b in again}
    wanted = rights - known - maybe
    reached["new"] = _f1(new, wanted, maybe - known), len(wanted)
    known, maybe = {a for a, _ in carried | told}, {a for a, _ in unsure}
    dropped = lefts - {a for a, _ in again | reported}
    wanted = lefts - known - maybe
    reached["dropped"] = _f1(dropped, wanted, maybe - known), len(wanted)
    return reached


def _linked(pair: Labelled, one: Lesson, probable: np.ndarray, options: Options) -> Pairs:
    """Return the pairs of sentences that are linked."""
    told = one.kind == "told"
    chosen = probable >= (options.told_score if told else options.carried_score)
    for side in one.ends[:1] if told else one.ends:
        chosen |= best_of_lone(side, probable, chosen, options.lone_score)
    places = pair.places
    ends = [one.ids[i] for i in np.flatnonzero(chosen)]
    return frozenset((a, b) for i, j in ends for a in places[0][i] for b in places[1][j])


def _f1(chosen: frozenset[object] | set[object], wanted: object, undecided: object) -> float:
    chosen = {one for one in chosen if one in wanted or one not in undecided}
    hit = len(chosen & wanted)
    return 2 * hit / max(len(chosen) + len(wanted), 1)


if __name__ == "__main__":
    main()
