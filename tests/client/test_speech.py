"""Reading aloud, with a program of our own in place of the computer's voice."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from game.client.settings import Settings
from game.client.speech import Reader, Speech
from game.client.stations import team
from tests.client.tables import a_room

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in voice is a shell script")


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program "voice" that writes what it is told into the file that is answered."""
    heard = tmp_path / "heard.txt"
    program = tmp_path / "voice"
    act = f"open({str(heard)!r}, 'w').write(sys.argv[1] + ': ' + sys.stdin.read())"
    program.write_text(f"#!{sys.executable}\nimport sys\n{act}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return heard


READERS = (Reader("missing-voice", lambda code: ()), Reader("voice", lambda code: (code,)))


@posix
def test_the_first_voice_that_is_there_is_given_the_language_and_the_text(voice: Path) -> None:
    speech = Speech(READERS)
    speech.say("Någon står vid disken.", "sv")
    assert speech._talking is not None
    speech._talking.wait()
    assert voice.read_text(encoding="utf-8") == "sv: Någon står vid disken."
    speech.hush()


def test_a_computer_without_a_voice_says_nothing() -> None:
    speech = Speech(())
    speech.say("Hej", "sv")
    assert not speech.able


def test_a_card_is_read_once_as_it_comes_and_again_by_key() -> None:
    house, table, _ = a_room("read", cards=["motet/utelast-igen"] * 3)
    said: list[tuple[str, str]] = []
    table.speak = lambda text, language: said.append((language, text))
    pilot = house.pilot(table, team.build, settings=Settings(read_aloud=True, language="en"))
    assert len(said) == 1
    assert said[0][0] == "en"
    assert "IT support" in said[0][1]
    pilot.wait(2_000)
    pilot.press("l")
    assert len(said) == 2


def test_a_station_that_did_not_ask_hears_nothing() -> None:
    house, table, _ = a_room("read", cards=["motet/utelast-igen"] * 3)
    said: list[str] = []
    table.speak = lambda text, language: said.append(text)
    pilot = house.pilot(table, team.build)
    assert said == []
    assert not pilot.see("Läs upp")
