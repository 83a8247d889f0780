"""Package the program for the platform that this runs on."""

from __future__ import annotations

import argparse
import hashlib
import sys
from typing import TYPE_CHECKING

from installers import bundle
from installers.places import DIST

if TYPE_CHECKING:
    from pathlib import Path

SUMS = DIST / "SHA256SUMS"


def main() -> int:
    """Build the bundle, try it, and pack it as the platform's users expect it."""
    parser = argparse.ArgumentParser("dev.py package", description=__doc__)
    parser.add_argument("--release", action="store_true", help="pack as small as can be: minutes")
    parser.add_argument(
        "--verify", action="store_true", help="try the .deb in a bare Debian, as root"
    )
    parser.add_argument("--pack-only", action="store_true", help="pack what lies in dist/ already")
    arguments = parser.parse_args()
    if not arguments.pack_only:
        bundle.build()
    bundle.try_out()
    made = packed(arguments.release)
    write_sums(made)
    if arguments.verify:
        from installers.linux.verify import verify  # noqa: PLC0415 - of Linux alone

        verify(next(path for path in made if path.suffix == ".deb"))
    return 0


def packed(is_release: bool) -> list[Path]:
    """Return the files that people download."""
    if sys.platform == "linux":
        from installers.linux.pack import pack  # noqa: PLC0415 - each platform has its own
    elif sys.platform == "win32":
        from installers.windows.pack import pack  # noqa: PLC0415
    else:
        from installers.macos.pack import pack  # noqa: PLC0415
    return pack(is_release)


def write_sums(made: list[Path], sums: Path = SUMS) -> None:
    """Write the sums that `sha256sum --check` takes, and print what was made."""
    lines = []
    for path in sorted(made):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
