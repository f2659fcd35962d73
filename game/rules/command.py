"""What people ask for. Names are imperative; a command is a wish, never a fact.

Every command says who may send it (`by`). `serial` names the phase the sender sees: it is the number in the `stage`
slice, so that a late or repeated press can never act on the wrong phase. `team` is for hosts, who act on any team; a
station of a team always acts on its own. `seat` names the seat a team's station acts for.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Who(StrEnum):
    """Who is asking: the four kinds of station, and the server itself."""

    SOLO = "solo"
    TABLE = "table"
    SCREEN = "screen"
    HOST = "host"
    SYSTEM = "system"


TEAM = frozenset({Who.SOLO, Who.TABLE})
HOST = frozenset({Who.HOST})
BOTH = TEAM | HOST
SYSTEM = frozenset({Who.SYSTEM})

Id = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_/.-]+$")]
Serial = Annotated[int, Field(ge=0, le=2**53)]


def line(limit: int) -> type[str]:
    """One line of typed text, at most `limit` characters, without control or direction-changing characters."""
    clean = r"^[^\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*$"
    return Annotated[str, StringConstraints(strip_whitespace=True, max_length=limit, pattern=clean)]  # type: ignore[return-value]


class Command(BaseModel):
    """The base of everything that may be asked of a room."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    by: ClassVar[frozenset[Who]] = TEAM
    type: str


# --- anywhere -----------------------------------------------------------------------------------------------------------


class Acknowledge(Command):
    """"Vem ser vad" has been read at this station."""

    type: Literal["acknowledge"] = "acknowledge"


class Leave(Command):
    """This station goes for good; its seats with it. Votes already cast stay."""

    by: ClassVar = BOTH | frozenset({Who.SCREEN})
    type: Literal["leave"] = "leave"


class AddSeat(Command):
    """One more person sits down at this station."""

    type: Literal["add_seat"] = "add_seat"


class RemoveSeat(Command):
    """A seat of this station was one too many, or its person has gone home."""

    type: Literal["remove_seat"] = "remove_seat"
    seat: Id


class MarkAway(Command):
    """Somebody of the team has stepped out; nobody waits for that seat."""

    type: Literal["mark_away"] = "mark_away"
    seat: Id


class MarkBack(Command):
    """Somebody of the team is back."""

    type: Literal["mark_back"] = "mark_back"
    seat: Id


class ChooseWay(Command):
    """How seats that share a machine vote: passed round in secret, or with printed cards held up."""

    by: ClassVar = BOTH
    type: Literal["choose_way"] = "choose_way"
    way: Literal["pass_around", "cards_up"]
    team: Id | None = None


class CallTimeout(Command):
    """Time-out: the team's clock stops. Nobody learns who asked."""

    type: Literal["call_timeout"] = "call_timeout"


class EndTimeout(Command):
    """After a time-out: go on, change the card, or fetch the host."""

    by: ClassVar = BOTH
    type: Literal["end_timeout"] = "end_timeout"
    how: Literal["continue", "swap", "call"]
    team: Id | None = None


class ContinueAlone(Command):
    """The host has been gone for three minutes: the team goes on at its own pace."""

    type: Literal["continue_alone"] = "continue_alone"


class OpenNext(Command):
    """Open the next phase: for every table (host), for one table (host with `team`), or for one's own team."""

    by: ClassVar = BOTH
    type: Literal["open_next"] = "open_next"
    serial: Serial
    team: Id | None = None


class SkipStep(Command):
    """Leave what remains of this step, for every table or one of them."""

    by: ClassVar = HOST
    type: Literal["skip_step"] = "skip_step"
    serial: Serial
    team: Id | None = None


# --- a round ------------------------------------------------------------------------------------------------------------


class DrawCard(Command):
    """Turn one of the offered cards; `pick` counts from 0."""

    type: Literal["draw_card"] = "draw_card"
    serial: Serial
    pick: Annotated[int, Field(ge=0, le=9)] = 0


