"""A whole session on a screen of one's own, and a round at a shared one, with nothing but keys."""

from __future__ import annotations

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import team
from game.rules.command import CallTimeout, CheckIn, MarkAway
from tests.client.tables import House, a_room

CARD = "motet/utelast-igen"


def phase(play: Play) -> tuple[str, int]:
    return (play.stage["phase"], play.stage["round"]) if play.stage else ("", 0)


def test_a_person_alone_practises_a_card_from_the_door_to_the_end() -> None:
    house = House("Solo", [CARD])
    solo = house.solo(ready=False)
    pilot = house.pilot(solo, team.build)
    assert pilot.see("Vem ser vad")
    pilot.press("return")
    pilot.press("return")
    assert phase(solo) == ("frame", 1)
    pilot.press("return")
    assert phase(solo) == ("draw", 1)
    pilot.press("1")
    assert phase(solo) == ("read", 1)
    pilot.press("return")
    assert phase(solo) == ("vote", 1)
    pilot.press("2", "return")
    house.wait(6_000, pilot)
    assert phase(solo) == ("talk", 1)
    pilot.press("right")
    assert solo.talk is not None
    assert solo.talk["shown"] == 1
    pilot.press("ctrl+return")
    assert phase(solo) == ("vote", 2)
    pilot.press("3", "return")
    house.wait(6_000, pilot)
    assert phase(solo) == ("compare", 1) or phase(solo) == ("perspective", 1)
    pilot.press("return")
    assert phase(solo) == ("note", 1)
    pilot.press("ctrl+return")
    assert phase(solo) == ("pledge", 1)


def test_the_second_vote_shows_nothing_of_the_first() -> None:
    house, _, _ = a_room("lobby", cards=[CARD] * 3)
    solo = house.solo(2)
    house.to("vote", 1)
    pilot = house.pilot(solo, team.build)
    pilot.press("2", "return")
    house.to("vote", 2)
    pilot.pane.refresh()
    assert not pilot.find("cast").enabled


def test_an_own_vote_is_shown_and_may_be_changed_until_it_closes() -> None:
    house = House("APT 30", [CARD])
    solo, other = house.solo(), house.solo()
    house.host()
    house.to("vote")
    pilot = house.pilot(solo, team.build)
    pilot.press("2", "return")
    assert pilot.see("Sparad. Går att ändra")
    pilot.press("3")
    assert pilot.find("cast").label == "Ändra min röst"
    pilot.press("return")
    assert solo.you is not None
    assert solo.you["own"][solo.seats[0]["id"]]["choice"] == "c"
    assert other.you is not None
    assert other.you["own"] == {}


def test_a_round_at_a_shared_machine_by_keyboard() -> None:
    house, table, _ = a_room("draw", cards=[], seats=2)
    pilot = house.pilot(table, team.build)
    pilot.press("2")
    assert phase(table) == ("read", 1)
    pilot.press("return")
    for vote in ("1", "3"):
        pilot.press("return", vote, "return")
        pilot.wait(1100)
    house.wait(6_000, pilot)
    assert phase(table) == ("reveal", 1)
    assert pilot.see("Så valde ni")
    pilot.press("return")
    assert phase(table) == ("talk", 1)
    pilot.press("k")
    assert table.talk is not None
    assert table.talk["twist"]
    pilot.press("ctrl+return")
    for vote in ("3", "3"):
        pilot.press("return", vote, "return")
        pilot.wait(1100)
    house.wait(6_000, pilot)
    assert phase(table) == ("compare", 1)
    pilot.press("return", "return")
    assert phase(table) == ("note", 1)


def test_the_note_field_warns_about_people_and_saves_with_a_tag() -> None:
    house, table, _ = a_room("note", cards=[CARD] * 3)
    pilot = house.pilot(table, team.build)
    field = next(target for target in pilot.pane.live() if target.role == "field")
    pilot.click(field.key)
    pilot.type("Be sedan Anna Karlsson")
    assert pilot.see("ser ut som ett namn")
    pilot.press("ctrl+a", "backspace")
    pilot.type("Visa hur man låser upp")
    pilot.click("Förbättra")
    pilot.click("save note")
    assert table.notes is not None
    assert [note["text"] for note in table.notes["notes"]] == ["Visa hur man låser upp"]


