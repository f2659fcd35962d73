"""The host's board with many tables: what is in sight, what is pressed, and what is sent."""

from collections.abc import Sequence

import pytest

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import host
from game.client.stations.board import Board
from game.client.stations.host_board import PHASES
from game.client.stations.host_order import REST
from game.client.stations.host_table import table_key
from game.client.ui.area import Area, within
from game.client.ui.fonts import Fonts
from game.client.ui.timers import clock
from game.rules import Actor
from game.rules.command import (
    CallTimeout,
    CastVote,
    CheckIn,
    ContinueAlone,
    MarkAway,
    OpenNext,
    Pause,
    SetPace,
)
from tests.client.looks import Look
from tests.client.pictures_board import (
    COUNTS,
    DOOR,
    board_shots,
    busy,
    crowd,
    hand,
    lose,
    more_time,
    seats_of,
    vote,
)
from tests.client.tables import House
from tests.client.test_host import fonts  # noqa: F401

FULL = (1920, 1080)
LONG = 180_000
"""Ms that a host has been gone when tables may go on by themselves."""


def a_board(house: House, leader: Play, size: tuple[int, int] = FULL) -> Pilot:
    whole = Board(leader, DOOR)
    return house.pilot(leader, lambda play, ctx: host.build(whole, ctx), size)


def again(house: House, pilot: Pilot) -> None:
    """The window hears of what has happened."""
    house.refresh()
    pilot.pane.refresh()
    pilot.settle()


def shown(pilot: Pilot, leader: Play) -> list[int]:
    """The tables' numbers as they stand."""
    known = {table_key(tile["id"]): tile["number"] for tile in leader.tiles}
    return [known[target.key] for target in pilot.pane.live() if target.key in known]


def key_of(leader: Play, number: int) -> str:
    return next(table_key(tile["id"]) for tile in leader.tiles if tile["number"] == number)


# --- all in sight ---


@pytest.mark.parametrize("count", COUNTS)
def test_every_table_is_in_sight_and_its_number_legible(count: int) -> None:
    house, leader, tables = crowd(count, "vote")
    busy(house, leader, tables)
    pilot = a_board(house, leader)
    assert pilot.problems() == []
    assert len(shown(pilot, leader)) == count
    tiles = [target for target in pilot.pane.live() if target.key.startswith("table ")]
    assert all(target.clip is None and within((0, 0, *FULL), target.area) for target in tiles)
    inks = {op.args[0]: op.args[2] for op in pilot.pane.layout.ops if op.kind == "ink"}
    names = [f"Bord {n}" if count <= 12 else str(n) for n in range(1, count + 1)]
    assert min(int(str(inks[name])) for name in names) >= 22


@pytest.mark.parametrize(("count", "tab"), [(12, ""), (40, ""), (40, "plan"), (200, "")])
def test_in_a_late_pause_every_table_is_in_sight_and_the_delay_stands_once(count: int, tab: str) -> None:
    house, leader, tables = crowd(count, "talk")
    busy(house, leader, tables)
    house.wait(30 * 60_000)
    house.does(leader, Pause(text="Bensträckare. Kaffe finns i hallen.", minutes=10))
    pilot = a_board(house, leader)
    if tab:
        pilot.click(f"tabs {tab}")
    assert pilot.problems() == []
    for once in ("efter planen", "Slutar omkring", "Bensträckare", "10:00"):
        assert len([text for text in pilot.texts() if once in text]) == 1, once
    tiles = [target for target in pilot.pane.live() if target.key.startswith("table ")]
    assert all(target.clip is None and within((0, 0, *FULL), target.area) for target in tiles)
    assert len(tiles) == (0 if tab else count)


