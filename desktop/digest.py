"""The sha256 of texts and files, by Python's own means.

`hashlib` takes OpenSSL's: to load that takes three times as long as to name two reports without it.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import BinaryIO

PYTHON_S = ("_sha2", "_sha256")  # the latter up to Python 3.11; `random` takes them from there too
AT_ONCE = 1 << 18  # bytes


def sha256_of(data: bytes) -> str:
    """Return the sha256 of bytes, in hexadecimal digits."""
    found: str = _sha256(data).hexdigest()
    return found


def sha256_of_file(opened: BinaryIO) -> str:
    """Return the sha256 of what is left to read, in hexadecimal digits; raises OSError."""
    sha256 = _sha256(b"")
    while piece := opened.read(AT_ONCE):
        sha256.update(piece)
    found: str = sha256.hexdigest()
    return found


def _sha256(data: bytes) -> Any:
    for module in PYTHON_S:
        with suppress(ImportError):
            return import_module(module).sha256(data)
    return import_module("hashlib").sha256(data)
