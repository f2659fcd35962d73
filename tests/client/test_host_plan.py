"""The programme on the host's board: how the minutes go, what may be left out, and every change of it."""

from __future__ import annotations

import pytest

from game.client.parts.again import clock
from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import host_edit as edit
from game.client.stations.host_course import MINUTE, course, to_drop
from game.client.stations.host_plan import standing
from game.client.stations.host_tables import NAMED
from game.client.ui import Language
from game.rules import Presence, Step
from game.rules.command import ArrangeSteps, DealCard, SetClock, SetPace, SkipStep
from game.rules.slices import StepSlice
from tests.client.pictures_hall import hall
from tests.client.tables import House
from tests.client.test_host import reach, the_board

ROUND = 3
"""The first card of a half day."""


def talking(tables: int = 1, preset: str = "Halvdag") -> tuple[House, Play, Pilot]:
    """(house, host, board) while the first card is talked about."""
    house, leader, _wall = hall(tables, preset)
    house.to("talk", 1, ROUND if preset == "Halvdag" else 2)
    return house, leader, the_board(house, leader)


def later(house: House, pilot: Pilot, minutes: int) -> None:
    """Time goes on in one stride."""
    house.wait(minutes * MINUTE)
    pilot.clock.advance(minutes * MINUTE)
    pilot.pane.refresh()


def kinds(house: House) -> list[str]:
    """The steps in words; breaks with their minutes."""
    return [
        f"{step.kind} {step.minutes:g}" if step.kind == "break" else step.kind
        for step in house.game.room.steps
    ]


def planned(*steps: str, theme: str = "") -> list[StepSlice]:
    """Steps as "round 12 0": kind, minutes, block; a fourth word is the theme."""
    found: list[StepSlice] = []
    for step in steps:
        kind, minutes, *more = step.split()
        found.append(
            {
                "kind": kind,
                "minutes": float(minutes),
                "factor": 100,
                "block": int(more[0]) if more else 0,
                "card": "",
                "theme": "",
                "themes": more[1:],
                "title": {},
                "opened": None,
                "closed": None,
            }
        )
    return found


# --- which card ---


def test_the_shortest_card_that_makes_up_for_the_delay_is_left_out() -> None:
    assert to_drop(planned("round 12", "round 8", "round 15"), 0, 7) == 1
    assert to_drop(planned("round 12", "round 8", "round 15"), 0, 10) == 0


def test_of_cards_of_one_length_the_last_is_left_out() -> None:
    assert to_drop(planned("round 12", "round 12", "pledge 6"), 0, 5) == 1


def test_when_no_card_is_long_enough_the_longest_is_left_out() -> None:
    assert to_drop(planned("round 8", "round 12", "round 10"), 0, 30) == 1


def test_the_only_card_of_a_block_stays() -> None:
    assert to_drop(planned("round 12 0", "round 12 0", "break 15", "round 12 1"), 1, 5) == 1
    assert to_drop(planned("round 12 0", "break 15", "round 12 1"), 1, 5) is None


def test_a_theme_that_one_card_alone_has_is_kept_as_long_as_there_is_another_card() -> None:
    steps = planned("round 12 0 väntan", "round 12 0 väntan", "round 8 0 tvång")
    assert to_drop(steps, 0, 5) == 1
    assert to_drop(steps, 2, 5) == 2


def test_a_card_that_has_begun_is_never_left_out() -> None:
    assert to_drop(planned("round 12", "round 12", "pledge 6"), 2, 5) is None


def test_the_rooms_factor_makes_a_card_longer() -> None:
    steps = planned("round 8", "round 12")
    for step in steps:
        step["factor"] = 150
    assert to_drop(steps, 0, 10) == 0


# --- how it goes ---


def test_a_step_is_late_only_when_it_has_lasted_longer_than_planned() -> None:
    house, leader, pilot = talking()
    start = course(leader, house.facts.now)
    assert start is not None
    assert start.behind < 0
    early = start.behind
    later(house, pilot, 10)
    within = course(leader, house.facts.now)
    assert within is not None
    assert within.behind == early
    later(house, pilot, 10)
    over = course(leader, house.facts.now)
    assert over is not None
    assert over.behind == pytest.approx(early + 8, abs=0.2)


