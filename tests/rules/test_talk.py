"""The talk: prompts one at a time, the quiet view first; the twist; and more time."""

from game.rules import AskTime, Extend, MarkAway, OpenTwist, ShowPrompt
from tests.rules.build import (
    EXERCISE,
    FACT,
    LIGHT,
    QUESTION,
    THIRD,
    WHAT_ELSE,
    WHAT_IF,
    at_table,
    in_hall,
)


def kinds(prompts: list[dict[str, object]]) -> list[object]:
    return [prompt["kind"] for prompt in prompts]


def test_the_least_chosen_opens_then_ascending_then_one_that_nobody_chose() -> None:
    played, table, _ = at_table("vote", seats=5)
    played.vote(table, "a a b b b")
    played.until(table, "talk")
    talk = played.view(table)["talk"]
    assert [(p["kind"], p["choice"], p["drawn"]) for p in talk["prompts"]] == [
        ("least", "a", False),
        ("more", "b", False),
        ("unchosen", "c", False),
        ("question", "", False),
        ("question", "", False),
        ("ours", "", False),
    ]
    assert [p["index"] for p in talk["prompts"]][3:] == [0, 1, -1]


def test_the_reader_shows_one_prompt_at_a_time_to_all() -> None:
    played, table, _ = at_table("talk")
    solo = played.solo(1)
    assert played.view(solo)["talk"]["shown"] == 0
    assert played.refused(solo, ShowPrompt(serial=played.serial(solo), index=1)) == "reader_only"
    assert played.does(table, ShowPrompt(serial=played.serial(table), index=1)) == ["prompt_shown"]
    assert played.does(table, ShowPrompt(serial=played.serial(table), index=1)) == []
    assert played.view(solo)["talk"]["shown"] == 1
    assert played.refused(table, ShowPrompt(serial=played.serial(table), index=99)) == "unknown_prompt"


def test_the_twist_lies_face_down_until_it_is_opened() -> None:
    played, table, host = at_table("talk")
    assert "twist" not in played.view(table)["card"]["text"]["sv"]
    assert played.does(table, OpenTwist(serial=played.serial(table))) == ["twist_opened"]
    assert played.view(table)["card"]["text"]["sv"]["twist"] == f"{LIGHT.id} twist"
    assert played.refused(host, OpenTwist(serial=played.serial(table), team=table.team)) == "unknown_prompt"


def test_the_host_turns_up_every_tables_twist_at_once() -> None:
    played, tables, host = in_hall("talk")
    played.does(tables[0], OpenTwist(serial=played.serial(tables[0])))
    assert played.does(host, OpenTwist(serial=played.serial(host))) == ["twist_opened", "twist_opened"]


def test_a_card_without_a_twist_has_none_to_open() -> None:
    played, table, _ = at_table("talk", programme=f"round:{THIRD.id}")
    assert played.refused(table, OpenTwist(serial=played.serial(table))) == "unknown_prompt"


def test_a_twist_deck_gives_a_card_one_more_what_if() -> None:
    played, table, _ = at_table("talk", cards=(LIGHT, WHAT_IF, WHAT_ELSE))
    assert played.view(table)["talk"]["what_if"] == {}
    played.does(table, OpenTwist(serial=played.serial(table)))
    assert (played.view(table)["talk"]["twist"], played.view(table)["talk"]["what_if"]) == (True, {})
    played.does(table, OpenTwist(serial=played.serial(table), second=True))
    assert played.view(table)["talk"]["what_if"]["sv"] in (f"{WHAT_IF.id} twist", f"{WHAT_ELSE.id} twist")
    again = OpenTwist(serial=played.serial(table), second=True)
    assert played.refused(table, again) == "unknown_prompt"


def test_who_presses_when_another_just_has_turns_up_nothing_more() -> None:
    played, table, host = at_table("talk", cards=(LIGHT, WHAT_IF))
    played.does(table, OpenTwist(serial=played.serial(table)))
    assert played.does(table, OpenTwist(serial=played.serial(table))) == []
    assert played.does(host, OpenTwist(serial=played.serial(table), team=table.team)) == []


def test_a_card_without_a_twist_takes_one_of_the_twist_deck_and_none_comes_twice() -> None:
    played, table, _ = at_table(
        "talk",
        cards=(THIRD, LIGHT, WHAT_IF),
        programme=f"round:{THIRD.id} round:{LIGHT.id}",
    )
    played.does(table, OpenTwist(serial=played.serial(table)))
    assert played.view(table)["talk"]["what_if"]["en"] == f"{WHAT_IF.id} twist"
    assert not played.view(table)["talk"]["twist"]
    played.until(table, "draw")
    played.until(table, "talk")
    assert played.does(table, OpenTwist(serial=played.serial(table))) == ["twist_opened"]
    assert played.refused(table, OpenTwist(serial=played.serial(table))) == "unknown_prompt"


def test_what_is_only_talked_about_gets_no_twist_from_a_twist_deck() -> None:
    played, table, _ = at_table("talk", cards=(QUESTION, WHAT_IF), programme=f"round:{QUESTION.id}")
    assert played.refused(table, OpenTwist(serial=played.serial(table))) == "unknown_prompt"


