"""Set up, run and check Duikan. Needs nothing but Python 3.11 or newer.

    python3 dev.py run [LEFT RIGHT]   open the window on the sample pair, or on two files
    python3 dev.py test [ARGUMENT…]   run the tests; arguments go to pytest
    python3 dev.py check              run the whole gate: format, lint, types, imports, tests
    python3 dev.py bench [--quick]    measure speed and memory, beside what else could be used
    python3 dev.py fuzz [N]           read N mutated files of each format, 100,000 by default
    python3 dev.py torture [NAME…]    hurt libraries: kills, power cuts, full disks, bad disks
    python3 dev.py screenshots        draw the window in every state and look, into out/screenshots
    python3 dev.py translate          bring the window's translations up to date with its code
    python3 dev.py package [OPTION…]  make the installers of this platform in dist/, and try them
    python3 dev.py lock [--upgrade]   make requirements.lock anew from pyproject.toml

Each command first makes .venv from requirements.lock if that has changed since.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one shall read a sentence
    sys.exit(f"Duikan needs Python 3.11 or newer, and this is {sys.version.split()[0]}.")

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import tempfile
import tomllib
import venv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
VENV = ROOT / ".venv"
STAMP = VENV / "made-from"
OUT = ROOT / "out"
FUZZED = 100_000
SAMPLE_PAIR = [str(ROOT / "seeds" / f"yunchuan_{year}_work_report.txt") for year in (2023, 2024)]

# Where people install, and what is published as source alone: Python, for every platform.
SERVED = (
    *("x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-apple-darwin"),
    "x86_64-manylinux_2_34",
)
SOURCE_ALONE = "jieba"

# What Qt loads, and the package of Debian and Ubuntu that has it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
BUILD_TOOLS = {"objdump": "binutils", "dpkg-shlibdeps": "dpkg-dev"}
FOREIGN_PYTHON_TOOLS = {"patchelf": "patchelf"}  # one from elsewhere looks there for libraries
FONT_PACKAGE = "fonts-wqy-microhei"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
CHINESE_FONT = re.compile(
    r"wqy|cjk|sourcehan|uming|ukai|droidsansfallback|simsun|msyh|simhei", re.I
)

GATE = {
    "format": ["-m", "ruff", "format", "--check"],
    "lint": ["-m", "ruff", "check"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as l; l(['--no-cache'])"],
}
TYPES = ["-m", "mypy"]  # one processor for 20 seconds, in which the others need not wait


def main(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` begins with and return its exit code."""
    commands = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "fuzz": fuzz,
        "torture": torture,
        "screenshots": screenshots,
        "translate": translate,
        "package": package,
        "lock": lock,
    }
    name, *rest = arguments or ["--help"]
    if name in commands:
        return commands[name](rest)
    print(__doc__)
    return 0 if name in ("-h", "--help") else 2


def run(arguments: Sequence[str]) -> int:
    """Open the window on a pair; without a display, compare it off screen and show where."""
    prepare()
    pair = [str(Path(argument).resolve()) for argument in arguments] or SAMPLE_PAIR
    call = ["-m", "desktop", "gui", *pair]
    if has_display():
        return python(*call)
    print("No display (neither DISPLAY nor WAYLAND_DISPLAY is set): off screen.", flush=True)
    return python(*call, "--snapshot", str(OUT), QT_QPA_PLATFORM="offscreen")


def test(arguments: Sequence[str]) -> int:
    """Run the tests; `arguments` go to pytest, paths among them seen from the current folder.

    Without arguments all tests are run, spread over the processors.
    """
    prepare()
    spread = () if arguments else ("-n", "auto", "--dist", "worksteal")
    return python("-m", "pytest", *spread, *map(absolute, arguments))


