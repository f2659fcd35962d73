"""Time and order: time-outs, pauses, clocks, locks, charts, the end."""

from __future__ import annotations

from typing import Literal

from game.rules.event.base import Event, TeamEvent, change, frozen, gone_on, running, settled
from game.rules.event.moving import entering, without_timeout
from game.rules.mappings import patched, replace
from game.rules.model import Message, Room, Stage, Team
from game.rules.opened import Step


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
        return settled(without_timeout(team), self.at)


class HelpCalled(TeamEvent):
    """A table asks for the host. The log does not say who."""

    type: Literal["help_called"] = "help_called"
    at: int = 0

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, hand=self.at, hand_in_timeout=team.timeout, coming=None)


class HelpGiven(TeamEvent):
    """The hand is down again: a host is `coming`, or it was not needed."""

    type: Literal["help_given"] = "help_given"
    coming: bool = False

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, hand=None, coming=team.stage.serial if self.coming else None)


class Paused(Event):
    """The clocks of one team or of everybody stand. After a restart `at` is when the server was last
    alive.
    """

    type: Literal["paused"] = "paused"
    at: int
    why: Literal["host", "restart", "look"] = "host"
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
        settings = room.settings.model_copy(update={"factor": self.factor, "hard": self.hard})
        return replace(room, settings=settings)


class Locked(Event):
    type: Literal["locked"] = "locked"
    on: bool

    def apply(self, room: Room) -> Room:
        return replace(room, locked=self.on)


class PaceSet(Event):
    """From now on the host opens each step for all, or every table goes by itself.

    Either way the hall stands at the beginning of `step`, or, where no card lies, as far in it as a table has
    come. At its pace tables finish their own and join at the next one, and with `own` those that come draw
    one too; at theirs it is where tables that come later begin.
    """

    type: Literal["pace_set"] = "pace_set"
    pace: Literal["hall", "table"]
    step: int
    phase: str
    round: int = 1
    own: bool = False
    at: int

    def apply(self, room: Room) -> Room:
        settings = room.settings.model_copy(update={"pace": self.pace})
        room = gone_on(replace(room, settings=settings, own=self.own))
        if self.step < 0:
            return room
        serial = room.version + 1
        began = room.stage.began if room.stage.step == self.step else self.at
        stage = Stage(self.step, self.phase, self.round, serial, serial, serial, began)
        room = replace(room, stage=stage, card=None)
        alone: Literal["", "step"] = "step" if self.pace == "hall" else ""
        return change(room, None, lambda team: replace(team, alone=alone))


class ProgrammeChanged(Event):
    """The whole programme as it is from now on; the first steps, which have `begun`, are as they were. Tables
    that nobody sits at any more, and that had come further, are where the hall is.
    """

    type: Literal["programme_changed"] = "programme_changed"
    steps: tuple[Step, ...]
    begun: int

    def apply(self, room: Room) -> Room:
        room = replace(room, steps=self.steps, begun=self.begun, planned=room.version + 1)
        return change(room, None, lambda team: self._back(team, room))

    def _back(self, team: Team, room: Room) -> Team:
        if team.seats or team.stage.step < self.begun:
            return team
        return replace(entering(team, room.stage), turn=None, alone="")


class MessageSent(Event):
    """A line from the host to everybody or to one table; an empty one takes the last away."""

    type: Literal["message_sent"] = "message_sent"
    text: str

    def apply(self, room: Room) -> Room:
        message = Message(self.text, room.version + 1) if self.text else None
        if self.team is None:
            return replace(room, message=message)
        return change(room, self.team, lambda team: replace(team, message=message))


class LeadGiven(Event):
    """This host leads; the one who gave it away, if any, now helps."""

    type: Literal["lead_given"] = "lead_given"
    station: str
    by: str | None = None

    def apply(self, room: Room) -> Room:
        stations = patched(room.stations, self.station, replace(room.stations[self.station], lead=True))
        if self.by is not None:
            stations = patched(stations, self.by, replace(stations[self.by], lead=False))
        return replace(room, stations=stations)


class ResultShown(Event):
    """A chart was opened for the hall, in spite of these tables that had not voted on it, or closed."""

    type: Literal["result_shown"] = "result_shown"
    what: str
    on: bool
    despite: tuple[str, ...] = ()

    def apply(self, room: Room) -> Room:
        if self.on:
            known = {(self.what, team) for team in self.despite}
            shown, told = room.shown | {self.what}, room.told | {self.what}
            return replace(room, shown=shown, told=told, despite=room.despite | known)
        known = {(what, team) for what, team in room.despite if what == self.what}
        return replace(room, shown=room.shown - {self.what}, despite=room.despite - known)


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
        stage = Stage(len(room.steps), "closed", 1, serial, serial, serial, self.at)
        room = replace(room, closed=True, paused="", pause_text="", pause_until=None, stage=stage, card=None)
        return change(replace(room, message=None, own=False), None, lambda team: self._end(team, stage))

    @staticmethod
    def _end(team: Team, stage: Stage) -> Team:
        team = replace(entering(team, stage), turn=None, paused=False, held=False)
        return replace(team, hand=None, message=None)
