"""Learn vectors of words and character pairs, so that other words for one thing lie near to it.

usage: python resources/train_vectors.py CORPUS_FOLDER (writes resources/vectors.bin)

What should lie together is mined from reports of consecutive years, and of neighbours in one
year: statements that are each other's best partners, and headings with what stands below them.
Vectors of a sentence are sums; those of a pair are drawn together, those of other pairs of the
batch pushed apart (InfoNCE). A second round mines with the vectors of the first, which finds
pairs that share few words. Needs scipy, which the program itself does not. Three minutes.
"""

from __future__ import annotations

import math
import random
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix

from desktop.compare.features.vocabulary import ZERO_STEP, vocabulary
from desktop.compare.links.encoded import EncodedReport, encode_reports
from desktop.compare.links.evidence import MIX, gather, mixed
from desktop.compare.links.sections import BACKWARD, FORWARD
from desktop.paths import resource
from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport, Role, Statement

DIMENSIONS = 64
LEAST_MIX = (0.18, 0.30)  # of mined pairs, by round: words alone score lower
NEIGHBOURS = 3  # reports of other provinces that each report is mined with
FEWEST_NEIGHBOURS = 10  # else it would be the country and a district, which share little
HEADINGS = 15_000
ROUNDS = (6, 10)  # passes over the pairs
SHORTEST = 8  # characters of a statement that says something
BATCH = 512
TEMPERATURE = 0.07
DROPPED = 0.4  # of the features on each side, so that no single word carries a pair
RATE = 0.02
LARGEST = 1.6  # of a lane; one step of the stored byte is a 127th of it
JUDGED_BY = frozenset(  # labelled: what is judged must not be learned
    {
        ("national_2016", "national_2017"),
        ("national_2018", "national_2019"),
        ("tianjin_2025", "tianjin_2026"),
    }
)

Pair = tuple[np.ndarray, np.ndarray]


def main() -> None:
    """Write the vectors."""
    count = rows_of_background()
    store(np.zeros((count, DIMENSIONS), dtype=np.float32))
    reports = {path.stem: parsed(path) for path in sorted(Path(sys.argv[1]).glob("*.txt"))}
    couples = couples_of(list(reports))
    for passes, least in zip(ROUNDS, LEAST_MIX, strict=True):
        pairs = [pair for a, b in couples for pair in mined(reports[a], reports[b], least)]
        mined_count = len(pairs)
        pairs += headed(reports)
        print(f"{mined_count} mined pairs, {len(pairs) - mined_count} headings", file=sys.stderr)
        store(trained(pairs, count, passes))
        vocabulary.cache_clear()


def rows_of_background() -> int:
    """Return how many features the background counts."""
    lines = resource("background.txt").read_text("utf-8").splitlines()[1:]
    return sum(len(line.split(" ")) - 2 for line in lines)


def store(vectors: np.ndarray) -> None:
    """Write `vectors` in steps from ZERO_STEP, and behind them that of the unseen."""
    steps = np.rint(vectors * (127 / LARGEST))
    unseen = np.zeros((1, steps.shape[1]))
    kept = np.concatenate([np.clip(steps, -127, 127), unseen]) + ZERO_STEP
    kept.astype(np.uint8).tofile(resource("vectors.bin"))


def parsed(path: Path) -> ParsedReport:
    """Return the parsed report of a file."""
    return parse_report(read_report(path))


def couples_of(names: list[str]) -> list[tuple[str, str]]:
    """Return consecutive years of one body, and neighbours of one year."""
    dice = random.Random(1)  # noqa: S311 - the same choice every time
    couples = []
    for name in names:
        match = re.fullmatch(r"(.*)_(\d{4})", name)
        if match:
            body, year = match[1], int(match[2])
            following = f"{body}_{year + 1}"
            if following in names and (name, following) not in JUDGED_BY:
                couples.append((name, following))
            others = [n for n in names if n.endswith(f"_{year}") and n != name]
            if len(others) >= FEWEST_NEIGHBOURS:
                couples += [(name, n) for n in dice.sample(others, NEIGHBOURS)]
    return couples


def mined(left: ParsedReport, right: ParsedReport, least: float) -> list[Pair]:
    """Return what the two say alike: plan with plan and, over the years, with review."""
    a, b = encode_reports(left, right)
    plans = [of_roles(report, FORWARD) for report in (left, right)]
    found = best_partners(a, b, *plans, least)
    if left.report.year != right.report.year:
        reviews = [of_roles(report, BACKWARD) for report in (left, right)]
        found += best_partners(a, b, plans[0], reviews[1], least)
        found += best_partners(a, b, *reviews, least)
    return found


def of_roles(report: ParsedReport, roles: frozenset[Role]) -> tuple[Statement, ...]:
    """Return the statements of parts with these roles; scraps are left out."""
    return tuple(s for s in report.statements if s.role in roles and len(s.text) >= SHORTEST)


