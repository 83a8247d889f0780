"""Passages of a report made comparable: as a whole, and clause by clause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.concepts import known_concepts
from desktop.compare.features.keyed_text import keyed
from desktop.compare.features.numbering import BREAK, number_clauses
from desktop.compare.features.runs import (
    by_feature,
    distinct,
    lengths,
    ranges,
    run_starts,
    sizes_of,
    starts,
    sums_of_runs,
)
from desktop.compare.features.vocabulary import NEW_LINE, ZERO_STEP, vocabulary
from desktop.text.clauses import CLAUSE_ENDS, without_scraps
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.compare.features.arrays import Floats, Ints
    from desktop.compare.features.keyed_text import KeyedText
    from desktop.compare.features.numbering import Words

LONGEST_RUN = 256  # features whose steps, each below 256, sum to less than 16 bits hold


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """Passages, each a run of clauses, each a run of features (words and character pairs).

    `first_clause` and `first_feature` say where each run begins, with one entry more for the
    end. Norms are the lengths of the rarity-weighted vectors of features; `vectors` are sums of
    word vectors, of length one or, where nothing is known, zero. `concepts` are those that each
    clause speaks of, each once.
    """

    clauses: tuple[str, ...]  # folded
    words: Words
    first_clause: Ints
    first_feature: Ints
    passage_of_clause: Ints
    clause_of_feature: Ints
    features: Ints
    norms: Floats
    clause_norms: Floats
    vectors: Floats
    clause_vectors: Floats
    concepts: Ints
    clause_of_concept: Ints

    def __len__(self) -> int:
        return len(self.norms)


def encode(texts: Iterable[str]) -> Passages:
    """Make `texts` comparable with each other."""
    by_passage = [without_scraps(text.split("\n")) for text in _cut_at_clauses(texts)]
    clauses = [clause for passage in by_passage for clause in passage]
    text = keyed("\n".join(clauses))
    features, clause_of_feature, words = number_clauses(text, len(clauses))
    first_clause = starts(lengths(by_passage))
    first_feature = starts(np.bincount(clause_of_feature, minlength=len(clauses)))
    passage_of_clause = np.repeat(np.arange(len(by_passage)), sizes_of(first_clause))
    norms, clause_norms = _norms(features, clause_of_feature, passage_of_clause, len(by_passage))
    clause_sums = _sums(features, first_feature)
    return Passages(
        tuple(clauses),
        words,
        first_clause,
        first_feature,
        passage_of_clause,
        clause_of_feature,
        features,
        norms,
        clause_norms,
        unit(_sums_of_rows(clause_sums, first_clause)),
        unit(clause_sums),
        *_concepts_of(text),
    )


def _concepts_of(text: KeyedText) -> tuple[Ints, Ints]:
    """Return what the clauses speak of, clause by clause, and the clause of each."""
    known = known_concepts()
    where, concepts = known.find(text)
    clause_at = np.cumsum(text.codes == NEW_LINE)[where]
    many = len(known.rarity)
    clause, concept = np.divmod(distinct(clause_at * many + concepts), many)
    return concept, clause


def _cut_at_clauses(texts: Iterable[str]) -> list[str]:
    """Fold the texts and begin a line at each clause, all at once: a call costs as a sentence."""
    known = [text.replace(BREAK, "") for text in texts]
    folded = fold_text(BREAK.join(known)).replace("\n", " ")
    for mark in CLAUSE_ENDS:  # eight times as fast as an expression
        folded = folded.replace(mark, "\n")
    return folded.split(BREAK) if known else []


def select(passages: Passages, chosen: Ints) -> Passages:
    """Return the passages with these indices, in this order."""
    counts = sizes_of(passages.first_clause).take(chosen)
    clauses = ranges(passages.first_clause.take(chosen), counts)
    at = clauses.tolist()
    sizes = sizes_of(passages.first_feature).take(clauses)
    named = np.bincount(passages.clause_of_concept, minlength=len(passages.clauses))
    concepts = ranges(starts(named).take(clauses), named.take(clauses))
    return Passages(
        tuple(map(passages.clauses.__getitem__, at)),
        passages.words.select(clauses),
        starts(counts),
        starts(sizes),
        np.repeat(np.arange(len(counts)), counts),
        np.repeat(np.arange(len(sizes)), sizes),
        passages.features.take(ranges(passages.first_feature.take(clauses), sizes)),
        passages.norms.take(chosen),
        passages.clause_norms.take(clauses),
        passages.vectors.take(chosen, axis=0),
        passages.clause_vectors.take(clauses, axis=0),
        passages.concepts.take(concepts),
        np.repeat(np.arange(len(sizes)), named.take(clauses)),
    )


def joined(passages: Passages, counts: Ints) -> Passages:
    """Return passages that each consist of so many of these, one after the other."""
    first_clause = passages.first_clause[starts(counts)]
    passage_of_clause = np.repeat(np.arange(len(counts)), sizes_of(first_clause))
    features, clauses = passages.features, passages.clause_of_feature
    norms, _ = _norms(features, clauses, passage_of_clause, len(counts))
    sums = _sums_of_rows(_sums(features, passages.first_feature), first_clause)
    return replace(
        passages,
        first_clause=first_clause,
        passage_of_clause=passage_of_clause,
        norms=norms,
        vectors=unit(sums),
    )


def part(passages: Passages, begin: int, end: int) -> Passages:
    """Return the passages from `begin` to before `end`: views, where `select` would copy."""
    first, last = passages.first_clause[[begin, end]].tolist()
    features = slice(*passages.first_feature[[first, last]].tolist())
    concepts = slice(*np.searchsorted(passages.clause_of_concept, [first, last]).tolist())
    return Passages(
        passages.clauses[first:last],
        passages.words.select(slice(first, last)),
        passages.first_clause[begin : end + 1] - first,
        passages.first_feature[first : last + 1] - features.start,
        passages.passage_of_clause[first:last] - begin,
        passages.clause_of_feature[features] - first,
        passages.features[features],
        passages.norms[begin:end],
        passages.clause_norms[first:last],
        passages.vectors[begin:end],
        passages.clause_vectors[first:last],
        passages.concepts[concepts],
        passages.clause_of_concept[concepts] - first,
    )


def text_of(passages: Passages, passage: int) -> tuple[str, ...]:
    """Return the clauses of one passage."""
    first, last = passages.first_clause[passage : passage + 2]
    return passages.clauses[first:last]


def rarity_of(features: Ints) -> Floats:
    """Return the squared rarity of each feature."""
    known = vocabulary()
    return known.rarity.take(np.minimum(features, known.unseen))


def _norms(features: Ints, clause: Ints, passage: Ints, many: int) -> tuple[Floats, Floats]:
    """Return the lengths of the vectors of all passages and of all clauses.

    A feature that stands twice counts twice. Clauses rise, so that one stable order by feature
    brings together what stands in one clause, and what stands in one passage.
    """
    order = by_feature(features)
    feature, clause = features.take(order), clause.take(order)
    weight = rarity_of(feature)
    by_passage = _lengths(feature, passage.take(clause), weight, many)
    return by_passage, _lengths(feature, clause, weight, len(passage))


def _lengths(feature: Ints, run: Ints, weight: Floats, many: int) -> Floats:
    first = run_starts(feature * many + run)
    counts = sizes_of(np.append(first, len(feature)))
    squares = np.bincount(
        run.take(first), counts.astype(np.float32) ** 2 * weight.take(first), many
    )
    return np.sqrt(np.maximum(squares, 1e-9)).astype(np.float32)


def _sums(features: Ints, first: Ints) -> Floats:
    """Return the sum of the vectors of each run of features; no run is empty."""
    known = vocabulary()
    numbers = np.minimum(features, known.unseen)
    counts = sizes_of(first)
    holding = np.uint16 if counts.max(initial=0) <= LONGEST_RUN else np.uint32
    steps = sums_of_runs(first, lambda at: known.vectors.take(numbers.take(at), axis=0), holding)
    sums: Floats = steps.astype(np.float32)
    sums -= ZERO_STEP * counts[:, None].astype(np.float32)
    return sums


def _sums_of_rows(rows: Floats, first: Ints) -> Floats:
    """Return the sum of each run of rows; no run is empty."""
    return sums_of_runs(first, lambda at: rows.take(at, axis=0), np.float32)


def unit(rows: Floats) -> Floats:
    """Return the rows at length one; what is zero stays zero."""
    norms = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    norms[norms == 0] = 1
    found: Floats = rows / norms
    return found
