"""Every scene of a team's screens, in every language and size: nothing is cut, covered or too small."""

from __future__ import annotations

import pytest

from game.client.settings import Language
from game.client.ui.fonts import Fonts
from tests.client.looks import LANGUAGES, Look, Shot, looks
from tests.client.pictures_again import again_shots
from tests.client.pictures_staff import staff_shots
from tests.client.pictures_team import card_shots, dilemmas, longest, team_shots

SHOTS = [*team_shots(), *staff_shots(), *again_shots()]


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


@pytest.mark.parametrize("look", looks(), ids=str)
@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_scene_fits(shot: Shot, look: Look, fonts: Fonts) -> None:
    assert shot.take(look, fonts).problems() == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("card", [f"{slug}/{card.id}" for slug, card in dilemmas()])
def test_every_card_fits_where_there_is_least_room(card: str, language: Language, fonts: Fonts) -> None:
    look = Look((1280, 720), language, 1.5)
    wrong = {shot.name: shot.take(look, fonts).problems() for shot in card_shots(card)}
    assert {name: problems for name, problems in wrong.items() if problems} == {}


def test_the_pictures_use_the_card_with_most_to_read() -> None:
    assert longest("sv") in [f"{slug}/{card.id}" for slug, card in dilemmas()]


def test_no_two_pictures_have_the_same_name() -> None:
    names = [shot.name for shot in SHOTS]
    assert sorted(set(names)) == sorted(names)