class DealCard(Command):
    """Deal one card to every table: the named one, or a drawn one. `ready` answers the question before a heavy card."""

    by: ClassVar = HOST
    type: Literal["deal_card"] = "deal_card"
    serial: Serial
    card: Id | None = None
    ready: bool = False


class AcceptHeavy(Command):
    """The team is ready for a heavy card."""

    type: Literal["accept_heavy"] = "accept_heavy"
    serial: Serial


class SwapCard(Command):
    """Another card, no reason asked; once per team and block."""

    by: ClassVar = BOTH
    type: Literal["swap_card"] = "swap_card"
    serial: Serial
    team: Id | None = None


class CastVote(Command):
    """One seat's secret choice. `text` belongs to an own answer; the same seat may vote again until the vote closes."""

    type: Literal["cast_vote"] = "cast_vote"
    seat: Id
    serial: Serial
    choice: Annotated[str, StringConstraints(pattern=r"^([a-e]|10|[1-9]|own|pass)$")]
    confidence: Annotated[int, Field(ge=1, le=3)] | None = None
    text: line(120) = ""  # type: ignore[valid-type]


class TallyCards(Command):
    """The writer's count of the vote cards held up; the sum is the number of present seats."""

    type: Literal["tally_cards"] = "tally_cards"
    serial: Serial
    counts: dict[Annotated[str, StringConstraints(max_length=4)], Annotated[int, Field(ge=0, le=1000)]]


class CloseVote(Command):
    """Close the open vote; seats that have not voted count as such, not as passes."""

    by: ClassVar = BOTH
    type: Literal["close_vote"] = "close_vote"
    serial: Serial
    team: Id | None = None


class VoteAgain(Command):
    """Clear the open vote after a misunderstanding. A closed vote is never reopened."""

    by: ClassVar = BOTH
    type: Literal["vote_again"] = "vote_again"
    serial: Serial
    team: Id | None = None


class ShowCounts(Command):
    """A remote team with fewer than three votes sees its counts only when every present seat has asked."""

    type: Literal["show_counts"] = "show_counts"
    seat: Id
    serial: Serial


class ShowPrompt(Command):
    """Show one of the talk's prompts, counted from 0."""

    type: Literal["show_prompt"] = "show_prompt"
    serial: Serial
    index: Annotated[int, Field(ge=0, le=99)]


class OpenTwist(Command):
    """Turn up the card's "Tänk om …"."""

    by: ClassVar = BOTH
    type: Literal["open_twist"] = "open_twist"
    serial: Serial
    team: Id | None = None


class AskTime(Command):
    """This team would like more time. Without a seat it speaks for every seat of the station."""

    type: Literal["ask_time"] = "ask_time"
    serial: Serial
    seat: Id | None = None


class WriteNote(Command):
    """The writer's note on the card; with `note` an earlier one is changed. Empty text takes it away."""

    type: Literal["write_note"] = "write_note"
    serial: Serial
    text: line(140)  # type: ignore[valid-type]
    tag: Literal["strengthen", "improve", "act"]
    note: Id | None = None


# --- seat by seat -------------------------------------------------------------------------------------------------------


class CheckIn(Command):
    """One seat's secret number 1-10 for the day; None passes."""

    type: Literal["check_in"] = "check_in"
    seat: Id
    serial: Serial
    number: Annotated[int, Field(ge=1, le=10)] | None


class MarkHarvest(Command):
    """One seat's secret choice among the team's notes: one to strengthen, one to improve."""

    type: Literal["mark_harvest"] = "mark_harvest"
    seat: Id
    serial: Serial
    strengthen: Id | None = None
    improve: Id | None = None


class MakePledge(Command):
    """One seat's "När … så ska jag …". Both empty passes. Private unless `share` is ticked."""

    type: Literal["make_pledge"] = "make_pledge"
    seat: Id
    serial: Serial
    when: line(140) = ""  # type: ignore[valid-type]
    then: line(140) = ""  # type: ignore[valid-type]
    buddy: bool = False
    share: bool = False


