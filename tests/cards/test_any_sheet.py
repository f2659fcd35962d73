"""Whatever a card says, it comes back from a spreadsheet; whatever a file holds, reading it ends well."""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from game.cards.digest import digest
from game.cards.format import Card, Deck
from game.cards.load import load_deck, read_deck
from game.cards.source import parse
from game.cards.tables.cells import clean, guarded, listed, unguarded, unlisted
from game.cards.tables.deckrows import flats
from game.cards.tables.lists import work_csv
from game.cards.tables.merge import plan_of, settle, write
from game.cards.tables.reading import read_sheets, table_of
from game.cards.tables.taking import take
from game.cards.tables.telling import told
from game.cards.tables.worklist import jobs
from game.cards.writer import card_file
from tests.cards.any_card import CARDS, LANGUAGES, cards, deck_with, texts
from tests.cards.build import every_kind, good_deck
from tests.cards.sheet import book_of, commas_of


@settings(max_examples=30, deadline=None)
@given(card=cards())
def test_any_card_comes_back_from_any_spreadsheet(card: Card) -> None:
    deck = deck_with(card)
    for name, data in (
        ("lek.xlsx", book_of(deck, "sv")),
        ("lek.csv", commas_of(deck, "sv", plain=False)),
        ("lek.csv", commas_of(deck, "en", plain=True)),
    ):
        sheets = read_sheets(table_of(data, name), {}, None)
        assert sheets.findings == ()
        assert [item.card for item in sheets.cards] == [card]
        assert sheets.cover is not None
        again = Deck.model_validate({**dict(sheets.cover), "cards": (card,)})
        assert digest(again) == digest(deck)


@settings(max_examples=30, deadline=None)
@given(card=cards(), other=cards())
def test_any_card_comes_back_from_yaml_and_any_other_replaces_it(card: Card, other: Card) -> None:
    data = card_file(card, LANGUAGES)
    assert CARDS.validate_python(parse(data, "").tree) == card
    assert card_file(card, LANGUAGES, data) == data
    replaced = card_file(other, LANGUAGES, data)
    assert CARDS.validate_python(parse(replaced, "").tree) == other


@given(text=texts(1, 60), numbers=st.booleans())
def test_the_guard_is_taken_away_again(text: str, numbers: bool) -> None:
    there = guarded(text, numbers)
    assert there[0] not in "=+-@\t\r"
    assert unguarded(there, numbers) == text


@given(words=st.lists(texts(1, 40), max_size=5))
def test_a_list_in_a_cell_is_the_same_list_again(words: list[str]) -> None:
    assert unlisted(clean(listed(tuple(words)))) == tuple(words)


def settle_any(data: bytes, name: str) -> None:
    with TemporaryDirectory() as folder:
        deck = good_deck(Path(folder)).path
        reading = read_deck(deck)
        there = flats(reading)
        table = table_of(data, name)
        sheets = read_sheets(table, there, reading.cover)
        plan = plan_of(deck, reading, sheets)
        outcome = settle(plan, plan.ids("new", "changed"), cover=True)
        taken = take(reading, table, "fi")
        for item in (*sheets.findings, *outcome.findings, *taken.outcome.findings):
            assert item.line >= 1
            assert item.column >= 1
            assert told(item, "sv").encode()
        if not sheets.is_broken and not outcome.is_broken:
            write(deck, outcome)
            assert load_deck(deck).deck is not None


with TemporaryDirectory() as _folder:
    _deck = load_deck(every_kind(Path(_folder)).path).deck
    assert _deck is not None
    XLSX, CSV = book_of(_deck, "sv"), commas_of(_deck, "sv", plain=False)
    WORK = work_csv(jobs(read_deck(Path(_folder) / "prov"), "fi"), "sv", "fi", "sv", plain=True)


@st.composite
def spoiled(draw: st.DrawFn, whole: bytes) -> bytes:
    """A good file with one stretch replaced by anything."""
    start = draw(st.integers(0, len(whole)))
    length = draw(st.integers(0, 200))
    return whole[:start] + draw(st.binary(max_size=12)) + whole[start + length :]


@st.composite
def spoiled_parts(draw: st.DrawFn) -> bytes:
    """A workbook with one of its parts spoiled before it is packed again."""
    with ZipFile(io.BytesIO(XLSX)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    parts[name] = draw(spoiled(parts[name]))
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return stream.getvalue()


@settings(max_examples=60, deadline=None)
@given(
    data=st.binary(max_size=300) | spoiled(CSV) | spoiled(WORK),
    name=st.sampled_from(["a.csv", "a.xlsx", "a"]),
)
def test_any_bytes_are_cards_or_findings(data: bytes, name: str) -> None:
    settle_any(data, name)


@settings(max_examples=25, deadline=None)
@given(data=spoiled(XLSX) | spoiled_parts())
def test_any_spoiled_workbook_is_cards_or_findings(data: bytes) -> None:
    settle_any(data, "a.xlsx")


CSV_PIECES = [*"ab;,\"\t\n\r='", "Id", "Sort", "Titel (sv)", "Lek;Värde;sv", "dilemma", "sep=", "Tema: x"]


@settings(max_examples=60, deadline=None)
@given(text=st.lists(st.sampled_from(CSV_PIECES), max_size=60))
def test_any_csv_is_cards_or_findings(text: list[str]) -> None:
    settle_any("".join(text).encode(), "a.csv")
