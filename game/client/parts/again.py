"""When a break is over, in words that are no time of day, and then the time of day."""

from __future__ import annotations

from datetime import UTC, datetime

from game.client.language import Language
from game.client.ui import Ctx

MINUTE = 60_000


def clock(ms: float, _: Language) -> str:
    """A moment as this machine's clock shows it: 15.02."""
    local = datetime.fromtimestamp(ms / 1000, UTC).astimezone()
    return _("{hour}.{minute}", hour=f"{local.hour:02d}", minute=f"{local.minute:02d}")


def again_in(remaining: float, ctx: Ctx, *, frozen: bool = False) -> str:
    """15 min; in the last minute seconds. Asks to be built again when it is another; `frozen` never is."""
    unit = 1000 if remaining < MINUTE else MINUTE
    if not frozen:
        ctx.again_in(remaining % 1000 or 1000 if remaining <= MINUTE else (remaining - 1) % MINUTE + 1)
    count = -int(-remaining // unit)
    return ctx._("{n} sekunder", n=count) if unit == 1000 else ctx._("{n} min", n=count)


def again_at(remaining: float, ctx: Ctx) -> str:
    """kl. 14.20"""
    return ctx._("kl. {time}", time=clock(ctx.now + remaining, ctx._))
