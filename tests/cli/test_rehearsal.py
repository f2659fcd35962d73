"""What `bemot rehearse` says, in the language of whoever rehearses."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.bots.cast import Cast, Stuck
from game.bots.report import report_of
from game.cli import app
from game.commands.ownserver import rehearsal_server
from game.commands.rehearsaltalk import goes_on, no_room, stands_still, tell
from game.rehearse import NoRoom, Options, Progress
from game.rules import PHASES
from game.wire import Nack

WIDE = {"COLUMNS": "200"}
PLACES = {("", 0): 2, ("vote", 1): 4, ("vote", 2): 40}

COUNTS = {"votes": [1, 1], "own": 0, "passed": 0, "own_texts": []}
SHOWN = {
    "result": {"before": COUNTS, "after": COUNTS, "changed": 0, "paired": 2},
    "card": {"id": "motet/kon", "choices": ["a", "b"], "practice": False},
}
"""What a table is shown of a card."""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", ["Spelar: Tyst röst", "Spelar: Rösta om"]),
        ("en", ["Playing: Silent vote", "Playing: Vote again"]),
    ],
)
def test_the_progress_speaks_of_phases_as_the_windows_do(
    language: str, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEMOT_LANGUAGE", language)
    assert [goes_on(Progress(done=1, of=4, phase="vote", round=round_)) for round_ in (1, 2)] == told
    assert {name for name in PHASES if goes_on(Progress(done=0, of=4, phase=name)).endswith(": ")} == set()


@pytest.mark.parametrize(
    ("lost", "server", "sv", "en"),
    [
        (
            True,
            "http://127.0.0.1:9",
            "Servern på http://127.0.0.1:9 har",
            "The server at http://127.0.0.1:9 has",
        ),
        (True, None, "Repetitionens server har stannat", "The rehearsal's server has stopped"),
        (
            False,
            None,
            "Rum FKT-482 står stilla: inget har hänt på 60 sekunder. Här är skärmarna: Rösta om (40), "
            "Tyst röst (4), utanför rummet (2).",
            "Room FKT-482 stands still: nothing has happened for 60 seconds. Here are the screens: "
            "Vote again (40), Silent vote (4), outside the room (2).",
        ),
    ],
)
def test_a_rehearsal_that_is_given_up_says_why_in_both_languages(
    lost: bool, server: str | None, sv: str, en: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, told in (("sv", sv), ("en", en)):
        monkeypatch.setenv("BEMOT_LANGUAGE", language)
        assert told in stands_still(Stuck("FKT-482", 60, PLACES, lost), Options(server=server))


def test_a_deck_that_the_server_lacks_is_answered_with_those_that_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lacking = NoRoom(Nack(code="unknown_deck", message={"sv": "Nej.", "en": "No."}), ["motet", "lika"])
    for language, told in (
        ("sv", "Välj med --slug bland: motet, lika"),
        ("en", "with --slug among: motet, lika"),
    ):
        monkeypatch.setenv("BEMOT_LANGUAGE", language)
        assert told in no_room(lacking)


@pytest.mark.parametrize(
    ("given", "sv", "en"),
    [
        (["--first-table", "990", "--tables", "40"], "vid högst 960", "begin at 960 at most"),
        (["--join", "FKT-482", "--first-table", "1000"], "vid högst 997", "begin at 997 at most"),
        (["--slug", "x" * 65], "--slug: högst 60 kortlekar", "--slug: at most 60 decks"),
        (["--slug", "x"] * 61, "--slug: högst 60 kortlekar", "--slug: at most 60 decks"),
        (["--join", ""], "Skriv adressen eller koden", "Write the address or the code"),
    ],
)
def test_what_cannot_be_rehearsed_is_refused_in_both_languages_before_anything_starts(
    given: list[str], sv: str, en: str
) -> None:
    for language, told in (("sv", sv), ("en", en)):
        done = CliRunner().invoke(app, ["rehearse", *given], env={**WIDE, "BEMOT_LANGUAGE": language})
        assert (done.exit_code, told in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize("option", ["--report", "--shots"])
def test_a_place_that_cannot_be_written_is_told_before_anybody_plays(option: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    there = str(tmp_path / "file" / "rapport.json")
    done = CliRunner().invoke(app, ["rehearse", option, there], env={**WIDE, "BEMOT_LANGUAGE": "sv"})
    assert done.exit_code == 1
    assert there in done.stderr
    assert done.stdout == ""  # nothing was played, so there are no figures


def test_a_rehearsals_server_logs_nothing_while_all_is_well(capfd: pytest.CaptureFixture[str]) -> None:
    with rehearsal_server():
        pass
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("wrong", "left", "sv", "en"),
    [
        (False, 0, "Allt gick som det ska", "All went well"),
        (True, 0, "Fel räknat: motet/kon vid bord 7, röst 2.", "Counted wrong: motet/kon at table 7"),
        (False, 3, "lagda, kvar på servern 0, 3", "cast, left on the server 0, 3"),
        (False, None, "lagda, kvar på servern 0, –", "cast, left on the server 0, –"),
    ],
)
def test_at_the_end_it_says_whether_all_went_well(
    wrong: bool,
    left: int | None,
    sv: str,
    en: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    cast = Cast(Options(), "http://127.0.0.1:9", 0, code="FKT-482")
    if wrong:
        cast.figures.seen("7.0", 7, 1, SHOWN)  # but its bots have cast nothing
    report = report_of(cast.options, [cast], 1.0, left)
    for language, told in (("sv", sv), ("en", en)):
        monkeypatch.setenv("BEMOT_LANGUAGE", language)
        tell(report)
        said = " ".join("".join(capsys.readouterr()).split())
        assert told in said
        assert ("gick som det ska" in said or "went well" in said) == (not wrong and left == 0)
