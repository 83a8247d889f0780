"""Stand in for Python's sqlite3 in the packaged program, so that it brings one SQLite: apsw's.

sqlite-utils names the classes of Python's module even where it is handed a connection of another
make, as the library's is. Nothing here can open a file.
"""

import sys
from types import ModuleType

NAMES = ("Connection", "Cursor", "IntegrityError", "NotSupportedError", "OperationalError", "Row")

stand_in = ModuleType("sqlite3", "Names alone.")
for name in NAMES:
    setattr(stand_in, name, type(name, (Exception,), {}))
stand_in.dbapi2 = stand_in  # type: ignore[attr-defined]
sys.modules["sqlite3"] = sys.modules["sqlite3.dbapi2"] = stand_in
