"""Draw: the host deals to all, or a table's reader turns one of a few."""

from dataclasses import replace

from game.rules import AcceptHeavy, DealCard, DrawCard, OpenNext, SkipStep, SwapCard, WriteNote
from tests.rules.build import HEAVY, LIGHT, OTHER, QUESTION, STARTER, THIRD, at_table, in_hall


def test_a_table_turns_one_of_two_and_sees_only_backs() -> None:
    played, table, _ = at_table("draw", programme="round", cards=(LIGHT, OTHER, THIRD))
    offered = played.view(table)["draw"]
    assert offered["left"] == 3
    assert len(offered["offer"]) == 2
    assert set(offered["offer"][0]) == {"heat", "themes"}
    assert played.refused(table, DrawCard(serial=played.serial(table), pick=2)) == "unknown_card"
    card = played.team(table).offer[1]
    played.does(table, DrawCard(serial=played.serial(table), pick=1))
    assert played.view(table)["card"]["id"] == card
    assert played.place(table) == ("read", 1)


def test_only_the_readers_screen_turns_the_card() -> None:
    played, table, _ = at_table("draw")
    solo = played.solo(1)
    assert played.refused(solo, DrawCard(serial=played.serial(solo))) == "reader_only"
    assert "draw_card" in played.may(table)


def test_a_chosen_card_is_the_only_one_offered() -> None:
    played, table, _ = at_table("draw", programme=f"round:{LIGHT.id}")
    assert played.team(table).offer == (LIGHT.id,)


def test_a_card_is_never_drawn_twice_nor_one_promised_to_a_later_round() -> None:
    played, table, _ = at_table("read", programme=f"round round:{THIRD.id} round")
    first = played.team(table).played[0]
    assert first != THIRD.id
    played.until(table, "note")
    played.until(table, "draw")
    assert played.team(table).offer == (THIRD.id,)
    played.until(table, "note")
    played.until(table, "draw")
    assert not {first, THIRD.id} & set(played.team(table).offer)


def test_a_heavy_card_is_never_the_first_and_first_asks_whether_the_table_is_ready() -> None:
    played, table, _ = at_table("draw", programme="round round", cards=(HEAVY, LIGHT))
    assert played.team(table).offer == (LIGHT.id,)
    assert played.refused(table, AcceptHeavy(serial=played.serial(table))) == "no_card"
    played.until(table, "note")
    played.until(table, "draw")
    serial = played.serial(table)
    assert played.does(table, DrawCard(serial=serial)) == ["card_dealt"]
    seen = played.view(table)
    assert seen["draw"]["heavy"]
    assert "situation" not in seen["card"]["text"]["sv"]
    assert played.refused(table, DrawCard(serial=serial)) == "wrong_phase"
    assert played.does(table, AcceptHeavy(serial=serial)) == ["heavy_accepted", "phase_opened"]
    assert played.does(table, AcceptHeavy(serial=serial)) == []


def test_a_heavy_card_that_nobody_wants_and_nothing_can_replace_is_passed_by() -> None:
    played, table, _ = at_table("draw", programme=f"round round:{HEAVY.id}", cards=(HEAVY, LIGHT))
    played.until(table, "note")
    played.until(table, "draw")
    played.does(table, DrawCard(serial=played.serial(table)))
    assert played.refused(table, SwapCard(serial=played.serial(table))) == "no_cards_left"
    assert "phase_opened" in played.next(table)
    assert played.place(table) == ("closed", 1)


def test_when_the_pile_is_empty_the_table_goes_on_without() -> None:
    played, table, _ = at_table("note", programme="round round pledge", cards=(LIGHT,))
    played.until(table, "draw")
    assert played.refused(table, DrawCard(serial=played.serial(table))) == "no_cards_left"
    played.next(table)
    assert played.place(table) == ("pledge", 1)


