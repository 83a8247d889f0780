"""LibreOffice comparing two documents: what else lays two reports side by side."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# The bridge to it belongs to the Python of the system, not to that of the project.
PYTHON = "/usr/bin/python3"

# Starts LibreOffice, lays the first document over the second, writes the result and ends it.
COMPARE = """
import pathlib, subprocess, sys, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

folder = pathlib.Path(sys.argv[1])
left, right, out = ((folder / name).as_uri() for name in ("left.docx", "right.docx", "out.docx"))
profile = (folder / "profile").as_uri()
pipe = f"pipe,name=duikan{folder.name};urp"
options = ("--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}")
office = subprocess.Popen(["soffice", *options, f"--accept={pipe};"])


def given(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def connect():
    here = uno.getComponentContext()
    make = here.ServiceManager.createInstanceWithContext
    resolver = make("com.sun.star.bridge.UnoUrlResolver", here)
    while office.poll() is None:
        try:
            return resolver.resolve(f"uno:{pipe};StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.01)
    sys.exit("LibreOffice has ended")


context = connect()
make = context.ServiceManager.createInstanceWithContext
desktop = make("com.sun.star.frame.Desktop", context)
document = desktop.loadComponentFromURL(right, "_blank", 0, given(Hidden=True))
frame = document.CurrentController.Frame
dispatcher = make("com.sun.star.frame.DispatchHelper", context)
dispatcher.executeDispatch(frame, ".uno:CompareDocuments", "", 0, given(URL=left))
document.storeToURL(out, given(FilterName="Office Open XML Text"))
document.close(True)
desktop.terminate()
office.wait()
"""


def comparing(pair: tuple[Path, Path], folder: Path) -> tuple[str, ...] | None:
    """Return the command that compares two texts as Word documents, `out.docx` in `folder`.

    None where LibreOffice or its bridge to Python is missing.
    """
    if not shutil.which("soffice") or not _has_bridge():
        return None
    for name, path in zip(("left", "right"), pair, strict=True):
        text = shutil.copyfile(path, folder / f"{name}.txt")
        _to_docx(text, folder)
    return (PYTHON, "-c", COMPARE, str(folder))


def _has_bridge() -> bool:
    try:
        return not subprocess.run(
            [PYTHON, "-c", "import uno"], check=False, stderr=subprocess.DEVNULL
        ).returncode
    except OSError:
        return False


def _to_docx(text: Path, folder: Path) -> None:
    options = ("--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}")
    form = ("--infilter=Text (encoded):UTF8,LF,,,", "--convert-to", "docx")
    subprocess.run(
        ["soffice", *options, *form, "--outdir", folder, text],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
