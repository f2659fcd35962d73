"""The one place that starts a server - as a process of its own - for a session or for a rehearsal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.terminal import PORT
from game.doctor import addresses
from game.process import NotStarted, announced, tied

if TYPE_CHECKING:
    from subprocess import Popen

    from game.client.serving import Company


class OwnRehearsal:
    """A rehearsal's own server, and bots in a process of theirs so that the windows stay quick."""

    def __init__(self, url: str, life: ExitStack) -> None:
        self.url = url
        self._life = life

    def fill(self, room: str, company: Company) -> None:
        """Let bots sit down in the room at this address."""
        seated = ["--tables", str(company.tables), "--seats", str(company.seats), "--speed", company.speed]
        command = [sys.executable, "-m", "game", "rehearse", "--join", room, "--first-table", "1", "--tied"]
        self._life.enter_context(tied([*command, *seated]))

    def stop(self) -> None:
        """Send the bots away, end the server, and throw away what it kept."""
        self._life.close()


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


def own_server(given: Sequence[str] = ()) -> OwnServer:
    """Start a server for one's own session, or use the one that already listens on this machine.

    `given` are options of `bemot serve`; with them a server is started whatever else runs. Raises
    `game.client.serving.NotStarted`.
    """
    from game.client import serving
    from game.client.api import healthz

    if not given and healthz(f"http://127.0.0.1:{PORT}"):
        return OwnServer(str(PORT))
    life = ExitStack()
    try:
        url, process = life.enter_context(announced(serve_command(given)))
    except NotStarted as error:
        raise serving.NotStarted(error.message) from error
    return OwnServer(url.rsplit(":", 1)[-1], process, life)


def own_rehearsal(decks: Sequence[Path] = ()) -> OwnRehearsal:
    """Start a server for a rehearsal, with these decks besides the game's. Raises
    `game.client.serving.NotStarted`.
    """
    from game.client import serving

    life = ExitStack()
    try:
        return OwnRehearsal(life.enter_context(rehearsal_server(decks)), life)
    except NotStarted as error:
        raise serving.NotStarted(error.message) from error


def serve_command(given: Sequence[str]) -> list[str]:
    """The command that runs a server as a process of its own."""
    return [sys.executable, "-m", "game", "serve", "--announce", *given]


@contextmanager
def rehearsal_server(decks: Sequence[Path] = ()) -> Iterator[str]:
    """A server of its own on a free port, with these decks besides the game's and a database that is thrown
    away afterwards.
    """
    import tempfile

    with tempfile.TemporaryDirectory(prefix="bemot-") as folder:
        options = ["--host", "127.0.0.1", "--port", "0", "--database", str(Path(folder) / "rehearsal.sqlite")]
        options += [part for path in decks for part in ("--decks", str(path))]
        with announced(serve_command(options)) as (url, _):
            yield url
