"""Two processes that write to one library without pause."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.store.file import connection
from tests.store.torture.script import ANCHOR, held, made, opened

if TYPE_CHECKING:
    from pathlib import Path

RIVALS = 2


def rival(count: int, folder: Path, seed: int, broken: bool) -> list[str]:
    """Let two processes make `count` edits each, of their own notes and of one that both change.

    A broken one begins its transactions without the lock.
    """
    del seed
    path = folder / "library" / "library.sqlite3"
    made(path)
    with opened(path) as library:
        shared = library.add_annotation("开头", right=ANCHOR).id
    children = []
    for name in range(RIVALS):
        child = os.fork()
        if child == 0:
            os._exit(_edits(path, f"{name}", count, shared, broken))
        children.append(child)
    failed = [os.waitpid(child, 0)[1] for child in children]
    if any(failed):
        return ["a process was turned away: the library was locked"]
    with opened(path) as library:
        words = list(held(library).values())
        wrong = (
            [] if library.db.execute("PRAGMA integrity_check").fetchone() == ("ok",) else ["broken"]
        )
    own = [word for word in words if " own " in word]
    if len(own) != RIVALS * (count // 2):
        wrong.append(f"{len(own)} notes of {RIVALS * (count // 2)}")
    for name in range(RIVALS):
        last = max((int(w.split()[-1]) for w in words if w.startswith(f"{name} both ")), default=-1)
        if last != count // 2 - 1:
            wrong.append(f"the last change of process {name} is lost: {last}")
    print(f"  {len(words)} notes, {len(words) - len(own)} versions of the one that both changed")
    return wrong


def _edits(path: Path, name: str, count: int, shared: int, broken: bool) -> int:
    if broken:
        connection.IMMEDIATE = "BEGIN"
        connection.BUSY_SECONDS = 0.5
    try:
        with opened(path) as library:
            note = library.annotation(shared)
            assert note is not None
            for number in range(count // 2):
                library.add_annotation(f"{name} own {number}", right=ANCHOR)
                note = library.change_annotation(replace(note, body=f"{name} both {number}"))
    except UserError:
        return 1
    return 0
