"""The command, run in this process."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from desktop.__main__ import main as start

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Duikan


@pytest.fixture
def duikan(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Duikan:
    """Return what runs a command as a process would; to start one takes longer than most do."""

    def run(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
        words = [*map(str, arguments)]
        with monkeypatch.context() as patched:
            for name, value in {"DUIKAN_LANGUAGE": "en", **variables}.items():
                patched.setenv(name, value)
            try:
                code = start(words)
            except SystemExit as ended:  # of --help
                code = int(ended.code or 0)
        return subprocess.CompletedProcess(words, code, *capfdbinary.readouterr())

    return run
