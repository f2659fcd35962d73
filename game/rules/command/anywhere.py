"""What a station of a team may ask in every phase, and how a team or the hall moves on."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from game.rules.command.base import BOTH, HOST, Command, Id, Serial, Who, line


class Acknowledge(Command):
    """ "Vem ser vad" has been read at this station."""

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


class RaiseHand(Command):
    """Ask for the host, or take the hand down again; a host takes down a table's."""

    by: ClassVar = BOTH
    type: Literal["raise_hand"] = "raise_hand"
    on: bool = True
    team: Id | None = None


class SuggestCard(Command):
    """A dilemma of the team's own, with the ways to act it has thought of.

    It goes to whoever keeps the decks, without the table's number, and is not played before it is reviewed.
    """

    type: Literal["suggest_card"] = "suggest_card"
    situation: Annotated[line(450), Field(min_length=20)]  # type: ignore[valid-type]
    options: Annotated[tuple[line(110), ...], Field(max_length=5)] = ()  # type: ignore[valid-type]


class ContinueAlone(Command):
    """The host has been gone for three minutes: the team goes on at its own pace."""

    type: Literal["continue_alone"] = "continue_alone"


class OpenNext(Command):
    """Open the next phase: for every table (host), for one table (host with `team`), or for one's own
    team.
    """

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
