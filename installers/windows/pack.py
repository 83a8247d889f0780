"""The bundle → an installer, by NSIS, which runs on every platform."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from installers.icons import draw_icon
from installers.places import BUILD, BUNDLE, DIST, HERE, VERSION, call, files_of

if TYPE_CHECKING:
    from collections.abc import Iterable

SCRIPT = HERE / "windows" / "duikan.nsi"
ICON_SIZE = 256


def pack(is_release: bool) -> list[Path]:  # noqa: ARG001 - as the other platforms are called
    """Make the installer in dist/."""
    installer = DIST / f"duikan-{VERSION}-windows-x64-setup.exe"
    make_installer(BUNDLE, installer)
    return [installer]


def make_installer(bundle: Path, installer: Path, work: Path = BUILD / "windows") -> None:
    """Make an installer of the files in `bundle`; exits where NSIS finds a fault."""
    work.mkdir(parents=True, exist_ok=True)
    lists, icon = work / "files.nsh", work / "duikan.ico"
    lists.write_text(file_lists(files_of(bundle)), encoding="utf-8-sig")
    draw_icon(icon, ICON_SIZE)
    named = {"VERSION": VERSION, "BUNDLE": bundle, "FILES": lists, "ICON": icon, "OUT": installer}
    call(
        *("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8"),
        *(f"-D{name}={value}" for name, value in named.items()),
        SCRIPT,
    )


def file_lists(files: Iterable[Path]) -> str:
    """Return two macros for NSIS: one lays the files down, one takes them and no others away."""
    inside = [PureWindowsPath(*file.parts) for file in files]
    folders = sorted({folder for file in inside for folder in file.parents if folder.parts})
    laid: list[str] = []
    for folder in (PureWindowsPath(), *folders):
        held = [file for file in inside if file.parent == folder]
        if held:
            laid.append(f'SetOutPath "{placed(folder)}"')
            # Of the bundle the path is of the machine that this runs on.
            laid += [f'File "${{BUNDLE}}/{file.as_posix()}"' for file in held]
    taken = [f'Delete "{placed(file)}"' for file in inside]
    taken += [f'RMDir "{placed(folder)}"' for folder in reversed(folders)]
    return macro("INSTALL_FILES", laid) + macro("REMOVE_FILES", taken)


def placed(path: PureWindowsPath) -> str:
    """Return where something lies when it is installed."""
    return f"$INSTDIR\\{escaped(str(path))}" if path.parts else "$INSTDIR"


def escaped(text: str) -> str:
    """Return a name as NSIS writes it."""
    return text.replace("$", "$$")


def macro(name: str, lines: Iterable[str]) -> str:
    """Return lines under a name by which the script inserts them."""
    return "\n".join((f"!macro {name}", *(f"  {line}" for line in lines), "!macroend", ""))
