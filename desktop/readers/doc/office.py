"""LibreOffice, where it is installed: it reads what nothing else here does."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from desktop.paths import libraries_of_the_system

# It starts in one second, the first time in fifteen; a reader may take thirty.
SECONDS = 25.0
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
SWITCHES = (
    *("--headless", "--invisible", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
    *("--nofirststartwizard", "--convert-to"),
)
# No macros, no links brought up to date, nothing fetched from elsewhere.
SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
# Whoever started it may be ended before it; then nobody holds the other end of its input any more,
# and what waits for that ends the whole group.
GUARD = 'exec 3<&0; (read -r _ <&3; kill -9 0) & exec "$@" </dev/null 3<&-'


def find_office() -> str | None:
    """Return the program, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def converted(office: str, data: bytes, suffix: str, folder: Path) -> Path | None:
    """Let it write a file of kind `suffix` as .docx into `folder`; None where it does not."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), "utf-8")
    source, out = folder / f"report{suffix}", folder / "out"
    source.write_bytes(data)  # a copy: no lock is left beside the file, and its name is harmless
    _run(
        [
            *(office, f"-env:UserInstallation={profile.as_uri()}", *SWITCHES),
            *("docx:MS Word 2007 XML", "--outdir", str(out), str(source)),
        ]
    )
    made = out / "report.docx"
    return made if made.is_file() else None


def _run(command: list[str]) -> None:
    """Run it in a group of its own, which is ended at the time limit with all that it started."""
    is_windows = sys.platform == "win32"
    guarded = command if is_windows else ["sh", "-c", GUARD, "sh", *command]
    with libraries_of_the_system():
        process = subprocess.Popen(  # noqa: S603 - no shell sees a name that a file chose
            guarded,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            process_group=None if is_windows else 0,
        )
    with process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            pass
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        # Not tried on Windows.
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, name, value in SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>"
    )
