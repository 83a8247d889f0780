"""Two reports: which sections and statements correspond, and what changed between them (pure)."""

import os
import sys
from types import ModuleType

# Before numpy is loaded: the matrices are small, and threads would wait for each other longer than
# they multiply; on a busy machine ten times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# What numpy says of itself to somebody at a prompt is an eighth of what it loads, and what it says
# to type checkers as much again.
if "numpy" not in sys.modules:
    for _said in ("numpy._core._add_newdocs", "numpy._core._add_newdocs_scalars", "numpy._typing"):
        sys.modules[_said] = ModuleType(_said)
    vars(sys.modules["numpy._typing"])["NDArray"] = list  # of anything