@pytest.mark.parametrize("pace", ["hall", "table"])
@pytest.mark.parametrize("look", [Look(FULL), Look((1280, 720), "sv", 1.5)], ids=str)
def test_beside_a_proposal_the_programme_shows_what_is_open_and_what_comes(look: Look, pace: str) -> None:
    house, leader, tables = crowd(40, "break")
    house.wait(150 * 60_000)
    if pace == "table":
        house.does(leader, SetPace(pace="table"))
    hand(house, tables[3])
    house.refresh()
    leader.kept["tab"] = "plan"
    whole = Board(leader, DOOR)
    pilot = house.pilot(leader, lambda play, ctx: host.build(whole, ctx), look.size, look.settings)
    assert pilot.find("drop card").seen == pilot.find("drop card").area
    assert within((0, 0, *look.size), pilot.find("edit plan").area)
    for step in ("Paus", "Kort 4", "Kort 5"):
        assert pilot.see(step), step
    for tab in ("plan", "tables"):
        pilot.click(f"tabs {tab}")
        assert len([text for text in pilot.texts() if "efter planen" in text]) == 1, "told once"
        assert pilot.problems() == []


@pytest.mark.slow
@pytest.mark.parametrize("look", [Look(), Look((1280, 720), "en", 1.5)], ids=str)
def test_the_board_fits_whatever_happens(look: Look, fonts: Fonts) -> None:  # noqa: F811
    found = {shot.name: shot.take(look, fonts).problems() for shot in board_shots()}
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_with_large_text_those_that_need_the_host_are_in_sight() -> None:
    house, leader, tables = crowd(200, "vote")
    hand(house, tables[150])
    house.game.decide(tables[180], CallTimeout())
    house.refresh()
    whole, look = Board(leader, DOOR), Look((1280, 720), "sv", 1.5)
    pilot = house.pilot(leader, lambda play, ctx: host.build(whole, ctx), look.size, look.settings)
    for number in (151, 181):
        target = pilot.find(key_of(leader, number))
        assert within((0, 0, *look.size), target.area)
        assert target.seen == target.area


@pytest.mark.parametrize(("count", "look"), [(200, Look(FULL)), (40, Look((1280, 720), "sv", 1.5))], ids=str)
def test_a_clock_of_its_own_stands_on_every_tile_however_small(count: int, look: Look) -> None:
    house, leader, tables = crowd(count, "frame", preset="APT 60")
    for table in tables[3:]:  # the first are still where they began, by the clock the hall began with
        house.game.decide(table, OpenNext(serial=house.game.serial(table)))
        house.facts.now += 100  # so that hardly two stand at the same second
    for table in tables[3::4]:
        for seat in seats_of(house, table)[:2]:
            house.game.decide(table, CheckIn(seat=seat, serial=house.game.serial(table), number=6))
    house.refresh()
    whole = Board(leader, DOOR)
    pilot = house.pilot(leader, lambda play, ctx: host.build(whole, ctx), look.size, look.settings)
    assert pilot.problems() == []
    known = {table_key(tile["id"]): tile for tile in leader.tiles}
    tiles = [target for target in pilot.pane.live() if target.key in known]
    digits = [op for op in pilot.pane.layout.ops if op.kind == "digits"]
    assert len(tiles) == count
    for target in tiles:
        tile = known[target.key]
        (shown,) = [op.args[0] for op in digits if within(target.area, op.bounds)]
        left = (tile["ends"] or 0) - house.facts.now
        assert shown in (clock(left), clock(left + 1000)), "all change in one picture"
        assert not tile["of"] or f"{tile['done']}/{tile['of']}" in pilot.texts()


@pytest.mark.parametrize(("count", "tells"), [(6, "words"), (12, "icon"), (40, "icon")])
def test_a_table_that_asks_for_the_host_still_tells_its_step_its_count_and_its_clock(
    count: int, tells: str
) -> None:
    house, leader, tables = crowd(count, "frame", preset="APT 60")
    table = tables[0]
    house.game.decide(table, OpenNext(serial=house.game.serial(table)))
    house.game.decide(table, MarkAway(seat=seats_of(house, table)[0]))
    hand(house, table)
    lose(house, table)
    house.facts.now += 64_000
    house.refresh()
    pilot = a_board(house, leader)
    assert pilot.problems() == []
    tile = pilot.find(key_of(leader, 1)).area
    words = [text for text, area in pilot.pane.layout.words if within(tile, area)]
    icons = [op.args[0] for op in pilot.pane.layout.ops if op.kind == "icon" and within(tile, op.bounds)]
    left = (leader.tiles[0]["ends"] or 0) - house.facts.now
    assert {"Vill ha hjälp · 1 min", "0/3", "1"} <= set(words)
    assert {clock(left), clock(left + 1000)} & set(words)
    assert {"hand", "offline", "away"} <= set(icons)
    assert ("Incheckning" in words) == (tells == "words")
    assert (PHASES["checkin"] in icons) == (tells == "icon")


