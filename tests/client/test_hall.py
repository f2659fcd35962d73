"""The hall's screen: right when it joins in the middle, silent about what is closed, read from the back."""

from __future__ import annotations

import pytest

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.settings import Language, Settings
from game.client.stations import host, screen
from game.client.stations.door import Door
from game.client.stations.hall_wall import TURN
from game.client.ui.fonts import Fonts
from game.rules.command import DealCard, Recover, SetPace, ShowResult
from tests.client.looks import SIZES, Look
from tests.client.pictures_again import followed
from tests.client.pictures_hall import DOOR, PHASES, REHEARSAL, board, first_card, hall, hall_shots
from tests.client.pictures_lead import lead_shots
from tests.client.tables import House


def shown(house: House, play: Play) -> Pilot:
    return house.pilot(play, lambda play, ctx: screen.build(play, ctx, DOOR), (1920, 1080))


def test_a_screen_that_joins_in_the_middle_shows_what_one_that_was_there_shows() -> None:
    house, _leader, old = hall(3)
    for phase, round in PHASES[:-1]:
        house.to(phase, round, first_card(house, phase))
        fresh = house.screen()
        assert fresh.slices.keys() == old.slices.keys(), (phase, round)
        assert shown(house, fresh).texts() == shown(house, old).texts(), (phase, round)
        house.plays.remove(fresh)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nobody_is_asked_in_to_a_rehearsal(language: Language) -> None:
    house, _leader, wall = hall(3)
    house.to("talk", 1, first_card(house, "talk"))
    assert wall.room is not None
    code = wall.room["code"]
    asked = {
        door: [text for text in _head_of(house, wall, door, language) if code in text]
        for door in (DOOR, REHEARSAL)
    }
    assert len(asked[DOOR]) == 1
    assert asked[REHEARSAL] == []


def _head_of(house: House, play: Play, door: Door, language: Language) -> list[str]:
    settings = Settings(language=language)
    return house.pilot(play, lambda play, ctx: screen.build(play, ctx, door), (1920, 1080), settings).texts()


def test_a_screen_that_joins_late_sees_no_chart_that_is_closed_and_every_one_that_is_open() -> None:
    house, leader, _old = hall()
    house.to("compare", 1, 3)
    assert leader.host is not None
    (card,) = [chart["card"] for chart in leader.host["charts"]][:1]
    if f"card:{card}" in leader.host["shown"]:
        house.does(leader, ShowResult(what=f"card:{card}", on=False))
    assert not shown(house, house.screen()).see("Ram: före. Fyllt: efter.")
    house.does(leader, ShowResult(what=f"card:{card}"))
    assert shown(house, house.screen()).see("Ram: före. Fyllt: efter.")


def test_the_cards_of_the_debrief_take_turns_the_one_with_most_changes_first() -> None:
    house, leader, wall = hall()
    house.to("debrief", 2)
    for chart in leader.host["charts"] if leader.host else []:
        house.does(leader, ShowResult(what=f"card:{chart['card']}"))
    assert wall.hall is not None
    charts = wall.hall["charts"]
    assert len(charts) > 2
    first = max(charts, key=lambda chart: chart["changed"] / max(1, chart["paired"]))
    pilot = shown(house, wall)
    seen: list[str] = []
    for _turn in charts:
        at = int((pilot.clock.ms() + pilot.pane.offset) // TURN) % len(charts)
        titles = [chart["title"]["sv"] for chart in charts if pilot.see(chart["title"]["sv"])]
        assert len(titles) == 1
        assert pilot.see(f"{at + 1} av {len(charts)}")
        if at == 0:
            assert titles == [first["title"]["sv"]]
        seen += titles
        pilot.wait(TURN)
    assert sorted(seen) == sorted(chart["title"]["sv"] for chart in charts)


@pytest.mark.parametrize(("language", "now", "then"), [("sv", "6,5", "då: 5,5"), ("en", "6.5", "then: 5.5")])
def test_the_middle_of_the_room_is_written_as_the_language_writes_it(
    language: Language, now: str, then: str
) -> None:
    house = followed(pace="hall")
    leader, wall = house.host(), house.screen()
    for number in range(1, 4):
        house.table(5, number)
    house.to("checkin", 2)
    house.does(leader, ShowResult(what="checkin"))
    assert wall.hall is not None
    assert wall.hall["then"] is not None
    wall.hall["checkin_median"], wall.hall["then"]["checkin_median"] = 6.5, 5.5
    settings = Settings(language=language, motion=False)
    pilot = house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR), (1920, 1080), settings)
    assert pilot.see(f"{now} · {then}")


