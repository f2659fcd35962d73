"""The command line, as a person at a terminal meets it."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli import app
from game.client import session
from game.client.own_programmes import OwnProgramme, OwnProgrammes
from game.client.settings import user_folder
from game.doctor import examine
from game.rules import Step
from game.wire import PROTOCOL, RoomRequest

DECKS = Path(__file__).parent.parent / "decks"
SPEAKING = {"BEMOT_LANGUAGE": "en", "COLUMNS": "200"}


def bemot(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real program in a process of its own, without a display."""
    import os

    blind = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**blind, **SPEAKING, **environment},
        check=False,
    )


def test_without_a_display_the_start_window_explains_itself_and_offers_the_server() -> None:
    for command in ([], ["join", "FKT-482"], ["screen", "FKT-482"], ["host"]):
        done = bemot(*command, SDL_VIDEODRIVER="dummy")
        assert done.returncode == 1
        assert "bemot serve" in done.stderr
        assert "Traceback" not in done.stderr


def test_the_language_follows_the_person() -> None:
    assert "Ingen bildskärm" in bemot(SDL_VIDEODRIVER="dummy", BEMOT_LANGUAGE="sv").stderr
    assert "No display" in bemot(SDL_VIDEODRIVER="dummy", BEMOT_LANGUAGE="en").stderr


@pytest.mark.parametrize(
    "command", ["serve", "join", "screen", "host", "rehearse", "protocol", "doctor", "backup", "restore"]
)
def test_every_command_has_help_with_an_example(command: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"], env=SPEAKING)
    assert shown.exit_code == 0
    assert f"bemot {command}" in shown.output


@pytest.mark.parametrize("command", ["check", "stamp", "schema"])
def test_every_deck_command_has_help_with_an_example(command: str) -> None:
    shown = CliRunner().invoke(app, ["deck", command, "--help"], env=SPEAKING)
    assert f"bemot deck {command}" in shown.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--help"], ["Användning: ", "Val", "Kommandon", "Visa den här hjälpen."]),
        (["join", "--help"], ["Användning: ", "Argument", "Val", "[krävs]"]),
        (["deck", "check", "--help"], ["Användning: ", "Argument", "Val"]),
        (["rehearse", "-h"], ["[annars: 3]"]),
        (["serve", "--prot", "1"], ["Användning: ", "Hjälp: ", "Fel", "Valet finns inte: --prot"]),
        (["sreve"], ["Kommandot finns inte: 'sreve'"]),
        (["join"], ["Argument saknas: 'where'"]),
        (["join", "a", "b"], ["För många argument: (b)"]),
        (["serve", "--port"], ["Valet '--port' behöver ett värde"]),
        (["serve", "--port", "x"], ["Fel värde för '--port': det ska vara ett heltal"]),
        (["serve", "--port", "70000"], ["det ska vara högst 65535"]),
        (["rehearse", "--speed", "slow"], ["'slow' är inte något av"]),
        (["rehearse", "--host", "--rooms", "2"], ["--host öppnar ett fönster på en egen server"]),
    ],
)
def test_help_and_refusals_are_swedish_frame_and_all(arguments: list[str], told: list[str]) -> None:
    done = bemot(*arguments, BEMOT_LANGUAGE="sv")
    shown = done.stdout + done.stderr
    assert [words for words in told if words not in shown] == []
    english = ("Usage", "Options", "Commands", "Error", "Show this", "required", "default", "Try ", "Input")
    assert [word for word in english if word in shown.replace("[OPTIONS]", "")] == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--seats", "9"], "--seats: APT 30 has at most 8 seats"),
        (["--seats", "9", "--host", "--tables", "200"], "--seats: Halvdag has at most 8 seats"),
        (["--seats", "5", "--preset", "Solo"], "--seats: Solo has at most 1 seat at"),
        (["--seats", "1001", "--preset", "Lecture"], "--seats: Lecture has at most 1000 seats"),
        (["--seats", "1001", "--join", "http://127.0.0.1:9/j/FKT-482"], "--seats: a room has at most 1000"),
    ],
)
def test_more_seats_than_a_table_has_are_refused_before_anything_starts(given: list[str], told: str) -> None:
    refused = CliRunner().invoke(app, ["rehearse", *given], env=SPEAKING)
    assert (refused.exit_code, told in refused.stderr) == (2, True)


@pytest.mark.parametrize(
    "to", [["--join", "http://127.0.0.1:9/j/FKT-482"], ["--join", "FKT-482", "--server", "127.0.0.1:9"]]
)
def test_bots_do_not_wait_for_a_server_that_is_not_there(to: list[str]) -> None:
    done = bemot("rehearse", *to)
    assert (done.returncode, "does not answer" in done.stderr) == (2, True)


