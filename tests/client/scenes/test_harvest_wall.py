"""The harvest on a table's wall: nobody can scroll there, so every note comes up by itself."""

from __future__ import annotations

from typing import Literal

import pytest

from game.client.play import Play
from game.client.settings import Settings
from game.client.stations import team
from game.rules.command import WriteNote
from tests.client.tables import House

TAGS: tuple[Literal["strengthen", "improve", "act"], ...] = ("strengthen", "improve", "act")
TURN = 15_000
SHORT = "Vi ringer tillbaka samma dag"
LONG = "Den som tar emot ett ärende äger det tills någon annan har tagit över, och det står i ärendet"


def at_harvest(notes: int, text: str) -> tuple[House, Play, list[str]]:
    """A table that has written so many notes at each of three cards; its wall, and what was written."""
    house = House("APT 60")
    table, wall = house.table(5, 1), house.screen(1)
    house.host()
    written: list[str] = []
    for step in (n for n, step in enumerate(house.game.room.steps) if step.kind == "round"):
        house.to("note", step=step)
        for number in range(notes):
            written.append(f"{text} {step}.{number}")
            house.does(table, WriteNote(serial=table.serial, text=written[-1], tag=TAGS[number % 3]))
    house.to("harvest")
    return house, wall, written


@pytest.fixture(scope="module")
def many() -> tuple[House, Play, list[str]]:
    return at_harvest(3, LONG)


@pytest.mark.parametrize("text", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_every_note_comes_up_without_a_hand(
    many: tuple[House, Play, list[str]], size: tuple[int, int], text: float
) -> None:
    house, wall, written = many
    pilot = house.pilot(wall, team.build, size, Settings(text=text, motion=False))
    assert pilot.pane.layout.scrollers == []
    seen: set[str] = set()
    for _page in range(5):
        assert pilot.problems() == []
        seen |= {note for note in written if pilot.see(note)}
        pilot.wait(TURN)
    assert seen == set(written)


def test_large_text_gives_way_before_the_notes_need_another_page() -> None:
    house, wall, written = at_harvest(1, SHORT)
    pilot = house.pilot(wall, team.build, (1280, 720), Settings(text=1.5, motion=False))
    assert all(pilot.see(note) for note in written)
    assert not pilot.see("Sida")
