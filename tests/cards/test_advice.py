"""What the check says about words, balance, people and shares."""

from pathlib import Path

import pytest

from game.cards.check import check_deck
from game.cards.findings import Finding
from game.cards.format import KINDS, Card, Deck
from game.cards.load import load_deck
from game.cards.people import traces
from game.cards.tongue import lix
from tests.cards.build import CARD, CARD_FILE, QUESTION, SCALE, DeckFolder, every_kind, good_deck
from tests.cards.hostile import png

Found = tuple[str, int, int, str]

SV_OPTION = "Jag säger som det är och lovar att ringa på fredag."


def at(code: str, deck: DeckFolder) -> list[tuple[int, int, str]]:
    return [(item.line, item.column, item.field) for item in check_deck(deck.path) if item.code == code]


def brief(findings: list[Finding]) -> list[Found]:
    return [(item.code, item.line, item.column, item.field) for item in findings]


def test_a_good_deck_has_no_findings(tmp_path: Path) -> None:
    assert check_deck(good_deck(tmp_path).path) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('    of: "6f8f44a1c97c"\n', "", ("no-hash", 30, 3, "text.en")),
        ("title: Femte samtalet", "title: Sjätte samtalet", ("stale", 31, 9, "text.en.of")),
        (SV_OPTION, "Jag ringer.", ("balance", 21, 15, "text.sv.options[2].text")),
        (
            SV_OPTION,
            "Jag säger alltid som det är och ringer på fredag.",
            ("absolute-word", 18, 15, "text.sv.options[1].text"),
        ),
        (
            "promise to call on Friday",
            "never call on a Friday",
            ("absolute-word", 37, 15, "text.en.options[1].text"),
        ),
        (
            "Du sitter i växeln.",
            "Personnummer 19121212-1212.",
            ("identity-number", 14, 16, "text.sv.situation"),
        ),
        (
            "Somebody may know",
            "Write to eva@exempel.se. Somebody may know",
            ("e-mail", 48, 18, "text.en.facilitator"),
        ),
        ("your neighbour?", "on 070-174 06 05?", ("phone", 45, 12, "text.en.twist")),
        ("Tänk om Kerstin är", "Tänk om Kerstin Lindgren är", ("full-name", 26, 12, "text.sv.twist")),
        ("heat: 1", "heat: 2\npractice: true", ("practice-heat", 9, 7, "heat")),
        ("heat: 1", "heat: 3", ("heat-share", 1, 1, "")),
    ],
)
def test_each_piece_of_advice_names_its_place(tmp_path: Path, old: str, new: str, expected: Found) -> None:
    found = brief(check_deck(good_deck(tmp_path).edit(CARD_FILE, old, new).path))
    assert expected in found


def test_absolute_words_outside_the_options_are_fine(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, "What if Kerstin", "Only what if Kerstin")
    assert check_deck(deck.path) == []


def test_a_situation_speaks_to_you_in_easy_words(tmp_path: Path) -> None:
    heavy = "Förvaltningsmyndigheternas handläggningsrutin förutsätter kontinuerligt kunskapsinhämtande " * 5
    text = CARD.splitlines()
    text[13:16] = [f"    situation: {heavy[:440]}"]
    deck = good_deck(tmp_path).write(CARD_FILE, "\n".join(text))
    assert at("you-form", deck) == [(14, 16, "text.sv.situation")]
    assert lix(heavy) == 25 + 100


def test_lix_counts_words_sentences_and_long_words() -> None:
    assert lix("Du går hem nu. " * 10) == 4
    assert lix("Du handlägger hem nu. " * 10) == 4 + 25
    assert lix("För kort.") is None


def test_a_heavy_situation_is_told_with_its_limit(tmp_path: Path) -> None:
    heavy = "Du prioriterar arbetsuppgifter och samordnar handläggningen enligt verksamhetens regelverk. " * 4
    text = CARD.splitlines()
    text[13:16] = [f"    situation: {heavy}"]
    deck = good_deck(tmp_path).write(CARD_FILE, "\n".join(text))
    found = next(item for item in check_deck(deck.path) if item.code == "lix")
    assert (found.line, found.column, found.field) == (14, 16, "text.sv.situation")
    assert "LIX 76, gränsen är 40" in found.what.sv


def test_a_language_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    found = check_deck(good_deck(tmp_path).path, languages=["sv", "fi"])
    assert brief(found) == [("language-missing", 4, 12, "languages")]


def test_only_the_languages_asked_for_are_looked_at(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, "your neighbour?", "on 070-174 06 05?")
    assert check_deck(deck.path, languages=["sv"]) == []


def test_a_field_left_out_of_the_translation_is_advice(tmp_path: Path) -> None:
    warned = SCALE.replace("low: tungt", "low: tungt\n    warn: Trötthet.")
    deck = good_deck(tmp_path).write("cards/dagsform.yaml", warned)
    assert at("translation-gap", deck) == [(14, 3, "text.en.warn")]


def test_a_twist_in_one_language_only_is_an_error(tmp_path: Path) -> None:
    one = QUESTION.replace("    twist: What if you were the manager that day?\n", "")
    deck = good_deck(tmp_path).write("cards/forsta-dagen.yaml", one)
    assert ("twist-differs", 10, 3, "text.en.twist") in brief(check_deck(deck.path))


