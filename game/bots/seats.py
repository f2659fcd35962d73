"""The mind of a bot at a table: votes, talks, writes, and leads when the reader's seat is its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, cast

from game.bots.dice import roll, will
from game.bots.mind import Act, View
from game.bots.phrases import NOTES, OWN, THEN, WHEN
from game.pledges import BUDDIES, Opener, Pledge
from game.rules.command import (
    AcceptHeavy,
    Acknowledge,
    AskTime,
    CastVote,
    CheckIn,
    CloseVote,
    DrawCard,
    MakePledge,
    MarkHarvest,
    OpenNext,
    OpenTwist,
    Rate,
    RecallPledge,
    ShowCounts,
    ShowPrompt,
    TallyCards,
    WriteNote,
)

Seat = Mapping[str, Any]
Confidence = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True)
class Seats:
    """All seats of one station. `language` is what it writes in."""

    seed: int
    language: str = "sv"

    def acts(self, view: View) -> Iterator[Act]:
        """Each seat's own part in the open phase."""
        you = view.get("you", {})
        if "acknowledge" in you.get("may", ()):
            yield Act("acknowledge", Acknowledge())
        if "team" not in view or view["stage"]["paused"]:
            return
        for wanted, acts in _PARTS.items():
            if wanted in you["may"]:
                yield from acts(self, view)

    def leads(self, view: View) -> Iterator[Act]:
        """The reader's part; nothing when somebody else's station has the reader's seat, or while people who
        are no bots are not done.
        """
        may, serial = view["you"]["may"], view["stage"]["serial"]
        if not _holds(view, "reader") or view["stage"]["phase"] == "lobby" or _waits(view):
            return
        if "accept_heavy" in may:
            yield Act((serial, "heavy"), AcceptHeavy(serial=serial), leads=True)
        elif "draw_card" in may and view.get("draw", {}).get("offer"):
            offer = view["draw"]["offer"]
            pick = roll(self.seed, "draw", view["team"]["number"], view["stage"]["card"]).randrange(
                len(offer)
            )
            yield Act((serial, "draw"), DrawCard(serial=serial, pick=pick), leads=True)
        elif view["stage"]["phase"] == "vote" and "close_vote" in may:
            yield Act((serial, "close"), CloseVote(serial=serial), leads=True)
        elif "open_next" in may:
            yield Act((serial, "next"), OpenNext(serial=serial), leads=True)

    # --- a round ---

    def _vote(self, view: View) -> Iterator[Act]:
        stage, done = view["stage"], view["you"]["done"]
        for seat in _own(view):
            if seat["id"] in view["you"]["listeners"]:
                continue
            for turn, ballot in enumerate(self._wills(view, seat["symbol"])):
                text = ""
                if ballot.choice == "own":
                    text = roll(self.seed, "own", seat["symbol"], _card(view)).choice(OWN[self.language])
                yield Act(
                    (stage["serial"], "vote", seat["id"], turn),
                    CastVote(
                        seat=seat["id"],
                        serial=stage["serial"],
                        choice=self._said(view, seat["symbol"], ballot.choice),
                        confidence=ballot.confidence if ballot.choice != "pass" else None,
                        text=text,
                    ),
                    undone=seat["id"] not in done,
                )

    def _said(self, view: View, symbol: int, first: str) -> str:
        """The choice as the card's kind takes it: on a ranking all the others after the first."""
        choices = view["card"]["choices"]
        if view["card"]["kind"] != "ranking" or first not in choices:
            return first
        rest = [choice for choice in choices if choice != first]
        roll(self.seed, "order", symbol, _card(view), view["stage"]["round"]).shuffle(rest)
        return "".join([first, *rest])

    def _tally(self, view: View) -> Iterator[Act]:
        """Cards are held up: the writer counts what every present seat of the station shows."""
        shown = [
            self._wills(view, s["symbol"])[-1].choice
            for s in _own(view)
            if s["id"] not in view["you"]["listeners"]
        ]
        serial = view["stage"]["serial"]
        if _holds(view, "writer"):
            yield Act((serial, "tally"), TallyCards(serial=serial, counts=dict(Counter(shown))))

    def _wills(self, view: View, symbol: int) -> tuple[Any, ...]:
        card = view["card"]
        return will(
            self.seed,
            view["team"]["number"],
            symbol,
            _card(view),
            view["stage"]["round"],
            card["choices"],
            card["own"],
        )

    def _show_counts(self, view: View) -> Iterator[Act]:
        serial = view["stage"]["serial"]
        for seat in _own(view):
            yield Act((serial, "show", seat["id"]), ShowCounts(seat=seat["id"], serial=serial))

    def _ask_time(self, view: View) -> Iterator[Act]:
        serial = view["stage"]["serial"]
        for seat in _own(view):
            if roll(self.seed, "time", view["team"]["number"], seat["symbol"], _card(view)).random() < 0.12:
                yield Act((serial, "time", seat["id"]), AskTime(serial=serial, seat=seat["id"]))

    def _show_prompt(self, view: View) -> Iterator[Act]:
        serial = view["stage"]["serial"]
        if _holds(view, "reader"):
            for index in range(1, min(len(view["talk"]["prompts"]), 4)):
                yield Act((serial, "prompt", index), ShowPrompt(serial=serial, index=index))

    def _open_twist(self, view: View) -> Iterator[Act]:
        serial = view["stage"]["serial"]
        if (
            _holds(view, "reader")
            and roll(self.seed, "twist", view["team"]["number"], _card(view)).random() < 0.6
        ):
            yield Act((serial, "twist"), OpenTwist(serial=serial))

    def _note(self, view: View) -> Iterator[Act]:
        dice = roll(self.seed, "note", view["team"]["number"], _card(view))
        serial = view["stage"]["serial"]
        if view["stage"]["phase"] == "note" and _holds(view, "writer") and dice.random() < 0.9:
            tag: Any = dice.choice(("strengthen", "improve", "improve", "act"))
            yield Act(
                (serial, "note"), WriteNote(serial=serial, text=dice.choice(NOTES[self.language]), tag=tag)
            )

    # --- seat by seat ---

    def _each(
        self, view: View, what: str, *more: object
    ) -> Iterator[tuple[Seat, Any, int, tuple[object, ...]]]:
        """(seat, its dice, serial, key) for every seat of the station."""
        serial = view["stage"]["serial"]
        for seat in _own(view):
            dice = roll(self.seed, what, view["team"]["number"], seat["symbol"], *more)
            yield seat, dice, serial, (serial, what, seat["id"], *more)

    def _check_in(self, view: View) -> Iterator[Act]:
        for seat, dice, serial, key in self._each(view, "checkin"):
            number = None if dice.random() < 0.05 else min(10, max(1, round(dice.gauss(6.5, 2))))
            undone = seat["id"] not in view["you"]["done"]
            yield Act(key, CheckIn(seat=seat["id"], serial=serial, number=number), undone)

    def _mark(self, view: View) -> Iterator[Act]:
        harvest = view["harvest"]
        for seat, dice, serial, key in self._each(view, "mark", harvest["again"]):
            strengthen = dice.choice(harvest["strengthen"]) if harvest["strengthen"] else None
            improve = dice.choice(harvest["improve"]) if harvest["improve"] else None
            yield Act(
                key, MarkHarvest(seat=seat["id"], serial=serial, strengthen=strengthen, improve=improve)
            )

    def _pledge(self, view: View) -> Iterator[Act]:
        for seat, dice, serial, key in self._each(view, "pledge"):
            if dice.random() < 0.1:
                yield Act(key, MakePledge(seat=seat["id"], serial=serial))
                continue
            # A bot draws a key and keeps no receipt: nobody will ever ask it for its words.
            opener = Opener(dice.randbytes(32).hex(), dice.randbytes(32), view["pledge"]["room"])
            when, then = dice.choice(WHEN[self.language]), dice.choice(THEN[self.language])
            sealed = opener.seal(Pledge(when, then, dice.choice(BUDDIES)))
            shared = (when, then) if dice.random() < 0.3 else None
            yield Act(
                key,
                MakePledge(
                    seat=seat["id"], serial=serial, mark=sealed.mark, sealed=sealed.sealed, shared=shared
                ),
            )

    def _recall(self, view: View) -> Iterator[Act]:
        answers = ("done", "done", "partly", "not_yet", None)
        for seat, dice, serial, key in self._each(view, "recall"):
            undone = seat["id"] not in view["you"]["done"]
            kept = dice.choice(answers)
            yield Act(key, RecallPledge(seat=seat["id"], serial=serial, kept=kept), undone)

    def _rate(self, view: View) -> Iterator[Act]:
        for seat, dice, serial, key in self._each(view, "rate"):
            safe, useful, again = (None if dice.random() < 0.05 else dice.randint(4, 10) for _ in range(3))
            yield Act(key, Rate(seat=seat["id"], serial=serial, safe=safe, useful=useful, again=again))


