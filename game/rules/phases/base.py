"""What a phase is: the commands it hears, and what happens as it opens and closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game.rules.command import Command, Who
from game.rules.draft import Draft
from game.rules.model import Actor, Room, Team
from game.rules.programme import following, waits_for_hall

When = Callable[[Room, Team | None, Actor], str | None]
"""The refusal code when a command cannot be heard now, None when it can. It also makes `you.may`."""


DONE = "done"
"""What `When` says where what would be asked for is so already: nobody is offered it, and deciding it finds
nothing to do.
"""


def always(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Never a reason against it."""
    return None


@dataclass(frozen=True, slots=True)
class Rule:
    """One command as one phase hears it. A rule that `moves` waits while the room or the team is paused."""

    command: type[Command]
    decide: Callable[[Draft, Any], None]
    when: When = always
    moves: bool = False


def nothing(draft: Draft, team_id: str) -> None:
    """Nothing happens."""


def nothing_in_hall(draft: Draft) -> None:
    """Nothing happens."""


@dataclass(frozen=True, slots=True)
class Phase:
    """One screenful of activity. The hooks run for each team that comes or goes, the hall's once before
    theirs.
    """

    name: str
    rules: tuple[Rule, ...] = ()
    enter: Callable[[Draft, str], None] = nothing
    leave: Callable[[Draft, str], None] = nothing
    enter_hall: Callable[[Draft], None] = nothing_in_hall


# --- who leads ------------------------------------------------------------------------------------


def jobs(team: Team) -> tuple[str | None, str | None]:
    """(reader, writer): seats. The reader moves one seat per card and is the one who draws it; the writer is
    the next seat that is present.
    """
    return team.once("jobs", lambda: _jobs(team))


def _jobs(team: Team) -> tuple[str | None, str | None]:
    order = list(team.seats)
    if not order:
        return None, None
    drawing = team.stage.phase == "draw" and team.turn is None
    first = (team.rotation if drawing else max(team.rotation - 1, 0)) % len(order)
    here = [seat for seat in (*order[first:], *order[:first]) if not team.seats[seat].away]
    if not here:
        return None, None
    return here[0], here[1 % len(here)]


def _holds(room: Room, team: Team, actor: Actor, seat: str | None) -> bool:
    """Whether a job's seat sits at this station, or the station is a shared one, or nobody has the job."""
    shared = actor.who is Who.TABLE
    return shared or seat is None or team.seats[seat].station == actor.station


def reads(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The reader's station, a shared one, or a host."""
    if actor.who is Who.HOST or (team and _holds(room, team, actor, jobs(team)[0])):
        return None
    return "reader_only"


def writes(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The writer's station or a shared one."""
    return None if team and _holds(room, team, actor, jobs(team)[1]) else "writer_only"


def self_paced(room: Room, team: Team) -> bool:
    """Whether the team opens its own phases."""
    return room.settings.pace == "table" or team.alone != ""


def leads(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Who may move on: a host the hall, at the hall's pace; a host or its reader a team that goes at its
    own.
    """
    if team is None:
        return (
            may_come_to(room, actor, following(room, None)[0])
            if room.settings.pace == "hall"
            else "name_a_table"
        )
    if not self_paced(room, team):
        return "follows_hall" if actor.who is Who.HOST else "host_only"
    return "host_only" if waits_for_hall(room, team) else reads(room, team, actor)


def skips(room: Room, team: Team | None, actor: Actor) -> str | None:
    """A host, where the hall or a team at its own pace may be moved on past a whole step."""
    if team is None:
        return leads(room, team, actor) or may_come_to(room, actor, room.stage.step + 1)
    return "follows_hall" if team.alone == "step" else leads(room, team, actor)


def may_come_to(room: Room, actor: Actor, step: int) -> str | None:
    """Past the last step the session is over, and of hosts only one who leads may end it."""
    station = room.stations.get(actor.station or "")
    helps = actor.who is Who.HOST and not (station and station.lead)
    return "lead_only" if helps and step >= len(room.steps) else None
