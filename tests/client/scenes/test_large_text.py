"""Asking for larger text makes the situation and its options larger, and loses nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.cards.format import DilemmaText
from game.client.pilot import Pilot
from game.client.settings import Language
from game.client.ui.fonts import Fonts
from tests.client.looks import LANGUAGES, SIZES, Look
from tests.client.pictures_team import dilemmas, longest, one_shot, person_clicks
from tests.client.tables import deck

STATIONS = {"solo": person_clicks(), "table": person_clicks("gate")}


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def drawn(pilot: Pilot, text: str) -> int:
    """The smallest pixel size that a line of the text is drawn with."""
    pilot.settle()
    inks = [op.args for op in pilot.pane.layout.ops if op.kind == "ink"]
    return min(int(str(px)) for line, _face, px, *_ in inks if len(str(line)) > 10 and str(line) in text)


def texts(card: str, language: Language) -> Iterator[str]:
    found = next(c for slug, c in dilemmas() if f"{slug}/{c.id}" == card).text[language]
    assert isinstance(found, DilemmaText)
    yield found.situation
    yield from (option.text for option in found.options)


def ballot(station: str, card: str, look: Look, fonts: Fonts) -> Pilot:
    return one_shot("large", station, "vote", card=card, person=STATIONS[station]).take(look, fonts)


OPTIONS, SITUATION = 1.4, 1.15
"""How many times larger they are at 150 %: the options in full, the situation as far as its leaf has room."""


def grown(card: str, look: Look, station: str, fonts: Fonts) -> tuple[float, float]:
    """How many times larger the options and the situation are with this look than with plain text."""
    plain = ballot(station, card, replace(look, text=1.0), fonts)
    large = ballot(station, card, look, fonts)
    situation, *options = texts(card, look.language)
    ratio = min(drawn(large, words) / drawn(plain, words) for words in options)
    if any(target.key.startswith("leaf") for target in large.pane.live()):
        large.press("l")
    return ratio, drawn(large, situation) / drawn(plain, situation)


@pytest.mark.parametrize("station", ["solo", "table"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_card_is_as_large_as_asked_for(
    station: str, size: tuple[int, int], language: Language, fonts: Fonts
) -> None:
    options, situation = grown(longest(language), Look(size, language, 1.5), station, fonts)
    assert options >= OPTIONS
    assert situation >= SITUATION


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("card", [f"{slug}/{card.id}" for slug, card in dilemmas() if slug == "motet"])
def test_every_card_is_as_large_as_asked_for(card: str, language: Language, fonts: Fonts) -> None:
    options, situation = grown(card, Look((1280, 720), language, 1.5), "table", fonts)
    assert options >= OPTIONS
    assert situation >= SITUATION


def test_the_card_can_be_read_again_while_voting_and_a_choice_stays(fonts: Fonts) -> None:
    card = longest("sv")
    pilot = ballot("table", card, Look((1280, 720), "sv", 1.5), fonts)
    situation, first, *_ = texts(card, "sv")
    assert pilot.see(first)
    assert not pilot.see(situation)
    pilot.press("1")
    pilot.press("l")
    assert pilot.see(situation)
    assert not pilot.see(first)
    assert pilot.problems() == []
    pilot.press("2")  # unseen answers are not chosen
    pilot.click("Till svaren")
    left, top, wide, high = pilot.find(first).area
    ticks = [op.bounds for op in pilot.pane.layout.ops if op.kind == "icon" and op.args[0] == "check"]
    assert [left < x < left + wide and top < y < top + high for x, y, _wide, _high in ticks] == [True]


@pytest.mark.parametrize("text", [1.1, 1.25, 1.75])
def test_it_grows_step_by_step(text: float, fonts: Fonts) -> None:
    options, _ = grown(longest("sv"), Look((1280, 720), "sv", text), "table", fonts)
    assert options >= min(text - 0.1, OPTIONS)


@pytest.mark.parametrize("text", [1.0, 1.5])
def test_how_sure_one_is_can_be_said_at_every_text_size(text: float, fonts: Fonts) -> None:
    pilot = ballot("table", longest("sv"), Look((1280, 720), "sv", text), fonts)
    assert pilot.see("Hur säker? (valfritt)")
    pilot.press("2")
    pilot.click("Säker")
    assert pilot.problems() == []


@pytest.mark.parametrize("text", [1.0, 1.5])
@pytest.mark.parametrize("key", ["2", "p"])
def test_choosing_moves_nothing(text: float, key: str, fonts: Fonts) -> None:
    pilot = ballot("table", longest("sv"), Look((1280, 720), "sv", text), fonts)
    before = [(target.key, target.area) for target in pilot.pane.live()]
    lines = [area for words, area in pilot.pane.layout.words if words in texts(longest("sv"), "sv")]
    pilot.press(key)
    assert [(target.key, target.area) for target in pilot.pane.live()] == before
    after = [area for words, area in pilot.pane.layout.words if words in texts(longest("sv"), "sv")]
    assert after[0] == lines[0]


@pytest.mark.parametrize("phase", ["frame", "vote", "talk", "note"])
def test_the_header_is_one_line_of_one_size(phase: str, fonts: Fonts) -> None:
    pilot = one_shot("header", "table", phase).take(Look((1280, 720), "sv", 1.5), fonts)
    pilot.settle()
    title = pilot.pane.layout.words[0][0]
    area = next(op for op in pilot.pane.layout.ops if op.kind == "ink" and op.args[0] == title)
    menu = pilot.find("menu").area
    assert area.args[2] == one_line(fonts)
    assert menu[1] < area.bounds[1] + area.bounds[3] // 2 < menu[1] + menu[3]


def one_line(fonts: Fonts) -> int:
    """The size of the title in the lobby."""
    pilot = one_shot("header", "table", "lobby").take(Look((1280, 720), "sv", 1.5), fonts)
    pilot.settle()
    title = pilot.pane.layout.words[0][0]
    return next(
        int(str(op.args[2])) for op in pilot.pane.layout.ops if op.kind == "ink" and op.args[0] == title
    )


def back(kind: str, look: Look, fonts: Fonts) -> Pilot:
    """The back of the first card of a kind, as somebody at it alone sees it."""
    slug = {"mirror": "spegel", "fact": "lika", "dilemma": "motet"}[kind]
    card = next(card for card in deck(slug).cards if card.kind == kind)
    return one_shot("back", "solo", "perspective", card=f"{slug}/{card.id}").take(look, fonts)


@pytest.mark.parametrize("kind", ["mirror", "fact"])
def test_what_stands_alone_on_the_back_is_larger_than_beside_options_and_all_of_it_is_seen(
    kind: str, fonts: Fonts
) -> None:
    look = Look(SIZES[0], "sv", 1.5)
    alone, beside = back(kind, look, fonts), back("dilemma", look, fonts)
    thoughts = next(text for text in alone.texts() if len(text) > 150)
    reasons = next(text for text in beside.texts() if len(text) > 40)
    assert drawn(alone, thoughts) > drawn(beside, reasons)
    assert alone.pane.layout.scrollers == []


def test_what_is_too_long_for_the_back_can_be_scrolled(fonts: Fonts) -> None:
    assert back("fact", Look(SIZES[0], "sv", 2.0), fonts).pane.layout.scrollers
