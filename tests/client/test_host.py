from typing import Any

import pytest

from game.client.keeper import AGAIN
from game.client.pilot import Pilot
from game.client.play import Play
from game.client.programmes import preset_line, preset_name
from game.client.stations import host, screen
from game.client.stations.host_plan import reached
from game.client.ui import Column, Language
from game.client.ui.fonts import Fonts
from game.rules import PRESETS, Presence
from game.rules.command import Pause, RaiseHand, RemoveStation, Resume
from tests.client.looks import Look, looks
from tests.client.pictures_hall import DOOR, PHASES, board, first_card, hall, hall_shots
from tests.client.tables import House


def the_board(house: House, leader: Play) -> Pilot:
    whole = board(leader)
    return house.pilot(leader, lambda play, ctx: host.build(whole, ctx))


def reach(pilot: Pilot, key: str) -> None:
    """Scroll there, as a person does, and click it."""
    pilot.find(key)
    pilot.pane.reveal(key)
    pilot.settle()
    pilot.click(key)


def pane_of(house: House, play: Play, look: Look, fonts: Fonts) -> Pilot:
    whole = board(play)
    pilot = Pilot(
        lambda ctx: host.build(whole, ctx) if play.kind == "host" else screen.build(play, ctx, DOOR),
        look.size,
        look.settings,
        fonts,
    )
    pilot.pane.offset = house.facts.now - pilot.clock.ms()
    pilot.pane.refresh()
    return pilot


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    Pilot(lambda ctx: Column([]), (960, 540))
    return Fonts()


@pytest.mark.slow
@pytest.mark.parametrize("look", looks(), ids=str)
def test_board_and_hall_fit_in_every_phase(look: Look, fonts: Fonts) -> None:
    house, leader, wall = hall()
    found: list[str] = []
    for phase, round in PHASES:
        house.to(phase, round, first_card(house, phase))
        for play in (leader, wall):
            problems = pane_of(house, play, look, fonts).problems()
            found += [f"{play.kind} {phase} {round}: {problem}" for problem in problems]
    assert found == []


@pytest.mark.parametrize("look", looks(), ids=str)
def test_every_window_before_a_room_fits(look: Look, fonts: Fonts) -> None:
    shots = [shot for shot in hall_shots() if shot.name.split("-")[0] in ("start", "join", "make")]
    assert len(shots) > 10
    assert {shot.name: shot.take(look, fonts).problems() for shot in shots} == {
        shot.name: [] for shot in shots
    }


@pytest.mark.slow
@pytest.mark.parametrize("look", [Look(), Look((1280, 720), "en", 1.5)], ids=str)
def test_every_question_and_page_of_the_board_fits(look: Look, fonts: Fonts) -> None:
    extra = (
        "ask",
        "tab",
        "key",
        "nobody",
        "needs",
        "many",
        "table",
        "remove",
        "paused",
        "offline",
        "own",
        "shown",
        "wall",
        "lecture",
    )
    shots = [shot for shot in hall_shots() if any(word in shot.name.split("-")[1:] for word in extra)]
    assert {shot.name: shot.take(look, fonts).problems() for shot in shots} == {
        shot.name: [] for shot in shots
    }


def test_a_host_leads_a_whole_half_day_with_the_enter_key() -> None:
    house, leader, _wall = hall(3)
    pilot = the_board(house, leader)
    seen = []
    for _ in range(120):
        if house.game.room.closed:
            break
        stage = house.game.room.stage
        seen.append((stage.phase, stage.round))
        house.everybody()
        pilot.pane.refresh()
        pilot.press("return")
        for question, yes in (("inte klara än", "yes next"), ("Avsluta sessionen för alla?", "yes close")):
            if pilot.see(question):
                while pilot.focused() != yes:
                    pilot.press("tab")
                pilot.press("return")
    assert house.game.room.closed
    assert seen[:5] == [("lobby", 1), ("frame", 1), ("checkin", 1), ("checkin", 2), ("practice", 1)]
    assert ("debrief", 3) in seen
    assert pilot.see("Sessionen är slut")


def test_the_big_button_names_what_it_opens() -> None:
    house, leader, _wall = hall()
    pilot = the_board(house, leader)
    for label in (
        "Öppna: Ramen",
        "Öppna: Incheckning",
        "Öppna: Prata om siffran",
        "Öppna: Provkort",
        "Öppna: Läs",
    ):
        assert pilot.see(label)
        house.everybody()
        pilot.pane.refresh()
        pilot.press("return")


