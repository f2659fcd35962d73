"""A run of the program: its windows, the server it may hold, and the ways in that the command line offers."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.client import displays
from game.client.address import PORT, Address, parse
from game.client.app import App
from game.client.booth import Booth
from game.client.join import Kind, Wish
from game.client.keeper import Keeper
from game.client.paperwork import (
    PrintSheet,
    SaveReport,
    SaveTableSheet,
    again_from,
    desk_of,
    report_from,
    sheets_to,
)
from game.client.play import SheetDesk
from game.client.rehearsing import Rehearsing
from game.client.serving import Company, ServerHandle, StartRehearsal, StartServer
from game.client.settings import Settings, user_folder
from game.client.stations.desk import Desk
from game.client.trended import SaveTrend, trend_from
from game.client.trouble import Trouble
from game.client.window import Window
from game.wire import RoomRequest

HERE = f"http://127.0.0.1:{PORT}"
ENDS = ("SIGINT", "SIGTERM", "SIGHUP")


@dataclass(frozen=True)
class Options:
    """How to run.

    `server` is one that runs already; `settings` are those of a person who has never chosen.
    """

    folder: Path = field(default_factory=user_folder)
    settings: Settings = field(default_factory=Settings)
    server: str | None = None
    size: tuple[int, int] = (1280, 720)
    full: bool = False
    print_sheet: PrintSheet | None = None
    save_report: SaveReport | None = None
    save_table_sheet: SaveTableSheet | None = None
    save_trend: SaveTrend | None = None
    start_rehearsal: StartRehearsal | None = None
    hall: bool = False
    """Open the hall's screen too as soon as a room is led from here."""
    interfaces: Sequence[str] | None = None
    """Through which addresses of this machine servers are looked for: None for all, empty for none."""


class Session:
    """Holds the windows. Everything here belongs to the thread that draws."""

    def __init__(
        self, options: Options, start_server: StartServer | None = None, app: App | None = None
    ) -> None:
        self.options = options
        self.start_server = start_server
        self.start_rehearsal = options.start_rehearsal
        self.app = app or App()
        self.keeper = Keeper(start_server, self.app.post)
        self.rehearsing = Rehearsing(self.app.post)
        self._windows: list[tuple[Booth, Window]] = []
        self._hall_wanted = options.hall

    @property
    def folder(self) -> Path:
        """Where settings and kept seats lie."""
        return self.options.folder

    @property
    def settings(self) -> Settings:
        """What a station begins with."""
        return self.options.settings

    @property
    def default_url(self) -> str:
        """Where a room is looked for when nobody has said where."""
        return self.options.server or HERE

    @property
    def server(self) -> ServerHandle | None:
        """The one that this program runs."""
        return self.keeper.server

    @property
    def server_url(self) -> str | None:
        """A server that can be used now."""
        return self.server.url if self.server else self.options.server

    @property
    def booths(self) -> list[Booth]:
        """The open windows, the first one first."""
        return [booth for booth, _window in self._windows]

    def screens(self) -> list[str]:
        """The stations of the big screens among the windows."""
        return [
            booth.play.you["station"] for booth in self.booths if booth.kind == "screen" and booth.play.you
        ]

    def open(
        self,
        name: str = "window",
        window: Window | None = None,
    ) -> Booth:
        """One more window, at the start; or the given one, with the first picture, comes to life."""
        booth = Booth(self, name)
        if window is None:
            window = self.app.open("Bemöt", booth.scene, booth.settings, self.options.size)
        else:
            window.pane.configure(booth.settings)
            window.pane.show(booth.scene)
        window.on_close = lambda: self._may_close(booth)
        self._windows.append((booth, window))
        if self.options.full:
            window.toggle_full()
        return booth

    def open_screen(self, beside: Booth) -> None:
        """The hall's screen in a window of its own, on the second display when there is one. One that is open
        already comes back there, and from there goes on to the next display.
        """
        room, first = beside.play.room, self._window(beside)
        if room is None or first is None:
            return
        for booth, window in self._windows:
            if booth.kind == "screen" and booth.play.room and booth.play.room["code"] == room["code"]:
                self._move_hall(window, first)
                return
        booth = self.open("screen")
        hall = self._window(booth)
        if hall is not None:
            hall.put(displays.for_hall(first.area, hall.size, displays.sizes(), first.display))
        first.real.focus()
        url = beside.link.home.url if beside.link.home else self.default_url
        booth.enter(Wish(Address(url, room["code"]), "screen", 0, None))

    def _move_hall(self, hall: Window, first: Window) -> None:
        spot = displays.for_hall(first.area, hall.size, displays.sizes(), first.display)
        if not spot.full:
            hall.real.focus()
        elif (hall.full, hall.display) == (True, spot.display):
            self.app.move_on(hall)
        else:
            hall.put(spot)

    def host_is_in(self, booth: Booth) -> None:
        """A room is led from this window; the hall's screen is opened once if it was asked for."""
        if self._hall_wanted:
            self._hall_wanted = False
            self.open_screen(booth)

    def keeper_of(self, url: str) -> Keeper | None:
        """Who keeps the server at this address, when it is this program's: one's own, or a rehearsal's."""
        keepers = (self.keeper, self.rehearsing.keeper)
        return next((each for each in keepers if each.server is not None and each.server.url == url), None)

    def rehearses(self, url: str) -> bool:
        """Whether the rehearsal's server is there."""
        return self.keeper_of(url) is self.rehearsing.keeper

    def desk(self) -> Desk:
        """What a host has on this machine beside the room."""
        return desk_of(self.folder, self.options.print_sheet, self.app.post)

    def sheets(self) -> SheetDesk:
        """Where a table saves its own sheet."""
        return sheets_to(self.options.save_table_sheet, self.app.post)

    def lend_report(self, desk: Desk, url: str, code: Callable[[], str], key: str) -> None:
        """A host may save the room's report from this desk, and see what many rooms say together."""
        if self.options.save_report is not None:
            report_from(desk.report, self.options.save_report, self.app.post, url, code, key)
        if self.options.save_trend is not None:
            trend_from(desk.trend, self.options.save_trend, self.app.post, url, code, key)

    def lend_again(self, desk: Desk, url: str, code: Callable[[], str], key: str) -> None:
        """A host may make the follow-up of the room from this desk, where rooms last."""
        if not self.rehearses(url):
            again_from(desk.again, self.app.post, url, code, key)

    def configure(self, booth: Booth, settings: Settings) -> None:
        """The booth's window uses these settings."""
        window = self._window(booth)
        if window is not None:
            window.pane.configure(settings)

    def on_stage(self, booth: Booth, stage: bool) -> None:
        """Whether a whole hall looks at the booth's window: it then says so among the system's windows,
        and hides the pointer while nobody moves it.
        """
        window = self._window(booth)
        if window is not None:
            _ = window.pane.language
            window.real.title = _("Bemöt – storbild") if stage else "Bemöt"
            window.pointer_rests = stage

    def offset(self, booth: Booth, ms: float) -> None:
        """The booth's server is so far ahead of this machine's clock."""
        window = self._window(booth)
        if window is not None:
            window.pane.offset = ms

    def run(self) -> None:
        """Until the last window is closed, or the system asks the program to end; seats are kept, and the
        server goes with its program.
        """
        try:
            with asked_to_end(self.app.end):
                self.app.run()
        finally:
            self.close()

    def stop(self) -> None:
        """End the run soon."""
        self.app.stop()

    def close(self) -> None:
        """Let go of links, files and the server."""
        for booth, _window in self._windows:
            booth.close()
        self._windows.clear()
        self.rehearsing.stop()
        self.keeper.stop()

    def _window(self, booth: Booth) -> Window | None:
        return next((window for known, window in self._windows if known is booth), None)

    def _may_close(self, booth: Booth) -> bool:
        if not booth.may_close():
            return False
        first = bool(self._windows) and self._windows[0][0] is booth
        booth.close()
        self._windows = [(known, window) for known, window in self._windows if known is not booth]
        if first:
            self.stop()
        return True


