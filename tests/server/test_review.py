"""A table's own dilemma, from the talk where it was written to a new room where it is played."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

from typer.testing import Result

from tests.cards.build import DeckFolder, good_deck
from tests.server.kit import Guests, HandClock, House, advance, house
from tests.server.suggestions import OWN, SITUATION, bemot, sent

MISSING = {
    "# themes: []": "themes: [vantan]",
    "# setting:": "setting: external",
    "# channel:": "channel: phone",
    "# roles:": "roles: [reception]",
    "# heat:": "heat: 1",
    "# minutes:": "minutes: 12",
    "# speaks_for:": "speaks_for: Den som blir hörd blir lugnare.",
    "# questions:": "questions: [Vad behöver hon mest?, Vem väntar på dig?]",
    "# twist:": "twist: Tänk om hon är din granne?",
    "# perspective:": "perspective: Ett löfte om tid är också ett besked.",
    "# prevent:": "prevent: Ring själv upp i tid.",
    "# facilitator:": "facilitator: Låt någon vara trött.",
}


async def review(database: Path, *arguments: object, given: str = "") -> Result:
    """`bemot deck review`, beside the running server."""
    return await asyncio.to_thread(
        lambda: bemot("deck", "review", "--database", database, *arguments, given=given)
    )


async def waiting(database: Path, *arguments: object) -> list[dict[str, Any]]:
    """What waits, as JSON."""
    told: list[dict[str, Any]] = json.loads((await review(database, "--json", *arguments)).output)
    return told


def completed(deck: DeckFolder, card: str) -> None:
    """What an editor does: what is missing is written where the draft asks for it, and it is reviewed."""
    text = deck.read(f"cards/{card}.yaml")
    for asked, written in MISSING.items():
        text = re.sub(rf"{re.escape(asked)}.*", written, text)
    swedish, english = text[: text.index("  en:")], text[text.index("  en:") :]
    swedish = re.sub("# title:.*", "title: Fem i fyra", swedish)
    english = re.sub("# title:.*", "title: Five to four", english)
    english = english.replace("# situation:", f'situation: "{SITUATION}"').replace(
        "# options:",
        "options: [{text: I stay., speaks_for: She is heard.}, {text: I call., speaks_for: It is kept.}]",
    )
    deck.write(f"cards/{card}.yaml", (swedish + english).replace("status: draft", "status: reviewed"))


async def offered(place: House, slug: str) -> list[str]:
    """The deck's cards as the server offers them; empty for a broken deck."""
    decks = await place.decks()
    return [card["id"] for deck in decks if deck["slug"] == slug and deck["ok"] for card in deck["cards"]]


async def test_from_the_table_to_a_draft_to_a_card_that_is_played(
    database: Path, clock: HandClock, guests: Guests, tmp_path: Path
) -> None:
    deck = good_deck(tmp_path / "mine")
    async with house(database, clock=clock, decks=(tmp_path / "mine",)) as place:
        await sent(place, guests)
        (told,) = await waiting(database)
        assert (told["situation"], told["options"]) == (SITUATION, list(OWN.options))

        taken = await review(database, "--into", deck.path, "--accept", told["id"])
        assert taken.exit_code == 0
        assert "This is missing: Themes" in taken.output
        assert "Title (sv)" in taken.output
        assert f"bemot deck export {deck.path} drafts.xlsx" in taken.output
        assert await offered(place, "prov") == ["prov/femte-samtalet"]
        assert await waiting(database) == []

        refused = await place.make_room(decks=["prov"], cards=[f"prov/{told['card']}"])
        assert not refused["ok"]
        completed(deck, told["card"])
        checked = await asyncio.to_thread(lambda: bemot("deck", "check", "--no-fit", deck.path))
        assert checked.exit_code == 0, checked.output
        session = await guests.session(place, decks=["prov"], cards=[f"prov/{told['card']}"])
        await advance(session, "vote")
        card = session.players[0].slices["card"]
        assert card["id"] == f"prov/{told['card']}"
        assert SITUATION in json.dumps(card, ensure_ascii=False)


async def test_neither_room_nor_table_nor_day_is_told(
    database: Path, clock: HandClock, guests: Guests, tmp_path: Path
) -> None:
    good_deck(tmp_path / "mine")
    async with house(database, clock=clock, decks=(tmp_path / "mine",)) as place:
        session = await sent(place, guests)
        listed = (await review(database, "--list")).output + (await review(database, "--json")).output
    (told,) = json.loads(listed[listed.rindex("\n[") :])
    assert set(told) == {"id", "card", "week", "situation", "options", "traces"}
    assert re.fullmatch(r"2030-W1\d", told["week"])
    team = session.players[0].slices["team"]["id"]
    for secret in (session.made["code"], session.made["room"], team, *session.players[0].seats):
        assert secret not in listed