def check(arguments: Sequence[str]) -> int:
    """Run the whole gate to its end, so that one round shows every fault; types beside tests."""
    prepare()
    with subprocess.Popen([interpreter(VENV), *TYPES], cwd=ROOT, stdout=subprocess.PIPE) as types:
        failed = [name for name, call in GATE.items() if python(*call) != 0]
        failed += ["tests"] * (test(arguments) != 0)
        print(types.communicate()[0].decode(errors="replace"), end="")
    failed += ["types"] * (types.returncode != 0)
    if failed:
        print(f"The gate is closed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def bench(arguments: Sequence[str]) -> int:
    """Print how long everything takes, in tables whose ratios hold on a busy machine too."""
    prepare()
    return python("-m", "tests.bench", *arguments)


def fuzz(arguments: Sequence[str]) -> int:
    """Read mutated files of every format; a number says how many, formats which."""
    prepare()
    counts = [argument for argument in arguments if argument.isdecimal()]
    formats = [argument for argument in arguments if not argument.isdecimal()]
    count = counts[0] if counts else str(FUZZED)
    return python("-m", "tests.readers.fuzz", "--count", count, *formats)


def screenshots(arguments: Sequence[str]) -> int:
    """Draw the window in every state, or in those that are named behind the folder."""
    prepare()
    folder, *names = arguments or [str(OUT / "screenshots")]
    folder = str(Path(folder).resolve())
    return python("-m", "tests.screenshots", folder, *names, QT_QPA_PLATFORM="offscreen")


def translate(arguments: Sequence[str]) -> int:
    """Bring the window's translations up to date with its code."""
    prepare()
    return python(str(ROOT / "resources" / "translate.py"), *arguments)


def torture(arguments: Sequence[str]) -> int:
    """Hurt libraries as crashes and disks do, some thousand times; names say in which ways."""
    prepare()
    return python("-m", "tests.store.torture", *arguments)


def package(arguments: Sequence[str]) -> int:
    """Make the program that runs without Python, try it, and pack it; `installers` does it all."""
    prepare(building=True)
    return python("-m", "installers", *arguments)


def lock(arguments: Sequence[str]) -> int:
    """Make the lock anew, and see that every platform has a wheel of all that it pins.

    Without --upgrade what is in it stays unless pyproject.toml forbids.
    """
    compile_lock = (
        *("pip", "compile", "--quiet", "--universal", "--generate-hashes", "--group", "dev"),
        *("--python-version", "3.11", "--custom-compile-command", "python3 dev.py lock"),
        *("--output-file", LOCK.name, *arguments, PROJECT.name),
    )
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        tool = interpreter(Path(folder))
        look = (
            *("pip", "install", "--quiet", "--dry-run", "--no-deps", "--require-hashes"),
            *("--only-binary", ":all:", "--no-binary", SOURCE_ALONE),
            *("--python", str(tool), "--python-version", "3.11", "--requirement", LOCK.name),
        )
        looks = [(*look, "--python-platform", platform) for platform in SERVED]
        if code := python("-m", "pip", "install", "--quiet", "uv", program=tool):
            return code
        calls = (("-m", "uv", *call) for call in (compile_lock, *looks))
        return next(filter(None, (python(*call, program=tool) for call in calls)), 0)


def prepare(building: bool = False) -> None:
    """Bring the system's packages and .venv to what is asked for."""
    require_system_packages(building)
    wanted = fingerprint()
    if stamped() == wanted:
        return
    with one_at_a_time():
        if stamped() != wanted:
            make_venv()
            install()
            STAMP.write_text(wanted, encoding="utf-8")  # last: a broken set-up is begun again


def fingerprint() -> str:
    """Return what .venv is made from: the lock, this Python, this place, the project's names."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    parts = [sys.version_info[:2], str(ROOT), project["build-system"], project["project"]]
    text = LOCK.read_text(encoding="utf-8") + json.dumps(parts, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def stamped() -> str | None:
    """Return what .venv was made from, or None if it never was finished."""
    return STAMP.read_text(encoding="utf-8") if STAMP.is_file() else None


def make_venv() -> None:
    """Make .venv unless one of this Python is there, in which other programs may be running."""
    version = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    if interpreter(VENV).exists() and python("-c", version, quiet=True) == 0:
        return
    print(f"Making {VENV}: a minute or two, this once.", flush=True)
    venv.create(VENV, clear=True, symlinks=os.name != "nt", with_pip=True)


def install() -> None:
    """Install what the lock pins, then the project itself, in place.

    What is built here is built with the setuptools of the lock: it comes first, and pip is
    kept from fetching another that no hash vouches for.
    """
    pinned = ("--require-hashes", "--use-pep517", "--no-build-isolation", "-r")
    entry = re.compile(r"^setuptools==.*\n(?:[ \t].*\n)*", re.MULTILINE)
    [setuptools] = entry.findall(LOCK.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        builder = Path(folder, "builder.lock")
        builder.write_text(setuptools, encoding="utf-8")
        steps = (
            (*pinned, str(builder)),
            (*pinned, str(LOCK)),
            ("--no-deps", "--no-build-isolation", "-qq", "--editable", str(ROOT)),
        )
        for step in steps:
            if python("-m", "pip", "install", *step) != 0:
                sys.exit("Not everything could be installed, see above. It is safe to try again.")


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let one set-up of this checkout wait for another (not on Windows)."""
    if importlib.util.find_spec("fcntl") is None:
        yield
        return
    import fcntl  # noqa: PLC0415 - Windows has none

    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def require_system_packages(building: bool) -> None:
    """Install what is missing as root on Debian or Ubuntu; otherwise say how, and stop."""
    packages = missing_packages(building)
    if not packages:
        return
    if shutil.which("apt-get") is None:
        sys.exit(
            "Some of what is needed is missing on this system. Debian calls the packages "
            f"{' '.join(packages)}. Please install what has the same here, then try again."
        )
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if os.geteuid() != 0:
        sys.exit(
            "System packages are missing. Please type this line, then try again:\n"
            f"sudo apt-get update && sudo {line}"
        )
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    unattended = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for call in ("apt-get update -q", f"{line} -q"):
        if subprocess.call(call.split(), env=unattended, stdin=subprocess.DEVNULL) != 0:
            sys.exit(f"This failed, see above: {call}")
    if still := missing_packages(building):
        sys.exit(f"Still missing after the installation: {' '.join(still)}.")


def missing_packages(building: bool = False) -> list[str]:
    """Return what the window and .venv need here and this system lacks.

    `building` the program takes more: what every kind of desktop needs goes into it.
    """
    if sys.platform != "linux":
        return []
    libraries = dict(QT_LIBRARIES)
    if building or os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM") == "xcb":
        libraries |= X11_LIBRARIES
    if building or os.environ.get("WAYLAND_DISPLAY"):
        libraries |= WAYLAND_LIBRARIES
    missing = [package for file, package in libraries.items() if not is_loadable(file)]
    if not has_chinese_font():
        missing.append(FONT_PACKAGE)
    if importlib.util.find_spec("ensurepip") is None and not STAMP.exists():
        missing.append("python{}.{}-venv".format(*sys.version_info))
    return missing + (missing_build_packages() if building else [])


def missing_build_packages() -> list[str]:
    """Return what making the installers needs and this system lacks."""
    tools = BUILD_TOOLS if sys.base_prefix == "/usr" else BUILD_TOOLS | FOREIGN_PYTHON_TOOLS
    missing = [package for tool, package in tools.items() if not shutil.which(tool)]
    name = "libpython{}.{}".format(*sys.version_info)
    if sys.base_prefix == "/usr" and not is_loadable(f"{name}.so.1.0"):  # Debian's own Python
        missing.append(name)
    return missing


def is_loadable(library: str) -> bool:
    """Return whether the system's loader finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Return whether Chinese text would be more than boxes."""
    if shutil.which("fc-list"):
        return bool(subprocess.check_output(["fc-list", ":lang=zh", "file"]).strip())
    home = os.environ.get("HOME", "/root")
    folders = (Path(folder.replace("~", home)) for folder in FONT_FOLDERS)
    files = (file for folder in folders for file in folder.rglob("*"))
    return any(CHINESE_FONT.search(file.name.replace(" ", "")) for file in files)


def has_display() -> bool:
    """Return whether a window can be seen here."""
    return sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def interpreter(environment: Path) -> Path:
    """Return the Python of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def absolute(argument: str) -> str:
    """Return an argument that looks like an existing path as one from the root."""
    path, colons, name = argument.partition("::")
    if not any(mark in argument for mark in ("/", os.sep, ".py")) or not Path(path).exists():
        return argument
    return f"{Path(path).resolve()}{colons}{name}"


def python(*call: str, program: Path | None = None, quiet: bool = False, **variables: str) -> int:
    """Call the Python of .venv, or `program`, at the top of the checkout; return its exit code."""
    sink = subprocess.DEVNULL if quiet else None
    command = [str(program or interpreter(VENV)), *call]
    return subprocess.call(command, cwd=ROOT, env=os.environ | variables, stdout=sink, stderr=sink)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main(sys.argv[1:]))
    sys.exit(130)
