"""Mutations of small files: whatever is done to a file, it is read or refused, and nothing else.

    python -m tests.readers.fuzz [--count N] [--seed N] [FORMAT…]

Each format has a process of its own, confined as the one of the window is, so that a crash is a
finding too. Prints a line for each format, and for each kind of fault the first file that shows
it, which is kept in `out/fuzz`. The exit code is 1 if there was any.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

from desktop.errors import ReadError
from tests.readers.samples import SAMPLES, zipped

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "out" / "fuzz"
SECONDS = 5.0  # for one file of a few thousand bytes: what takes longer hangs
MOST_CHANGES = 6
ZIPPED, MARKED_UP = ("docx", "odt"), ("html", "mhtml")
SLOWEST = ("html", "mhtml", "pdf")
MEMORY_DISK = "/dev/shm"  # noqa: S108 - of Linux; on a real disk writing takes longer than reading
NUMBERS = (b"0", b"-1", b"1", b"99999999999", b"65535", b"2147483648", b"1e9", b"0.0", b"nan")
WORDS = (
    *(b"\0", b"\xff", b"\xff\xfe", b"<", b">", b"&#x0;", b"&#1114112;", b"&x;", b"]]>", b"<!--"),
    *(b"{", b"}", b"\\u", b"\\'", b"\\bin9 ", b"%s", b'"', b"\r\n", b"obj", b"endstream", b"<<"),
    *("\u202e\U0001f600\ud7ff".encode(), "、（一）".encode(), b"\x81", b"\x84\x31", b"=?", b"--"),
)  # fmt: skip


def mutated(data: bytes, suffix: str, chance: random.Random) -> bytes:
    """Return the file with some changes; of an archive mostly inside one of its members."""
    if suffix in ZIPPED and chance.random() < 0.8:
        members: dict[str, bytes | str] = {**unzipped(data)}
        name = chance.choice([name for name in members if members[name]])
        change = chance.choice((changed, reworded, reworded))
        members[name] = change(unzipped(data)[name], chance)
        return zipped(members, ZIP_STORED)  # packing takes as long as reading
    if suffix in MARKED_UP and chance.random() < 0.5:
        return reworded(data, chance)
    return changed(data, chance)


@cache
def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the members of an archive."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def reworded(data: bytes, chance: random.Random) -> bytes:
    """Return XML that is as well-formed as before, with other names, values and order."""
    for _ in range(chance.randint(1, MOST_CHANGES)):
        names = sorted(set(re.findall(rb"</([\w:]+)>", data))) or [b"p"]
        name, other = chance.choice(names), chance.choice(names)
        value = chance.choice(
            (*NUMBERS, b"", "、".encode(), b"none", b"rId1", b"../../x", b"A" * 99)
        )
        elements = list(re.finditer(rb"<(%s)\b[^>]*>.*?</\1>" % name, data, re.DOTALL))
        values = list(re.finditer(rb'(?<==")[^"]*(?=")', data))
        match chance.randrange(4):
            case 0 if values:
                start, end = chance.choice(values).span()
                data = data[:start] + value + data[end:]
            case 1:
                data = re.sub(rb"(</?)%s\b" % name, rb"\1" + other, data)
            case 2 if elements:
                start, end = chance.choice(elements).span()
                data = data[:end] + data[start:end] * chance.choice((0, 1, 12)) + data[end:]
            case _ if elements:
                start, end = chance.choice(elements).span()
                data = data[:start] + data[end:]
    return data


def changed(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with one to six changes."""
    made = bytearray(data)
    for _ in range(chance.randint(1, MOST_CHANGES)):
        at, length = chance.randrange(len(made) + 1), chance.choice((1, 2, 4, 16, 200))
        other = chance.randrange(len(made) + 1)
        match chance.randrange(7):
            case 0:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = made[other : other + length]
            case 3:
                made[at : at + length] = made[other : other + length]
            case 4:
                made[at:at] = chance.choice(WORDS)
            case 5:
                made[at : at + chance.randrange(3)] = chance.choice(NUMBERS)
            case _:
                made[at : at + 4] = chance.randbytes(4)
        if chance.random() < 0.03:
            del made[at:]
    return bytes(made)


