"""What a window asks of servers before it is in a room: to be started, what there is to play, a new room."""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from game.client import api
from game.client.address import Address
from game.client.api import Answered, DeckOffer
from game.client.fitting import fitted
from game.client.notice import Notice, Words
from game.client.offers import usual
from game.client.serving import Company, Rehearsal, ServerHandle, StartRehearsal
from game.client.trouble import Trouble
from game.wire import Nack, RoomMade, RoomRequest

if TYPE_CHECKING:
    from game.client.session import Session

STARTING: Words = {
    "sv": "Startar servern på den här datorn …",
    "en": "Starting the server on this computer …",
}
MAKING: Words = {"sv": "Skapar rummet …", "en": "Making the room …"}


class Errands:
    """Belongs to the thread that draws. Answers come into `mailbox`; the window hands them on to `hear`.

    `enter` is called with where a room has been made and its host key, None for practice alone; `offer` with
    the decks that were asked for.
    """

    def __init__(
        self,
        session: Session,
        notice: Notice,
        mailbox: queue.SimpleQueue[Any],
        wake: Callable[[], object],
        enter: Callable[[Address, str | None], object],
        offer: Callable[[Sequence[DeckOffer]], object],
    ) -> None:
        self._session = session
        self._notice = notice
        self._mailbox = mailbox
        self._wake = wake
        self._enter = enter
        self._offer = offer
        self._url = ""
        """Where a room is being made."""
        self._then: Callable[[str], object] | None = None

    def serve(self, then: Callable[[str], object]) -> None:
        """Call `then` with a server's address: a given one, the one that runs here, or one that is started
        now.
        """
        url = self._session.server_url
        if url is not None:
            then(url)
            return
        starter = self._session.start_server
        if starter is None:
            self._notice.complain(Trouble("no_server").message)
            return
        self._then = then
        self._notice.wait(STARTING)
        self._send("server", starter)

    def ask_decks(self) -> None:
        """What there is to play, on a server that is started first if need be."""
        self.serve(lambda url: self._send("decks", lambda: api.decks(url)))

    def practise(self) -> None:
        """A room for one."""
        self.serve(lambda url: self._make("practice", url, lambda: _practice_room(url)))

    def make_room(self, request: RoomRequest) -> None:
        """A room to lead, on the server that told of its decks."""
        url = self._session.server_url
        if url is not None:
            self._notice.wait(MAKING)
            self._make("room", url, lambda: api.create_room(url, request))

    def rehearse(self, request: RoomRequest, company: Company) -> None:
        """A room to lead on a server of its own, with bots at its tables."""
        starter = self._session.start_rehearsal
        if starter is None:
            self._notice.complain(Trouble("no_server").message)
            return
        self._notice.wait(STARTING)
        before = self._session.rehearsing.let_go()
        self._send("rehearsal", lambda: _rehearsed(starter, before, request, company))

    def hear(self, news: Answered[Any]) -> None:
        """What came of an errand."""
        if news.name == "more decks" and news.trouble is not None:
            return  # whoever goes on with what is there hears of it then
        if news.trouble is not None:
            self._notice.complain(news.trouble.message)
        elif news.name == "rehearsal":
            rehearsal, made = cast(tuple[Rehearsal, RoomMade | Nack], news.answer)
            self._session.rehearsing.keep(rehearsal)
            self._url = rehearsal.server.url
            self.hear(Answered("room", made))
        elif isinstance(news.answer, Nack):
            self._notice.complain(news.answer.message)
        elif isinstance(news.answer, RoomMade):
            at = Address(self._url, news.answer.code)
            self._enter(at, None if news.name == "practice" else news.answer.host_key)
        elif news.name == "server":
            self._served(cast(ServerHandle, news.answer))
        elif news.name == "decks":
            self._notice.clear()
            self._offered(cast(tuple[DeckOffer, ...], news.answer))
        elif news.name == "more decks":
            self._offered(cast(tuple[DeckOffer, ...], news.answer))

    def _offered(self, decks: tuple[DeckOffer, ...]) -> None:
        """Asks once more as long as the server reads: it answers when it knows more, or after a while."""
        self._offer(decks)
        if any(deck.reading for deck in decks):
            self.serve(lambda url: self._send("more decks", lambda: api.decks(url)))

    def _served(self, server: ServerHandle) -> None:
        self._session.keeper.keep(server)
        self._notice.clear()
        then, self._then = self._then, None
        if then is not None:
            then(server.url)

    def _make(self, name: str, url: str, ask: Callable[[], Any]) -> None:
        self._url = url
        self._send(name, ask)

    def _send(self, name: str, ask: Callable[[], Any]) -> None:
        api.errand(name, ask, self._mailbox, self._wake)


def _rehearsed(
    starter: StartRehearsal, before: Rehearsal | None, request: RoomRequest, company: Company
) -> tuple[Rehearsal, RoomMade | Nack]:
    """A rehearsal in place of the one before."""
    if before is not None:
        before.stop()
    rehearsal = starter()
    try:
        url = rehearsal.server.url
        made = api.create_room(url, fitted(url, request))
    except Trouble:
        rehearsal.stop()
        raise
    if isinstance(made, RoomMade):
        rehearsal.fill(f"{url}/j/{made.code}", company)
    return rehearsal, made


def _practice_room(url: str) -> RoomMade | Nack:
    decks = tuple(sorted(usual(api.decks(url))))
    return api.create_room(url, RoomRequest(preset="Solo", decks=decks))
