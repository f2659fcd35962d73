"""Time and order: time-outs, pauses, clocks, locks, charts, the end."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from game.rules.event.base import Event, TeamEvent, change, frozen, running, settled
from game.rules.event.moving import entering
from game.rules.model import (
    Room,
    Stage,
    Team,
)


class TimeoutCalled(TeamEvent):
    """Somebody called a time-out. The log does not say who."""

    type: Literal["timeout_called"] = "timeout_called"
    at: int

    def on(self, team: Team, room: Room) -> Team:
        return settled(replace(team, timeout=True), self.at)


class TimeoutEnded(TeamEvent):
    type: Literal["timeout_ended"] = "timeout_ended"
    at: int

    def on(self, team: Team, room: Room) -> Team:
        return settled(replace(team, timeout=False, help=False), self.at)


class HelpCalled(TeamEvent):
    type: Literal["help_called"] = "help_called"

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, help=True)


class Paused(Event):
    """The clocks of one team or of everybody stand. After a restart `at` is when the server was last
    alive.
    """

    type: Literal["paused"] = "paused"
    at: int
    why: Literal["host", "restart"] = "host"
    text: str = ""
    until: int | None = None

    def apply(self, room: Room) -> Room:
        if self.team is not None:
            return change(room, self.team, self._one)
        room = change(room, None, lambda team: settled(replace(team, held=True), self.at))
        return replace(
            room,
            paused=self.why,
            pause_text=self.text,
            pause_until=self.until,
            stage=frozen(room.stage, self.at),
        )

    def _one(self, team: Team) -> Team:
        return settled(replace(team, paused=True, pause_text=self.text, pause_until=self.until), self.at)


class Resumed(Event):
    """The clocks run on with what remained."""

    type: Literal["resumed"] = "resumed"
    at: int

    def apply(self, room: Room) -> Room:
        if self.team is not None:
            return change(room, self.team, self._one)
        room = change(room, None, lambda team: settled(replace(team, held=False), self.at))
        return replace(room, paused="", pause_text="", pause_until=None, stage=running(room.stage, self.at))

    def _one(self, team: Team) -> Team:
        return settled(replace(team, paused=False, pause_text="", pause_until=None), self.at)


class ClockSet(Event):
    type: Literal["clock_set"] = "clock_set"
    factor: int
    hard: bool

    def apply(self, room: Room) -> Room:
        return replace(
            room, settings=room.settings.model_copy(update={"factor": self.factor, "hard": self.hard})
        )


class Locked(Event):
    type: Literal["locked"] = "locked"
    on: bool

    def apply(self, room: Room) -> Room:
        return replace(room, locked=self.on)


class ResultShown(Event):
    type: Literal["result_shown"] = "result_shown"
    what: str
    on: bool

    def apply(self, room: Room) -> Room:
        return replace(room, shown=room.shown | {self.what} if self.on else room.shown - {self.what})


class CardSuggested(Event):
    """A dilemma of some table's own, for review; it bears no table."""

    type: Literal["card_suggested"] = "card_suggested"
    id: str
    situation: str
    options: tuple[str, ...] = ()

    def apply(self, room: Room) -> Room:
        return replace(room, suggested=room.suggested + 1)


class RoomClosed(Event):
    """The session is over; tokens and ballots are gone."""

    type: Literal["room_closed"] = "room_closed"
    at: int

    def apply(self, room: Room) -> Room:
        serial = room.version + 1
        stage = Stage(len(room.steps), "closed", 1, serial, serial, serial)
        room = replace(room, closed=True, paused="", pause_text="", pause_until=None, stage=stage, card=None)
        return change(
            room, None, lambda team: replace(entering(team, stage), turn=None, paused=False, held=False)
        )
