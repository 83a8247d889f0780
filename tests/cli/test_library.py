"""The commands on the library as they are typed."""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.cli.library import STEPS
from desktop.cli.words import name_of
from desktop.compare.annotation import Status
from desktop.paths import library_path
from desktop.report.model import Report
from desktop.store import open_library
from desktop.store.records.journal import Act
from desktop.store.shape.schema import SCHEMA
from tests.cli.running import LEFT, RIGHT, ROOT, in_a_process

QUOTE = "六、新建公共充电桩1000个"


@pytest.fixture
def duikan(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Return a function that runs a command and returns its exit code and what it wrote."""
    monkeypatch.setenv("DUIKAN_LANGUAGE", "en")

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def listed(duikan, *arguments: str | Path) -> list[dict]:
    code, out, _ = duikan("annotations", "list", "--format", "json", *arguments)
    assert code == 0
    return json.loads(out)["annotations"]


def add(
    duikan, *more: str | Path, quote: str = QUOTE, note: str = "口径？"
) -> tuple[int, str, str]:
    return duikan("annotations", "add", RIGHT, "--quote", quote, "--note", note, *more)


def test_a_note_is_added_and_its_number_is_all_that_is_printed() -> None:
    told = "--note", "口径？", "--tag", "民生", "--tag", "督查", "--status", "question"
    run = in_a_process("annotations", "add", RIGHT, "--quote", QUOTE, *told)
    assert (run.returncode, run.stdout.split(), run.stderr) == (0, [b"1"], b"")
    with open_library(library_path()) as library:
        (note,) = library.all_annotations()
    assert (note.id, note.body, note.tags, note.status) == (
        1,
        "口径？",
        ("民生", "督查"),
        "question",
    )
    assert note.anchors[0].quote == QUOTE
    assert note.anchors[0].path == ("2024年区政府十件民生实事项目",)


def test_the_library_is_the_one_that_is_named(duikan, tmp_path: Path) -> None:
    file, folder = tmp_path / "new" / "a.db", tmp_path / "folder"
    assert add(duikan, "--library", file)[:2] == (0, "1\n")
    assert file.is_file()
    assert duikan("--library", folder, "annotations", "list")[0] == 0
    assert (folder / "library.sqlite3").is_file()
    assert listed(duikan) == []
    assert [note["note"] for note in listed(duikan, "--library", file)] == ["口径？"]


def test_words_that_the_report_has_not_are_refused(duikan) -> None:
    code, out, err = add(duikan, quote="没有这句话")
    assert (code, out) == (2, "")
    assert "does not stand in" in err
    assert not library_path().exists()


def test_a_place_is_told_of_no_note_that_was_not_made(duikan, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    code, out, err = add(duikan, "--library", tmp_path / "file" / "a.db", quote="就业")
    assert (code, out, "times" in err) == (2, "", False)


@pytest.mark.parametrize(
    ("turn", "said"),
    [("undo", "There is nothing to undo.\n"), ("redo", "There is nothing to do again.\n")],
)
def test_what_cannot_be_undone_or_done_again_is_told(duikan, turn: str, said: str) -> None:
    assert duikan("library", turn)[:2] == (0, said)


def test_a_quote_that_stands_more_than_once_is_taken_at_its_first_place(duikan) -> None:
    code, out, err = add(duikan, quote="就业")
    assert (code, out) == (0, "1\n")
    assert "times" in err


def test_notes_are_listed_by_report_tag_and_status(duikan) -> None:
    add(duikan, "--tag", "民生", note="甲")
    add(duikan, "--status", "confirmed", note="乙")
    duikan("annotations", "add", LEFT, "--quote", "云川区", "--note", "丙")
    assert [note["id"] for note in listed(duikan)] == [1, 2, 3]
    assert [note["note"] for note in listed(duikan, "--tag", "民生")] == ["甲"]
    assert [note["note"] for note in listed(duikan, "--status", "confirmed")] == ["乙"]
    assert [note["note"] for note in listed(duikan, LEFT)] == ["丙"]
    (anchor,) = listed(duikan, LEFT)[0]["anchors"]
    assert (anchor["report"]["year"], anchor["quote"]) == (2023, "云川区")
    text = duikan("annotations", "list", "--language", "zh")[1]
    assert "#1 [待核] #民生" in text
    assert f"“{QUOTE}”" in text


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "没有找到。\n"), ("en", "Nothing was found.\n")]
)
def test_a_list_without_notes_says_so(duikan, language: str, said: str) -> None:
    assert duikan("annotations", "list", "--language", language)[1] == said


def test_a_list_in_chinese_has_chinese_marks(duikan) -> None:
    add(duikan)
    for command in (("library", "info"), ("library", "check"), ("library", "undo")):
        lines = duikan(*command, "--language", "zh")[1].splitlines()
        assert [line for line in lines if "：" not in line or ": " in line] == []


@pytest.mark.parametrize("is_terminal", [True, False])
def test_no_note_can_steer_the_terminal(
    duikan, is_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(duikan, "--tag", "\x1b]0;民生\x07", note="核对\x1b[2J\u202e口径")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    for command in (("annotations", "list"), ("search", "口径")):
        said = duikan(*command)[1]
        assert "口径" in said
        assert ("\x1b" in said, "\u202e" in said) == (
            (False, False) if is_terminal else (True, True)
        )


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("政府工作报告", "云川区 2024 政府工作报告"),
        ("云川区政府工作报告", "2024 云川区政府工作报告"),
        ("2024年云川区政府工作报告", "2024年云川区政府工作报告"),
    ],
)
def test_a_report_is_called_by_what_its_title_does_not_say(title: str, called: str) -> None:
    assert name_of(Report("", title=title, body="云川区", year=2024)) == called


@pytest.mark.parametrize("status", Status)
def test_a_status_is_called_as_an_export_asks_for_it(duikan, tmp_path: Path, status: str) -> None:
    add(duikan, "--status", status)
    text = duikan("annotations", "list", "--language", "zh")[1]
    called = text.partition("[")[2].partition("]")[0]
    out = tmp_path / "a.json"
    assert duikan("export", LEFT, RIGHT, "--status", called, "--noted", "--out", out)[0] == 0
    assert "口径？" in out.read_text("utf-8")


def test_in_another_copy_a_note_is_found_again_or_listed_as_an_orphan(
    duikan, tmp_path: Path
) -> None:
    kept = "城镇新增就业12000人以上"
    add(duikan, note="甲", quote=kept)
    add(duikan, note="乙", quote="改造提升农贸市场4个")
    copy = tmp_path / RIGHT.name
    text = RIGHT.read_text("utf-8").replace("改造提升农贸市场4个", "改造提升农贸市场5个")
    copy.write_text("（本刊）\n" + text, "utf-8")
    first, second = listed(duikan, copy)
    assert (first["orphan"], first["anchors"][0]["quote"]) == (False, kept)
    assert (second["orphan"], second["anchors"][0]["start"]) == (True, None)
    assert "[passage not found]" in duikan("annotations", "list", copy)[1]
    assert not any(note["orphan"] for note in listed(duikan, RIGHT))


def test_a_note_is_changed_removed_and_brought_back(duikan) -> None:
    add(duikan, "--tag", "民生", "--colour", "#b45309")
    assert (
        duikan("annotations", "change", "1", "--note", "已核", "--status", "confirmed")[1] == "1\n"
    )
    (note,) = listed(duikan)
    assert (note["note"], note["status"], note["tags"]) == ("已核", "confirmed", ["民生"])
    assert note["colour"] == "#B45309"
    assert duikan("annotations", "remove", "1")[0] == 0
    assert listed(duikan) == []
    assert duikan("library", "undo")[1] == "Undone: remove note 1\n"
    assert listed(duikan) == [note]
    assert duikan("library", "redo", "--language", "zh")[1] == "已恢复：删除批注 1\n"
    assert listed(duikan) == []
    assert duikan("annotations", "remove", "1")[0] == 2
    assert "no colour" in add(duikan, "--colour", "red")[2]


def test_who_changes_the_words_of_a_note_is_named_and_its_author_stays(duikan) -> None:
    add(duikan, "--author", "王")
    (made,) = listed(duikan)
    assert (made["editor"], made["edited"]) == ("王", made["created"])
    duikan("annotations", "change", "1", "--note", "已核", "--author", "李")
    (note,) = listed(duikan)
    assert (note["author"], note["editor"], note["edited"]) == ("王", "李", note["changed"])
    duikan("annotations", "change", "1", "--status", "confirmed", "--author", "王敏")
    (named,) = listed(duikan)
    assert (named["author"], named["editor"], named["edited"]) == ("王敏", "李", note["edited"])
    duikan("annotations", "change", "1", "--note", "再核")
    assert [note["editor"] for note in listed(duikan)] == [""]


def test_every_step_has_a_name_in_both_languages() -> None:
    assert set(STEPS) == set(Act)
    assert all(en.isascii() and not zh.isascii() for en, zh in STEPS.values())


def test_notes_go_out_and_come_into_another_library_exactly(duikan, tmp_path: Path) -> None:
    add(duikan, "--tag", "民生", "--author", "王", note="甲\n乙")
    add(duikan, note="")
    out, again, other = tmp_path / "a.jsonld", tmp_path / "b.jsonld", tmp_path / "other.db"
    assert duikan("annotations", "export", out)[0] == 0
    for told in ("2 new", "2 known"):
        said = duikan("annotations", "import", out, "--library", other)[1]
        assert said == f"Taken in: {told}\n"
    duikan("annotations", "export", again, "--library", other)
    assert again.read_bytes() == out.read_bytes()
    duikan("annotations", "change", 1, "--note", "核过", "--library", other)
    duikan("annotations", "export", again, "--library", other, "--force")
    assert "1 brought up to date, 1 known" in duikan("annotations", "import", again)[1]
    assert "exists already" in duikan("annotations", "export", out)[2]
    assert str(ROOT) not in out.read_text("utf-8")


def test_a_comparison_goes_to_a_colleague_as_one_file(duikan, tmp_path: Path) -> None:
    add(duikan)
    bundle, other = tmp_path / "a.duikan", tmp_path / "other.db"
    assert duikan("library", "export", LEFT, RIGHT, bundle)[0] == 0
    assert "1 new" in duikan("library", "import", bundle, "--library", other)[1]
    assert [note["note"] for note in listed(duikan, "--library", other)] == ["口径？"]
    info = json.loads(duikan("library", "info", "--format", "json", "--library", other)[1])
    assert (info["reports"], info["annotations"]) == (2, 1)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the place cannot be changed")
def test_a_comparison_of_a_report_with_itself_is_not_sent(duikan, tmp_path: Path) -> None:
    file = tmp_path / "对照.duikan"
    code, out, said = duikan("library", "export", LEFT, LEFT, file)
    assert (code, out) == (2, "")
    assert "was given twice" in said
    assert not file.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_or_a_folder_is_not_taken_in(duikan, tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "管道.duikan")
    for name in (pipe, tmp_path):
        code, out, said = duikan("library", "import", name)
        assert (code, out, "not a file" in said) == (2, "", True)


def test_notes_go_into_no_file_that_is_called_like_a_folder(duikan, tmp_path: Path) -> None:
    code, out, said = duikan("annotations", "export", f"{tmp_path}/批注/")
    assert (code, out) == (2, "")
    assert "is a folder" in said
    assert not (tmp_path / "批注").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="no other system has such names")
def test_the_name_of_a_file_may_be_no_text(duikan, tmp_path: Path) -> None:
    odd = os.fsdecode("对照".encode("gbk"))
    code, out, said = duikan("library", "export", LEFT, RIGHT, tmp_path / odd)
    assert (code, said, out.startswith(f"{tmp_path}/?")) == (0, "", True)
    assert (tmp_path / odd).stat().st_size
    code, out, said = duikan("library", "info", "--library", tmp_path / f"{odd}库" / "a.sqlite3")
    assert (code, out, "not in UTF-8" in said) == (2, "", True)


def test_the_last_backup_is_told_in_the_time_of_the_place(
    duikan, monkeypatch: pytest.MonkeyPatch
) -> None:
    duikan("library", "backup")
    made = json.loads(duikan("library", "info", "--format", "json")[1])["last_backup"]
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        told = duikan("library", "info")[1].splitlines()[-1]
    finally:
        monkeypatch.undo()
        time.tzset()
    there = datetime.fromisoformat(made).astimezone(timezone(timedelta(hours=8)))
    assert told == f"Last backup: {there:%Y-%m-%d %H:%M}"


def test_words_are_found_in_notes_and_reports(duikan) -> None:
    add(duikan, note="旧改 口径")
    text = duikan("search", "旧改", "--language", "zh")[1]
    assert "#1  【旧改】 口径" in text
    value = json.loads(duikan("search", "就业", "--format", "json")[1])
    (report,) = value["reports"]
    assert report["count"] == len(report["contexts"]) > 1
    assert all(context["match"] == "就业" for context in report["contexts"])
    assert json.loads(duikan("search", "旧", "--format", "json")[1])["annotations"][0]["id"] == 1
    assert "(1 time)" in duikan("search", QUOTE)[1]
    assert duikan("search", '"(*')[1] == "Nothing was found.\n"


def test_a_search_shows_at_least_one_and_at_most_all(duikan) -> None:
    add(duikan, note="旧改 口径")
    for nothing in ("0", "-3"):
        code, out, err = duikan("search", "旧改", "--limit", nothing)
        assert (code, out, f"--limit {nothing} would show nothing" in err) == (2, "", True)
    assert duikan("search", "旧改", "--limit", "9" * 30)[0] == 0


def test_no_tag_is_empty_or_there_twice(duikan) -> None:
    assert add(duikan, "--tag", "", "--tag", " 民生", "--tag", "民生")[0] == 0
    assert [note["tags"] for note in listed(duikan)] == [["民生"]]
    assert duikan("annotations", "change", "1", "--tag", "督查", "--tag", "督查")[0] == 0
    assert [note["tags"] for note in listed(duikan)] == [["督查"]]
    assert duikan("annotations", "change", "1", "--tag", "")[0] == 0
    assert [note["tags"] for note in listed(duikan)] == [[]]


def test_a_number_that_no_note_can_have_is_told(duikan) -> None:
    for number in ("7", "-7", "9" * 30, "-" + "9" * 30):
        code, _, err = duikan("annotations", "remove", "--", number)
        assert (code, f"There is no note {number}" in err) == (2, True)


def test_a_damaged_library_is_told_and_restored(duikan) -> None:
    add(duikan, note="甲")
    code, backup, _ = duikan("library", "backup")
    assert (code, Path(backup.strip()).is_file()) == (0, True)
    add(duikan, note="乙")
    assert duikan("library", "check")[0] == 0
    path = library_path()
    content = bytearray(path.read_bytes())
    content[100:60000] = b"\xa5" * 59900
    path.write_bytes(content)
    code, _, err = duikan("library", "check")
    assert (code, "damaged" in err) == (2, True)
    code, out, _ = duikan("library", "restore")
    aside = Path(out.split(" is now ")[1].strip())
    assert (code, aside.read_bytes()) == (0, bytes(content))
    assert [note["note"] for note in listed(duikan)] == ["甲"]


@pytest.mark.parametrize(
    ("language", "said"), [("en", "full, and no backup was made"), ("zh", "磁盘已满，未能备份")]
)
def test_a_backup_that_fails_is_told_and_the_note_is_saved(
    duikan, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("desktop.store.backups.copy", full)
    code, out, err = add(duikan, "--language", language)
    assert (code, out, err.count("\n"), said in err) == (0, "1\n", 1, True)
    assert [note["id"] for note in listed(duikan)] == [1]


def test_a_backup_that_is_not_there_is_not_called_damaged(duikan, tmp_path: Path) -> None:
    add(duikan)
    before = library_path().read_bytes()
    for nothing in (tmp_path / "没有.sqlite3", tmp_path, tmp_path / ("长" * 300)):
        code, _, err = duikan("library", "restore", nothing)
        assert (code, f"There is no file {nothing.name}" in err) == (2, True)
    assert "damaged" in duikan("library", "restore", LEFT)[2]
    assert library_path().read_bytes() == before


def test_a_library_of_a_newer_version_is_listed_sent_and_not_written_to(
    duikan, tmp_path: Path
) -> None:
    add(duikan)
    with open_library(library_path()) as library:
        library.db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        library.db.execute("UPDATE program SET version = '9.1.0'")
    before = library_path().read_bytes()
    code, out, err = duikan("annotations", "list", "--format", "json")
    assert (code, len(json.loads(out)["annotations"]), "9.1.0" in err) == (0, 1, True)
    assert duikan("library", "check")[0] == 0
    made, sent = tmp_path / "a.json", tmp_path / "a.duikan"
    for command in (
        ("export", LEFT, RIGHT, "--out", made),
        ("library", "export", LEFT, RIGHT, sent),
    ):
        code, _, err = duikan(*command)
        assert (code, "9.1.0" in err) == (0, True)
    assert "口径？" in made.read_text("utf-8")
    assert "1 new" in duikan("library", "import", sent, "--library", tmp_path / "other.db")[1]
    code, out, err = add(duikan)
    assert (code, out, "9.1.0" in err) == (2, "", True)
    assert library_path().read_bytes() == before


def test_a_row_that_is_not_what_was_written_fails_the_check(duikan) -> None:
    add(duikan)
    with open_library(library_path()) as library:
        library.db.execute("UPDATE annotation SET body = '口经？'")
    code, out, err = duikan("library", "check")
    assert (code, "damaged" in err) == (2, True)
    assert "annotation 1 is not what was written" in out
    assert "批注 1 与写入时不符" in duikan("library", "check", "--language", "zh")[1]


@pytest.mark.parametrize("command", ["check", "info"])
def test_a_page_that_cannot_be_read_is_told_by_who_looks(duikan, command: str) -> None:
    add(duikan)
    with open_library(library_path()) as library:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'annotation'"
        (page,) = library.db.execute(query).fetchone()
        (size,) = library.db.execute("PRAGMA page_size").fetchone()
    with library_path().open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))
    code, out, err = duikan("library", command)
    assert (code, "is damaged" in err) == (2, True)
    assert command == "info" or "decisions, corrections: it cannot be read" in out
    out = duikan("library", command, "--language", "zh")[1]
    assert command == "info" or "批注、判定、更正：无法读到末尾" in out


def test_reports_and_comparisons_are_listed_and_put_away(duikan) -> None:
    assert duikan("library", "list")[1] == "There is nothing in the library yet.\n"
    add(duikan)
    with open_library(library_path()) as library:
        (right,) = library.all_reports()
        left = Report(
            "云川区2023年政府工作报告\n一、工作安排\n新建公园5个。", title="报告", year=2023
        )
        kept = library.report(right.sha256)
        assert kept is not None
        library.remember_pair(left, kept)
    code, out, _ = duikan("library", "list")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [
        *("Reports", left.sha256[:12], right.sha256[:12], "Comparisons", left.sha256[:12]),
    ]
    code, out, _ = duikan("library", "remove", left.sha256[:12], RIGHT)
    assert (code, "⇄" in out, "brings it back" in out) == (0, True, True)
    assert json.loads(duikan("library", "list", "--format", "json")[1])["pairs"] == []
    code, out, _ = duikan("library", "remove", RIGHT)
    assert (code, "with 1 note" in out) == (0, True)
    assert listed(duikan) == []
    assert "政府工作报告" in duikan("library", "undo")[1]
    assert len(listed(duikan)) == 1
    code, _, err = duikan("library", "remove", "0123456789ab")
    assert (code, "duikan library list" in err) == (2, True)
    code, _, err = duikan("library", "remove", RIGHT, RIGHT)
    assert (code, "not compared with each other" in err) == (2, True)
