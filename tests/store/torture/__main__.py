"""Hurt libraries as crashes, power cuts, full disks and bad disks do, and see what is left.

    python -m tests.store.torture [--count N] [--seed N] [--broken] [NAME…]

Prints a line for each way to be hurt. The exit code is 1 if anything acknowledged was lost or
anything wrong was served as right. `--broken` breaks the program first, each time where the trial
looks: then every trial has to fail, or it proves nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.store.torture.faults_of_disks import cut_power, fill_disk, rot
from tests.store.torture.kills import kill_backups, kill_migrations, kill_writers
from tests.store.torture.laws import look_up, undo_all
from tests.store.torture.rivals import rival

TRIALS = {  # what is done, and how many times in the long form
    "kills": (kill_writers, 1000),
    "migrations": (kill_migrations, 200),
    "backups": (kill_backups, 100),
    "cuts": (cut_power, 300),
    "full": (fill_disk, 100),
    "rot": (rot, 2000),
    "rivals": (rival, 5000),
    "undo": (undo_all, 2000),
    "search": (look_up, 1000),
}


def main() -> int:
    """Run the trials and return the exit code."""
    parser = argparse.ArgumentParser("torture")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TRIALS))
    parser.add_argument("--count", type=int, help="how many times (default: the long form)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--broken", action="store_true", help="break the program first")
    given = parser.parse_args()
    code = 0
    for name in given.names or TRIALS:
        trial, often = TRIALS[name]
        count, since = given.count or often, time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            wrong = trial(count, Path(folder), given.seed, given.broken)
        print(
            f"{name}: {count} times in {time.monotonic() - since:.0f} s: {wrong or 'nothing lost'}"
        )
        sys.stdout.flush()
        code |= bool(wrong)
    return code


if __name__ == "__main__":
    sys.exit(main())
