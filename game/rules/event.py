"""What has happened. Names are past tense; an event is a fact and carries everything needed to replay it.

`apply` folds an event into the room. No event holds what a seat chose while its vote is open; `VoteCast` says who is
done, `Revealed` how many chose what. `team` is None when an event concerns the whole room.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from game.rules.command import Who
from game.rules.model import (
    CardFacts,
    Counts,
    DeckRef,
    Harvest,
    Note,
    Prompt,
    Record,
    Result,
    Room,
    Seat,
    Settings,
    Stage,
    Station,
    Step,
    Team,
    Timer,
    Turn,
    WallText,
    patched,
    without,
)


class Event(Record):
    """The base of everything in a room's log."""

    type: str
    team: str | None = None

    def apply(self, room: Room) -> Room:
        """The room after this event; its version is raised by `evolve`."""
        raise NotImplementedError


def change(room: Room, team_id: str | None, how: Callable[[Team], Team]) -> Room:
    """The room with one team changed, or every team when no id is given."""
    if team_id is None:
        return replace(room, teams=MappingProxyType({key: how(team) for key, team in room.teams.items()}))
    return replace(room, teams=patched(room.teams, team_id, how(room.teams[team_id])))


def turn_of(team: Team, **changes: Any) -> Team:
    """The team with its turn changed."""
    assert team.turn is not None
    return replace(team, turn=replace(team.turn, **changes))


def _put(pair: tuple[Any, Any], round_: int, value: Any) -> tuple[Any, Any]:
    return (value, pair[1]) if round_ == 1 else (pair[0], value)


class TeamEvent(Event):
    """An event of one team."""

    team: str

    def apply(self, room: Room) -> Room:
        return change(room, self.team, lambda team: self.on(team, room))

    def on(self, team: Team, room: Room) -> Team:
        """The team after this event; `room` is the room before it."""
        raise NotImplementedError


# --- the door -----------------------------------------------------------------------------------------------------------


class RoomOpened(Event):
    """The first event of every room."""

    type: Literal["room_opened"] = "room_opened"
    id: str
    code: str
    at: int
    settings: Settings
    steps: tuple[Step, ...]
    decks: tuple[DeckRef, ...]
    cards: tuple[CardFacts, ...]

    def create(self) -> Room:
        """The room as it stands when nothing has happened in it yet."""
        cards = MappingProxyType({card.id: card for card in self.cards})
        return Room(self.id, self.code, 0, self.at, self.settings, self.steps, self.decks, cards)

    def apply(self, room: Room) -> Room:
        return room


class StationEntered(Event):
    type: Literal["station_entered"] = "station_entered"
    station: str
    who: Who

    def apply(self, room: Room) -> Room:
        return replace(room, stations=patched(room.stations, self.station, Station(self.station, self.who, self.team)))


class StationAcknowledged(Event):
    type: Literal["station_acknowledged"] = "station_acknowledged"
    station: str

    def apply(self, room: Room) -> Room:
        station = replace(room.stations[self.station], acknowledged=True)
        return replace(room, stations=patched(room.stations, self.station, station))


class StationRemoved(Event):
    """The host took the station out; its seats go with it."""

    type: Literal["station_removed"] = "station_removed"
    station: str
    barred: bool

    def apply(self, room: Room) -> Room:
        room = replace(
            room,
            stations=without(room.stations, self.station),
            removed=patched(room.removed, self.station, self.barred),
        )
        if self.team is None:
            return room
        return change(room, self.team, lambda team: replace(team, seats=MappingProxyType(
            {key: seat for key, seat in team.seats.items() if seat.station != self.station})))


