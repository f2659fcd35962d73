"""The server that this program runs for its people: started when asked for, and again when it has died."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from game.client.api import Answered, errand
from game.client.serving import ServerHandle, StartServer

Words = Mapping[str, str]
"""language -> sentence"""

AGAIN: Words = {
    "sv": "Servern stannade och startas om. Allt sparat finns kvar.",
    "en": "The server stopped and is being started again. Everything saved is still there.",
}
SHORT_LIVED: Words = {
    "sv": "Servern stannade igen, strax efter att den startats om. Allt sparat finns kvar.",
    "en": "The server stopped again, soon after it was started. Everything saved is still there.",
}
SOON = 10.0
"""Seconds: one that lives shorter than this after a restart is not started again without being asked for."""


class Keeper:
    """Everything here belongs to the thread that draws; `post` brings calls there from other threads."""

    def __init__(self, starter: StartServer | None, post: Callable[[Callable[[], object]], None]) -> None:
        self.server: ServerHandle | None = None
        self.waiting: Words = {}
        """What is being done about a server that died."""
        self.trouble: Words = {}
        """Why it could not be started again."""
        self.beside: Words = {}
        """What else there is to tell: that a rehearsal's bots are gone."""
        self._starter = starter
        self._post = post
        self._mail: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._since: float | None = None

    def keep(self, server: ServerHandle) -> None:
        """This one is used from now on, and started again if it dies."""
        self.server = server
        threading.Thread(target=self._watch, args=(server,), name="bemot-keeper", daemon=True).start()

    def start_again(self) -> None:
        """Start it where it was: the same port, the same database."""
        if self._starter is None or self.waiting:
            return
        self.waiting, self.trouble = AGAIN, {}
        errand("server again", self._starter, self._mail, lambda: self._post(self._take))

    def let_go(self) -> ServerHandle | None:
        """It is no longer this keeper's: whoever has it ends it."""
        server, self.server = self.server, None
        return server

    def stop(self) -> None:
        """End it in good order."""
        server = self.let_go()
        if server is not None:
            server.stop()

    def _watch(self, server: ServerHandle) -> None:
        if server.wait():
            self._post(lambda: self._ended(server))

    def _ended(self, server: ServerHandle) -> None:
        if self.server is not server:
            return  # it was asked to end, or is another by now
        server.stop()
        if self._since is not None and time.monotonic() - self._since < SOON:
            self.trouble = SHORT_LIVED
            return
        self.start_again()

    def _take(self) -> None:
        news: Answered[ServerHandle] = self._mail.get_nowait()
        self.waiting = {}
        if news.trouble is not None:
            self.trouble = news.trouble.message
        elif news.answer is not None and self.server is None:
            news.answer.stop()  # the windows were closed meanwhile
        elif news.answer is not None:
            self._since = time.monotonic()
            self.keep(news.answer)