def best_partners(
    a: EncodedReport,
    b: EncodedReport,
    lefts: tuple[Statement, ...],
    rights: tuple[Statement, ...],
    least: float,
) -> list[Pair]:
    """Return the features of statements that are each other's best partners.

    The headings above do not count: what they teach is mined from them directly.
    """
    if not lefts or not rights:
        return []
    evidence = gather(a.group(lefts), b.group(rights))
    score = mixed({**MIX, "headings": 0.0}, evidence.columns)
    best = score >= least
    for side in (evidence.left, evidence.right):
        most = np.zeros(side.max() + 1, dtype=np.float32)
        np.maximum.at(most, side, score)
        best &= score == most[side]
    ends = zip(evidence.left[best], evidence.right[best], strict=True)
    return [(features(a, lefts[i].id), features(b, rights[j].id)) for i, j in ends]


def features(report: EncodedReport, statement: int) -> np.ndarray:
    """Return the known features of a statement, each once."""
    passages = report.statements
    first, last = passages.first_clause[statement : statement + 2]
    found = passages.features[passages.first_feature[first] : passages.first_feature[last]]
    return np.unique(found[found < vocabulary().unseen])


def headed(reports: dict[str, ParsedReport]) -> list[Pair]:
    """Return headings with statements that stand below them."""
    found = []
    for report in reports.values():
        [encoded] = encode_reports(report)
        headings = encoded.headings
        for statement in of_roles(report, FORWARD | BACKWARD):
            if statement.section is not None and not opens_with_heading(report, statement):
                row = statement.section + 1
                first, last = headings.first_clause[row : row + 2]
                span = slice(headings.first_feature[first], headings.first_feature[last])
                of_heading = headings.features[span]
                known = np.unique(of_heading[of_heading < vocabulary().unseen])
                found.append((known, features(encoded, statement.id)))
    random.Random(2).shuffle(found)  # noqa: S311 - the same choice every time
    return found[:HEADINGS]


def opens_with_heading(report: ParsedReport, statement: Statement) -> bool:
    """Say whether the statement only repeats the heading that runs into it."""
    heading = report.sections[statement.section or 0].heading
    return fold_text(heading)[:8] in fold_text(statement.text)


def trained(pairs: list[Pair], count: int, passes: int) -> np.ndarray:
    """Return the vectors that draw the two of each pair together."""
    pairs = [pair for pair in pairs if min(len(pair[0]), len(pair[1])) > 3]
    dice = np.random.default_rng(0)
    rarity = np.sqrt(vocabulary().rarity[:count])
    vectors = dice.standard_normal((count, DIMENSIONS)) * (rarity / rarity.mean())[:, None]
    vectors = (vectors / math.sqrt(DIMENSIONS)).astype(np.float32)
    mean, square = np.zeros_like(vectors), np.zeros_like(vectors)
    steps = passes * (len(pairs) // BATCH)
    step = 0
    for _ in range(passes):
        order = dice.permutation(len(pairs))
        total = 0.0
        for at in range(0, len(pairs) - BATCH + 1, BATCH):
            step += 1
            batch = [pairs[i] for i in order[at : at + BATCH]]
            rows, slope, loss = gradient(vectors, batch, dice)
            total += loss
            mean[rows] = 0.9 * mean[rows] + 0.1 * slope  # Adam
            square[rows] = 0.99 * square[rows] + 0.01 * slope**2
            rate = RATE * (1 - step / steps) + 1e-4
            vectors[rows] -= rate * mean[rows] / (np.sqrt(square[rows]) + 1e-8)
        print(f"loss {total / max(len(pairs) // BATCH, 1):.3f}", file=sys.stderr)
    return vectors


def gradient(
    vectors: np.ndarray, batch: list[Pair], dice: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, float]:
    """Return the rows that the batch touches, the slope of the loss there, and the loss."""
    sides = [thinned([pair[side] for pair in batch], len(vectors), dice) for side in (0, 1)]
    sums = [side @ vectors for side in sides]
    lengths = [np.linalg.norm(one, axis=1, keepdims=True) + 1e-6 for one in sums]
    a, b = (one / length for one, length in zip(sums, lengths, strict=True))
    likeness = a @ b.T / TEMPERATURE
    down, along = softmax(likeness, 1), softmax(likeness, 0)
    slope = ((down + along) / 2 - np.eye(len(batch), dtype=np.float32)) / len(batch) / TEMPERATURE
    slopes = []
    for one, length, pull in ((a, lengths[0], slope @ b), (b, lengths[1], slope.T @ a)):
        slopes.append((pull - (pull * one).sum(1, keepdims=True) * one) / length)
    rows = np.unique(np.concatenate([side.indices for side in sides]))
    found = sum(side[:, rows].T @ one for side, one in zip(sides, slopes, strict=True))
    return rows, found, float(-np.log(np.diag(down) + 1e-9).mean())


def thinned(lists: list[np.ndarray], width: int, dice: np.random.Generator) -> csr_matrix:
    """Return the features of each row as a sparse matrix, a share of them dropped."""
    kept = []
    for one in lists:
        chosen = one[dice.random(len(one)) > DROPPED]
        kept.append(chosen if len(chosen) else one)
    ends = np.cumsum([0, *map(len, kept)])
    columns = np.concatenate(kept)
    return csr_matrix((np.ones(len(columns), np.float32), columns, ends), (len(lists), width))


def softmax(table: np.ndarray, axis: int) -> np.ndarray:
    """Return `table` as probabilities along `axis`."""
    raised = np.exp(table - table.max(axis=axis, keepdims=True))
    return raised / raised.sum(axis=axis, keepdims=True)


if __name__ == "__main__":
    main()