def test_moving_on_asks_while_tables_are_not_done() -> None:
    house, leader, _wall = hall()
    house.to("vote")
    pilot = the_board(house, leader)
    pilot.press("return")
    assert house.game.room.stage.phase == "vote"
    assert pilot.see("6 bord är inte klara än")
    pilot.click("Avbryt")
    assert house.game.room.stage.phase == "vote"
    pilot.press("return")
    pilot.click("Gå vidare ändå")
    assert house.game.room.stage.phase == "reveal"


def test_a_card_is_chosen_from_the_pile() -> None:
    house, leader, _wall = hall()
    house.to("draw", 1, 3)
    pilot = the_board(house, leader)
    assert leader.host is not None
    light = next(card for card in leader.host["cards"] if card["heat"] < 3)
    reach(pilot, f"card {light['id']}")
    assert house.game.room.card == light["id"]
    assert house.game.room.stage.phase == "read"


def test_a_heavy_card_is_asked_about_before_it_is_dealt() -> None:
    house, leader, _wall = hall()
    house.to("draw", 1, 3)
    assert leader.host is not None
    heavy = [card for card in leader.host["cards"] if card["heat"] == 3]
    if not heavy:
        leader.host["cards"][0]["heat"] = 3
        heavy = leader.host["cards"][:1]
    pilot = the_board(house, leader)
    reach(pilot, f"card {heavy[0]['id']}")
    assert pilot.see("Är rummet redo för ett tungt kort?")
    assert house.game.room.card != heavy[0]["id"]
    pilot.press("return")
    assert house.game.room.card != heavy[0]["id"], "Enter, which dealt it, does not answer the question too"
    reach(pilot, f"card {heavy[0]['id']}")
    pilot.click("Ja, dela ut det")
    assert house.game.room.card == heavy[0]["id"]


def test_one_table_gets_more_time_and_is_moved_on() -> None:
    house, leader, _wall = hall()
    house.to("talk", 1, 3)
    pilot = the_board(house, leader)
    before = leader.tiles[0]["ends"]
    pilot.click("Bord 1")
    pilot.click("+2 minuter")
    assert leader.tiles[0]["ends"] == (before or 0) + 120_000
    assert leader.tiles[1]["ends"] == before
    pilot.press("escape")
    assert not pilot.see("+2 minuter")


def test_a_screen_is_removed_only_after_a_question() -> None:
    house, leader, _wall = hall()
    house.to("talk", 1, 3)
    pilot = the_board(house, leader)
    station = leader.tiles[0]["stations"][0]["id"]
    pilot.click("Bord 1")
    pilot.click(f"remove {station}")
    assert station in house.game.room.stations
    pilot.click("Spärra")
    assert house.game.room.removed[station] is True


def test_all_tables_are_paused_with_a_text_and_go_on() -> None:
    house, leader, wall = hall()
    house.to("talk", 1, 3)
    pilot = the_board(house, leader)
    pilot.press("p")
    pilot.click("pause text")
    pilot.type("Kaffe")
    pilot.press("return")
    assert house.game.room.paused
    big = house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR))
    assert big.see("Kaffe")
    assert pilot.see("Paus för alla: Kaffe")
    pilot.press("p")
    assert pilot.see("Pausa")
    assert not pilot.see("Paus för alla")


def test_the_host_sees_how_much_of_a_pause_is_left_and_that_it_is_over() -> None:
    house, leader, wall = hall()
    house.to("talk", 1, 3)
    pilot = the_board(house, leader)
    big = house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR))
    house.does(leader, Pause(text="Kaffe", minutes=10))
    house.wait(61_000, pilot, big)
    assert pilot.see("Vi börjar igen om")
    assert "8:59" in pilot.texts()
    assert "9 min" in big.texts(), "no digits that are taken for the time of day"
    assert any(text.startswith("kl. ") for text in big.texts())
    house.wait(500_000, pilot, big)
    assert "39 sekunder" in big.texts()
    house.wait(40_000, pilot, big)
    assert big.see("Nu börjar vi igen.")
    assert pilot.see("Pausen är slut.")
    pilot.press("p")
    assert not pilot.see("Pausen är slut.")


