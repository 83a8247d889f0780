"""What every test stands on: a home of its own, samples, golden files, and no network."""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from installers.linux.screen import xvfb

if TYPE_CHECKING:
    from collections.abc import Callable

    from xdist.workermanage import WorkerController

LAST_WORDS = pytest.StashKey[TemporaryDirectory[str]]()

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
SCREEN = {
    "name": "wide",
    "x": 0,
    "y": 0,
    "width": 1440,
    "height": 900,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
LOOPBACK = ("127.0.0.1", "::1", "localhost", None)
HOME_VARIABLES = (
    *("HOME", "USERPROFILE", "LOCALAPPDATA", "DUIKAN_LIBRARY"),
    *("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"),
)

# A busy machine must not fail an example for being slow; a checkout may be somebody else's.
DATABASE = {} if os.access(ROOT, os.W_OK) else {"database": None}
settings.register_profile("desk", deadline=None, **DATABASE)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True, database=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write what comes out now into tests/golden"
    )


def pytest_configure(config: pytest.Config) -> None:
    platform = os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if platform == "xcb":
        give_screen(config)
    elif platform == "offscreen":
        widen_screen(config)
    settings.load_profile("ci" if os.environ.get("CI") else "desk")
    sys.addaudithook(refuse_network)


def widen_screen(config: pytest.Config) -> None:
    """Give the screen that nobody sees the size of the window: by itself it has 800 by 800.

    Qt reads that in a file, whose path has to be in ASCII and without a colon.
    """
    folder = TemporaryDirectory()
    config.add_cleanup(folder.cleanup)
    file = Path(folder.name, "screen.json")
    if str(file).isascii() and ":" not in str(file):
        file.write_text(json.dumps({"screens": [SCREEN]}), encoding="ascii")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


def give_screen(config: pytest.Config) -> None:
    """Start an X server, if there is none, for each process that runs tests.

    A screen has one focus and one clipboard: processes side by side would take them away from
    each other.
    """
    runs_tests = hasattr(config, "workerinput") or not config.getoption("numprocesses", None)
    if runs_tests and "DISPLAY" not in os.environ:
        screen = ExitStack()
        config.add_cleanup(screen.close)
        os.environ["DISPLAY"] = screen.enter_context(xvfb())


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: WorkerController) -> None:
    """Tell a process that runs tests where to write what it was at when it crashes."""
    if LAST_WORDS not in node.config.stash:
        node.config.stash[LAST_WORDS] = TemporaryDirectory()
    node.workerinput["last words"] = f"{node.config.stash[LAST_WORDS].name}/{node.gateway.id}"


def pytest_sessionstart(session: pytest.Session) -> None:
    if file := getattr(session.config, "workerinput", {}).get("last words"):
        faulthandler.enable(os.open(file, os.O_WRONLY | os.O_CREAT))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print last what a process was at that crashed: who reads that it did needs it beside that."""
    if LAST_WORDS in config.stash:
        with config.stash[LAST_WORDS] as folder:
            for file in sorted(Path(folder).iterdir()):
                terminalreporter.write(file.read_text(encoding="utf-8", errors="replace"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker("shared")


def pytest_collection_finish() -> None:
    """Leave what is there by now, most of what there will be, out of looks for garbage."""
    gc.collect()
    gc.freeze()


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Fail the test that looks up a name or sends anything off this machine.

    `event` and `arguments` are those of Python's table of audit events.
    """
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if host not in LOOPBACK:
        pytest.fail(f"{event}: a test reached for {host!r}")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home, settings, caches and a library that it shares with no other."""
    for name in HOME_VARIABLES:
        folder = tmp_path / "home" / name.lower()
        folder.mkdir(mode=0o700, parents=True)  # Qt wants the run-time folder private
        monkeypatch.setenv(name, str(folder))
    return tmp_path / "home"


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the sample reports."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of the real reports and their labels, which is no part of the project."""
    folder = Path(os.environ.get("DUIKAN_SHARED") or ROOT.parent / "shared")
    if not (folder / "reports").is_dir():
        pytest.skip(f"no real reports in {folder}: DUIKAN_SHARED names their folder")
    return folder


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return `check(name, text)`, which compares `text` with the file tests/golden/`name`."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no {path}: look at the output, then pass --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return check
