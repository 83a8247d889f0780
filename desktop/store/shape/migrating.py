"""Bringing a library up to date: which steps are missing, and making them."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

import desktop
from desktop.store.file.connection import writing
from desktop.store.file.rows import rows_of
from desktop.store.file.seals import Broken
from desktop.store.shape.schema import APPLICATION_ID, SCHEMA, version_of
from desktop.store.shape.steps import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.store.file.sqlite import Connection

STEPS_OF, MADE = "library", "_sqlite_migrations"  # where sqlite-utils keeps which were made


def is_older(db: Connection) -> bool:
    """Tell whether steps are missing; raises Broken where the file contradicts itself."""
    version, missing = version_of(db), len(missing_steps(db))
    if version and version + missing != SCHEMA:
        raise Broken
    return bool(version and missing)


def migrate(db: Connection) -> None:
    """Bring the tables up to date, each step in one transaction with its number.

    A new library has no tables to be brought anywhere, and is made in one.
    """
    while missing_steps(db):
        with writing(db):
            # Asked again, since another window may have made the step while this one waited.
            names = missing_steps(db)
            later = names[1:] if len(names) < len(STEPS) else []
            make_steps(db, stop_before=later)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {SCHEMA - len(later)}")
            db.execute("INSERT OR REPLACE INTO program VALUES (1, ?)", [desktop.__version__])


def missing_steps(db: Connection) -> list[str]:
    """Return the names of the steps that are to be made, in order.

    Raises Broken where what was written down of them makes no sense.
    """
    (has_any,) = db.execute("SELECT count(*) FROM sqlite_master WHERE name = ?", [MADE]).fetchone()
    rows = rows_of(db, f"SELECT * FROM {MADE}") if has_any else []  # noqa: S608
    if any(not {"migration_set", "name"} <= row.keys() for row in rows):
        raise Broken
    made = {row["name"] for row in rows if row["migration_set"] == STEPS_OF}
    return [step.__name__ for step in STEPS if step.__name__ not in made]


def make_steps(db: Connection, stop_before: Sequence[str] = ()) -> None:
    """Make the steps that are missing, up to those that are named.

    sqlite-utils makes them, and writes down which it made.
    """
    with _unfound("numpy", "pandas"):  # for whose values it has columns, and which load slowly
        import sqlite_utils  # noqa: PLC0415 - slow to load, and few starts have a step to make
        from sqlite_utils.migrations import Migrations  # noqa: PLC0415 - see above

    steps = Migrations(STEPS_OF)
    for step in STEPS:
        steps(name=step.__name__)(lambda _database, step=step: step(db))
    # Plug-ins are other people's code: any that is installed would be loaded.
    whole = sqlite_utils.Database(cast("Any", db), execute_plugins=False)
    steps.apply(whole, stop_before=[*stop_before])


@contextmanager
def _unfound(*packages: str) -> Iterator[None]:
    """Let packages that are not loaded yet not be found by who imports them if they are there."""
    modules: dict[str, Any] = sys.modules
    hidden = [package for package in packages if package not in modules]
    modules.update(dict.fromkeys(hidden))
    try:
        yield
    finally:
        for package in hidden:
            del modules[package]
