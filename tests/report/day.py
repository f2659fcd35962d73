"""A whole session with real cards, played by dice in memory: check-in, cards, harvest, pledges, ratings.

Every text that anybody types holds `HID` and a number of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from random import Random
from typing import Any, Literal

from game.cards.digest import digest
from game.cards.facts import facts_of
from game.cards.format import Deck
from game.cards.load import load_decks
from game.cards.sheets import shelf_of
from game.rules import (
    Actor,
    CardFacts,
    CastVote,
    CheckIn,
    DealCard,
    DeckRef,
    Game,
    MakePledge,
    MemoryFacts,
    OpenNext,
    Settings,
    Step,
    WriteNote,
    open_room,
)
from game.rules.command import GroupTexts, MarkHarvest, Rate, ReleaseText, ShowResult
from game.rules.phases.base import jobs
from game.rules.presets import PRESETS, settings_of
from game.rules.shown import chart_of, checkin_of, rating_of
from tests.golden.story import AUXILIARY, DECKS
from tests.pledged import pledged

HID = "DOLD"
BEGUN = 1_795_341_600_000
"""22 November 2026, 10 in the morning in Stockholm."""
TAGS: tuple[Literal["strengthen", "improve", "act"], ...] = ("strengthen", "improve", "act")
NOTES = (
    "Vi lyssnar klart innan vi svarar, också när det är kö.",
    "Säg vad som händer nu och när personen får besked, även om beskedet dröjer.",
    "Ring upp i stället för att skicka ett tredje mejl.",
    "Vi hjälper varandra utan att bli tillfrågade.",
    "Skyltarna i entrén leder fel.",
    "Överlämningar mellan enheter tappar bort den som väntar, och ingen berättar vem som har ärendet nu.",
)
PLEDGES = (
    ("När någon höjer rösten", "sänka min och fråga vad som hänt"),
    ("jag inte vet svaret", "säga det, och ta reda på vem som vet"),
    ("kön växer", "titta upp och nicka till den som väntar"),
)


@cache
def library() -> tuple[dict[str, CardFacts], tuple[Deck, ...]]:
    """Every card that comes with the game, and the decks."""
    decks = tuple(loaded.deck for loaded in load_decks(DECKS) if loaded.deck is not None)
    cards = {
        card.id: card.model_copy(update={"pile": deck.slug not in AUXILIARY})
        for deck in decks
        for card in facts_of(deck)
    }
    return cards, decks


def some_cards(*kinds: str, of: int) -> list[str]:
    """So many cards of these kinds, from several decks in turn."""
    found = [card for card in library()[0].values() if card.kind in kinds and card.pile]
    by_deck: dict[str, list[str]] = {}
    for card in found:
        by_deck.setdefault(card.id.partition("/")[0], []).append(card.id)
    turns = zip_longest(*by_deck.values())
    return [card for turn in turns for card in turn if card][:of]


class Day(Game):
    """Tables with seats, a host, and dice; or a lecture, with an `audience` on screens of their own."""

    def __init__(
        self,
        tables: int,
        cards: Sequence[str],
        *,
        seats: int = 5,
        seed: int = 1,
        audience: int = 0,
        **settings: Any,
    ) -> None:
        if audience:
            lecture = settings_of(PRESETS["Lecture"])
            settings = lecture.model_dump() | settings
        known, decks = library()
        self.decks = tuple(deck for deck in decks if deck.slug in {card.partition("/")[0] for card in cards})
        self.decks += tuple(deck for deck in decks if deck.slug == "incheckning")
        self.shelf = shelf_of(self.decks)
        refs = tuple(
            DeckRef(slug=deck.slug, version=deck.version, digest=digest(deck)) for deck in self.decks
        )
        steps = (
            Step(kind="frame", minutes=3),
            Step(kind="checkin", minutes=4, card="incheckning/dagsform"),
            *(Step(kind="round", minutes=12, card=card) for card in cards),
            Step(kind="harvest", minutes=8),
            Step(kind="pledge", minutes=6),
            Step(kind="debrief", minutes=8),
        )
        given = {"preset": "Halvdag", "pace": "hall", **settings}
        kept = [known[card] for card in dict.fromkeys((*cards, "incheckning/dagsform"))]
        opened = open_room("r1", "FKT-482", Settings.model_validate(given), steps, refs, kept, now=BEGUN)
        super().__init__(opened, MemoryFacts(seed=seed, now=BEGUN))
        self.dice = Random(seed)
        self.host = self.enter("host")
        self.tables = [self.enter("solo", 1) for _ in range(audience)]
        self.tables += [self.enter("table", seats) for _ in range(tables)]

    def play(self, *, until: str = "") -> Day:
        """To the end, or to the first moment of a phase."""
        for _ in range(400):
            stage = self.room.stage
            if self.room.closed or stage.phase == until:
                break
            self._in_phase(stage.phase, stage.round)
            if stage.phase == "draw" and self.room.card is None:
                self.does(self.host, DealCard(serial=self.serial(self.host), ready=True))
            else:
                self.facts.now += 60_000
                self.does(self.host, OpenNext(serial=self.serial(self.host)))
        return self

    def show(self) -> None:
        """The host opens everything for the hall that may be opened."""
        for card in self.room.dealt:
            if chart_of(self.room, card) is not None:
                self.does(self.host, ShowResult(what=f"card:{card}", on=True))
        if checkin_of(self.room) is not None:
            self.does(self.host, ShowResult(what="checkin", on=True))
        if rating_of(self.room) is not None:
            self.does(self.host, ShowResult(what="rating", on=True))

    def _in_phase(self, phase: str, round_: int) -> None:
        for number, table in enumerate(self.tables):
            team = self.room.team_of(table.station)
            if team is None or team.stage.phase != phase:
                continue
            for seat in self.seats(table):
                self._seat(phase, round_, table, seat)
            if phase == "note":
                self._note(table, number)
        if (phase, round_) == ("debrief", 1):
            self._release()

    def _seat(self, phase: str, round_: int, table: Actor, seat: str) -> None:
        serial, dice = self.serial(table), self.dice
        team = self.room.team_of(table.station)
        assert team is not None
        if phase == "vote" and team.turn:
            self.does(table, CastVote(seat=seat, serial=serial, **self._choice(team.turn.card, round_)))
        elif (phase, round_) == ("checkin", 1):
            number = dice.choice([None, *range(2, 11)])
            self.does(table, CheckIn(seat=seat, serial=serial, number=number))
        elif phase == "harvest" and team.harvest and not team.harvest.settled:
            one, two = (
                dice.choice(ids) if ids else None for ids in (team.harvest.strengthen, team.harvest.improve)
            )
            self.does(table, MarkHarvest(seat=seat, serial=serial, strengthen=one, improve=two))
        elif phase == "pledge":
            when, then = dice.choice(PLEDGES)
            share = dice.random() < 0.3
            mine = f"{then} {HID}{self.facts.drawn}{seat}"
            pledge = MakePledge(seat=seat, serial=serial, **pledged(when, mine, share=share))
            self.does(table, pledge)
        elif (phase, round_) == ("debrief", 3):
            given = {name: dice.choice([None, *range(5, 11)]) for name in ("safe", "useful", "again")}
            self.does(table, Rate(seat=seat, serial=serial, **given))

    def _choice(self, card: str, round_: int) -> dict[str, Any]:
        """The talk moves some to what many think."""
        facts, dice = self.room.cards[card], self.dice
        if facts.kind == "scale":
            return {"choice": str(min(10, max(1, round(dice.gauss(4 + 2 * round_, 2)))))}
        letters = "abcde"[: facts.options or 5]
        if facts.kind == "ranking":
            return {"choice": "".join(dice.sample(letters, len(letters)))}
        if facts.kind == "dilemma" and dice.random() < 0.06:
            return {"choice": "own", "text": f"Jag gör på mitt sätt {HID}"}
        weights = [1 + round_ * (letter == "b") * 2 for letter in letters]
        return {"choice": dice.choices(letters, weights)[0]}

    def _note(self, table: Actor, number: int) -> None:
        tag = self.dice.choice(TAGS)
        team = self.room.team_of(table.station)
        if team is None or jobs(team)[1] not in team.seats_of(table.station):
            return
        text = f"{self.dice.choice(NOTES)} {HID}{number}{self.room.version}"
        self.does(table, WriteNote(serial=self.serial(table), text=text[:140], tag=tag))

    def _release(self) -> None:
        """Most of the wall, some of it under headings."""
        wall = list(self.room.wall)
        for text in wall:
            if self.dice.random() < 0.7:
                self.does(self.host, ReleaseText(text=text, on=True))
        for heading in ("Tid", "Besked"):
            some = [text for text in wall if self.dice.random() < 0.2]
            if some:
                self.does(self.host, GroupTexts(texts=tuple(some), group=heading))
