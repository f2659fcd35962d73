"""Keys and buttons of the preview do what they say, and the window says how the card is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.client.preview.preview import Look
from game.client.settings import Settings
from game.client.ui.area import middle
from tests.client.preview.bench import CARD, Desk, copied
from tests.client.tables import MIXED


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(copied(tmp_path), CARD)


def test_the_card_is_shown_as_players_read_it(desk: Desk) -> None:
    assert desk.shows("Elsa")
    assert desk.shows("Klart, vi har läst")


@pytest.mark.parametrize(
    ("key", "words"),
    [("1", "Klart, vi har läst"), ("2", "Lägg min röst"), ("3", "Rösta om"), ("4", "Att tänka på")],
)
def test_a_number_shows_a_place(desk: Desk, key: str, words: str) -> None:
    desk.press(key)
    assert desk.shows(words)


def test_the_arrows_go_from_place_to_place_and_stay_at_the_ends(desk: Desk) -> None:
    seen = []
    for key in ("up", "down", "down", "down", "down", "up"):
        desk.press(key)
        seen.append(desk.preview.place)
    assert seen == ["front", "vote", "talk", "back", "back", "talk"]


@pytest.mark.parametrize(("there", "back"), [("right", "left"), ("pagedown", "pageup")])
def test_cards_are_turned_and_keep_the_place(desk: Desk, there: str, back: str) -> None:
    desk.press("4", there)
    assert desk.preview.name != CARD
    assert desk.preview.place == "back"
    desk.press(back)
    assert desk.preview.name == CARD


def test_home_and_end_are_the_ends_and_the_cards_go_round(desk: Desk) -> None:
    last = len(desk.preview.deck.leaves)
    desk.press("home")
    assert desk.pilot.see(f"Kort 1 av {last}")
    desk.press("left")
    assert desk.pilot.see(f"Kort {last} av {last}")
    desk.press("home", "end")
    assert desk.pilot.see(f"Kort {last} av {last}")


def test_the_talk_goes_prompt_by_prompt_with_the_twist_turned_up(desk: Desk) -> None:
    desk.press("3")
    assert desk.shows("Tänk om mannen i baksätet")
    first = desk.card()
    desk.press("space")
    assert desk.card() != first
    desk.press("backspace")
    assert desk.card() == first
    desk.press(*["backspace"] * desk.preview.part)
    assert not desk.shows("Tänk om mannen i baksätet"), "a talk begins with the twist face down"


LOOKS: list[tuple[str, str, str, Callable[[Look], object], list[object]]] = [
    ("s", "size", "1920×1080", lambda look: look.size, [(1920, 1080), (3840, 2160), (1280, 720)]),
    ("t", "text", "125 %", lambda look: look.text, [1.25, 1.5, 2.0, 1.0]),
    ("c", "contrast", "Hög kontrast", lambda look: look.contrast, [True, False]),
    ("l", "language", "English", lambda look: look.language, ["en", "sv"]),
    ("v", "station", "Väggskärm", lambda look: look.station, ["wall", "own"]),
]


@pytest.mark.parametrize(("key", "chip", "words", "field", "round_"), LOOKS)
def test_a_key_goes_round_one_way_of_looking(
    desk: Desk, key: str, chip: str, words: str, field: Callable[[Look], object], round_: list[object]
) -> None:
    before = desk.pixels()
    desk.press(key)
    assert desk.pilot.see(words)
    assert desk.pixels() != before
    seen = [field(desk.preview.look)]
    for _ in round_[1:]:
        desk.press(key)
        seen.append(field(desk.preview.look))
    assert seen == round_
    desk.pilot.click(chip)
    assert field(desk.preview.look) == round_[0]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)])
def test_the_picture_is_laid_out_at_the_very_size(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = Desk(copied(tmp_path), CARD, Look(size=size))
    assert desk.preview.picture.drawn().get_size() == size
    wide, high = desk.preview.picture.spot[2:]
    assert abs(wide / high - size[0] / size[1]) < 0.01


def test_the_language_of_the_card_is_not_that_of_the_window(tmp_path: Path) -> None:
    desk = Desk(copied(tmp_path), CARD, Look(language="en"))
    assert desk.shows("Done, we have read it")
    assert desk.pilot.see("Kort ")


def test_a_card_is_found_by_its_name_or_title(desk: Desk) -> None:
    desk.press("g")
    desk.pilot.type("hungrig")
    desk.press("return")
    assert desk.preview.name == "hungrig-igen"
    desk.press("ctrl+f")
    desk.pilot.type("woollen socks")
    desk.press("return")
    assert desk.preview.name == CARD


def test_the_list_of_cards_can_be_walked_and_left(desk: Desk) -> None:
    desk.press("g", "down", "down", "up", "return")
    assert desk.preview.number == 2
    desk.press("g")
    desk.pilot.type("finns inte")
    assert desk.pilot.see("Inget kort heter så.")
    desk.press("return", "escape")
    assert desk.preview.number == 2
    assert not desk.pilot.see("Namn eller rubrik")


@pytest.mark.parametrize("key", ["f1", "?"])
def test_help_lists_the_keys(desk: Desk, key: str) -> None:
    desk.press(key)
    assert desk.pilot.see("Första och sista kortet")
    desk.press("return")
    assert not desk.pilot.see("Första och sista kortet")


def test_a_question_mark_is_help_whichever_key_it_sits_on(desk: Desk) -> None:
    desk.pilot.pane.handle(pygame.Event(pygame.TEXTINPUT, text="?"))
    assert desk.pilot.see("Hjälp och tangenter")


def test_the_findings_can_be_put_away_for_a_larger_picture(desk: Desk) -> None:
    before = desk.preview.picture.spot[2]
    desk.press("f")
    assert not desk.pilot.see("Kortet")
    assert desk.preview.picture.spot[2] > before


def test_the_bar_says_that_the_findings_are_put_away(desk: Desk) -> None:
    assert desk.pilot.see("Leken: fel")
    desk.press("f")
    assert desk.pilot.see("Fynd dolda: fel")


def test_the_mouse_reaches_into_the_picture_and_the_wheel_scrolls_it(desk: Desk) -> None:
    desk.press("4", "t", "t")
    pane = desk.preview.picture.pane
    assert pane is not None
    before = desk.pixels()
    x, y = middle(desk.preview.picture.spot)
    wheel = {"x": 0, "y": -2, "precise_x": 0.0, "precise_y": -2.0, "pos": (x, y)}
    desk.pilot.pane.handle(pygame.Event(pygame.MOUSEWHEEL, wheel))
    assert any(pane.memory.scroll.values())
    assert desk.pixels() != before


def test_pressing_in_the_picture_presses_there(desk: Desk) -> None:
    desk.press("2")
    picture = desk.preview.picture
    assert picture.pane is not None
    option = next(t for t in picture.pane.live() if "Säger hur glad" in t.label)
    share = picture.spot[2] / picture.size[0]
    x, y = (
        round(side * share) + corner for side, corner in zip(middle(option.seen), picture.spot, strict=False)
    )
    desk.pilot.point(x, y)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        desk.pilot.pane.handle(pygame.Event(kind, pos=(x, y), button=1, touch=False))
    desk.pilot.settle()
    assert next(t for t in picture.pane.live() if t.key == "cast").enabled


KINDS = [
    ("motet", "dilemma", "front vote talk back"),
    ("spegel", "mirror", "front vote talk back"),
    ("incheckning", "scale", "front vote talk"),
    ("incheckning", "question", "front talk"),
    ("lika", "fact", "front talk back"),
    ("coach", "exercise", "front talk back"),
    ("tank-om", "twist", "talk"),
    ("lofte", "pledge", "front"),
]


def of_kind(desk: Desk, kind: str) -> str:
    """The first card of a kind."""
    return next(leaf.name for leaf in desk.preview.deck.leaves if leaf.card and leaf.card.kind == kind)


@pytest.mark.parametrize(("slug", "kind", "places"), KINDS)
def test_every_kind_is_shown_at_its_places(tmp_path: Path, slug: str, kind: str, places: str) -> None:
    desk = Desk(copied(tmp_path, slug))
    desk.preview.go(of_kind(desk, kind))
    assert list(desk.preview.places) == places.split()
    for place in desk.preview.places:
        desk.preview.show(place)
        for _ in desk.preview.moments:
            desk.press("v", "space", "v")
            assert desk.pilot.problems() == []


def test_a_twist_is_shown_turned_up_in_a_talk_about_another_card(tmp_path: Path) -> None:
    desk = Desk(copied(tmp_path, "tank-om"))
    assert desk.shows("Här står en fråga från kortet som ligger på bordet.")
    assert desk.preview.leaf
    assert desk.preview.leaf.card
    assert desk.shows(desk.preview.leaf.card.text["sv"].model_dump()["twist"])


def test_a_pledge_starter_is_shown_as_something_to_lean_on_and_the_pledge_behind_it(tmp_path: Path) -> None:
    desk = Desk(copied(tmp_path, "lofte"))
    assert desk.shows("Något att luta sig mot")
    desk.press("space")
    assert desk.shows("Bara du ser ditt löfte.")
    assert not desk.shows("Något att luta sig mot")


def test_a_ranking_is_shown_at_its_places() -> None:
    desk = Desk(MIXED, "nar-kon-ar-lang")
    assert list(desk.preview.places) == ["front", "vote", "talk", "back"]
    desk.press("2")
    assert desk.shows("Tryck det som väger tyngst först.")


def test_a_scale_is_voted_on_and_checked_in_with(tmp_path: Path) -> None:
    desk = Desk(copied(tmp_path, "incheckning"))
    desk.preview.go(of_kind(desk, "scale"))
    desk.press("2")
    assert desk.shows("Lägg min röst")
    desk.press("space")
    assert desk.shows("Spara min siffra")


def test_a_card_without_the_wanted_place_shows_the_nearest_and_the_wish_is_kept(tmp_path: Path) -> None:
    desk = Desk(copied(tmp_path, "lika"))
    desk.preview.show("vote")
    seen = []
    for kind in ("fact", "dilemma"):
        desk.preview.go(of_kind(desk, kind))
        seen.append(desk.preview.place)
    assert seen == ["talk", "vote"]


@pytest.mark.parametrize("size", [(960, 540), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_window_itself_fits(tmp_path: Path, size: tuple[int, int], text: float, language: str) -> None:
    settings = Settings(language=language, text=text, motion=False)  # type: ignore[arg-type]
    desk = Desk(copied(tmp_path), CARD, Look(language=language), size, settings)
    found: list[str] = []
    for keys in (["3"], ["f1"], ["escape", "g"]):
        desk.press(*keys)
        found += desk.pilot.problems()
    assert found == []
