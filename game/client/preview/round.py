"""One card played in memory through the real rules, and what two stations see of it, moment by moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from game.cards.facts import facts_of
from game.cards.format import Card, Deck
from game.cards.sheets import shelf_of
from game.client.news import Status, ViewChanged
from game.client.play import Play
from game.rules import Actor, CardFacts, Game, MemoryFacts, Settings, Sheet, Shelf, Step, open_room, view
from game.rules.command import (
    AcceptHeavy,
    Acknowledge,
    CastVote,
    CheckIn,
    CloseVote,
    DrawCard,
    OpenNext,
    OpenTwist,
    ShowPrompt,
)
from game.rules.kinds import KINDS

Station = Literal["own", "wall"]
"""A screen of one's own, or the wall screen of a table."""
STATIONS: Final[tuple[Station, ...]] = ("own", "wall")
OTHER: Final = CardFacts(id="-/annat-kort", kind="dilemma", options=4, questions=1)
"""What a twist is turned up on, and what fills the pile where a card is never drawn."""
OTHER_TEXT: Final[Mapping[str, Mapping[str, Any]]] = {
    "sv": {"title": "Ett annat kort", "questions": ["Här står en fråga från kortet som ligger på bordet."]},
    "en": {"title": "Another card", "questions": ["Here is a question from the card on the table."]},
}


@dataclass(frozen=True)
class Moment:
    """A place in the programme, and the whole view of each station there.

    `opens` is what the person at the screen has opened there, by the name that the scene remembers it by.
    """

    phase: str
    round: int
    views: Mapping[Station, Mapping[str, Any]]
    opens: Mapping[str, Any] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """Such as "vote 1", for a finding."""
        return " ".join([self.phase, str(self.round), *self.opens])

    def play(self, station: Station) -> Play:
        """What the scenes are handed at this station; what is pressed there goes nowhere."""
        play = Play(
            send=lambda command: "",
            state=lambda command_id: None,
            leave=lambda: None,
            configure=lambda settings: None,
        )
        play.take(Status("online", 0.0))
        play.take(ViewChanged(1, self.views[station], 0))
        play.fleeting.update(self.opens)
        return play


def played(deck: Deck, card: Card) -> Iterator[Moment]:
    """Everything that players meet of the card: its round, and for a scale the check-in too; for a pledge
    starter the pledge; for a twist the talk about some other card. Time stands still at 0 all the way.
    """
    facts, shelf = _known(deck, card)
    if card.kind == "pledge":
        steps = [Step(kind="pledge", minutes=6)]
    elif KINDS[card.kind].drawn:
        steps = [Step(kind="round", minutes=card.minutes, card=facts.id)]
    else:
        steps = [Step(kind="round", minutes=12, card=OTHER.id)]
    if card.kind == "scale":
        steps.append(Step(kind="checkin", minutes=4, card=facts.id))
    pile = [facts] if KINDS[card.kind].drawn else [facts, OTHER]
    for step in steps:
        for moment in _through(step, pile, shelf):
            if card.kind != "twist" or _twisted(moment):
                yield moment


def _known(deck: Deck, card: Card) -> tuple[CardFacts, Shelf]:
    """The card as if it were alone in its deck, and as if it could be played: drafts and retired cards must
    be readable too, and so must a card that lacks the language that the deck is written in.
    """
    source = deck.source if deck.source in card.text else next(iter(card.text))
    kept = card.model_copy(update={"status": "reviewed"})
    alone = deck.model_copy(update={"cards": (kept,), "source": source})
    shelf = shelf_of([alone])
    return facts_of(alone)[0], Shelf({**shelf.sheets, OTHER.id: Sheet(deck.slug, OTHER_TEXT)}, shelf.decks)


def _twisted(moment: Moment) -> bool:
    talk = moment.views["own"].get("talk")
    return bool(talk and talk["what_if"])


def _through(step: Step, pile: list[CardFacts], shelf: Shelf) -> Iterator[Moment]:
    """The step from its beginning to its end."""
    settings = Settings(preset="APT 30", pace="table")
    game = Game(open_room("fit", "FIT-000", settings, (step,), (), pile, 0), MemoryFacts())
    solo, wall, host = game.enter("solo"), game.enter("screen", team=1), game.enter("host")
    game.does(solo, Acknowledge())
    game.does(host, OpenNext(serial=game.room.stage.serial))
    for opens in _walk(game, solo):
        stage = game.room.teams[str(solo.team)].stage
        views = {"own": _seen(game, solo, shelf), "wall": _seen(game, wall, shelf)}
        yield Moment(stage.phase, stage.round, views, opens)  # type: ignore[arg-type]


def _seen(game: Game, actor: Actor, shelf: Shelf) -> dict[str, Any]:
    assert actor.station
    return view(game.room, actor.station, shelf, {})


def _walk(game: Game, solo: Actor) -> Iterator[Mapping[str, Any]]:
    """Place by place; in the talk prompt by prompt, first with the twist face down."""
    own = game.room.teams[str(solo.team)]
    while own.stage.phase != "closed":
        serial, phase = own.stage.serial, own.stage.phase
        yield {}
        if phase == "draw":
            game.does(solo, DrawCard(serial=serial))
            if game.serial(solo) == serial:
                yield {}
                game.does(solo, AcceptHeavy(serial=serial))
        elif phase == "vote":
            choice = _choice(game, solo)
            game.does(solo, CastVote(seat=game.seats(solo)[0], serial=serial, choice=choice))
            game.does(solo, CloseVote(serial=serial))
        else:
            if phase == "talk":
                yield from _talk(game, solo, serial)
            elif phase == "pledge":
                yield {"starters": True}
            elif own.stage.place == ("checkin", 1):
                game.does(solo, CheckIn(seat=game.seats(solo)[0], serial=serial, number=7))
            game.does(solo, OpenNext(serial=serial))
        own = game.room.teams[str(solo.team)]


def _choice(game: Game, solo: Actor) -> str:
    """The first choice, or on a ranking all of them in the card's order."""
    turn = game.room.teams[str(solo.team)].turn
    assert turn is not None
    card = game.room.cards[turn.card]
    choices = KINDS[card.kind].choices(card)
    return "".join(choices) if KINDS[card.kind].ordered else choices[0]


def _talk(game: Game, solo: Actor, serial: int) -> Iterator[Mapping[str, Any]]:
    turn = game.room.teams[str(solo.team)].turn
    assert turn is not None
    if game.room.cards[turn.card].twist or any(card.kind == "twist" for card in game.room.cards.values()):
        game.does(solo, OpenTwist(serial=serial))
        yield {}
    for index in range(1, len(turn.prompts)):
        game.does(solo, ShowPrompt(serial=serial, index=index))
        yield {}
