"""A day with a host and many tables: hands, the host's lines, looking up, and waiting for the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.settings import Settings
from game.client.stations import screen, team
from game.rules.command import (
    AskTime,
    CallTimeout,
    CloseRoom,
    Command,
    DealCard,
    DrawCard,
    EndTimeout,
    Extend,
    Pause,
    Resume,
    SendMessage,
    ShowPrompt,
)
from game.rules.model import Presence
from tests.client.pictures_hall import DOOR
from tests.client.pictures_staff import play_on
from tests.client.tables import House, a_room

CARD = "motet/utelast-igen"
STILL = Settings(motion=False)
LOOK = "Titta fram"


def in_hall(phase: str, round: int = 1, seats: int = 3) -> tuple[House, Play, Play, Pilot]:
    """(house, table, host, the table's window) at the hall's pace."""
    house, table, host = a_room(phase, round, cards=[CARD] * 3, seats=seats, pace="hall")
    return house, table, host, house.pilot(table, team.build, settings=STILL)


def shows(house: House, pilot: Pilot, play: Play, *commands: Command) -> None:
    """The room hears commands of a station, and the window shows what came of them."""
    for command in commands:
        house.does(play, command)
        pilot.pane.refresh()
        pilot.settle()


def up(play: Play) -> bool:
    assert play.team is not None
    return play.team["help"]


def votes(house: House) -> list[str]:
    bodies = [body for box in house.facts.boxes.values() for body in box.values()]
    return sorted(str(body["choice"]) for body in bodies if "choice" in body)


# --- a hand for the host ---


@pytest.mark.parametrize("phase", ["lobby", "frame", "checkin", "draw", "read", "vote", "talk", "harvest"])
def test_a_hand_goes_up_and_down_with_one_key_in_every_phase(phase: str) -> None:
    _house, table, _host, pilot = in_hall(phase)
    pilot.press("h")
    assert up(table)
    assert pilot.see("Handen är uppe – spelledaren ser det")
    pilot.press("h")
    assert not up(table)
    assert not pilot.see("Handen är uppe")


def test_a_letter_in_a_note_raises_no_hand() -> None:
    _house, table, _host, pilot = in_hall("note")
    pilot.type("h")
    pilot.press("h")
    assert not up(table)


def test_every_screen_of_the_table_sees_the_hand_alike() -> None:
    house = House("APT 60", [CARD] * 3)
    one, other = house.solo(1), house.solo(1)
    house.host()
    house.to("talk")
    windows = [house.pilot(play, team.build, settings=STILL) for play in (one, other)]
    windows[0].press("h")
    for window in windows:
        window.pane.refresh()
        assert window.see("Handen är uppe – spelledaren ser det")
        assert window.find("hand").label == "Ta ner"


def test_the_menu_says_in_words_what_the_sign_in_the_header_is() -> None:
    house, table, _host, _pilot = in_hall("talk")
    pilot = house.pilot(table, team.build, settings=replace(STILL, text=1.5))
    pilot.click("menu")
    pilot.click("Räck upp handen")
    assert up(table)
    assert not pilot.see("Meny")


def test_there_is_no_hand_to_raise_where_nobody_leads() -> None:
    house = House("Solo", [CARD])
    pilot = house.pilot(house.solo(), team.build, settings=STILL)
    pilot.press("return")
    assert not any(target.key == "hand" for target in pilot.pane.live())
    house, table, _host, pilot = in_hall("talk")
    house.presence = Presence(host="long_gone")
    house.refresh()
    pilot.pane.refresh()
    pilot.press("h")
    assert not up(table)


def test_a_hand_that_is_up_when_the_host_goes_says_when_it_is_seen() -> None:
    house, table, _host, pilot = in_hall("talk")
    pilot.press("h")
    house.presence = Presence(host="long_gone")
    house.refresh()
    pilot.pane.refresh()
    assert pilot.see("när kontakten är tillbaka")
    pilot.press("h")
    assert not up(table)


def test_a_time_out_that_has_fetched_the_host_says_so_once() -> None:
    house, table, _host, pilot = in_hall("talk")
    shows(house, pilot, table, CallTimeout(), EndTimeout(how="call"))
    assert pilot.see("Spelledaren vet och kommer.")
    assert not pilot.see("Handen är uppe")


# --- a line from the host ---


def test_a_line_is_shown_until_it_is_put_away_and_a_new_one_is_shown_again() -> None:
    house, _table, host, pilot = in_hall("talk")
    shows(house, pilot, host, SendMessage(text="Fem minuter till."))
    assert pilot.see("Fem minuter till.")
    pilot.click("OK")
    assert not pilot.see("Fem minuter till.")
    house.to("vote", 2)
    pilot.pane.refresh()
    assert not pilot.see("Fem minuter till.")
    shows(house, pilot, host, SendMessage(text="Nu är det slut."))
    assert pilot.see("Nu är det slut.")
    pilot.press("o")
    assert not pilot.see("Nu är det slut.")


@pytest.mark.parametrize("later", ["Till er.", "Till alla."])
def test_of_a_line_to_all_and_one_to_the_table_the_later_is_shown_and_then_the_other(later: str) -> None:
    house, table, host, pilot = in_hall("talk")
    own = table.team["id"] if table.team else None
    lines = {"Till er.": own, "Till alla.": None}
    (first,) = lines.keys() - {later}
    shows(house, pilot, host, *(SendMessage(text=text, team=lines[text]) for text in (first, later)))
    assert pilot.see(later)
    assert not pilot.see(first)
    pilot.click("OK")
    assert pilot.see(first)
    assert not pilot.see(later)
    pilot.click("OK")
    assert not pilot.see(first)
    assert not pilot.see(later)


def test_a_line_that_the_host_takes_away_is_gone() -> None:
    house, _table, host, pilot = in_hall("talk")
    shows(house, pilot, host, SendMessage(text="Fel rum."), SendMessage(text=""))
    assert not pilot.see("Fel rum.")


def test_a_line_moves_neither_focus_nor_what_is_typed() -> None:
    house, table, host, pilot = in_hall("note")
    pilot.type("Vi hinner")
    before = pilot.focused()
    shows(house, pilot, host, SendMessage(text="Fem minuter till."))
    pilot.type(" lyssna")
    assert pilot.focused() == before
    assert pilot.see("Vi hinner lyssna")
    pilot.click("line read")
    assert pilot.see("Vi hinner lyssna")
    assert table.kind == "table"


def test_a_line_waits_while_a_seat_is_alone_with_the_shared_machine() -> None:
    house, _table, host, pilot = in_hall("vote")
    pilot.press("return", "2")
    shows(house, pilot, host, SendMessage(text="Fem minuter till."))
    assert not pilot.see("Fem minuter till.")
    pilot.press("return")
    pilot.wait(1100)
    assert pilot.see("Fem minuter till.")


def test_the_buttons_of_a_vote_stay_where_they_are_when_a_line_comes() -> None:
    house = House("APT 60", [CARD] * 3, pace="hall")
    play, _other, host = house.solo(1), house.solo(1), house.host()
    house.to("vote")
    pilot = house.pilot(play, team.build, settings=STILL)
    pilot.press("2")
    before = pilot.find("cast").area
    shows(house, pilot, host, SendMessage(text="Fem minuter till."))
    assert pilot.find("cast").area == before
    pilot.press("return")
    assert votes(house) == ["b"]


def test_a_line_is_read_aloud_once_where_cards_are() -> None:
    house, table, host, _pilot = in_hall("talk")
    said: list[str] = []
    table.speak = lambda text, language: said.append(f"{language}: {text}")
    pilot = house.pilot(table, team.build, settings=replace(STILL, read_aloud=True))
    shows(house, pilot, host, SendMessage(text="Fem minuter till."))
    pilot.settle()
    pilot.wait(3000)
    assert said == ["sv: Fem minuter till."]
    own = table.team["id"] if table.team else None
    shows(house, pilot, host, SendMessage(text="Till er.", team=own), SendMessage(text="", team=own))
    assert said == ["sv: Fem minuter till.", "sv: Till er."], "what comes back has been said"


@pytest.mark.parametrize("phase", ["lobby", "talk"])
def test_the_hall_shows_lines_to_all_and_none_to_a_table(phase: str) -> None:
    house, table, host, _pilot = in_hall(phase)
    wall = house.screen()
    pilot = house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR), (1920, 1080), STILL)
    own = table.team["id"] if table.team else None
    shows(house, pilot, host, SendMessage(text="Till alla."), SendMessage(text="Till er.", team=own))
    assert pilot.see("Till alla.")
    assert not pilot.see("Till er.")
    pilot.press("o")
    assert not pilot.see("Till alla.")


# --- looking up ---


def test_when_all_are_asked_to_look_up_every_screen_shows_only_that() -> None:
    house = House("APT 60", [CARD] * 3, pace="hall")
    stations, host = [house.table(3, 1), house.solo(2)], house.host()
    house.to("vote")
    stations += [house.screen(1), house.screen()]
    house.does(host, Pause(look=True, text="Vi samlas i stora salen."))
    for play in stations:
        hall = play is stations[-1]
        build = (lambda play, ctx: screen.build(play, ctx, DOOR)) if hall else team.build
        pilot = house.pilot(play, build, settings=STILL)
        assert pilot.texts() == [LOOK, "Vi samlas i stora salen."]
        assert pilot.pane.live() == []


def test_looking_up_covers_an_open_menu_and_hands_it_back() -> None:
    house, _table, host, pilot = in_hall("talk")
    pilot.click("menu")
    shows(house, pilot, host, Pause(look=True))
    assert pilot.texts() == [LOOK]
    pilot.press("escape", "1", "return")
    shows(house, pilot, host, Resume())
    assert pilot.see("Meny")


def test_what_was_typed_is_there_with_its_focus_when_all_have_looked_up() -> None:
    house, _table, host, pilot = in_hall("note")
    pilot.type("Vi hinner")
    before = pilot.focused()
    shows(house, pilot, host, Pause(look=True))
    pilot.type("xx")
    shows(house, pilot, host, Resume())
    assert pilot.focused() == before
    pilot.type(" lyssna")
    assert pilot.see("Vi hinner lyssna")


@pytest.mark.parametrize("pause", [Pause(look=True), Pause()])
def test_a_seats_choice_lies_behind_its_gate_after_a_pause_and_is_not_lost(pause: Pause) -> None:
    house, _table, host, pilot = in_hall("vote")
    pilot.press("return", "2")
    shows(house, pilot, host, pause)
    assert not pilot.see("Låser upp")
    shows(house, pilot, host, Resume())
    assert pilot.see("Plats Blå cirkel")
    assert not pilot.see("Lägg min röst")
    pilot.press("return")
    assert pilot.find("cast").enabled
    pilot.press("return")
    assert votes(house) == ["b"]


def test_another_seat_that_comes_after_a_pause_finds_nothing_of_the_first() -> None:
    house, _table, host, pilot = in_hall("vote")
    pilot.press("return", "e")
    pilot.type("Frågar varför")
    shows(house, pilot, host, Pause(look=True), Resume())
    pilot.click("seat 1")
    assert not pilot.find("cast").enabled
    pilot.press("return")
    assert not pilot.find("cast").enabled
    pilot.press("e")
    assert not pilot.see("Frågar varför")


def test_a_seat_on_a_screen_of_its_own_finds_its_choice_as_it_was() -> None:
    house = House("APT 60", [CARD] * 3, pace="hall")
    play, _other, host = house.solo(1), house.solo(1), house.host()
    house.to("vote")
    pilot = house.pilot(play, team.build, settings=STILL)
    pilot.press("2")
    before = pilot.surface.copy()
    shows(house, pilot, host, Pause(look=True))
    pilot.settle()
    shows(house, pilot, host, Resume())
    pilot.settle()
    assert pilot.surface.get_view("0").raw == before.get_view("0").raw


def test_a_room_that_closes_while_all_look_up_says_so() -> None:
    house, _table, host, pilot = in_hall("talk")
    shows(house, pilot, host, Pause(look=True), CloseRoom())
    assert not pilot.see(LOOK)


# --- done before the others ---


@pytest.mark.parametrize(
    ("phase", "round"), [("read", 1), ("vote", 1), ("reveal", 1), ("talk", 1), ("vote", 2)]
)
def test_nothing_is_asked_to_pass_the_time_before_the_second_vote_is_counted(phase: str, round: int) -> None:
    _house, _table, _host, pilot = in_hall(phase, round)
    assert not pilot.see("Medan ni väntar")


@pytest.mark.parametrize("phase", ["compare", "perspective", "note"])
def test_a_table_that_is_done_asks_for_one_question_at_a_time(phase: str) -> None:
    _house, _table, _host, pilot = in_hall(phase)
    pilot.click("Medan ni väntar")
    seen = [pilot.texts()]
    pilot.click("Nästa fråga")
    seen.append(pilot.texts())
    assert seen[0] != seen[1]
    pilot.press("escape")
    assert not pilot.see("Nästa fråga")


def test_questions_that_the_talk_came_to_are_not_asked_again() -> None:
    house, table, _host, pilot = in_hall("talk")
    prompts = table.talk["prompts"] if table.talk else []
    text = table.card["text"]["sv"]["questions"] if table.card else []
    first = next(n for n, prompt in enumerate(prompts) if prompt["kind"] == "question")
    shows(house, pilot, table, ShowPrompt(serial=table.serial, index=first))
    assert pilot.see(text[0])
    house.to("compare")
    pilot.pane.refresh()
    pilot.click("Medan ni väntar")
    seen = []
    for _ in range(len(text) + 3):
        seen += pilot.texts()
        pilot.click("Nästa fråga")
    assert text[0] not in seen
    assert set(text[1:]) <= set(seen)


def test_questions_go_away_when_the_host_goes_on() -> None:
    house, _table, _host, pilot = in_hall("perspective")
    pilot.click("Medan ni väntar")
    house.to("note")
    pilot.pane.refresh()
    assert not pilot.see("Nästa fråga")


def test_a_note_half_written_is_there_after_the_questions() -> None:
    _house, _table, _host, pilot = in_hall("note")
    pilot.type("Vi hinner")
    pilot.click("Medan ni väntar")
    pilot.click("Tillbaka")
    assert pilot.see("Vi hinner")


def test_at_its_own_pace_a_table_is_offered_nothing_to_wait_with() -> None:
    house, table, _ = a_room("note", cards=[CARD] * 3)
    assert not house.pilot(table, team.build, settings=STILL).see("Medan ni väntar")


# --- more time ---


def test_at_the_halls_pace_the_host_is_asked_for_time_and_what_comes_of_it_is_said() -> None:
    house, _table, host, pilot = in_hall("talk")
    pilot.click("Vi behöver tid")
    assert pilot.see("Spelledaren ser att ni vill ha mer tid.")
    shows(house, pilot, host, Extend(serial=host.serial, seen=host.version, minutes=2))
    assert pilot.see("2 minuter till. Prata vidare.")
    house.wait(31_000, pilot)
    assert not pilot.see("minuter till")


def test_at_its_own_pace_a_table_is_told_how_many_it_takes() -> None:
    house = House("APT 60", [CARD] * 3)
    plays = [house.solo(1) for _ in range(3)]
    house.host()
    house.to("talk")
    pilot = house.pilot(plays[0], team.build, settings=STILL)
    for play in plays[:2]:
        if play is plays[0]:
            pilot.click("Mer tid")
            assert pilot.see("1 av 3 vill ha mer tid. Fler än hälften räcker.")
        else:
            shows(house, pilot, play, AskTime(serial=play.serial))
    assert pilot.see("2 minuter till. Prata vidare.")


# --- a card of one's own, in the hall's pace ---


def drawing() -> tuple[House, list[Play], Play]:
    house = House("APT 60", pace="hall")
    tables, host = [house.table(3, number) for number in (1, 2)], house.host()
    house.to("draw")
    house.does(host, DealCard(serial=host.serial, own=True))
    return house, tables, host


def test_each_table_is_told_that_it_draws_its_own_and_chooses_one() -> None:
    house, tables, _host = drawing()
    pilot = house.pilot(tables[0], team.build, settings=STILL)
    assert pilot.see("Varje bord drar sitt eget kort nu. Alla möts i nästa steg.")
    pilot.press("2")
    assert tables[0].stage is not None
    assert tables[1].stage is not None
    assert (tables[0].stage["phase"], tables[1].stage["phase"]) == ("read", "draw")


def test_a_table_that_is_done_with_its_own_card_is_told_that_all_meet() -> None:
    house, tables, _host = drawing()
    house.does(tables[0], DrawCard(serial=tables[0].serial, pick=0))
    play_on(house, tables[0])
    pilot = house.pilot(tables[0], team.build, settings=STILL)
    assert pilot.see("Alla bord möts när spelledaren öppnar nästa steg.")
    pilot.click("Medan ni väntar")
    assert pilot.see("Nästa fråga")
    hall = house.screen()
    big = house.pilot(hall, lambda play, ctx: screen.build(play, ctx, DOOR), (1920, 1080), STILL)
    assert big.see("1 av 2 bord klara")


def test_a_table_with_a_card_of_its_own_is_offered_nothing_in_the_middle_of_it() -> None:
    house, table, _host, pilot = in_hall("talk")
    shows(house, pilot, table, CallTimeout(), EndTimeout(how="swap"))
    assert table.stage is not None
    assert table.stage["alone"]
    house.plays = [table]
    house.to("compare")
    pilot.pane.refresh()
    assert not pilot.see("Medan ni väntar")


# --- a break ---


def test_a_pause_counts_down_and_says_when_it_is_over() -> None:
    house, _table, host, pilot = in_hall("talk")
    shows(house, pilot, host, Pause(text="Fika i foajén.", minutes=15))
    assert pilot.see("Fika i foajén.")
    assert "15 min" in pilot.texts(), "no digits that are taken for the time of day"
    assert any(text.startswith("kl. ") for text in pilot.texts())
    house.wait(15 * 60_000 - 30_000, pilot)
    assert "30 sekunder" in pilot.texts()
    house.wait(30_000, pilot)
    assert pilot.see("Nu börjar vi igen.")
    assert not pilot.see("sekunder")
