"""`bemot trend`, as somebody in the personnel department meets it at a terminal."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from game.cli import app
from game.places import decks
from tests.trend.year import DAY, JANUARY, Plan, lived

CARD = "motet/nummer-61"


def run(*arguments: object, language: str = "sv") -> Result:
    speaking = {"BEMOT_LANGUAGE": language, "COLUMNS": "200"}
    return CliRunner().invoke(app, ["trend", *map(str, arguments)], env=speaking)


def said(done: Result) -> str:
    return " ".join(done.output.split())


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three workplace meetings in January and one hall in March."""
    path = tmp_path_factory.mktemp("trend") / "bemot.sqlite"
    plans = [Plan(f"r{n}", JANUARY + n * DAY, (4,), (CARD,)) for n in range(3)]
    plans.append(Plan("r3", JANUARY + 60 * DAY, (4, 5, 4), (CARD,)))
    return asyncio.run(lived(path, plans))


def test_without_a_file_it_is_told_in_the_terminal(database: Path) -> None:
    done = run("--from", database, "--lang", "en")
    assert done.exit_code == 0
    for words in ("Over time · January 2026 – March 2026", "Waiting", "Season plan", "want to improve"):
        assert words in said(done)
    assert "r3" not in done.output


def test_every_form_is_written(database: Path, tmp_path: Path) -> None:
    for form in ("pdf", "html", "csv", "xlsx", "json"):
        done = run("--from", database, "-o", tmp_path / f"trend.{form}")
        assert done.exit_code == 0, done.output
        assert (tmp_path / f"trend.{form}").stat().st_size > 500
    again = run("--from", database, "-o", tmp_path / "trend.json")
    assert again.exit_code == 2


def test_it_begins_in_the_month_that_is_asked_for(database: Path, tmp_path: Path) -> None:
    for since, months in (("2026-01", ["2026-01", "2026-02", "2026-03"]), ("2026-02", ["2026-03"])):
        file = tmp_path / f"{since}.json"
        assert run("--from", database, "--since", since, "-o", file).exit_code == 0
        assert json.loads(file.read_text())["months"] == months


def test_one_small_room_is_told_what_is_needed(tmp_path: Path) -> None:
    path = asyncio.run(lived(tmp_path / "b.sqlite", [Plan("r0", JANUARY, (4,), (CARD,))]))
    done = run("--from", path)
    assert done.exit_code == 0
    assert "Tre arbetsplatsträffar med ett bord var räcker" in said(done)


def test_cards_are_proposed_from_a_deck_of_ones_own(database: Path, tmp_path: Path) -> None:
    own = tmp_path / "lekar" / "motet"
    shutil.copytree(decks() / "motet", own)
    for card in own.glob("cards/*.yaml"):
        if card.stem != "snart-sa-de":
            card.write_text(card.read_text("utf-8").replace("status: reviewed", "status: retired"), "utf-8")
    for path in (own, own.parent):
        file = tmp_path / f"{path.name}.json"
        assert run("--from", database, "--decks", path, "-o", file).exit_code == 0
        assert [one["card"] for one in json.loads(file.read_text())["season"]] == ["motet/snart-sa-de"]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (("--since", "i maj"), "är ingen månad"),
        (("-o", "trend.docx"), "slutar inte på"),
        (("--from", "finns-inte.sqlite"), "finns-inte.sqlite"),
    ],
)
def test_a_wrong_wish_is_answered_in_one_sentence(wish: tuple[str, ...], words: str) -> None:
    done = run(*wish)
    assert done.exit_code == 2
    assert words in said(done)
    assert "Traceback" not in done.output
