"""Where teams and the hall are."""

from __future__ import annotations

from typing import Literal

from game.rules.event.base import Event, TeamEvent, change, gone_on, settled
from game.rules.mappings import replace
from game.rules.model import Room, Stage, Team, Turn
from game.rules.opened import minutes_of
from game.rules.timer import Timer

_ROUND = (
    ("read", 1),
    ("vote", 1),
    ("reveal", 1),
    ("talk", 1),
    ("vote", 2),
    ("compare", 1),
    ("perspective", 1),
    ("note", 1),
)


def is_past(stage: Stage, place: tuple[str, int]) -> bool:
    """Whether a stage lies behind this place of a round; places before the reading lie behind none."""
    return stage.place in _ROUND and _ROUND.index(stage.place) > _ROUND.index(place)


def hall_turn(room: Room, team_id: str, number: int) -> Turn:
    """The hall's card as a table that comes late meets it: past the first vote it talks, and votes on the
    next.
    """
    assert room.card is not None
    late = is_past(room.stage, ("vote", 1))
    practice = room.steps[room.stage.step].kind == "practice"
    return Turn(room.card, number, f"{team_id}/turn/{number}", practice, closed=(late, late))


def entering(team: Team, stage: Stage) -> Team:
    """A team as a phase opens for it: what belonged to the phase before is put away, with a step also its
    card.

    A time-out lasts as long as its card: it is the table that goes on, not the hall.
    """
    stepped = stage.step != team.stage.step
    return replace(
        team,
        stage=stage,
        timeout=team.timeout and not stepped,
        hand=None if stepped and team.hand_in_timeout else team.hand,
        alone="" if stepped and team.alone == "step" else team.alone,
        done=frozenset(),
        offer=(),
        turn=None if stepped else team.turn and replace(team.turn, asked=frozenset()),
        harvest=None if stepped else team.harvest,
    )


class PhaseOpened(Event):
    """A phase opened for one team, or for the hall and all who follow it. `total` is the soft timer in ms."""

    type: Literal["phase_opened"] = "phase_opened"
    step: int
    phase: str
    round: int = 1
    total: int = 0
    at: int

    def apply(self, room: Room) -> Room:
        if self.team is not None:
            room = change(room, self.team, lambda team: self._open(room, without_timeout(team)))
            room = replace(room, begun=self._begun(room))
            return self._timed(room) if room.settings.pace == "table" else room
        stage = self._stage(room, room.stage)
        room = gone_on(room)
        return self._timed(
            replace(
                change(room, None, lambda team: self._open(room, team) if follows(team, self.step) else team),
                stage=stage,
                card=room.card if self.step == room.stage.step else None,
                begun=self._begun(room),
                own=False,
            )
        )

    def _begun(self, room: Room) -> int:
        return max(room.begun, min(self.step + 1, len(room.steps)))

    def _open(self, room: Room, team: Team) -> Team:
        return settled(_talking(entering(team, self._stage(room, team.stage))), self.at)

    def _stage(self, room: Room, before: Stage) -> Stage:
        serial = room.version + 1
        entered, began = (before.entered, before.began) if before.step == self.step else (serial, self.at)
        timer = Timer(self.total, self.at + self.total, hard=room.settings.hard) if self.total else None
        return Stage(self.step, self.phase, self.round, serial, serial, entered, began, timer)

    def _timed(self, room: Room) -> Room:
        if room.started is None:
            room = replace(room, started=self.at, aim=minutes_of(room.steps, room.settings))
        seen = {step for step, _, _ in room.times}
        now = self.step, self.at, room.settings.factor
        times = room.times if self.step in seen else (*room.times, now)
        return replace(room, times=times)


_TALKED = frozenset({"talk", "compare", "perspective", "note"})


def _talking(team: Team) -> Team:
    """The card on its table is one that it has talked about, from the talk on; also for who came in late."""
    turn = team.turn
    if turn is None or turn.practice or turn.card in team.talked or team.stage.phase not in _TALKED:
        return team
    return replace(team, talked=(*team.talked, turn.card))


def without_timeout(team: Team) -> Team:
    """The table goes on; a hand that went up in the time-out is down, one raised before stays up."""
    return replace(team, timeout=False, hand=None if team.hand_in_timeout else team.hand)


def follows(team: Team, step: int) -> bool:
    """Whether a team moves when the hall opens a phase of `step`; one with a card of its own rejoins at the
    next step, one that has finished the programme has gone home.
    """
    if team.stage.phase == "closed":
        return False
    return team.alone == "" or (team.alone == "step" and step != team.stage.step)


class TeamSetFree(TeamEvent):
    """The team goes at its own pace: for the rest of this step, or until the host gathers the teams.

    A team that goes on because no host is there is let go of every pause.
    """

    type: Literal["team_set_free"] = "team_set_free"
    until: Literal["step", "session"]
    at: int

    def on(self, team: Team, room: Room) -> Team:
        if self.until == "session":
            team = replace(team, held=False, paused=False, pause_text="", pause_until=None)
        alone = self.until if room.settings.pace == "hall" else team.alone
        return settled(replace(team, alone=alone), self.at)


class TeamGathered(TeamEvent):
    """Back to the hall's phase. The hall's own card is taken along; another is left."""

    type: Literal["team_gathered"] = "team_gathered"
    at: int

    def on(self, team: Team, room: Room) -> Team:
        team = replace(team, alone="", held=bool(room.paused))
        if with_hall(room, team):
            return settled(team, self.at)
        kept = team.turn if shares_card(room, team) else None
        team = replace(entering(team, room.stage), turn=kept, harvest=None)
        if kept is not None:
            closed = [kept.closed[n - 1] or is_past(room.stage, ("vote", n)) for n in (1, 2)]
            team = replace(team, turn=replace(kept, closed=(closed[0], closed[1])))
        elif room.card is not None:
            turn = hall_turn(room, team.id, team.turns + 1)
            played, rotation = (*team.played, room.card), team.rotation + 1
            team = replace(team, turn=turn, turns=turn.number, rotation=rotation, played=played)
        return settled(team, self.at)


def shares_card(room: Room, team: Team) -> bool:
    """Whether the team has the hall's card on its table, in the hall's step."""
    return team.stage.step == room.stage.step and team.turn is not None and team.turn.card == room.card


def with_hall(room: Room, team: Team) -> bool:
    """Whether the team is where the hall is, with the same card or none."""
    here = (team.stage.step, team.stage.place) == (room.stage.step, room.stage.place)
    return here and (team.turn.card if team.turn else None) == room.card
