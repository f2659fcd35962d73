"""The shape of what people may see: one TypedDict per slice. `views.py` fills them, field by field.

A slice is sent whole when it has changed. Times are server milliseconds; the envelope carries the server's
`now`. Texts come in every language of the deck: `{"sv": ..., "en": ...}`.
"""

from __future__ import annotations

from typing_extensions import TypedDict

Words = dict[str, str]
"""language -> text"""


class RoomSlice(TypedDict):
    """`room`: the same for everybody."""

    code: str
    preset: str
    pace: str  # "hall" | "table"
    k_seats: int
    k_tables: int
    locked: bool
    closed: bool
    distribution: bool  # False in Solo: no counts are ever shown
    decks: list[DeckSlice]
    tables: int  # teams with at least one seat
    seats: int
    host: str  # "here" | "gone" | "long_gone" (three minutes: a team may go on by itself)


class DeckSlice(TypedDict):
    slug: str
    version: str
    title: Words
    licence: str
    authors: list[str]


class StageSlice(TypedDict):
    """`stage`: where this team (or, for host and hall screen, the hall) is."""

    step: int  # -1 in the lobby, len(steps) when closed
    steps: int
    kind: str  # of the step: frame, checkin, practice, round, break, harvest, pledge, debrief; "" outside
    phase: str
    round: int  # 1 or 2: which vote, which part of the check-in, which screen of the debrief
    serial: int
    card: int  # number of this card, 0 when none; practice does not count
    cards: int  # cards in the programme
    total: int  # ms of the soft timer, 0 when there is none
    ends: int | None  # server ms when the sand has run; None when frozen or none
    left: int | None  # ms left while frozen
    hard: bool
    paused: str  # "" | "host" | "restart" | "team" | "timeout"
    pause_text: str
    pause_until: int | None
    alone: bool  # this team goes at its own pace for now


class SeatSlice(TypedDict):
    id: str
    symbol: int  # 0..: which symbol and colour
    away: bool
    station: str


class TeamSlice(TypedDict):
    """`team`: one's own team."""

    id: str
    number: int
    seats: list[SeatSlice]
    reader: str | None  # seat
    writer: str | None
    way: str  # "pass_around" | "cards_up"
    remote: bool  # seats on more than one station
    timeout: bool
    help: bool
    swap_left: bool
    asked_time: int  # seats that asked for more time


class ProgressSlice(TypedDict):
    """`progress`: how many are done with the open vote, check-in, marking, pledge or rating. Never who."""

    done: int
    of: int
    closed: bool
    grace: int | None  # server ms when a complete vote closes


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


class CountsSlice(TypedDict):
    """One vote, counted. `votes` follows the card's `choices`."""

    votes: list[int]
    own: int
    passed: int
    missing: int
    confidence: list[int] | None  # [unsure, fairly sure, sure] when three or more gave it
    own_texts: list[str]


class ResultSlice(TypedDict):
    """`result`: the team's own counts, on its own stations, from the reveal on."""

    before: CountsSlice | None
    after: CountsSlice | None
    changed: int | None  # of `paired`, when three or more are paired
    paired: int | None
    ask: bool  # a small remote team: counts come when everybody has asked; False once a voter has left
    asked: int


class PromptSlice(TypedDict):
    """One prompt of the talk; the client words it.

    kind: least, more, unchosen, own, unanimous, around, lowest, highest, passed, question, ours
    """

    kind: str
    choice: str  # "" when none
    drawn: bool  # its place in the order was drawn by the server
    index: int  # of the card's question; -1 otherwise


class TalkSlice(TypedDict):
    """`talk`."""

    prompts: list[PromptSlice]
    shown: int
    twist: bool  # turned up


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


class StarterSlice(TypedDict):
    title: Words
    when: Words
    then: Words


class PledgeSlice(TypedDict):
    """`pledge`: starters to lean on."""

    starters: list[StarterSlice]