def test_a_note_of_several_lines_is_saved_as_one() -> None:
    house, table, _ = a_room("note", cards=[CARD] * 3)
    pilot = house.pilot(table, team.build)
    field = next(target for target in pilot.pane.live() if target.role == "field")
    pilot.click(field.key)
    pilot.type("Visa hur")
    pilot.press("return")
    pilot.type("man låser upp")
    pilot.click("Förbättra")
    pilot.click("save note")
    assert table.notes is not None
    assert [note["text"] for note in table.notes["notes"]] == ["Visa hur man låser upp"]


def test_a_time_out_stops_the_table_and_goes_on_by_key() -> None:
    house, table, _ = a_room("talk", cards=[CARD] * 3)
    pilot = house.pilot(table, team.build)
    pilot.press("t")
    assert pilot.see("Paus på det här kortet")
    pilot.press("1")
    assert not pilot.see("Paus på det här kortet")
    pilot.press("t", "3")
    assert pilot.see("Spelledaren vet och kommer")


def test_a_refusal_is_shown_as_a_sentence_and_goes_away() -> None:
    house, table, _ = a_room("talk", cards=[CARD] * 3)
    pilot = house.pilot(table, team.build)
    table.do(CheckIn(seat=table.seats[0]["id"], serial=table.serial, number=3))
    pilot.pane.refresh()
    assert pilot.see("Det går inte i det här steget.")
    pilot.press("k")
    assert not pilot.see("Det går inte i det här steget.")


def test_help_opens_by_key_and_closes_by_escape() -> None:
    house, table, _ = a_room("talk", cards=[CARD] * 3)
    pilot = house.pilot(table, team.build)
    pilot.press("f1")
    assert pilot.see("Hjälp och tangenter")
    pilot.press("escape")
    assert not pilot.see("Hjälp och tangenter")


def test_leaving_asks_first() -> None:
    house, table, _ = a_room("talk", cards=[CARD] * 3)
    left: list[bool] = []
    table.leave = lambda: left.append(True)
    pilot = house.pilot(table, team.build)
    pilot.press("m", "5")
    assert left == []
    pilot.press("escape")
    pilot.press("m", "5")
    pilot.click("leave now")
    assert left == [True]


def test_a_listener_is_told_kindly() -> None:
    house = House("APT 30", [CARD])
    solos = [house.solo() for _ in range(3)]
    house.host()
    house.to("vote")
    late = solos[2]
    house.everybody(leave_out=[late.seats[0]["id"]])
    house.does(solos[0], MarkAway(seat=late.seats[0]["id"]))
    house.wait(6_000)
    house.to("vote", 2)
    pilot = house.pilot(late, team.build)
    assert pilot.see("Du lyssnar på det här kortet")


def test_the_wall_shows_no_buttons_and_no_choice() -> None:
    house, table, _ = a_room("lobby", cards=[CARD] * 3)
    wall = house.screen(1)
    house.to("vote")
    house.everybody()
    pilot: Pilot = house.pilot(wall, team.build)
    assert [target.key for target in pilot.pane.live() if target.stop] == []
    assert pilot.see("5 av 5 klara")
    house.does(table, CallTimeout())
    pilot.pane.refresh()
    assert pilot.see("Paus på det här kortet")


def test_removed_and_closed_are_told_with_a_way_out() -> None:
    from game.client.news import Status

    house, table, _ = a_room("talk", cards=[CARD] * 3)
    left: list[bool] = []
    table.leave = lambda: left.append(True)
    pilot = house.pilot(table, team.build)
    table.take(
        Status("refused", 0.0, "removed", {"sv": "Spelledaren har tagit bort den här skärmen.", "en": ""})
    )
    pilot.pane.refresh()
    assert pilot.see("Spelledaren har tagit bort den här skärmen.")
    pilot.press("return")
    assert left == [True]
