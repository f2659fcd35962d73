"""Bots: stations that play over the real protocol, from what they are shown and nothing else.

    Seats   what a bot's seats wish, and how its reader leads      (pure: view in, act out)
    Host    how a bot leads the hall                               (pure)
    Bot     a wire and a mind: does the next act until the room is closed
    Tables  which of this process's bots are done with the open phase
    Figures what the bots have measured and cast
    cast    everybody in one room, who sits where; moods, what makes a hall beside a host live

Every choice is rolled from (seed, table, seat's symbol, card, round): the same seed gives the same session,
whatever the network does.
"""

from game.bots.figures import Figures
from game.bots.host import Host
from game.bots.mind import Act, Mind
from game.bots.seats import Seats
from game.bots.station import Bot
from game.bots.tables import Table, Tables

__all__ = ["Act", "Bot", "Figures", "Host", "Mind", "Seats", "Table", "Tables"]
