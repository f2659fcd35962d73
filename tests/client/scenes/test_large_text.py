"""Asking for larger text never makes the situation or its options smaller, and loses nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.cards.format import DilemmaText
from game.client.pilot import Pilot
from game.client.settings import Language
from game.client.ui.fonts import Fonts
from tests.client.looks import LANGUAGES, SIZES, Look
from tests.client.pictures_team import dilemmas, longest, one_shot, person_clicks

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


@pytest.mark.parametrize("station", ["solo", "table"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [1.25, 1.5])
def test_the_longest_card_is_never_smaller(
    station: str, size: tuple[int, int], language: Language, text: float, fonts: Fonts
) -> None:
    card = longest(language)
    plain = ballot(station, card, Look(size, language, 1.0), fonts)
    large = ballot(station, card, Look(size, language, text), fonts)
    for words in texts(card, language):
        assert drawn(large, words) >= drawn(plain, words), words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("card", [f"{slug}/{card.id}" for slug, card in dilemmas()])
def test_no_card_is_smaller_where_there_is_least_room(card: str, language: Language, fonts: Fonts) -> None:
    plain = ballot("table", card, Look((1280, 720), language, 1.0), fonts)
    large = ballot("table", card, Look((1280, 720), language, 1.5), fonts)
    smaller = [words for words in texts(card, language) if drawn(large, words) < drawn(plain, words)]
    assert smaller == []


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
