"""What holds in every state that people can press themselves into."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pydantic import TypeAdapter

from game.rules import (
    EVENT,
    SENTENCES,
    SYSTEM,
    Actor,
    Command,
    Presence,
    Refused,
    Room,
    TimeUp,
    Who,
    deadlines,
    decide,
    evolve,
    may,
    replay,
    view,
)
from game.rules.command import (
    AcceptHeavy,
    CloseRoom,
    ContinueAlone,
    DealCard,
    DrawCard,
    EndTimeout,
    OpenNext,
    Recover,
    Resume,
    SkipStep,
)
from game.rules.counting import CHECKIN_BOX, RATING_BOX
from game.rules.phases import harvest, pledge
from game.rules.slices import Slices, TileSlice
from tests.rules.anything import KINDS, PRIVATE, SECRET, SIMPLE, actors, command_for, of_the_server, serial_of
from tests.rules.build import EXERCISE, FACT, PILE, RANKING, STARTER, WHAT_IF, Session, session, shelf

SLICES: TypeAdapter[Slices] = TypeAdapter(Slices)
TILE: TypeAdapter[TileSlice] = TypeAdapter(TileSlice)
EVERY_KIND = (*PILE, RANKING, FACT, EXERCISE, STARTER, WHAT_IF)
WORDS = shelf(EVERY_KIND)
PROGRAMMES = (
    "frame checkin practice round round@1 harvest pledge debrief",
    "round round round",
    "checkin round:prov/luren harvest pledge",
    "frame round:prov/tung break pledge",
    "debrief",
)
LEADING = ("open_next", "deal_card", "draw_card", "accept_heavy")
RARE = frozenset({
    "check_in", "mark_harvest", "make_pledge", "rate", "write_note", "tally_cards", "swap_card",
    "show_counts", "ask_time", "open_twist", "show_prompt", "end_timeout", "continue_alone",
    "gather_teams", "vote_again", "set_pace", "arrange_steps", "raise_hand",
})  # fmt: skip
VOTES = st.lists(st.sampled_from(["a", "b", "cab", "own", "pass", "-"]), min_size=1, max_size=5)
LONG_GONE = 200_000


def places(room: Room) -> list[Any]:
    """Where everybody is."""
    stages = [room.stage, *(team.stage for team in room.teams.values())]
    return [(stage.step, stage.place) for stage in stages]


def tried(played: Session, actor: Actor, command: Command) -> str | None:
    """The refusal's code, or None when it was granted."""
    try:
        played.decide(actor, command)
    except Refused as refusal:
        return refusal.code
    return None


