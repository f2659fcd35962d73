"""Small sessions to test with: a few cards, a programme in words, and people who sit down and press."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import pytest

from game.rules import (
    SYSTEM,
    Actor,
    CardFacts,
    CastVote,
    CheckIn,
    Command,
    DealCard,
    DrawCard,
    Game,
    MakePledge,
    MemoryFacts,
    OpenNext,
    Presence,
    Refused,
    Settings,
    Sheet,
    Shelf,
    Stage,
    Step,
    Team,
    TimeUp,
    WriteNote,
    deadlines,
    open_room,
    view,
)
from game.rules.model import HERE
from tests.pledged import pledged

Kind = Literal["solo", "table", "screen", "host"]

LIGHT = CardFacts(id="prov/luren", kind="dilemma", options=3, questions=2, twist=True, themes=("nej",))
OTHER = CardFacts(id="prov/kylen", kind="dilemma", options=4, questions=1, twist=True)
THIRD = CardFacts(id="prov/linjen", kind="dilemma", options=2, questions=1)
HEAVY = CardFacts(id="prov/tung", kind="dilemma", options=3, heat=3)
SCALE = CardFacts(id="prov/skala", kind="scale", heat=2)
MIRROR = CardFacts(id="prov/spegel", kind="mirror", heat=2)
QUESTION = CardFacts(id="prov/fraga", kind="question", questions=2, heat=2)
RANKING = CardFacts(id="prov/ordning", kind="ranking", options=3, questions=2, twist=True, heat=2)
FACT = CardFacts(id="prov/faktum", kind="fact", questions=2, heat=2)
EXERCISE = CardFacts(id="prov/ovning", kind="exercise", steps=3, questions=1, heat=2)
WHAT_IF = CardFacts(id="tankom/film", kind="twist", pile=False)
WHAT_ELSE = CardFacts(id="tankom/barn", kind="twist", pile=False)
PILE = (LIGHT, OTHER, THIRD, HEAVY, SCALE, MIRROR, QUESTION)
STARTER = CardFacts(id="lofte/start", kind="pledge", pile=False)

WHOLE = "frame checkin round harvest pledge debrief"


def steps_of(programme: str) -> tuple[Step, ...]:
    """ "round:prov/luren/1 pledge" -> steps; after the colon a chosen card, after an @ the block."""
    return tuple(_step(word) for word in programme.split())


def _step(word: str) -> Step:
    word, _, block = word.partition("@")
    kind, _, card = word.partition(":")
    return Step.model_validate({"kind": kind, "minutes": 6, "card": card or None, "block": int(block or 0)})


def sheet(card: CardFacts) -> Sheet:
    """Words for a card, each telling what it is."""
    text: dict[str, Any] = {
        name: f"{card.id} {name}"
        for name in (
            "title",
            "situation",
            "warn",
            "twist",
            "perspective",
            "prevent",
            "facilitator",
            "read_aloud",
        )
    }
    text["questions"] = [f"{card.id} question {n}" for n in range(card.questions)]
    text["steps"] = [f"{card.id} step {n}" for n in range(card.steps)]
    text["refs"] = [{"label": "Lagen", "paragraph": "1 §", "checked_on": "2026-01-01"}]
    text["options"] = [
        {"text": f"{card.id} {letter}", "speaks_for": f"{card.id} for {letter}", "values": ["värme"]}
        for letter in "abcde"[: card.options or 5]
    ]
    if card.kind == "pledge":
        text |= {"when": "När jag …", "then": "så ska jag …"}
    return Sheet("prov", {"sv": text, "en": text}, {"sv": list(card.themes), "en": list(card.themes)})


def shelf(cards: Sequence[CardFacts]) -> Shelf:
    """The words of these cards."""
    return Shelf({card.id: sheet(card) for card in cards})


class Session(Game):
    """A game with hands: enter, press next, vote, wait, look."""

    def __init__(self, programme: str, cards: Sequence[CardFacts], settings: Settings, seed: int) -> None:
        opened = open_room("r1", "FKT-482", settings, steps_of(programme), (), cards, now=0)
        super().__init__(opened, MemoryFacts(seed=seed, now=1_000))
        self.shelf = shelf(cards)

    # --- who ---

    def host(self) -> Actor:
        return self.enter("host")

    def table(self, seats: int = 3, team: int | None = None) -> Actor:
        return self.enter("table", seats, team)

    def solo(self, team: int | None = None) -> Actor:
        return self.enter("solo", 1, team)

    def screen(self, team: int | None = None) -> Actor:
        return self.enter("screen", 0, team)

    def team(self, actor: Actor) -> Team:
        """The actor's team as it stands."""
        team = self.room.team_of(actor.station)
        assert team is not None
        return team

    def stage(self, actor: Actor) -> Stage:
        """Where the actor's team, or the hall, is."""
        team = self.room.team_of(actor.station)
        return team.stage if team else self.room.stage

    def place(self, actor: Actor) -> tuple[str, int]:
        return self.stage(actor).place

    # --- what ---

    def refused(self, actor: Actor, command: Command) -> str:
        """The code with which a command is refused; nothing changed."""
        before = self.room
        with pytest.raises(Refused) as refusal:
            self.decide(actor, command)
        assert self.room is before
        return refusal.value.code

    def next(self, actor: Actor) -> list[str]:
        return self.does(actor, OpenNext(serial=self.serial(actor)))

    def vote(self, actor: Actor, choices: str) -> None:
        """Each of the actor's seats in turn: "a b pass"; "-" leaves one out."""
        for seat, choice in zip(self.seats(actor), choices.split(), strict=True):
            if choice != "-":
                self.does(actor, CastVote(seat=seat, serial=self.serial(actor), choice=choice))

    def check_in(self, actor: Actor, *numbers: int | None) -> None:
        for seat, number in zip(self.seats(actor), numbers, strict=True):
            self.does(actor, CheckIn(seat=seat, serial=self.serial(actor), number=number))

    def note(
        self, actor: Actor, text: str, tag: Literal["strengthen", "improve", "act"] = "strengthen"
    ) -> str:
        """A new note; its id."""
        before = set(self.team(actor).notes)
        self.does(actor, WriteNote(serial=self.serial(actor), text=text, tag=tag))
        (note,) = set(self.team(actor).notes) - before
        return note

    def pledge(self, actor: Actor, when: str, then: str, *, share: bool = False, seat: int = 0) -> None:
        words = pledged(when, then, share=share) if when else {}
        sent = MakePledge(seat=self.seats(actor)[seat], serial=self.serial(actor), **words)
        self.does(actor, sent)

    def wait(self, ms: int) -> list[str]:
        """The clock moves on, and what is due happens."""
        self.facts.now += ms
        happened: list[str] = []
        while dues := [due for due in deadlines(self.room) if due.at <= self.facts.now]:
            happened += self.does(SYSTEM, TimeUp(team=dues[0].team, serial=dues[0].serial))
        return happened

    def until(self, actor: Actor, phase: str, round_: int = 1) -> None:
        """Whoever leads - a host at the hall's pace, else a table - moves on, with cards but without
        votes.
        """
        for _ in range(60):
            if self.place(actor) == (phase, round_):
                return
            self._move(actor)
        raise AssertionError(f"never came to {phase} {round_}, but to {self.place(actor)}")

    def _move(self, actor: Actor) -> None:
        serial = self.serial(actor)
        if self.place(actor)[0] != "draw":
            self.does(actor, OpenNext(serial=serial))
        elif self.room.team_of(actor.station):
            self.does(actor, DrawCard(serial=serial))
        else:
            self.does(actor, DealCard(serial=serial, ready=True))

    def view(self, actor: Actor, presence: Presence = HERE) -> dict[str, Any]:
        """All that this station may see."""
        assert actor.station
        return view(self.room, actor.station, self.shelf, self.own, presence)

    def may(self, actor: Actor) -> list[str]:
        commands: list[str] = self.view(actor)["you"]["may"]
        return commands