_PARTS: Mapping[str, Callable[[Seats, View], Iterator[Act]]] = MappingProxyType(
    {
        "check_in": Seats._check_in,
        "cast_vote": Seats._vote,
        "tally_cards": Seats._tally,
        "show_counts": Seats._show_counts,
        "ask_time": Seats._ask_time,
        "show_prompt": Seats._show_prompt,
        "open_twist": Seats._open_twist,
        "write_note": Seats._note,
        "mark_harvest": Seats._mark,
        "make_pledge": Seats._pledge,
        "recall_pledge": Seats._recall,
        "rate": Seats._rate,
    }
)


def _own(view: View) -> list[Seat]:
    """This station's present seats."""
    station = view["you"]["station"]
    return [seat for seat in view["team"]["seats"] if seat["station"] == station and not seat["away"]]


def _waits(view: View) -> bool:
    """Whether somebody at the table is not done yet with what is open."""
    progress = view.get("progress")
    return progress is not None and not progress["closed"] and progress["done"] < progress["of"]


def _holds(view: View, job: str) -> bool:
    """Whether the reader or writer sits at this station; without one, the first present seat stands in."""
    team = view["team"]
    holder = team[job] or next((seat["id"] for seat in team["seats"] if not seat["away"]), None)
    return any(seat["id"] == holder for seat in _own(view))


def _card(view: View) -> str:
    """What the dice know the card by. The practice card is drawn by the server, so all of them roll alike."""
    card = view.get("card", {})
    return "practice" if card.get("practice") else cast(str, card.get("id", ""))
