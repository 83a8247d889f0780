"""Migrations: the steps from one shape of a library to the next, each made once and noted in it.

The note is a table that libraries have had from the first, as sqlite-utils makes it.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop.store.rows import insert

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from desktop.store.sqlite import Database

TABLE = "_sqlite_migrations"
MAKE = (
    f'''CREATE TABLE "{TABLE}" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
)''',
    f'''CREATE UNIQUE INDEX "idx_{TABLE}_migration_set_name"
    ON "{TABLE}" ("migration_set", "name")''',
)


class Step(NamedTuple):
    """One step; `make` is called in a transaction."""

    name: str
    make: Callable[[Database], None]


class Migrations:
    """The steps of one name, in the order in which they were added."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._steps: list[Step] = []

    def __call__(self) -> Callable[[Callable[[Database], None]], Callable[[Database], None]]:
        """Return what adds a function, under its own name, as the last step."""

        def add(make: Callable[[Database], None]) -> Callable[[Database], None]:
            self._steps.append(Step(make.__name__, make))
            return make

        return add

    def pending(self, db: Database) -> list[Step]:
        """Return the steps that are still to be made; nothing is written."""
        made = self._made(db)
        return [step for step in self._steps if step.name not in made]

    def apply(self, db: Database, stop_before: Collection[str] = ()) -> None:
        """Make what is pending up to one of the names, each step whole or not at all."""
        if not _has_table(db):
            for statement in MAKE:
                db.execute(statement)
        for step in self.pending(db):
            if step.name in stop_before:
                return
            with _whole(db):
                step.make(db)
                row = {"migration_set": self._name, "name": step.name}
                insert(db, TABLE, row | {"applied_at": str(datetime.now(UTC))})

    def _made(self, db: Database) -> set[str]:
        if not _has_table(db):
            return set()
        rows = db.execute(f"SELECT name FROM {TABLE} WHERE migration_set = ?", [self._name])  # noqa: S608
        return {name for (name,) in rows}


def _has_table(db: Database) -> bool:
    return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [TABLE]).fetchall())


@contextmanager
def _whole(db: Database) -> Iterator[None]:
    """Run the block as a whole or not at all, within a transaction or without one."""
    db.execute("SAVEPOINT step")
    try:
        yield
    except BaseException:
        if db.conn.in_transaction:  # a fault of the disk gives up all of it by itself
            db.execute("ROLLBACK TO step")
            db.execute("RELEASE step")
        raise
    db.execute("RELEASE step")