class TeamOpened(Event):
    """A new table; it enters at the hall's phase, or in the lobby when teams go at their own pace."""

    type: Literal["team_opened"] = "team_opened"
    team: str
    number: int
    turn_number: int = 0
    """Above 0 when the table comes in the middle of a card: it sees the card and votes from the next one."""

    def apply(self, room: Room) -> Room:
        follows = room.settings.pace == "hall"
        stage = room.stage if follows else Stage(serial=room.version + 1)
        team = Team(self.team, self.number, room.settings.way, stage=stage)
        if follows and room.card and self.turn_number:
            turn = Turn(room.card, self.turn_number, f"{self.team}/turn/{self.turn_number}", closed=(True, False))
            team = replace(team, turn=turn, turns=self.turn_number, played=room.dealt)
        return replace(room, teams=patched(room.teams, self.team, team))


class SeatTaken(TeamEvent):
    type: Literal["seat_taken"] = "seat_taken"
    seat: str
    station: str
    symbol: int

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, seats=patched(team.seats, self.seat, Seat(self.seat, self.station, self.symbol)))


class SeatLeft(TeamEvent):
    type: Literal["seat_left"] = "seat_left"
    seat: str

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, seats=without(team.seats, self.seat))


class SeatAway(TeamEvent):
    type: Literal["seat_away"] = "seat_away"
    seat: str
    silent: bool = False

    def on(self, team: Team, room: Room) -> Team:
        seat = replace(team.seats[self.seat], away=True, silent=self.silent)
        return replace(team, seats=patched(team.seats, self.seat, seat))


class SeatBack(TeamEvent):
    type: Literal["seat_back"] = "seat_back"
    seat: str

    def on(self, team: Team, room: Room) -> Team:
        seat = replace(team.seats[self.seat], away=False, silent=False)
        return replace(team, seats=patched(team.seats, self.seat, seat))


class WayChosen(TeamEvent):
    type: Literal["way_chosen"] = "way_chosen"
    way: Literal["pass_around", "cards_up"]

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, way=self.way)


# --- moving on ----------------------------------------------------------------------------------------------------------


def _enters(team: Team, stage: Stage) -> Team:
    """A team as a phase opens for it: what belonged to the phase before is put away."""
    stepped = stage.step != team.stage.step
    return replace(
        team,
        stage=stage,
        timeout=False,
        help=False,
        alone="" if stepped and team.alone == "step" else team.alone,
        done=frozenset(),
        offer=() if stage.phase != "draw" else team.offer,
        turn=None if stepped else team.turn and replace(team.turn, asked=frozenset()),
        harvest=None if stepped else team.harvest,
    )


class PhaseOpened(Event):
    """A phase opened for one team, or for the hall and every team that follows it. `total` is the soft timer in ms."""

    type: Literal["phase_opened"] = "phase_opened"
    step: int
    phase: str
    round: int = 1
    total: int = 0
    at: int

    def apply(self, room: Room) -> Room:
        timer = Timer(self.total, self.at + self.total) if self.total else None
        stage = Stage(self.step, self.phase, self.round, room.version + 1, timer)
        if self.team is not None:
            room = change(room, self.team, lambda team: _enters(team, stage))
        else:
            room = replace(room, stage=stage, card=room.card if self.step == room.stage.step else None)
            room = change(room, None, lambda team: _enters(team, stage) if follows(room, team, self.step) else team)
        started = room.started if room.started is not None else self.at
        seen = {step for step, _ in room.times}
        times = room.times if self.step in seen else (*room.times, (self.step, self.at))
        return replace(room, started=started, times=times)


def follows(room: Room, team: Team, step: int) -> bool:
    """Whether a team moves when the hall opens a phase of `step`; one that swapped its card rejoins at the next step."""
    return team.alone == "" or (team.alone == "step" and step != team.stage.step)


class TeamSetFree(TeamEvent):
    """The team goes at its own pace: for the rest of this step, or until the host gathers the teams."""

    type: Literal["team_set_free"] = "team_set_free"
    until: Literal["step", "session"]

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, alone=self.until)