@contextlib.contextmanager
def asked_to_end(end: Callable[[], object]) -> Iterator[None]:
    """Meanwhile Ctrl+C, `kill` and the end of a desktop session call `end`, which must not wait for
    anything.
    """
    if threading.current_thread() is not threading.main_thread():  # signals are only heard there
        yield
        return
    numbers = [getattr(signal, name) for name in ENDS if hasattr(signal, name)]
    before = {number: signal.signal(number, lambda *_given: end()) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def run_start(
    options: Options,
    start_server: StartServer | None,
    app: App | None = None,
    window: Window | None = None,
) -> None:
    """The start window; with an app and a window from `first_picture`, in that window."""
    session = Session(options, start_server, app)
    session.open(window=window)
    session.run()


def run_host(options: Options, start_server: StartServer | None) -> None:
    """Straight to making a room."""
    session = Session(options, start_server)
    session.open().ask_programme()
    session.run()


def run_rehearsal(options: Options, request: RoomRequest, company: Company) -> None:
    """Straight to leading a room that bots sit in."""
    session = Session(options)
    session.open().errands.rehearse(request, company)
    session.run()


def run_practice(options: Options, start_server: StartServer | None) -> None:
    """Straight to a card for oneself."""
    session = Session(options, start_server)
    session.open().practise()
    session.run()


def run_join(
    options: Options,
    given: str = "",
    kind: Kind | None = None,
    seats: int = 4,
    team: int | None = None,
    start_server: StartServer | None = None,
) -> None:
    """Through the door that `given` names (a code, an address or a link); without a kind or a code, ask
    first.
    """
    session = Session(options, start_server)
    knock(session.open(), given, kind, seats, team)
    session.run()


def run_screen(options: Options, given: str = "", team: int | None = None) -> None:
    """A big screen: the hall's, or a table's wall screen."""
    session = Session(options)
    knock(session.open("screen"), given, "screen", 0, team)
    session.run()


def knock(booth: Booth, given: str, kind: Kind | None, seats: int, team: int | None) -> None:
    """Go in when everything needed was given; otherwise the form is shown with what is known."""
    booth.ask_code(kind or "solo")
    booth.join.seats, booth.join.team = max(1, seats), team or 0
    if not given:
        return
    try:
        at = parse(given, default=booth.join.address)
    except Trouble as trouble:
        booth.notice.complain(trouble.message)
        return
    if at.url != booth.join.address:
        booth.join.address = booth.join.found.kept = at.url
    booth.join.code = at.code or ""
    if at.code is not None and kind is not None and kind != "host":
        booth.enter(Wish(at, kind, {"solo": 1, "table": seats}.get(kind, 0), team))
