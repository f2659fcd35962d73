"""What the rules need to know of a deck's cards; the texts stay in the deck."""

from game.cards.format import Card, Deck, DilemmaText, ExerciseText, OpenText, PledgeText, RankingText, Text
from game.rules.opened import CardFacts


def facts_of(deck: Deck) -> tuple[CardFacts, ...]:
    """One record per card that may be played, in the deck's order, each with the id "deck/card".

    Drafts and retired cards are left out. Pledge starters are there with their kind, for the pledge phase.
    """
    return tuple(_facts(deck, card) for card in deck.cards if card.status == "reviewed")


def _facts(deck: Deck, card: Card) -> CardFacts:
    text: Text = dict(card.text)[deck.source]
    return CardFacts(
        id=f"{deck.slug}/{card.id}",
        kind=card.kind,
        heat=card.heat,
        minutes=card.minutes,
        options=len(text.options) if isinstance(text, DilemmaText | RankingText) else 0,
        questions=len(text.questions) if isinstance(text, DilemmaText | OpenText | PledgeText) else 0,
        steps=len(text.steps) if isinstance(text, ExerciseText) else 0,
        twist=bool(text.twist) if isinstance(text, DilemmaText | OpenText) else False,
        back=_has_back(text),
        themes=card.themes,
        rev=card.rev,
        practice=card.practice,
    )


def _has_back(text: Text) -> bool:
    """Whether the other side has anything to say."""
    if isinstance(text, DilemmaText | RankingText):
        return True
    return isinstance(text, OpenText) and bool(text.perspective or text.prevent or text.refs)