class TeamGathered(TeamEvent):
    """Back to the hall's phase; a card in progress is left."""

    type: Literal["team_gathered"] = "team_gathered"

    def on(self, team: Team, room: Room) -> Team:
        team = replace(_enters(replace(team, alone=""), room.stage), turn=None, offer=(), harvest=None)
        if room.card is None:
            return team
        number = team.turns + 1
        turn = Turn(room.card, number, f"{team.id}/turn/{number}", closed=(room.stage.phase != "read", False))
        return replace(team, turn=turn, turns=number)


# --- the card -----------------------------------------------------------------------------------------------------------


class CardsOffered(TeamEvent):
    type: Literal["cards_offered"] = "cards_offered"
    cards: tuple[str, ...]

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, offer=self.cards)


class CardDealt(Event):
    """A card lies on one team's table, or on every table that follows the hall."""

    type: Literal["card_dealt"] = "card_dealt"
    card: str
    practice: bool = False
    ready: bool = True

    def apply(self, room: Room) -> Room:
        if self.team is None:
            room = replace(room, card=self.card, dealt=(*room.dealt, self.card))
            here = room.stage.step
            return change(room, None, lambda team: self._deal(team) if team.stage.step == here and not team.alone else team)
        return change(room, self.team, self._deal)

    def _deal(self, team: Team) -> Team:
        number = team.turns + 1
        turn = Turn(self.card, number, f"{team.id}/turn/{number}", self.practice, self.ready, team.way)
        return replace(team, turn=turn, turns=number, played=(*team.played, self.card))


class HeavyAccepted(TeamEvent):
    type: Literal["heavy_accepted"] = "heavy_accepted"

    def on(self, team: Team, room: Room) -> Team:
        return turn_of(team, ready=True)


class CardSwapped(TeamEvent):
    """The card was put aside; its ballots are gone. A time-out's change does not use up the block's swap."""

    type: Literal["card_swapped"] = "card_swapped"
    card: str
    counted: bool = True

    def on(self, team: Team, room: Room) -> Team:
        block = room.steps[team.stage.step].block
        swapped = team.swapped | {block} if self.counted else team.swapped
        return replace(team, turn=None, timeout=False, swapped=swapped)


class VoteCast(TeamEvent):
    """A seat is done with the open vote; its choice lies sealed. `grace` is when a complete vote closes, server ms."""

    type: Literal["vote_cast"] = "vote_cast"
    seat: str
    round: Literal[1, 2]
    grace: int | None = None

    def on(self, team: Team, room: Room) -> Team:
        assert team.turn is not None
        voted = team.turn.voted[self.round - 1] | {self.seat}
        team = turn_of(team, voted=_put(team.turn.voted, self.round, voted))
        grace = None if self.grace is None else Timer(0, self.grace)
        return replace(team, stage=replace(team.stage, grace=grace or team.stage.grace))


class GraceSet(TeamEvent):
    """Everybody who votes has voted (somebody left or stepped out): the vote closes at `at` unless one is changed."""

    type: Literal["grace_set"] = "grace_set"
    at: int | None

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, stage=replace(team.stage, grace=None if self.at is None else Timer(0, self.at)))


class CardsTallied(TeamEvent):
    """Vote cards were held up and counted by the writer. Open, so the counts may stand in the log."""

    type: Literal["cards_tallied"] = "cards_tallied"
    round: Literal[1, 2]
    counts: Counts
    seats: tuple[str, ...]

    def on(self, team: Team, room: Room) -> Team:
        assert team.turn is not None
        side = "before" if self.round == 1 else "after"
        voted = _put(team.turn.voted, self.round, frozenset(self.seats))
        return turn_of(team, voted=voted, tallied=True, **{side: self.counts})


class VoteClosed(TeamEvent):
    type: Literal["vote_closed"] = "vote_closed"
    round: Literal[1, 2]

    def on(self, team: Team, room: Room) -> Team:
        assert team.turn is not None
        team = turn_of(team, closed=_put(team.turn.closed, self.round, True))
        return replace(team, stage=replace(team.stage, grace=None))


