"""The host key of a window that leads, and what becomes of it when the lead comes or goes."""

from __future__ import annotations

from collections.abc import Callable

from game.client.news import KeyTold
from game.client.stations.board import Board
from game.client.stations.host_leaders import TAKEN


class Leading:
    """`lend` lets the desk ask the room's server with a key, "" for none that is known here; `ask` has the
    server asked for a new host key, which comes as `KeyTold`.
    """

    def __init__(self, board: Board, lend: Callable[[str], object], ask: Callable[[], object]) -> None:
        self.key = ""
        """What the server is asked with, also when it is shown no more."""
        self._board, self._lend, self._ask = board, lend, ask
        self._leads: bool | None = None

    def know(self, key: str) -> None:
        """This is the host key from now on; "" when it is not known here."""
        self.key = key
        self._lend(key)

    def follow(self) -> None:
        """The view has changed. A host key ends when the lead is handed over: whoever has it now gets a new
        one unasked, and who had it before knows none any more. Whoever takes the lead decides, since the key
        of those who are gone still opens.
        """
        play, before = self._board.play, self._leads
        if play.leads is None or play.leads == before:
            return
        self._leads = play.leads
        if not play.leads:
            self._board.key = ""
            self.know("")
        elif before is not None:
            self._board.desk.lead.came = True
            if not play.kept.pop(TAKEN, False):
                self.ask()

    def ask(self) -> None:
        """A new host key, please."""
        lead = self._board.desk.lead
        lead.works, lead.trouble = True, {}
        self._ask()

    def told(self, news: KeyTold) -> None:
        """What came of asking for a key, for oneself or for a co-host."""
        board, lead = self._board, self._board.desk.lead
        if news.kind == "helper":
            board.desk.key, board.desk.trouble = news.key, news.message
            return
        lead.works, lead.trouble = False, news.message
        if news.key:
            board.key, board.renewed = news.key, True
            if board.asked == "host key":
                board.ask()
            self.know(news.key)
