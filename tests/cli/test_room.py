"""`bemot room` and `bemot privacy`, as a data protection officer meets them at a terminal."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from game.cli import app
from game.rules.command import CloseVote, SuggestCard
from server.store.purposes import PURPOSES
from tests.server.stores import open_store, order, voting

TEXT = "Någon ringer och gråter i växeln."


def bemot(*arguments: str, language: str = "en") -> Result:
    return CliRunner().invoke(app, list(arguments), env={"BEMOT_LANGUAGE": language, "COLUMNS": "200"})


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Two rooms: in the first a table has counted its votes and written a text, in the second it votes."""
    path = tmp_path / "bemot.sqlite"

    async def lived() -> None:
        async with open_store(path) as store:
            table = await voting(store, "room111", "BCD-234")
            await store.commit(table.vote(0, "b"))
            await store.commit(order("room111", table.table, CloseVote(serial=table.serial)))
            await store.commit(order("room111", table.table, SuggestCard(situation=TEXT)))
            other = await voting(store, "room222", "BCD-235")
            await store.commit(other.vote(0, "c"))

    asyncio.run(lived())
    return path


def file_bytes(database: Path) -> bytes:
    return b"".join(path.read_bytes() for path in database.parent.glob(database.name + "*"))


def test_the_list_tells_every_room(database: Path) -> None:
    done = bemot("room", "list", "--database", str(database))
    assert done.exit_code == 0
    assert "BCD-234" in done.output
    assert "BCD-235" in done.output
    told = json.loads(bemot("room", "list", "--json", "--database", str(database)).output)
    assert [room["code"] for room in told] == ["BCD-234", "BCD-235"]
    assert all(room["closed"] is None and room["events"] > 3 for room in told)


def test_the_database_is_the_one_that_the_server_is_told_in_its_environment(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEMOT_DATABASE", str(database))
    told = json.loads(bemot("room", "list", "--json").output)
    assert [room["code"] for room in told] == ["BCD-234", "BCD-235"]


def test_an_empty_database_has_no_rooms(tmp_path: Path) -> None:
    async def empty() -> None:
        async with open_store(tmp_path / "b.sqlite"):
            pass

    asyncio.run(empty())
    assert "Inga rum" in bemot("room", "list", "--database", str(tmp_path / "b.sqlite"), language="sv").output


def test_a_purged_room_is_gone_from_the_files_bytes_and_the_other_is_whole(database: Path) -> None:
    assert TEXT.encode() in file_bytes(database)
    done = bemot("room", "purge", "bcd234", "--yes", "--database", str(database))
    assert done.exit_code == 0
    assert "Backups" in done.output
    raw = file_bytes(database)
    assert TEXT.encode() not in raw
    assert b"room111" not in raw
    assert b"BCD-234" not in raw
    assert b"room222" in raw
    with sqlite3.connect(database) as reader:
        assert reader.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert reader.execute("SELECT count(*) FROM ballots").fetchone() == (1,)
    reader.close()


def test_without_anybody_to_answer_nothing_is_purged(database: Path) -> None:
    done = bemot("room", "purge", "BCD-234", "--database", str(database))
    assert done.exit_code == 2
    assert "--yes" in done.output
    assert TEXT.encode() in file_bytes(database)


@pytest.mark.parametrize(("language", "told"), [("sv", "stoppa servern"), ("en", "stop the server")])
def test_beside_a_server_that_cannot_be_asked_a_purge_says_what_to_do_and_changes_nothing(
    database: Path, language: str, told: str
) -> None:
    async def beside() -> Result:
        async with open_store(database):
            command = ("room", "purge", "BCD-234", "--yes", "--database", str(database))
            return await asyncio.to_thread(bemot, *command, language=language)

    done = asyncio.run(beside())
    assert done.exit_code == 2
    assert told in done.output
    assert TEXT.encode() in file_bytes(database)


def test_what_is_asked_for_wrongly_is_a_sentence(database: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.sqlite"
    for command in (
        ["list"],
        ["purge", "BCD-234", "--yes"],
        ["export", "BCD-234", "-o", str(tmp_path / "x.json")],
    ):
        done = bemot("room", *command, "--database", str(nowhere))
        assert (done.exit_code, "nowhere.sqlite" in done.output) == (2, True)
        assert not nowhere.exists()
    for command in (["purge", "XXX-999", "--yes"], ["export", "XXX-999", "-o", str(tmp_path / "x.json")]):
        for language, said in (("sv", "Inget rum"), ("en", "No room")):
            done = bemot("room", *command, "--database", str(database), language=language)
            assert (done.exit_code, said in done.output) == (2, True)


def test_an_export_is_everything_with_words_and_no_open_vote(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "ut åäö.json"
    assert bemot("room", "export", "BCD-234", "-o", str(file), "--database", str(database)).exit_code == 0
    told = json.loads(file.read_text("utf-8"))
    assert TEXT in file.read_text("utf-8")
    assert set(told["stored"]) == {"rooms", "events", "outcomes", "tokens", "pledges", "taken"}
    for table, rows in told["stored"].items():
        assert set(told["fields"][table]) - {""} == set(PURPOSES[table].columns)
        assert all(
            set(row) - {"created (UTC)", "closed (UTC)"} <= set(PURPOSES[table].columns) for row in rows
        ) or (table == "events")
    for event in told["stored"]["events"]:
        assert event["="] not in ("", "?")
        assert set(event) - {"seq", "=", "at (UTC)"} <= set(told["fields of events"])
    assert len(told["not stored"]) > 3
    assert "room222" not in file.read_text("utf-8")


def test_an_export_counts_what_it_leaves_out(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "rum.json"
    bemot("room", "export", "BCD-235", "-o", str(file), "--database", str(database), language="sv")
    text = file.read_text("utf-8")
    assert "1 slutna val i 1 öppna urnor" in json.loads(text)["utelämnat"][0]
    with sqlite3.connect(database) as reader:
        key, secret = reader.execute(
            "SELECT key, secret FROM ballots JOIN boxes USING (room, box)"
        ).fetchone()
    reader.close()
    assert key not in text
    assert secret.hex() not in text


def test_an_export_never_writes_over_a_file_unasked(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "rum.json"
    file.write_text("mitt")
    command = ("room", "export", "BCD-234", "-o", str(file), "--database", str(database))
    assert bemot(*command).exit_code == 2
    assert file.read_text() == "mitt"
    assert bemot(*command, "--force").exit_code == 0


@pytest.mark.parametrize(
    ("language", "told"), [("sv", ["Vad sparas?", "Hur länge"]), ("en", ["What is stored?", "For how long"])]
)
def test_privacy_is_told_in_the_language_asked_for(language: str, told: list[str]) -> None:
    other = "en" if language == "sv" else "sv"
    done = bemot("privacy", "--language", language, language=other)
    assert done.exit_code == 0
    assert [words for words in (*told, "ballots", "helper_key") if words not in done.output] == []
    assert bemot("privacy", language=language).output == done.output


def test_privacy_follows_the_settings_and_a_wrong_one_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEMOT_KEEP__CLOSED", "14")
    assert "14 days" in bemot("privacy").output
    monkeypatch.setenv("BEMOT_KEEP__CLOSED", "never")
    done = bemot("privacy")
    assert (done.exit_code, "BEMOT_KEEP__CLOSED" in done.output) == (2, True)


@pytest.mark.parametrize("command", ["list", "export", "purge"])
def test_every_room_command_has_help_with_an_example(command: str) -> None:
    assert f"bemot room {command}" in bemot("room", command, "--help").output
