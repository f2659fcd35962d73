"""A card on the table: drawn, voted on, talked about, voted on again."""

from __future__ import annotations

from typing import Literal

from game.rules.event.base import Event, TeamEvent, change, gone_on, put, settled, turn_of
from game.rules.mappings import patched, replace, without
from game.rules.model import Counts, Given, Note, Prompt, Result, Room, Stage, Team, Turn
from game.rules.timer import Timer


class CardsOffered(TeamEvent):
    type: Literal["cards_offered"] = "cards_offered"
    cards: tuple[str, ...]

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, offer=self.cards)


class OwnCardsSet(Event):
    """Whether every table draws a card of its own in the hall's step, instead of one dealt to all: those that
    are there now, and with `on` those that come later.
    """

    type: Literal["own_cards_set"] = "own_cards_set"
    on: bool
    at: int

    def apply(self, room: Room) -> Room:
        room = replace(room, own=self.on)
        if not self.on:
            return room
        here = room.stage.step
        return change(
            gone_on(room),
            None,
            lambda team: (
                settled(replace(team, alone="step"), self.at)
                if team.stage.step == here and not team.alone
                else team
            ),
        )


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
            return change(
                room,
                None,
                lambda team: self._deal(team) if team.stage.step == here and not team.alone else team,
            )
        return change(room, self.team, self._deal)

    def _deal(self, team: Team) -> Team:
        number = team.turns + 1
        turn = Turn(self.card, number, f"{team.id}/turn/{number}", self.practice, self.ready)
        played = (*team.played, self.card)
        return replace(team, turn=turn, turns=number, rotation=team.rotation + 1, played=played)


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
        return replace(team, turn=None, timeout=False, swapped=swapped, rotation=team.rotation - 1)


class VoteCast(TeamEvent):
    """A seat is done with the open vote; its choice lies sealed."""

    type: Literal["vote_cast"] = "vote_cast"
    seat: str
    round: Literal[1, 2]

    def on(self, team: Team, room: Room) -> Team:
        assert team.turn is not None
        voted = team.turn.voted[self.round - 1] | {self.seat}
        machines = team.turn.machines[self.round - 1] | team.stations
        return turn_of(
            team,
            voted=put(team.turn.voted, self.round, voted),
            machines=put(team.turn.machines, self.round, machines),
        )


def _seen_by_all(team: Team, round_: int) -> Team:
    """The team with the machines that are now round the table kept for this vote."""
    assert team.turn is not None
    machines = team.turn.machines[round_ - 1] | team.stations
    return turn_of(team, machines=put(team.turn.machines, round_, machines))


class GraceSet(TeamEvent):
    """Everybody who is waited for has voted: the vote closes `ms` after `at`. Without `ms` somebody is waited
    for again.
    """

    type: Literal["grace_set"] = "grace_set"
    ms: int | None
    at: int

    def on(self, team: Team, room: Room) -> Team:
        grace = None if self.ms is None else Timer(self.ms, self.at + self.ms)
        return settled(replace(team, stage=replace(team.stage, grace=grace)), self.at)


class CardsTallied(TeamEvent):
    """Vote cards were held up and counted by the writer. Open, so the counts may stand in the log."""

    type: Literal["cards_tallied"] = "cards_tallied"
    round: Literal[1, 2]
    counts: Counts
    seats: tuple[str, ...]

    def on(self, team: Team, room: Room) -> Team:
        assert team.turn is not None
        side = "before" if self.round == 1 else "after"
        voted = put(team.turn.voted, self.round, frozenset(self.seats))
        tallied = put(team.turn.tallied, self.round, True)
        return _seen_by_all(turn_of(team, voted=voted, tallied=tallied, **{side: self.counts}), self.round)


class VoteClosed(TeamEvent):
    """`missing` seats had a vote and had cast none."""

    type: Literal["vote_closed"] = "vote_closed"
    round: Literal[1, 2]
    missing: int = 0

    def on(self, team: Team, room: Room) -> Team:
        assert team.turn is not None
        closed = put(team.turn.closed, self.round, True)
        team = turn_of(team, closed=closed, missing=put(team.turn.missing, self.round, self.missing))
        return _seen_by_all(replace(team, stage=replace(team.stage, grace=None)), self.round)