class VoteCleared(TeamEvent):
    """A misunderstanding: the open vote begins anew. The phase gets a new serial, so votes under way are refused."""

    type: Literal["vote_cleared"] = "vote_cleared"
    round: Literal[1, 2]

    def on(self, team: Team, room: Room) -> Team:
        assert team.turn is not None
        team = turn_of(team, voted=_put(team.turn.voted, self.round, frozenset()))
        return replace(team, stage=replace(team.stage, grace=None, serial=room.version + 1))


class Revealed(TeamEvent):
    """The first vote, counted."""

    type: Literal["revealed"] = "revealed"
    counts: Counts

    def on(self, team: Team, room: Room) -> Team:
        return turn_of(team, before=self.counts)


class ShowAsked(TeamEvent):
    type: Literal["show_asked"] = "show_asked"
    seat: str

    def on(self, team: Team, room: Room) -> Team:
        assert team.turn is not None
        return turn_of(team, show=team.turn.show | {self.seat})


class PromptsLaid(TeamEvent):
    """The talk's prompts in speaking order; drawn ties are marked."""

    type: Literal["prompts_laid"] = "prompts_laid"
    prompts: tuple[Prompt, ...]

    def on(self, team: Team, room: Room) -> Team:
        return turn_of(team, prompts=self.prompts, shown=0)


class PromptShown(TeamEvent):
    type: Literal["prompt_shown"] = "prompt_shown"
    index: int

    def on(self, team: Team, room: Room) -> Team:
        return turn_of(team, shown=self.index)


class TwistOpened(TeamEvent):
    type: Literal["twist_opened"] = "twist_opened"

    def on(self, team: Team, room: Room) -> Team:
        return turn_of(team, twist=True)


class Compared(TeamEvent):
    """The second vote, counted; the ballots and their key are destroyed with it."""

    type: Literal["compared"] = "compared"
    step: int
    counts: Counts
    changed: int | None
    paired: int | None

    def on(self, team: Team, room: Room) -> Team:
        turn = team.turn
        assert turn is not None
        team = turn_of(team, after=self.counts, changed=self.changed, paired=self.paired)
        if turn.before is None or turn.practice:
            return team
        result = Result(self.step, turn.card, turn.before, self.counts, self.changed, self.paired)
        return replace(team, results=(*team.results, result))


class TimeAsked(TeamEvent):
    type: Literal["time_asked"] = "time_asked"
    seats: tuple[str, ...]

    def on(self, team: Team, room: Room) -> Team:
        assert team.turn is not None
        return turn_of(team, asked=team.turn.asked | set(self.seats))


class TimeExtended(Event):
    """More sand for one team, or for the hall and all who follow it."""

    type: Literal["time_extended"] = "time_extended"
    ms: int
    at: int

    def apply(self, room: Room) -> Room:
        def more(stage: Stage) -> Stage:
            return replace(stage, timer=stage.timer.extended(self.ms, self.at)) if stage.timer else stage

        def longer(team: Team) -> Team:
            turn = team.turn and replace(team.turn, asked=frozenset(), extensions=team.turn.extensions + 1)
            return replace(team, stage=more(team.stage), turn=turn)

        if self.team is not None:
            return change(room, self.team, longer)
        room = replace(room, stage=more(room.stage))
        return change(room, None, lambda team: team if team.alone else longer(team))


class NoteWritten(TeamEvent):
    """A note was written or changed; with empty text it was taken away. A changed note needs a new release."""

    type: Literal["note_written"] = "note_written"
    note: str
    card: str
    tag: str
    text: str

    def on(self, team: Team, room: Room) -> Team:
        if not self.text:
            return replace(team, notes=without(team.notes, self.note))
        return replace(team, notes=patched(team.notes, self.note, Note(self.note, self.card, self.tag, self.text)))

    def apply(self, room: Room) -> Room:
        room = super().apply(room)
        return replace(room, wall=without(room.wall, self.note)) if self.note in room.wall else room


