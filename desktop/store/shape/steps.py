"""The steps that make the tables of a library, and bring an older one up to date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.store.file.rows import insert, row_of, rows_of, update
from desktop.store.file.seals import check_seal, is_broken, sealed
from desktop.store.file.values import fresh_uid
from desktop.store.records.drafts import SETTING, set_setting
from desktop.store.records.index import (
    TAIL,
    index_note,
    index_report,
    put_in,
    searchable,
    words_of,
)
from desktop.store.records.kept import Kept, images
from desktop.store.records.reports import PAIR, seal_report
from desktop.store.shape.history import (
    in_one_row,
    in_parts,
    put_in_draft,
    put_in_editors,
    put_in_one_row,
    seal_images,
    seal_parts,
    seal_steps,
    steps_in_one_row,
    steps_of_rows,
)
from desktop.text.plain_forms import plain

if TYPE_CHECKING:
    from desktop.store.file.sqlite import Connection


def m001_reports(db: Connection) -> None:
    """Keep each report once, named by its text, and the pairs that were opened."""
    db.execute(
        """CREATE TABLE report (
            sha256 TEXT PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, year INTEGER,
            kind TEXT NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL,
            encoding TEXT NOT NULL, kept TEXT NOT NULL, set_aside TEXT NOT NULL,
            text TEXT NOT NULL)"""  # the long ones last, so that the others are read without them
    )
    db.execute("CREATE INDEX report_source ON report(source)")
    db.execute("CREATE INDEX report_title ON report(title)")
    db.execute(
        """CREATE TABLE pair (
            id INTEGER PRIMARY KEY,
            left_report TEXT NOT NULL REFERENCES report(sha256),
            right_report TEXT NOT NULL REFERENCES report(sha256),
            left_source TEXT NOT NULL, right_source TEXT NOT NULL, opened TEXT NOT NULL)"""
    )
    db.execute("CREATE TABLE program (id INTEGER PRIMARY KEY CHECK (id = 1), version TEXT)")


def m002_annotations(db: Connection) -> None:
    """Keep notes, removed ones too, since what was removed by mistake must come back."""
    db.execute(
        """CREATE TABLE annotation (
            id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, status TEXT NOT NULL,
            colour TEXT NOT NULL, author TEXT NOT NULL, created TEXT NOT NULL,
            changed TEXT NOT NULL, removed TEXT)"""
    )
    db.execute(
        """CREATE TABLE tag (
            annotation INTEGER NOT NULL REFERENCES annotation(id) ON DELETE CASCADE,
            place INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (annotation, place))"""
    )
    db.execute(
        """CREATE TABLE anchor (
            annotation INTEGER NOT NULL REFERENCES annotation(id) ON DELETE CASCADE,
            side TEXT NOT NULL CHECK (side IN ('left', 'right')),
            report TEXT NOT NULL REFERENCES report(sha256),
            start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
            prefix TEXT NOT NULL, suffix TEXT NOT NULL, path TEXT NOT NULL,
            PRIMARY KEY (annotation, side))"""
    )
    db.execute("CREATE INDEX anchor_report ON anchor(report)")


def m003_hints(db: Connection) -> None:
    """Keep what a file's styles say of headings: parsed again, a report has the same outline."""
    db.execute("ALTER TABLE report ADD COLUMN hints TEXT NOT NULL DEFAULT '[]'")


def m004_decisions(db: Connection) -> None:
    """Keep decisions and corrections; `known` is what is known of a report by now."""
    db.execute(
        """CREATE TABLE decision (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            left_report TEXT NOT NULL REFERENCES report(sha256),
            right_report TEXT NOT NULL REFERENCES report(sha256),
            kind TEXT NOT NULL, left_anchor TEXT, right_anchor TEXT, relation TEXT NOT NULL,
            author TEXT NOT NULL, made TEXT NOT NULL,
            CHECK (left_anchor IS NOT NULL OR right_anchor IS NOT NULL))"""
    )
    db.execute("CREATE INDEX decision_pair ON decision(left_report, right_report)")
    db.execute(
        """CREATE TABLE correction (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            report TEXT NOT NULL REFERENCES report(sha256), kind TEXT NOT NULL,
            start INTEGER, "end" INTEGER, quote TEXT NOT NULL, value TEXT NOT NULL,
            author TEXT NOT NULL, made TEXT NOT NULL)"""
    )
    db.execute("CREATE INDEX correction_report ON correction(report)")
    db.execute(
        """CREATE VIEW known AS SELECT sha256,
               ifnull((SELECT value FROM correction WHERE report = sha256 AND kind = 'title'
                   ORDER BY id DESC LIMIT 1), title) AS title,
               CAST(nullif(ifnull((SELECT value FROM correction
                   WHERE report = sha256 AND kind = 'year' ORDER BY id DESC LIMIT 1), year), '')
                   AS INTEGER) AS year
           FROM report"""
    )


