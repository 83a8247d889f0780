"""Count in how many sentences of such reports each word and character pair stands.

usage: python resources/make_background.py CORPUS_FOLDER > resources/background.txt

Only counts of words and pairs that stand in several reports are kept: no sentence can be
read back.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from desktop.compare.features.vocabulary import content_words
from desktop.text.clauses import character_pairs
from desktop.text.normalize import fold_text
from desktop.text.segment import sentences

# Rarer ones weigh nearly as much as unseen ones: the table halves, and no figure changes.
FEWEST_SENTENCES = 4
FEWEST_REPORTS = 2  # what only one report says is not vocabulary
SHORTEST_SENTENCE = 6  # characters; below are numbers, names and scraps of tables


def main() -> None:
    """Print the table."""
    counts: dict[str, Counter[str]] = {"words": Counter(), "pairs": Counter()}
    reports: dict[str, Counter[str]] = {"words": Counter(), "pairs": Counter()}
    total = 0
    for path in sorted(Path(sys.argv[1]).glob("*.txt")):
        seen: dict[str, set[str]] = {"words": set(), "pairs": set()}
        text = path.read_text("utf-8")
        for span in sentences(text):
            sentence = fold_text(span.of(text))
            if len(sentence) < SHORTEST_SENTENCE:
                continue
            total += 1
            features = {"words": content_words(sentence), "pairs": character_pairs(sentence)}
            for kind, found in features.items():
                counts[kind].update(set(found))
                seen[kind].update(found)
        for kind, features_of_report in seen.items():
            reports[kind].update(features_of_report)
    print(f"sentences {total}")
    for kind, found_counts in counts.items():
        print_kind(kind, found_counts, reports[kind])


def print_kind(kind: str, counts: Counter[str], reports: Counter[str]) -> None:
    """Print the features of one kind, those with the same count on one line."""
    by_count: dict[int, list[str]] = {}
    for feature, count in counts.items():
        if count >= FEWEST_SENTENCES and reports[feature] >= FEWEST_REPORTS:
            by_count.setdefault(rounded(count), []).append(feature)
    for count in sorted(by_count, reverse=True):
        print(f"{kind} {count} {' '.join(sorted(by_count[count]))}")


def rounded(count: int) -> int:
    """Keep three binary digits: more precision changes no weight that matters."""
    shift = max(0, count.bit_length() - 3)
    return count >> shift << shift


if __name__ == "__main__":
    main()
