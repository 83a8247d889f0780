"""The .app, which build.spec makes on a Mac, → .dmg: by the book, and never run on a Mac yet."""

from __future__ import annotations

import os
import platform
import shutil
from typing import TYPE_CHECKING

from installers.places import BUILD, DIST, ROOT, VERSION, call

if TYPE_CHECKING:
    from pathlib import Path

IDENTITY = "DUIKAN_SIGNING_IDENTITY"
"""The environment variable that names a certificate; without one the program is signed ad hoc,
and macOS asks its user to open it by the menu the first time."""

APP = "Duikan.app"
IDENTIFIER = "cn.duikan.Duikan"
TYPE = "cn.duikan.comparison"
READ = (
    *("txt", "md", "docx", "doc", "wps", "pdf", "html", "htm"),
    *("mht", "mhtml", "odt", "rtf", "csv"),
)


INFORMATION: dict[str, object] = {
    "CFBundleName": "Duikan",
    "CFBundleDisplayName": "Duikan 对勘",
    "CFBundleVersion": VERSION,
    "CFBundleDevelopmentRegion": "zh_CN",
    "CFBundleLocalizations": ["zh_CN", "en"],
    "LSMinimumSystemVersion": "13.0",
    "LSApplicationCategoryType": "public.app-category.business",
    "NSHighResolutionCapable": True,
    "NSPrincipalClass": "NSApplication",
    "NSSupportsAutomaticGraphicsSwitching": True,
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": TYPE,
            "UTTypeDescription": "Duikan comparison",
            "UTTypeConformsTo": ["public.data"],
            "UTTypeTagSpecification": {"public.filename-extension": ["duikan"]},
        }
    ],
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Duikan comparison",
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [TYPE],
        },
        {
            "CFBundleTypeName": "Report",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Alternate",
            "CFBundleTypeExtensions": list(READ),
        },
    ],
}
"""What macOS is told of the program, but for what PyInstaller tells."""


def pack(is_release: bool) -> list[Path]:
    """Make the image in dist/; for a release as small as it can be."""
    image = DIST / f"duikan-{VERSION}-macos-{platform.machine()}.dmg"
    folder = BUILD / "macos"
    shutil.rmtree(folder, ignore_errors=True)
    app = folder / APP
    shutil.copytree(DIST / APP, app, symlinks=True)
    call("codesign", "--force", "--deep", "--sign", os.environ.get(IDENTITY, "-"), app)
    call("codesign", "--verify", "--deep", "--strict", app)
    (folder / "Applications").symlink_to("/Applications")  # to be dragged to
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE.txt")
    how = "ULMO" if is_release else "UDZO"
    call(
        *("hdiutil", "create", "-ov", "-fs", "HFS+", "-format", how),
        *("-volname", f"Duikan {VERSION}", "-srcfolder", folder, image),
    )
    return [image]
