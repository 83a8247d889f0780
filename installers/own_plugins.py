"""Let Qt load its plugins from the package alone, whatever the desktop names.

PyInstaller's own hook does that too, and loads Qt for it in every process: a command took twice as
long, and what reads and compares knew of Qt. Where Qt itself lies PySide tells it.
"""

import os
import sys

root: str = vars(sys)["_MEIPASS"]  # where the package lies
os.environ["QT_PLUGIN_PATH"] = f"{root}/PySide6/Qt/plugins"
