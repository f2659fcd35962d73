"""Whatever tree a file holds, and however a real card is changed, reading ends in a deck or in findings."""

from __future__ import annotations

import io
import json
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from game import places
from game.cards.check import check_deck
from game.cards.digest import digest, from_json, to_json
from game.cards.findings import Finding
from game.cards.load import Loaded, load_deck
from game.cards.packing import Package, pack
from game.cards.pictures import SUFFIXES, judged
from game.cards.source import parse
from tests.cards.build import CARD_FILE, DeckFolder, good_deck
from tests.cards.corpus import TODAY
from tests.cards.hostile import GOOD, jpeg, packed, png, webp, zipped

WORDS = st.sampled_from(
    [
        "id",
        "rev",
        "kind",
        "text",
        "sv",
        "en",
        "options",
        "questions",
        "refs",
        "of",
        "dilemma",
        "ranking",
        "exercise",
    ]
) | st.text(string.printable + "åäö”\u00ad\ufeff", max_size=12)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=30)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=5),
    max_leaves=25,
)
REAL = sorted(places.decks().glob("*/cards/*.yaml"))
SPLICES = (
    "",
    " ",
    "\t",
    ":",
    '"',
    "”",
    "- ",
    "\n",
    "#",
    "&",
    "*",
    "!",
    "%",
    "[",
    "{",
    "|",
    ">",
    "\u00ad",
    "§",
    "TODO",
)


def as_yaml(tree: object) -> bytes:
    stream = io.BytesIO()
    YAML(typ="safe", pure=True).dump(tree, stream)
    return stream.getvalue()


def settle(path: Path) -> Loaded:
    """The deck as read; it and its findings are such as can be shown and stored."""
    loaded = load_deck(path)
    assert (loaded.deck is None) == any(item.is_error for item in loaded.findings)
    found = check_deck(path, today=TODAY)
    assert set(loaded.findings) <= set(found)
    for item in found:
        tell(item)
    if loaded.deck is not None:
        again = from_json(to_json(loaded.deck))
        assert again == loaded.deck
        assert digest(again) == digest(loaded.deck)
        assert json.loads(to_json(again)) == json.loads(to_json(loaded.deck))
    return loaded


def tell(item: Finding) -> None:
    assert item.line >= 1
    assert item.column >= 1
    for words in (item.what.sv, item.what.en, item.do.sv, item.do.en):
        assert words.strip()
    for language in ("sv", "en"):
        assert "\n" not in item.sentence(language)
        item.sentence(language).encode()
    assert Finding.model_validate_json(item.model_dump_json()) == item


def nodes(tree: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The place of everything in the tree but its root."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in pairs:
        yield (*at, key)
        yield from nodes(value, (*at, key))


@cache
def tree_of(path: Path) -> str:
    """The card's values as JSON, for everybody to have a copy of their own."""
    return json.dumps(parse(path.read_bytes(), path.name).tree)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A real card with up to three of its values removed, renamed, doubled or replaced, and its id."""
    path = draw(st.sampled_from(REAL))
    tree = json.loads(tree_of(path))
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.sampled_from(list(nodes(tree))))
        holder = tree
        for part in place[:-1]:
            holder = holder[part]
        act = draw(st.sampled_from(["remove", "replace", "rename", "double", "swap"]))
        value = holder.pop(place[-1])
        if act == "replace":
            _put(holder, place[-1], draw(TREES))
        elif act == "rename" and isinstance(holder, dict):
            holder[draw(WORDS)] = value
        elif act == "double":
            _put(holder, place[-1], [value, value] if draw(st.booleans()) else f"{value} {value}")
        elif act == "swap" and isinstance(value, str):
            _put(holder, place[-1], value[::-1])
    return path.stem, as_yaml(tree)


def _put(holder: Any, key: Any, value: object) -> None:
    if isinstance(holder, list):
        holder.insert(key, value)
    else:
        holder[key] = value


@st.composite
def spliced(draw: st.DrawFn) -> tuple[str, bytes]:
    """A real card's file with something typed, pasted or lost at up to three places, and its id."""
    path = draw(st.sampled_from(REAL))
    text = path.read_text("utf-8")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SPLICES)) + text[at + draw(st.integers(0, 30)) :]
    return path.stem, text.encode(
        draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"])), "replace"
    )


def deck_with(folder: str, name: str, data: bytes) -> DeckFolder:
    return good_deck(Path(folder)).write(name, data)


@settings(max_examples=50, deadline=None)
@given(tree=TREES)
def test_any_tree_for_a_card_is_findings(tree: object) -> None:
    with TemporaryDirectory() as folder:
        settle(deck_with(folder, CARD_FILE, as_yaml(tree)).path)


@settings(max_examples=40, deadline=None)
@given(tree=TREES)
def test_any_tree_for_a_cover_is_findings(tree: object) -> None:
    with TemporaryDirectory() as folder:
        settle(deck_with(folder, "deck.yaml", as_yaml(tree)).path)


@settings(max_examples=60, deadline=None)
@given(change=mutated())
def test_a_real_card_with_other_values_is_a_card_or_findings(change: tuple[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        settle(deck_with(folder, f"cards/{change[0]}.yaml", change[1]).path)


@settings(max_examples=60, deadline=None)
@given(change=spliced())
def test_a_real_card_with_other_letters_is_a_card_or_findings(change: tuple[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        settle(deck_with(folder, f"cards/{change[0]}.yaml", change[1]).path)


@settings(max_examples=50, deadline=None)
@given(data=st.data(), method=st.sampled_from([ZIP_STORED, ZIP_DEFLATED]))
def test_a_damaged_package_is_a_deck_or_findings(data: st.DataObject, method: int) -> None:
    whole = zipped(GOOD, method)
    start = data.draw(st.integers(0, len(whole)))
    lost = data.draw(st.integers(0, 6))
    broken = whole[:start] + data.draw(st.binary(max_size=6)) + whole[start + lost :]
    with TemporaryDirectory() as folder:
        settle(packed(Path(folder), "lek.zip", broken))


@given(data=st.binary(max_size=300))
def test_any_bytes_for_a_package_are_findings(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        assert settle(packed(Path(folder), "lek.zip", b"PK\x03\x04" + data)).deck is None


@given(data=st.data(), suffix=st.sampled_from(sorted(SUFFIXES)))
def test_any_bytes_for_a_picture_are_a_size_or_a_finding(data: st.DataObject, suffix: str) -> None:
    good = data.draw(st.sampled_from([png(), jpeg(3, 4), webp(b"VP8L", 3, 4), webp(b"VP8X", 3, 4), b""]))
    at = data.draw(st.integers(0, len(good)))
    found = judged(good[:at] + data.draw(st.binary(max_size=40)), suffix, "x")
    if found is not None:
        tell(found)


@settings(max_examples=30, deadline=None)
@given(change=mutated())
def test_what_can_be_packed_comes_out_as_the_same_deck(change: tuple[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        deck = deck_with(folder, f"cards/{change[0]}.yaml", change[1])
        package = pack(deck.path)
        if isinstance(package, Package):
            assert settle(packed(Path(folder), "lek.zip", package.data)).deck == package.deck
        else:
            assert any(item.is_error for item in package)
