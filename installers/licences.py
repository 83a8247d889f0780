"""The licences of everything that is bundled, in one text.

A file of the bundle comes from an installed distribution, whose own licence files are taken, from
Python, or from a package of the system. What a distribution leaves out stands in `licences/`.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import sysconfig
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from installers.linux.debian import package_of
from installers.places import HERE, ROOT, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

OWN = HERE / "licences"
GIVEN = re.compile(r"(?:.*/)?(?:licen[cs]es?|copying|notice)(?:[-_.][^/]*)?", re.IGNORECASE)
FOLDER = re.compile(r".*\.dist-info/licenses/.*", re.IGNORECASE)
SYSTEM_COPIES = Path("/usr/share/doc")
RULE = "=" * 78
BESIDES = {  # what has no licence file of its own, by the name of the distribution
    "pyside6-essentials": ("qt.txt", "lgpl-3.0.txt", "gpl-3.0.txt"),
    "shiboken6": ("qt.txt", "lgpl-3.0.txt"),
    "jieba": ("jieba.txt",),
    "rjieba": ("rjieba.txt", "apache-2.0.txt"),
}
# The starter of every bundle, and whose words it cuts by.
ALWAYS = ("pyinstaller", "jieba")
DEBIAN_TEXT = re.compile(r"/usr/share/common-licenses/([\w.-]+\w)")


class Part(NamedTuple):
    """One thing that is bundled: its name and version, and the texts of its licence."""

    name: str
    texts: tuple[str, ...]


def collected(files: Iterable[Path]) -> str:
    """Return the licences of what these files come from, Duikan's own first, each text once.

    Raises LookupError where something has none.
    """
    own = Part(f"Duikan {VERSION}", (_read(ROOT / "LICENSE"),))
    parts = [own, *sorted(_parts(files), key=lambda part: part.name.lower())]
    if bare := [part.name for part in parts if not any(part.texts)]:
        raise LookupError(f"Without a licence: {', '.join(bare)}: put one into {OWN}.")
    listed = "\n".join(part.name for part in parts)
    shown: dict[str, str] = {}
    chapters = [f"Duikan and what it brings along:\n\n{listed}\n"]
    for part in parts:
        chapters.append(f"{RULE}\n{part.name}\n{RULE}\n")
        for text in part.texts:
            known = shown.setdefault(text, part.name)
            chapters.append(f"{text}\n" if known == part.name else f"The same text as {known}.\n")
    return "\n".join(chapters)


def _parts(files: Iterable[Path]) -> Iterable[Part]:
    owners = _owners()
    found: dict[str, Part] = {}
    libraries = set()
    for file in files:
        resolved = file.resolve()
        if owner := owners.get(resolved):
            found.setdefault(_plain(owner.name), _of_distribution(owner))
        elif _is_pythons(resolved):
            found.setdefault("python", _of_python())
        elif ".so" in resolved.name and not resolved.is_relative_to(ROOT):
            libraries.add(resolved)
    for name in ALWAYS:
        found.setdefault(name, _of_distribution(Distribution.from_name(name)))
    return [*found.values(), *map(_of_package, sorted(_packages(libraries)))]


@cache
def _owners() -> dict[Path, Distribution]:
    """Return what each installed file belongs to."""
    owners = {}
    for distribution in distributions():
        if distribution.name != "duikan":
            top = Path(str(distribution.locate_file(""))).resolve()  # once: there are ten thousand
            for file in distribution.files or ():
                owners[Path(os.path.normpath(top / file))] = distribution
    return owners


def _of_distribution(distribution: Distribution) -> Part:
    files = [str(file) for file in distribution.files or ()]
    given = [name for name in files if GIVEN.fullmatch(name) or FOLDER.fullmatch(name)]
    texts = [_read(Path(str(distribution.locate_file(name)))) for name in sorted(given)]
    boms = (name for name in files if name.endswith(".cyclonedx.json"))
    texts += [_bill(Path(str(distribution.locate_file(name)))) for name in boms]
    texts += [_read(OWN / name) for name in BESIDES.get(_plain(distribution.name), ())]
    return Part(f"{distribution.name} {distribution.version}", tuple(texts))


def _plain(name: str) -> str:
    """Return the name of a distribution in the one form that all its spellings have."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _bill(path: Path) -> str:
    """Return what a bill of materials tells of the parts that a library was made of."""
    parts = json.loads(path.read_text(encoding="utf-8")).get("components", [])
    lines = ["It is made of these parts:", ""]
    for part in parts:
        licences = (one.get("expression") or str(one) for one in part.get("licenses", []))
        people = f", by {part['author']}" if part.get("author") else ""
        lines.append(f"{part['name']} {part['version']}: {'; '.join(licences)}{people}")
    return "\n".join(lines) + "\n"


def _is_pythons(path: Path) -> bool:
    library = path.name.startswith("libpython")
    return library or path.is_relative_to(Path(sysconfig.get_path("stdlib")).resolve())


def _of_python() -> Part:
    version = "{}.{}".format(*sys.version_info)
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),  # Windows
        SYSTEM_COPIES / f"libpython{version}-stdlib" / "copyright",
    )
    texts = tuple(_read(place) for place in places if place.is_file())
    return Part(f"Python {platform.python_version()}", texts[:1])


def _packages(libraries: Iterable[Path]) -> set[str]:
    """Return the packages of Debian that the libraries come from."""
    names = set()
    for path in libraries:
        if (name := package_of(path)) is None:
            raise LookupError(f"{path} comes from nowhere that is known.")
        names.add(name)
    return names


def _of_package(name: str) -> Part:
    text = _read(SYSTEM_COPIES / name / "copyright")
    named = sorted(set(DEBIAN_TEXT.findall(text)))
    more = (_read(Path("/usr/share/common-licenses", licence)) for licence in named)
    version = subprocess.run(
        ("dpkg-query", "-W", "-f", "${source:Upstream-Version}", name),
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    return Part(f"{name} {version}", (text, *more))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").strip() + "\n"
