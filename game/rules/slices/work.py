"""What comes of a team's work: counted votes, the talk, notes, marks, and starters for pledges."""

from __future__ import annotations

from typing_extensions import TypedDict

from game.rules.slices.words import Words


class CountsSlice(TypedDict):
    """One vote, counted. `votes` follows the card's `choices`; on a ranking it is how many put each first."""

    votes: list[int]
    places: list[int]  # on a ranking, the sum of the places each choice got (1 is first); else empty
    own: int
    passed: int
    missing: int
    confidence: list[int] | None  # [unsure, fairly sure, sure] when three or more gave it
    own_texts: list[str]


class ResultSlice(TypedDict):
    """`result`: the team's own counts, on its own stations, from the reveal on."""

    before: CountsSlice | None
    after: CountsSlice | None
    changed: int | None  # of `paired`, when three or more are paired and nobody, or k seats, voted only once
    paired: int | None
    ask: bool  # a small remote team: counts come when everybody has asked; False once a voter has left
    asked: int
    hidden: bool  # votes that stay hidden: so few, on several machines, and a voter has left


class PromptSlice(TypedDict):
    """One prompt of the talk; the client words it.

    kind: least, more, unchosen, own, unanimous, around, lowest, highest, passed, step, question, ours
    """

    kind: str
    choice: str  # "" when none
    drawn: bool  # its place in the order was drawn by the server
    index: int  # of the card's step or question; -1 otherwise


class TalkSlice(TypedDict):
    """`talk`."""

    prompts: list[PromptSlice]
    shown: int
    twist: bool  # turned up
    what_if: Words  # another "what if", from a twist deck; empty until it is turned up


class NoteSlice(TypedDict):
    id: str
    card: str
    title: Words
    tag: str
    text: str
    editable: bool


class NotesSlice(TypedDict):
    """`notes`: the team's own."""

    notes: list[NoteSlice]


class HarvestSlice(TypedDict):
    """`harvest`."""

    strengthen: list[str]  # note ids that may be marked now
    improve: list[str]
    again: bool  # tied once: talk a minute, mark again
    chosen_strengthen: str | None
    chosen_improve: str | None
    settled: bool
    drawn: bool  # still tied: the server drew


class KeptCard(TypedDict):
    id: str
    title: Words
    questions: dict[str, list[str]]  # language -> what the card asks


class KeepSlice(TypedDict):
    """`keep`: what a table may take home with its notes, once it has come to the end. Never a count."""

    started: int | None  # server ms: the day of it
    cards: list[KeptCard]  # that it has talked about, in order
    strengthen: str | None  # note ids: what its harvest settled on
    improve: str | None


class StarterSlice(TypedDict):
    title: Words
    when: Words
    then: Words


class RecallSlice(TypedDict):
    """`recall`: the session whose pledges are asked about."""

    room: str  # its id, which its receipts are salted with; "" when it is not known
    date: str  # as 2026-11-22


class PledgeSlice(TypedDict):
    """`pledge`: what its receipt is salted with, and starters to lean on."""

    room: str
    starters: list[StarterSlice]
