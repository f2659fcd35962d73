"""Icons keep to what SDL draws, sounds come from their script, seats have names in both languages."""

import re
import runpy
import wave
from pathlib import Path

import pytest

from game.client.sound import NAMES, Sounds
from game.client.ui import Language, seat_name
from game.client.ui.shapes import SEATS, outline
from game.places import assets

ICONS = sorted((assets() / "icons").glob("*.svg"))
UNDRAWN = re.compile(
    r"<(clipPath|mask|use|symbol|text|filter|pattern|marker|linearGradient|image)|currentColor|opacity|rgba\(|hsl"
)


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_uses_only_what_is_drawn_and_one_colour(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert UNDRAWN.search(source) is None
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}", source)) == {"#000000"}


@pytest.mark.parametrize("shape", [*SEATS, "circle", "square", "triangle", "diamond", "hexagon"])
def test_a_shape_stays_in_its_square_and_fills_much_of_it(shape: str) -> None:
    points = outline(shape)
    assert all(-0.03 <= value <= 1.03 for point in points for value in point)
    assert max(x for x, _ in points) - min(x for x, _ in points) > 0.6


def test_the_twelve_seats_have_names_in_both_languages() -> None:
    swedish = {seat_name(number, Language("sv")) for number in range(12)}
    english = {seat_name(number, Language("en")) for number in range(12)}
    assert len(swedish) == len(english) == 12
    assert swedish.isdisjoint(english)


def test_the_sounds_are_those_the_script_makes() -> None:
    made = runpy.run_path(str(assets() / "sounds" / "synthesise.py"))
    assert set(made["SOUNDS"]) == set(NAMES)
    with wave.open(str(assets() / "sounds" / "card.wav")) as file:
        assert file.readframes(file.getnframes()) == made["render"](*made["SOUNDS"]["card"])


def test_a_sound_is_played_and_the_device_given_back() -> None:
    sounds = Sounds()
    sounds.play("chime")
    sounds.close()


def test_an_unknown_sound_is_refused() -> None:
    with pytest.raises(KeyError):
        Sounds().play("fanfare")


def test_a_machine_without_sound_stays_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    sounds = Sounds()
    sounds.play("chime")
    assert sounds.silent