def test_a_pause_that_lasts_is_given_other_words_and_more_time() -> None:
    house, leader, wall = hall()
    house.to("talk", 1, 3)
    pilot = the_board(house, leader)
    big = house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR))
    house.does(leader, Pause(text="Kaffe", minutes=10))
    house.wait(540_000, pilot, big)
    assert "1 min" in big.texts()
    pilot.press("m")
    reach(pilot, "change pause")
    pilot.click("pause text again")
    pilot.type(" och bulle")
    pilot.press("return")
    house.wait(0, pilot, big)
    assert big.see("Kaffe och bulle")
    assert "10 min" in big.texts()
    assert "10:00" in pilot.texts()


def test_a_pause_that_another_host_has_ended_is_not_begun_anew_by_changing_it() -> None:
    house, leader, _wall = hall()
    helper = house.host(lead=False)
    house.to("talk", 1, 3)
    pilot = the_board(house, leader)
    house.does(leader, Pause(text="Kaffe", minutes=10))
    pilot.press("m")
    reach(pilot, "change pause")
    pilot.click("pause text again")
    pilot.type(" och bulle")
    house.does(helper, Resume())
    pilot.pane.refresh()
    assert pilot.see("Pausen är redan slut")
    pilot.press("return")
    assert not pilot.see("Pausen är redan slut")
    assert not house.game.room.paused


@pytest.mark.parametrize(
    ("key", "seen"),
    [("lock", lambda room: room.locked), ("hard", lambda room: room.settings.hard)],
    ids=["lock", "hard"],
)
def test_the_room_is_set_from_the_menu(key: str, seen: Any) -> None:
    house, leader, _wall = hall()
    house.to("talk", 1, 3)
    pilot = the_board(house, leader)
    pilot.press("m")
    reach(pilot, key)
    assert seen(house.game.room)


def test_a_chart_is_opened_for_the_hall() -> None:
    house, leader, wall = hall()
    house.to("compare", 1, 3)
    assert leader.host is not None
    card = leader.host["charts"][0]["card"]
    pilot = the_board(house, leader)
    pilot.click("Resultat")
    shown = f"card:{card}" in leader.host["shown"]
    reach(pilot, f"show card:{card}")
    assert (f"card:{card}" in house.game.room.shown) is not shown
    assert wall.hall is not None


def test_the_card_just_compared_stands_first_among_the_results() -> None:
    house, leader, _wall = hall()
    house.to("compare", 1, 3)
    pilot = the_board(house, leader)
    pilot.click("Resultat")
    for step in (3, 4):
        house.to("compare", 1, step)
        pilot.pane.refresh()
        pilot.settle()
        assert leader.card is not None
        switches = [target for target in pilot.pane.live() if target.key.startswith("show ")]
        assert switches[0].key == f"show card:{leader.card['id']}"
        assert switches[0].seen == switches[0].area
        assert switches[-1].key == "show checkin"


def test_nothing_typed_reaches_the_hall_before_it_is_released() -> None:
    house, leader, wall = hall()
    house.to("pledge")
    assert leader.host is not None
    texts = leader.host["wall"]
    assert texts
    pilot = the_board(house, leader)
    pilot.click("Vägg")
    was = texts[0]["released"]
    reach(pilot, f"text {texts[0]['id']}")
    assert house.game.room.wall[texts[0]["id"]].released is not was
    assert wall.hall is not None
    on = [text["id"] for text in wall.hall["wall"]]
    assert (texts[0]["id"] in on) is not was


def test_the_room_closes_only_after_a_question_that_enter_answers_with_no() -> None:
    house, leader, _wall = hall()
    house.to("talk", 1, 3)
    pilot = the_board(house, leader)
    pilot.press("m")
    reach(pilot, "close room")
    pilot.press("return")
    assert not house.game.room.closed
    pilot.press("m")
    reach(pilot, "close room")
    pilot.click("yes close")
    assert house.game.room.closed


def test_the_hall_says_nothing_of_votes_before_the_host_opens_the_chart() -> None:
    house, _leader, wall = hall()
    for phase, round in (("vote", 1), ("reveal", 1), ("talk", 1), ("vote", 2)):
        house.to(phase, round, 3)
        big = house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR), (1920, 1080))
        texts = wall.card["text"]["sv"].get("options", []) if wall.card else []
        assert not any(big.see(option["text"]) for option in texts)
        assert wall.hall is not None
        assert wall.hall["silent"]