def m005_journal(db: Connection) -> None:
    """Keep a journal by which every step can be undone."""
    db.execute(
        """CREATE TABLE step (
            id INTEGER PRIMARY KEY AUTOINCREMENT, act TEXT NOT NULL, kept TEXT NOT NULL,
            made TEXT NOT NULL, undone INTEGER NOT NULL)"""
    )
    db.execute(
        """CREATE TABLE step_report (
            step INTEGER NOT NULL REFERENCES step(id) ON DELETE CASCADE, report TEXT NOT NULL,
            PRIMARY KEY (step, report))"""
    )
    db.execute("CREATE INDEX step_report_report ON step_report(report)")
    db.execute(
        """CREATE TABLE step_row (
            step INTEGER NOT NULL REFERENCES step(id) ON DELETE CASCADE, "row" INTEGER NOT NULL,
            "before" TEXT NOT NULL, "after" TEXT NOT NULL, PRIMARY KEY (step, "row"))"""
    )


def m006_seals(db: Connection) -> None:
    """Seal every row, and give notes a name that holds in other libraries too."""
    db.execute("CREATE INDEX step_undone ON step(id) WHERE undone = 1")
    db.execute("ALTER TABLE annotation ADD COLUMN uid TEXT")
    kept_then = Kept.ANNOTATION, Kept.DECISION, Kept.CORRECTION
    for table in ("report", *kept_then):
        db.execute(f"ALTER TABLE {table} ADD COLUMN seal INTEGER")
    for row in rows_of(db, "SELECT id FROM annotation"):
        update(db, "annotation", ("id", row["id"]), {"uid": fresh_uid()})
    db.execute("CREATE UNIQUE INDEX annotation_uid ON annotation(uid)")
    for kept in kept_then:
        ids = [row["id"] for row in rows_of(db, f"SELECT id FROM {kept}")]  # noqa: S608
        for parts in in_parts(db, kept, ids).values():
            seal_parts(db, kept, parts)
    for row in rows_of(db, "SELECT sha256 FROM report"):
        seal_report(db, row["sha256"])
    seal_images(db)


def m007_search(db: Connection) -> None:
    """Index the words of notes and reports by runs of three characters."""
    for table, columns in (
        ("note_index", "words"),
        ("report_index", "words, sha256 UNINDEXED, shifts UNINDEXED"),
    ):
        db.execute(
            f"""CREATE VIRTUAL TABLE {table} USING fts5({columns},
                tokenize = 'trigram case_sensitive 1')"""
        )
        db.execute(f"CREATE VIRTUAL TABLE {table}_terms USING fts5vocab({table}, instance)")
    ids = [row["id"] for row in rows_of(db, "SELECT id FROM annotation")]
    for key, parts in in_parts(db, Kept.ANNOTATION, ids).items():
        if (words := words_of(in_one_row(parts))) is not None:
            put_in(db, key, words)
    for row in rows_of(db, "SELECT sha256, text FROM report"):
        index_report(db, row["sha256"], row["text"])


def m008_drafts(db: Connection) -> None:
    """Keep what is being typed, and what is set for a pair of reports."""
    db.execute(
        """CREATE TABLE draft (
            annotation INTEGER PRIMARY KEY, body TEXT NOT NULL, made TEXT NOT NULL)"""
    )
    db.execute(
        """CREATE TABLE setting (
            left_report TEXT NOT NULL REFERENCES report(sha256),
            right_report TEXT NOT NULL REFERENCES report(sha256),
            name TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (left_report, right_report, name))"""
    )