def test_an_exercise_is_prompted_step_by_step_and_its_steps_can_be_read_from_the_beginning() -> None:
    played, table, _ = at_table("read", cards=(EXERCISE,), programme=f"round:{EXERCISE.id}")
    steps = [f"{EXERCISE.id} step {n}" for n in range(3)]
    assert played.view(table)["card"]["text"]["sv"]["steps"] == steps
    played.next(table)
    assert kinds(played.view(table)["talk"]["prompts"]) == ["step", "step", "step", "question", "ours"]
    assert [p["index"] for p in played.view(table)["talk"]["prompts"]] == [0, 1, 2, 0, -1]


def test_a_fact_says_from_the_beginning_where_it_is_said_and_a_dilemma_does_not() -> None:
    played, table, _ = at_table("read", cards=(FACT,), programme=f"round:{FACT.id}")
    assert played.view(table)["card"]["text"]["sv"]["refs"][0]["label"] == "Lagen"
    played, table, _ = at_table("read")
    assert "refs" not in played.view(table)["card"]["text"]["sv"]


def test_at_its_own_pace_a_majority_gives_two_minutes_and_then_one_at_a_time() -> None:
    played, table, _ = at_table("talk", seats=2)
    solo = played.solo(1)
    left = played.stage(table).timer.ends  # type: ignore[union-attr]
    assert played.does(solo, AskTime(serial=played.serial(solo), seat=played.seats(solo)[0])) == [
        "time_asked"
    ]
    assert played.view(table)["team"]["asked_time"] == 1
    assert played.refused(solo, AskTime(serial=played.serial(solo))) == "already_asked"
    assert played.does(table, AskTime(serial=played.serial(table))) == ["time_asked", "time_extended"]
    assert played.stage(table).timer.ends == left + 120_000  # type: ignore[operator, union-attr]
    assert played.does(table, AskTime(serial=played.serial(table))) == ["time_asked", "time_extended"]
    assert played.stage(table).timer.ends == left + 180_000  # type: ignore[operator, union-attr]


def test_asking_twice_for_the_same_seat_adds_nothing() -> None:
    played, table, _ = at_table("talk", seats=3)
    seat = played.seats(table)[0]
    played.does(table, AskTime(serial=played.serial(table), seat=seat))
    assert played.does(table, AskTime(serial=played.serial(table), seat=seat)) == []


def test_in_the_hall_the_host_is_asked_and_gives_time_to_all_or_one() -> None:
    played, tables, host = in_hall("talk")
    assert played.does(tables[0], AskTime(serial=played.serial(tables[0]))) == ["time_asked"]
    seen = played.view(host)
    assert seen["host"]["needs_time"] == 1
    assert seen[f"tile:{tables[0].team}"]["needs_time"]
    ends = played.stage(host).timer.ends  # type: ignore[union-attr]
    assert played.does(host, Extend(serial=played.serial(host), seen=played.room.version, minutes=2)) == [
        "time_extended"
    ]
    assert played.stage(tables[1]).timer.ends == ends + 120_000  # type: ignore[operator, union-attr]
    assert played.view(host)["host"]["needs_time"] == 0
    played.does(
        host,
        Extend(serial=played.serial(tables[2]), seen=played.room.version, minutes=1, team=tables[2].team),
    )
    assert played.stage(tables[2]).timer.ends == ends + 180_000  # type: ignore[operator, union-attr]
    assert played.stage(tables[1]).timer.ends == ends + 120_000  # type: ignore[operator, union-attr]


def test_seats_that_are_all_away_ask_for_nothing() -> None:
    played, table, _ = at_table("talk", seats=1)
    played.does(table, MarkAway(seat=played.seats(table)[0]))
    assert played.refused(table, AskTime(serial=played.serial(table))) == "already_asked"


def test_a_card_that_is_only_talked_about_goes_from_reading_to_talking_to_its_back() -> None:
    played, table, _ = at_table("talk", programme=f"round:{QUESTION.id}", cards=(QUESTION,))
    assert kinds(played.view(table)["talk"]["prompts"]) == ["question", "question", "ours"]
    assert played.view(table)["card"]["choices"] == []
    played.next(table)
    assert played.place(table) == ("perspective", 1)


def test_a_card_with_nothing_on_its_back_goes_from_the_talk_to_the_note() -> None:
    card = QUESTION.model_copy(update={"back": False})
    played, table, _ = at_table("talk", programme=f"round:{card.id}", cards=(card,))
    played.next(table)
    assert played.place(table) == ("note", 1)


def test_the_hourglass_is_filled_by_the_cards_minutes_between_three_and_fifteen() -> None:
    for minutes, ms in ((12, 360_000), (5, 180_000), (40, 900_000)):
        card = LIGHT.model_copy(update={"minutes": minutes})
        played, table, _ = at_table("talk", cards=(card,))
        assert played.stage(table).timer.total == ms  # type: ignore[union-attr]


def test_a_talk_without_votes_round_it_gets_nearly_all_of_the_cards_minutes() -> None:
    card = EXERCISE.model_copy(update={"minutes": 8})
    played, table, _ = at_table("talk", cards=(card,), programme=f"round:{card.id}")
    assert played.stage(table).timer.total == 360_000  # type: ignore[union-attr]
