"""A broken deck never stops a server, hides no other, and changes nothing for those who play."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game import places
from tests.cards.build import CARD, CARD_FILE, COVER, DeckFolder, good_deck
from tests.cards.hostile import BROKEN, COSTLY, REFUSED, packed, zipped
from tests.server.kit import Guests, HandClock, House, advance, house

SHIPPED = {folder.name for folder in places.decks().iterdir() if (folder / "deck.yaml").is_file()}
CARD_BYTES = CARD.encode()


def fill(folder: Path) -> dict[str, str]:
    """Eleven sorts of broken decks; their names as they are listed, and a code of each."""
    broken: list[tuple[str, Callable[[DeckFolder], object], str]] = [
        ("tom", lambda deck: (deck.path / "deck.yaml").unlink(), "no-cover"),
        ("windows", lambda deck: deck.write("deck.yaml", COVER.encode("utf-16")), "not-utf8"),
        ("tabb", lambda deck: deck.edit(CARD_FILE, "rev: 1", "\trev: 1"), "tab"),
        ("het", lambda deck: deck.edit(CARD_FILE, "heat: 1", "heat: 4"), "too-high"),
        ("lank", lambda deck: (deck.path / "cards/x.yaml").symlink_to("/dev/zero"), "outside"),
        ("ror", lambda deck: os.mkfifo(deck.path / "cards/x.yaml"), "unreadable"),
        ("djup", lambda deck: deck.write("cards/x.yaml", "[" * 200_000), "too-deep"),
        ("bild", lambda deck: deck.write("images/femte-samtalet.png", b"<svg/>"), "picture-broken"),
        ("namn", lambda deck: deck.edit("deck.yaml", "slug: namn", "slug: annat"), "slug-mismatch"),
        (
            "utgava",
            lambda deck: deck.edit("deck.yaml", "version: 1.0.0", f"version: {'9' * 5000}.0.0"),
            "version-shape",
        ),
        ("kopia", lambda deck: deck.write("cards/x.yaml", CARD), "duplicate-id"),
    ]
    codes = {}
    for slug, make, code in broken:
        make(good_deck(folder, slug))
        codes[slug] = code
    for sort in ("bomb", "crowd", "up and out", "link", "not a zip", "lzma"):
        packed(folder, f"{sort}.zip", REFUSED[sort][0]())
        codes[f"{sort}.zip"] = REFUSED[sort][1]
    for sort in ("liar", "wide picture", "many values"):
        packed(folder, f"{sort}.zip", BROKEN[sort][0]())
        codes[f"{sort}.zip"] = BROKEN[sort][1]
    packed(folder, "slow.zip", COSTLY["many slow cards"][0]())
    return {**codes, "slow.zip": "too-many-broken"}


async def listed(place: House) -> dict[str, dict[str, Any]]:
    return {deck["slug"]: deck for deck in await place.decks()}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
async def test_a_good_deck_among_broken_ones_is_played(
    database: Path, clock: HandClock, tmp_path: Path, guests: Guests
) -> None:
    codes = fill(tmp_path / "decks")
    good_deck(tmp_path / "decks", "hemma")
    async with house(database, clock=clock, decks=(tmp_path / "decks",)) as place:
        found = await listed(place)
        assert set(found) == SHIPPED | {"hemma"} | set(codes)
        assert {slug for slug, deck in found.items() if deck["ok"]} == SHIPPED | {"hemma"}
        for slug, code in codes.items():
            told = found[slug]["findings"]
            assert code in {finding["code"] for finding in told}
            assert len(told) <= 50
            assert (found[slug]["cards"], found[slug]["title"]) == ([], {})
            assert (await place.make_room(decks=[slug]))["code"] == "broken_deck"
        session = await guests.session(place, solos=2, decks=["hemma"], cards=["hemma/femte-samtalet"])
        await advance(session, "vote")
        assert session.players[0].slices["card"]["text"]["sv"]["title"] == "Femte samtalet"


async def test_a_packed_deck_is_played_from_a_folder_or_by_itself(
    database: Path, clock: HandClock, tmp_path: Path, guests: Guests
) -> None:
    for slug in ("hemma", "borta"):
        files = {"deck.yaml": COVER.replace("slug: prov", f"slug: {slug}").encode(), CARD_FILE: CARD_BYTES}
        packed(tmp_path / slug, f"{slug}-1.0.0.zip", zipped(files))
    chosen = (tmp_path / "hemma", tmp_path / "borta/borta-1.0.0.zip")
    async with house(database, clock=clock, decks=chosen) as place:
        found = await listed(place)
        assert {slug for slug, deck in found.items() if deck["ok"]} == SHIPPED | {"hemma", "borta"}
        session = await guests.session(place, solos=2, decks=["borta"], cards=["borta/femte-samtalet"])
        await advance(session, "vote")
        assert session.players[0].slices["card"]["text"]["en"]["title"] == "The fifth call"


async def test_a_package_that_is_replaced_while_the_server_runs_is_read_again(
    database: Path, clock: HandClock, tmp_path: Path
) -> None:
    files = {"deck.yaml": COVER.encode(), CARD_FILE: CARD_BYTES}
    file = packed(tmp_path / "decks", "prov.zip", zipped(files))
    async with house(database, clock=clock, decks=(tmp_path / "decks",)) as place:
        assert (await listed(place))["prov"]["version"] == "1.0.0"
        newer = {**files, "deck.yaml": files["deck.yaml"].replace(b"version: 1.0.0", b"version: 1.10.0")}
        packed(tmp_path / "decks", "ny.zip", zipped(newer))
        assert (await listed(place))["prov"]["version"] == "1.10.0"
        file.write_bytes(b"trasig")
        found = await listed(place)
        assert (found["prov"]["version"], found["prov.zip"]["ok"]) == ("1.10.0", False)


async def test_a_broken_package_takes_nobodys_place(database: Path, clock: HandClock, tmp_path: Path) -> None:
    for folder in ("ett", "tva"):
        packed(tmp_path / folder, "motet.zip", b"trasig")
    async with house(database, clock=clock, decks=(tmp_path / "ett", tmp_path / "tva")) as place:
        found = await listed(place)
        assert found["motet"]["ok"]
        assert [slug for slug, deck in found.items() if not deck["ok"]] == ["motet.zip", "tva/motet.zip"]


async def test_a_broken_folder_stands_for_its_deck_and_no_other_is_played_in_silence(
    database: Path, clock: HandClock, tmp_path: Path
) -> None:
    good_deck(tmp_path / "decks", "motet").edit(CARD_FILE, "heat: 1", "heat: 4")
    async with house(database, clock=clock, decks=(tmp_path / "decks",)) as place:
        assert [slug for slug, deck in (await listed(place)).items() if not deck["ok"]] == ["motet"]
        assert (await place.make_room(decks=["motet"]))["code"] == "broken_deck"


async def test_an_unpacked_deck_wins_over_a_package_beside_it(
    database: Path, clock: HandClock, tmp_path: Path
) -> None:
    good_deck(tmp_path / "decks")
    files = {"deck.yaml": COVER.replace("1.0.0", "2.0.0").encode(), CARD_FILE: CARD_BYTES}
    packed(tmp_path / "decks", "prov-2.0.0.zip", zipped(files))
    async with house(database, clock=clock, decks=(tmp_path / "decks",)) as place:
        assert (await listed(place))["prov"]["version"] == "1.0.0"


async def test_a_deck_broken_in_the_middle_of_a_session_changes_nothing_for_those_who_play(
    database: Path, clock: HandClock, tmp_path: Path, guests: Guests
) -> None:
    deck = good_deck(tmp_path / "decks", "hemma")
    async with house(database, clock=clock, decks=(tmp_path / "decks",)) as place:
        session = await guests.session(place, solos=2, decks=["hemma"], cards=["hemma/femte-samtalet"])
        await advance(session, "draw")
        deck.write(CARD_FILE, b"\xff\xfe\x00").write("deck.yaml", "slug: [")
        assert not (await listed(place))["hemma"]["ok"]
        await advance(session, "vote")
        late = await guests.connected(place)
        assert (await late.join(session.made["code"]))["ok"]
        for player in (session.players[0], late):
            assert player.slices["card"]["text"]["sv"]["title"] == "Femte samtalet"
        assert (await place.make_room(decks=["hemma"]))["code"] == "broken_deck"
        shutil.rmtree(deck.path)
        assert "hemma" not in await listed(place)
        await advance(session, "talk")
        assert (await place.make_room(decks=["hemma"]))["code"] == "unknown_deck"
