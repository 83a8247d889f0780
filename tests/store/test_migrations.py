from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.store.migrations import TABLE, Migrations
from desktop.store.rows import rows_of
from desktop.store.sqlite import Connection, Database

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def db() -> Iterator[Database]:
    made = Database(Connection(":memory:"))
    yield made
    made.close()


def tables(db: Database) -> set[str]:
    return {str(row["name"]) for row in rows_of(db, "SELECT name FROM sqlite_master")}


def steps() -> Migrations:
    """Return two steps, the second of which fails when it has done half of its work."""
    made = Migrations("books")

    @made()
    def first(db: Database) -> None:
        db.execute("CREATE TABLE book (title TEXT)")

    @made()
    def second(db: Database) -> None:
        db.execute("CREATE TABLE reader (name TEXT)")
        raise RuntimeError

    return made


def test_steps_are_made_in_order_and_once(db: Database) -> None:
    made = steps()
    assert [step.name for step in made.pending(db)] == ["first", "second"]
    assert tables(db) == set()  # to look writes nothing
    made.apply(db, stop_before=["second"])
    made.apply(db, stop_before=["second"])
    assert [step.name for step in made.pending(db)] == ["second"]
    assert [row["name"] for row in rows_of(db, f"SELECT name FROM {TABLE}")] == ["first"]  # noqa: S608


@pytest.mark.parametrize("within", [False, True])
def test_a_step_that_fails_leaves_nothing_and_stays_pending(db: Database, within: bool) -> None:
    made = steps()
    if within:
        db.execute("BEGIN IMMEDIATE")
    with pytest.raises(RuntimeError):
        made.apply(db)
    assert db.conn.in_transaction is within
    assert "book" in tables(db)
    assert "reader" not in tables(db)
    assert [step.name for step in made.pending(db)] == ["second"]


def test_steps_of_another_name_are_others(db: Database) -> None:
    steps().apply(db, stop_before=["second"])
    others = Migrations("shelves")

    def shelve(db: Database) -> None:
        db.execute("CREATE TABLE shelf (place TEXT)")

    others()(shelve)
    others.apply(db)
    assert {"book", "shelf"} <= tables(db)
