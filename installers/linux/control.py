"""What the package for Debian says of itself."""

from __future__ import annotations

from email.utils import formatdate

from installers.places import AUTHORS, ROOT

MAINTAINER = f"{AUTHORS} <maintainers@duikan.example>"
CONTROL = f"""Package: duikan
Version: {{version}}
Architecture: {{machine}}
Maintainer: {MAINTAINER}
Installed-Size: {{kilobytes}}
Depends: {{depends}}
Suggests: libreoffice-writer-nogui | libreoffice-writer
Section: text
Priority: optional
Description: lay two Chinese government reports side by side
 Duikan compares two government work reports, plan reports or replies to
 review opinions: it aligns their sections and commitments and says what the
 later one repeats, changes, adds, drops and reports as done. It reads Word,
 PDF, web pages and text, keeps notes in a local library and writes
 Word-ready documents. Nothing leaves the machine.
 .
 LibreOffice is asked only to read old Word files that are damaged.
"""


def changelog(version: str, at: int) -> str:
    """Return Debian's kind of changelog: one entry that names the real one."""
    return (
        f"duikan ({version}) stable; urgency=medium\n\n"
        "  * The changes that a user notices are in CHANGELOG.md of the source.\n\n"
        f" -- {MAINTAINER}  {formatdate(at, localtime=False, usegmt=False)}\n"
    )


def copyright_text() -> str:
    """Return what the package says of its licences: its own, and where those of all parts are."""
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    return (
        f"{own}\n"
        "Duikan brings parts of others along, among them Qt, Python, NumPy and PDFium. All are\n"
        "named with their licences in /usr/lib/duikan/_internal/licences.txt, and the window\n"
        "shows the same text under Help. The GNU licences are in /usr/share/common-licenses too.\n"
    )
