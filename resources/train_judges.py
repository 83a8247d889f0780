"""Learn how much each kind of evidence weighs, on labelled pairs of reports.

usage: python resources/train_judges.py GOLD_FOLDER > resources/judges.json

Each pair is also judged by what the others teach; those figures go to standard error.
Needs scikit-learn, which the program itself does not.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from labelled import Labelled, Pairs, read_labelled
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from desktop.compare.encoded import encode_report
from desktop.compare.evidence import gather
from desktop.compare.passages import Numbering
from desktop.compare.sections import likenesses, section_pairs
from desktop.compare.statements import tellers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.compare.vocabulary import Floats

PENALTY = {"statements": 0.01, "sections": 0.01}  # C; small: three pairs of reports teach
LEFT_OUT = {
    "statements": (),
    "sections": ("mix",),
}
FEWEST = 60  # a pair with fewer links counts as much as one with so many


@dataclass(frozen=True, slots=True)
class Lesson:
    """Candidate pairs of one pair of reports, and which of them are right."""

    name: str
    kind: str
    columns: Mapping[str, Floats]
    right: np.ndarray
    counts: np.ndarray  # those that the labels do not decide are left out
    wanted: int


def main() -> None:
    """Print the judges."""
    pairs = [read_labelled(path) for path in sorted(Path(sys.argv[1]).glob("*.json"))]
    lessons = {
        "statements": [one for pair in pairs for one in statement_lessons(pair)],
        "sections": [one for pair in pairs for one in section_lessons(pair)],
    }
    judges = {}
    for name, taught in lessons.items():
        for lesson in taught:
            others = [other for other in taught if other.name != lesson.name]
            report(lesson, others, learn(others, name), name)
        judges[name] = learn(taught, name)
    json.dump(judges, sys.stdout, indent=1)
    print()


def statement_lessons(pair: Labelled) -> Iterable[Lesson]:
    """Yield what the statements of a pair teach, carried and told apart."""
    numbering = Numbering()
    left, right = encode_report(pair.left, numbering), encode_report(pair.right, numbering)
    kinds = (
        ("carried", pair.right.commitments, pair.carried, pair.unsure | pair.told),
        ("told", tellers(pair.right), pair.told, pair.unsure | pair.carried),
    )
    for kind, chosen, wanted, undecided in kinds:
        if wanted:
            lefts = pair.left.commitments
            evidence = gather(left.group(lefts), right.group(chosen))
            ids = [
                (lefts[a].id, chosen[b].id)
                for a, b in zip(evidence.left, evidence.right, strict=True)
            ]
            told = np.full(len(ids), float(kind == "told"), dtype=np.float32)
            columns = {**evidence.columns, "told": told}
            yield lesson(pair.name, kind, columns, ids, wanted, undecided)


def section_lessons(pair: Labelled) -> Iterable[Lesson]:
    """Yield what the sections of a pair teach, within and across plan and review."""
    numbering = Numbering()
    left, right = encode_report(pair.left, numbering), encode_report(pair.right, numbering)
    for across, wanted in ((False, pair.sections), (True, pair.across)):
        found = section_pairs(left, right, likenesses(left, right), across)
        ids = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
        fine = {a for a, _ in ids}, {b for _, b in ids}  # of the levels that are aligned
        reached = frozenset((a, b) for a, b in wanted if a in fine[0] and b in fine[1])
        kind = "across" if across else "within"
        yield lesson(pair.name, kind, found.columns, ids, reached, pair.partial)


def lesson(
    name: str,
    kind: str,
    columns: Mapping[str, Floats],
    ids: list[tuple[int, int]],
    wanted: Pairs,
    undecided: Pairs,
) -> Lesson:
    """Return the lesson of these candidates."""
    right = np.array([pair in wanted for pair in ids])
    counts = np.array([pair in wanted or pair not in undecided for pair in ids])
    return Lesson(name, kind, columns, right, counts, len(wanted))


def learn(lessons: list[Lesson], name: str) -> dict[str, object]:
    """Return weights and bias of a logistic regression over all lessons."""
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


def scores(judge: dict, one: Lesson) -> np.ndarray:
    """Return the probability of each candidate."""
    total = judge["bias"] + sum(w * one.columns[n] for n, w in judge["weights"].items())
    return 1.0 / (1.0 + np.exp(-total))


def f1(chosen: np.ndarray, one: Lesson) -> float:
    """Return F1 of the chosen candidates."""
    hit = (chosen & one.right).sum()
    return float(2 * hit / max((chosen & one.counts).sum() + one.wanted, 1))


def report(one: Lesson, others: list[Lesson], judge: dict, name: str) -> None:
    """Say how well `one` is judged by what the others teach."""
    steps = np.arange(0.06, 0.9, 0.02)
    same = [other for other in others if other.kind == one.kind] or others
    at = max(steps, key=lambda t: sum(f1(scores(judge, x) >= t, x) for x in same))
    best = max(steps, key=lambda t: f1(scores(judge, one) >= t, one))
    found = scores(judge, one)
    print(
        f"{name} {one.name} {one.kind}: F1 {f1(found >= at, one):.3f} at {at:.2f}, "
        f"best {f1(found >= best, one):.3f} at {best:.2f}",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