@pytest.mark.parametrize("count", COUNTS)
def test_that_somebody_is_away_stands_beside_the_count(count: int) -> None:
    house, leader, tables = crowd(count, "vote")
    for seat in seats_of(house, tables[0])[:2]:
        house.game.decide(tables[0], MarkAway(seat=seat))
    house.refresh()
    pilot = a_board(house, leader)
    assert pilot.problems() == []
    (mark,) = [op for op in pilot.pane.layout.ops if op.kind == "icon" and op.args[0] == "away"]
    assert within(pilot.find(key_of(leader, 1)).area, mark.bounds)
    assert "0/2" in pilot.texts()
    assert count == 200 or "2" in inks_beside(pilot, mark.bounds)


def inks_beside(pilot: Pilot, area: Area) -> list[str]:
    """What is written to the right of there on the same line."""
    x, y, w, h = area
    inks = [op for op in pilot.pane.layout.ops if op.kind == "ink"]
    return [
        str(op.args[0])
        for op in inks
        if x < int(str(op.args[4])) < x + 2 * w and y < int(str(op.args[5])) < y + 2 * h
    ]


def test_the_board_is_the_same_whatever_is_voted() -> None:
    texts = []
    for choice in ("a", "b"):
        house, leader, tables = crowd(3, "vote")
        for table in tables:
            for seat in seats_of(house, table)[:2]:
                serial = house.game.serial(table)
                house.game.decide(table, CastVote(seat=seat, serial=serial, choice=choice))
        house.refresh()
        texts.append(a_board(house, leader).texts())
    assert texts[0] == texts[1]


# --- who asks for the host ---


def three_hands() -> tuple[House, Play, Sequence[Actor], Pilot]:
    house, leader, tables = crowd(40, "talk")
    for number in (11, 6, 30):
        hand(house, tables[number])
        house.facts.now += 60_000
    house.refresh()
    return house, leader, tables, a_board(house, leader)


def test_hands_stand_in_order_with_how_long_they_have_been_up() -> None:
    house, leader, _tables, pilot = three_hands()
    assert pilot.see("3 bord vill ha hjälp")
    hands = [t.label for t in pilot.pane.live() if t.key.startswith("hand ")]
    assert hands == ["Bord 12 · 3 min", "Bord 7 · 2 min", "Bord 31 · 1 min"]
    assert shown(pilot, leader)[:4] == [12, 7, 31, 1]
    house.wait(60_000, pilot)
    assert "Bord 12 · 4 min" in [target.label for target in pilot.pane.live()]


def test_h_opens_the_first_and_a_key_of_its_own_answers_it() -> None:
    house, leader, _tables, pilot = three_hands()
    serial = leader.serial
    pilot.press("h")
    assert pilot.see("Handen har varit uppe i 3 min.")
    pilot.press("ctrl+return")
    again(house, pilot)
    assert pilot.see("2 bord vill ha hjälp")
    assert leader.host is not None
    assert len(leader.host["help"]) == 2
    assert leader.serial == serial, "it opened no step"
    pilot.press("h", "escape")
    assert len(leader.host["help"]) == 2


def test_a_hand_that_rises_under_an_open_table_is_not_taken_down_by_the_enter_that_closes_it() -> None:
    house, leader, tables = crowd(12, "talk")
    pilot = a_board(house, leader)
    pilot.click(key_of(leader, 4))
    hand(house, tables[3])
    again(house, pilot)
    assert pilot.see("Jag kommer")
    pilot.press("return")
    assert not pilot.see("Jag kommer")
    assert leader.host is not None
    assert leader.host["help"] == [leader.tiles[3]["id"]]


def test_a_hand_is_answered_by_its_key_and_takes_along_the_line_that_is_typed() -> None:
    house, leader, tables = crowd(12, "talk")
    hand(house, tables[3])
    house.refresh()
    pilot = a_board(house, leader)
    pilot.press("h")
    pilot.click(f"message {tables[3].team}")
    pilot.type("Tala lite")
    pilot.press("ctrl+return")
    assert leader.host is not None
    assert leader.host["help"] == []
    message = leader.tiles[3]["message"]
    assert message is not None
    assert message["text"] == "Tala lite"


