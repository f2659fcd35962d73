"""The hall is shown no card that some table may still vote on, unless the host knows whom it spoils."""

from __future__ import annotations

import pytest

from game.rules import Actor, CallTimeout, ContinueAlone, DealCard, DrawCard, EndTimeout, Leave, OpenNext
from game.rules.command import MarkAway, MarkBack, SetPace, ShowResult
from tests.rules.build import LIGHT, OTHER, THIRD, Session, session

PROGRAMME = f"frame checkin round:{OTHER.id} round:{LIGHT.id} pledge"
OPEN = ShowResult(what=f"card:{OTHER.id}")


def shown(played: Session, screen: Actor) -> list[str]:
    return [chart["card"] for chart in played.view(screen)["hall"]["charts"]]


def plays(played: Session, table: Actor, until: tuple[str, int] = ("perspective", 1)) -> None:
    """The table goes by itself through its next card."""
    for place in (("vote", 1), ("vote", 2), ("perspective", 1)):
        played.until(table, *place)
        if place == until:
            return
        if place[0] == "vote":
            played.vote(table, "a b b")
            played.wait(5_000)


def ahead(programme: str = PROGRAMME) -> tuple[Session, list[Actor], Actor, Actor, Actor]:
    """(session, three tables that are done with the first card, one that is not, the host, the screen)"""
    played = session(programme, pace="table")
    host, screen = played.host(), played.screen()
    tables, slow = [played.table(3) for _ in range(3)], played.table(3)
    played.next(host)
    for table in tables:
        plays(played, table)
    assert [chart["card"] for chart in played.view(host)["host"]["charts"]] == [OTHER.id]
    return played, tables, slow, host, screen


@pytest.mark.parametrize(
    ("phase", "round_", "held"),
    [
        ("frame", 1, True),
        ("checkin", 1, True),
        ("draw", 1, True),
        ("read", 1, True),
        ("vote", 1, True),
        ("talk", 1, True),
        ("vote", 2, True),
        ("compare", 1, False),
        ("perspective", 1, False),
    ],
)
def test_a_card_is_not_opened_while_some_table_may_still_vote_on_it(
    phase: str, round_: int, held: bool
) -> None:
    played, _tables, slow, host, screen = ahead()
    played.until(slow, phase, round_)
    assert played.view(host)["host"]["held"] == ({OTHER.id: [slow.team]} if held else {})
    if held:
        assert played.refused(host, OPEN) == "card_ahead"
    else:
        assert played.does(host, OPEN) == ["result_shown"]
    assert shown(played, screen) == ([] if held else [OTHER.id])


def test_a_table_that_comes_late_closes_the_chart_until_it_has_voted() -> None:
    played, _tables, slow, host, screen = ahead()
    plays(played, slow)
    played.does(host, OPEN)
    late = played.table(3)
    assert shown(played, screen) == []
    assert played.view(host)["host"]["held"] == {OTHER.id: [late.team]}
    plays(played, late)
    assert shown(played, screen) == [OTHER.id]


def test_who_has_gone_home_or_stepped_out_keeps_nothing_from_the_hall() -> None:
    played, _tables, slow, host, screen = ahead()
    for seat in played.seats(slow):
        played.does(slow, MarkAway(seat=seat))
    played.does(host, OPEN)
    assert shown(played, screen) == [OTHER.id]
    played.does(slow, MarkBack(seat=played.seats(slow)[0]))
    assert shown(played, screen) == []
    played.does(slow, Leave())
    assert shown(played, screen) == [OTHER.id]


def test_a_host_opens_it_in_spite_of_those_tables_that_the_host_knows_of_and_of_no_other() -> None:
    played, _tables, slow, host, screen = ahead()
    known = ShowResult(what=OPEN.what, despite=(slow.team or "",))
    other = played.table(3)
    assert played.refused(host, known) == "card_ahead"
    played.does(other, Leave())
    assert played.does(host, known) == ["result_shown"]
    assert played.does(host, known) == []
    assert (shown(played, screen), played.view(host)["host"]["held"]) == ([OTHER.id], {})
    late = played.table(3)
    assert shown(played, screen) == []
    assert played.does(host, ShowResult(what=OPEN.what, despite=(late.team or "",))) == ["result_shown"]
    assert shown(played, screen) == [OTHER.id]
    played.does(host, ShowResult(what=OPEN.what, on=False))
    assert played.refused(host, OPEN) == "card_ahead", "what the host knew ends as it is closed"


