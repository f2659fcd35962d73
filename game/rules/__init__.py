"""The rules of Bemöt, and nothing else: no clock, no dice, no network, no screen. Read this first.

People send commands; `decide` turns a room, who sends, what, and the facts into events, or refuses. A room is
the fold of its events. What anybody may see is a `view`. Here is a whole small game, two seats at one shared
machine.

>>> from game.rules import *
>>> card = CardFacts(id="motet/luren", kind="dilemma", options=3, questions=1, twist=True)
>>> steps = (Step(kind="round", minutes=12), Step(kind="pledge", minutes=6))
>>> settings = Settings(preset="Small", pace="table")
>>> opened = open_room("r1", "FKT-482", settings, steps, (), [card], now=0)

Facts are all that is impure: the clock, the dice, new ids, and the sealed ballots. Tests and this example
keep them in memory; the server keeps them in its database.

>>> facts = MemoryFacts()
>>> game = Game(opened, facts)

A shared machine comes through the door with two seats; the host opens the session.

>>> table = game.enter("table", seats=2)
>>> host = game.enter("host")
>>> red, blue = game.room.team_of(table.station).seats
>>> game.does(host, OpenNext(serial=game.room.stage.serial))
['phase_opened', 'cards_offered']

The reader turns the card and reads it aloud; then the options come up and everybody votes alone.

>>> game.does(table, DrawCard(serial=game.serial(table)))
['card_dealt', 'phase_opened']
>>> game.does(table, OpenNext(serial=game.serial(table)))
['phase_opened']
>>> vote = game.serial(table)
>>> game.does(table, CastVote(seat=red, serial=vote, choice="a"))
['vote_cast']

Nothing in the room or its log knows that it was an a. Everybody sees only how many are done.

>>> "choice" in repr(game.room), team_slices(game.room, table.team, Shelf({}))["progress"]["done"]
(False, 1)

The second vote completes the round; five seconds later it closes and the table's own counts are turned up.

>>> game.does(table, CastVote(seat=blue, serial=vote, choice="c"))
['vote_cast', 'grace_set']
>>> facts.now += 5_000
>>> game.does(SYSTEM, TimeUp(team=table.team, serial=vote))
['vote_closed', 'phase_opened', 'revealed']
>>> game.room.teams[table.team].turn.before.votes
(1, 0, 1)

They talk: the quiet view first, ties drawn. Then they vote again, and see what the talk did.

>>> game.does(table, OpenNext(serial=game.serial(table)))
['phase_opened', 'prompts_laid']
>>> [(prompt.kind, prompt.drawn) for prompt in game.room.teams[table.team].turn.prompts]
[('least', True), ('more', True), ('unchosen', False), ('question', False), ('ours', False)]
>>> game.does(table, OpenNext(serial=game.serial(table)))
['phase_opened']
>>> second = game.serial(table)
>>> for seat in (red, blue):
...     _ = game.does(table, CastVote(seat=seat, serial=second, choice="c"))
>>> game.does(table, CloseVote(serial=second))
['vote_closed', 'phase_opened', 'compared']
>>> game.room.teams[table.team].turn.after.votes, facts.boxes
((0, 0, 2), {})

The ballots and the key that could pair them with seats are gone. A refusal says why, in words for people.

>>> game.does(table, CastVote(seat=red, serial=second, choice="b"))
Traceback (most recent call last):
...
game.rules.errors.Stale: wrong_round
"""

from game.rules.command import *  # noqa: F403 - the commands are the vocabulary
from game.rules.command import Command, FromPeople, Who
from game.rules.deadlines import Due, deadlines
from game.rules.draft import Decision, Facts, evolve, replay
from game.rules.engine import decide, may
from game.rules.errors import SENTENCES, Malformed, Missing, NotAllowed, Refused, Stale
from game.rules.event import EVENT, AnyEvent, Event, RoomOpened, StationEntered
from game.rules.kinds import KINDS
from game.rules.memory import Game, MemoryFacts
from game.rules.model import SYSTEM, Actor, Counts, Presence, Room, Stage, Team, Turn
from game.rules.opened import CardFacts, DeckRef, Settings, Step
from game.rules.phases import PHASES
from game.rules.presets import PRESETS, Preset, open_room, own_preset, plan, settings_of
from game.rules.sealed import Ballot, Destroy, KeptPledge, Seal
from game.rules.seated import Seat, Station
from game.rules.views import Sheet, Shelf, audience, changes, shared, team_slices, view, you

__all__ = [
    "EVENT",
    "KINDS",
    "PHASES",
    "PRESETS",
    "SENTENCES",
    "SYSTEM",
    "Actor",
    "AnyEvent",
    "Ballot",
    "CardFacts",
    "Command",
    "Counts",
    "Decision",
    "DeckRef",
    "Destroy",
    "Due",
    "Event",
    "Facts",
    "FromPeople",
    "Game",
    "KeptPledge",
    "Malformed",
    "MemoryFacts",
    "Missing",
    "NotAllowed",
    "Presence",
    "Preset",
    "Refused",
    "Room",
    "RoomOpened",
    "Seal",
    "Seat",
    "Settings",
    "Sheet",
    "Shelf",
    "Stage",
    "Stale",
    "Station",
    "StationEntered",
    "Step",
    "Team",
    "Turn",
    "Who",
    "audience",
    "changes",
    "deadlines",
    "decide",
    "evolve",
    "may",
    "open_room",
    "own_preset",
    "plan",
    "replay",
    "settings_of",
    "shared",
    "team_slices",
    "view",
    "you",
]
