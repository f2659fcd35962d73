"""Vote cards, time-outs, rules, slips and the booklet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from game.client.scenes.draw import COVERS
from game.client.scenes.draw import cover_of as cover_on_screen
from game.client.ui.theme import load
from game.printing.errors import Hindrance, LanguageMissing, Misuse
from game.printing.job import PARTS, Wish, prepare
from game.printing.look import cover_of, look
from game.printing.press import Press
from game.printing.words import words_in
from game.rules.presets import PRESETS
from tests.cards.build import CARD_FILE, every_kind, good_deck
from tests.printing.build import dilemmas, long_dilemma, prepared, printed, reading
from tests.printing.paper import plain, spread

LANGUAGES = ("sv", "en")


def test_colours_shapes_and_covers_are_those_of_the_windows() -> None:
    theme, paper = load("ljus"), look()
    for letter, mark in paper["options"].items():
        shown = theme.options[letter.lower()]
        assert (mark["shape"], bytes.fromhex(mark["colour"][1:])) == (shown.shape, bytes(shown.colour[:3]))
    assert len(paper["covers"]) == COVERS
    assert cover_of("Väntan", COVERS) == cover_on_screen({"sv": ["Väntan"], "en": ["Waiting"]})


def test_the_words_are_the_same_in_both_languages() -> None:
    swedish, english = (words_in(language).table for language in ("sv", "en"))
    assert {part: set(names) for part, names in swedish.items()} == {
        part: set(names) for part, names in english.items()
    }
    for part, names in swedish.items():
        for name, words in names.items():
            assert type(words) is type(english[part][name])
            assert len(words) == len(english[part][name]) or isinstance(words, str)


@pytest.mark.parametrize("seats", [2, 5, 8])
def test_everybody_has_a_sheet_of_vote_cards_and_two_share_the_numbers(
    press: Press, tmp_path: Path, seats: int
) -> None:
    paper = printed(press, good_deck(tmp_path), parts=("votes",), seats=seats)
    assert paper.count == 2 * seats + 2 * -(-seats // 2)
    for page in range(1, 2 * seats, 2):
        assert [spread(paper, page, "small"), spread(paper, page + 1, "small")] == [[], []]
        assert all(
            words in paper.texts[page - 1] for words in ("Eget svar", "Passar", "A", "B", "C", "D", "E")
        )
    assert [n for n in range(1, 11) if str(n) not in paper.texts[-2].split()] == []


def test_backs_of_vote_cards_are_all_alike(press: Press, tmp_path: Path) -> None:
    paper = printed(press, good_deck(tmp_path), parts=("votes",), seats=2)
    assert paper.texts[1].count("Röst ") == 7
    assert not {"A", "B", "C", "D", "E", "Passar"} & set(paper.texts[1].split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_are_one_page_with_room_to_spare(press: Press, tmp_path: Path, language: Any) -> None:
    paper = printed(press, good_deck(tmp_path), parts=("rules",), language=language)
    assert paper.count == 1
    for sentence in words_in(language).table["rules"]["four_rules"]:
        assert sentence in paper.text
    assert max(spot.bottom for spot in paper.spots(1)) < 287
    assert max(spot.right for spot in paper.spots(1)) < 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_slips_have_nothing_behind_them(press: Press, tmp_path: Path, language: Any) -> None:
    paper = printed(press, good_deck(tmp_path), parts=("slips",), language=language, seats=4)
    words = words_in(language)
    assert [bool(text) for text in paper.texts] == [True, False, True, False, True]
    assert paper.texts[0].count(words.get("slips", "pledge")) == 3
    assert all(words.get("slips", tag) in paper.texts[4] for tag in ("strengthen", "improve", "act"))


def test_time_outs_are_a_sheet_that_reads_the_same_from_both_sides(press: Press, tmp_path: Path) -> None:
    paper = printed(press, good_deck(tmp_path), parts=("timeouts",))
    assert [text.count("Ingen frågar varför.") for text in paper.texts] == [9, 9]


def test_every_part_begins_on_the_front_of_a_sheet(press: Press, tmp_path: Path) -> None:
    paper = printed(press, good_deck(tmp_path), seats=2)
    opening = (
        "Så spelar ni på papper",
        "Femte",
        "Jag har ett annat",
        "Paus på det här",
        "Mitt löfte",
        "häfte",
    )
    first = [
        next(number for number, text in enumerate(paper.texts, start=1) if words in text) for words in opening
    ]
    assert [page % 2 for page in first] == [1] * len(first)
    assert first == sorted(first)


def test_the_booklet_opens_with_the_deck_its_version_and_its_digest(press: Press, tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    paper = printed(press, deck, parts=("booklet",))
    data = prepared(press, deck, parts=("booklet",)).data["decks"][0]
    for words in ("Prov", "1.0.0", "CC-BY-SA-4.0", "Bemöt", data["digest"]):
        assert words in paper.texts[0]
    assert "Öppna lugnt och stäng med ett tack." in paper.text


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_adds_up(press: Press, tmp_path: Path, preset: str, language: Any) -> None:
    plan = prepared(press, good_deck(tmp_path), parts=("booklet",), preset=preset, language=language).data
    minutes = [float(step["minutes"]) for step in plan["preset"]["steps"]]
    assert (
        float(plan["preset"]["total"]) == sum(minutes) == sum(step.minutes for step in PRESETS[preset].steps)
    )
    assert plan["preset"]["steps"][0]["from"] == "0:00"
    assert plan["preset"]["steps"][1]["from"] == f"0:{int(minutes[0]):02d}"


def test_a_card_is_not_divided_between_pages_of_the_booklet(press: Press, tmp_path: Path) -> None:
    deck = dilemmas(tmp_path, 6)
    paper = printed(press, deck, parts=("booklet",))
    for number in range(1, 7):
        pages = [text for text in paper.texts[2:] if f"Titel {number:02d}" in text]
        assert len(pages) == 1
        after = pages[0].split(f"Titel {number:02d}")[1].split("Titel")[0]
        assert "Du sitter i växeln." in after
        assert "Någon kan känna igen sig i att inte orka." in after


def test_the_longest_card_is_whole_in_the_booklet(press: Press, tmp_path: Path) -> None:
    deck = long_dilemma(tmp_path, values=6)
    paper = printed(press, deck, parts=("booklet",))
    found = reading(deck).deck
    assert found is not None
    text = found.cards[0].text["sv"]
    assert plain(text.facilitator) in paper.text
    spots = [spot for page in range(1, paper.count + 1) for spot in paper.spots(page)]
    assert max(spot.bottom for spot in spots) < 290
    assert max(spot.right for spot in spots) < 200


def test_laws_carry_the_day_and_the_note_that_the_organisation_checks(press: Press, tmp_path: Path) -> None:
    paper = printed(press, every_kind(tmp_path), parts=("booklet",))
    assert "Språklagen (2009:600), 11 § (kontrollerat 2026-11-22)" in paper.text
    assert "Verksamheten kontrollerar själv vad som gäller i dag." in paper.text


def test_the_contents_name_every_card_with_its_page(press: Press, tmp_path: Path) -> None:
    paper = printed(press, dilemmas(tmp_path, 3), parts=("booklet",))
    contents = paper.texts[1].split("Plan för passet")[1]
    for number in (1, 2, 3):
        page = next(n for n, text in enumerate(paper.texts[2:], start=3) if f"Titel 0{number}" in text)
        line = contents.split(f"Titel 0{number}")[1]
        assert line.replace(".", " ").split()[0] == str(page)


def test_the_same_deck_gives_the_same_file(tmp_path: Path) -> None:
    deck = every_kind(tmp_path)
    first, second = Press(), Press()
    assert prepared(first, deck).pdf(first) == prepared(second, deck).pdf(second)


def test_the_document_is_as_old_as_what_the_deck_says_was_checked(press: Press, tmp_path: Path) -> None:
    day = date(2026, 11, 22)
    assert printed(press, every_kind(tmp_path / "a"), parts=("rules",)).made() == f"{day:%Y%m%d}"
    assert printed(press, good_deck(tmp_path / "b"), parts=("rules",)).made() == ""


def test_several_decks_are_one_print(press: Press, tmp_path: Path) -> None:
    one, two = good_deck(tmp_path, "ett"), good_deck(tmp_path, "tva")
    printout = prepare(press, [reading(one), reading(two)], Wish(parts=("cards", "booklet")))
    assert printout.cards == 2
    assert [deck["slug"] for deck in printout.data["decks"]] == ["ett", "tva"]


def test_two_decks_of_one_name_are_refused(press: Press, tmp_path: Path) -> None:
    same = [reading(good_deck(tmp_path / where)) for where in ("a", "b")]
    with pytest.raises(Misuse, match="called prov"):
        prepare(press, same, Wish())


def test_a_missing_font_is_named() -> None:
    with pytest.raises(Hindrance) as refusal:
        Press({"Spectral": "fontpkg_spectral", "Saknas Sans": "fontpkg_saknas"})
    assert refusal.value.words.sv.startswith("Teckensnittet Saknas Sans saknas")


def test_an_unknown_preset_is_answered_with_the_nearest(press: Press, tmp_path: Path) -> None:
    with pytest.raises(Misuse) as refusal:
        prepared(press, good_deck(tmp_path), preset="APT60")
    assert refusal.value.words.sv.endswith("Menade du ”APT 60”?")
    assert prepared(press, good_deck(tmp_path / "b"), preset="halvdag").data["preset"]["name"] == "Halvdag"


def test_a_language_that_a_deck_lacks_is_refused_with_those_it_has(press: Press, tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    deck.edit("deck.yaml", "languages: [sv, en]", "languages: [sv]")
    for name in ("deck.yaml", CARD_FILE):
        lines = deck.read(name)
        lines = lines.replace(", en: Trial", "").replace(", en: A deck to try with.", "")
        lines = lines.replace(", en: Waiting", "").replace("\n  en: Open calmly and close with thanks.", "")
        deck.write(name, lines.split("\n  en:\n")[0] + "\n")
    with pytest.raises(LanguageMissing, match="only in sv"):
        prepared(press, deck, language="en")


def test_a_deck_of_drafts_says_how_to_print_them(press: Press, tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, "status: reviewed", "status: draft")
    with pytest.raises(Hindrance, match="--drafts"):
        prepared(press, deck)
    assert prepared(press, deck, parts=("rules", "votes")).cards == 0


def test_all_parts_are_printed_in_their_order_whatever_order_was_asked_for(
    press: Press, tmp_path: Path
) -> None:
    assert prepared(press, good_deck(tmp_path), parts=PARTS[::-1]).data["parts"] == list(PARTS)
