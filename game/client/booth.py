"""One window: its link to a server, the room it is in, and what it shows until it is in one."""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, cast

import pygame

from game.client import api, join, make_room, start
from game.client.address import Address
from game.client.api import Answered, DeckOffer
from game.client.ending import closing, stopped
from game.client.join import JoinForm, Wish
from game.client.link import Link
from game.client.make_room import RoomForm
from game.client.news import Entered, Status, ViewChanged
from game.client.offers import usual
from game.client.outbox import new_id
from game.client.play import Play
from game.client.recent import Recent, Slot, last
from game.client.serving import ServerHandle
from game.client.settings import Chosen, Settings
from game.client.speech import Speech
from game.client.start import Start
from game.client.stations import host, screen, team
from game.client.stations.board import Board
from game.client.stations.cover import out
from game.client.stations.door import door_of
from game.client.trouble import Trouble
from game.client.ui import Ctx, Node, Stack
from game.wire import Join, Nack, RoomMade, RoomRequest

if TYPE_CHECKING:
    from game.client.session import Session

Page = Literal["start", "join", "make", "room"]
Words = Mapping[str, str]

STARTING: Words = {
    "sv": "Startar servern på den här datorn …",
    "en": "Starting the server on this computer …",
}
MAKING: Words = {"sv": "Skapar rummet …", "en": "Making the room …"}
CONNECTING = ("Ansluter till {url} …", "Connecting to {url} …")
TRYING = (" Försöker igen av sig själv.", " Trying again by itself.")


