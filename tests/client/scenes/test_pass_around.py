"""The shared machine goes round the table: alone with the screen, and nothing left for the next seat."""

from __future__ import annotations

import pytest

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.settings import Settings
from game.client.stations import team
from tests.client.tables import House, a_room

CARD = "motet/utelast-igen"


def at_vote(seats: int = 3) -> tuple[House, Play, Pilot]:
    house, table, _ = a_room("vote", cards=[CARD] * 3, seats=seats)
    return house, table, house.pilot(table, team.build, settings=Settings(motion=False))


def vote(pilot: Pilot, key: str) -> None:
    """Gate, choice, confirmed; the curtain falls."""
    pilot.press("return", key, "return")


def sealed(house: House) -> list[str]:
    bodies = [body for box in house.facts.boxes.values() for body in box.values()]
    return sorted(str(body["choice"]) for body in bodies if "choice" in body)


def test_a_gate_shows_whose_turn_it_is_and_no_options() -> None:
    _, _, pilot = at_vote()
    assert pilot.see("Plats Blå cirkel")
    assert pilot.see("Bara du tittar")
    assert not pilot.see("Låser upp")


def test_every_seat_votes_by_keyboard_alone() -> None:
    house, table, pilot = at_vote(3)
    for key in ("1", "3", "2"):
        vote(pilot, key)
        pilot.wait(1100)
    assert sealed(house) == ["a", "b", "c"]
    assert pilot.see("Alla är klara.")
    assert table.progress is not None
    assert table.progress["done"] == 3


def test_nothing_is_sent_before_it_is_confirmed() -> None:
    house, _, pilot = at_vote()
    pilot.press("return", "2")
    assert sealed(house) == []


def test_nothing_is_chosen_when_the_options_come_up() -> None:
    house, _, pilot = at_vote()
    pilot.press("return", "return", "return")
    assert sealed(house) == []
    assert not pilot.find("cast").enabled


def test_the_curtain_covers_everything_and_takes_no_input() -> None:
    _, _, pilot = at_vote()
    vote(pilot, "2")
    assert pilot.texts() == ["Tack. Lämna vidare."]
    pilot.press("return", "1", "return")
    assert pilot.texts() == ["Tack. Lämna vidare."]


def test_after_the_curtain_the_picture_is_the_same_whatever_was_chosen() -> None:
    pictures = []
    for key in ("1", "2", "3", "4", "p"):
        _, _, pilot = at_vote()
        vote(pilot, key)
        pilot.wait(1100)
        pictures.append((pilot.texts(), pilot.surface.get_view("0").raw, pilot.focused()))
    assert pictures[1:] == pictures[:-1]


def test_the_next_seats_ballot_is_the_same_whatever_was_chosen() -> None:
    pictures = []
    for key in ("1", "4"):
        _, _, pilot = at_vote()
        vote(pilot, key)
        pilot.wait(1100)
        pilot.press("return")
        pictures.append((pilot.texts(), pilot.surface.get_view("0").raw, pilot.focused()))
    assert pictures[0] == pictures[1]


def test_a_mouse_leaves_no_trace_either() -> None:
    pictures = []
    for letter in ("a", "d"):
        _, table, pilot = at_vote()
        pilot.click("gate")
        pilot.click(f"option {letter} {table.seats[0]['id']}")
        pilot.click("cast")
        pilot.wait(1100)
        pilot.click("gate")
        pictures.append((pilot.texts(), pilot.surface.get_view("0").raw))
    assert pictures[0] == pictures[1]


def test_a_seat_that_comes_back_sees_nothing_of_its_vote_and_may_change_it() -> None:
    house, _, pilot = at_vote(2)
    vote(pilot, "1")
    pilot.wait(1100)
    pilot.click("seat 0")
    assert not pilot.find("cast").enabled
    pilot.press("3", "return")
    pilot.wait(1100)
    assert sealed(house) == ["c"]


