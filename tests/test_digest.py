"""What texts and files are called by: the sha256, however it is come by."""

from __future__ import annotations

import hashlib
import io
import sys
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from desktop import digest
from desktop.digest import sha256_of, sha256_of_file
from desktop.report.model import name_of

if TYPE_CHECKING:
    import pytest


@given(st.binary(max_size=3 * 64))
def test_digest_is_that_of_the_standard(data: bytes) -> None:
    assert sha256_of(data) == hashlib.sha256(data).hexdigest()


def test_file_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    data = "全面完成目标任务".encode() * 7
    monkeypatch.setattr(digest, "AT_ONCE", 10)
    assert sha256_of_file(io.BytesIO(data)) == hashlib.sha256(data).hexdigest()


def test_a_python_without_its_own_takes_the_one_of_openssl(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = sha256_of(b"2024")
    for module in digest.PYTHON_S:
        monkeypatch.setitem(sys.modules, module, None)
    assert sha256_of(b"2024") == expected


def test_half_of_a_pair_has_a_name_too() -> None:
    assert name_of("\ud842") != name_of("\udfb7")