def work(suffix: str, count: int, seed: int, folder: Path) -> None:
    """Read `count` mutations; print findings as JSON, and at the end how many were read."""
    import faulthandler  # noqa: PLC0415 - here alone
    import resource  # noqa: PLC0415 - POSIX has it
    import signal  # noqa: PLC0415 - here alone

    from desktop.readers.limits import LIMITS  # noqa: PLC0415
    from desktop.readers.report import read_report  # noqa: PLC0415 - in the confined process

    resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory_bytes, LIMITS.memory_bytes))
    chance, data = random.Random(f"{suffix} {seed}"), SAMPLES[suffix]()  # noqa: S311 - no secret
    path, seen, read = folder / f"mutated.{suffix}", set[str](), 0
    faulthandler.register(signal.SIGALRM, chain=True)  # says where it hangs, then ends
    for _ in range(count):
        path.write_bytes(mutated(data, suffix, chance))
        start = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, 3 * SECONDS)
        try:
            read += bool(read_report(path).text)
        except ReadError:
            pass
        except Exception as fault:  # noqa: BLE001 - these are what is looked for
            where = traceback.extract_tb(fault.__traceback__)
            own = [frame for frame in where if "desktop" in frame.filename][-1]
            _found(f"{type(fault).__name__} at {Path(own.filename).name}:{own.lineno}", path, seen)
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        if time.monotonic() - start > SECONDS:
            _found("slow", path, seen)
    path.unlink()
    print(json.dumps({"read": read}), flush=True)  # noqa: T201


def _found(what: str, path: Path, seen: set[str]) -> None:
    if what in seen:
        return
    seen.add(what)
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"{what.replace(' ', '-').replace(':', '-')}{path.suffix}"
    kept.write_bytes(path.read_bytes())
    print(json.dumps({"fault": what, "file": str(kept)}), flush=True)  # noqa: T201


def fuzz(suffixes: Sequence[str], count: int, seed: int) -> dict[str, list[str]]:
    """Fuzz these formats, one on each processor, and return the faults of each."""
    slowest_first = sorted(suffixes, key=lambda suffix: suffix not in SLOWEST)
    memory = MEMORY_DISK if os.access(MEMORY_DISK, os.W_OK) else None
    with (
        tempfile.TemporaryDirectory(dir=memory) as folder,
        ThreadPoolExecutor(os.cpu_count()) as pool,
    ):
        found = pool.map(lambda one: _fuzzed(one, count, seed, Path(folder, one)), slowest_first)
        return dict(zip(slowest_first, found, strict=True))


def _fuzzed(suffix: str, count: int, seed: int, folder: Path) -> list[str]:
    """Fuzz one format in a process that finds no office suite, which would take days."""
    folder.mkdir()
    call = [sys.executable, "-m", __spec__.name if __spec__ else "tests.readers.fuzz"]
    call += ["--work", str(folder), "--count", str(count), "--seed", str(seed), suffix]
    alone = os.environ | {"PATH": "", "TMPDIR": str(folder)}
    start = time.monotonic()
    done = subprocess.run(call, cwd=ROOT, env=alone, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    faults = [f"{line['fault']}: {line['file']}" for line in lines if "fault" in line]
    read = next((line["read"] for line in lines if "read" in line), None)
    if done.returncode:
        faults.append(f"ended with {done.returncode}: {done.stderr[-2000:]}")
    elif left := [file.name for file in folder.iterdir()]:
        faults.append(f"left behind: {left}")
    seconds = time.monotonic() - start
    told = f"{count} files, {read} read, {len(faults)} faults, {seconds:.0f} s"
    print(f"{suffix}: {told}", flush=True)  # noqa: T201
    return faults


def main(arguments: Sequence[str]) -> int:
    """Fuzz what is asked for and return the exit code."""
    parser = argparse.ArgumentParser("fuzz")
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=", ".join(SAMPLES))
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.work:
        work(given.formats[0], given.count, given.seed, given.work)
        return 0
    faults = fuzz(given.formats or list(SAMPLES), given.count, given.seed)
    for suffix, found in faults.items():
        for fault in found:
            print(f"{suffix}: {fault}")  # noqa: T201
    return int(any(faults.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
