"""Count in how many sentences of such reports each concept stands.

usage: python resources/make_concepts.py CORPUS_FOLDER (counts anew in resources/concepts.txt)

The concepts and their terms are written by hand, a line each; a new line may begin with any
number. `# …` opens a field of policy and counts for nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from desktop.compare.features.concepts import in_arrays
from desktop.compare.features.keyed_text import keyed
from desktop.compare.features.thesaurus import make_thesaurus, read_concepts
from desktop.compare.features.vocabulary import NEW_LINE
from desktop.paths import resource
from desktop.text.normalize import fold_text
from desktop.text.segment import sentences

SHORTEST_SENTENCE = 6  # characters, as in make_background.py


def main() -> None:
    """Write the counts into the file."""
    path = resource("concepts.txt")
    lines = path.read_text("utf-8").splitlines()[1:]
    concepts = read_concepts("\n".join(lines))
    searched = in_arrays(make_thesaurus(concepts, 1))
    many, total = len(concepts), 0
    counts = np.zeros(many, dtype=np.int64)
    for report in sorted(Path(sys.argv[1]).glob("*.txt")):
        known = sentences_of(report)
        total += len(known)
        text = keyed("\n".join(known))
        where, found = searched.find(text)
        at = np.cumsum(text.codes == NEW_LINE)[where]
        counts += np.bincount(np.unique(at * many + found) % many, minlength=many)
    path.write_text(written(lines, total, counts.tolist()), encoding="utf-8")


def sentences_of(path: Path) -> list[str]:
    """Return the folded sentences of a report, scraps left out."""
    text = path.read_text("utf-8")
    found = (fold_text(span.of(text)).replace("\n", " ") for span in sentences(text))
    return [sentence for sentence in found if len(sentence) >= SHORTEST_SENTENCE]


def written(lines: list[str], total: int, counts: list[int]) -> str:
    """Return the file with these counts."""
    rest, found = iter(counts), [f"sentences {total}"]
    for line in lines:
        is_concept = line.strip() and not line.startswith("#")
        terms = [fold_text(term) for term in line.split(" ")[1:]]
        found.append(" ".join([str(next(rest)), *terms]) if is_concept else line)
    return "\n".join(found) + "\n"


if __name__ == "__main__":
    main()
