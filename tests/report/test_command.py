"""`bemot report`, out of a database that a server has left or still has open."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from game.cli import app
from game.commands.terminal import Speaker
from game.rules.command import ShowResult
from tests.printing.paper import Paper
from tests.report.database import stored
from tests.report.day import Day, some_cards


def run(*arguments: object, language: str = "sv") -> Result:
    speaking = {"BEMOT_LANGUAGE": language, "COLUMNS": "300"}
    return CliRunner().invoke(app, ["report", *map(str, arguments)], env=speaking)


def said(done: Result) -> str:
    return " ".join(done.output.split())


def keep(day: Day, folder: Path) -> Path:
    return asyncio.run(stored(day, folder / "bemot.sqlite"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return keep(Day(3, some_cards("dilemma", of=2)).play(), tmp_path)


def test_every_form_is_written_whatever_the_code_is_typed_like(database: Path, tmp_path: Path) -> None:
    for form in ("pdf", "html", "csv", "xlsx", "json"):
        file = tmp_path / f"rapport.{form}"
        done = run("fkt482", "-o", file, "--database", database)
        assert (done.exit_code, said(done)) == (0, f"Skrev {file}.")
        assert file.stat().st_size > 500
    assert Paper((tmp_path / "rapport.pdf").read_bytes()).count == 2
    titles = [card["title"]["sv"] for card in json.loads((tmp_path / "rapport.json").read_text())["cards"]]
    assert len(titles) == 2
    assert all(titles), "the words are those of the stored decks"


def test_a_path_stays_whole_however_narrow_the_terminal_is(tmp_path: Path) -> None:
    file, told = tmp_path / f"{'rapport-' * 6}.json", StringIO()
    terminal = Speaker(file=told, width=40)
    terminal.print(f"Skrev {file}.")
    assert told.getvalue().split() == ["Skrev", f"{file}."]
    terminal.print("Det finns redan en fil här. Skriv över den med --force, eller välj en annan.")
    lines = told.getvalue().splitlines()[2:]
    assert len(lines) > 1
    assert max(map(len, lines)) <= 40, "sentences are still broken, between words"


def test_without_a_file_it_is_told_in_the_terminal(database: Path) -> None:
    done = run("FKT-482", "--database", database, "--language", "en")
    assert done.exit_code == 0
    for words in (
        "Half day · 22 November 2026",
        "3 tables and about 15 people",
        "changed their vote",
        "Act now",
    ):
        assert words in said(done)


def test_the_file_is_only_read(database: Path, tmp_path: Path) -> None:
    before = database.read_bytes()
    there = sorted(path.name for path in tmp_path.iterdir())
    assert run("FKT-482", "--database", database).exit_code == 0
    assert database.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == there


def test_a_session_that_is_on_tells_what_the_hall_has_seen_and_says_so(tmp_path: Path) -> None:
    day = Day(6, some_cards("dilemma", of=2)).play(until="pledge")
    day.does(day.host, ShowResult(what=f"card:{day.room.dealt[0]}", on=True))
    done = run("FKT-482", "-o", tmp_path / "x.json", "--database", keep(day, tmp_path))
    assert "Sessionen pågår: bara det som salen har fått se är med." in said(done)
    told = json.loads((tmp_path / "x.json").read_text())
    assert [card["missing"] for card in told["cards"]] == ["", "later"]
    assert (told["tables"], told["seats"], told["closed"]) == (None, None, False)


def test_a_file_that_is_there_is_left_alone_unless_forced(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "rapport.csv"
    file.write_text("mitt")
    done = run("FKT-482", "-o", file, "--database", database)
    assert (done.exit_code, file.read_text()) == (2, "mitt")
    assert "lägg till --force" in said(done)
    assert run("FKT-482", "-o", file, "--database", database, "--force").exit_code == 0
    assert file.read_bytes() != b"mitt"


def test_what_cannot_be_told_is_a_sentence_with_what_to_do(database: Path, tmp_path: Path) -> None:
    cases = (
        (["BBB-222", "--database", database], 2, "Inget rum i"),
        (["FKT-482", "--database", tmp_path / "ingen.sqlite"], 2, "Det finns ingen databas"),
        (["FKT-482", "--database", tmp_path], 2, "Det går inte att läsa"),
        (["FKT-482", "--database", database, "-o", tmp_path / "x.docx"], 2, "slutar inte på någon av .pdf"),
        (["FKT-482", "--database", database, "-o", tmp_path / "ingen" / "x.pdf"], 1, "går inte att skriva"),
    )
    for wish, code, sentence in cases:
        done = run(*wish)
        assert (done.exit_code, sentence in said(done)) == (code, True), said(done)
        assert "Traceback" not in done.output


def test_a_damaged_room_an_erased_one_and_one_with_nothing_to_tell_are_told_apart(tmp_path: Path) -> None:
    database = keep(Day(1, some_cards("dilemma", of=1)), tmp_path)
    done = run("FKT-482", "--database", database)
    assert (done.exit_code, "inget att berätta om rummet än" in said(done)) == (1, True)
    change(database, "UPDATE events SET body = '{}' WHERE seq = 2")
    done = run("FKT-482", "--database", database)
    assert (done.exit_code, "är skadat, eller från en annan version" in said(done)) == (1, True)
    change(database, "UPDATE rooms SET host_key = ''")
    done = run("FKT-482", "--database", database)
    assert (done.exit_code, "är raderat" in said(done)) == (1, True)


def change(database: Path, query: str) -> None:
    with sqlite3.connect(database) as raw:
        raw.execute(query)
    raw.close()
