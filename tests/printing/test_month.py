"""A month's card: one page for everybody at the meeting, with what its leader needs below a fold."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Literal

import pytest
from typer.testing import CliRunner, Result

from game.cards.format import Deck
from game.cli import app
from game.commands.month import card_called
from game.printing.month import as_pdf, as_png, month_data
from game.printing.press import Press
from tests.printing.paper import Paper
from tests.report.day import library
from tests.trend.year import DAY, JANUARY, Plan, lived

LANGUAGES: tuple[Literal["sv", "en"], ...] = ("sv", "en")
NUMBER = "motet/nummer-61"


def run(*arguments: object, language: str = "sv") -> Result:
    speaking = {"BEMOT_LANGUAGE": language, "COLUMNS": "200"}
    return CliRunner().invoke(app, ["month", *map(str, arguments)], env=speaking)


def longest(deck: Deck, language: str) -> str:
    """The card with most to say."""
    cards = [card for card in deck.cards if card.kind not in ("twist", "pledge")]
    return max(cards, key=lambda card: len(card.text[language].model_dump_json())).id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_card_of_every_deck_stands_on_one_page(language: Literal["sv", "en"]) -> None:
    press = Press()
    for deck in library()[1]:
        if deck.slug not in ("lofte", "tank-om"):
            card = deck.card(longest(deck, language))
            assert card is not None
            assert Paper(as_pdf(deck, card, language, press)).count == 1


def test_what_is_for_the_leader_stands_below_the_fold() -> None:
    found = card_called(NUMBER, list(library()[1]))
    assert found is not None
    deck, card = found
    paper = Paper(as_pdf(deck, card, "sv"))
    text, told = paper.text, month_data(deck, card, "sv")["month"]
    fold = text.index(told["fold"])
    for words in (told["title"], told["situation"], *(one["text"] for one in told["options"]), told["rules"]):
        assert text.index(words) < fold
    for words in (told["facilitator"], *(one["text"] for one in told["more"])):
        assert text.index(words) > fold


def test_a_card_without_a_vote_asks_for_none() -> None:
    decks = library()[1]
    deck = next(one for one in decks if any(card.kind == "exercise" for card in one.cards))
    card = next(card for card in deck.cards if card.kind == "exercise")
    told = month_data(deck, card, "sv")["month"]
    assert told["options"] == []
    assert not any("lapp" in step for step in told["steps"])
    assert told["tasks"]


def test_the_picture_is_large_enough_to_be_read_on_a_screen() -> None:
    found = card_called(NUMBER, list(library()[1]))
    assert found is not None
    png = as_png(*found, "en")
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == 1240


def test_a_chosen_card_is_written_both_ways(tmp_path: Path) -> None:
    for form in ("pdf", "png"):
        done = run(NUMBER, "-o", tmp_path / f"kort.{form}")
        assert done.exit_code == 0, done.output
        assert (tmp_path / f"kort.{form}").stat().st_size > 5_000


def test_without_a_card_the_first_of_the_season_is_taken(tmp_path: Path) -> None:
    plans = [Plan(f"r{n}", JANUARY + n * DAY, (4,), (NUMBER,)) for n in range(3)]
    path = asyncio.run(lived(tmp_path / "b.sqlite", plans))
    done = run("--from", path, "-o", tmp_path / "kort.pdf", language="en")
    assert done.exit_code == 0, done.output
    assert "motet/" in done.output
    assert NUMBER not in done.output  # it has been played


@pytest.mark.parametrize(
    ("wish", "words", "code"),
    [
        ((NUMBER, "-o", "kort.docx"), "slutar inte på .pdf eller .png", 2),
        (("motet/finns-inte", "-o", "kort.pdf"), "inget kort som heter", 2),
    ],
)
def test_a_wrong_wish_is_answered_in_one_sentence(wish: tuple[str, ...], words: str, code: int) -> None:
    done = run(*wish)
    assert done.exit_code == code
    assert words in " ".join(done.output.split())


def test_where_nothing_is_proposed_yet_one_is_told_what_to_do(tmp_path: Path) -> None:
    path = asyncio.run(lived(tmp_path / "b.sqlite", [Plan("r0", JANUARY, (4,), (NUMBER,))]))
    done = run("--from", path, "-o", tmp_path / "kort.pdf")
    assert done.exit_code == 1
    assert "Välj ett kort själv" in " ".join(done.output.split())