def test_while_cards_are_left_the_draw_is_not_passed_by() -> None:
    played, table, _ = at_table("draw")
    assert played.refused(table, OpenNext(serial=played.serial(table))) == "wrong_phase"
    played, _, host = in_hall("draw")
    assert played.refused(host, OpenNext(serial=played.serial(host))) == "wrong_phase"


def test_the_steps_theme_decides_which_cards_lie_in_the_pile() -> None:
    played, _, host = in_hall("draw", programme="round", cards=(LIGHT, OTHER))
    themed = played.room.steps[0].model_copy(update={"theme": "nej"})
    played.room = replace(played.room, steps=(themed,))
    assert [card["id"] for card in played.view(host)["host"]["cards"]] == [LIGHT.id]


def test_the_host_deals_one_card_to_every_table() -> None:
    played, tables, host = in_hall("draw", programme="round round")
    assert played.refused(tables[0], DrawCard(serial=played.serial(tables[0]))) == "host_only"
    serial = played.serial(host)
    assert played.does(host, DealCard(serial=serial, card=OTHER.id)) == ["card_dealt", "phase_opened"]
    assert {played.team(table).turn.card for table in tables} == {OTHER.id}  # type: ignore[union-attr]
    assert played.does(host, DealCard(serial=serial, card=LIGHT.id)) == []
    played.until(host, "note")
    played.until(host, "draw")
    assert played.refused(host, DealCard(serial=played.serial(host), card=OTHER.id)) == "unknown_card"


def test_the_host_deals_the_steps_own_card_or_mixes_and_draws() -> None:
    played, _, host = in_hall("draw", programme=f"round:{THIRD.id} round:{THIRD.id}")
    played.does(host, DealCard(serial=played.serial(host)))
    assert played.room.card == THIRD.id
    played.until(host, "note")
    played.until(host, "draw")
    played.does(host, DealCard(serial=played.serial(host)))
    assert played.room.card in (LIGHT.id, OTHER.id)


def test_the_host_is_asked_before_a_heavy_card_and_never_surprised_by_one() -> None:
    played, _, host = in_hall("draw", programme="round round", cards=(HEAVY, LIGHT, QUESTION))
    serial = played.serial(host)
    assert played.refused(host, DealCard(serial=serial, card=HEAVY.id)) == "heavy_card"
    played.does(host, DealCard(serial=serial))
    assert played.room.card != HEAVY.id
    played, _, host = in_hall("draw", programme="round", cards=(HEAVY,))
    assert played.refused(host, DealCard(serial=played.serial(host))) == "heavy_card"
    assert played.does(host, DealCard(serial=played.serial(host), ready=True)) == [
        "card_dealt",
        "phase_opened",
    ]


def test_pledge_starters_and_cards_of_no_deck_are_not_dealt() -> None:
    played, _, host = in_hall("draw", programme="round round", cards=(LIGHT, STARTER))
    for card in (STARTER.id, "prov/okand"):
        assert played.refused(host, DealCard(serial=played.serial(host), card=card)) == "unknown_card"
    played.until(host, "note")
    played.until(host, "draw")
    assert played.refused(host, DealCard(serial=played.serial(host))) == "no_cards_left"
    assert played.does(host, SkipStep(serial=played.serial(host))) == ["room_closed"]


def test_the_host_does_not_deal_at_the_tables_own_pace() -> None:
    played, table, host = at_table("draw")
    team = table.team
    assert team
    assert "deal_card" not in played.view(host)[f"tile:{team}"]["may"]
    assert played.refused(host, DealCard(serial=played.serial(host))) == "wrong_phase"


def test_the_last_note_is_mended_until_the_next_card_is_turned() -> None:
    played, table, _ = at_table("note", programme="round round")
    note = played.note(table, "Vi säger vad som händer härnäst.")
    played.until(table, "draw")
    assert played.view(table)["notes"]["notes"][0]["editable"]
    mended = WriteNote(serial=played.serial(table), note=note, text="Vi säger vad som händer.", tag="act")
    assert played.does(table, mended) == ["note_written"]
    played.until(table, "read")
    assert not played.view(table)["notes"]["notes"][0]["editable"]
