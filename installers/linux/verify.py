"""The .deb tried in a bare Debian without Python: installed, used, removed without a trace.

Needs root, debootstrap, lintian, strace and Xvfb.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from installers.bundle import findings
from installers.linux.screen import shot, xvfb
from installers.places import DIST, SAMPLE_PAIR, call, output

if TYPE_CHECKING:
    from collections.abc import Iterator

USER = 1000
HOME = "home/reader"
TOOLS = {  # what this needs → the package that has it
    "debootstrap": "debootstrap",
    "lintian": "lintian",
    "strace": "strace",
    "Xvfb": "xvfb",
}
DESKTOP = ("libglib2.0-bin", "shared-mime-info", "desktop-file-utils")  # what asks for types
COMPARISON = f"/{HOME}/对照.duikan"
ROOMY = "/var/tmp"  # noqa: S108 - debootstrap refuses a path with blanks, as this checkout's may be
MOST_TOLD = 20
PICTURE = DIST / "installed.png"
DRAWN = 8.0  # seconds after which the sample pair is compared and painted
CHANGING = re.compile(  # what installing and removing anything leaves behind
    r"/(?:proc|sys|dev|tmp|var/cache|var/log|var/lib/(?:dpkg|apt)|etc/ld\.so\.cache)(?:/|$)"
)
# glibc asks a service of the machine for names of users by a socket that is a file, and so does
# every window for its screen; anything else would leave the machine.
NETWORK = re.compile(r"socket\((?!AF_UNIX)|(?:connect|bind)\((?!\d+, \{sa_family=AF_UNIX)|listen\(")


def verify(package: Path) -> None:
    """Go through it all; exits at the first thing that is not as it should be."""
    require_tools()
    call("lintian", "--fail-on", "error", "--suppress-tags", "bogus-mail-host", package)
    with tempfile.TemporaryDirectory(prefix="duikan-bare-", dir=ROOMY) as name:
        folder = Path(name)
        make_system(folder)
        before = listing(folder)
        with mounted(folder):
            install(folder, package)
            try_as_user(folder)
            try_without_network(folder)
            look(folder)
            ask_for_type(folder)
            remove(folder)
        left = sorted(listing(folder) - before)
        if traces := [path for path in left if not CHANGING.match(path)]:
            sys.exit(f"Left behind, of {len(traces)}: {', '.join(traces[:MOST_TOLD])}")
    print(f"Installed, used and removed without a trace; look at {PICTURE}.")


def require_tools() -> None:
    """Exit with what is missing."""
    if os.geteuid() != 0:
        sys.exit("A bare system can be made by root alone: sudo python3 dev.py package --verify")
    missing = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    if missing:
        sys.exit(f"To verify, please type: apt-get install -y {' '.join(missing)}")


def make_system(folder: Path) -> None:
    """Make a Debian with nothing but what every one has, and an ordinary user in it."""
    folder.chmod(0o755)
    suite = output("sh", "-c", ". /etc/os-release && echo $VERSION_CODENAME").strip()
    call("debootstrap", "--variant=minbase", suite, folder, stdout=subprocess.DEVNULL)
    call("chroot", folder, "useradd", "--create-home", "--uid", str(USER), "reader")
    for sample in SAMPLE_PAIR:
        target = folder / HOME / sample.name
        shutil.copyfile(sample, target)
        os.chown(target, USER, USER)
    if subprocess.run(["chroot", folder, "which", "python3"], check=False).returncode == 0:
        sys.exit("The bare system has a Python, which would prove nothing.")


@contextmanager
def mounted(folder: Path) -> Iterator[None]:
    """Lend the system what every running one has."""
    call("mount", "-t", "proc", "proc", folder / "proc")
    try:
        yield
    finally:
        call("umount", folder / "proc")


def inside(folder: Path, *command: str, environment: dict[str, str] | None = None) -> list[str]:
    """Return a command line that runs there as the ordinary user, in a bare environment."""
    named = {"HOME": f"/{HOME}", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"} | (environment or {})
    pairs = (f"{name}={value}" for name, value in named.items())
    user = f"--userspec={USER}:{USER}"
    return ["chroot", user, str(folder), "/usr/bin/env", "-i", *pairs, *command]


def install(folder: Path, package: Path) -> None:
    """Install the package, and what it asks for."""
    place = Path("tmp", package.name)
    shutil.copyfile(package, folder / place)
    began = time.monotonic()
    apt(folder, "update")
    apt(folder, "install", f"/{place}")
    print(f"Installed in {time.monotonic() - began:.0f} s.")


def apt(folder: Path, *arguments: str) -> None:
    """Let apt do something there without asking."""
    unattended = ("/usr/bin/env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y")
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    call("chroot", folder, *unattended, "--no-install-recommends", *arguments, **silent)


def try_as_user(folder: Path) -> None:
    """Let the program try itself; exits where something is missing."""
    done = subprocess.run(
        inside(folder, "duikan", "--smoke"), stdout=subprocess.PIPE, text=True, check=False
    )
    found = findings(done, "The installed program")
    if not found["chinese_fonts"]:
        sys.exit("No font for Chinese came with the package.")


def try_without_network(folder: Path) -> None:
    """See that it needs no network, and that no file of it opens a socket to one."""
    log = folder / "tmp" / "calls"
    watch = ("strace", "-f", "-qq", "-e", "trace=socket,connect,bind,listen", "-o", str(log))
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    call("unshare", "--net", *watch, *inside(folder, "duikan", "--smoke", environment=environment),
         stdout=subprocess.DEVNULL)  # fmt: skip
    reached = [
        line for line in log.read_text(encoding="utf-8").splitlines() if NETWORK.search(line)
    ]
    if reached:
        sys.exit(f"It reaches out: {reached[:5]}")


def look(folder: Path) -> None:
    """Open the window on a screen and keep a picture, for a person to look at."""
    with xvfb() as display:
        environment = {"DISPLAY": display, "DUIKAN_LANGUAGE": "zh"}
        files = (f"/{HOME}/{sample.name}" for sample in SAMPLE_PAIR)
        command = inside(
            folder, "duikan", "--language", "zh", "gui", *files, environment=environment
        )
        window = subprocess.Popen(command)
        try:
            time.sleep(DRAWN)
            subprocess.run(command, timeout=DRAWN, check=True)  # which hands over and ends
            if window.poll() is not None:
                sys.exit("The window closed by itself.")
            shot(display, PICTURE)
        finally:
            window.terminate()
            window.wait()


def ask_for_type(folder: Path) -> None:
    """See that a desktop knows what a .duikan file is, and what opens it."""
    apt(folder, "install", *DESKTOP)
    call("chroot", folder, "desktop-file-validate", "/usr/share/applications/duikan.desktop")
    files = (f"/{HOME}/{sample.name}" for sample in SAMPLE_PAIR)
    call(*inside(folder, "duikan", "library", "export", *files, COMPARISON))
    for question, answer in (
        (("info", "--attributes=standard::content-type", COMPARISON), "application/x-duikan"),
        (("mime", "application/x-duikan"), "duikan.desktop"),
    ):
        told = output(*inside(folder, "gio", *question))
        if answer not in told:
            sys.exit(f"gio {question[0]} does not say {answer}, but: {told}")


def remove(folder: Path) -> None:
    """Take the package away again, with all that came with it and the user."""
    apt(folder, "purge", "duikan", *DESKTOP)
    kept = folder / HOME / ".local/share/duikan"
    if not any(kept.iterdir()):
        sys.exit("The user's library went with the program.")
    apt(folder, "autoremove", "--purge")
    call("chroot", folder, "userdel", "--remove", "reader", stderr=subprocess.DEVNULL)


def listing(folder: Path) -> set[str]:
    """Return all paths of a system, but for those of what is running."""
    found = output("find", folder, "-xdev", "-printf", "/%P\\n")
    return set(found.splitlines())