def alone_to(house: House, table: Play, phase: str) -> None:
    """One table plays on by itself, at its own pace."""
    for _ in range(400):
        at = table.stage
        assert at is not None
        if at["phase"] == phase:
            return
        house._part(table)
        if not house._lead([table]):
            house.wait(6_000)
    raise AssertionError(f"the table never came to {phase}")


def lost(house: House, play: Play) -> None:
    """The network of this station is gone."""
    assert play.you is not None
    house.presence = Presence(lost=house.presence.lost | {play.you["station"]})
    house.refresh()


def test_at_their_own_pace_the_board_tells_who_is_waited_for_and_then_offers_the_end() -> None:
    house, leader, _wall = hall(2, "APT 30")
    first, second = (play for play in house.plays if play.kind == "table")
    house.to("frame")
    pilot = the_board(house, leader)
    assert pilot.see("Inte klara än: Bord 1, Bord 2.")
    pilot.press("return")
    assert not pilot.see("Sessionen är slut")
    lost(house, second)
    pilot.pane.refresh()
    assert pilot.see("Inte klara än: Bord 1.")
    house.plays.remove(second)
    alone_to(house, first, "closed")
    pilot.pane.refresh()
    assert pilot.see("Alla bord är klara")
    pilot.press("return")
    pilot.click("yes close")
    assert house.game.room.closed
    pilot.pane.refresh()
    assert not pilot.see("Visa på storbilden")


def test_the_programme_follows_the_table_furthest_behind_but_no_lost_one() -> None:
    house, leader, _wall = hall(2, "APT 30")
    house.to("checkin")
    assert leader.stage is not None
    for tile, step in zip(leader.tiles, (2, 1), strict=True):
        tile["step"] = step
    assert reached(leader, leader.stage) == 1
    leader.tiles[1]["stations"][0]["lost"] = True
    assert reached(leader, leader.stage) == 2


def test_a_lost_table_can_be_taken_away() -> None:
    house, leader, _wall = hall(2, "APT 30")
    house.to("checkin")
    second = [play for play in house.plays if play.kind == "table"][1]
    pilot = the_board(house, leader)
    pilot.click("Bord 2")
    assert not pilot.see("Ta bort bordet …")
    lost(house, second)
    pilot.pane.refresh()
    pilot.click("Ta bort bordet …")
    pilot.press("return")
    assert len(leader.tiles) == 2
    pilot.click("Ta bort bordet …")
    pilot.click("yes table")
    assert [tile["number"] for tile in leader.tiles if tile["seats"]] == [1]


def test_an_open_table_whose_last_screen_another_host_removes_can_only_be_closed() -> None:
    house, leader, _wall = hall(2)
    helper = house.host(lead=False)
    house.to("talk", 1, 3)
    second = [play for play in house.plays if play.kind == "table"][1]
    house.does(second, RaiseHand())
    pilot = the_board(house, leader)
    pilot.click("Bord 2")
    assert pilot.see("Jag kommer")
    house.does(helper, RemoveStation(station=house.actor(second).station or ""))
    pilot.pane.refresh()
    assert pilot.see("Ingen sitter vid bordet längre.")
    assert [target.key for target in pilot.pane.live()] == ["close table"]
    pilot.press("return")
    assert not pilot.see("Ingen sitter vid bordet längre.")
    assert not pilot.see("vill ha hjälp"), "the hand went with the table"


def test_a_tables_seats_are_told_once() -> None:
    house, leader, _wall = hall(1)
    pilot = the_board(house, leader)
    pilot.click("Bord 1")
    assert pilot.see("Ta bort …")
    # at the top, on the tile and in the dialog
    assert len([text for text in pilot.texts() if text.startswith("4 platser")]) <= 3


def test_the_plan_tells_the_minutes_of_its_steps_and_what_is_left_free() -> None:
    house, leader, _wall = hall(1, "APT 30")
    pilot = the_board(house, leader)
    pilot.press("m")
    pilot.pane.reveal("open plan")
    assert pilot.see("25 min i stegen och 5 min luft")