def test_a_card_that_was_swapped_away_is_ahead_no_more() -> None:
    played, _tables, slow, host, _screen = ahead()
    played.until(slow, "draw")
    played.does(slow, DrawCard(serial=played.serial(slow)))
    played.does(slow, CallTimeout())
    played.does(slow, EndTimeout(how="swap"))
    assert played.does(host, OPEN) == ["result_shown"]


def test_what_a_table_skips_when_all_are_led_together_is_not_ahead_of_it() -> None:
    played, _tables, slow, host, screen = ahead()
    assert played.refused(host, OPEN) == "card_ahead"
    played.does(host, SetPace(pace="hall"))
    assert played.does(host, OPEN) == ["result_shown"]
    assert shown(played, screen) == [OTHER.id]
    played.next(host)
    assert played.stage(slow).step == 3
    played.does(host, DealCard(serial=played.serial(host)))
    assert played.team(slow).turn.card == LIGHT.id  # type: ignore[union-attr]


def test_a_hall_that_has_not_dealt_the_card_yet_has_it_before_it() -> None:
    played, tables, _slow, host, screen = ahead()
    for table in tables:
        played.does(table, Leave())
    fresh = [played.table(3) for _ in range(3)]
    played.does(host, SetPace(pace="hall"))
    assert played.room.stage.step < 2
    assert played.refused(host, OPEN) == "card_ahead"
    assert len(played.view(host)["host"]["held"][OTHER.id]) == 1 + len(fresh)
    while played.room.stage.phase != "draw":
        played.next(host)
    assert played.refused(host, OPEN) == "card_ahead"
    played.does(host, DealCard(serial=played.serial(host), card=LIGHT.id))
    assert played.does(host, OPEN) == ["result_shown"], "another card was dealt in its place"
    assert shown(played, screen) == [OTHER.id]


def test_at_the_halls_pace_a_table_that_comes_late_neither_spoils_nor_is_spoiled() -> None:
    played = session(f"round:{OTHER.id} round:{LIGHT.id}", pace="hall")
    host, screen = played.host(), played.screen()
    tables = [played.table(3) for _ in range(3)]
    played.next(host)
    played.does(host, DealCard(serial=played.serial(host)))
    for _ in (1, 2):
        while played.place(host)[0] != "vote":
            played.next(host)
        for table in tables:
            played.vote(table, "a b b")
        played.next(host)
    assert played.does(host, OPEN) == ["result_shown"]
    late = played.table(3)
    assert shown(played, screen) == [OTHER.id], "who came past the votes has none to be spoiled"
    while played.place(host)[0] != "draw":
        played.next(host)
    assert shown(played, screen) == [OTHER.id]
    played.does(host, DealCard(serial=played.serial(host)))
    assert played.team(late).turn.card == LIGHT.id  # type: ignore[union-attr]


def test_a_table_that_goes_on_alone_has_its_own_cards_before_it() -> None:
    played = session(PROGRAMME, pace="hall")
    host = played.host()
    tables = [played.table(3) for _ in range(4)]
    played.next(host)
    played.facts.host_gone = 180_000
    for table in tables:
        played.does(table, ContinueAlone())
    for table in tables[:3]:
        plays(played, table)
    assert played.view(host)["host"]["held"] == {OTHER.id: [tables[3].team]}


def test_a_card_that_lies_face_down_on_a_table_is_not_opened_and_an_opened_one_is_not_drawn() -> None:
    played = session("round round pledge", pace="table", cards=(LIGHT, OTHER, THIRD), offer=2)
    host = played.host()
    tables = [played.table(3) for _ in range(4)]
    played.next(host)
    card = LIGHT.id
    for table in tables[:3]:
        while card not in played.team(table).offer:
            played.does(table, Leave())
            table = played.table(3)
        played.does(table, DrawCard(serial=played.serial(table), pick=played.team(table).offer.index(card)))
        plays(played, table)
    slow = tables[3]
    while card not in played.team(slow).offer:
        played.does(slow, Leave())
        slow = played.table(3)
    show = ShowResult(what=f"card:{card}")
    assert played.refused(host, show) == "card_ahead"
    pick = 1 - played.team(slow).offer.index(card)
    played.does(slow, DrawCard(serial=played.serial(slow), pick=pick))
    assert played.does(host, show) == ["result_shown"]
    played.does(host, show.model_copy(update={"on": False}))  # what the hall has seen stays seen
    plays(played, slow)
    played.next(slow)
    played.does(slow, OpenNext(serial=played.serial(slow)))
    assert played.place(slow) == ("draw", 1)
    assert card not in played.team(slow).offer
