"""The choices for a new room, with defaults that fit most rooms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from game.client.api import CardOffer, DeckOffer
from game.client.fitting import has_card
from game.client.notice import Notice
from game.client.offers import shown, usual
from game.client.own_programmes import OwnProgramme, OwnProgrammes
from game.client.serving import Company
from game.client.trouble import Trouble
from game.rules import PRESETS, Step
from game.rules.opened import K_SEATS, K_TABLES, MAX_TALK
from game.wire import RoomRequest

FIRST = "APT 60"
MOST_BOTS = 8
"""At each table of a rehearsal, where the programme has as many."""

Managers = Literal["own", "mixed", "host"]
Pace = Literal["hall", "table"]


@dataclass
class RoomForm:
    """`decks` is None until the server has told what it can play. `rehearse` makes a room with bots at its
    tables; None where that cannot be done.
    """

    make: Callable[[RoomRequest], object]
    back: Callable[[], object]
    preset: str = FIRST
    decks: Sequence[DeckOffer] | None = None
    offered: Sequence[DeckOffer] = ()
    """All of them, also those that serve the check-in and the pledge."""
    chosen: frozenset[str] = frozenset()
    factor: str = "100"
    pace: Pace | None = None
    managers: Managers = "own"
    k_seats: int | None = None
    k_tables: int | None = None
    """What somebody has chosen here; without it the programme tells."""
    checkin: str = ""
    notice: Notice = field(default_factory=Notice)
    kept: OwnProgrammes | None = None
    own: OwnProgramme | None = None
    """The programme of one's own that is chosen; `preset` is then the one it is like."""
    removing: str = ""
    """The name of a programme of one's own, while it is asked whether to remove it."""
    rehearse: Callable[[RoomRequest, Company], object] | None = None
    company: Company | None = None
    """The bots to fill the tables with, in a rehearsal."""

    def offer(self, decks: Sequence[DeckOffer]) -> None:
        """The server has told what it can play."""
        again = any(deck.reading for deck in self.offered)  # told of more of them, a person keeps the choice
        self.decks, self.offered = shown(decks), tuple(decks)
        self.chosen = self.chosen if again else usual(decks)
        if self.own is not None and not again:
            self._take_decks(self.own)

    def pick(self, preset: str) -> None:
        """Another programme; it brings its own pace."""
        self.preset, self.own, self.pace = preset, None, None

    def pick_own(self, programme: OwnProgramme) -> None:
        """A programme of one's own; it brings its pace, its decks what its check-in asks, and how many
        must be behind a number.
        """
        self.preset, self.own, self.pace = programme.preset, programme, programme.pace
        self.k_seats = None if programme.k_seats else self.k_seats
        self.k_tables = None if programme.k_tables else self.k_tables
        self.checkin = next((s.card for s in programme.steps if s.kind == "checkin" and s.card), "")
        self._take_decks(programme)

    def ask_removal(self, name: str = "") -> None:
        """Ask whether to remove the programme of this name; "" asks no more."""
        self.removing = name

    def remove(self) -> None:
        """Remove the programme that was asked about, for good."""
        name, self.removing = self.removing, ""
        try:
            if self.kept is not None:
                self.kept.remove(name)
        except OSError:
            self.notice.complain(Trouble("settings_locked").message)
            return
        if self.own is not None and self.own.name == name:
            self.pick(self.preset)

    def play(self, slug: str, on: bool) -> None:
        """Play this deck, or not."""
        self.chosen = self.chosen | {slug} if on else self.chosen - {slug}

    def stretch(self, factor: str) -> None:
        """How much longer every step may take, in per cent."""
        self.factor = factor

    def walk(self, pace: str) -> None:
        """Who opens the next step."""
        self.pace = cast(Pace, pace)

    def ask(self, card: str) -> None:
        """What the check-in asks; "" for the usual question."""
        self.checkin = card

    def seat_managers(self, managers: str) -> None:
        """Where managers sit."""
        self.managers = cast(Managers, managers)

    def hold_seats(self, seats: int) -> None:
        """Show numbers outside a table only from so many seats up."""
        self.k_seats = seats

    def hold_tables(self, tables: int) -> None:
        """Show numbers outside a table only from so many tables up."""
        self.k_tables = tables

    def fill(self, on: bool) -> None:
        """Let bots fill the tables, or not."""
        self.company = Company() if on else None

    def fill_tables(self, tables: int) -> None:
        """So many tables of bots."""
        self.company = replace(self.company or Company(), tables=tables)

    def fill_seats(self, seats: int) -> None:
        """So many bots at each table."""
        self.company = replace(self.company or Company(), seats=seats)

    @property
    def own_programmes(self) -> tuple[OwnProgramme, ...]:
        """Those kept on this machine, by name."""
        return self.kept.listed() if self.kept is not None else ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """Of the chosen programme."""
        return self.own.steps if self.own is not None else PRESETS[self.preset].steps

    @property
    def open_pace(self) -> Pace:
        """Who opens the next step, as chosen or as the programme has it."""
        return self.pace or PRESETS[self.preset].pace

    @property
    def tells(self) -> bool:
        """Whether any number leaves a table in the chosen programme."""
        return PRESETS[self.preset].distribution

    @property
    def lecture(self) -> bool:
        """Whether it has one audience in place of tables."""
        return PRESETS[self.preset].max_team > MAX_TALK

    @property
    def least_seats(self) -> int:
        """So many seats must be behind a number that leaves a table."""
        return self.k_seats or (self.own and self.own.k_seats) or K_SEATS

    @property
    def least_tables(self) -> int:
        """So many tables must be behind it, but in a lecture."""
        return self.k_tables or (self.own and self.own.k_tables) or K_TABLES

    @property
    def scales(self) -> list[CardOffer]:
        """What the check-in may ask."""
        return [card for card in self._cards if card.kind == "scale"]

    @property
    def left_to_draw(self) -> int:
        """How many cards of the programme are drawn instead, since no chosen deck has them."""
        if self.decks is None:
            return 0
        cards, named = self._cards, [step for step in self.steps if step.card and step.kind != "checkin"]
        return sum(not has_card(step, cards) for step in named)

    @property
    def most_bots(self) -> int:
        """So many may sit at each table in the chosen programme."""
        return min(MOST_BOTS, PRESETS[self.preset].max_team)

    @property
    def bots(self) -> int:
        """So many sit at each table of a rehearsal."""
        return min((self.company or Company()).seats, self.most_bots)

    @property
    def ready(self) -> bool:
        """Whether a room can be made now."""
        return bool(self.decks is not None and self.chosen and not self.notice.waiting)

    def submit(self) -> None:
        """Make the room; in a rehearsal, with bots."""
        if self.company is not None and self.rehearse is not None:
            self.rehearse(self.request(), replace(self.company, seats=self.bots))
        else:
            self.make(self.request())

    def request(self) -> RoomRequest:
        """What to ask the server for."""
        own = self.own
        return RoomRequest.model_validate(
            {
                "preset": self.preset,
                "decks": tuple(sorted(self.chosen)),
                "factor": int(self.factor),
                "pace": self.pace,
                "managers": self.managers,
                "k_seats": self.least_seats,
                "k_tables": None if self.lecture else self.least_tables,
                "checkin": next((card.id for card in self.scales if card.id == self.checkin), None),
                "steps": tuple(self._playable(step) for step in own.steps) if own else (),
                "name": own.name if own else "",
            }
        )

    def _take_decks(self, programme: OwnProgramme) -> None:
        here = {deck.slug for deck in self.decks or () if deck.ok}
        self.chosen = frozenset(here.intersection(programme.decks)) or self.chosen

    @property
    def _cards(self) -> list[CardOffer]:
        decks = [deck for deck in self.offered if deck.supporting or deck.slug in self.chosen]
        return [card for deck in decks if deck.ok for card in deck.cards]

    def _playable(self, step: Step) -> Step:
        """The step without a card that is not here. What the check-in asks stands in a field of its own."""
        kept = step.kind != "checkin" and has_card(step, self._cards)
        return step if kept else step.model_copy(update={"card": None})