class AnySession(RuleBasedStateMachine):
    """A room in which anybody presses anything at any time."""

    @initialize(
        programme=st.sampled_from(PROGRAMMES),
        pace=st.sampled_from(["table", "hall"]),
        more=st.fixed_dictionaries(
            {
                "hard": st.booleans(),
                "way": st.sampled_from(["pass_around", "cards_up"]),
                "distribution": st.booleans(),
                "self_start": st.booleans(),
                "k_tables": st.sampled_from([1, 2]),
                "k_seats": st.just(5),
            }
        ),
        seats=st.lists(st.integers(0, 5), min_size=1, max_size=3),
    )
    def open(self, programme: str, pace: Any, more: dict[str, Any], seats: list[int]) -> None:
        """Tables with so many seats; 0 is a hall screen."""
        self.played = session(programme, pace=pace, cards=EVERY_KIND, **more)
        self.played.host()
        for number, n in enumerate(seats, start=1):
            self.played.table(n, number) if n else self.played.screen()
        self.checked: Room | None = None
        self.folded, self.seen = replay(self.played.log), len(self.played.log)

    @rule(kind=st.sampled_from(["solo", "table", "screen", "host"]), team=st.sampled_from([None, 1, 2, 3]))
    @precondition(lambda self: len(self.played.room.stations) < 8)
    def somebody_enters(self, kind: Any, team: int | None) -> None:
        before = self.played.room
        try:
            self.played.enter(kind, 2, team)
        except Refused:
            assert self.played.room is before

    @rule(data=st.data())
    @precondition(lambda self: self.played.room.stations)
    def somebody_presses_what_their_screen_offers(self, data: st.DataObject) -> None:
        room = self.played.room
        actor = data.draw(st.sampled_from(actors(room)))
        offered = [kind for kind in self._may(actor) if kind not in ("leave", "close_room", "remove_station")]
        if offered:
            self._press(actor, data.draw(command_for(room, actor, offered)))

    @rule(
        moves=st.integers(1, 9),
        votes=st.lists(st.sampled_from(["a", "b", "cab", "own", "pass", "-"]), min_size=1, max_size=5),
    )
    def the_programme_goes_on(self, moves: int, votes: list[str]) -> None:
        """Whoever leads presses on; before that those who may vote do, or leave it ("-")."""
        for turn in range(moves):
            for actor in actors(self.played.room):
                self._vote(actor, votes[turn % len(votes) :] + votes)
            leading = [
                (actor, kind)
                for actor in actors(self.played.room)
                for kind in LEADING
                if kind in self._may(actor)
            ]
            if not leading:
                return
            actor, kind = leading[turn % len(leading)]
            serial = serial_of(self.played.room, actor, None)
            ready = {"ready": True} if kind == "deal_card" else {}
            self._press(actor, KINDS[kind].model_validate({"serial": serial, **ready}))
            self.everything_holds()

    def _vote(self, actor: Actor, votes: list[str]) -> None:
        if "cast_vote" not in self._may(actor):
            return
        for seat, choice in zip(self.played.seats(actor), votes * 8, strict=False):
            if choice != "-":
                text = f"{SECRET} {self.played.room.version}" if choice == "own" else ""
                serial = serial_of(self.played.room, actor, None)
                fields = {"seat": seat, "serial": serial, "choice": choice, "text": text}
                code = tried(self.played, actor, KINDS["cast_vote"].model_validate(fields))
                assert code in (None, "listener", "unknown_option")

    @rule(data=st.data(), presses=st.integers(1, 6))
    def somebody_does_what_only_this_phase_asks(self, data: st.DataObject, presses: int) -> None:
        for _ in range(presses):
            asked = [
                (actor, kind)
                for actor in actors(self.played.room)
                for kind in self._may(actor)
                if kind in RARE
            ]
            if asked:
                actor, kind = data.draw(st.sampled_from(asked))
                self._press(actor, data.draw(command_for(self.played.room, actor, [kind])))

    @rule()
    def a_host_lets_the_clock_run(self) -> None:
        for actor in actors(self.played.room):
            if "resume" in self._may(actor):
                self._press(actor, Resume())

    @rule(data=st.data())
    @precondition(lambda self: self.played.room.stations)
    def somebody_presses_anything(self, data: st.DataObject) -> None:
        room = self.played.room
        actor = data.draw(st.sampled_from(actors(room)))
        kinds = [kind for kind in KINDS if kind != "close_room" and actor.who in KINDS[kind].by]
        self._press(actor, data.draw(command_for(room, actor, kinds)))

    @rule(data=st.data())
    def the_server_asks(self, data: st.DataObject) -> None:
        self._press(SYSTEM, data.draw(of_the_server(self.played.room)))

    @rule(ms=st.sampled_from([1_000, 6_000, 90_000]), gone=st.sampled_from([0, LONG_GONE]))
    def time_passes(self, ms: int, gone: int) -> None:
        self.played.facts.host_gone = gone
        self.played.facts.now += ms
        for _ in range(20):
            due = [due for due in deadlines(self.played.room) if due.at <= self.played.facts.now]
            if not due:
                return
            before = self.played.room.version
            self.played.decide(SYSTEM, TimeUp(team=due[0].team, serial=due[0].serial))
            assert self.played.room.version > before, "a deadline that nothing comes of would ring for ever"

    # --- what always holds ---

    def _press(self, actor: Actor, command: Command) -> None:
        played, before = self.played, self.played.room
        code = tried(played, actor, command)
        if code is not None:
            assert code in SENTENCES
            assert played.room is before
            return
        again = played.fork()
        there = places(again.room)
        tried(again, actor, command)
        assert places(again.room) == there, f"{command.type} sent twice led on twice"

    def _may(self, actor: Actor) -> list[str]:
        return may(self.played.room, actor) if actor.station in self.played.room.stations else []

    @invariant()
    def everything_holds(self) -> None:
        if self.played.room is not self.checked:
            self.the_log_tells_the_room()
            self.every_view_has_its_shape_and_no_secret()
            self.only_open_boxes_are_kept()
            self.what_may_be_pressed_is_granted()
            self.a_restart_asks_nobody_again()
            self.checked = self.played.room

    def a_restart_asks_nobody_again(self) -> None:
        if self.played.room.closed:
            return
        decision = decide(self.played.room, SYSTEM, Recover(beat=self.played.facts.now), self.played.facts)
        assert not {event.type for event in decision.events} & {"vote_cleared", "seats_undone"}

    def the_log_tells_the_room(self) -> None:
        for event in self.played.log[self.seen :]:
            stored = json.loads(json.dumps(event.model_dump(mode="json")))
            self.folded = evolve(self.folded, EVENT.validate_python(stored))
            if event.type not in ("revealed", "compared"):
                assert SECRET not in str(stored)
            assert PRIVATE not in str(stored)
            assert event.team is None or event.team in self.played.room.teams
        self.seen = len(self.played.log)
        assert self.folded == self.played.room

    def every_view_has_its_shape_and_no_secret(self) -> None:
        room, presence = self.played.room, Presence(host="long_gone")
        for station in room.stations.values():
            slices = view(room, station.id, WORDS, self.played.own, presence)
            assert json.loads(json.dumps(slices)) == slices
            assert view(self.folded, station.id, WORDS, self.played.own, presence) == slices
            known = {name: value for name, value in slices.items() if not name.startswith("tile:")}
            assert SLICES.validate_python(known) == known
            assert all(
                TILE.validate_python(tile) == tile for name, tile in slices.items() if name not in known
            )
            _keeps_secrets(slices)

    def only_open_boxes_are_kept(self) -> None:
        room = self.played.room
        allowed = {CHECKIN_BOX, RATING_BOX}
        for team in room.teams.values():
            allowed |= {harvest.box_of(team), pledge.box_of(team)}
            if team.turn and not team.turn.compared and team.stage.phase not in ("perspective", "note"):
                allowed.add(team.turn.box)
        assert set(self.played.facts.boxes) <= (set() if room.closed else allowed)

    def what_may_be_pressed_is_granted(self) -> None:
        for actor in actors(self.played.room):
            for kind in self._may(actor):
                if kind in SIMPLE:
                    fork = self.played.fork()
                    fields = {"serial": serial_of(fork.room, actor, None)}
                    assert tried(fork, actor, KINDS[kind].model_validate(fields)) is None, (actor, kind)

    def teardown(self) -> None:
        if hasattr(self, "played") and not self.played.room.closed:
            lead_home(self.played.fork())
            walk_home_without_a_host(self.played.fork())