class YouSlice(TypedDict):
    """`you`: what this station is and may do."""

    station: str
    kind: str
    team: str | None
    seats: list[str]
    acknowledged: bool
    may: list[str]  # command types that would be heard now
    own: dict[str, OwnSlice]  # solo only: the seat's own sealed choice while it may be changed
    done: list[str]  # this station's seats that are done with what is open
    listeners: list[str]  # seats that talk but do not vote in this round
    receipts: dict[str, list[str]]  # seat -> three words


class OwnSlice(TypedDict, total=False):
    """What a solo seat has sealed, field by field what it sent."""

    choice: str
    confidence: int
    text: str
    number: int
    when: str
    then: str
    share: bool
    buddy: bool


class ChartSlice(TypedDict):
    """Before and after over all tables, at k and above."""

    step: int
    card: str
    kind: str
    title: Words
    choices: list[str]
    options: dict[str, list[str]]  # language -> option texts
    before: list[int]
    after: list[int]
    changed: int
    paired: int
    seats: int
    tables: int


class WallSlice(TypedDict):
    id: str
    kind: str  # strengthen, improve, act, pledge
    text: str
    released: bool


class WhereSlice(TypedDict):
    """How many tables are in one step; never which."""

    step: int  # -1 before the first, len(steps) after the last
    kind: str  # of the step; "" outside
    card: int  # number of the round, 0 when it is none
    tables: int


class HallSlice(TypedDict):
    """`hall`: what the whole hall may see. Silent until the host opens a chart."""

    done: int  # tables done with the open vote
    of: int
    silent: bool  # a card is between its first vote and its opened comparison
    checkin: list[int] | None
    checkin_median: float | None
    charts: list[ChartSlice]
    rating: dict[str, list[int]] | None
    wall: list[WallSlice]
    where: list[WhereSlice]  # at the tables' own pace, in the programme's order; empty otherwise


class TileSlice(TypedDict):
    """`tile:<team>`: one table, for the host. n of m, never who, never what."""

    id: str
    number: int
    seats: int
    present: int
    stations: list[TileStation]
    step: int
    phase: str
    round: int
    serial: int
    done: int
    of: int
    closed: bool
    ends: int | None
    left: int | None
    paused: bool
    timeout: bool
    help: bool
    needs_time: bool
    alone: bool
    card: str
    title: Words
    kind: str
    choices: list[str]
    may: list[str]  # commands that the host may send for this table now


class TileStation(TypedDict):
    id: str
    kind: str
    seats: int
    lost: bool  # not heard for ten seconds


class StepSlice(TypedDict):
    kind: str
    minutes: float
    block: int
    title: Words  # of the chosen card; empty otherwise
    opened: int | None
    closed: int | None


class PlayedSlice(TypedDict):
    """A card that a table plays by itself, with what helps the host with it."""

    id: str
    title: Words
    situation: Words
    facilitator: Words
    perspective: Words


class HostSlice(TypedDict):
    """`host`: what only the host sees."""

    steps: list[StepSlice]
    opened: int | None
    factor: int
    needs_time: int
    help: list[str]
    cards: list[PileCard]  # cards left in the pile, to deal from
    facilitator: Words  # notes to the card that lies on the hall's table
    perspective: Words
    played: list[PlayedSlice]  # at the tables' own pace: every card that is being played
    charts: list[ChartSlice]  # before they are opened, at k and above
    shown: list[str]
    checkin: list[int] | None
    rating: dict[str, list[int]] | None
    wall: list[WallSlice]
    screens: list[TileStation]


class PileCard(TypedDict):
    id: str
    title: Words
    heat: int
    kind: str
    themes: dict[str, list[str]]


class Slices(TypedDict, total=False):
    """A view: every slice by name. Host views also hold one `tile:<team>` per table (TileSlice)."""

    room: RoomSlice
    stage: StageSlice
    team: TeamSlice
    progress: ProgressSlice
    card: CardSlice
    draw: DrawSlice
    result: ResultSlice
    talk: TalkSlice
    notes: NotesSlice
    harvest: HarvestSlice
    pledge: PledgeSlice
    you: YouSlice
    hall: HallSlice
    host: HostSlice
