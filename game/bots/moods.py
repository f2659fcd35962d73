"""What makes a hall live beside its host: a hand, a time-out, a network that is gone for a while."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from functools import partial
from typing import Literal

from game.bots.dice import roll
from game.bots.station import Bot
from game.rules.command import CallTimeout, EndTimeout, RaiseHand

Mood = Literal["hand", "timeout", "network"]

EVERY = 20.0
"""Seconds between two of a hall's moods, on average and however many tables it has."""
RARE = 90.0
"""Seconds between two moods of one table, on average and at least: few tables are not restless."""
SOON = 15.0
"""Seconds at least from one mood of a table to its next."""


def moods(seed: int, table: int, tables: int) -> Iterator[tuple[float, Mood]]:
    """(seconds until the next, what it is) for one of so many tables, without end."""
    dice = roll(seed, "moods", table)
    mean = max(RARE, EVERY * tables)
    kinds: tuple[Mood, ...] = ("hand", "hand", "network", "network", "timeout")
    while True:
        yield SOON + dice.expovariate(1 / mean), dice.choice(kinds)


async def live(
    bot: Bot, course: Iterable[tuple[float, Mood]], pause: Callable[[float], Awaitable[object]]
) -> None:
    """Go through these moods at the bot's table until its part is over."""
    await bot.entered.wait()
    for wait, mood in course:
        await pause(wait)
        if bot.over.is_set():
            return
        if mood == "network":
            await bot.lose_network(partial(pause, 12 + wait % 28))
        elif mood == "hand" and bot.may("raise_hand") and not bot.view["team"]["help"]:
            await bot.say(RaiseHand())
            await pause(60 + wait % 120)
            await bot.say(RaiseHand(on=False))  # has somebody come, or has it worked itself out
        elif mood == "timeout" and bot.may("call_timeout"):
            await bot.say(CallTimeout())
            await pause(15 + wait % 30)
            if wait % 4 < 1 and bot.may("end_timeout"):
                await bot.say(EndTimeout(how="call"))
                await pause(45)
                await bot.say(RaiseHand(on=False))
            await bot.say(EndTimeout(how="continue"))  # the host may have ended it already
