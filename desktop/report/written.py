"""What was found in folded text, in the characters of the sentence that says it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.text.plain_forms import as_in

if TYPE_CHECKING:
    from desktop.report.model import Commitment, Target


def written_target(target: Target, said: str) -> Target:
    """Return a target of a sentence in its characters."""
    return replace(
        target,
        indicator=as_in(target.indicator, said),
        unit=as_in(target.unit, said),
        quote=as_in(target.quote, said),
    )


def written_commitment(commitment: Commitment, said: str) -> Commitment:
    """Return what makes a promise of a sentence in its characters."""
    return replace(
        commitment, targets=tuple(written_target(target, said) for target in commitment.targets)
    )