def test_help_and_refusals_are_english_when_english_is_spoken() -> None:
    refused = bemot("serve", "--prot", "1")
    assert refused.returncode == 2
    assert "No such option: --prot" in refused.stderr
    assert "Usage: " in bemot("serve", "--help").stdout
    assert "'--tables': it must be at least 1" in bemot("rehearse", "--tables", "0").stderr


@pytest.mark.parametrize(
    ("given", "played"), [(["--host"], "Halvdag"), (["--hall", "--preset", "APT 60"], "APT 60")]
)
def test_who_leads_a_rehearsal_gets_a_programme_to_lead(
    given: list[str], played: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("SDL_VIDEODRIVER", raising=False)
    monkeypatch.setattr(
        session, "run_rehearsal", lambda options, request, bots: opened.append(request.preset)
    )
    assert CliRunner().invoke(app, ["rehearse", *given]).exit_code == 0
    assert opened == [played]


def test_a_programme_of_ones_own_is_rehearsed_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[RoomRequest] = []
    for folder in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(folder, str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("SDL_VIDEODRIVER", raising=False)
    monkeypatch.setattr(session, "run_rehearsal", lambda options, request, bots: asked.append(request))
    steps = (Step(kind="checkin", minutes=4), Step(kind="round", minutes=9, card="motet/sockorna"))
    own = OwnProgramme(name="Vår halvdag", preset="Halvdag", pace="hall", decks=("motet",), steps=steps)
    OwnProgrammes(user_folder()).save(own)
    lead = ["rehearse", "--host", "--preset"]
    assert CliRunner().invoke(app, [*lead, "vår halvdag"], env=SPEAKING).exit_code == 0
    (request,) = asked
    assert (request.preset, request.name, request.pace) == ("Halvdag", "Vår halvdag", "hall")
    assert (request.steps, request.decks) == (steps, ("motet",))
    missing = CliRunner().invoke(app, [*lead, "Vår heldag"], env=SPEAKING)
    assert (missing.exit_code, "Vår halvdag, APT 30" in missing.stderr) == (2, True)


def test_the_protocol_is_json_schema() -> None:
    told = json.loads(CliRunner().invoke(app, ["protocol"]).output)
    assert told["protocol"] == PROTOCOL
    assert "properties" in told["messages"]["ViewOut"]


def test_a_good_deck_passes_the_check() -> None:
    done = CliRunner().invoke(app, ["deck", "check", "--no-fit", str(DECKS / "lofte")])
    assert done.exit_code == 0


def test_a_broken_deck_fails_the_check_and_says_where(tmp_path: Path) -> None:
    broken = shutil.copytree(DECKS / "lofte", tmp_path / "lofte")
    card = next((broken / "cards").iterdir())
    card.write_text(card.read_text(encoding="utf-8").replace("heat: 1", "heat: 9"), encoding="utf-8")
    done = bemot("deck", "check", "--no-fit", str(broken))
    assert done.returncode == 1
    line = next(
        n for n, text in enumerate(card.read_text(encoding="utf-8").splitlines(), 1) if "heat" in text
    )
    assert f"{card.name}:{line}" in done.stdout


def test_findings_come_as_json_too(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["deck", "check", "--no-fit", "--json", str(tmp_path / "nowhere")])
    assert done.exit_code == 1
    assert json.loads(done.output)[0]["severity"] == "error"


def test_a_taken_port_is_a_sentence_and_not_a_traceback(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = bemot("serve", "--host", "127.0.0.1", "--port", port, "--database", str(tmp_path / "b.sqlite"))
    assert done.returncode == 2
    assert port in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_database_is_a_sentence_and_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "b.sqlite"
    file.write_bytes(b"not a database at all, but somebody's only copy of something" * 50)
    before = file.read_bytes()
    done = bemot("serve", "--host", "127.0.0.1", "--port", "0", "--database", str(file))
    assert done.returncode == 2
    assert "b.sqlite" in done.stderr
    assert "Traceback" not in done.stderr
    assert file.read_bytes() == before


def symptoms(port: int, database: Path) -> Mapping[str, bool]:
    return {symptom.name: symptom.well for symptom in examine(port, database)}


def test_the_doctor_sees_a_taken_port(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert symptoms(port, tmp_path / "b.sqlite")[f"Port {port}"] is False
    assert symptoms(port, tmp_path / "b.sqlite")[f"Port {port}"] is True


def test_the_doctor_finds_everything_that_was_installed(tmp_path: Path) -> None:
    told = symptoms(0, tmp_path / "b.sqlite")
    assert told["pygame-ce 2.5.8"]
    assert any(name.startswith(("Kortlekar", "Decks")) and well for name, well in told.items())