def test_words_of_ones_own_are_gone_when_one_backs_out() -> None:
    _, _, pilot = at_vote()
    pilot.press("return", "e")
    pilot.type("Ringer Birgittas chef")
    pilot.click("own done")
    pilot.click("back out")
    pilot.wait(1100)
    pilot.press("return", "e")
    assert not pilot.see("Ringer Birgittas chef")


def test_escape_backs_out_of_the_ballot_as_its_button_does() -> None:
    house, _, pilot = at_vote()
    pilot.press("return", "2", "escape")
    pilot.wait(1100)
    assert pilot.see("Plats Blå cirkel")
    assert not pilot.see("Låser upp")
    assert sealed(house) == []


def test_words_of_ones_own_reach_the_table_without_a_sender() -> None:
    house, table, pilot = at_vote(2)
    pilot.press("return", "e")
    pilot.type("Ringer en kollega")
    pilot.click("own done")
    pilot.press("return")
    pilot.wait(1100)
    vote(pilot, "1")
    house.wait(6_000, pilot)
    assert table.stage is not None
    assert table.stage["phase"] == "reveal"
    assert pilot.see("Ringer en kollega")


def test_an_away_seat_is_never_called() -> None:
    house, _, pilot = at_vote(2)
    pilot.press("m", "1")
    pilot.click("away 0")
    pilot.press("return")
    assert pilot.see("Plats Röd kvadrat")
    assert house.game.room.teams


def test_a_vote_made_offline_is_not_asked_for_again() -> None:
    house, table, pilot = at_vote(2)
    house.cut(table)
    vote(pilot, "2")
    pilot.wait(1100)
    assert pilot.see("Plats Röd kvadrat")
    assert pilot.see("skickas när nätet är tillbaka")
    house.heal(table)
    pilot.pane.refresh()
    assert sealed(house) == ["b"]


@pytest.mark.parametrize("phase", ["checkin", "pledge"])
def test_what_a_seat_says_is_not_on_the_next_seats_screen(phase: str) -> None:
    house, _, _ = a_room(phase, cards=[CARD] * 3, seats=2)
    pilot = house.pilot(house.plays[0], team.build)
    pilot.press("return")
    if phase == "checkin":
        pilot.press("7", "return")
    else:
        for index, text in enumerate(("telefonen ringer", "andas först")):
            fields = [target.key for target in pilot.pane.live() if target.role == "field"]
            pilot.click(fields[index])
            pilot.type(text)
        pilot.press("ctrl+return")
        assert pilot.see("Ditt kvitto")
        (promise,) = house.plays[0].kept["promises"].values()
        words = promise.receipt
        assert all(pilot.see(word) for word in words)
        pilot.press("return")
        assert house.plays[0].kept["promises"] == {}
        assert pilot.texts() == ["Tack. Lämna vidare."]
        pilot.wait(1100)
        assert not any(pilot.see(word) for word in words)
    pilot.wait(1100)
    pilot.press("return")
    assert not pilot.see("telefonen ringer")
    assert not pilot.find("send").enabled


def test_cards_held_up_are_counted_and_the_sum_must_hold() -> None:
    house, table, _ = a_room("read", cards=[CARD] * 3, seats=3)
    pilot = house.pilot(table, team.build)
    pilot.press("m", "1")
    pilot.click("Kort upp")
    pilot.press("return", "return")
    assert pilot.see("Kort upp är inte hemligt")
    plus = [target.key for target in pilot.pane.live() if target.key.startswith("count b")]
    for _ in range(2):
        pilot.click(plus[-1])
    assert pilot.see("2 av 3 kort räknade")
    assert not pilot.find("tally").enabled
    pilot.click(plus[-1])
    pilot.press("return")
    house.wait(6_000, pilot)
    assert table.result is not None
    assert table.result["before"] is not None
    assert table.result["before"]["votes"] == [0, 3, 0, 0]
