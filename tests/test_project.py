"""What is in the repository: nothing foreign, nothing of one machine, everything said once."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import tomllib
import unicodedata
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

import desktop

if TYPE_CHECKING:
    from pathlib import Path

TOP_LEVEL = {
    *(".ci", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
    *("README.md", "README.zh-CN.md", "build.spec", "desktop", "dev.py", "pyproject.toml"),
    *("requirements.lock", "resources", "seeds", "tests", "installers"),
}
# Names in file formats, and addresses that are cited; nothing here is ever opened.
HOSTS = {
    *("schemas.openxmlformats.org", "schemas.microsoft.com", "www.w3.org", "purl.org"),
    *("purl.oclc.org", "openoffice.org", "www.freedesktop.org"),  # names of formats, as the others
    "schemas.uof.org",
    *("sqlite.org", "www.unicode.org"),
    *("fsf.org", "www.gnu.org", "www.apache.org", "www.freetype.org"),  # in texts of licences
}
ADDRESS = re.compile(r"(?:https?|ftp|wss?)://([^\s/\"'<>)\]`]+)")
# A path of one machine, or an option that names a package index.
OF_ONE_MACHINE = re.compile(
    r"(?<![\w.~/])/(?:root|work|home|opt|Users)/\w|--(?:extra-)?index-url|--find-links|--trusted-host"
)
BINARY = {".png", ".ico", ".icns", ".qm", ".docx", ".pdf"}
# Letters and digits in a row that two texts do not share by chance.
COPIED_RUN = 26


@pytest.fixture(scope="module")
def tracked(root: Path) -> dict[str, str]:
    """Return the text of every file of the repository, by its name."""
    call = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    if not ((root / ".git").exists() and shutil.which("git")):
        pytest.skip("not a checkout, or no git to ask")
    listing = subprocess.run(call, cwd=root, capture_output=True, encoding="utf-8", check=True)
    names = [name for name in listing.stdout.split("\0") if (root / name).is_file()]
    return {
        name: (root / name).read_text(encoding="utf-8", errors="ignore")
        for name in names
        if (root / name).suffix not in BINARY
    }


def lines_that_match(pattern: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    return [
        f"{name}:{number}: {match[0]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        for match in pattern.finditer(line)
    ]


def test_top_level_holds_only_what_belongs_there(tracked: dict[str, str]) -> None:
    assert {name.partition("/")[0] for name in tracked} - TOP_LEVEL == set()


def test_nothing_names_one_machine_or_an_index(tracked: dict[str, str]) -> None:
    others = {name: text for name, text in tracked.items() if name != "tests/test_project.py"}
    assert lines_that_match(OF_ONE_MACHINE, others) == []


def test_addresses_are_on_the_list(tracked: dict[str, str]) -> None:
    strangers = [
        found
        for found in lines_that_match(ADDRESS, tracked)
        if (host := ADDRESS.search(found)) and not is_known(host[1])
    ]
    assert strangers == []


def is_known(host: str) -> bool:
    return host in HOSTS or host.endswith((".example", ".invalid"))


@pytest.fixture(scope="module")
def pinned(root: Path) -> list[Requirement]:
    text = (root / "requirements.lock").read_text(encoding="utf-8")
    entries = re.findall(r"^([^\s#].*?) \\\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", text, re.M)
    assert len(entries) == len(re.findall(r"^[^\s#]", text, re.M)), "an entry without a hash"
    return [Requirement(entry) for entry, _ in entries]


def test_lock_pins_what_the_project_asks_for(root: Path, pinned: list[Requirement]) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    for requirement in map(Requirement, asked):
        pins = [pin for pin in pinned if pin.name.lower() == requirement.name.lower()]
        versions = [clause.version for pin in pins for clause in pin.specifier]
        assert versions, f"{requirement} is not in the lock"
        assert list(requirement.specifier.filter(versions)) == versions


def test_lock_serves_every_platform(pinned: list[Requirement]) -> None:
    platforms = {str(pin.marker) for pin in pinned}
    assert {'sys_platform == "win32"', 'sys_platform == "darwin"'} <= platforms


def test_version_is_said_once(tracked: dict[str, str]) -> None:
    version = re.compile(rf"(?<![\d.]){re.escape(desktop.__version__)}(?![\d.])")
    places = ("desktop/", "installers/", "pyproject.toml", "build.spec", "dev.py", "README")
    texts = {name: text for name, text in tracked.items() if name.startswith(places)}
    found = lines_that_match(version, texts)
    assert [place.partition(":")[0] for place in found] == ["desktop/__init__.py"]
    assert f"## {desktop.__version__}" in tracked["CHANGELOG.md"]


def test_no_sentence_of_a_real_report_is_in_the_project(
    tracked: dict[str, str], shared: Path
) -> None:
    real = {
        run
        for folder in ("reports", "eval/gold/texts")
        for path in (shared / folder).glob("*.txt")
        for part in re.split(r"[。；;！!\n]", path.read_text(encoding="utf-8", errors="ignore"))
        for run in runs(part)
    }
    copied = [
        f"{name}:{number}: {min(both)}"
        for name, text in tracked.items()
        for number, line in enumerate(text.splitlines(), 1)
        if (both := real & runs(line))
    ]
    assert real
    assert copied == []


def runs(text: str) -> set[str]:
    """Return every run of letters and digits that has Chinese in it and is long enough."""
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
    windows = {letters[i : i + COPIED_RUN] for i in range(len(letters) - COPIED_RUN + 1)}
    return {window for window in windows if re.search("[\u4e00-\u9fff]{10}", window)}


@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_a_test_cannot_reach_another_machine(kind: socket.SocketKind) -> None:
    with socket.socket(socket.AF_INET, kind) as line, pytest.raises(pytest.fail.Exception):
        line.connect(("192.0.2.1", 9))
    with pytest.raises(pytest.fail.Exception):
        socket.getaddrinfo("host.invalid", 80)
