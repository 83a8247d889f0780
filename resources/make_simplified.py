"""Write the simplified form of each traditional character, by ICU's transliterator Hant-Hans.

usage: python resources/make_simplified.py   (needs ICU's program `uconv`)
"""

from __future__ import annotations

import subprocess
from pathlib import Path

BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000))  # Extension A and the ideographs before it
CALL = ("uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Hant-Hans")
ON_A_LINE = 25
HERE = Path(__file__).resolve().parent


def main() -> None:
    """Write simplified.txt beside this script."""
    traditional = [chr(code) for first, end in BLOCKS for code in range(first, end)]
    done = subprocess.run(  # noqa: S603 - ICU's own program
        CALL, input="\n".join(traditional).encode(), capture_output=True, check=True
    )
    forms = dict(zip(traditional, done.stdout.decode().split("\n"), strict=True))
    # What reports in simplified characters say often is not traditional: 著, 乾, 俱.
    common = (HERE / "frequent_characters.txt").read_text("utf-8")
    pairs = [
        one + other
        for one, other in forms.items()
        if one != other and one not in common and forms.get(other, other) == other
    ]
    lines = (" ".join(pairs[i : i + ON_A_LINE]) for i in range(0, len(pairs), ON_A_LINE))
    (HERE / "simplified.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