def test_a_slower_clock_stretches_what_is_to_come_and_not_the_step_that_runs() -> None:
    house, leader, _pilot = talking()
    before = course(leader, house.facts.now)
    assert before is not None
    host = leader.host
    assert host is not None
    ahead = sum(step["minutes"] for step in host["steps"][ROUND + 1 :])
    house.does(leader, SetClock(factor=200))
    after = course(leader, house.facts.now)
    assert after is not None
    assert after.ends - before.ends == ahead * MINUTE
    assert leader.host is not None
    assert [step["factor"] for step in leader.host["steps"][ROUND : ROUND + 2]] == [100, 200]


def test_the_board_says_how_early_it_is() -> None:
    _house, _leader, pilot = talking()
    assert pilot.see("12 minuter före planen")
    assert pilot.see("Slutar omkring")


def test_the_delay_grows_before_the_eyes_while_a_step_runs_over() -> None:
    house, leader, pilot = talking()
    later(house, pilot, 32)
    assert pilot.see("8 minuter efter planen")
    later(house, pilot, 3)
    assert pilot.see("11 minuter efter planen")
    known = course(leader, house.facts.now)
    assert known is not None
    assert pilot.see(f"Slutar omkring {clock(known.ends, Language('sv'))}")


def test_a_card_is_proposed_only_where_the_session_has_no_air_left_for_the_delay() -> None:
    house, leader, pilot = talking()
    later(house, pilot, 32)
    assert pilot.see("8 minuter efter planen, ryms i luften")
    assert not pilot.see("Hoppa över Kort")
    later(house, pilot, 22)
    known = course(leader, house.facts.now)
    assert known is not None
    assert (round(known.behind), round(known.over)) == (30, 1), "150 minutes, 121 of them in the steps"
    assert pilot.see("30 minuter efter planen")
    assert not pilot.see("ryms i luften")
    assert not pilot.see("Hoppa över Kort"), "a minute is not worth a card"
    later(house, pilot, 1)
    assert pilot.see("Hoppa över Kort 6 (12 min)?")


def test_a_programme_that_was_made_shorter_before_the_start_has_the_more_air() -> None:
    house, leader, _wall = hall(1)
    edit.drop(leader, ROUND + 1)
    house.to("talk", 1, ROUND)
    known = course(leader, house.facts.now)
    assert known is not None
    assert (known.limit - known.aim) / MINUTE == 150 - (121 - 12)


def test_the_running_step_tells_how_long_it_has_lasted() -> None:
    house, _leader, pilot = talking()
    assert pilot.see("0 av 12 min")
    later(house, pilot, 4)
    assert pilot.see("4 av 12 min")
    later(house, pilot, 10)
    assert pilot.see("14 av 12 min")


def test_a_pause_with_a_time_to_be_back_is_counted_at_once() -> None:
    house, leader, pilot = talking()
    before = course(leader, house.facts.now)
    pilot.press("p")
    pilot.click("pause all")
    after = course(leader, house.facts.now)
    assert before is not None
    assert after is not None
    assert after.ends - before.ends == 10 * MINUTE


def alone(*ahead: int) -> tuple[House, Play, Pilot]:
    """(house, host, board): at their own pace the tables are so many steps after the first card."""
    house, leader, pilot = talking(len(ahead), "APT 60")
    for tile, steps in zip(leader.tiles, ahead, strict=True):
        for _ in range(steps):
            (now,) = (one for one in leader.tiles if one["id"] == tile["id"])
            house.does(leader, SkipStep(serial=now["serial"], team=tile["id"]))
    pilot.pane.refresh()
    return house, leader, pilot


