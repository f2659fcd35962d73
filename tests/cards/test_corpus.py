"""Every mistake in the corpus is found, where it is; and no rule is without a deck that breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import places
from game.cards.check import check_deck
from game.cards.files import decks
from game.cards.load import load_deck
from game.cards.stamp import stamp
from game.cards.wording_advice import ADVICE
from game.cards.wording_craft import CRAFT
from game.cards.wording_files import FILES, YAML
from game.cards.wording_packed import PACKED, PICTURES
from game.cards.wording_schema import SCHEMA, WHOLE
from tests.cards.build import CARD_FILE, DeckFolder, every_kind, good_deck
from tests.cards.corpus import CORPUS, TODAY, Broken
from tests.cards.hostile import BROKEN, GOOD, REFUSED, packed, zipped

SHIPPED = decks(places.decks())
SEEN_ELSEWHERE = {
    "closed-folder",  # test_a_folder_that_may_not_be_opened_is_said_to_be_closed
    "odd-word",  # test_a_word_on_one_card_that_is_a_slip_of_a_common_one_is_pointed_out
    "overflow",  # test_what_does_not_fit_is_an_error_at_its_language
    "id-gone",  # test_an_id_that_people_have_met_is_never_removed
    "rev-unchanged",  # test_a_changed_card_needs_a_new_rev_and_the_deck_a_new_version
    "version-unchanged",
    "zip-stamp",  # test_a_packed_deck_cannot_be_stamped
    "invalid",  # the words for what no rule of the format leads to today
}


@pytest.mark.parametrize("broken", CORPUS, ids=lambda broken: broken.what)
def test_a_broken_deck_is_found_out_where_it_is_broken(tmp_path: Path, broken: Broken) -> None:
    deck = good_deck(tmp_path)
    broken.make(deck)
    found = check_deck(deck.path, today=TODAY)
    places = {(item.code, item.file, item.line, item.column, item.field) for item in found}
    file = (deck.path / broken.file).as_posix()
    assert (broken.code, file, broken.line, broken.column, broken.field) in places
    loaded = load_deck(deck.path)
    assert (loaded.deck is None) == any(item.is_error for item in loaded.findings)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_deck_gives_rise_to_no_finding(path: Path) -> None:
    assert [item.sentence("en") for item in check_deck(path, today=TODAY)] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_deck_writes_its_apostrophes_as_its_quotes_are(path: Path) -> None:
    straight = [file.name for file in path.glob("**/*.yaml") if "'" in file.read_text(encoding="utf-8")]
    assert straight == []


def test_the_corpus_names_every_code() -> None:
    codes = {*FILES, *YAML, *SCHEMA, *WHOLE, *ADVICE, *CRAFT, *PACKED, *PICTURES}
    expected = {broken.code for broken in CORPUS}
    expected |= {code for _, code, _ in (*REFUSED.values(), *BROKEN.values())}
    assert codes - expected == SEEN_ELSEWHERE


def test_the_corpus_is_large_and_names_each_mistake_once() -> None:
    names = [broken.what for broken in CORPUS]
    assert len(set(names)) == len(names) >= 60


def test_the_decks_that_the_corpus_breaks_are_good(tmp_path: Path) -> None:
    assert check_deck(good_deck(tmp_path / "en").path, today=TODAY) == []
    every = every_kind(tmp_path / "alla")
    assert {item.code for item in check_deck(every.path, today=TODAY)} <= {"no-hash"}


def test_a_packed_deck_cannot_be_stamped(tmp_path: Path) -> None:
    file = packed(tmp_path, "lek.zip", zipped(GOOD))
    written, found = stamp(file)
    assert (written, [item.code for item in found]) == ((), ["zip-stamp"])


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("channel: phone", "channel: email", "e-mail"),
        ("channel: phone", "channel: telefon", "phone"),
        ("channel: phone", "channel: ”phone”", "phone"),
        ("kind: dilemma", "kind: dilemman", "dilemma"),
        ("kind: dilemma", "kind: övning", "exercise"),
        ("status: reviewed", "status: Granskad", "reviewed"),
        ("    twist: Tänk", "    vändning: Tänk", ""),
        ("    prevent: Ring", "    förebygg: Ring", "prevent"),
        ("        values: [ärlighet]", "        värden: [ärlighet]", "values"),
        ("themes: [vantan]", "themes: [väntan]", "vantan"),
        ("id: femte-samtalet", "id: Femte samtalet!", "femte-samtalet"),
        ("  sv:\n", "  se:\n", "sv"),
    ],
)
def test_a_near_miss_is_asked_about(tmp_path: Path, old: str, new: str, meant: str) -> None:
    found = load_deck(good_deck(tmp_path).edit(CARD_FILE, old, new).path).findings
    assert any(f"Menade du ”{meant}”?" in item.do.sv for item in found) == bool(meant)
    assert any(f"Did you mean “{meant}”?" in item.do.en for item in found) == bool(meant)


def test_a_quotation_mark_may_span_lines(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(
        CARD_FILE, "perspective: Ett löfte om tid", 'perspective: "Ett\n      löfte om tid'
    )
    deck.edit(CARD_FILE, "ringer igen.\n", 'ringer igen."\n')
    assert check_deck(deck.path) == []


def test_a_mistake_below_a_long_quotation_is_not_blamed_on_it(tmp_path: Path) -> None:
    deck: DeckFolder = good_deck(tmp_path).edit(
        CARD_FILE, "perspective: Ett löfte om tid", 'perspective: "Ett\n      löfte om tid'
    )
    deck.edit(CARD_FILE, "ringer igen.\n", 'ringer igen."\n')
    deck.edit(CARD_FILE, "prevent: Ring själv", "prevent: Så här: ring själv")
    assert [(item.code, item.line) for item in check_deck(deck.path)] == [("colon", 29)]
