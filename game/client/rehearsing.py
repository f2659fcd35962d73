"""A rehearsal while its windows are open: its server is kept as one's own is, and lost bots are told of."""

from __future__ import annotations

import threading
from collections.abc import Callable

from game.client.keeper import Keeper, Words
from game.client.serving import Rehearsal


class Rehearsing:
    """The last rehearsal of this run. Everything here belongs to the thread that draws; `post` brings calls
    there from other threads.
    """

    def __init__(self, post: Callable[[Callable[[], object]], None]) -> None:
        self.keeper = Keeper(None, post)
        """Starts its server again when it has died."""
        self._post = post
        self._rehearsal: Rehearsal | None = None

    def keep(self, rehearsal: Rehearsal) -> None:
        """This one runs from now on."""
        self._rehearsal = rehearsal
        self.keeper = Keeper(rehearsal.start_again, self._post)
        self.keeper.keep(rehearsal.server)
        threading.Thread(target=self._watch, args=(rehearsal,), name="bemot-bots", daemon=True).start()

    def let_go(self) -> Rehearsal | None:
        """It may be stopped without being missed."""
        rehearsal, self._rehearsal = self._rehearsal, None
        self.keeper.let_go()
        return rehearsal

    def stop(self) -> None:
        """Send the bots away, end the server, and throw away what it kept."""
        rehearsal = self.let_go()
        if rehearsal is not None:
            rehearsal.stop()

    def _watch(self, rehearsal: Rehearsal) -> None:
        lost = rehearsal.bots_lost()
        if lost:
            self._post(lambda: self._tell(rehearsal, lost))

    def _tell(self, rehearsal: Rehearsal, lost: Words) -> None:
        if self._rehearsal is rehearsal:
            self.keeper.beside = lost
