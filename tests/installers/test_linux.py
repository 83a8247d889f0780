"""The package for Debian and the archive, made of a stand-in for the program."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import stat
import subprocess
import tarfile
from pathlib import Path

import pytest
from lxml import etree

from desktop import __version__
from installers.__main__ import write_sums
from installers.linux import pack, verify

SYSTEMS = "libz.so.1"  # a library that a package of Debian has
FILES = ("_internal/base_library.zip", "_internal/资料 $1.txt", "_internal/libown.so.9")
MADE_BY_DPKG = {"control", "md5sums"}

pytestmark = [
    # Drawing the icon makes an application if there is none, and not the kind that a window needs.
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(
        shutil.which("dpkg-shlibdeps") is None, reason="apt-get install binutils dpkg-dev"
    ),
]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder such as PyInstaller makes, small, from which others are kept away."""
    folder = tmp_path_factory.mktemp("dist") / "duikan"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
        (folder / name).chmod(0o600)
    [library, *_] = Path("/usr/lib").glob(f"*/{SYSTEMS}")
    shutil.copyfile(library, folder / "_internal" / SYSTEMS)
    shutil.copyfile(shutil.which("dpkg-deb") or "", folder / "duikan")  # linked with that library
    (folder / "duikan").chmod(0o700)
    (folder / "_internal" / "libown.so").symlink_to("libown.so.9")
    return folder


