"""The trial of a packaged program, run here from source."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from desktop import __version__
from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.ui.smoke import COMMITMENTS, READ, SAMPLE, faults

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def trial(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """Return what the trial finds from "/", and the home that it was given."""
    home = tmp_path_factory.mktemp("home")
    names = ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--smoke"],
        cwd=root.anchor, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"} | dict.fromkeys(names, str(home)),
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout), home


def test_trial_finds_every_part(trial: tuple[dict[str, Any], Path]) -> None:
    found, _ = trial
    assert found["program"] == f"duikan {__version__}"
    assert set(found["exported"]) >= {"docx", "rtf", "html", "md", "txt", "xlsx", "csv", "pdf"}
    assert found["faults"] == []


def test_trial_leaves_nothing_in_the_users_folders(trial: tuple[dict[str, Any], Path]) -> None:
    _, home = trial
    left = [path.relative_to(home) for path in home.rglob("*") if path.is_file()]
    assert [path for path in left if "fontconfig" not in path.parts] == []  # the system's cache


MISSING = (
    (("painted", "colours"), 1, "empty"),
    (("sqlite", "is_sound"), False, "SQLite"),
    (("read", "pdf"), 0, "formats"),
    (("compared", "revised"), 0, "relation"),
    (("noted",), "", "note"),
    (("exported", "docx"), 0, "written"),
    (("licences",), 0, "licences"),
    (("reached",), ["socket.connect"], "network"),
)


def test_what_is_missing_is_named(trial: tuple[dict[str, Any], Path]) -> None:
    """One test, since each process that runs tests would make the trial anew."""
    for path, value, said in MISSING:
        found = deepcopy(trial[0])
        place = found
        for name in path[:-1]:
            place = place[name]
        place[path[-1]] = value
        [fault] = faults(found)
        assert said in fault


@pytest.mark.parametrize("name", READ)
def test_sample_says_the_same_in_every_format(name: str, seeds: Path) -> None:
    parsed = parse_report(read_report(seeds / f"{SAMPLE}.{name}"))
    assert parsed.report.title == "云溪县2024年政府工作报告"
    assert len(parsed.commitments) == COMMITMENTS


def test_every_sample_is_read(seeds: Path) -> None:
    files = {path.name.partition(".")[2] for path in (seeds / "formats").iterdir()}
    assert files == set(READ)