class VoteCleared(Event):
    """A misunderstanding, or lost votes: a team's vote begins anew, with a new serial, so that votes under
    way are refused. Without a team the hall's serial is raised, so that it is not cleared for everybody
    twice.
    """

    type: Literal["vote_cleared"] = "vote_cleared"
    round: Literal[1, 2]

    def apply(self, room: Room) -> Room:
        serial = room.version + 1
        if self.team is None:
            return replace(room, stage=replace(room.stage, serial=serial))
        return change(room, self.team, lambda team: self._clear(team, serial))

    def _clear(self, team: Team, serial: int) -> Team:
        assert team.turn is not None
        voted = put(team.turn.voted, self.round, frozenset[str]())
        machines = put(team.turn.machines, self.round, frozenset[str]())
        tallied = put(team.turn.tallied, self.round, False)
        closed, missing = put(team.turn.closed, self.round, False), put(team.turn.missing, self.round, 0)
        side = "before" if self.round == 1 else "after"
        team = turn_of(team, voted=voted, machines=machines, tallied=tallied, **{side: None})
        team = turn_of(team, closed=closed, missing=missing)
        return replace(team, stage=replace(team.stage, grace=None, serial=serial))


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
    """The card's own twist is turned up; with a `card`, that one of a twist deck."""

    type: Literal["twist_opened"] = "twist_opened"
    card: str = ""

    def on(self, team: Team, room: Room) -> Team:
        if self.card:
            return replace(turn_of(team, what_if=self.card), twisted=(*team.twisted, self.card))
        return turn_of(team, twist=True)


class Compared(TeamEvent):
    """The second vote, counted; the ballots and their key are destroyed with it. `moment` is the version from
    which it was decided, the same for all tables that the hall opens it for.
    """

    type: Literal["compared"] = "compared"
    step: int
    moment: int
    counts: Counts
    changed: int | None
    paired: int | None

    def on(self, team: Team, room: Room) -> Team:
        turn = team.turn
        assert turn is not None
        team = turn_of(team, after=self.counts, changed=self.changed, paired=self.paired, compared=True)
        if turn.before is None or turn.practice:
            return team
        result = Result(
            self.step, turn.card, turn.before, self.counts, self.changed, self.paired, self.moment
        )
        return replace(team, results=(*team.results, result))


class TimeAsked(TeamEvent):
    type: Literal["time_asked"] = "time_asked"
    seats: tuple[str, ...]

    def on(self, team: Team, room: Room) -> Team:
        assert team.turn is not None
        return turn_of(team, asked=team.turn.asked | set(self.seats))


class TimeExtended(Event):
    """More sand for one team, or for the hall and all who follow it. `by` is a host's station."""

    type: Literal["time_extended"] = "time_extended"
    ms: int
    at: int
    by: str = ""

    def apply(self, room: Room) -> Room:
        def more(stage: Stage) -> Stage:
            timer = stage.timer and stage.timer.extended(self.ms, self.at)
            return replace(stage, timer=timer, given=Given(room.version + 1, self.at, self.by))

        def longer(team: Team) -> Team:
            turn = team.turn and replace(team.turn, asked=frozenset(), extensions=team.turn.extensions + 1)
            return replace(team, stage=more(team.stage), turn=turn)

        if self.team is not None:
            return change(room, self.team, longer)
        room = replace(room, stage=more(room.stage))
        return change(room, None, lambda team: longer(team) if team.stage.timer and not team.alone else team)


class NoteWritten(TeamEvent):
    """A note was written or changed; with empty text it was taken away. A changed note needs a new
    release.
    """

    type: Literal["note_written"] = "note_written"
    note: str
    card: str
    tag: str
    text: str

    def on(self, team: Team, room: Room) -> Team:
        if not self.text:
            return replace(team, notes=without(team.notes, self.note))
        return replace(
            team, notes=patched(team.notes, self.note, Note(self.note, self.card, self.tag, self.text))
        )

    def apply(self, room: Room) -> Room:
        room = super().apply(room)
        return replace(room, wall=without(room.wall, self.note)) if self.note in room.wall else room