def test_at_the_tables_own_pace_the_plan_says_where_the_tables_are_and_when_half_of_them_are_done() -> None:
    house, leader, pilot = alone(0, 1, 1)
    began = house.facts.now
    later(house, pilot, 9)
    known = course(leader, house.facts.now)
    assert known is not None
    assert known.ends == began + (12 + 12 + 8 + 6) * MINUTE, "the table in the middle is at its second card"
    assert pilot.see(f"Hälften av borden är klara omkring {clock(known.ends, Language('sv'))}")
    assert not pilot.see("Slutar omkring")
    later(house, pilot, 90)
    assert pilot.see(f"{int(known.behind + 87)} minuter efter planen")
    assert standing(leader) == {2: 1, 3: 2}
    assert pilot.see("2 bord")
    pilot.click("edit plan")
    assert pilot.see("1 bord"), "also in a step that has begun elsewhere"
    assert pilot.see("2 bord")


def test_a_table_that_is_gone_is_in_no_step_of_the_plan() -> None:
    house, leader, _pilot = talking(3, "APT 60")
    house.presence = Presence(lost=frozenset(one["id"] for one in leader.tiles[0]["stations"]))
    house.refresh()
    known = course(leader, house.facts.now)
    assert known is not None
    assert standing(leader).total() == known.tables == 2
    house.presence = Presence(lost=frozenset(one["id"] for t in leader.tiles for one in t["stations"]))
    house.refresh()
    assert course(leader, house.facts.now) is None


def test_a_single_table_at_its_own_pace_is_told_of_as_the_hall_is() -> None:
    house, _leader, pilot = alone(0)
    later(house, pilot, 40)
    assert pilot.see("Slutar omkring")
    assert not pilot.see("Hälften av borden")


def test_at_the_tables_own_pace_a_card_that_nobody_has_come_to_may_be_left_out() -> None:
    house, leader, pilot = alone(0, 1, 1)
    later(house, pilot, 60)
    before = course(leader, house.facts.now)
    assert before is not None
    time = clock(before.ends - 12 * MINUTE, Language("sv"))
    assert pilot.see(f"Hoppa över Kort 3 (12 min)? Då är hälften av borden klara {time}.")
    reach(pilot, "drop card")
    after = course(leader, house.facts.now)
    assert after is not None
    assert before.ends - after.ends == 12 * MINUTE
    house, _leader, pilot = alone(0, 0, 2)
    later(house, pilot, 60)
    assert pilot.see("minuter efter planen")
    assert not pilot.see("Hoppa över Kort"), "one table is at the last card already"


def test_tables_that_have_finished_are_among_those_that_are_done() -> None:
    house, leader, pilot = alone(5, 5, 0)
    over = house.facts.now
    later(house, pilot, 30)
    known = course(leader, house.facts.now)
    assert known is not None
    assert known.ends == over


def test_what_the_hall_had_done_keeps_its_minutes_when_the_tables_go_by_themselves() -> None:
    house, leader, pilot = talking()
    later(house, pilot, 14)
    house.to("read", 1, ROUND + 1)
    assert leader.host is not None
    first = leader.host["steps"][ROUND]
    took = f"{round(((first['closed'] or 0) - (first['opened'] or 0)) / MINUTE)} av 12 min"
    leader.kept["ask"], leader.kept["plan past shown"] = "plan", True
    pilot.pane.refresh()
    assert pilot.see(took)
    house.does(leader, SetPace(pace="table"))
    house.to("read", 1, ROUND + 2)
    pilot.pane.refresh()
    assert {words for words in pilot.texts() if "av 12 min" in words} == {took}, "the second was the table's"


def test_one_press_leaves_the_card_out_and_another_puts_it_back() -> None:
    house, leader, pilot = talking()
    later(house, pilot, 62)
    before = house.game.room.steps
    aim = course(leader, house.facts.now)
    assert pilot.see("Hoppa över Kort 6 (12 min)?")
    reach(pilot, "drop card")
    assert len(house.game.room.steps) == len(before) - 1
    now = course(leader, house.facts.now)
    assert now is not None
    assert aim is not None
    assert now.aim == aim.aim
    assert now.ends == aim.ends - 12 * MINUTE
    assert pilot.see("26 minuter efter planen, ryms i luften")
    assert pilot.see("Kort 6 är borta ur programmet.")
    reach(pilot, "undo drop")
    assert house.game.room.steps == before
    assert pilot.see("Hoppa över Kort 6 (12 min)?")


