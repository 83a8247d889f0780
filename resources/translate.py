"""Bring the translations of the window up to date with its code, and compile them.

What is new in the code is marked unfinished until its Chinese is written in the .ts file; then
this is run again. A test fails until both are done. Call it by: python3 dev.py translate
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parent.parent
SOURCE = "resources/translations/duikan_zh_CN.ts"
COMPILED = "resources/translations/duikan_zh_CN.qm"


def main() -> int:
    """Collect, compile, and return the exit code of what failed first."""
    code = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desktop/ui").rglob("*.py"))
    collect = ["pyside6-lupdate", "-no-obsolete", "-locations", "none", *code, "-ts", SOURCE]
    compiling = ["pyside6-lrelease", SOURCE, "-qm", COMPILED]
    return _call(collect) or _call(compiling)


def _call(call: list[str]) -> int:
    program = which(call[0], path=sysconfig.get_path("scripts")) or call[0]
    return subprocess.call([program, *call[1:]], cwd=ROOT)  # noqa: S603 - the two tools of Qt


if __name__ == "__main__":
    sys.exit(main())