# --- seat by seat -------------------------------------------------------------------------------------------------------


class SeatDone(TeamEvent):
    """A seat is done with the open check-in, marking, pledge or rating; what it said lies sealed."""

    type: Literal["seat_done"] = "seat_done"
    seat: str

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, done=team.done | {self.seat})


class CheckinCounted(Event):
    """How many chose each number 1-10 over the whole room; nothing of it is kept per team."""

    type: Literal["checkin_counted"] = "checkin_counted"
    counts: tuple[int, ...]

    def apply(self, room: Room) -> Room:
        earlier = room.checkin or (0,) * 10
        return replace(room, checkin=tuple(a + b for a, b in zip(earlier, self.counts, strict=True)))


class HarvestOpened(TeamEvent):
    """The notes that seats may mark; on the second try only those that tied."""

    type: Literal["harvest_opened"] = "harvest_opened"
    tries: int
    strengthen: tuple[str, ...]
    improve: tuple[str, ...]
    chosen_strengthen: str | None = None
    chosen_improve: str | None = None
    total: int = 0
    at: int = 0

    def on(self, team: Team, room: Room) -> Team:
        harvest = Harvest(self.tries, self.strengthen, self.improve, self.chosen_strengthen, self.chosen_improve)
        stage = replace(team.stage, serial=room.version + 1) if self.tries > 1 else team.stage
        if self.total:
            stage = replace(stage, timer=Timer(self.total, self.at + self.total))
        return replace(team, harvest=harvest, done=frozenset(), stage=stage)


class HarvestChosen(Event):
    """What the team brings to the wall. Its notes wait there for the host's release, without a table."""

    type: Literal["harvest_chosen"] = "harvest_chosen"
    team: str
    strengthen: str | None
    improve: str | None
    drawn: bool

    def apply(self, room: Room) -> Room:
        team = room.teams[self.team]
        before = team.harvest or Harvest()
        harvest = replace(before, chosen_strengthen=self.strengthen, chosen_improve=self.improve, settled=True,
                          drawn=self.drawn)
        wall = dict(room.wall)
        for kind, note in (("strengthen", self.strengthen), ("improve", self.improve)):
            if note:
                wall[note] = WallText(note, kind, team.notes[note].text)
        room = replace(room, wall=MappingProxyType(wall))
        return change(room, self.team, lambda team: replace(team, harvest=harvest))


class PledgesShared(Event):
    """Pledges whose writers ticked "dela på väggen", in drawn order: neither seat nor team. They wait for release."""

    type: Literal["pledges_shared"] = "pledges_shared"
    texts: tuple[tuple[str, str], ...]
    """(id, text)"""

    def apply(self, room: Room) -> Room:
        wall = {**room.wall, **{key: WallText(key, "pledge", text) for key, text in self.texts}}
        return replace(room, wall=MappingProxyType(wall))


class RatingsCounted(Event):
    """How many gave each number 1-10 on "safe", "useful" and "again", over the whole room."""

    type: Literal["ratings_counted"] = "ratings_counted"
    counts: dict[str, tuple[int, ...]]

    def apply(self, room: Room) -> Room:
        earlier = room.rating or {}
        merged = {
            name: tuple(a + b for a, b in zip(earlier.get(name, (0,) * 10), counts, strict=True))
            for name, counts in self.counts.items()
        }
        return replace(room, rating=MappingProxyType(merged))


class TextReleased(Event):
    type: Literal["text_released"] = "text_released"
    text: str
    on: bool

    def apply(self, room: Room) -> Room:
        return replace(room, wall=patched(room.wall, self.text, replace(room.wall[self.text], released=self.on)))


# --- time and order -----------------------------------------------------------------------------------------------------


def _frozen(stage: Stage, at: int) -> Stage:
    return replace(stage, timer=stage.timer and stage.timer.frozen(at), grace=stage.grace and stage.grace.frozen(at))


