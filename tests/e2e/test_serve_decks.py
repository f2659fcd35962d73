"""What whoever starts a server, or a rehearsal, is told of the decks it was given."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from typer.testing import CliRunner, Result

from game.cli import app
from tests.cards.build import CARD_FILE, DeckFolder, good_deck


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    """A sound deck, one that replaces the game's own, and two that are broken in different ways."""
    folder = tmp_path / "mina lekar"
    good_deck(folder, "hemma")
    good_deck(folder, "motet")
    broken(good_deck(folder, "trasig"))
    (folder / "paket.zip").write_bytes(b"no package")
    return folder


def broken(deck: DeckFolder) -> DeckFolder:
    """Two errors in one card."""
    return deck.edit(CARD_FILE, "heat: 1", "heat: 9").edit(CARD_FILE, "minutes: 12", "minutes: many")


@contextmanager
def served(database: Path, decks: Path, language: str) -> Iterator[tuple[list[str], str]]:
    """`bemot serve`, as it is started by hand: what it said until it had read its decks, and its address."""
    command = [
        sys.executable,
        "-m",
        "game",
        "serve",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--decks",
        str(decks),
    ]
    env = {**os.environ, "BEMOT_LANGUAGE": language, "COLUMNS": "80", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, "--database", str(database)], stdout=subprocess.PIPE, env=env, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip()]
        while not told[-1].startswith(tuple("0123456789")):
            told.append(process.stdout.readline().strip())
        try:
            yield told, f"http://127.0.0.1:{told[0].rsplit(':', 1)[-1]}"
        finally:
            process.terminate()


WORDS = {
    "sv": [
        "Kortleken ”paket.zip” är trasig och spelas inte: 1 fel. Se dem: bemot deck check",
        "Kortleken ”trasig” är trasig och spelas inte: 2 fel. Se dem: bemot deck check",
        "Kortleken ”motet” i",
        ", 2 trasiga",
    ],
    "en": [
        "The deck “paket.zip” is broken and is not played: 1 error. See it: bemot deck check",
        "The deck “trasig” is broken and is not played: 2 errors. See them: bemot deck check",
        "The deck “motet” in",
        ", 2 broken",
    ],
}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_server_says_which_decks_are_broken_and_which_replace_its_own_and_plays_the_others(
    decks: Path, tmp_path: Path, language: str
) -> None:
    with served(tmp_path / "bemot.sqlite", decks, language) as (told, url):
        assert [word for word, line in zip(WORDS[language], told[2:], strict=True) if word not in line] == []
        assert told[3].endswith(f'"{decks / "trasig"}"')
        wish = json.dumps({"preset": "APT 30", "decks": ["hemma"]}).encode()
        made = urlopen(Request(f"{url}/api/rooms", wish, {"Content-Type": "application/json"}))
        assert json.load(made)["ok"]


def rehearse(*arguments: object) -> Result:
    """`bemot rehearse`, as short as it gets."""
    given = [str(one) for one in ("--tables", 1, "--seats", 2, *arguments)]
    return CliRunner().invoke(app, ["rehearse", *given], env={"BEMOT_LANGUAGE": "en", "COLUMNS": "400"})


def test_a_rehearsal_plays_the_decks_it_was_given_and_says_which_are_broken(
    decks: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    done = rehearse("--decks", decks, "--slug", "hemma", "--report", report)
    assert done.exit_code == 0, done.output
    played = {outcome["card"] for outcome in json.loads(report.read_text("utf-8"))["outcomes"]}
    assert played == {"hemma/femte-samtalet"}


def test_a_rehearsal_of_nothing_but_broken_decks_is_a_sentence(tmp_path: Path) -> None:
    broken(good_deck(tmp_path / "decks", "trasig"))
    done = rehearse("--decks", tmp_path / "decks")
    assert done.exit_code == 1
    assert "The deck “trasig” is broken" in done.output
    assert f"No deck in {tmp_path / 'decks'} can be played." in done.output


@pytest.mark.parametrize(
    "elsewhere", [("--server", "http://127.0.0.1:9"), ("--join", "http://127.0.0.1:9/j/A")]
)
def test_decks_are_for_the_rehearsals_own_server(decks: Path, elsewhere: tuple[str, str]) -> None:
    done = rehearse("--decks", decks, *elsewhere)
    assert done.exit_code == 2
    assert "bemot serve --decks" in done.output


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    done = rehearse("--decks", tmp_path / "nowhere")
    assert done.exit_code == 2
    assert "nowhere" in done.output
