"""Drafts: what tables have sent becomes one, and an unfinished one does not stop its deck."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cards.check import check_deck
from game.cards.load import load_deck, read_deck
from game.cards.source import parse
from game.cards.suggested import draft, keep, path_in, traces_in
from tests.cards.build import CARD_FILE, DeckFolder, good_deck

SITUATION = "Du sitter i växeln. Någon ringer och gråter, och kön växer."
OPTIONS = ("Lyssnar klart: det får ta tid.", 'Säger "jag ringer upp" # snart')


def with_draft(folder: Path, options: tuple[str, ...] = OPTIONS) -> DeckFolder:
    """A good deck with a draft in it, made of a suggestion."""
    deck = good_deck(folder)
    cover = read_deck(deck.path).cover
    assert cover is not None
    keep(deck.path, "g7k2", draft(cover, "g7k2", SITUATION, options, "sv"))
    return deck


def lacking(deck: DeckFolder) -> dict[str, str]:
    """field -> code, of everything that is said of the draft."""
    return {found.field: found.code for found in check_deck(deck.path) if "eget-g7k2" in found.file}


def test_what_the_table_said_stands_in_the_draft_word_for_word(tmp_path: Path) -> None:
    text = with_draft(tmp_path).read("cards/eget-g7k2.yaml")
    tree = parse(text.encode(), "")
    assert tree.findings == ()
    assert tree.tree == {
        "id": "eget-g7k2",
        "rev": 1,
        "status": "draft",
        "kind": "dilemma",
        "text": {
            "sv": {"situation": SITUATION, "options": [{"text": text} for text in OPTIONS]},
            "en": {"of": ""},
        },
    }


DEPTH = ("questions", "twist", "perspective", "prevent", "facilitator")


def test_the_check_lists_exactly_what_is_missing(tmp_path: Path) -> None:
    swedish = [f"text.sv.{name}" for name in ("title", *DEPTH)]
    english = [f"text.en.{name}" for name in ("title", "situation", "options", *DEPTH)]
    of_the_card = ["themes", "setting", "channel", "roles", "heat", "minutes"]
    reasons = ["text.sv.options[1].speaks_for", "text.sv.options[2].speaks_for"]
    assert lacking(with_draft(tmp_path)) == {
        "status": "unfinished",
        "text.sv.situation": "too-short",
        **dict.fromkeys([*of_the_card, *swedish, *reasons, *english], "missing"),
    }


def test_without_options_or_with_one_the_others_are_asked_for(tmp_path: Path) -> None:
    assert lacking(with_draft(tmp_path / "none", ()))["text.sv.options"] == "missing"
    assert lacking(with_draft(tmp_path / "one", OPTIONS[:1]))["text.sv.options"] == "too-few"


def test_an_unfinished_draft_is_left_out_and_stops_nothing(tmp_path: Path) -> None:
    loaded = load_deck(with_draft(tmp_path).path)
    assert loaded.deck is not None
    assert [card.id for card in loaded.deck.cards] == ["femte-samtalet"]
    assert not any(found.is_error for found in loaded.findings)


def test_a_reviewed_card_has_no_such_leave(tmp_path: Path) -> None:
    deck = with_draft(tmp_path).edit("cards/eget-g7k2.yaml", "status: draft", "status: reviewed")
    assert load_deck(deck.path).deck is None


def test_a_draft_that_lacks_a_language_is_left_out_too(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    whole = deck.read(CARD_FILE).replace("femte-samtalet", "ny").replace("status: reviewed", "status: draft")
    deck.write("cards/ny.yaml", whole[: whole.index("  en:")])
    loaded = load_deck(deck.path)
    assert loaded.deck is not None
    assert [card.id for card in loaded.deck.cards] == ["femte-samtalet"]
    assert {found.code for found in loaded.findings} == {"unfinished", "language-missing"}


def test_a_deck_of_unfinished_drafts_alone_has_no_cards(tmp_path: Path) -> None:
    deck = with_draft(tmp_path)
    (deck.path / CARD_FILE).unlink()
    loaded = load_deck(deck.path)
    assert loaded.deck is None
    assert "no-cards" in {found.code for found in loaded.findings if found.is_error}


def test_a_file_that_cannot_be_read_stops_the_deck_whatever_it_says(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).write("cards/ny.yaml", "id: ny\nstatus: draft\ntitle: a: b\n")
    assert load_deck(deck.path).deck is None


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    deck = with_draft(tmp_path)
    before = deck.read("cards/eget-g7k2.yaml")
    with pytest.raises(FileExistsError):
        keep(deck.path, "g7k2", "annat")
    assert deck.read("cards/eget-g7k2.yaml") == before
    assert path_in(deck.path, "G7K2") == deck.path / "cards/eget-g7k2.yaml"


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=200), st.lists(st.text(min_size=1, max_size=50), max_size=5))
def test_whatever_was_written_the_draft_is_a_file_that_can_be_read(
    situation: str, options: list[str]
) -> None:
    cover = read_deck(Path(__file__).parents[2] / "decks" / "lofte").cover
    assert cover is not None
    assert parse(draft(cover, "g1", situation, options, "en").encode("utf-8"), "").findings == ()


def test_real_people_are_seen_in_the_options_too() -> None:
    found = traces_in("Ring 070-123 45 67 nu.", ("Fråga Anna Berg.", "Fråga Anna Berg."))
    assert [code for code, _ in found] == ["phone", "full-name"]
