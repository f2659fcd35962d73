"""Files that are whole or not there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from game.cards.wholefile import write_new, write_whole


def test_a_file_is_replaced_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "kort.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_whole(file, b"new")
    assert (file.read_bytes(), [path.name for path in tmp_path.iterdir()]) == (b"new", ["kort.yaml"])
    assert sys.platform == "win32" or file.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mask")
def test_a_new_file_has_the_rights_that_new_files_have_here(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "lek.zip", b"new")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert (tmp_path / "lek.zip").stat().st_mode & 0o777 == 0o640


def test_a_write_that_fails_leaves_what_was_there_and_nothing_beside_it(tmp_path: Path) -> None:
    taken = tmp_path / "upptagen"
    (taken / "fil").mkdir(parents=True)
    with pytest.raises(OSError, match="upptagen"):
        write_whole(taken, b"new")
    assert [path.name for path in tmp_path.rglob("*")] == ["upptagen", "fil"]


def test_a_new_file_takes_no_others_place(tmp_path: Path) -> None:
    file = tmp_path / "eget.yaml"
    write_new(file, b"first")
    with pytest.raises(FileExistsError):
        write_new(file, b"second")
    assert (file.read_bytes(), len(list(tmp_path.iterdir()))) == (b"first", 1)
