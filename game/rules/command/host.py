"""What only a host may ask."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from game.rules.command.base import HOST, Command, Id, Serial, line
from game.rules.opened import Step


class Pause(Command):
    """Freeze the clock of every table or of one, with a text and perhaps a time to be back.

    With `look` every screen says to look up; it may also take the place of a pause. With `anew` its text and
    time take the place of those of a pause for all that stands; without, whoever was first has the word.
    """

    by: ClassVar = HOST
    type: Literal["pause"] = "pause"
    team: Id | None = None
    text: line(120) = ""  # type: ignore[valid-type]
    minutes: Annotated[int, Field(ge=0, le=240)] = 0
    look: bool = False
    anew: bool = False


class Resume(Command):
    """Let the clock run again."""

    by: ClassVar = HOST
    type: Literal["resume"] = "resume"
    team: Id | None = None


class Extend(Command):
    """More time in the open phase, for every table or one. `seen` is the `version` of the view it was pressed
    on: when somebody else has given time since, nothing more is given.
    """

    by: ClassVar = HOST
    type: Literal["extend"] = "extend"
    serial: Serial
    seen: Serial
    minutes: Annotated[int, Field(ge=1, le=60)]
    team: Id | None = None


class SetClock(Command):
    """How long and how hard the clocks of coming phases are. `factor` is in per cent."""

    by: ClassVar = HOST
    type: Literal["set_clock"] = "set_clock"
    factor: Literal[100, 150, 200]
    hard: bool = False


class SetPace(Command):
    """Let the host open each step for all, or every table go by itself, from now on."""

    by: ClassVar = HOST
    type: Literal["set_pace"] = "set_pace"
    pace: Literal["hall", "table"]


class ArrangeSteps(Command):
    """The programme from the first step that nobody has begun. `plan` is the number in the `host` slice:
    what was arranged from an older one is refused.
    """

    by: ClassVar = HOST
    type: Literal["arrange_steps"] = "arrange_steps"
    plan: Serial
    steps: Annotated[tuple[Step, ...], Field(max_length=60)]


class SendMessage(Command):
    """A line to every table or to one; an empty one takes the last away."""

    by: ClassVar = HOST
    type: Literal["send_message"] = "send_message"
    text: line(160)  # type: ignore[valid-type]
    team: Id | None = None


class HandOver(Command):
    """Let another host lead, and help from now on."""

    by: ClassVar = HOST
    type: Literal["hand_over"] = "hand_over"
    station: Id


class TakeLead(Command):
    """A co-host leads when nobody who does has been here for a minute."""

    by: ClassVar = HOST
    type: Literal["take_lead"] = "take_lead"


class Lock(Command):
    """Stop new stations; those that have been here may still return."""

    by: ClassVar = HOST
    type: Literal["lock"] = "lock"
    on: bool


class RemoveStation(Command):
    """Take a station out. A barred one is refused when it tries to return."""

    by: ClassVar = HOST
    type: Literal["remove_station"] = "remove_station"
    station: Id
    bar: bool = False


class GatherTeams(Command):
    """Bring teams that went on alone back to the hall's phase."""

    by: ClassVar = HOST
    type: Literal["gather_teams"] = "gather_teams"


class ShowResult(Command):
    """Open or close a chart for the hall: "checkin", "recall", "rating", or "card:<card id>", in
    spite of these tables, which have not voted on the card.
    """

    by: ClassVar = HOST
    type: Literal["show_result"] = "show_result"
    what: Annotated[str, StringConstraints(pattern=r"^(checkin|recall|rating|card:[A-Za-z0-9_/.-]{1,64})$")]
    on: bool = True
    despite: Annotated[tuple[Id, ...], Field(max_length=1000)] = ()


class ReleaseText(Command):
    """Let a note or a shared pledge onto the wall, or take it down."""

    by: ClassVar = HOST
    type: Literal["release_text"] = "release_text"
    text: Id
    on: bool = True


class GroupTexts(Command):
    """Hang texts of the wall under one heading; an empty one takes them from theirs."""

    by: ClassVar = HOST
    type: Literal["group_texts"] = "group_texts"
    texts: Annotated[tuple[Id, ...], Field(min_length=1, max_length=200)]
    group: line(40)  # type: ignore[valid-type]


class CloseRoom(Command):
    """End the session: tokens and remaining ballots are destroyed."""

    by: ClassVar = HOST
    type: Literal["close_room"] = "close_room"
