"""What a kind of card promises: what may be voted, and in which order the talk is prompted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.rules.model import Counts, Prompt
from game.rules.opened import CardFacts

Shuffle = Callable[[Sequence[str]], tuple[str, ...]]
"""Draws an order; the server's dice."""


def nothing(card: CardFacts) -> tuple[str, ...]:
    """No choices: a card that is only talked about."""
    return ()


def no_prompts(choices: Sequence[str], counts: Counts, shuffled: Shuffle) -> tuple[Prompt, ...]:
    """No prompts of the kind's own: only the card's questions."""
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of card.

    `choices` gives what may be voted, in the order counts are kept in; empty means that there is no vote.
    `prompts` gives the talk's opening prompts from the counted first vote.
    """

    name: str
    drawn: bool = True
    """Whether it is drawn in a round."""
    own: bool = False
    """Whether a seat may give an answer of its own."""
    ordered: bool = False
    """Whether a vote puts all the choices in order, instead of picking one."""
    front: tuple[str, ...] = ()
    """What else than the situation stands on its front, to be read from the beginning."""
    choices: Callable[[CardFacts], tuple[str, ...]] = nothing
    prompts: Callable[[Sequence[str], Counts, Shuffle], tuple[Prompt, ...]] = no_prompts

    def takes(self, choice: str, card: CardFacts) -> bool:
        """Whether this may be chosen on the card; a pass always may."""
        choices = self.choices(card)
        if choice == "pass":
            return True
        if self.ordered:
            return sorted(choice) == sorted(choices)
        return choice in choices or (self.own and choice == "own")


def quiet_first(choices: Sequence[str], counts: Counts, shuffled: Shuffle) -> tuple[Prompt, ...]:
    """The least chosen option opens, the rest ascending; then the best that can be said for one nobody chose.

    Ties are drawn, and marked as drawn. When all agree, somebody absent is imagined; when all differ, the
    table speaks once round; when all passed, the card's questions carry the talk.
    """
    votes = {choice: n for choice, n in zip(choices, counts.votes, strict=True) if n}
    own = (Prompt(kind="own"),) if counts.own else ()
    if not votes:
        return own or (Prompt(kind="passed"),)
    if len(votes) == 1 and not counts.own:
        return (Prompt(kind="unanimous", choice=next(iter(votes))),)
    unchosen = [choice for choice, n in zip(choices, counts.votes, strict=True) if not n]
    last = (
        (Prompt(kind="unchosen", choice=shuffled(unchosen)[0], drawn=len(unchosen) > 1),) if unchosen else ()
    )
    if len(votes) + counts.own == counts.cast and counts.cast > 2:
        return (Prompt(kind="around"), *last)
    return (*own, *_ascending(votes, shuffled), *last)


def _ascending(votes: dict[str, int], shuffled: Shuffle) -> tuple[Prompt, ...]:
    prompts: list[Prompt] = []
    for n in sorted(set(votes.values())):
        tied = [choice for choice, m in votes.items() if m == n]
        for choice in shuffled(tied) if len(tied) > 1 else tied:
            prompts.append(Prompt(kind="more" if prompts else "least", choice=choice, drawn=len(tied) > 1))
    return tuple(prompts)


def edges_first(choices: Sequence[str], counts: Counts, shuffled: Shuffle) -> tuple[Prompt, ...]:
    """On a scale the two ends of what was chosen speak first; which of them begins is drawn when they are as
    many.
    """
    chosen = [choice for choice, n in zip(choices, counts.votes, strict=True) if n]
    if not chosen:
        return (Prompt(kind="passed"),)
    if len(chosen) == 1:
        return (Prompt(kind="unanimous", choice=chosen[0]),)
    votes = dict(zip(choices, counts.votes, strict=True))
    low, high = chosen[0], chosen[-1]
    tied = votes[low] == votes[high]
    first = shuffled((low, high))[0] if tied else min((low, high), key=lambda choice: votes[choice])
    order = (low, high) if first == low else (high, low)
    return tuple(
        Prompt(kind="lowest" if choice == low else "highest", choice=choice, drawn=tied) for choice in order
    )
