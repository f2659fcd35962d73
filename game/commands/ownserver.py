"""The one place that starts a server - as a process of its own - for a session or for a rehearsal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from game.commands.terminal import PORT, err
from game.networks import addresses
from game.process import NotStarted, announced, tied, unstarted
from game.words import pick

if TYPE_CHECKING:
    from subprocess import Popen

    from game.client.serving import Company

BOTS_LOST = {
    "sv": "Robotarna är borta: deras program har stannat. Led vidare utan dem, eller stäng fönstret och "
    "börja om repetitionen.",
    "en": "The bots are gone: their program has stopped. Lead on without them, or close the window and begin "
    "the rehearsal anew.",
}
AS_ASKED = (0, 130, -2)
"""How bots end when the room has closed, and when somebody at the terminal stops everything."""


class OwnServer:
    """A server that this process has started, and that ends with it; or one that was here already."""

    def __init__(self, port: str, process: Popen[str] | None = None, life: ExitStack | None = None) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.addresses = [f"http://{address}:{port}" for address in addresses()] or [self.url]
        self.process = process
        self._life = life or ExitStack()

    def stop(self) -> None:
        """End it; what was acknowledged stays in its database."""
        self._life.close()

    def wait(self) -> bool:
        """Wait until its process has ended; False, at once, when this program did not start it."""
        if self.process is None:
            return False
        self.process.wait()
        return True


def own_server(given: Sequence[str] = (), environment: Mapping[str, str] | None = None) -> OwnServer:
    """Start a server for one's own session, or use the one that already listens on this machine.

    `given` are options of `bemot serve`; with them a server is started whatever else runs, in this
    environment if not in `unencrypted`. Raises `game.client.serving.NotStarted`.
    """
    from game.client import serving
    from game.client.api import healthz

    if not given and healthz(f"http://127.0.0.1:{PORT}"):
        return OwnServer(str(PORT))
    life = ExitStack()
    try:
        url, process = life.enter_context(announced(serve_command(given), environment or unencrypted()))
    except NotStarted as error:
        raise serving.NotStarted(error.message) from error
    return OwnServer(url.rsplit(":", 1)[-1], process, life)


class OwnRehearsal:
    """A rehearsal's own server, and bots in a process of theirs so that the windows stay quick.

    Raises `game.client.serving.NotStarted`.
    """

    def __init__(self, decks: Sequence[Path] = ()) -> None:
        from game.client import serving

        self._decks = decks
        self._life = ExitStack()
        try:
            self._folder = self._life.enter_context(_scratch())
        except NotStarted as error:
            raise serving.NotStarted(error.message) from error
        self.bots: Popen[str] | None = None
        self._stopping = False
        try:
            self.server = own_server(_thrown_away(self._folder, decks), hushed())
            self._life.callback(lambda: self.server.stop())
        except BaseException:
            self._life.close()
            raise

    def start_again(self) -> OwnServer:
        """Start the server where it was, after it has died."""
        port = self.server.url.rsplit(":", 1)[-1]
        self.server = own_server(_thrown_away(self._folder, self._decks, port), hushed())
        return self.server

    def fill(self, room: str, company: Company) -> None:
        """Let bots sit down in the room at this address."""
        seated = ["--tables", str(company.tables), "--seats", str(company.seats), "--speed", company.speed]
        command = [sys.executable, "-m", "game", "rehearse", "--join", room, "--first-table", "1", "--tied"]
        with suppress(OSError):  # then `bots_lost` tells
            self.bots = self._life.enter_context(tied([*command, *seated]))

    def bots_lost(self) -> Mapping[str, str]:
        """Wait until the bots are gone; what to tell of it, which is also said in the terminal."""
        ended = self.bots.wait() if self.bots is not None else None
        if self._stopping or ended in AS_ASKED:
            return {}
        err.print(pick(BOTS_LOST), style="bold red", highlight=False, markup=False, soft_wrap=True)
        return BOTS_LOST

    def stop(self) -> None:
        """Send the bots away, end the server, and throw away what it kept."""
        self._stopping = True
        self._life.close()


def serve_command(given: Sequence[str]) -> list[str]:
    """The command that runs a server as a process of its own."""
    return [sys.executable, "-m", "game", "serve", "--announce", *given]


def unencrypted() -> dict[str, str]:
    """The environment without the certificate of a server that others reach: one's own is found
    on this machine, by numbers that no certificate bears.
    """
    return {name: value for name, value in os.environ.items() if not name.upper().startswith("BEMOT_TLS_")}


def hushed() -> dict[str, str]:
    """The same for a rehearsal's server: unless asked otherwise it logs only what is amiss, for its lines
    would lie across the progress that the terminal shows.
    """
    return {"BEMOT_LOG_LEVEL": "warning", **unencrypted()}


@contextmanager
def rehearsal_server(decks: Sequence[Path] = ()) -> Iterator[str]:
    """A server of its own on a free port, with these decks besides the game's and a database that is thrown
    away afterwards.
    """
    with (
        _scratch() as folder,
        announced(serve_command(_thrown_away(folder, decks)), hushed()) as (url, _),
    ):
        yield url


@contextmanager
def _scratch() -> Iterator[Path]:
    """A folder that is thrown away afterwards. Raises NotStarted."""
    try:
        made = TemporaryDirectory(prefix="bemot-", ignore_cleanup_errors=True)
    except OSError as error:
        raise unstarted(error) from error
    with made as folder:
        yield Path(folder)


def _thrown_away(folder: Path, decks: Sequence[Path], port: str = "0") -> list[str]:
    """Options for a server that nobody else sees, and that keeps what it has in this folder."""
    given = ["--host", "127.0.0.1", "--port", port, "--database", str(folder / "rehearsal.sqlite")]
    return given + [part for path in decks for part in ("--decks", str(path))]