def test_a_theme_without_cards_is_advice(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit("deck.yaml", "themes:\n", "themes:\n  ko: {sv: Kö, en: Queue}\n")
    assert brief(check_deck(deck.path)) == [("theme-unused", 10, 3, "themes.ko")]


def test_one_way_out_to_the_manager_is_fine_and_two_are_not(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    escape = CARD.replace(SV_OPTION, "Jag ber min chef ta samtalet medan hon väntar kvar.")
    deck.write(CARD_FILE, escape)
    assert "escapes" not in [item.code for item in check_deck(deck.path)]
    deck.write("cards/sjatte.yaml", escape.replace("id: femte-samtalet", "id: sjatte"))
    assert ("escapes", 1, 1, "") in brief(check_deck(deck.path))


def test_a_picture_needs_words_and_a_card(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    deck.write("images/femte-samtalet.png", png()).write("images/annan.png", png())
    assert brief(check_deck(deck.path)) == [
        ("alt-missing", 12, 3, "text.sv.alt"),
        ("alt-missing", 30, 3, "text.en.alt"),
        ("image-unknown", 1, 1, ""),
    ]


def test_what_does_not_fit_is_an_error_at_its_language(tmp_path: Path) -> None:
    drawn: list[tuple[str, str, str]] = []

    def fit(deck: Deck, card: Card, language: str) -> list[str]:
        drawn.append((deck.slug, card.id, language))
        return ["situation 1280x720 150 %"] if language == "en" else []

    found = check_deck(good_deck(tmp_path).path, fit=fit)
    assert drawn == [("prov", "femte-samtalet", "sv"), ("prov", "femte-samtalet", "en")]
    assert brief(found) == [("overflow", 30, 3, "text.en")]
    assert "situation 1280x720 150 %" in found[0].what.sv
    assert found[0].is_error


def test_a_broken_card_does_not_hide_advice_on_the_others(tmp_path: Path) -> None:
    deck = (
        every_kind(tmp_path).write("cards/dagsform.yaml", "id: [").edit(CARD_FILE, SV_OPTION, "Jag ringer.")
    )
    assert {"balance", "not-yaml"} <= {item.code for item in check_deck(deck.path)}


def test_progress_counts_the_cards(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    check_deck(every_kind(tmp_path).path, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(done, len(KINDS)) for done in range(1, len(KINDS) + 1)]


def changed(deck: DeckFolder, old: str, new: str) -> list[Found]:
    previous = load_deck(deck.path).deck
    return brief(check_deck(deck.edit(CARD_FILE, old, new).path, previous=previous))


def test_a_changed_card_needs_a_new_rev_and_the_deck_a_new_version(tmp_path: Path) -> None:
    assert changed(good_deck(tmp_path), "minutes: 12", "minutes: 10") == [
        ("version-unchanged", 2, 10, "version"),
        ("rev-unchanged", 2, 6, "rev"),
    ]


def test_an_id_that_people_have_met_is_never_removed(tmp_path: Path) -> None:
    deck = every_kind(tmp_path)
    previous = load_deck(deck.path).deck
    (deck.path / "cards/dagsform.yaml").unlink()
    deck.edit("deck.yaml", "version: 1.0.0", "version: 1.1.0")
    found = [item for item in check_deck(deck.path, previous=previous) if item.code == "id-gone"]
    assert [item.what.en for item in found] == ["The card “dagsform” was in the last version but not now."]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("870123-2392", "identity-number"),
        ("19870123-2392", "identity-number"),
        ("8112189876", "identity-number"),
        ("870183-2392", "identity-number"),
        ("kalle.anka@exempel.se", "e-mail"),
        ("+46 70 174 06 05", "phone"),
        ("08-123 456 78", "phone"),
        ("Anna Westerlund", "full-name"),
        ("Fikret Svensson", "full-name"),
        ("Anna-Karin Olofsdotter", "full-name"),
    ],
)
def test_traces_of_people_are_seen(words: str, code: str) -> None:
    assert list(traces(f"Det stod {words} på lappen.")) == [(code, words)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Kontakta Anna Berg före lunch.", ["Anna Berg"]),
        ("Chefen Fikret Svensson ringer.", ["Fikret Svensson"]),
        ("Fru Anna Westerlund väntar.", ["Anna Westerlund"]),
        ("Region Skåne: Ring Anna-Karin Olofsdotter.", ["Anna-Karin Olofsdotter"]),
        ("Anna Maria Svensson väntar.", ["Maria Svensson"]),
        ("Anna Berg Svensson väntar.", ["Anna Berg"]),
        ("Svara Anna Berg och Per Lund.", ["Anna Berg", "Per Lund"]),
        ("Kontakta Anna. Berg och dal tar vid.", []),
        ("Kontakta Region Skåne.", []),
        ("Kontakta Fru Svensson.", []),
        ("Kontakta Anna Maria.", []),
        ("Kontakta Kerstin eller Anna.", []),
    ],
)
def test_a_full_name_is_seen_behind_another_word_with_a_capital(sentence: str, names: list[str]) -> None:
    assert list(traces(sentence)) == [("full-name", name) for name in names]


@pytest.mark.parametrize(
    "words",
    [
        "Röda Korset",
        "Region Skåne",
        "Microsoft Teams",
        "i Västra Götaland",
        "Kerstin ringer igen",
        "Svara Anna först",
        "Från Stockholm",
        "Fru Svensson",
        "Anna Maria",
        "112",
        "klockan 08.00-16.30",
        "2026-11-22",
        "8112189875",
        "6 § FL",
    ],
)
def test_ordinary_words_are_no_traces(words: str) -> None:
    assert list(traces(f"Det stod {words} på lappen.")) == []
