"""What is asked in a round, and seat by seat: at the check-in, the harvest, the pledge and the rating."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from game.rules.command.base import BOTH, HOST, Command, Id, Serial, line


class DrawCard(Command):
    """Turn one of the offered cards; `pick` counts from 0."""

    type: Literal["draw_card"] = "draw_card"
    serial: Serial
    pick: Annotated[int, Field(ge=0, le=9)] = 0


class DealCard(Command):
    """Deal one card to every table: the named one, or a drawn one. `ready` answers the question before a
    heavy card. With `own` every table draws one by itself instead.
    """

    by: ClassVar = HOST
    type: Literal["deal_card"] = "deal_card"
    serial: Serial
    card: Id | None = None
    ready: bool = False
    own: bool = False


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
    """One seat's secret choice: one of the card's choices, "own" or "pass"; on a ranking all its letters in
    order, as "cab". `text` belongs to an own answer; the same seat may vote again until the vote closes.
    """

    type: Literal["cast_vote"] = "cast_vote"
    seat: Id
    serial: Serial
    choice: Annotated[str, StringConstraints(pattern=r"^([a-e]{1,5}|10|[1-9]|own|pass)$")]
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
    """A remote team with fewer than three votes, or a table with a single one, sees its counts only when
    everybody present and everybody who voted has asked; when one who voted has left, not at all.
    """

    type: Literal["show_counts"] = "show_counts"
    seat: Id
    serial: Serial


class ShowPrompt(Command):
    """Show one of the talk's prompts, counted from 0."""

    type: Literal["show_prompt"] = "show_prompt"
    serial: Serial
    index: Annotated[int, Field(ge=0, le=99)]


class OpenTwist(Command):
    """Turn up "Tänk om …": the card's own, or one of a twist deck when it has none.

    With `second` one of a twist deck besides.
    """

    by: ClassVar = BOTH
    type: Literal["open_twist"] = "open_twist"
    serial: Serial
    team: Id | None = None
    second: bool = False


class AskTime(Command):
    """This team would like more time. Without a seat it speaks for every seat of the station."""

    type: Literal["ask_time"] = "ask_time"
    serial: Serial
    seat: Id | None = None


class WriteNote(Command):
    """The writer's note on the card; with `note` an earlier one is changed. Empty text takes it away. A note
    that was not saved in time names its `card`; without one it is on the last.
    """

    type: Literal["write_note"] = "write_note"
    serial: Serial
    card: Id | None = None
    text: line(140)  # type: ignore[valid-type]
    tag: Literal["strengthen", "improve", "act"]
    note: Id | None = None


# --- seat by seat ---


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
    """One seat's pledge, `sealed` by its own station under a receipt that is never sent; `mark` is where it
    lies, worked out from the same receipt (`game.pledges`). Both empty passes. Only what the writer has
    ticked to be shared comes in the clear: "när …" and "så ska jag …".
    """

    type: Literal["make_pledge"] = "make_pledge"
    seat: Id
    serial: Serial
    mark: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""
    sealed: Annotated[str, StringConstraints(pattern=r"^([A-Za-z0-9_-]{1744})?$")] = ""
    shared: tuple[line(140), line(140)] | None = None  # type: ignore[valid-type]


class RecallPledge(Command):
    """One seat's secret answer weeks later: its pledge is done, partly done or not yet; None passes."""

    type: Literal["recall_pledge"] = "recall_pledge"
    seat: Id
    serial: Serial
    kept: Literal["done", "partly", "not_yet"] | None


class Rate(Command):
    """One seat's secret rating of the session, each 1-10; None passes that question."""

    type: Literal["rate"] = "rate"
    seat: Id
    serial: Serial
    safe: Annotated[int, Field(ge=1, le=10)] | None = None
    useful: Annotated[int, Field(ge=1, le=10)] | None = None
    again: Annotated[int, Field(ge=1, le=10)] | None = None
