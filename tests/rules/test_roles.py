"""Who may ask for what: every command, every role, every phase; whatever is not granted is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from game.rules import SENTENCES, SYSTEM, Actor, Command, Refused, Who, decide
from game.rules.command import CloseRoom, Enter, FromPeople, Lock
from game.rules.door import HOSTS
from game.rules.phases import PHASES
from tests.rules.asked import KINDS, PEOPLE, plainly, table_of_roles
from tests.rules.build import Session, session

GOLDEN = Path(__file__).parents[1] / "golden" / "roles.txt"
PROGRAMME = "frame checkin practice round:prov/luren break harvest pledge recall debrief"
ASKED: TypeAdapter[Command] = TypeAdapter(FromPeople)
OF_THE_SERVER = ("enter", "expire", "hear", "recover", "silence", "time_up")


def everybody(pace: str, phase: str) -> tuple[Session, list[Actor]]:
    """A room whose teams, or whose hall, have come to the phase: one of each role, and both screens."""
    played = session(PROGRAMME, pace=pace)  # type: ignore[arg-type]
    table, host = played.table(2, 1), played.host()
    solo = played.solo(1)
    others = [played.screen(1), played.screen()]
    leader = host if pace == "hall" else table
    if phase == "closed":
        played.does(host, CloseRoom())
    elif phase != "lobby":
        played.next(host)
        played.until(leader, phase)
    return played, [table, solo, host, *others]


def answer(played: Session, actor: Actor, kind: str) -> str:
    """The refusal's code, or "" when it would be done."""
    own = (played.seats(actor) or ["s0"])[0] if actor.team and actor.who is not Who.SCREEN else "s0"
    asked = plainly(kind, seat=own, serial=played.stage(actor).serial, station=actor.station or "k0")
    try:
        decide(played.room, actor, ASKED.validate_python(asked), played.facts)
    except Refused as refusal:
        return refusal.code
    return ""


def test_who_may_ever_ask_for_what_is_as_it_was_read_by_somebody() -> None:
    """After a change: `python -m tests.rules.test_roles`, and read what has changed."""
    assert table_of_roles() == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("pace", ["table", "hall"])
@pytest.mark.parametrize("phase", PHASES)
def test_whatever_a_role_may_not_ask_is_refused_in_every_phase(pace: str, phase: str) -> None:
    played, actors = everybody(pace, phase)
    done = set()
    for kind, command in KINDS.items():
        for actor in actors:
            code = answer(played, actor, kind)
            assert code == "" or code in SENTENCES, (kind, actor.who, code)
            if actor.who not in command.by:
                assert code == "not_allowed", (kind, actor.who, code)
            elif phase == "closed":
                assert code == "room_closed", (kind, actor.who, code)
            elif not code:
                done.add(kind)
    assert phase == "closed" or {"acknowledge", "pause", "leave"} <= done, (
        "the room is not where it should be"
    )


@pytest.mark.parametrize("phase", PHASES)
def test_what_a_phase_does_not_hear_is_refused_in_it(phase: str) -> None:
    heard_there = {rule.command for rule in PHASES[phase].rules}
    somewhere = {rule.command for each in PHASES.values() for rule in each.rules}
    played, actors = everybody("table", phase)
    for kind, command in KINDS.items():
        if (
            command not in somewhere - heard_there or kind == "swap_card"
        ):  # that one is refused everywhere besides
            continue
        for actor in actors:
            if actor.who in command.by and actor.team:
                code = answer(played, actor, kind)
                assert code in ("wrong_phase", "room_closed"), (phase, kind, actor.who, code)


def test_whoever_is_not_in_the_room_is_refused_everything() -> None:
    played, _ = everybody("table", "vote")
    for who in PEOPLE:
        for kind, command in KINDS.items():
            code = answer(played, Actor(who, "k-nobody", None), kind)
            assert code == ("unknown_station" if who in command.by else "not_allowed")


def test_whoever_fills_a_room_with_the_code_alone_does_not_keep_its_hosts_out() -> None:
    played = session(max_stations=3)
    for _ in range(3):
        played.screen()
    full = Enter(kind="screen", seats=0)
    assert played.refused(SYSTEM, full) == "room_full"
    host = played.host()
    played.does(host, Lock(on=True))
    assert len(played.room.stations) == 4
    for _ in range(HOSTS - 1):
        played.host()
    assert played.refused(SYSTEM, Enter(kind="host", seats=0)) == "room_full"


@pytest.mark.parametrize("kind", OF_THE_SERVER)
def test_what_the_server_asks_of_itself_cannot_be_asked_by_people(kind: str) -> None:
    with pytest.raises(ValidationError):
        ASKED.validate_python({"type": kind})


if __name__ == "__main__":
    GOLDEN.write_text(table_of_roles(), "utf-8")