WALL = "Det här tar vi med oss"
GOING_ON = "Samtalen pågår"


def own_pace() -> tuple[House, Play, Pilot, list[str]]:
    """(house, host, the hall's screen, what has been opened) when the tables go by themselves and the room
    has come so far that cards, check-in and ratings may be opened; the first of them is.
    """
    house, leader, wall = hall()
    house.to("debrief", 3)
    house.everybody()
    house.does(leader, SetPace(pace="table"))
    assert leader.host is not None
    what = [*(f"card:{chart['card']}" for chart in leader.host["charts"]), "rating"]
    for one in leader.host["shown"]:
        house.does(leader, ShowResult(what=one, on=False))
    for one in what[:-1]:
        house.does(leader, ShowResult(what=one))
    return house, leader, shown(house, wall), what


def test_at_the_tables_own_pace_what_has_been_opened_takes_turns() -> None:
    house, leader, pilot, what = own_pace()
    titles = [chart["title"]["sv"] for chart in leader.host["charts"]] if leader.host else []
    seen: list[str] = []
    for _turn in (*what, "where"):  # the cards, the wall, and where the tables are
        seen += [title for title in (*titles, WALL, GOING_ON) if pilot.see(title)]
        house.wait(TURN, pilot)
    assert sorted(seen) == sorted([*titles, WALL, GOING_ON])


def test_every_page_of_the_wall_comes_by_though_it_takes_turns_with_cards() -> None:
    house, _leader, pilot, what = own_pace()
    seen: set[str] = set()
    for _turn in range(2 * len(what) + 2):
        seen |= {text for text in pilot.texts() if text.startswith("Sida ")}
        house.wait(TURN, pilot)
    assert seen == {"Sida 1 av 2", "Sida 2 av 2"}


def test_at_the_tables_own_pace_what_is_opened_last_is_shown_at_once() -> None:
    house, leader, pilot, what = own_pace()
    assert not pilot.see("Så blev det")
    house.does(leader, ShowResult(what=what[-1]))
    pilot.pane.refresh()
    assert pilot.see("Så blev det")


def test_the_head_tells_where_the_tables_are_when_they_go_by_themselves() -> None:
    house, leader, wall = hall(3)
    house.to("draw", 1)
    pilot = shown(house, wall)
    assert pilot.see("Kort 1 av 6")
    house.does(leader, SetPace(pace="table"))
    tables = [play for play in house.plays if play.kind == "table"]
    house.go(tables, "note")
    house.go(tables, "draw")
    pilot.pane.refresh()
    assert not pilot.see("Kort 1 av 6")
    assert pilot.texts()[0] == "Kort 2 av 6"
    house.go(tables[:1], "note")
    house.go(tables[:1], "draw")
    pilot.pane.refresh()
    assert pilot.texts()[0] == "Kort 2 av 6 – Kort 3 av 6"


CHECKED_IN = "Så här är det i rummet just nu"


def checked_in() -> tuple[House, Play, Play, Pilot]:
    """(house, host, hall screen, its window) when the check-in has been opened for the hall."""
    house, leader, wall = hall(3)
    house.to("checkin", 2)
    house.everybody()
    if leader.host and "checkin" not in leader.host["shown"]:
        house.does(leader, ShowResult(what="checkin"))
    pilot = shown(house, wall)
    assert pilot.see(CHECKED_IN)
    return house, leader, wall, pilot


def test_the_check_in_is_shown_until_the_hall_goes_on_and_does_not_come_back() -> None:
    house, leader, _wall, pilot = checked_in()
    for phase, round in (("practice", 1), ("read", 1), ("draw", 1), ("read", 1)):
        house.to(phase, round)
        pilot.pane.refresh()
        assert not pilot.see(CHECKED_IN), phase
    assert leader.host is not None
    assert "checkin" not in leader.host["shown"], "the host's switch tells the truth"


def test_the_check_in_is_not_in_the_way_while_tables_draw_their_own_cards() -> None:
    house, leader, _wall, pilot = checked_in()
    house.to("draw", 1)
    house.does(leader, ShowResult(what="checkin"))
    pilot.pane.refresh()
    assert pilot.see(CHECKED_IN), "opened late it is shown where the hall is"
    house.does(leader, DealCard(serial=leader.serial, own=True))
    pilot.pane.refresh()
    assert not pilot.see(CHECKED_IN)