def test_a_server_being_started_again_is_told() -> None:
    house, leader, _wall = hall(1)
    whole = board(leader)
    whole.server_news = lambda: AGAIN
    pilot = house.pilot(leader, lambda play, ctx: host.build(whole, ctx))
    assert pilot.see("Servern stannade och startas om. Allt sparat finns kvar.")


def apart() -> tuple[House, Play, Play]:
    """Two tables at their own pace: the first plays its card, the second is at the frame."""
    house, leader, wall = hall(2, "APT 30")
    first, second = (play for play in house.plays if play.kind == "table")
    house.to("frame")
    house.plays.remove(second)
    alone_to(house, first, "talk")
    house.plays.append(second)
    house.refresh()
    return house, leader, wall


def test_the_hall_tells_how_many_tables_are_where_but_no_card() -> None:
    house, leader, wall = apart()
    pilot = house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR))
    assert wall.hall is not None
    assert [(at["kind"], at["card"], at["tables"]) for at in wall.hall["where"]] == [
        ("frame", 0, 1),
        ("round", 1, 1),
    ]
    assert pilot.see("Ramen")
    assert pilot.see("Kort 1 av 1")
    assert not pilot.see(leader.tiles[0]["title"]["sv"])
    assert pilot.problems() == []


def test_notes_to_a_card_are_read_at_the_tables_own_pace() -> None:
    house, leader, _wall = apart()
    pilot = the_board(house, leader)
    pilot.click("Kortet")
    assert leader.host is not None
    (card,) = leader.host["played"]
    assert pilot.see("Bord 1")
    assert pilot.see(card["title"]["sv"])
    assert pilot.see("ATT LEDA DET HÄR KORTET")
    other = {**card, "id": "motet/annat", "title": {"sv": "Ett annat kort", "en": "Another card"}}
    leader.host["played"].append(other)  # type: ignore[arg-type]
    leader.tiles[1]["card"] = "motet/annat"
    pilot.pane.refresh()
    pilot.click("Bord 2")
    assert pilot.see("Ett annat kort")
    assert pilot.problems() == []


def test_every_programme_has_a_name_and_a_line() -> None:
    for language in (Language("sv"), Language("en")):
        for name in PRESETS:
            assert preset_name(name, language)
            assert preset_line(name, language)


def test_two_hosts_who_both_press_two_minutes_more_give_two_and_one_who_presses_twice_gives_four() -> None:
    house, leader, _wall = hall(2)
    other = house.host(lead=False)
    house.to("talk", 1, 3)
    windows = [the_board(house, play) for play in (leader, other)]
    for pilot in windows:
        pilot.press("m")
    before = house.game.room.stage.timer
    for pilot in windows:
        reach(pilot, "extend 2")
    first = house.game.room.stage.timer
    reach(windows[0], "extend 2")
    second = house.game.room.stage.timer
    assert before is not None
    assert first is not None
    assert second is not None
    assert [clock.total - before.total for clock in (first, second)] == [120_000, 240_000]
    house.wait(2_000, windows[1])
    reach(windows[1], "extend 1")
    last = house.game.room.stage.timer
    assert last is not None
    assert last.total - second.total == 60_000


def test_a_line_typed_to_a_table_goes_with_the_answer_to_its_hand() -> None:
    house, leader, _wall = hall(2)
    house.to("talk", 1, 3)
    second = [play for play in house.plays if play.kind == "table"][1]
    house.does(second, RaiseHand())
    pilot = the_board(house, leader)
    pilot.click("Bord 2")
    pilot.click(next(target.key for target in pilot.pane.live() if target.role == "field"))
    pilot.type("Jag hinner om fem minuter")
    pilot.click("coming")
    assert second.team is not None
    assert (second.team["help"], second.team["coming"]) == (False, True)
    assert second.team["message"] is not None
    assert second.team["message"]["text"] == "Jag hinner om fem minuter"


def test_what_is_not_needed_every_minute_opens_at_its_top() -> None:
    house, leader, _wall = hall()
    house.to("talk")
    pilot = house.pilot(leader, lambda play, ctx: host.build(board(play), ctx), (1280, 720))
    pilot.press("m")
    pilot.pane.reveal("close room")
    pilot.settle()
    assert pilot.pane.memory.scroll["more"] > 0
    pilot.press("escape", "m")
    assert pilot.pane.memory.scroll["more"] == 0
