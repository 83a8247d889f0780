"""Count the characters of a folder of reports and write the most frequent ones.

usage: python resources/make_frequent_characters.py FOLDER
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

COUNT = 2500  # 99.9 % of the characters of the reports that the list was made from
WIDTH = 50


def main() -> None:
    """Write frequent_characters.txt beside this script, the most frequent character first."""
    counts: Counter[str] = Counter()
    for path in sorted(Path(sys.argv[1]).glob("*.txt")):
        counts.update(c for c in path.read_text("utf-8") if "\u4e00" <= c <= "\u9fff")
    ranked = sorted(counts, key=lambda c: (-counts[c], c))[:COUNT]
    lines = ("".join(ranked[i : i + WIDTH]) + "\n" for i in range(0, len(ranked), WIDTH))
    Path(__file__).with_name("frequent_characters.txt").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
