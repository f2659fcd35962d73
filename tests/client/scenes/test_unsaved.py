"""What was typed and not saved when the step ended is said, and saved still where that can be done."""

from __future__ import annotations

import pytest

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.settings import Settings
from game.client.stations import team
from game.rules.command import CloseRoom, CloseVote, DealCard, OpenNext
from tests.client.tables import House

CARD = "motet/utelast-igen"
CALM = Settings(motion=False)
WORDS = "Sen anka kommer fram"


def at(phase: str, preset: str = "APT 60", seats: int = 3) -> tuple[House, Play, Play, Pilot]:
    """(house, a table's shared machine, or with one seat a screen of one's own, its host, its window)"""
    house = House(preset, [CARD], pace="hall")
    table = house.table(seats) if seats > 1 else house.solo()
    host = house.host()
    if seats == 1:
        house.solo()
    house.to(phase)
    return house, table, host, house.pilot(table, team.build, settings=CALM)


def on(house: House, host: Play, pilot: Pilot) -> None:
    """The host opens the next step."""
    house.does(host, OpenNext(serial=host.serial))
    look(pilot)


def look(pilot: Pilot) -> None:
    """The window is drawn anew, as it is for news."""
    pilot.pane.refresh()
    pilot.settle()


def typing_a_note(preset: str = "APT 60") -> tuple[House, Play, Play, Pilot]:
    house, table, host, pilot = at("note", preset)
    pilot.click("Stärk")
    pilot.click(next(target.key for target in pilot.pane.live() if target.role == "field"))
    pilot.type(WORDS)
    return house, table, host, pilot


def unsaved(pilot: Pilot) -> bool:
    return any(target.key == "unsaved" for target in pilot.pane.live())


def notes(house: House) -> list[tuple[str, str, str]]:
    (only,) = house.game.room.teams.values()
    return [(note.card, note.tag, note.text) for note in only.notes.values()]


def test_a_note_that_the_host_left_behind_is_saved_from_the_next_step() -> None:
    house, table, host, pilot = typing_a_note()
    assert table.card is not None
    card = table.card["id"]
    assert not unsaved(pilot)
    on(house, host, pilot)
    assert pilot.see(f"Inte sparad: ”{WORDS}”")
    pilot.click("unsaved")
    assert pilot.problems() == []
    pilot.click("save unsaved")
    assert notes(house) == [(card, "strengthen", WORDS)]
    assert not unsaved(pilot)


def test_it_waits_while_the_next_card_is_open_and_is_offered_at_its_note_and_in_the_harvest() -> None:
    house, table, host, pilot = typing_a_note()
    on(house, host, pilot)
    house.does(host, DealCard(serial=host.serial))
    look(pilot)
    assert not unsaved(pilot)
    house.to("note", step=table.stage["step"] if table.stage else None)
    look(pilot)
    assert unsaved(pilot)
    while not (table.stage and table.stage["phase"] == "harvest"):
        house.to("harvest")
    look(pilot)
    assert pilot.see(f"Inte sparad: ”{WORDS}”")
    pilot.click("unsaved")
    pilot.click("save unsaved")
    assert WORDS in [text for _card, _tag, text in notes(house)]


def test_in_a_closed_room_it_can_be_read_once_more_and_thrown_away() -> None:
    house, _table, host, pilot = typing_a_note()
    house.does(host, CloseRoom())
    look(pilot)
    pilot.click("unsaved")
    assert pilot.see(WORDS)
    assert pilot.see("Skriv av det om ni vill ha det kvar.")
    pilot.click("throw unsaved")
    assert not unsaved(pilot)


def test_what_was_saved_is_not_called_unsaved() -> None:
    house, _table, host, pilot = typing_a_note()
    pilot.click("save note")
    on(house, host, pilot)
    assert not unsaved(pilot)


def test_a_note_that_was_sent_without_a_network_and_came_too_late_is_not_lost() -> None:
    house, table, host, pilot = typing_a_note()
    house.cut(table)
    pilot.click("save note")
    house.does(host, OpenNext(serial=host.serial))
    house.heal(table)
    look(pilot)
    assert pilot.see(f"Inte sparad: ”{WORDS}”")
    pilot.click("unsaved")
    pilot.click("save unsaved")
    assert WORDS in [text for _card, _tag, text in notes(house)]


def type_into(pilot: Pilot, text: str) -> None:
    pilot.click(next(target.key for target in pilot.pane.live() if target.role == "field"))
    pilot.type(text)


@pytest.mark.parametrize("seats", [1, 3])
def test_a_half_written_answer_can_be_read_once_more_by_its_writer_alone(seats: int) -> None:
    house, table, host, pilot = at("vote", seats=seats)
    if seats > 1:
        pilot.press("return")
    pilot.press("e")
    type_into(pilot, WORDS)
    house.does(host, CloseVote(serial=host.serial))
    if table.stage and table.stage["phase"] == "vote":
        on(house, host, pilot)
    look(pilot)
    assert pilot.see("Ett eget svar hann inte med")
    if seats > 1:
        assert pilot.see("Det som skrevs är raderat.")
        assert WORDS not in str(pilot.pane.memory.fields)
        assert WORDS not in str(table.kept)
        pilot.click("unsaved seen")
        assert not pilot.see("Ett eget svar hann inte med")
    else:
        assert not pilot.see(WORDS)
        pilot.click("unsaved")
        assert pilot.see(WORDS)


@pytest.mark.parametrize("seats", [1, 3])
def test_a_half_written_pledge_is_said_to_be_lost_or_shown_to_its_writer(seats: int) -> None:
    house, _table, host, pilot = at("pledge", "Halvdag", seats)
    if seats > 1:
        pilot.press("return")
    type_into(pilot, WORDS)
    on(house, host, pilot)
    assert pilot.see("Ett löfte hann inte sparas.")
    if seats > 1:
        assert WORDS not in str(pilot.pane.memory.fields)
    else:
        pilot.click("unsaved")
        assert pilot.see(WORDS)


def test_an_answer_that_was_sent_or_taken_back_is_not_called_lost() -> None:
    house, table, host, pilot = at("vote", seats=3)
    for key in ("escape", "return"):
        pilot.press("return")
        pilot.press("e")
        type_into(pilot, WORDS)
        pilot.click("own done")
        pilot.press(key)
        pilot.wait(2_000)
    house.does(host, CloseVote(serial=host.serial))
    if table.stage and table.stage["phase"] == "vote":
        on(house, host, pilot)
    look(pilot)
    assert not pilot.see("Ett eget svar hann inte med")
