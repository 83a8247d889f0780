"""The bundle → .deb and .tar.xz."""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from installers.bundle import size_of
from installers.icons import ICON, draw_icon
from installers.linux.control import CONTROL, changelog, copyright_text
from installers.linux.debian import package_of
from installers.places import BUILD, BUNDLE, DIST, HERE, VERSION, call, made_at, output

FILES = HERE / "linux"
HOME = Path("usr/lib/duikan")
SHARE = Path("usr/share")
ICON_SIZES = (48, 128, 256)
PLACES = {  # files of this folder → where the package has them
    "duikan.desktop": SHARE / "applications" / "duikan.desktop",
    "duikan.xml": SHARE / "mime" / "packages" / "duikan.xml",
    "lintian-overrides": SHARE / "lintian" / "overrides" / "duikan",
}
PAGES = {"duikan.1": SHARE / "man" / "man1", "duikan.zh_CN.1": SHARE / "man" / "zh_CN" / "man1"}
MIME = "application-x-duikan"
QUICK, SMALL = ("-Zxz", "-z1"), ("-Zxz", "-z9", "-Sextreme")
FONTS = "fonts-wqy-microhei | fonts-noto-cjk | fonts-wqy-zenhei | fonts-arphic-uming"


def pack(is_release: bool) -> list[Path]:
    """Make both files in dist/; for a release as small as they can be."""
    package = DIST / f"duikan_{VERSION}_{architecture()}.deb"
    archive = DIST / f"duikan-{VERSION}-linux-{platform.machine()}.tar.xz"
    make_package(BUNDLE, package, is_small=is_release)
    make_archive(BUNDLE, archive, is_small=is_release)
    return [package, archive]


def architecture() -> str:
    """Return what Debian calls this kind of machine."""
    return output("dpkg", "--print-architecture").strip()


def make_package(
    bundle: Path, package: Path, work: Path = BUILD / "debian", *, is_small: bool = False
) -> None:
    """Make the package for Debian of the program in `bundle`."""
    folder = work / "duikan"
    shutil.rmtree(work, ignore_errors=True)
    stage(bundle, folder)
    (folder / "DEBIAN").mkdir()  # by which dpkg-shlibdeps knows the root of the package
    control = CONTROL.format(
        version=VERSION, machine=architecture(), kilobytes=size_of(folder) // 1024,
        depends=", ".join((*libraries(folder), FONTS)),
    )  # fmt: skip
    (folder / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    (folder / "DEBIAN" / "md5sums").write_text(sums(folder), encoding="utf-8")
    even_out(folder)
    how = SMALL if is_small else QUICK
    dated = {**os.environ, "SOURCE_DATE_EPOCH": str(made_at())}
    call("dpkg-deb", "--root-owner-group", *how, "--build", folder, package, env=dated)


def stage(bundle: Path, folder: Path) -> None:
    """Lay everything where the package has it."""
    home = folder / HOME
    shutil.copytree(bundle, home, symlinks=True)
    for library in of_the_system(home):
        library.unlink()
    start = folder / "usr/bin/duikan"
    start.parent.mkdir(parents=True)
    start.symlink_to("../lib/duikan/duikan")
    for name, place in PLACES.items():
        copy(FILES / name, folder / place)
    for name, place in PAGES.items():
        zipped(FILES / name, folder / place / "duikan.1.gz")
    icons = folder / SHARE / "icons" / "hicolor"
    for kind, name in (("apps", "duikan"), ("mimetypes", MIME)):
        copy(ICON, icons / "scalable" / kind / f"{name}.svg")
        for size in ICON_SIZES:
            draw_icon(icons / f"{size}x{size}" / kind / f"{name}.png", size)
    said = folder / SHARE / "doc" / "duikan"
    said.mkdir(parents=True)
    (said / "copyright").write_text(copyright_text(), encoding="utf-8")
    zipped(changelog(VERSION, made_at()), said / "changelog.gz")


def of_the_system(home: Path) -> list[Path]:
    """Return the bundled libraries that packages of Debian have, and mend when there is need.

    Not Python's: the next Debian has another one.
    """
    names = {path.name: path for path in (home / "_internal").glob("lib*.so*")}
    listed = re.findall(r"^\s(\S+) .* => (\S+)$", output("/sbin/ldconfig", "-p"), re.MULTILINE)
    found = {name: place for name, place in listed if name in names}
    return [
        names[name]
        for name, place in found.items()
        if not name.startswith("libpython") and package_of(place)
    ]


def libraries(folder: Path) -> list[str]:
    """Return the packages that the binaries are linked with, each with its least version."""
    binaries = [path for path in (folder / HOME).rglob("*") if is_binary(path)]
    private = {path.parent for path in binaries}
    stub = folder.parent / "debian" / "control"  # without it dpkg-shlibdeps does not begin
    stub.parent.mkdir(exist_ok=True)
    stub.write_text("Source: duikan\n\nPackage: duikan\nArchitecture: any\n", encoding="utf-8")
    done = subprocess.run(
        [
            *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"),
            f"-xlibpython3.{sys.version_info.minor}",
            *(f"-l{place}" for place in sorted(private)),
            *(f"-e{path}" for path in sorted(binaries)),
        ],
        cwd=folder.parent, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit("What the program is linked with cannot be told, see above.")
    return done.stdout.strip().removeprefix("shlibs:Depends=").split(", ")


def is_binary(path: Path) -> bool:
    """Return whether a file is code for this machine."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def even_out(folder: Path) -> None:
    """Give everything the permissions and the date that a package has."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path == folder / HOME / "duikan"
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (made_at(), made_at()), follow_symlinks=False)


def make_archive(bundle: Path, archive: Path, *, is_small: bool = False) -> None:
    """Make the file that any Linux unpacks: the bundle with an icon and a desktop entry."""
    name = f"duikan-{VERSION}"
    more = [ICON, FILES / "duikan.desktop", FILES / "duikan.xml", FILES / "duikan.1"]
    with tarfile.open(archive, "w:xz", preset=9 if is_small else 1) as tar:
        tar.add(bundle, name, filter=evened)
        for path in more:
            tar.add(path, f"{name}/share/{path.name}", filter=evened)


def evened(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Let a member belong to nobody in particular, and be as old as the source."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = made_at()
    if not member.issym():  # whoever built it may keep files from everybody else
        member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
    return member


def copy(source: Path, target: Path) -> None:
    """Copy a file into a folder that is made."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def zipped(source: Path | str, target: Path) -> None:
    """Write a file or a text as Debian wants its documents: by gzip, without a date."""
    target.parent.mkdir(parents=True, exist_ok=True)
    data = source.read_bytes() if isinstance(source, Path) else source.encode()
    target.write_bytes(gzip.compress(data, 9, mtime=0))


def sums(folder: Path) -> str:
    """Return the sums by which dpkg tells whether a file was changed since."""
    listed = (path for path in sorted(folder.rglob("*")) if is_summed(path))
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  "
        f"{path.relative_to(folder)}\n"
        for path in listed
    )


def is_summed(path: Path) -> bool:
    """Return whether dpkg looks after a file."""
    return path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts
