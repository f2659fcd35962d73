"""The follow-up: the receipt, the answer and the talk, for a participant and in the hall."""

from __future__ import annotations

from collections.abc import Iterator

from game.client.pilot import Pilot
from game.client.stations import host, screen, team
from game.client.stations.board import Board
from game.client.stations.desk import AgainDesk
from game.client.ui.fonts import Fonts
from game.pledges import Pledge
from game.rules.command import CloseRoom, ShowResult
from game.rules.opened import Before
from tests.client.looks import Look, Shot
from tests.client.pictures_hall import DOOR
from tests.client.pictures_windows import Person, still
from tests.client.tables import House
from tests.pledged import cheap

CARD = "motet/utelast-igen"
WORDS = "abborre nyckel zodiak"
BEFORE = Before(
    room="r0", date="2026-11-22", checkin=(0, 1, 2, 2, 3, 4, 2, 1, 0, 0), card=CARD,
    before=(4, 6, 3, 2), after=(2, 9, 2, 2), seats=15, tables=3, moved=40, largest=60,
)  # fmt: skip
PROMISE = Pledge(
    "någon ringer för tredje gången samma vecka om samma sak",
    "fråga vad som skulle hjälpa, i stället för att förklara en gång till",
    "neighbour",
)


def followed(tables: int = 1, **more: object) -> House:
    """A room that follows up another, in which one pledge lies."""
    found = House("Uppföljning 30", [CARD], follows=BEFORE, **more)  # type: ignore[arg-type]
    opener = cheap(WORDS.replace(" ", ""), BEFORE.room)
    found.pledges[opener.mark] = opener.seal(PROMISE).sealed
    return found


def type_receipt(words: str, *then: str) -> Person:
    """The words into the first field, Enter, and what is clicked afterwards."""

    def person(pilot: Pilot) -> None:
        field = next(target for target in pilot.pane.live() if target.role == "field")
        pilot.click(field.key)
        pilot.type(words)
        pilot.press("return")
        for key in then:
            pilot.click(key)

    return person


def again_shots() -> Iterator[Shot]:
    """Everything that only a follow-up has."""
    yield _team("recall", "solo")
    yield _team("recall-opened", "solo", person=type_receipt(WORDS.upper(), "kept partly"))
    yield _team("recall-mistyped", "solo", person=type_receipt("abbore nyckel zodiak"))
    yield _team("recall-unknown", "solo", follows=None)
    yield _team("recall-talk", "solo", 2, tables=3)
    yield _team("recall-talk", "wall", 2, tables=3)
    yield _team("recall", "wall")
    yield _hall("hall-recall", 1)
    yield _hall("hall-recall-shown", 2, "recall")
    yield _hall("hall-checkin-then", 2, "checkin")
    yield _hall("hall-compare-then", 2, f"card:{CARD}")
    yield _host("host-recalled")
    yield _last_page("host-follow-up")
    yield _last_page("host-followed", code="GKT-297", key="K7PR-2MXA-9TBE-HS4D")


def _team(
    name: str,
    station: str,
    round_: int = 1,
    *,
    person: Person = still,
    tables: int = 1,
    follows: Before | None = BEFORE,
) -> Shot:
    def take(look: Look, fonts: Fonts) -> Pilot:
        room = followed() if follows else House("Uppföljning 30", [CARD])
        play = room.solo(1)
        for number in range(1, tables + 1):
            room.table(4, number)
        leader = room.host()
        room.to("recall", round_)
        seen = room.screen(1) if station == "wall" else play
        if round_ == 2:
            room.does(leader, ShowResult(what="recall"))
        pilot = Pilot(lambda ctx: team.build(seen, ctx), look.size, look.settings, fonts)
        pilot.pane.offset = room.facts.now - pilot.clock.ms()
        pilot.pane.refresh()
        person(pilot)
        return pilot

    return Shot(f"{name}-{station}", take)


def _hall(name: str, round_: int, what: str = "") -> Shot:
    def take(look: Look, fonts: Fonts) -> Pilot:
        room = followed(pace="hall")
        leader = room.host()
        for number in range(1, 4):
            room.table(5, number)
        if what.startswith("card:"):
            room.to("compare")
        else:
            room.to(*(("checkin", 2) if what == "checkin" else ("recall", round_)))
        wall = room.screen()
        if what:
            room.does(leader, ShowResult(what=what))
        pilot = Pilot(lambda ctx: screen.build(wall, ctx, DOOR), look.size, look.settings, fonts)
        pilot.pane.offset = room.facts.now - pilot.clock.ms()
        pilot.pane.refresh()
        return pilot

    return Shot(name, take)


def _host(name: str) -> Shot:
    def take(look: Look, fonts: Fonts) -> Pilot:
        room = followed(pace="hall")
        leader = room.host()
        for number in range(1, 4):
            room.table(5, number)
        room.to("recall", 2)
        leader.kept["tab"] = "results"
        board = Board(leader, DOOR)
        pilot = Pilot(lambda ctx: host.build(board, ctx), look.size, look.settings, fonts)
        pilot.pane.offset = room.facts.now - pilot.clock.ms()
        pilot.pane.refresh()
        return pilot

    return Shot(name, take)


def _last_page(name: str, **made: str) -> Shot:
    """The host's last page, where the room for the follow-up is made."""

    def take(look: Look, fonts: Fonts) -> Pilot:
        room = followed(pace="hall")
        leader = room.host()
        for number in range(1, 4):
            room.table(5, number)
        room.to("recall", 2)
        room.does(leader, CloseRoom())
        board = Board(leader, DOOR)
        board.desk.again = AgainDesk(make=lambda typed: None, **made)  # type: ignore[arg-type]
        board.desk.keep_follow_up = lambda found: None
        pilot = Pilot(lambda ctx: host.build(board, ctx), look.size, look.settings, fonts)
        pilot.pane.offset = room.facts.now - pilot.clock.ms()
        pilot.pane.refresh()
        return pilot

    return Shot(name, take)
