"""The mind of a bot that leads the hall: opens the door and each phase, deals, shows what may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from game.bots.dice import roll
from game.bots.mind import Act, View
from game.rules.command import CloseRoom, DealCard, OpenNext, ReleaseText, Resume, ShowResult


@dataclass(frozen=True, slots=True)
class Host:
    """At the hall's pace it leads throughout; at the tables' own pace it opens the door and then looks on."""

    seed: int

    def acts(self, view: View) -> Iterator[Act]:
        """What waits for nobody: on after a restart, charts and texts onto the wall."""
        if "host" not in view:
            return
        host, may = view["host"], view["you"]["may"]
        if view["stage"]["paused"] == "restart":
            yield Act("resume", Resume(), undone=True, always=True)
        if view["stage"]["paused"]:
            return
        if "show_result" in may:
            for what in self._charts(host):
                if what not in host["shown"]:
                    yield Act(("show", what), ShowResult(what=what))
        if "release_text" in may:
            for text in host["wall"]:
                if not text["released"]:
                    yield Act(("release", text["id"]), ReleaseText(text=text["id"]))

    def _charts(self, host: Any) -> Iterator[str]:
        if host["checkin"] is not None:
            yield "checkin"
        if host["recalled"] is not None:
            yield "recall"
        if host["rating"] is not None:
            yield "rating"
        for chart in host["charts"]:
            if chart["card"] not in host["held"]:
                yield f"card:{chart['card']}"

    def leads(self, view: View) -> Iterator[Act]:
        """The next phase for the hall."""
        stage, may = view["stage"], view["you"]["may"]
        serial = stage["serial"]
        if view["room"]["pace"] == "table" and stage["phase"] != "lobby":
            if all(tile["phase"] == "closed" for tile in tiles(view)):
                yield Act((serial, "close"), CloseRoom(), leads=True)
            return
        if stage["phase"] == "vote" and not all(tile["closed"] for tile in tiles(view)):
            return
        if stage["phase"] == "draw" and "deal_card" in may:
            yield Act(
                (serial, "deal"), DealCard(serial=serial, card=self._card(view), ready=True), leads=True
            )
        elif "open_next" in may:
            yield Act((serial, "next"), OpenNext(serial=serial), leads=True)

    def _card(self, view: View) -> str | None:
        """The step's own card when it has one; else one from the pile, the same for the same seed."""
        step = view["stage"]["step"]
        if view["host"]["steps"][step]["title"]:
            return None
        pile = sorted(card["id"] for card in view["host"]["cards"])
        return roll(self.seed, "deal", step).choice(pile) if pile else None


def tiles(view: View) -> list[Any]:
    """The host's tiles of tables with somebody at them."""
    return [tile for name, tile in view.items() if name.startswith("tile:") and tile["seats"]]
