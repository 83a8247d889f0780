"""The licences of what is bundled."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

from installers import licences


def needed(name: str, found: set[str]) -> set[str]:
    """Return the distributions that one asks for, itself among them, where they are installed."""
    plain = re.sub(r"[-_.]+", "-", name).lower()
    if plain in found:
        return found
    found.add(plain)
    for line in Distribution.from_name(plain).requires or ():
        if "extra ==" not in line and (asked := re.match(r"[\w.-]+", line)):
            try:
                needed(asked[0], found)
            except LookupError:  # of another platform
                continue
    return found


def a_file_of(name: str) -> Path:
    """Return a file of code of a distribution."""
    distribution = Distribution.from_name(name)
    names = (file for file in distribution.files or () if str(file).endswith((".py", ".so")))
    return Path(str(distribution.locate_file(next(names))))


def test_everything_that_the_program_asks_for_has_a_licence(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    names: set[str] = set()
    for line in project["project"]["dependencies"]:
        names |= needed(re.match(r"[\w.-]+", line)[0], set())  # type: ignore[index]
    text = licences.collected(a_file_of(name) for name in sorted(names - {"typing-extensions"}))
    for shown in ("Duikan", "PySide6", "rjieba", "numpy", "apsw", "pyinstaller"):
        assert re.search(rf"^=+\n{shown}\S* \S+\n=+\n\n\S", text, re.MULTILINE), shown
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "jieba-rs" in text  # told by the bill of materials alone


def test_a_text_is_shown_once() -> None:
    text = licences.collected([a_file_of("sqlite-utils"), a_file_of("sqlite-fts4")])
    assert text.count("Apache License\n") <= 2
    assert len(text) < 200_000


def test_a_library_of_the_system_is_told_with_its_package() -> None:
    libraries = [path for path in Path("/usr/lib").glob("*/libz.so.1") if path.exists()]
    if not libraries:
        pytest.skip("no Debian")
    assert re.search(r"^zlib1g \S+$", licences.collected(libraries), re.MULTILINE)


def test_pythons_own_licence_is_there() -> None:
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in licences.collected([Path(re.__file__)]).upper()


def test_what_has_no_licence_stops_the_packaging(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "BESIDES", {})
    with pytest.raises(LookupError, match="PySide6_Essentials"):
        licences.collected([a_file_of("pyside6-essentials")])


def test_what_stands_besides_is_needed() -> None:
    """A distribution that gets a licence file of its own needs none of ours."""
    known = {re.sub(r"[-_.]+", "-", found.name).lower(): found for found in distributions()}
    for name in licences.BESIDES.keys() & known.keys():
        files = [str(file) for file in known[name].files or ()]
        assert [file for file in files if licences.GIVEN.fullmatch(file)] == []