def _running(stage: Stage, at: int) -> Stage:
    return replace(stage, timer=stage.timer and stage.timer.running(at), grace=stage.grace and stage.grace.running(at))


def settle_clock(room: Room, team: Team, at: int) -> Team:
    """The team with its clock frozen if anything holds it, running otherwise."""
    held = room.paused or team.paused or team.timeout
    return replace(team, stage=(_frozen if held else _running)(team.stage, at))


class TimeoutCalled(TeamEvent):
    """Somebody called a time-out. The log does not say who."""

    type: Literal["timeout_called"] = "timeout_called"
    at: int

    def on(self, team: Team, room: Room) -> Team:
        return settle_clock(room, replace(team, timeout=True), self.at)


class TimeoutEnded(TeamEvent):
    type: Literal["timeout_ended"] = "timeout_ended"
    at: int

    def on(self, team: Team, room: Room) -> Team:
        return settle_clock(room, replace(team, timeout=False, help=False), self.at)


class HelpCalled(TeamEvent):
    type: Literal["help_called"] = "help_called"

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, help=True)


class Paused(Event):
    """The clock of one team or of everybody is frozen. After a restart `at` is when the server was last alive."""

    type: Literal["paused"] = "paused"
    at: int
    why: Literal["host", "restart"] = "host"
    text: str = ""
    until: int | None = None

    def apply(self, room: Room) -> Room:
        if self.team is None:
            room = replace(room, paused=self.why, pause_text=self.text, pause_until=self.until,
                           stage=_frozen(room.stage, self.at))
            return change(room, None, lambda team: settle_clock(room, team, self.at))
        return change(room, self.team, lambda team: settle_clock(room, replace(team, paused=True), self.at))


class Resumed(Event):
    type: Literal["resumed"] = "resumed"
    at: int

    def apply(self, room: Room) -> Room:
        if self.team is None:
            room = replace(room, paused="", pause_text="", pause_until=None, stage=_running(room.stage, self.at))
            return change(room, None, lambda team: settle_clock(room, team, self.at))
        return change(room, self.team, lambda team: settle_clock(room, replace(team, paused=False), self.at))


class ClockSet(Event):
    type: Literal["clock_set"] = "clock_set"
    factor: int
    hard: bool

    def apply(self, room: Room) -> Room:
        return replace(room, settings=room.settings.model_copy(update={"factor": self.factor, "hard": self.hard}))


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


class RoomClosed(Event):
    """The session is over; tokens and ballots are gone."""

    type: Literal["room_closed"] = "room_closed"
    at: int

    def apply(self, room: Room) -> Room:
        stage = Stage(len(room.steps), "closed", 1, room.version + 1)
        room = replace(room, closed=True, paused="", pause_text="", pause_until=None, stage=stage, card=None)
        return change(room, None, lambda team: replace(_enters(team, stage), turn=None, paused=False))


AnyEvent = Annotated[
    RoomOpened | StationEntered | StationAcknowledged | StationRemoved | TeamOpened | SeatTaken | SeatLeft | SeatAway
    | SeatBack | WayChosen | PhaseOpened | TeamSetFree | TeamGathered | CardsOffered | CardDealt | HeavyAccepted
    | CardSwapped | VoteCast | GraceSet | CardsTallied | VoteClosed | VoteCleared | Revealed | ShowAsked | PromptsLaid
    | PromptShown | TwistOpened | Compared | TimeAsked | TimeExtended | NoteWritten | SeatDone
    | CheckinCounted | HarvestOpened | HarvestChosen | PledgesShared | RatingsCounted | TextReleased | TimeoutCalled
    | TimeoutEnded | HelpCalled | Paused | Resumed | ClockSet | Locked | ResultShown | RoomClosed,
    Field(discriminator="type"),
]

EVENT: TypeAdapter[AnyEvent] = TypeAdapter(AnyEvent)
"""Reads an event back from the log."""
