"""The pledge, weeks later: counted over the room as the check-in is, and never below k."""

from __future__ import annotations

import pytest

from game.rules import CloseRoom, Recover, ShowResult
from game.rules.command import RecallPledge
from game.rules.model import SYSTEM, Actor
from tests.rules.build import Session, at_table, in_hall

PROGRAMME = "recall round:prov/luren"


def answers(played: Session, actor: Actor, *kept: str | None) -> None:
    """Each of the actor's seats in turn."""
    for seat, one in zip(played.seats(actor), kept, strict=True):
        sent = {"seat": seat, "serial": played.serial(actor), "kept": one}
        played.does(actor, RecallPledge.model_validate(sent))


def test_answers_are_counted_over_the_room_as_the_talk_opens_and_then_destroyed() -> None:
    played, tables, host = in_hall("recall", programme=PROGRAMME)
    for table in tables:
        answers(played, table, "done", "partly", None)
    assert played.view(host)["host"]["recalled"] is None
    assert played.next(host) == ["phase_opened", "recall_counted"]
    assert played.room.recalled == (3, 3, 0)
    assert played.facts.boxes == {}


def test_the_hall_sees_them_when_the_host_shows_them() -> None:
    played, tables, host = in_hall("recall", programme=PROGRAMME)
    for table in tables:
        answers(played, table, "done", "partly", "not_yet")
    played.next(host)
    hall = played.screen()
    assert played.view(hall)["hall"]["recalled"] is None
    assert played.does(host, ShowResult(what="recall")) == ["result_shown"]
    assert played.view(hall)["hall"]["recalled"] == [3, 3, 3]
    assert played.view(tables[0])["hall"]["recalled"] == [3, 3, 3]


@pytest.mark.parametrize(("tables", "kept"), [((3, 3), ("done",) * 3), ((1, 1, 1), ("done",))])
def test_too_few_seats_or_tables_are_never_shown(tables: tuple[int, ...], kept: tuple[str, ...]) -> None:
    played, stations, host = in_hall("recall", tables=tables, programme=PROGRAMME)
    for table in stations:
        answers(played, table, *kept)
    played.next(host)
    assert played.refused(host, ShowResult(what="recall")) == "no_grounds"
    played.does(host, CloseRoom())
    assert played.room.recalled is None
    assert played.facts.boxes == {}


def test_an_answer_may_be_changed_until_the_talk_and_is_shown_to_its_own_screen_alone() -> None:
    played, table, host = at_table("recall", seats=2, programme=PROGRAMME)
    solo = played.solo(1)
    answers(played, solo, "not_yet")
    answers(played, solo, "partly")
    seat = played.seats(solo)[0]
    assert played.view(solo)["you"]["own"] == {seat: {"kept": "partly"}}
    for other in (table, host, played.screen(), played.screen(1)):
        assert "partly" not in str(played.view(other))
    played.next(table)
    late = RecallPledge(seat=seat, serial=played.serial(solo), kept="done")
    assert played.refused(solo, late) == "wrong_phase"


def test_a_room_without_a_session_before_it_says_so() -> None:
    played, table, _ = at_table("recall", programme=PROGRAMME)
    assert played.view(table)["recall"] == {"room": "", "date": ""}
    assert played.view(table)["hall"]["then"] is None


def test_answers_that_a_backup_has_left_out_are_asked_for_again() -> None:
    played, table, _ = at_table("recall", seats=2, programme=PROGRAMME)
    answers(played, table, "done", "done")
    played.facts.boxes.clear()
    assert "seats_undone" in played.does(SYSTEM, Recover(beat=0))
    assert played.view(table)["you"]["done"] == []