@pytest.fixture(scope="module")
def package(bundle: Path, tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:  # noqa: ARG001
    """Return the package that is made of it."""
    folder = tmp_path_factory.mktemp("package")
    pack.make_package(bundle, folder / "duikan.deb", folder / "work")
    return folder / "duikan.deb"


@pytest.fixture(scope="module")
def held(package: Path) -> dict[str, tarfile.TarInfo]:
    """Return what the package lays down, by its path."""
    with opened(package, "fsys") as tar:
        return {member.name.removeprefix("./"): member for member in tar if member.name != "./"}


def opened(package: Path, part: str) -> tarfile.TarFile:
    """Return one of the two archives of a package: ctrl or fsys."""
    call = ["dpkg-deb", f"--{part}-tarfile", package]
    return tarfile.open(fileobj=io.BytesIO(subprocess.check_output(call)))


def field(package: Path, name: str) -> str:
    """Return what the package says under a name."""
    return subprocess.check_output(["dpkg-deb", "--field", package, name], text=True).strip()


def test_package_says_what_it_is(package: Path, bundle: Path) -> None:
    assert field(package, "Package") == "duikan"
    assert field(package, "Version") == __version__
    assert field(package, "Architecture") == pack.architecture()
    assert re.fullmatch(r".+ <\S+@\S+>", field(package, "Maintainer"))
    least = sum(path.stat().st_size for path in bundle.rglob("lib*.so.9")) // 1024
    assert least <= int(field(package, "Installed-Size")) < 10_000


def test_package_asks_for_what_its_binaries_are_linked_with_and_for_a_font(package: Path) -> None:
    asked = field(package, "Depends").split(", ")
    assert [name for name in asked if re.fullmatch(r"libc6 \(>= 2\.\d+\)", name)]
    assert [name for name in asked if name.startswith("zlib1g ")]
    assert pack.FONTS in asked
    assert "python" not in " ".join(asked)


def test_what_debian_has_and_mends_is_not_brought_along(held: dict[str, tarfile.TarInfo]) -> None:
    inside = {name for name in held if name.startswith("usr/lib/duikan/_internal/")}
    assert inside == {f"usr/lib/duikan/{name}" for name in (*FILES, "_internal/libown.so")}


def test_package_lays_files_where_debian_has_them_and_runs_nothing(
    package: Path, held: dict[str, tarfile.TarInfo]
) -> None:
    kept = r"usr/(bin/duikan|lib/duikan/.+|share/.+/[^/]*duikan[^/]*|share/doc/duikan/.+)"
    files = [name for name, member in held.items() if not member.isdir()]
    assert [name for name in files if not re.fullmatch(kept, name)] == []
    with opened(package, "ctrl") as tar:
        assert {Path(member.name).name for member in tar if member.isfile()} == MADE_BY_DPKG


def test_everybody_may_read_and_only_the_program_runs(held: dict[str, tarfile.TarInfo]) -> None:
    program = "usr/lib/duikan/duikan"
    for name, member in held.items():
        if not member.issym():
            assert member.mode == (0o755 if member.isdir() or name == program else 0o644), name
        assert (member.uid, member.gid) == (0, 0), name


def test_launcher_leads_to_the_program(held: dict[str, tarfile.TarInfo]) -> None:
    launcher = held["usr/bin/duikan"]
    assert os.path.normpath(Path("usr/bin", launcher.linkname)) == "usr/lib/duikan/duikan"


def test_sums_are_those_of_the_files(package: Path, held: dict[str, tarfile.TarInfo]) -> None:
    with opened(package, "ctrl") as control, opened(package, "fsys") as files:
        said = read(control, "./md5sums").decode().splitlines()
        listed = dict(reversed(line.split("  ", 1)) for line in said)
        found = {
            name: hashlib.md5(read(files, f"./{name}"), usedforsecurity=False).hexdigest()
            for name, member in held.items()
            if member.isfile()
        }
    assert listed == found


def read(tar: tarfile.TarFile, name: str) -> bytes:
    """Return the bytes of a member."""
    file = tar.extractfile(name)
    assert file is not None
    return file.read()


def test_a_state_makes_the_same_package_twice(bundle: Path, package: Path, tmp_path: Path) -> None:
    pack.make_package(bundle, tmp_path / "again.deb", tmp_path / "work")
    assert (tmp_path / "again.deb").read_bytes() == package.read_bytes()


def test_bare_system_lies_where_debootstrap_makes_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It refuses a path with blanks, as that of a checkout may be."""
    made: list[Path] = []

    def stop(folder: Path) -> None:
        made.append(folder)
        raise InterruptedError

    monkeypatch.setattr(verify, "BUILD", tmp_path / "a checkout" / "build", raising=False)
    monkeypatch.setattr(verify, "require_tools", lambda: None)
    monkeypatch.setattr(verify, "call", lambda *_command: None)
    monkeypatch.setattr(verify, "make_system", stop)
    (tmp_path / "a checkout" / "build").mkdir(parents=True)
    with pytest.raises(InterruptedError):
        verify.verify(tmp_path / "duikan.deb")
    assert " " not in str(made[0])
    assert not made[0].exists()


def test_desktop_knows_the_type_of_file_that_its_entry_opens() -> None:
    entry = (pack.FILES / "duikan.desktop").read_text(encoding="utf-8")
    types = re.search(r"^MimeType=(.*)$", entry, re.MULTILINE)
    assert types
    tree = etree.parse(pack.FILES / "duikan.xml")
    [told] = tree.iterfind("{*}mime-type")
    assert told.get("type") in types[1].split(";")
    assert [glob.get("pattern") for glob in told.iterfind("{*}glob")] == ["*.duikan"]
    [icon] = told.iterfind("{*}icon")
    assert icon.get("name") == pack.MIME


def test_archive_unpacks_into_one_folder_for_whoever_it_is(bundle: Path, tmp_path: Path) -> None:
    archive = tmp_path / "duikan.tar.xz"
    pack.make_archive(bundle, archive)
    with tarfile.open(archive) as tar:
        members = {member.name: member for member in tar}
        safely = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # since 3.11.4
        tar.extractall(tmp_path, **safely)  # noqa: S202 - our own
    top = f"duikan-{__version__}"
    assert {name.partition("/")[0] for name in members} == {top}
    assert {(member.uid, member.uname) for member in members.values()} == {(0, "")}
    for path in bundle.rglob("*"):
        inside = tmp_path / top / path.relative_to(bundle)
        assert path.is_dir() or inside.read_bytes() == path.read_bytes()
    modes = {path: stat.S_IMODE((tmp_path / top / path).stat().st_mode) for path in FILES}
    assert set(modes.values()) == {0o644}
    assert stat.S_IMODE((tmp_path / top / "duikan").stat().st_mode) == 0o755
    assert {path.name for path in (tmp_path / top / "share").iterdir()} >= {"duikan.desktop"}


def test_sums_are_those_that_sha256sum_takes(tmp_path: Path) -> None:
    made = [tmp_path / "b.deb", tmp_path / "a.tar.xz"]
    for path in made:
        path.write_bytes(path.name.encode())
    write_sums(made, tmp_path / "SHA256SUMS")
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    told = subprocess.check_output(check, cwd=tmp_path, text=True, env={"LC_ALL": "C"} | os.environ)
    assert told == "a.tar.xz: OK\nb.deb: OK\n"