def m009_more_seals(db: Connection) -> None:
    """Seal the journal, the pairs and the drafts too."""
    for table in ("step", "step_row", "pair", "draft"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN seal INTEGER")
    for row in rows_of(db, f"SELECT id, {', '.join(PAIR)} FROM pair"):  # noqa: S608
        key = row.pop("id")
        update(db, "pair", ("id", key), sealed(row))
    for row in rows_of(db, "SELECT annotation, body, made FROM draft"):
        update(db, "draft", ("annotation", row["annotation"]), sealed(row))
    seal_steps(db)


def m010_waiting(db: Connection) -> None:
    """Let notes wait for the index; `words` is NULL where one is only to be taken out of it."""
    db.execute("CREATE TABLE waiting (id INTEGER PRIMARY KEY, words TEXT)")


def m011_sealed_settings(db: Connection) -> None:
    """Seal what is set for a pair."""
    db.execute("ALTER TABLE setting ADD COLUMN seal INTEGER")
    for row in rows_of(db, f"SELECT {', '.join(SETTING)} FROM setting"):  # noqa: S608
        set_setting(db, **row)


def m012_fewer_pages(db: Connection) -> None:
    """Lay the journal and the tags closer together: to keep a note writes a third less."""
    steps = steps_in_one_row(db)
    for table in ("step_report", "step_row", "step"):
        db.execute(f"DROP TABLE {table}")
    db.execute(
        """CREATE TABLE step (
            id INTEGER PRIMARY KEY AUTOINCREMENT, act TEXT NOT NULL, kept TEXT NOT NULL,
            made TEXT NOT NULL, reports TEXT NOT NULL, seal INTEGER NOT NULL,
            undone INTEGER NOT NULL, changes TEXT NOT NULL)"""
    )
    db.execute("CREATE INDEX step_undone ON step(id) WHERE undone = 1")
    for step in steps:
        insert(db, "step", step)
    db.execute("ALTER TABLE tag RENAME TO earlier")
    db.execute(
        """CREATE TABLE tag (
            annotation INTEGER NOT NULL REFERENCES annotation(id) ON DELETE CASCADE,
            place INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (annotation, place))
            WITHOUT ROWID"""
    )
    db.execute("INSERT INTO tag SELECT annotation, place, tag FROM earlier")
    db.execute("DROP TABLE earlier")


def m013_packed_offsets(db: Connection) -> None:
    """Index the reports anew, with offsets that are read faster, in the order of before."""
    for row in rows_of(db, "SELECT rowid AS place, sha256 FROM report_index ORDER BY rowid"):
        report = row_of(db, "SELECT text FROM report WHERE sha256 = ?", (row["sha256"],))
        db.execute("DELETE FROM report_index WHERE rowid = ?", [row["place"]])
        index_report(db, row["sha256"], report["text"])


def m014_notes_in_one_row(db: Connection) -> None:
    """Keep each note in one row: to keep one writes half as much, and to read it asks once.

    `last_note` is the highest id of those that were taken out: none of them is given again.
    """
    steps = steps_of_rows(db)
    (given,) = rows_of(
        db, "SELECT ifnull(max(seq), 0) AS id FROM sqlite_sequence WHERE name = 'annotation'"
    )
    db.execute("ALTER TABLE annotation RENAME TO earlier")
    db.execute(
        """CREATE TABLE annotation (
            id INTEGER PRIMARY KEY, body TEXT NOT NULL, status TEXT NOT NULL,
            colour TEXT NOT NULL, author TEXT NOT NULL, created TEXT NOT NULL,
            changed TEXT NOT NULL, removed TEXT, uid TEXT NOT NULL, tags TEXT NOT NULL,
            left_report TEXT REFERENCES report(sha256), left_anchor TEXT,
            right_report TEXT REFERENCES report(sha256), right_anchor TEXT,
            seal INTEGER NOT NULL)"""
    )
    put_in_one_row(db, "earlier")
    for table in ("anchor", "tag", "earlier", "step"):
        db.execute(f"DROP TABLE {table}")
    for side in ("left", "right"):
        db.execute(
            f"""CREATE INDEX annotation_{side} ON annotation(substr({side}_report, 1, 8))
                WHERE {side}_report IS NOT NULL"""
        )
    db.execute("CREATE TABLE last_note (note INTEGER NOT NULL)")
    insert(db, "last_note", {"note": given["id"]})
    db.execute(
        """CREATE TABLE step (
            id INTEGER PRIMARY KEY, act TEXT NOT NULL, kept TEXT NOT NULL, made TEXT NOT NULL,
            reports TEXT NOT NULL, seal INTEGER NOT NULL, undone INTEGER NOT NULL,
            changes TEXT NOT NULL)"""
    )
    db.execute("CREATE INDEX step_undone ON step(id) WHERE undone = 1")
    for step in steps:
        insert(db, "step", step)


def m015_exchanged(db: Connection) -> None:
    """Keep the digests of what files have of each note."""
    db.execute(
        """CREATE TABLE exchanged (
            note INTEGER NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (note, digest))
            WITHOUT ROWID"""
    )


def m016_away(db: Connection) -> None:
    """Keep which reports and pairs were put away, and let a draft know its note by its name.

    Without `other` it is a report. No id is given twice: the journal speaks of them.
    """
    db.execute(
        """CREATE TABLE away (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            report TEXT NOT NULL REFERENCES report(sha256),
            other TEXT REFERENCES report(sha256), made TEXT NOT NULL, seal INTEGER)"""
    )
    db.execute("CREATE INDEX away_report ON away(report)")
    db.execute("ALTER TABLE draft RENAME TO earlier")
    db.execute(
        """CREATE TABLE draft (
            annotation INTEGER PRIMARY KEY, uid TEXT NOT NULL, body TEXT NOT NULL,
            made TEXT NOT NULL, seal INTEGER NOT NULL)"""
    )
    for row in rows_of(
        db,
        """SELECT annotation, earlier.body AS body, made, earlier.seal AS seal, uid
           FROM earlier JOIN annotation ON annotation.id = annotation""",
    ):
        put_in_draft(db, row)
    db.execute("DROP TABLE earlier")


def m017_plain_forms(db: Connection) -> None:
    """Index anew what has traditional characters: they are searched as simplified ones."""
    for row in rows_of(db, "SELECT rowid AS place, sha256, words FROM report_index"):
        if plain(row["words"]) != row["words"]:
            report = row_of(db, "SELECT text FROM report WHERE sha256 = ?", (row["sha256"],))
            words = searchable(report["text"]).text + TAIL
            db.execute("UPDATE report_index SET words = ? WHERE rowid = ?", (words, row["place"]))
    known = rows_of(db, "SELECT rowid AS id, words FROM note_index UNION SELECT * FROM waiting")
    ids = {row["id"] for row in known if plain(row["words"] or "") != (row["words"] or "")}
    for key, note in images(db, Kept.ANNOTATION, sorted(ids)).items():
        index_note(db, key, note)


def m018_editors(db: Connection) -> None:
    """Keep whose the words of a note are, and since when, and who is typing a draft.

    As far as is known that is its author.
    """
    for table, column in (("annotation", "editor"), ("annotation", "edited"), ("draft", "editor")):
        db.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    put_in_editors(db)
    for row in rows_of(
        db,
        """SELECT annotation, uid, body, made, seal,
               ifnull((SELECT author FROM annotation WHERE id = draft.annotation), '') AS editor
           FROM draft""",
    ):
        editor = row.pop("editor")
        if not is_broken(partial(check_seal, row)):
            typed = sealed(row | {"editor": editor})
            update(db, "draft", ("annotation", row["annotation"]), typed)


STEPS = (
    *(m001_reports, m002_annotations, m003_hints, m004_decisions),
    *(m005_journal, m006_seals, m007_search, m008_drafts),
    *(m009_more_seals, m010_waiting, m011_sealed_settings, m012_fewer_pages),
    *(m013_packed_offsets, m014_notes_in_one_row),
    *(m015_exchanged, m016_away, m017_plain_forms, m018_editors),
)
