"""A second run of a command compiles nothing any more."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.compiled import place

if TYPE_CHECKING:
    from pathlib import Path

COUNTING = """
import builtins, re, sys
from desktop.__main__ import main
from desktop.compiled import methods
many = []
inner = re._compiler.compile
re._compiler.compile = lambda it, flags: many.append(type(it) is str) or inner(it, flags)
methods.compile = lambda *text, **how: many.append(True) or compile(*text, **how)
main(["targets", *sys.argv[1:]])
print(sum(many), file=sys.stderr)
"""


@pytest.mark.skipif(
    sys.version_info[:2] not in place.TRIED, reason="nothing is kept in this Python"
)
def test_a_command_compiles_nothing_at_its_second_run(
    tmp_path: Path, seeds: Path, root: Path
) -> None:
    pair = [str(seeds / f"yunchuan_{year}_work_report.txt") for year in (2023, 2024)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    counts = [
        int(
            subprocess.run(
                [sys.executable, "-c", COUNTING, *pair],
                cwd=root, env=environment, capture_output=True, text=True, check=True,
            ).stderr
        )
        for _ in range(2)
    ]  # fmt: skip
    assert counts[0] > counts[1] == 0
    kinds = {file.name.partition("-")[0] for file in tmp_path.rglob("*-commands-*")}
    assert kinds == {"patterns", "methods"}