def test_an_end_that_is_accepted_is_no_longer_late() -> None:
    house, _leader, pilot = talking()
    later(house, pilot, 62)
    reach(pilot, "accept late")
    assert not pilot.see("efter planen")
    assert not pilot.see("Hoppa över Kort 6")


# --- changes ---


def changing(tables: int = 1) -> tuple[House, Play, Pilot]:
    """The programme's dialog is open."""
    house, leader, pilot = talking(tables)
    pilot.click("edit plan")
    return house, leader, pilot


def choose(pilot: Pilot, at: int) -> None:
    """Press a coming step."""
    reach(pilot, f"step {at}")


def test_a_step_is_moved_made_longer_and_taken_out_with_the_mouse() -> None:
    house, _leader, pilot = changing()
    choose(pilot, 6)
    reach(pilot, "step up")
    reach(pilot, "step minutes more")
    assert kinds(house)[4:7] == ["round", "break 16", "round"]
    reach(pilot, "step down")
    assert kinds(house)[4:7] == ["round", "round", "break 16"]
    reach(pilot, "step out")
    assert "break 16" not in kinds(house)


def test_a_long_break_is_changed_five_minutes_at_a_time() -> None:
    house, _leader, pilot = changing()
    reach(pilot, "add step")
    for _ in range(12):
        reach(pilot, "length break more")
    reach(pilot, "add break")
    reach(pilot, "step minutes more")
    assert kinds(house)[4] == "break 27"


def test_the_whole_of_it_is_done_with_the_keyboard() -> None:
    house, _leader, pilot = changing()
    before = kinds(house)
    while pilot.focused() != "step 6":
        pilot.press("tab")
    pilot.press("return", "ctrl+up", "ctrl+up")
    assert kinds(house)[4] == "break 15"
    pilot.press("delete")
    assert "break 15" not in kinds(house)
    pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
    assert kinds(house) == before
    while pilot.focused() != "add step":
        pilot.press("tab")
    pilot.press("return")
    while pilot.focused() != "add break":
        pilot.press("tab")
    pilot.press("return")
    assert kinds(house)[4] == "break 10"
    pilot.press("escape")
    assert not pilot.see("Välj ett steg")


def test_steps_that_have_begun_cannot_be_pressed_and_say_so() -> None:
    house, _leader, pilot = changing()
    assert pilot.see("pågår, ligger fast")
    assert f"step {ROUND}" not in {target.key for target in pilot.pane.live()}
    assert not pilot.see("Incheckning") or pilot.see("Visa 3 tidigare steg")
    pilot.click("past steps")
    assert pilot.see("Incheckning")
    choose(pilot, ROUND + 1)
    assert not pilot.find("step down").enabled or house.game.room.steps[ROUND + 2].kind == "round"
    assert not pilot.pane.target("step up").enabled  # type: ignore[union-attr]


def test_a_card_from_the_pile_comes_after_the_chosen_step() -> None:
    house, leader, pilot = changing()
    assert leader.host is not None
    card = leader.host["cards"][0]
    choose(pilot, 4)
    reach(pilot, "add step")
    reach(pilot, f"add {card['id']}")
    assert house.game.room.steps[5].card == card["id"]
    assert house.game.room.steps[5].block == 0
    assert pilot.see(card["title"]["sv"])
    reach(pilot, "undo plan")
    assert house.game.room.steps[5].card is None


def test_what_a_session_has_once_is_offered_only_when_it_is_missing() -> None:
    house, _leader, pilot = changing()
    reach(pilot, "add step")
    assert pilot.pane.target("add harvest") is None
    pilot.click("back to plan")
    at = kinds(house).index("harvest")
    choose(pilot, at)
    reach(pilot, "step out")
    reach(pilot, "add step")
    reach(pilot, "add harvest")
    assert "harvest" in kinds(house)


def test_presses_of_the_minutes_are_taken_back_as_one() -> None:
    house, _leader, pilot = changing()
    choose(pilot, 4)
    for _ in range(3):
        reach(pilot, "step minutes more")
    assert house.game.room.steps[4].minutes == 15
    reach(pilot, "undo plan")
    assert house.game.room.steps[4].minutes == 12
    assert not pilot.pane.target("undo plan").enabled  # type: ignore[union-attr]


