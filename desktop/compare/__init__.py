"""Two reports: which sections and statements correspond, and what changed between them (pure)."""

import os

# Before numpy is loaded: the matrices are small, and threads would wait for each other longer than
# they multiply; on a busy machine ten times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
