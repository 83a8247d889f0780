"""Rows as dictionaries, in and out, without asking the file for its columns each time."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from desktop.store.file.seals import Broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.store.file.sqlite import Connection, Parameters
    from desktop.store.file.values import Row


def rows_of(db: Connection, sql: str, parameters: Parameters = ()) -> list[Row]:
    """Return what a query finds."""
    cursor = db.execute(sql, parameters)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def row_of(db: Connection, sql: str, parameters: Parameters = ()) -> Row:
    """Return the one row that must be there; raises Broken if it is not."""
    rows = rows_of(db, sql, parameters)
    if len(rows) != 1:
        raise Broken
    return rows[0]


def among(keys: Sequence[int]) -> tuple[str, tuple[object]]:
    """Return how a query asks for these keys; one alone is asked for in a third of the time."""
    if len(keys) == 1:
        return "= ?", (keys[0],)
    return "IN (SELECT value FROM json_each(?))", (json.dumps(keys),)


def insert(db: Connection, table: str, row: Row) -> int:
    """Insert a row and return its id."""
    cursor = db.execute(_insertion(table, tuple(row)), tuple(row.values()))
    return cursor.lastrowid or 0


def update(db: Connection, table: str, key: tuple[str, object], row: Row) -> None:
    """Set the columns of `row` where the column of `key` has its value."""
    db.execute(_change(table, key[0], tuple(row)), (*row.values(), key[1]))


@cache
def _insertion(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608


@cache
def _change(table: str, key: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}" = ?' for name in names)
    return f'UPDATE {table} SET {columns} WHERE "{key}" = ?'  # noqa: S608
