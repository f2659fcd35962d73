"""The practice card: one light card, to learn the controls."""

from game.rules import PHASES, SYSTEM
from game.rules.draft import Draft
from game.rules.phases.practice import practice_card
from tests.rules.build import HEAVY, LIGHT, MIRROR, OTHER, at_table, in_hall, session


def test_the_hall_practises_on_one_card_and_leaves_no_result() -> None:
    played, tables, host = in_hall("read", programme="practice round", cards=(LIGHT, HEAVY))
    assert played.room.card == LIGHT.id
    assert played.view(tables[0])["card"]["practice"]
    played.until(host, "vote")
    for table in tables:
        played.vote(table, "a b c")
    played.until(host, "vote", 2)
    for table in tables:
        played.vote(table, "a a a")
    played.next(host)
    assert played.team(tables[0]).turn.after.votes == (3, 0, 0)  # type: ignore[union-attr]
    assert played.team(tables[0]).results == ()
    played.until(host, "draw")
    assert [card["id"] for card in played.view(host)["host"]["cards"]] == [HEAVY.id]


def test_each_table_practises_by_itself_at_its_own_pace_for_half_the_time() -> None:
    played, table, _ = at_table("vote", programme="practice round", cards=(LIGHT, OTHER))
    assert played.stage(table).timer.total == 25_000  # type: ignore[union-attr]
    played.next(table)
    played.next(table)
    assert played.stage(table).timer.total == 60_000  # type: ignore[union-attr]


def test_the_chosen_card_or_a_marked_one_or_the_lightest_is_practised_on() -> None:
    marked = OTHER.model_copy(update={"practice": True, "heat": 2})
    chosen = at_table("read", programme=f"practice:{LIGHT.id} round", cards=(LIGHT, marked))
    assert chosen[0].team(chosen[1]).turn.card == LIGHT.id  # type: ignore[union-attr]
    played, table, _ = at_table("read", programme="practice round", cards=(LIGHT, marked))
    assert played.team(table).turn.card == marked.id  # type: ignore[union-attr]
    played, table, _ = at_table("read", programme="practice round", cards=(MIRROR, HEAVY))
    assert played.team(table).turn.card == MIRROR.id  # type: ignore[union-attr]


def test_without_a_light_card_the_practice_is_passed() -> None:
    played, table, _ = at_table("practice", programme="practice round", cards=(HEAVY,))
    assert played.team(table).turn is None
    played.next(table)
    assert played.place(table) == ("draw", 1)


def test_a_card_promised_to_a_round_is_not_practised_on() -> None:
    played = session(f"practice round:{LIGHT.id}", cards=(LIGHT, OTHER))
    card = practice_card(Draft(played.room, SYSTEM, played.facts, PHASES))
    assert card == OTHER


def test_a_late_table_practises_along() -> None:
    played, _, host = in_hall("read", programme="practice round", cards=(LIGHT,))
    late = played.table(3, 9)
    played.next(host)
    played.vote(late, "a b c")
    assert played.team(late).turn.practice  # type: ignore[union-attr]
