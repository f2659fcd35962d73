"""The themes keep their promise of contrast, and every token the widgets use exists in both."""

import pytest

from game.client.ui.marks import STATUS
from game.client.ui.theme import THEMES, Theme, contrast, load, rgba

TEXTS_ON_GROUNDS = [
    (ink, ground)
    for ink in ("ink", "soft")
    for ground in ("card", "tint", "ground", "curtain", "accent_soft")
] + [
    ("on_accent", "accent"),
    ("on_accent", "accent_deep"),
    ("on_accent", "accent_glow"),
    ("on_accent", "danger"),
    ("accent", "card"),
    ("accent", "accent_soft"),
    ("good", "card"),
    ("danger", "card"),
    ("warn", "warn_soft"),
    *((colour, fill) for _, colour, fill in STATUS.values()),
]


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load(request.param)


@pytest.mark.parametrize(("ink", "ground"), TEXTS_ON_GROUNDS)
def test_text_stands_out_from_its_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme.colour(ink), theme.colour(ground)) >= theme.contrast


def test_text_stands_out_from_every_light_of_the_background(theme: Theme) -> None:
    assert all(contrast(theme.colour("soft"), glow.colour) >= theme.contrast for glow in theme.glows)


def test_a_letter_stands_out_from_its_option(theme: Theme) -> None:
    white = theme.colour("on_accent")
    for letter in "abcde":
        assert contrast(white, theme.colour(f"option:{letter}")) >= min(4.5, theme.contrast)


def test_seats_stand_out_from_the_card_they_are_on(theme: Theme) -> None:
    assert all(contrast(colour, theme.colour("card")) >= 4.5 for colour in theme.seats)


def test_options_differ_in_shape_and_seats_in_colour(theme: Theme) -> None:
    assert len({mark.shape for mark in theme.options.values()}) == 5
    assert len(set(theme.seats)) == 12


def test_both_themes_have_the_same_tokens() -> None:
    light, high = (load(name) for name in THEMES)
    assert light.palette.keys() == high.palette.keys()
    assert light.types.keys() == high.types.keys()
    assert light.radius.keys() == high.radius.keys()
    assert light.shadows.keys() == high.shadows.keys()
    assert light.stroke.keys() == high.stroke.keys()


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert round(contrast(rgba("#000000"), rgba("#ffffff")), 2) == 21


def test_a_colour_may_have_an_alpha() -> None:
    assert rgba("#01020304") == (1, 2, 3, 4)


def test_an_unknown_colour_is_refused(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.colour("mauve")
