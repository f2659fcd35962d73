"""The card on the table and the pile beside it."""

from __future__ import annotations

from typing_extensions import TypedDict


class OptionText(TypedDict, total=False):
    text: str
    speaks_for: str
    values: list[str]


class RefText(TypedDict):
    label: str
    paragraph: str
    checked_on: str


class CardText(TypedDict, total=False):
    """What may be read of a card in one language; fields come as the round goes on."""

    title: str
    themes: list[str]
    warn: str
    read_aloud: str
    situation: str
    low: str
    high: str
    options: list[OptionText]
    steps: list[str]
    questions: list[str]
    twist: str
    perspective: str
    prevent: str
    refs: list[RefText]
    facilitator: str  # host only


class CardSlice(TypedDict):
    """`card`: the card on the table."""

    id: str
    deck: str
    kind: str
    heat: int
    minutes: int
    practice: bool
    choices: list[str]  # what may be voted: "a".."e", "1".."10"; own and pass besides
    own: bool  # whether an own answer may be given
    text: dict[str, CardText]


class BackSlice(TypedDict):
    """The back of a card in the pile: no text."""

    heat: int
    themes: dict[str, list[str]]


class DrawSlice(TypedDict):
    """`draw`: the pile."""

    left: int  # cards in the pile
    offer: list[BackSlice]  # what this team may turn
    heavy: bool  # a heavy card was turned: "Är ni redo för ett tungt kort?"
