"""Files from somebody else: YAML, packages, spreadsheets, pictures. Reading ends in a deck or in findings."""

from __future__ import annotations

import io
import re
import shutil
import tempfile
import time
from functools import cache
from pathlib import Path
from random import Random
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from game import places
from game.cards.check import check_deck
from game.cards.load import load_deck, read_deck
from game.cards.packing import unpack
from game.cards.pictures import judged
from game.cards.tables.deckrows import flats
from game.cards.tables.merge import plan_of, settle, write
from game.cards.tables.reading import read_sheets, table_of
from game.cards.tables.telling import told
from tests.cards.build import every_kind, good_deck
from tests.cards.hostile import GOOD, jpeg, png, webp, zipped
from tests.cards.sheet import book_of, commas_of
from tests.fuzz.mutate import ODD_BYTES, spoil_bytes

SLOW: Final = 10.0
"""Seconds of this process's own work that no input of this size may need."""

YAML: Final = (
    *ODD_BYTES, b": ", b"- ", b"\n  ", b"---\n", b"...\n", b"? ", b"&a ", b"*a", b"<<: ",
    b"!!python/object ", b"|\n", b">\n", b"{", b"}", b"[", b"[" * 200, b'"', b"\\ud800", b"0x", b"1e999",
    b".nan", b"%YAML 1.1\n", b"kind: scale\n",
)  # fmt: skip
XML: Final = (
    *ODD_BYTES, b"<", b">", b"<!DOCTYPE x [<!ENTITY a 'a'>]>", b"&#0;", b"&#x10FFFF;", b'r="A1048577"',
    b't="s"', b"<f>1+1</f>", b'r:id="rId9"', b"<v>99999999999</v>",
    b"<v>1e999</v>", b"<v>-1</v>", b't="d"', b't="e"', b"<mergeCell ref='A1:ZZ9'/>",
)  # fmt: skip
COMMAS: Final = (
    *ODD_BYTES,
    b";",
    b",",
    b"\t",
    b'"',
    b'""',
    b"\r",
    b"=",
    b"Id",
    b"Sort",
    b"sep=;\r\n",
    b"\xff\xfe",
)


def deck(dice: Random) -> bytes:
    """A card or the cover of a deck that comes with the game, prefixed by its place and a line's end."""
    path = dice.choice(_cards())
    if dice.random() < 0.2:
        path = path.parents[1] / "deck.yaml"
    place = path.relative_to(places.decks()).as_posix()
    return f"{place}\n".encode() + spoil_bytes(dice, path.read_bytes(), YAML)


def settle_deck(data: bytes) -> str:
    """ "deck" or "findings"."""
    place, _, text = data.partition(b"\n")
    name = place.decode()
    assert re.fullmatch(r"[a-z0-9-]+/(deck|cards/[a-z0-9-]+)\.yaml", name), "an input of another kind"
    slug, _, file = name.partition("/")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, slug)
        shutil.copytree(places.decks() / slug, path, ignore=shutil.ignore_patterns("cards"))
        (path / "cards").mkdir()
        whole = min((places.decks() / slug / "cards").glob("*.yaml"))
        shutil.copy(whole, path / "cards")
        (path / file).write_bytes(text)
        return _deck_or_findings(path)


def package(dice: Random) -> bytes:
    """A packed deck with a few of its bytes changed, or one of its files."""
    method = dice.choice((ZIP_STORED, ZIP_DEFLATED))
    if dice.random() < 0.3:
        files = dict(GOOD)
        name = dice.choice(sorted(files))
        files[dice.choice((name, name, "../x.yaml", "cards/å.yaml", "images/a.png", "c" * 300))] = (
            spoil_bytes(dice, files[name], YAML)
        )
        return zipped(files, method)
    return spoil_bytes(dice, zipped(GOOD, method), (*ODD_BYTES, b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06"))


def settle_package(data: bytes) -> str:
    """ "deck" or "findings"; unpacking agrees, and writes nowhere else."""
    with tempfile.TemporaryDirectory() as folder:
        path, target = Path(folder, "lek.zip"), Path(folder, "mål")
        path.write_bytes(data)
        target.mkdir()
        outcome = _deck_or_findings(path)
        done = unpack(path, target)
        assert isinstance(done, tuple) == (outcome == "findings"), done
        assert {entry.name for entry in Path(folder).iterdir()} == {"lek.zip", "mål"}
        return outcome


def sheet(dice: Random) -> bytes:
    """A workbook spoilt in its bytes or in one of its XML files, or a file of commas; its name first."""
    book, commas = _sheets()
    if dice.random() < 0.25:
        return b"a.csv\n" + spoil_bytes(dice, commas, COMMAS)
    if dice.random() < 0.3:
        return b"a.xlsx\n" + spoil_bytes(dice, book)
    with ZipFile(io.BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(sorted(parts))
    parts[name] = spoil_bytes(dice, parts[name], XML)
    if dice.random() < 0.1:
        del parts[dice.choice(sorted(parts))]
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return b"a.xlsx\n" + stream.getvalue()


def settle_sheet(data: bytes) -> str:
    """ "cards" or "findings"; what is taken in is a sound deck."""
    name, _, body = data.partition(b"\n")
    with tempfile.TemporaryDirectory() as folder:
        path = good_deck(Path(folder)).path
        reading = read_deck(path)
        sheets = read_sheets(table_of(body, name.decode()), flats(reading), reading.cover)
        plan = plan_of(path, reading, sheets)
        outcome = settle(plan, plan.ids("new", "changed"), cover=True)
        for item in (*sheets.findings, *outcome.findings):
            assert item.line >= 1
            assert item.column >= 1
            for language in ("sv", "en"):
                told(item, language).encode()
        if sheets.is_broken or outcome.is_broken:
            return "findings"
        write(path, outcome)
        assert load_deck(path).deck is not None
        return "cards"


def picture(dice: Random) -> bytes:
    """A picture's file."""
    whole = dice.choice(
        (
            png(),
            png(4000, 4000),
            jpeg(640, 480),
            webp(b"VP8X", 9, 9),
            webp(b"VP8L", 9, 9),
            webp(b"VP8 ", 9, 9),
        )
    )
    return spoil_bytes(dice, whole)


def settle_picture(data: bytes) -> str:
    """ "picture" or "findings", whatever it calls itself."""
    outcomes = [judged(data, suffix, f"images/a{suffix}") for suffix in (".png", ".jpg", ".webp")]
    return "findings" if all(outcomes) else "picture"


def _deck_or_findings(path: Path) -> str:
    began = time.process_time()
    loaded = load_deck(path)
    assert (loaded.deck is None) == any(item.is_error for item in loaded.findings)
    for item in check_deck(path):
        assert item.line >= 1
        assert item.column >= 1
        for language in ("sv", "en"):
            assert "\n" not in item.sentence(language)
            item.sentence(language).encode()
    assert time.process_time() - began < SLOW
    return "findings" if loaded.deck is None else "deck"


@cache
def _cards() -> tuple[Path, ...]:
    return tuple(sorted(places.decks().glob("*/cards/*.yaml")))


@cache
def _sheets() -> tuple[bytes, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        whole = load_deck(every_kind(Path(folder)).path).deck
    assert whole is not None
    return book_of(whole, "sv"), commas_of(whole, "sv", plain=False)