class Booth:
    """Belongs to the thread that draws. The session gives it a window; news come through `take`."""

    def __init__(self, session: Session, name: str) -> None:
        self.session = session
        self.slot = Slot(session.folder, name)
        self.recent: Recent = last(self.slot.room) if self.slot.room else Recent()
        self.mail: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.link = Link(self.recent.url or session.default_url, self.mail, self._wake, self.slot.seat)
        self.page: Page = "start"
        self.closing = False
        self.board = Board(self._play())
        self.start = self._start()
        self.join = self._join()
        self.make = self._make()
        self._wanted = ""
        self._key = ""
        self._url = self.recent.url or session.default_url
        self._station = "start"
        self._then: Callable[[str], object] | None = None
        self._chosen = Chosen(session.folder)
        self.settings = self._load()

    @property
    def play(self) -> Play:
        """The room as this window sees it."""
        return self.board.play

    def scene(self, ctx: Ctx) -> Node:
        """What the window shows now."""
        return Stack([self._page(ctx), self._over(ctx)])

    def take(self) -> None:
        """Everything that has come since the last time."""
        with contextlib.suppress(queue.Empty):
            while True:
                self._hear(self.mail.get_nowait())

    def close(self) -> None:
        """The window goes away; the seat is kept."""
        self.link.stop()
        self.slot.close()

    # --- pages ---

    def show(self, page: Page) -> None:
        """Another page, without what was said on the one before."""
        for form in (self.start, self.join, self.make):
            form.waiting, form.trouble = {}, {}
        self.page = page

    def ask_code(self, kind: join.Kind = "solo", code: str = "") -> None:
        """The door, for one who takes part or for a big screen."""
        self.join = self._join()
        self.join.choose(kind)
        self.join.code = code or self.join.code
        self.show("join")

    def ask_programme(self) -> None:
        """A new room: the server is started while the person chooses."""
        self.make = self._make()
        self.show("make")
        self.serve(self._ask_decks)

    def practise(self) -> None:
        """A room for one, on this machine."""
        self.show("start")
        self.serve(lambda url: self._errand("practice", lambda: _practice_room(url)))

    def resume(self) -> None:
        """Back into the kept room; its server is started first when it ran on this machine."""
        kept = self.link.home
        if kept is None:
            return
        token = kept.token
        if self.recent.own and self.session.server is None:
            self.serve(lambda url: self._resume(token, url))
        else:
            self._resume(token, kept.url)

    def forget(self) -> None:
        """The kept room is of no more interest."""
        self.link.leave()
        self.start = self._start()
        self.start.room = ""

    def enter(self, wish: Wish) -> None:
        """Knock at the door of a room."""
        self._knock(wish.address, wish.kind, wish.seats, wish.team, wish.key)

    def serve(self, then: Callable[[str], object]) -> None:
        """Call `then` with a server's address: a given one, the one that runs here, or one that is started
        now.
        """
        url = self.session.server_url
        if url is not None:
            then(url)
            return
        starter = self.session.start_server
        if starter is None:
            self._complain(Trouble("no_server").message)
            return
        self._then = then
        self._wait(STARTING)
        self._errand("server", starter)

    # --- news ---

    def _hear(self, news: Any) -> None:
        if isinstance(news, Answered):
            self._answered(news)
            return
        self.play.take(news)
        if isinstance(news, Entered):
            self._entered()
        elif isinstance(news, Status):
            self._heard(news)
        elif isinstance(news, ViewChanged):
            self.session.offset(self, self.play.offset)
            self._remember()

    def _entered(self) -> None:
        self.show("room")
        self._settle(self._wanted or self.recent.kind or "solo")

    def _heard(self, status: Status) -> None:
        """Before the door is open the form says how it goes; inside, the station does."""
        if self.page == "room":
            return
        if status.state == "refused":
            self.start.room = self.recent.code if self.link.home else ""
            self._complain(status.message)
        elif status.state == "offline":
            self._complain({lang: text + TRYING[lang == "en"] for lang, text in status.message.items()})

    def _answered(self, news: Answered[Any]) -> None:
        if news.trouble is not None:
            self._complain(news.trouble.message)
        elif isinstance(news.answer, Nack):
            self._complain(news.answer.message)
        elif isinstance(news.answer, RoomMade):
            self._made(news.name, news.answer)
        elif news.name == "server":
            self._served(cast(ServerHandle, news.answer))
        elif news.name == "decks":
            self._wait({})
            self.make.offer(cast(tuple[DeckOffer, ...], news.answer))

    def _served(self, server: ServerHandle) -> None:
        self.session.keeper.keep(server)
        self._wait({})
        then, self._then = self._then, None
        if then is not None:
            then(server.url)

    def _made(self, name: str, made: RoomMade) -> None:
        at = Address(self.session.server_url or self._url, made.code)
        if name == "practice":
            self._knock(at, "solo", 1, None, None)
            return
        self._knock(at, "host", 0, None, made.host_key)
        self._key = made.host_key

    # --- doing ---

    def _knock(self, at: Address, kind: str, seats: int, team: int | None, key: str | None) -> None:
        self._begin(at.url, kind)
        wish = Join.model_validate(
            {
                "code": at.code or "",
                "kind": kind,
                "seats": seats,
                "team": team,
                "host_key": key,
                "id": new_id(),
            }
        )
        self.link.join(wish, at.url)

    def _resume(self, token: str, url: str) -> None:
        self._begin(url, self.recent.kind)
        self.link.resume(token, url)

    def _begin(self, url: str, kind: str) -> None:
        self._url, self._wanted, self._key = url, kind, ""
        self._wait({"sv": CONNECTING[0].format(url=_plain(url)), "en": CONNECTING[1].format(url=_plain(url))})
        server = self.session.server
        own = server is not None and server.url == url
        known = self.recent.addresses if self.recent.url == url else ()
        self.board = Board(
            self._play(),
            door_of(url, tuple(server.addresses) if server and own else known),
            copy=pygame.scrap.put_text,
            server_news=(lambda: self.session.keeper.waiting) if own else dict,
        )
        self.session.offset(self, 0.0)

    def _settle(self, kind: str) -> None:
        """This window is now this kind of station, with its own settings."""
        self._station = kind
        self._use(self._load())
        self.session.rest_pointer(self, kind == "screen")
        if kind == "host":
            self.board.key, self._key = self._key or self.board.key, ""
            self.board.open_screen = lambda: self.session.open_screen(self)

    def _remember(self) -> None:
        room = self.play.room
        if room is None or self.slot.room is None:
            return
        now = Recent(
            url=self._url,
            code=room["code"],
            kind=self.play.kind,
            addresses=self.board.door.urls,
            own=self.session.server is not None and self.session.server.url == self._url,
        )
        if now != self.recent:
            self.recent = now
            with contextlib.suppress(OSError):  # then the next run does not offer to come back
                now.save(self.slot.room)

    def _leave(self) -> None:
        self.link.leave()
        self._station = "start"
        self._use(self._load())
        self.session.rest_pointer(self, False)
        self.start = self._start()
        self.start.room = ""
        self.show("start")

    def _make_room(self, request: RoomRequest) -> None:
        url = self.session.server_url
        if url is not None:
            self._wait(MAKING)
            self._errand("room", lambda: api.create_room(url, request))

    def _ask_decks(self, url: str) -> None:
        self._errand("decks", lambda: api.decks(url))

    def _errand(self, name: str, ask: Callable[[], Any]) -> None:
        api.errand(name, ask, self.mail, self._wake)

    def _wake(self) -> None:
        self.session.app.post(self.take)

    def _wait(self, words: Words) -> None:
        for form in (self.start, self.join, self.make):
            form.waiting, form.trouble = words, {}

    def _complain(self, words: Words) -> None:
        for form in (self.start, self.join, self.make):
            form.waiting, form.trouble = {}, words

    def configure(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them: for the person, or this kind of station."""
        self._use(settings)
        with contextlib.suppress(OSError):  # they then last as long as the window
            self._chosen.save(settings, self._station)

    def _load(self) -> Settings:
        return self._chosen.load(self._station, self.session.settings)

    def _use(self, settings: Settings) -> None:
        self.settings = settings
        self.session.configure(self, settings)

    # --- what there is to show ---

    def _play(self) -> Play:
        return Play(
            send=lambda command: self.link.send(command),
            state=lambda command: self.link.state(command),
            leave=self._leave,
            configure=self.configure,
            speak=Speech().voice,
        )

    def _start(self) -> Start:
        return Start(
            self.ask_programme,
            self.ask_code,
            lambda: self.ask_code("screen"),
            self.practise,
            self.resume,
            self.forget,
            self.configure,
            room=self.recent.code if self.link.home else "",
        )

    def _join(self) -> JoinForm:
        return JoinForm(self.enter, self._back, self.recent.url or self.session.default_url)

    def _make(self) -> RoomForm:
        return RoomForm(self._make_room, self._back)

    def _back(self) -> None:
        if self.page == "join" and self.play.status.state in ("connecting", "offline"):
            self.link.leave()
        self.show("start")

    def _page(self, ctx: Ctx) -> Node:
        if self.page == "start":
            return start.build(self.start, ctx)
        if self.page == "join":
            return join.build(self.join, ctx)
        if self.page == "make":
            return make_room.build(self.make, ctx)
        return self._station_scene(ctx)

    def _station_scene(self, ctx: Ctx) -> Node:
        play, kind = self.play, self.play.kind or self._wanted
        hall = kind == "screen" and (play.you is None or play.you["team"] is None)
        if kind in ("host", "screen") and play.status.state == "refused":
            return out(play, ctx)
        if kind == "host":
            return host.build(self.board, ctx)
        return screen.build(play, ctx, self.board.door) if hall else team.build(play, ctx)

    def _over(self, ctx: Ctx) -> Node | None:
        """What must be answered before anything else."""
        server = self.session.server
        if self.closing:
            return closing(self.session.stop, self._stay, ctx)
        if self.session.keeper.trouble and server is not None and server.url == self._url:
            return stopped(self.session.keeper, ctx)
        return None

    def _stay(self) -> None:
        self.closing = False

    def may_close(self) -> bool:
        """Asked when a person closes the window: a host whose machine runs the server is asked first."""
        room = self.play.room
        runs = self.session.server is not None and self.page == "room" and self.play.kind == "host"
        if runs and room is not None and not room["closed"] and room["tables"]:
            self.closing = True
            return False
        return True


def _practice_room(url: str) -> RoomMade | Nack:
    decks = tuple(sorted(usual(api.decks(url))))
    return api.create_room(url, RoomRequest(preset="Solo", decks=decks))


def _plain(url: str) -> str:
    return url.removeprefix("http://").removeprefix("https://")