def session(
    programme: str = "round:prov/luren pledge",
    *,
    pace: Literal["table", "hall"] = "table",
    cards: Sequence[CardFacts] = (LIGHT, OTHER, THIRD),
    seed: int = 1,
    **settings: Any,
) -> Session:
    """A room with this programme; further settings are fields of `Settings`."""
    made = Settings.model_validate({"preset": "Prov", "pace": pace, **settings})
    return Session(programme, cards, made, seed)


def at_table(
    phase: str, round_: int = 1, *, seats: int = 3, programme: str = "round:prov/luren pledge", **more: Any
) -> tuple[Session, Actor, Actor]:
    """(session, table, host): one shared machine at its own pace, already come to a phase."""
    played = session(programme, **more)
    table, host = played.table(seats), played.host()
    played.next(host)
    played.until(table, phase, round_)
    return played, table, host


def in_hall(
    phase: str,
    round_: int = 1,
    *,
    tables: Sequence[int] = (3, 3, 3),
    programme: str = "round:prov/luren pledge",
    **more: Any,
) -> tuple[Session, list[Actor], Actor]:
    """(session, tables, host) at the hall's pace, already come to a phase."""
    played = session(programme, pace="hall", **more)
    stations = [played.table(seats, number) for number, seats in enumerate(tables, start=1)]
    host = played.host()
    played.next(host)
    played.until(host, phase, round_)
    return played, stations, host
