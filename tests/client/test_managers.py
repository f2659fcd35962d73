"""Where managers sit: the host chooses as the room is made, and reads why."""

from __future__ import annotations

import pytest

from game.client.make_room import build
from game.client.pilot import Pilot
from game.client.room_form import RoomForm


@pytest.mark.parametrize(
    ("press", "chosen", "why"),
    [
        ("Eget bord", "own", "Då vågar fler säga som det är."),
        ("Blandat", "mixed", "Välj det bara om alla är med på det."),
        ("Leder", "host", "Chefen är spelledare och röstar inte."),
    ],
)
def test_each_way_to_seat_managers_says_why(press: str, chosen: str, why: str) -> None:
    form = RoomForm(make=lambda request: None, back=lambda: None)
    pilot = Pilot(lambda ctx: build(form, ctx))
    assert form.managers == "own", "by themselves, where nobody chooses"
    assert pilot.see("Då vågar fler säga som det är.")
    pilot.click(press)
    assert form.managers == chosen
    assert pilot.see(why)
