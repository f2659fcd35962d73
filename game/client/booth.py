"""One window: its link to a server, the room it is in, and what it shows until it is in one."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import pygame

from game.client import pages, showing
from game.client.address import Address
from game.client.api import Answered, DeckOffer
from game.client.errands import Errands
from game.client.found import Lookout, short
from game.client.home import Home
from game.client.join import Kind, Wish
from game.client.keeper import Keeper
from game.client.leading import Leading
from game.client.link import Link
from game.client.news import Entered, KeyTold, Status, ViewChanged
from game.client.notice import CONNECTING, TRYING, Notice
from game.client.outbox import new_id
from game.client.play import Play, tried
from game.client.recent import Recent
from game.client.settings import Chosen, Settings
from game.client.speech import Speech
from game.client.stations.board import Board
from game.client.stations.door import Door, door_of
from game.client.trouble import Trouble
from game.client.ui import Ctx, Node
from game.wire import Join

if TYPE_CHECKING:
    from game.client.session import Session

Page = Literal["start", "join", "make", "room"]


class Booth:
    """Belongs to the thread that draws. The session gives it a window; news come through `take`."""

    def __init__(self, session: Session, name: str) -> None:
        self.session = session
        self.mail: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.home = Home(session.folder, name, session.default_url, self.mail, self._wake)
        self.page: Page = "start"
        self.closing = False
        self.board = Board(self._play())
        self._leading = self._led()
        self.notice = Notice()
        self.errands = Errands(session, self.notice, self.mail, self._wake, self._enter_made, self._offer)
        self.start = pages.first(self)
        self.join = pages.door(self)
        self._lookout = Lookout(session.app.post, session.options.interfaces)
        self.make = pages.new_room(self)
        self._wanted = ""
        self._key = ""
        self._url = self.recent.url or session.default_url
        self._station = "start"
        self._chosen = Chosen(session.folder)
        self.settings = self._load()

    @property
    def play(self) -> Play:
        """The room as this window sees it."""
        return self.board.play

    @property
    def link(self) -> Link:
        """To the server of the room."""
        return self.home.link

    @property
    def recent(self) -> Recent:
        """The room that this window was in last."""
        return self.home.recent

    @property
    def kind(self) -> str:
        """Which station this window is, or asks to be; "" before it has asked."""
        return self.play.kind or self._wanted

    @property
    def serves(self) -> bool:
        """Whether the server that this window talks to runs in this very program."""
        server = self.session.server
        return server is not None and server.url == self._url

    @property
    def keeper(self) -> Keeper | None:
        """Who keeps the server that this window talks to, when it is this program's."""
        return self.session.keeper_of(self._url)

    def scene(self, ctx: Ctx) -> Node:
        """What the window shows now."""
        return showing.build(self, ctx)

    def take(self) -> None:
        """Everything that has come since the last time."""
        with contextlib.suppress(queue.Empty):
            while True:
                self._hear(self.mail.get_nowait())

    def close(self) -> None:
        """The window goes away; the seat is kept."""
        self._lookout.close()
        self.home.close()

    # --- pages ---

    def show(self, page: Page) -> None:
        """Another page, without what was said on the one before."""
        self.notice.clear()
        self.page = page
        if page == "join":
            self._lookout.open(self.join.found)
        else:
            self._lookout.close()

    def ask_code(self, kind: Kind = "solo") -> None:
        """The door, for one who takes part or for a big screen."""
        self.join = pages.door(self)
        self.join.choose(kind)
        self.show("join")

    def ask_programme(self) -> None:
        """A new room: the server is started while the person chooses."""
        self.make = pages.new_room(self)
        self.show("make")
        self.errands.ask_decks()

    def practise(self) -> None:
        """A room for one, on this machine."""
        self.show("start")
        self.errands.practise()

    def resume(self) -> None:
        """Back into the kept room; its server is started first when it ran on this machine."""
        kept = self.link.home
        if kept is None:
            return
        token = kept.token
        if self.recent.own and self.session.server is None:
            self.errands.serve(lambda url: self._resume(token, url))
        else:
            self._resume(token, kept.url)

    def forget(self) -> None:
        """The kept room is of no more interest."""
        self.link.leave()
        self.start = pages.first(self)
        self.start.room = ""

    def enter(self, wish: Wish) -> None:
        """Knock at the door of a room."""
        self._knock(wish.address, wish.kind, wish.seats, wish.team, wish.key)

    # --- news ---

    def _hear(self, news: Any) -> None:
        if isinstance(news, Answered):
            self.errands.hear(news)
            return
        if isinstance(news, KeyTold):
            self._leading.told(news)
            return
        self.play.take(news)
        if isinstance(news, Entered):
            self._entered()
        elif isinstance(news, Status):
            self._heard(news)
        elif isinstance(news, ViewChanged):
            self.session.offset(self, self.play.offset)
            self._remember()
            if self._station == "host":
                self._leading.follow()
                self.session.host_is_in(self)

    def _entered(self) -> None:
        self.show("room")
        self._settle(self._wanted or self.recent.kind or "solo")

    def _heard(self, status: Status) -> None:
        """Before the door is open the form says how it goes; inside, the station does."""
        if self.page == "room":
            return
        if status.state == "refused":
            self.start.room = self.recent.code if self.link.home else ""
            self.notice.complain(status.message)
        elif status.code == "unreachable" and self._guesses:
            self.notice.complain(Trouble("none_found").message)
        elif status.state == "offline":
            self.notice.complain({lang: text + TRYING[lang] for lang, text in status.message.items()})

    @property
    def _guesses(self) -> bool:
        """Whether it has knocked on this very machine because no server was given, kept or found."""
        known = self.join.found.url or self.session.options.server
        return self.page == "join" and not known and self._url == self.session.default_url

    # --- doing ---

    def _offer(self, decks: Sequence[DeckOffer]) -> None:
        self.make.offer(decks)

    def _enter_made(self, at: Address, key: str | None) -> None:
        """Into a room of one's own: to lead it with its key, or to practise alone."""
        self._knock(at, "host" if key else "solo", 0 if key else 1, None, key)
        self._key = key or ""

    def _knock(self, at: Address, kind: str, seats: int, team: int | None, key: str | None) -> None:
        self._begin(at.url, kind)
        self._leading.key = key or ""
        wish = {"code": at.code or "", "kind": kind, "seats": seats, "team": team, "host_key": key}
        self.link.join(Join.model_validate({**wish, "id": new_id()}), at.url)

    def _resume(self, token: str, url: str) -> None:
        self._begin(url, self.recent.kind)
        self.link.resume(token, url)

    def _begin(self, url: str, kind: str) -> None:
        self._url, self._wanted, self._key = url, kind, ""
        rehearsal = self.session.rehearses(url)
        self.home.turn(url, lasting=not rehearsal)
        self.notice.wait({lang: text.format(url=short(url)) for lang, text in CONNECTING.items()})
        server = self.session.server if self.serves else None
        keeper, known = self.keeper, self.recent.addresses if self.recent.url == url else ()
        self.board = Board(
            self._play(),
            Door(()) if rehearsal else door_of(url, tuple(server.addresses) if server else known),
            copy=pygame.scrap.put_text,
            server_news=(lambda: keeper.waiting) if keeper else dict,
            bots_news=(lambda: keeper.beside) if keeper else dict,
            desk=self.session.desk(),
        )
        self._leading = self._led()
        self.session.offset(self, 0.0)

    def _settle(self, kind: str) -> None:
        """This window is now this kind of station, with its own settings."""
        self._station = kind
        self._use(self._load())
        self.session.on_stage(self, kind == "screen")
        if kind == "host":
            # A rehearsal's key opens nothing for anybody else, and is worth nothing afterwards.
            key, self._key = self._key or self.board.key, ""
            self.board.key = "" if self.session.rehearses(self._url) else key
            self.board.open_screen = lambda: self.session.open_screen(self)
            self.board.screens_here = self.session.screens
            self.board.desk.ask_key = self.link.ask_key
            if not self.session.rehearses(self._url):
                self.board.desk.lead.ask = self._leading.ask
            self._leading.know(self._leading.key)

    def _lend(self, key: str) -> None:
        self.session.lend_report(self.board.desk, self._url, self._code, key)
        self.session.lend_again(self.board.desk, self._url, self._code, key)

    def _led(self) -> Leading:
        """The host key as the window knows it, for the board that it has now."""
        return Leading(self.board, self._lend, lambda: self.link.ask_key("host"))

    def _code(self) -> str:
        """The room's."""
        return self.play.room["code"] if self.play.room is not None else ""

    def _remember(self) -> None:
        room = self.play.room
        if room is not None:
            kind, addresses = self.play.kind, self.board.door.urls
            self.home.remember(
                Recent(url=self._url, code=room["code"], kind=kind, addresses=addresses, own=self.serves)
            )

    def _leave(self) -> None:
        self.link.leave()
        self._station = "start"
        self._use(self._load())
        self.session.on_stage(self, False)
        self.start = pages.first(self)
        self.start.room = ""
        self.show("start")

    def _wake(self) -> None:
        self.session.app.post(self.take)

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
            sheets=self.session.sheets(),
            work=self._work,
            ask_pledge=lambda mark: self.link.ask_pledge(mark),
            speak=Speech().voice,
        )

    def _work(self, slow: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Something slow, beside the thread that draws."""

        def go() -> None:
            made = None
            try:
                made = tried(slow)
            finally:  # whatever became of it, somebody waits in front of the screen
                self.session.app.post(lambda: then(made))

        threading.Thread(target=go, name="bemot-work", daemon=True).start()

    def back(self) -> None:
        """To the first page."""
        if self.page == "join" and self.play.status.state in ("connecting", "offline"):
            self.link.leave()
        self.show("start")

    def stay(self) -> None:
        """The window is not to be closed after all."""
        self.closing = False

    def may_close(self) -> bool:
        """Asked when a window is closed: a host whose machine runs the server, no rehearsal's, is asked."""
        room = self.play.room
        runs = self.serves and self.page == "room" and self.play.kind == "host"
        if runs and room is not None and not room["closed"] and room["tables"]:
            self.closing = True
            return False
        return True
