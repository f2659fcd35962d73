"""The follow-up at one's own station: the words open the pledge there, for this seat alone."""

from __future__ import annotations

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import team
from game.pledges import Opener
from tests.client.pictures_again import PROMISE, WORDS, followed
from tests.client.tables import House


def asked(kind: str = "solo", seats: int = 2) -> tuple[House, Play, Pilot]:
    house = followed()
    play = house.solo(1) if kind == "solo" else house.table(seats, 1)
    house.table(4, 2)
    house.host()
    house.to("recall")
    return house, play, house.pilot(play, team.build)


def given(house: House) -> list[str | None]:
    """What lies in the box."""
    return [body["kept"] for body in house.facts.boxes["room/recall"].values()]


def fields(pilot: Pilot) -> list[str]:
    return [target.key for target in pilot.pane.live() if target.role == "field"]


def test_by_keyboard_alone_the_words_are_typed_the_pledge_read_and_the_answer_saved() -> None:
    house, play, pilot = asked()
    pilot.type(WORDS.upper().replace(" ", ""))
    pilot.press("return")
    assert pilot.see("Ditt löfte")
    assert pilot.see(PROMISE.then)
    assert pilot.see("Din granne vid bordet fick fråga hur det gick.")
    while pilot.focused() != "kept not_yet":
        pilot.press("tab")
    pilot.press("return")
    while pilot.focused() != "send":
        pilot.press("tab")
    pilot.press("return")
    assert given(house) == ["not_yet"]
    assert pilot.see("Sparad")
    assert PROMISE.then not in str(play.slices)


def test_a_mistyped_word_is_asked_about_and_wrong_ones_are_told_of() -> None:
    _, _, pilot = asked()
    pilot.type("abbore nyckel zodiak")
    assert pilot.see("Menade du abborre nyckel zodiak?")
    pilot.click("meant")
    pilot.click("find")
    assert pilot.see(PROMISE.then)
    _, _, other = asked()
    other.type("zebra zenit zink")
    other.press("return")
    assert other.see("De orden öppnar inget löfte här.")
    other.click("kept done")
    other.press("ctrl+return")
    assert other.see("Sparad")


def test_a_machine_without_memory_says_so_and_the_words_stand_to_be_tried_again() -> None:
    _, play, pilot = asked()
    enough = play.opener

    def too_much(receipt: str, room: str) -> Opener:
        raise MemoryError

    play.opener = too_much
    pilot.type(WORDS)
    pilot.press("return")
    assert pilot.see("Datorn har för lite ledigt minne för att öppna löftet.")
    assert pilot.see(WORDS)
    play.opener = enough
    pilot.click("find")
    assert pilot.see(PROMISE.then)


def test_at_a_shared_machine_nothing_of_one_seats_pledge_is_left_for_the_next() -> None:
    house, play, pilot = asked("table")
    pilot.press("return")
    pilot.type(WORDS)
    pilot.press("return")
    assert pilot.see(PROMISE.then)
    pilot.click("kept done")
    pilot.press("ctrl+return")
    assert given(house) == ["done"]
    pilot.wait(1_100)
    pilot.press("return")
    assert not pilot.see(PROMISE.then)
    assert not any(word in text for word in WORDS.split() for text in pilot.texts())
    assert play.fleeting.get("looks", {}) == {}
    pilot.click(fields(pilot)[0])
    pilot.type(WORDS)
    pilot.press("return")
    assert pilot.see(PROMISE.then)
    pilot.press("escape")
    pilot.wait(1_100)
    assert not pilot.see(PROMISE.then)
    assert play.fleeting.get("looks", {}) == {}


def test_without_the_first_room_one_answers_by_what_one_remembers() -> None:
    house = House("Uppföljning 30", ["motet/utelast-igen"])
    play = house.solo(1)
    house.table(4, 1)
    house.host()
    house.to("recall")
    pilot = house.pilot(play, team.build)
    assert pilot.see("Det förra rummet finns inte kvar här.")
    assert fields(pilot) == []
    pilot.click("kept partly")
    pilot.press("ctrl+return")
    assert given(house) == ["partly"]