def test_a_change_that_has_begun_is_not_taken_back() -> None:
    house, leader, pilot = changing()
    choose(pilot, 6)
    reach(pilot, "step up")
    assert edit.may_undo(leader)
    house.to("read", 1, 4)
    assert edit.may_undo(leader), "the break and the card that changed places lie ahead"
    house.to("break", 1, 5)
    assert not edit.may_undo(leader)


def test_a_change_made_from_an_older_programme_is_refused_and_the_new_one_is_shown() -> None:
    house, leader, pilot = changing()
    assert leader.host is not None
    before = dict(leader.slices)
    other = house.host()
    ahead = house.game.room.steps[4:]
    house.does(other, ArrangeSteps(plan=leader.host["plan"], steps=(Step(kind="break", minutes=25), *ahead)))
    fresh, leader.slices = leader.slices, before
    edit.drop(leader, 4)
    assert leader.notice is not None
    assert leader.notice.code == "plan_changed"
    leader.slices = fresh
    pilot.pane.refresh()
    assert pilot.see("Någon annan har just ändrat programmet.")
    assert kinds(house)[4] == "break 25"
    assert pilot.see("25 min")
    reach(pilot, "step 4")
    reach(pilot, "step out")
    assert kinds(house)[4] == "round", "the next change is made from the programme as it is"


def test_a_change_on_its_way_waits_for_its_answer() -> None:
    house, leader, _pilot = changing()
    house.cut(leader)
    edit.drop(leader, 4)
    edit.drop(leader, 4)
    house.heal(leader)
    assert kinds(house).count("round") == 5


def test_the_programme_may_be_changed_before_the_start() -> None:
    house, leader, _wall = hall(1)
    pilot = the_board(house, leader)
    pilot.pane.reveal("edit plan")
    reach(pilot, "edit plan")
    choose(pilot, 0)
    reach(pilot, "step out")
    assert kinds(house)[0] == "checkin"


def test_the_pace_changes_while_it_runs_and_says_what_happens() -> None:
    house, leader, pilot = talking()
    pilot.press("m")
    reach(pilot, "pace table")
    assert pilot.see("också genom rast och skörd")
    pilot.press("return")
    assert house.game.room.settings.pace == "hall", "Enter is the way back"
    reach(pilot, "pace table")
    pilot.click("yes pace")
    assert pace(house) == "table"
    assert pilot.see("gör borden klart kortet de har och möts vid nästa steg")
    reach(pilot, "pace hall")
    assert leader.room is not None
    assert leader.room["pace"] == "hall"


def pace(house: House) -> str:
    return house.game.room.settings.pace


def apart(tables: int, ahead: int) -> tuple[House, Play, Pilot]:
    """(house, host, board): at the tables' own pace the last ones are `ahead` steps before table 1."""
    house, leader, pilot = talking(tables)
    house.does(leader, SetPace(pace="table"))
    for tile in sorted(leader.tiles, key=lambda tile: tile["number"])[1:]:
        for _step in range(ahead):
            serial = next(one["serial"] for one in leader.tiles if one["id"] == tile["id"])
            house.does(leader, SkipStep(serial=serial, team=tile["id"]))
    pilot.pane.refresh()
    return house, leader, pilot


def test_tables_in_different_steps_are_led_together_only_after_a_question() -> None:
    house, _leader, pilot = apart(2, 2)
    pilot.press("m")
    reach(pilot, "pace hall")
    assert pilot.see("Bord 1 ligger efter och hoppar då över 2 steg.")
    assert pace(house) == "table"
    pilot.click("no")
    assert pace(house) == "table"
    reach(pilot, "pace hall")
    pilot.click("yes pace")
    assert pace(house) == "hall"


def test_a_question_about_tables_that_have_caught_up_meanwhile_names_none() -> None:
    house, leader, pilot = apart(2, 1)
    pilot.press("m")
    reach(pilot, "pace hall")
    behind = min(leader.tiles, key=lambda tile: tile["step"])
    house.does(leader, SkipStep(serial=behind["serial"], team=behind["id"]))
    pilot.pane.refresh()
    assert pilot.see("Leda alla bord tillsammans?")
    assert not pilot.see("ligger efter")
    pilot.click("yes pace")
    assert pace(house) == "hall"