class Rate(Command):
    """One seat's secret rating of the session, each 1-10; None passes that question."""

    type: Literal["rate"] = "rate"
    seat: Id
    serial: Serial
    safe: Annotated[int, Field(ge=1, le=10)] | None = None
    useful: Annotated[int, Field(ge=1, le=10)] | None = None
    again: Annotated[int, Field(ge=1, le=10)] | None = None


# --- the host -----------------------------------------------------------------------------------------------------------


class Pause(Command):
    """Freeze the clock of every table or of one, with a text and perhaps a time to be back."""

    by: ClassVar = HOST
    type: Literal["pause"] = "pause"
    team: Id | None = None
    text: line(120) = ""  # type: ignore[valid-type]
    minutes: Annotated[int, Field(ge=0, le=240)] = 0


class Resume(Command):
    """Let the clock run again."""

    by: ClassVar = HOST
    type: Literal["resume"] = "resume"
    team: Id | None = None


class Extend(Command):
    """More time in the open phase, for every table or one."""

    by: ClassVar = HOST
    type: Literal["extend"] = "extend"
    serial: Serial
    minutes: Annotated[int, Field(ge=1, le=60)]
    team: Id | None = None


class SetClock(Command):
    """How long and how hard the clocks of coming phases are. `factor` is in per cent."""

    by: ClassVar = HOST
    type: Literal["set_clock"] = "set_clock"
    factor: Literal[100, 150, 200]
    hard: bool = False


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
    """Open or close a chart for the hall: "checkin", "rating", or "card:<card id>"."""

    by: ClassVar = HOST
    type: Literal["show_result"] = "show_result"
    what: Annotated[str, StringConstraints(pattern=r"^(checkin|rating|card:[A-Za-z0-9_/.-]{1,64})$")]
    on: bool = True


class ReleaseText(Command):
    """Let a note or a shared pledge onto the wall, or take it down."""

    by: ClassVar = HOST
    type: Literal["release_text"] = "release_text"
    text: Id
    on: bool = True


class CloseRoom(Command):
    """End the session: tokens and remaining ballots are destroyed."""

    by: ClassVar = HOST
    type: Literal["close_room"] = "close_room"


# --- the server itself: never accepted from the wire --------------------------------------------------------------------


class Enter(Command):
    """A station comes through the door. `team` is a team's number, or None for the server's choice."""

    by: ClassVar = SYSTEM
    type: Literal["enter"] = "enter"
    kind: Literal["solo", "table", "screen", "host"]
    seats: Annotated[int, Field(ge=0, le=8)] = 1
    team: Annotated[int, Field(ge=1, le=999)] | None = None


class TimeUp(Command):
    """A deadline has passed; ignored when its phase is no longer open."""

    by: ClassVar = SYSTEM
    type: Literal["time_up"] = "time_up"
    team: Id
    serial: Serial


class Silence(Command):
    """A solo station has been silent for so long that its seat counts as away."""

    by: ClassVar = SYSTEM
    type: Literal["silence"] = "silence"
    station: Id


class Hear(Command):
    """A silent station is heard again."""

    by: ClassVar = SYSTEM
    type: Literal["hear"] = "hear"
    station: Id


class Recover(Command):
    """The server was gone and last alive at `beat` (server ms): the room resumes paused with what then remained."""

    by: ClassVar = SYSTEM
    type: Literal["recover"] = "recover"
    beat: int


FromPeople = Annotated[
    Acknowledge | Leave | AddSeat | RemoveSeat | MarkAway | MarkBack | ChooseWay | CallTimeout | EndTimeout | ContinueAlone
    | OpenNext | SkipStep | DrawCard | DealCard | AcceptHeavy | SwapCard | CastVote | TallyCards | CloseVote | VoteAgain
    | ShowCounts | ShowPrompt | OpenTwist | AskTime | WriteNote | CheckIn | MarkHarvest | MakePledge | Rate | Pause
    | Resume | Extend | SetClock | Lock | RemoveStation | GatherTeams | ShowResult | ReleaseText | CloseRoom,
    Field(discriminator="type"),
]
"""Everything a station may send; what the server asks of itself is not in it."""