def test_a_press_on_a_hand_opens_that_table() -> None:
    _house, _leader, _tables, pilot = three_hands()
    pilot.click("Bord 31 · 1 min")
    assert pilot.see("Handen har varit uppe i 1 min.")


def test_hands_that_have_no_room_are_counted_and_shown_by_a_press() -> None:
    house, leader, tables = crowd(40, "talk")
    for table in tables[:12]:
        hand(house, table)
        house.facts.now += 1_000
    house.refresh()
    pilot = a_board(house, leader)
    pilot.click("more hands")
    assert shown(pilot, leader) == list(range(1, 13))


def test_more_time_is_given_to_all_when_some_ask_for_it() -> None:
    house, leader, tables = crowd(12, "talk")
    for table in tables[:2]:
        more_time(house, table)
    house.refresh()
    pilot = a_board(house, leader)
    assert pilot.see("2 av 12 bord vill ha mer tid")
    before = [tile["ends"] or 0 for tile in leader.tiles]
    pilot.click("time for all 2")
    assert [tile["ends"] for tile in leader.tiles] == [ends + 120_000 for ends in before]


def test_more_time_is_given_by_name_to_the_few_that_ask_for_it() -> None:
    house, leader, tables = crowd(12, "talk")
    for table in tables[:2]:
        more_time(house, table)
    house.refresh()
    pilot = a_board(house, leader)
    assert pilot.see("+2 min till alla")
    assert pilot.find("time for them").label == "+2 min till Bord 1 och 2"
    before = [tile["ends"] or 0 for tile in leader.tiles]
    pilot.click("time for them")
    more = [120_000, 120_000, *[0] * 10]
    assert [tile["ends"] for tile in leader.tiles] == [a + b for a, b in zip(before, more, strict=True)]


# --- order, filter, search ---


def test_a_table_stays_under_the_pointer_when_another_asks() -> None:
    house, leader, tables = crowd(12, "vote")
    pilot = a_board(house, leader)
    before = shown(pilot, leader)
    x, y, _w, _h = pilot.find(key_of(leader, 3)).area
    pilot.point(x + 20, y + 20)
    hand(house, tables[8])
    again(house, pilot)
    assert shown(pilot, leader) == before
    pilot.point(5, 5)
    assert shown(pilot, leader) == before
    house.wait(int(REST), pilot)
    assert shown(pilot, leader)[0] == 9


def test_by_number_the_tables_stand_still() -> None:
    house, leader, tables = crowd(12, "vote")
    pilot = a_board(house, leader)
    pilot.click("Efter nummer")
    hand(house, tables[8])
    again(house, pilot)
    house.wait(20_000, pilot)
    assert shown(pilot, leader) == list(range(1, 13))


def test_the_board_is_narrowed_by_a_press_and_says_when_nothing_is_left() -> None:
    house, leader, tables = crowd(12, "vote")
    for table in tables[3:]:
        vote(house, table, 6)
    house.refresh()
    pilot = a_board(house, leader)
    pilot.click("Inte klara 3")
    assert shown(pilot, leader) == [1, 2, 3]
    pilot.click("Vill ha hjälp 0")
    assert pilot.see("Inget bord just nu")
    pilot.click("Visa alla bord")
    assert len(shown(pilot, leader)) == 12


def test_at_the_tables_own_pace_those_not_done_are_as_many_above_the_board_as_on_it() -> None:
    house, leader, tables = crowd(12, "frame", preset="APT 60")
    for table in tables[:3]:
        house.game.decide(table, OpenNext(serial=house.game.serial(table)))
    for seat in seats_of(house, tables[0]):
        house.game.decide(tables[0], CheckIn(seat=seat, serial=house.game.serial(tables[0]), number=6))
    lose(house, *tables[4:6])
    house.refresh()
    pilot = a_board(house, leader)
    assert pilot.see("10 bord är inte klara än.")
    pilot.click("Inte klara 10")
    assert len(shown(pilot, leader)) == 10


