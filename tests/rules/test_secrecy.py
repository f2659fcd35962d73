"""A choice is nobody's but the chooser's: sessions that differ in one choice look alike to all others."""

import pytest

from game.rules import Actor, CastVote, CheckIn, MakePledge
from tests.pledged import pledged
from tests.rules.build import Session, in_hall

PROGRAMME = "checkin round:prov/luren pledge"


def people(played: Session) -> list[Actor]:
    return [Actor(station.who, station.id, station.team) for station in played.room.stations.values()]


def worlds(phase: str) -> tuple[Session, Session, Actor]:
    """Two forks of one session with every role in it, and a screen of somebody's own."""
    played, _, _ = in_hall(phase, tables=(3, 2), programme=PROGRAMME)
    solo = played.solo(1)
    played.screen()
    played.screen(1)
    return played, played.fork(), solo


def differ(one: Session, other: Session) -> list[Actor]:
    """Whose views differ."""
    return [actor for actor in people(one) if one.view(actor) != other.view(actor)]


@pytest.mark.parametrize("choice", ["b", "own", "pass"])
def test_before_the_reveal_only_the_chooser_can_tell_a_choice(choice: str) -> None:
    one, other, solo = worlds("vote")
    seat, serial = one.seats(solo)[0], one.serial(solo)
    one.decide(solo, CastVote(seat=seat, serial=serial, choice="a", confidence=1))
    text = "Jag frågar en kollega." if choice == "own" else ""
    other.decide(solo, CastVote(seat=seat, serial=serial, choice=choice, text=text, confidence=3))
    assert one.room == other.room
    assert one.log == other.log
    assert differ(one, other) == [solo]
    assert ("confidence" in other.view(solo)["you"]["own"][seat]) == (choice != "pass")


def test_on_a_shared_machine_not_even_the_machine_can_tell() -> None:
    one, other, _ = worlds("vote")
    table = people(one)[0]
    seat, serial = one.seats(table)[0], one.serial(table)
    one.decide(table, CastVote(seat=seat, serial=serial, choice="a"))
    other.decide(table, CastVote(seat=seat, serial=serial, choice="c"))
    assert differ(one, other) == []


def test_a_check_ins_number_and_a_pledges_words_are_told_to_nobody_else() -> None:
    one, other, solo = worlds("checkin")
    seat, serial = one.seats(solo)[0], one.serial(solo)
    one.decide(solo, CheckIn(seat=seat, serial=serial, number=1))
    other.decide(solo, CheckIn(seat=seat, serial=serial, number=None))
    assert (one.room, differ(one, other)) == (other.room, [solo])
    one, other, solo = worlds("pledge")
    seat, serial = one.seats(solo)[0], one.serial(solo)
    one.decide(solo, MakePledge(seat=seat, serial=serial, **pledged("När a", "så b")))
    other.decide(solo, MakePledge(seat=seat, serial=serial))
    assert (one.room, differ(one, other)) == (other.room, [])  # not even its own screen is told


def test_neither_room_nor_log_holds_a_choice() -> None:
    one, _, solo = worlds("vote")
    sent = CastVote(
        seat=one.seats(solo)[0], serial=one.serial(solo), choice="own", text="Jag frågar en kollega."
    )
    one.decide(solo, sent)
    assert "kollega" not in repr(one.room)
    assert "kollega" not in repr(one.log)
    assert "choice" not in repr(one.log)


def test_the_keys_that_pair_two_votes_go_with_the_comparison() -> None:
    played, tables, host = in_hall("vote", programme=PROGRAMME)
    played.vote(tables[0], "a b c")
    played.until(host, "vote", 2)
    played.vote(tables[0], "a b c")
    assert played.facts.boxes
    played.next(host)
    assert played.facts.boxes == {}
