"""What a table takes home has reached its stations when the room is closed."""

from __future__ import annotations

from game.rules.command import CloseRoom
from tests.server.kit import Guests, House, advance


async def test_the_last_view_before_the_tokens_end_holds_the_tables_own_cards(
    open_house: House, guests: Guests
) -> None:
    session = await guests.session(open_house)
    await advance(session, "talk")
    card = session.players[0].slices["card"]["id"]
    await session.host.must(CloseRoom())
    await session.sees(lambda player: player.slices["room"]["closed"])
    for player in session.players:
        assert [one["id"] for one in player.slices["keep"]["cards"]] == [card]
        assert "result" not in player.slices
        assert set(player.slices["keep"]) == {"started", "cards", "strengthen", "improve"}
    assert "keep" not in session.host.slices