def test_a_typed_number_and_enter_open_that_table_and_no_step() -> None:
    house, leader, _tables = crowd(40, "talk")
    pilot, serial = a_board(house, leader), leader.serial
    pilot.press("2", "3", "return")
    assert pilot.see("+2 minuter")
    assert any(text == "Bord 23" for text in pilot.texts())
    pilot.press("escape")
    assert leader.serial == serial


@pytest.mark.parametrize("raised", [False, True], ids=["calm", "asks for the host"])
@pytest.mark.parametrize("found", ["number", "arrow"])
def test_one_enter_too_many_does_nothing_to_a_table(raised: bool, found: str) -> None:
    house, leader, tables = crowd(40, "talk")
    if raised:
        hand(house, tables[22])
        house.refresh()
    pilot = a_board(house, leader)
    if found == "number":
        pilot.press("2", "3")
    else:
        pilot.pane.memory.focus, pilot.pane.memory.keyboard = key_of(leader, 23), True
    before = len(house.game.log)
    pilot.press("return")
    assert pilot.see("+2 minuter")
    pilot.press("return")
    assert not pilot.see("+2 minuter")
    assert len(house.game.log) == before


def test_a_number_that_no_table_has_opens_nothing_and_no_step() -> None:
    house, leader, _tables = crowd(13, "talk")
    pilot, serial = a_board(house, leader), leader.serial
    pilot.press("9", "9", "return")
    assert pilot.see("Bord 99 finns inte")
    assert not pilot.see("+2 minuter")
    assert leader.serial == serial
    pilot.press("escape")
    assert pilot.see("Skriv nummer")
    pilot.press("return")
    assert leader.serial != serial


def test_a_number_is_forgotten_after_a_while() -> None:
    house, leader, _tables = crowd(12, "talk")
    pilot = a_board(house, leader)
    pilot.press("1")
    house.wait(5_000, pilot)
    pilot.press("2", "return")
    assert any(text == "Bord 2" for text in pilot.texts())


def test_a_number_finds_a_table_that_is_not_shown() -> None:
    house, leader, _tables = crowd(12, "talk")
    pilot = a_board(house, leader)
    pilot.click("show help")
    pilot.press("7", "return")
    assert pilot.see("+2 minuter")


def test_arrows_move_between_tables_and_enter_opens() -> None:
    house, leader, _tables = crowd(40, "talk")
    pilot = a_board(house, leader)
    pilot.click(key_of(leader, 1))
    pilot.press("escape", "right", "right", "down")
    at = pilot.focused()
    assert at.startswith("table ")
    assert at != key_of(leader, 1)
    pilot.press("return")
    assert pilot.see("+2 minuter")
    pilot.press("escape")
    assert pilot.focused() == at


def test_no_page_of_the_board_moves_the_tabs_up_or_down() -> None:
    house, leader, tables = crowd(12, "talk")
    pilot = a_board(house, leader)
    before = pilot.find("tabs card").area[1]
    pilot.click("tabs card")
    assert pilot.find("tabs card").area[1] == pytest.approx(before, abs=8)
    hand(house, tables[0])
    again(house, pilot)
    assert pilot.see("1 bord vill ha hjälp")
    assert pilot.find("tabs card").area[1] == pytest.approx(before, abs=8)


def test_who_goes_by_themselves_is_asked_where_somebody_does_and_the_others_do_not() -> None:
    house, leader, tables = crowd(12, "talk")
    pilot = a_board(house, leader)
    assert not asked_alone(pilot)
    house.facts.host_gone = LONG
    house.game.decide(tables[0], ContinueAlone())
    again(house, pilot)
    assert asked_alone(pilot)
    house.does(leader, SetPace(pace="table"))
    again(house, pilot)
    assert not asked_alone(pilot)


def asked_alone(pilot: Pilot) -> bool:
    return any(target.key == "show alone" for target in pilot.pane.live())


def test_the_tabs_stand_still_whichever_is_open() -> None:
    house, leader, _tables = crowd(13, "talk")
    pilot = a_board(house, leader)
    before = pilot.find("tabs wall").area
    for tab in ("wall", "results", "tables"):
        pilot.click(f"tabs {tab}")
        assert pilot.find("tabs wall").area == before
