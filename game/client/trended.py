"""The trend over all rooms, asked of the server for a host's window, and printed on this machine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.client import api
from game.client.paperwork import NotPrinted, Post
from game.client.stations.desk import TrendDesk, TrendWish
from game.client.trouble import Trouble
from game.rules.trend import Trend
from game.wire import Nack

SaveTrend = Callable[[TrendWish], Path]
"""Writes a PDF and answers where it lies. Raises NotPrinted. It may take a second: called in a thread."""
OTHER = {
    "sv": "Servern är av en annan version, så det går inte att läsa. Uppdatera Bemöt.",
    "en": "The server is of another version, so it cannot be read. Update Bemöt.",
}


def trend_from(
    desk: TrendDesk, write: SaveTrend, post: Post, url: str, code: Callable[[], str], key: str
) -> None:
    """From now on the desk can ask the server at `url` for the trend, as the host of the room with this code.

    `key` is the host key, "" when it is not known here. One that the server refuses is asked for anew.
    """
    kept, brought = [key], [dict[str, Any]()]
    desk.needs_key = not key

    def told(answer: api.TrendTold | None, trouble: Mapping[str, str], asked: str) -> None:
        desk.works, desk.trouble, desk.needs_key = False, trouble, not asked
        kept[0] = asked
        if answer is None:
            return
        desk.kept = answer.trend is not None
        try:
            desk.trend = Trend.model_validate(answer.trend) if answer.trend is not None else None
            brought[0] = dict(answer.trend or {})
        except ValidationError:
            desk.trouble = OTHER

    def ask(typed: str) -> None:
        asked, room = typed or kept[0], code()
        desk.works, desk.saved, desk.trouble = True, "", {}

        def go() -> None:
            answer, words, good = None, dict[str, str](), asked
            try:
                found = api.trend(url, room, asked)
                if isinstance(found, Nack):
                    words, good = dict(found.message), "" if found.code == "wrong_host_key" else asked
                else:
                    answer = found
            except Trouble as trouble:
                words = dict(trouble.message)
            post(lambda: told(answer, words, good))

        threading.Thread(target=go, name="bemot-trend", daemon=True).start()

    def saved(where: str, trouble: Mapping[str, str]) -> None:
        desk.works, desk.saved, desk.trouble = False, where, trouble

    def save(language: str, card: str) -> None:
        wish = TrendWish(language, brought[0], card)
        desk.works, desk.saved, desk.trouble = True, "", {}

        def go() -> None:
            where, words = "", dict[str, str]()
            try:
                path = write(wish)
                where = str(Path(path.parent.name, path.name))
            except NotPrinted as why:
                words = dict(why.words)
            post(lambda: saved(where, words))

        threading.Thread(target=go, name="bemot-trend-paper", daemon=True).start()

    desk.ask, desk.save = ask, save
