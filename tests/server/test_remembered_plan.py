"""A room remembers its host's own plan: its name, its steps and what was changed, after a restart too."""

from __future__ import annotations

from pathlib import Path

from icalendar import Calendar
from typer.testing import CliRunner

from game.cli import app
from game.rules import OpenNext, Step
from game.rules.command import ArrangeSteps, DealCard
from tests.server.kit import Guests, house

OWN = [
    {"kind": "frame", "minutes": 5},
    {"kind": "round", "minutes": 17, "card": "motet/den-malade-stenen"},
    {"kind": "round", "minutes": 12, "card": "motet/dubbelbokat"},
    {"kind": "pledge", "minutes": 6},
]


async def test_a_plan_of_ones_own_is_the_rooms_also_when_the_server_has_been_away(
    database: Path, guests: Guests
) -> None:
    async with house(database) as at:
        made = await at.make_room("Halvdag", name="Vår förmiddag", steps=OWN, decks=["motet"])
        host = await guests.connected(at)
        assert made["ok"], made
        assert (await host.join(made["code"], "host", host_key=made["host_key"]))["ok"]
        await host.must(OpenNext(serial=host.serial))
        await host.sees(lambda: host.stage["phase"] == "frame")
        plan = host.slices["host"]["plan"]
        rest = (Step(kind="round", minutes=20, card="motet/fiollektionen"), Step(kind="pledge", minutes=9))
        await host.must(ArrangeSteps(plan=plan, steps=rest))
        await host.must(OpenNext(serial=host.serial))
        await host.sees(lambda: host.stage["phase"] == "draw")
        await host.must(DealCard(serial=host.serial, card="motet/fiollektionen"))
        token = host.token
    async with house(database) as again:
        back = await guests.connected(again)
        assert (await back.come_back(token))["ok"]
        await back.sees(lambda: "host" in back.slices)
        told = [(step["kind"], step["minutes"], step["card"]) for step in back.slices["host"]["steps"]]
        assert told == [("frame", 5, ""), ("round", 20, "motet/fiollektionen"), ("pledge", 9, "")]
        assert back.slices["room"]["preset"] == "Vår förmiddag"
        file = database.parent / "u.ics"
        asked = ["calendar", made["code"], "--database", str(database), "-o", str(file)]
        done = CliRunner().invoke(app, asked, env={"BEMOT_LANGUAGE": "en"})
    assert done.exit_code == 0, done.output
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert str(event["description"]).endswith("The cards you talked about then: Dad does the talking.")