def _keeps_secrets(slices: dict[str, Any]) -> None:
    """The typed words of a choice are nowhere but in its own echo, and on the own table once counted."""
    own = slices["you"]["own"]
    assert not own or slices["you"]["kind"] == "solo"
    result = slices.get("result")
    if result:
        assert slices["stage"]["phase"] in ("reveal", "talk", "compare", "perspective", "note")
        result = {
            name: {**side, "own_texts": []} if isinstance(side, dict) else side
            for name, side in result.items()
        }
    rest = {**slices, "you": {**slices["you"], "own": {}}, "result": result}
    told = json.dumps(rest)
    assert SECRET not in told
    assert PRIVATE not in told


def lead_home(played: Any) -> None:
    """However it stands, a host who comes to the board leads it to the end without closing it by force."""
    host = played.enter("host") if not played.room.closed else None
    for _ in range(200):
        room = played.room
        if room.closed:
            return
        assert host is not None
        if room.paused:
            played.decide(host, Resume())
            continue
        before = room.version
        for team in list(room.teams.values()) if room.started is not None else ():
            if played.room.closed:
                break
            if team.paused:
                played.decide(host, Resume(team=team.id))
            if team.timeout:
                played.decide(host, EndTimeout(team=team.id, how="continue"))
            elif room.settings.pace == "table" and team.stage.phase != "closed":
                played.decide(host, SkipStep(team=team.id, serial=played.room.teams[team.id].stage.serial))
        if not played.room.closed and (room.settings.pace == "hall" or room.started is None):
            serial = played.room.stage.serial
            dealt = DealCard(serial=serial, ready=True)
            if played.room.own or tried(played, host, dealt) is not None:
                kind = SkipStep if played.room.stage.phase == "draw" else OpenNext
                played.decide(host, kind(serial=serial))
        if played.room.version == before:
            # Every table has come to its end, or is empty: what is left is for the host to close.
            assert all(team.stage.phase == "closed" for team in played.room.teams.values() if team.seats)
            played.decide(host, CloseRoom())
    raise AssertionError(f"stuck at {places(played.room)}")


def walk_home_without_a_host(played: Any) -> None:
    """When every host has gone, a team that has begun comes to the end by itself."""
    played.facts.host_gone = LONG_GONE
    if played.room.started is None:
        return
    for actor in actors(played.room):
        if actor.who in (Who.SOLO, Who.TABLE) and not played.room.closed:
            _walk(played, actor)


def _walk(played: Any, actor: Actor) -> None:
    for _ in range(120):
        team = played.room.team_of(actor.station)
        if played.room.closed or team.stage.phase == "closed":
            return
        serial = team.stage.serial
        moves: list[Command] = [
            EndTimeout(how="continue"), ContinueAlone(), DrawCard(serial=serial), AcceptHeavy(serial=serial),
            KINDS["close_vote"].model_validate({"serial": serial}), OpenNext(serial=serial),
        ]  # fmt: skip
        colleagues = [other for other in actors(played.room) if other.team == actor.team]
        codes = [
            tried(played, other, move) for other in colleagues for move in moves if not played.room.closed
        ]
        assert None in codes, (places(played.room), codes)
    raise AssertionError(f"{actor.station} never came home: {places(played.room)}")


TestAnySession = AnySession.TestCase
TestAnySession.settings = settings(
    max_examples=100,
    stateful_step_count=40,
    deadline=timedelta(seconds=5),
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
