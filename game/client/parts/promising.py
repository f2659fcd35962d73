"""A pledge on its way: sealed here under words drawn here, which are shown once the server has kept it.

    sealing   the words are turned into a key: a second or two, on a thread of its own
    sending   on its way, or waiting for the network
    kept      durable on the server: now the words may be shown
    failed    refused, or not sealed at all; what was written is still here

What is known of it lies in the window's memory alone, never on the disk: of a seat at a shared machine
until it has seen its words or what could not be saved, on a screen of one's own as long as it is in the room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.client.news import Refused, Saved
from game.client.outbox import Pending
from game.client.play import Play
from game.client.trouble import Trouble
from game.client.ui import Ctx
from game.pledges import Opener, Pledge, Sealed
from game.receipts import Receipt, new_receipt
from game.rules.command import MakePledge

TRIES = 3
"""How often words that are somebody else's receipt already are drawn anew."""
State = Literal["sealing", "sending", "kept", "failed"]


@dataclass
class Promise:
    """One seat's pledge and its receipt."""

    receipt: Receipt
    pledge: Pledge
    share: bool
    serial: int
    """The phase in which it was made."""
    opener: Opener | None = None
    """The receipt worked out; it is kept so that a change of the text need not wait."""
    sent: str | None = None
    """The command's id."""
    tries: int = 1
    changes: bool = False
    """Whether an earlier text lies under the same words, and stays there when this one fails."""
    seen: bool = False
    """Whether its keeper has put the words away."""
    state: State = "sealing"


def promise_of(play: Play, seat: str) -> Promise | None:
    """What this seat has promised, as far as this window knows."""
    promises: dict[str, Promise] = play.kept.get("promises", {})
    found = promises.get(seat)
    if found is not None:
        _look(play, found)
    return found


def promised(play: Play) -> list[str]:
    """The seats of which this window knows a receipt, or is about to."""
    return [seat for seat, promise in _promises(play) if promise.state != "failed"]


def unsaved(play: Play) -> list[str]:
    """The seats of which this window alone knows what they wrote."""
    return [seat for seat, promise in _promises(play) if promise.state == "failed"]


def make(play: Play, ctx: Ctx, seat: str, pledge: Pledge, share: bool) -> None:
    """Seal it and send it. A change keeps the words that were given before, where they are still known."""
    before = promise_of(play, seat)
    if before is not None and (before.state == "kept" or before.changes):
        promise = Promise(before.receipt, pledge, share, play.serial, before.opener, changes=True)
    else:
        promise = Promise(new_receipt(ctx.language), pledge, share, play.serial)
    _seal(play, seat, promise)


def again(play: Play, ctx: Ctx, seat: str) -> bool:
    """The words were somebody else's: others are drawn. Whether that was so, and is being done."""
    failed = promise_of(play, seat)
    if failed is None or failed.state != "failed" or failed.tries >= TRIES or failed.sent is None:
        return False
    outcome = play.state(failed.sent)
    if not isinstance(outcome, Refused) or outcome.code != "receipt_taken":
        return False
    play.notice = None
    drawn = new_receipt(ctx.language)
    _seal(play, seat, Promise(drawn, failed.pledge, failed.share, failed.serial, tries=failed.tries + 1))
    return True


def put_away(play: Play, seat: str) -> None:
    """Its keeper has the words, or what could not be saved; a shared machine forgets both."""
    promises: dict[str, Promise] = play.kept.get("promises", {})
    if play.kind == "table":
        promises.pop(seat, None)
    elif seat in promises:
        promises[seat].seen = True


def _seal(play: Play, seat: str, promise: Promise) -> None:
    play.kept.setdefault("promises", {})[seat] = promise
    words = " ".join(promise.receipt)
    room = play.pledge["room"] if play.pledge else ""

    def work() -> tuple[Opener, Sealed]:
        opener = promise.opener or play.opener(words, room)
        return opener, opener.seal(promise.pledge)

    def done(made: tuple[Opener, Sealed] | None) -> None:
        if play.kept.get("promises", {}).get(seat) is not promise:
            return  # another one has taken its place meanwhile
        if made is None:
            promise.state = "failed"
            if play.serial == promise.serial:  # later there is nowhere to try again
                play.notice = Refused("", "not_sealed", Trouble("not_sealed").message)
            return
        promise.opener, sealed = made
        shared = (promise.pledge.when, promise.pledge.then) if promise.share else None
        play.do(
            MakePledge(
                seat=seat, serial=promise.serial, mark=sealed.mark, sealed=sealed.sealed, shared=shared
            )
        )
        promise.sent = play.last
        promise.state = "sending"
        play.fleeting.setdefault("sent", {})[seat] = play.last

    play.work(work, done)


def _promises(play: Play) -> list[tuple[str, Promise]]:
    """Seat and promise, as they stand now."""
    found = [(seat, promise_of(play, seat)) for seat in play.kept.get("promises", {})]
    return [(seat, promise) for seat, promise in found if promise is not None]


def _look(play: Play, promise: Promise) -> None:
    """How it stands now."""
    if promise.state != "sending" or promise.sent is None:
        return
    outcome = play.state(promise.sent)
    if isinstance(outcome, Saved):
        promise.state = "kept"
    elif not isinstance(outcome, Pending):
        promise.state = "failed"
