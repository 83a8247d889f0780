"""Hostile files: each is read or refused in one sentence, in time, and the program lives on."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.errors import ReadError
from desktop.readers.limits import Limits
from desktop.readers.safely import SafeReader
from tests.readers import hostile
from tests.readers.samples import LINES, SAMPLES, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.report.model import Report

# What ends a file that goes on and on takes as much as the limits say; here they say less.
SHORT = Limits(seconds=12.0, seconds_per_megabyte=1.0, memory_bytes=600_000_000)
AFTER_THE_KILL = 1.0  # second in which the sentence is said once the limit is reached
REFUSED = (
    *("billion laughs.docx", "billion laughs.odt", "nested controls.docx", "nested lists.odt"),
    *("zip bomb.docx", "lying bomb.docx", "text node.docx", "many members.docx", "empty.docx"),
    *("long.docx", "long.txt", "page-tree loop.pdf", "many pages.pdf", "a picture.docx"),
    *("a picture.pdf", "a picture.doc", "a picture.html", "zeros.docx", "a sheet.docx"),
)
READ = ("instructions.txt", "comments.txt")
"""Of the others either answer will do."""
LIMITS_NAMED = {
    "zip bomb.docx": "200 times its size",
    "text node.docx": "more than 200 MB",
    "many members.docx": "more than 10,000 parts",
    "nested controls.docx": "more than 256 deep",
    "nested lists.odt": "more than 256 deep",
    "billion laughs.docx": "declares a document type",
    "long.txt": "2,000,000 characters",
    "many pages.pdf": "3,000",
}
"""What the sentence says that was too much."""


@pytest.fixture(scope="module")
def reader() -> Iterator[SafeReader]:
    with SafeReader(SHORT) as made:
        yield made


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: SafeReader) -> Path:
    """Give the test a folder for temporary files."""
    reader.close()
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def answer(reader: SafeReader, path: Path) -> Report | ReadError:
    """Return what comes of a file, once it is known to come in time and in one sentence."""
    size = path.stat().st_size
    reader.warm()  # the limit is that of the file
    start = time.monotonic()
    try:
        found: Report | ReadError = reader.read(path)
    except ReadError as error:
        found = error
    if isinstance(found, ReadError):
        assert "\n" not in found.en.replace(path.name, "")
        assert (found.en[-1], found.zh[-1]) == (".", "。")
        assert path.name in found.en
    assert time.monotonic() - start <= SHORT.seconds_for(size) + AFTER_THE_KILL
    return found


@pytest.mark.parametrize("name", [*hostile.BYTES, *hostile.FILES])
def test_hostile_file(
    name: str, reader: SafeReader, tmp_path: Path, temporary: Path, seeds: Path
) -> None:
    path = tmp_path / name
    if name in hostile.FILES:
        hostile.FILES[name](path)
    else:
        path.write_bytes(hostile.BYTES[name]())
    found = answer(reader, path)
    assert isinstance(found, ReadError) or name not in REFUSED, found.text[:200]
    assert not isinstance(found, ReadError) or name not in READ, found
    assert LIMITS_NAMED.get(name, "") in str(found)
    assert reader.read(seeds / "yunchuan_2024_reply.txt").text  # the program lives on
    reader.close()
    assert list(temporary.iterdir()) == []


def test_samples_are_read_in_every_format(reader: SafeReader, tmp_path: Path) -> None:
    """What is mutated, cut and renamed below is a report to begin with."""
    for suffix, make in SAMPLES.items():
        path = tmp_path / f"sample.{suffix}"
        path.write_bytes(make())
        text = reader.read(path).text
        assert [line for line in LINES if line not in text] == [], suffix


def test_cut_files(reader: SafeReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # without LibreOffice, which takes a second for each doc
    for name, data in hostile.cut_files():
        path = tmp_path / name
        path.write_bytes(data)
        assert answer(reader, path)


def test_wrong_suffixes(reader: SafeReader, tmp_path: Path) -> None:
    """What the file holds decides, wherever it shows what it is."""
    for name, data in hostile.wrong_suffixes():
        path = tmp_path / name
        path.write_bytes(data)
        found = answer(reader, path)
        if not name.startswith(("txt", "gbk", "md", "csv")):
            assert not isinstance(found, ReadError), found
            assert LINES[7] in found.text, name


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_odd_names(reader: SafeReader, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name, data in hostile.odd_names():
        path = folder / name
        path.write_bytes(data)
        found = answer(reader, path)
        assert not isinstance(found, ReadError), found
        assert LINES[7] in found.text
        assert found.source == str(path)
        path.unlink()
    assert list(folder.iterdir()) == []


def test_no_document_opens_another_file(reader: SafeReader, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(hostile.CANARY, encoding="utf-8")
    for address in (str(secret), secret.as_uri(), "secret.txt"):
        for name, data in hostile.reaching_out(address):
            path = tmp_path / name
            path.write_bytes(data)
            found = answer(reader, path)
            assert hostile.CANARY not in str(found), name
            if isinstance(found, ReadError):
                assert hostile.CANARY not in found.zh


def require_loopback(server: socket.socket) -> None:
    """Skip the test where not even this machine can be reached."""
    try:
        socket.create_connection(server.getsockname()).close()
    except OSError as error:
        pytest.skip(f"nothing can be reached here: {error}")
    server.accept()[0].close()


def test_no_document_reaches_the_network(reader: SafeReader, tmp_path: Path) -> None:
    callers: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        require_loopback(server)
        server.settimeout(0.2)
        ended = threading.Event()

        def listen() -> None:
            while not ended.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                callers.append("somebody")
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        port = server.getsockname()[1]
        for name, data in hostile.reaching_out(f"{'http'}://127.0.0.1:{port}/report.xml"):
            path = tmp_path / name
            path.write_bytes(data)
            answer(reader, path)
        assert callers == []
        with socket.create_connection(("127.0.0.1", port)):  # it would have been noticed
            pass
        ended.set()
        thread.join()
    assert callers == ["somebody"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_memory_is_given_back_to_the_next_file(reader: SafeReader, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    for _ in range(50):
        reader.read(path)
    status = Path(f"/proc/{reader.pid}/status").read_text()
    peak = next(int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line)
    assert peak * 1024 < SHORT.memory_bytes / 4
    assert os.getpgid(reader.pid or 0) == reader.pid
