"""Decks as values: kinds, facts, digests, stored form, schema."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from game.cards.check import check_deck
from game.cards.digest import digest, from_json, source_hash, text_of, to_json
from game.cards.facts import facts_of
from game.cards.findings import Finding
from game.cards.format import KINDS, MIRROR_ANSWERS, TEXTS, Deck, Dilemma, Scale
from game.cards.load import load_deck, load_decks
from game.cards.schema import schema
from game.cards.wording import RULES
from game.rules.opened import CardFacts
from tests.cards.build import CARD_FILE, DeckFolder, every_kind, good_deck

SHIPPED = Path(__file__).parents[2] / "decks"


def deck_in(folder: DeckFolder) -> Deck:
    deck = load_deck(folder.path).deck
    assert deck is not None
    return deck


def test_cards_come_in_the_order_of_their_ids_each_with_its_kind(tmp_path: Path) -> None:
    deck = deck_in(every_kind(tmp_path))
    assert [(card.id, card.kind) for card in deck.cards] == [
        ("dagsform", "scale"),
        ("en-sak", "exercise"),
        ("femte-samtalet", "dilemma"),
        ("forsta-dagen", "question"),
        ("klarsprak", "fact"),
        ("nagon-filmar", "twist"),
        ("tacka", "mirror"),
        ("tre-sekunder", "pledge"),
        ("viktigast", "ranking"),
    ]
    assert {card.kind for card in deck.cards} == set(KINDS) == set(TEXTS)


def test_texts_are_per_language_and_folded_into_one_line(tmp_path: Path) -> None:
    card = deck_in(good_deck(tmp_path)).card("femte-samtalet")
    assert isinstance(card, Dilemma)
    assert card.text["en"].title == "The fifth call"
    assert "\n" not in card.text["sv"].situation
    assert card.text["sv"].options[0].values == ("ärlighet",)
    assert text_of(card, "fi") is None


def test_a_scale_has_words_at_its_ends_and_needs_no_depth(tmp_path: Path) -> None:
    card = deck_in(every_kind(tmp_path)).card("dagsform")
    assert isinstance(card, Scale)
    assert (card.text["sv"].low, card.text["sv"].high, card.text["sv"].questions) == ("tungt", "lätt", ())
    assert (card.heat, card.minutes, card.practice) == (1, 5, True)


def test_the_mirror_has_five_answers_in_both_languages() -> None:
    assert {language: len(words) for language, words in MIRROR_ANSWERS.items()} == {"sv": 5, "en": 5}


def test_a_deck_is_frozen(tmp_path: Path) -> None:
    deck = deck_in(good_deck(tmp_path))
    with pytest.raises(ValidationError):
        deck.slug = "annat"  # type: ignore[misc]


def test_a_stored_deck_comes_back_without_its_files(tmp_path: Path) -> None:
    deck = deck_in(every_kind(tmp_path))
    stored = to_json(deck)
    assert from_json(stored) == deck
    assert to_json(from_json(stored)) == stored
    assert digest(from_json(stored)) == digest(deck)


def test_something_else_than_a_stored_deck_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="Deck"):
        from_json('{"slug": "prov"}')


def test_the_digest_names_the_content_not_the_layout(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    before = digest(deck_in(folder))
    folder.edit(CARD_FILE, "rev: 1\n", "# a comment\nrev:   1\npractice: false\n")
    assert digest(deck_in(folder)) == before
    folder.edit(CARD_FILE, "minutes: 12", "minutes: 11")
    assert digest(deck_in(folder)) != before


def test_the_digest_of_a_known_deck_never_moves(tmp_path: Path) -> None:
    assert digest(deck_in(good_deck(tmp_path))) == (
        "74db18881c49e946bb7813a65d8c6a6ffbe44c1ea0d7229f70c1379879e42ebf"
    )


def test_a_decomposed_letter_is_the_same_text(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    before = digest(deck_in(folder))
    folder.edit(CARD_FILE, "frågar hon", "fra\u030agar hon")
    assert digest(deck_in(folder)) == before


def test_the_source_hash_does_not_count_itself(tmp_path: Path) -> None:
    card = deck_in(good_deck(tmp_path)).cards[0]
    text = text_of(card, "en")
    assert text is not None
    assert source_hash(text) == source_hash(text.model_copy(update={"of": ""}))
    assert len(source_hash(text)) == 12


def test_facts_are_what_the_rules_need(tmp_path: Path) -> None:
    facts = {fact.id: fact for fact in facts_of(deck_in(every_kind(tmp_path)))}
    assert facts["prov/femte-samtalet"] == CardFacts(
        id="prov/femte-samtalet",
        kind="dilemma",
        heat=1,
        minutes=12,
        options=2,
        questions=2,
        twist=True,
        themes=("vantan",),
        rev=1,
        practice=False,
    )
    assert facts["prov/dagsform"].practice
    assert facts["prov/forsta-dagen"].twist
    assert facts["prov/tacka"].questions == 1
    assert facts["prov/tre-sekunder"].kind == "pledge"
    assert facts["prov/viktigast"].options == 3
    assert facts["prov/en-sak"].steps == 3
    assert [name for name, card in facts.items() if card.back] == [
        "prov/femte-samtalet",
        "prov/klarsprak",
        "prov/viktigast",
    ]


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_only_a_reviewed_card_is_played(status: str, tmp_path: Path) -> None:
    folder = every_kind(tmp_path).edit(CARD_FILE, "status: reviewed", f"status: {status}")
    assert "prov/femte-samtalet" not in {fact.id for fact in facts_of(deck_in(folder))}


def test_the_schema_describes_both_files() -> None:
    both = schema()
    assert both["deck"]["required"][:4] == ["slug", "version", "source", "languages"]
    assert set(both["card"]["discriminator"]["mapping"]) == set(KINDS)
    assert both["card"]["$schema"].startswith("https://json-schema.org/")


def test_every_finding_has_words_in_both_languages() -> None:
    for code, rule in RULES.items():
        assert all(words.strip().endswith((".", "}")) for words in rule[1:]), code
        assert rule.what_sv != rule.what_en, code


def test_a_finding_travels_as_json(tmp_path: Path) -> None:
    found = load_deck(good_deck(tmp_path).edit(CARD_FILE, "channel:", "chanel:").path).findings[0]
    assert Finding.model_validate_json(found.model_dump_json()) == found
    assert found.sentence("sv").endswith(
        "femte-samtalet.yaml:7:1 chanel: Fältet ”chanel” finns inte här. Ta bort det eller rätta namnet. "
        "Menade du ”channel”?"
    )
    assert found.sentence("en").endswith("Remove it or correct its name. Did you mean “channel”?")


@pytest.mark.parametrize("slug", sorted(path.name for path in SHIPPED.iterdir() if path.is_dir()))
def test_a_shipped_deck_has_no_errors(slug: str) -> None:
    wrong = [item.sentence("en") for item in check_deck(SHIPPED / slug) if item.is_error]
    assert wrong == []


def test_the_shipped_decks_are_all_listed() -> None:
    assert {"incheckning", "lofte", "motet"} <= {
        item.slug for item in load_decks(SHIPPED) if item.deck is not None
    }