def test_the_scale_of_the_check_in_is_called_the_same_wherever_it_is_shown() -> None:
    house, leader, _wall, pilot = checked_in()
    ends = ("Tungt i dag", "Bättre än så här blir det inte")
    assert all(pilot.see(end) for end in ends)
    leader.kept["tab"] = "results"
    board_of = house.pilot(leader, lambda play, ctx: host.build(board(play), ctx), (1920, 1080))
    assert all(board_of.see(end) for end in ends)
    house.to("practice")
    house.does(leader, ShowResult(what="checkin"))
    pilot.pane.refresh()
    assert all(pilot.see(end) for end in ends)


def test_at_the_tables_own_pace_nobody_says_that_the_check_in_is_just_now() -> None:
    house, leader, _wall, pilot = checked_in()
    house.does(leader, SetPace(pace="table"))
    pilot.pane.refresh()
    assert pilot.see(GOING_ON)
    house.does(leader, ShowResult(what="checkin"))
    pilot.pane.refresh()
    assert pilot.see("Så var det vid incheckningen")
    assert not pilot.see(CHECKED_IN)


def test_a_card_has_one_number_of_people_behind_it() -> None:
    house, leader, _wall = hall()
    house.to("debrief", 2)
    leader.kept["tab"] = "results"
    assert leader.host is not None
    chart = leader.host["charts"][-1]
    pilot = house.pilot(leader, lambda play, ctx: host.build(board(play), ctx), (1920, 1080))
    told = f"{chart['changed']} av {chart['paired']} bytte · {chart['tables']} bord"
    assert pilot.see(told)
    assert not pilot.see("personer vid 6 bord ·")


def test_the_answers_of_forty_tables_are_read_from_the_back_row() -> None:
    shot = next(shot for shot in lead_shots() if shot.name == "hall-compare-many")
    pilot = shot.take(Look((1920, 1080)), Fonts())
    assert pilot.problems() == []
    inks = {str(op.args[0]): int(str(op.args[2])) for op in pilot.pane.layout.ops if op.kind == "ink"}
    assert inks["72 → 51"] >= 40


SMALL = {*"ABCDE", "Bemöt"}
"""Letters in the shapes before answers, and the back of a card: neither tells anything by itself."""
TIGHT = {"hall-compare-shown": 38, "hall-compare-then": 38}
"""Pictures in which there is not room enough for 40."""


def test_the_back_row_reads_every_word_of_the_hall() -> None:
    fonts, found = Fonts(), dict[str, list[str]]()
    for shot in (shot for shot in hall_shots() if shot.name.startswith("hall-") and "line" not in shot.name):
        pilot = shot.take(Look((1920, 1080)), fonts)
        inks = [op.args for op in pilot.pane.layout.ops if op.kind == "ink"]
        least = TIGHT.get(shot.name, 40)
        tiny = [str(words) for words, _face, px, *_ in inks if int(str(px)) < least and words not in SMALL]
        found |= {shot.name: tiny} if tiny else {}
    assert found == {}


@pytest.mark.slow
@pytest.mark.parametrize("look", [Look(), Look((1280, 720), "en", 1.5)], ids=str)
def test_everything_a_trainer_needs_fits(look: Look) -> None:
    fonts = Fonts()
    found = {shot.name: shot.take(look, fonts).problems() for shot in lead_shots()}
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    ("picture", "hint"),
    [
        ("hall-read-1", "Lyssna när"),
        ("hall-vote-1", "Rösta i tysthet"),
        ("hall-compare-shown", "8 av 30 bytte"),
    ],
)
def test_larger_text_makes_no_hint_smaller(size: tuple[int, int], picture: str, hint: str) -> None:
    shot, fonts = next(shot for shot in hall_shots() if shot.name == picture), Fonts()
    plain, large = (drawn(shot.take(Look(size, text=text), fonts), hint) for text in (1.0, 1.5))
    assert large >= plain


def drawn(pilot: Pilot, words: str) -> int:
    """The pixel size of a line that begins with these words."""
    inks = [op.args for op in pilot.pane.layout.ops if op.kind == "ink"]
    return next(int(str(px)) for line, _face, px, *_ in inks if str(line).startswith(words))


def test_after_a_restart_the_hall_does_not_look_like_a_coffee_break() -> None:
    house, _leader, wall = hall(2)
    house.to("talk", 1, first_card(house, "talk"))
    house.itself(Recover(beat=house.facts.now))
    big = house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR))
    assert big.see("Ett kort avbrott")
    assert big.see("spelledaren fortsätter när alla är tillbaka")
    assert "Paus" not in big.texts()
