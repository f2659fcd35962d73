"""The trend over all rooms, asked of the server for a host's window, and printed on this machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.client import api
from game.client.paperwork import Asking, Post, beside
from game.client.stations.desk import TrendDesk, TrendWish
from game.rules.trend import Trend

SaveTrend = Callable[[TrendWish], Path]
"""Writes a PDF and answers where it lies. Raises NotPrinted. It may take a second: called in a thread."""
OTHER = {
    "sv": "Servern är av en annan version, så det går inte att läsa. Uppdatera Bemöt.",
    "en": "The server is of another version, so it cannot be read. Update Bemöt.",
}


def trend_from(
    desk: TrendDesk, write: SaveTrend, post: Post, url: str, code: Callable[[], str], key: str
) -> None:
    """From now on the desk can ask the server at `url` for the trend, as the host of this room."""
    asking, brought = Asking(desk, post, key), dict[str, Any]()

    def told(answer: api.TrendTold) -> None:
        desk.kept = answer.trend is not None
        try:
            desk.trend = Trend.model_validate(answer.trend) if answer.trend is not None else None
        except ValidationError:
            desk.trouble = OTHER
        else:
            brought.clear()
            brought.update(answer.trend or {})

    def ask(typed: str) -> None:
        room = code()
        desk.saved = ""
        asking.ask(typed, lambda known: api.trend(url, room, known), told)

    def saved(path: Path | None, trouble: Mapping[str, str]) -> None:
        desk.works, desk.trouble = False, trouble
        desk.saved = str(Path(path.parent.name, path.name)) if path else ""

    def save(language: str, card: str) -> None:
        wish = TrendWish(language, dict(brought), card)
        desk.works, desk.saved, desk.trouble = True, "", {}
        beside(lambda: write(wish), saved, post)

    desk.ask, desk.save = ask, save
