"""A spreadsheet costs what its deck costs, whatever else somebody has put into it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.cards.load import load_deck
from tests.cards.build import every_kind
from tests.cards.costly import borne, commas, far, swell
from tests.cards.sheet import Book

LIMITED = """
import json, resource, sys
from pathlib import Path
from game.cards.tables.reading import read_table
resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
told = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    table = read_table(path)
    found = [*table.findings, *(item for grid in table.grids for item in grid.findings)]
    told[path.stem] = [item.code for item in found if item.code != "merged"]
print(json.dumps(told))
"""
"""The guide in every workbook of ours has merged cells."""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    whole = load_deck(every_kind(tmp_path_factory.mktemp("lek")).path).deck
    assert whole is not None
    return Book(whole).data()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_all_costly_spreadsheets_together_stay_within_memory_and_time(good: bytes, tmp_path: Path) -> None:
    expected: dict[str, list[str]] = {}

    def put(name: str, ending: str, data: bytes, code: str) -> None:
        (tmp_path / f"{name}{ending}").write_bytes(data)
        expected[name] = [code] if code else []

    for name, make in swell().items():
        put(name, ".xlsx", make(good), "table-swells")
    for name, (make, code) in far().items():
        put(name, ".xlsx", make(good), code)
    for name, make in borne().items():
        put(name, ".xlsx", make(good), "")
    for name, (data, code) in commas().items():
        put(f"{name} in CSV", ".csv", data, code)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == expected
