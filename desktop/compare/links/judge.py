"""From evidence to a score: a weighted sum, learned on labelled pairs of reports."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.compare.features.arrays import Floats


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic regression: one weight for each kind of evidence, and a bias."""

    weights: Mapping[str, float]
    bias: float

    def scores(self, columns: Mapping[str, Floats]) -> Floats:
        """Return for each pair how probable it is that it belongs together, 0.0 to 1.0."""
        total = np.float32(self.bias) + sum(
            np.float32(weight) * columns[name] for name, weight in self.weights.items()
        )
        # the logistic function, in the form that does not overflow
        return np.asarray(0.5 * (1.0 + np.tanh(0.5 * total)), dtype=np.float32)


@cache
def judge(name: str) -> Judge:
    """Read the judge of "statements" or of "sections"."""
    found = json.loads(resource("judges.json").read_text("utf-8"))[name]
    return Judge(found["weights"], found["bias"])