def test_tables_that_are_behind_are_named_and_many_of_them_counted() -> None:
    house, leader, pilot = apart(4, 1)
    last = max(leader.tiles, key=lambda tile: tile["number"])
    house.does(leader, SkipStep(serial=last["serial"], team=last["id"]))
    pilot.press("m")
    reach(pilot, "pace hall")
    assert pilot.see("Bord 1, 2 och 3 ligger efter och hoppar då över upp till 2 steg.")
    house, leader, pilot = apart(2, 1)
    for _more in range(NAMED):
        house.table(4)
    pilot.press("m")
    reach(pilot, "pace hall")
    assert pilot.see(f"{NAMED + 1} bord ligger efter")


def test_tables_on_their_own_are_fetched_only_after_a_question() -> None:
    house, leader, _wall = hall(2)
    house.to("draw", 1, ROUND)
    house.does(leader, DealCard(serial=leader.serial, own=True))
    pilot = the_board(house, leader)
    pilot.press("m")
    reach(pilot, "gather")
    assert pilot.see("Samla 2 bord?")
    assert all(tile["alone"] for tile in leader.tiles)
    pilot.press("return")
    assert all(tile["alone"] for tile in leader.tiles), "Enter answers no"
    reach(pilot, "gather")
    pilot.click("yes gather")
    assert not any(tile["alone"] for tile in leader.tiles)


def test_more_time_in_what_comes_moves_the_end_and_not_what_was_meant() -> None:
    house, leader, _pilot = talking()
    before = course(leader, house.facts.now)
    house.does(leader, SetClock(factor=200, hard=False))
    after = course(leader, house.facts.now)
    assert before is not None
    assert after is not None
    assert after.aim == before.aim
    assert after.ends > before.ends


def test_that_steps_close_in_time_is_seen_at_once_and_stays_when_they_are_made_longer() -> None:
    house, leader, pilot = talking()
    pilot.press("m")
    reach(pilot, "hard")
    assert leader.stage is not None
    assert not leader.stage["hard"], "the clock that runs is as it was"
    reach(pilot, "factor 150")
    assert (house.game.room.settings.factor, house.game.room.settings.hard) == (150, True)
    reach(pilot, "hard")
    assert not house.game.room.settings.hard


def test_every_table_draws_a_card_of_its_own_until_the_next_step() -> None:
    house, leader, _wall = hall(2)
    house.to("draw", 1, ROUND)
    pilot = the_board(house, leader)
    reach(pilot, "deal own")
    assert leader.host is not None
    assert leader.host["own"]
    assert pilot.see("Varje bord har sitt eget kort")
    pilot.press("return")
    if pilot.see("Gå vidare ändå"):
        pilot.click("yes next")
    assert house.game.room.stage.step == ROUND + 1


def test_what_may_be_done_with_a_chosen_step_is_brought_into_view() -> None:
    _house, _leader, pilot = changing()
    pilot.pane.reveal("step 5")
    pilot.settle()
    pilot.click("step 5")
    pilot.wait(20)
    assert pilot.see("Ta bort")


def test_a_card_just_left_out_can_be_put_back_also_while_another_is_proposed() -> None:
    house, _leader, pilot = talking()
    later(house, pilot, 70)
    reach(pilot, "drop card")
    assert pilot.see("Kort 6 är borta ur programmet.")
    assert pilot.see("Hoppa över Kort 5 (12 min)?")
    reach(pilot, "undo drop")
    assert pilot.see("Hoppa över Kort 6 (12 min)?")


def test_before_the_start_something_new_comes_last_but_before_what_ends_a_session() -> None:
    house, leader, _wall = hall(1)
    pilot = the_board(house, leader)
    reach(pilot, "edit plan")
    before = kinds(house)
    end = next(n for n, kind in enumerate(before) if kind in ("harvest", "pledge", "debrief"))
    assert edit.place(leader) == end
    edit.put_in(leader, "break", 10)
    assert kinds(house)[end].startswith("break")
    assert kinds(house)[end + 1 :] == before[end:]
