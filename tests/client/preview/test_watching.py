"""Saving a file shows at once; what is half written is told of, and throws nothing away."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.client.preview.preview import Look
from game.client.ui.area import middle
from tests.client.preview.bench import CARD, Desk, copied


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(copied(tmp_path), CARD)


def test_a_saved_change_is_seen_and_everything_else_stays(desk: Desk) -> None:
    desk.press("3", "t", "c", "space")
    before, look, part, picture = desk.card(), desk.preview.look, desk.preview.part, desk.pixels()
    desk.change("Tänk om mannen i baksätet", "Tänk om kvinnan i baksätet")
    assert desk.card() == before, "the files are not looked at yet"
    desk.wait()
    assert desk.shows("Tänk om kvinnan i baksätet")
    assert desk.pixels() != picture
    assert (desk.preview.look, desk.preview.part, desk.preview.place) == (look, part, "talk")


def test_a_card_that_is_saved_stays_scrolled_and_another_begins_at_the_top(desk: Desk) -> None:
    desk.press("4", "t", "t")
    picture = desk.preview.picture
    wheel = {"x": 0, "y": -2, "precise_x": 0.0, "precise_y": -2.0, "pos": middle(picture.spot)}
    desk.pilot.pane.handle(pygame.Event(pygame.MOUSEWHEEL, wheel))

    def scrolled() -> list[int]:
        desk.pilot.settle()
        return [place for place in picture.pane.memory.scroll.values() if place] if picture.pane else []

    before = scrolled()
    assert before
    desk.change("Elsa", "Else")
    desk.wait()
    assert scrolled() == before
    desk.press("right")
    assert scrolled() == []


def test_nothing_is_read_while_nothing_is_saved(desk: Desk) -> None:
    leaf = desk.preview.leaf
    assert desk.preview.deck.look() is False
    desk.wait()
    assert desk.preview.leaf is leaf


def test_only_the_changed_file_is_read(desk: Desk) -> None:
    before = {leaf.name: leaf.item for leaf in desk.preview.deck.leaves}
    desk.change("Elsa", "Else")
    desk.wait()
    changed = [leaf.name for leaf in desk.preview.deck.leaves if leaf.item is not before[leaf.name]]
    assert changed == [CARD]


def test_a_half_written_card_keeps_its_last_whole_picture_beside_the_finding(desk: Desk) -> None:
    whole, half = desk.read(), "id: sockorna\nrev: 1\ntext:\n  sv: {title: 'So"
    desk.save(f"cards/{CARD}.yaml", half)
    desk.wait()
    assert desk.shows("Elsa")
    assert desk.pilot.see("Så här såg det ut när det senast var helt.")
    assert any(text.startswith(f"cards/{CARD}.yaml:4") for text in desk.pilot.texts())
    assert desk.preview.counts[0] > 0
    desk.save(f"cards/{CARD}.yaml", whole)
    desk.wait()
    assert not desk.pilot.see("Så här såg det ut när det senast var helt.")
    assert desk.preview.counts[0] == 0


def test_an_unknown_theme_is_told_where_it_stands(desk: Desk) -> None:
    desk.change("themes: [", "themes: [fel-tema, ")
    desk.wait()
    line = next(n for n, text in enumerate(desk.read().splitlines(), 1) if "fel-tema" in text)
    assert any(text.startswith(f"cards/{CARD}.yaml:{line} themes[1]") for text in desk.pilot.texts())
    assert desk.shows("Elsa"), "it can still be drawn"


def test_a_card_broken_from_the_start_shows_its_findings_instead_of_a_picture(tmp_path: Path) -> None:
    path = copied(tmp_path)
    (path / "cards" / "ny.yaml").write_text("id: ny\nkind: dilemma\n", encoding="utf-8")
    desk = Desk(path, "ny")
    assert desk.pilot.see("Kortet kan visas när det här är rättat")
    assert any(text.startswith("cards/ny.yaml:") for text in desk.pilot.texts())
    assert not desk.pilot.see("Kortleken"), "each finding is told once"
    assert desk.preview.places == {}
    desk.press("right")
    assert desk.preview.places


def test_new_cards_come_and_removed_ones_go(desk: Desk) -> None:
    count = len(desk.preview.deck.leaves)
    desk.save("cards/aaa.yaml", desk.read().replace("id: sockorna", "id: aaa"))
    desk.wait()
    assert len(desk.preview.deck.leaves) == count + 1
    assert desk.preview.name == CARD, "one stays where one is"
    desk.press("home")
    assert desk.preview.name == "aaa"
    second = desk.preview.deck.leaves[1].name
    (desk.path / "cards" / "aaa.yaml").unlink()
    desk.wait()
    assert desk.preview.name == second, "the card that now stands there is shown"


def test_the_last_card_that_goes_leaves_an_empty_deck_that_can_be_filled_again(desk: Desk) -> None:
    text = desk.read()
    for file in (desk.path / "cards").iterdir():
        file.unlink()
    desk.wait()
    assert desk.pilot.see("Inga kort")
    desk.press("right", "down", "space", "3", "g", "escape", "end")
    desk.save("cards/sockorna.yaml", text)
    desk.wait()
    assert desk.shows("Elsa")


def test_a_broken_cover_leaves_the_cards_and_is_told_of(desk: Desk) -> None:
    desk.save("deck.yaml", "slug: [")
    desk.wait()
    assert desk.shows("Elsa")
    assert desk.pilot.see("Kortleken")
    assert any(text.startswith("deck.yaml:1") for text in desk.pilot.texts())


def test_a_folder_that_is_gone_for_a_moment_leaves_the_cards(desk: Desk) -> None:
    away = desk.path.with_name("undan")
    desk.path.rename(away)
    desk.wait()
    assert desk.shows("Elsa")
    assert desk.preview.counts[0] == 1
    away.rename(desk.path)
    desk.wait()
    assert desk.preview.counts[0] == 0


def test_a_cover_broken_from_the_start_says_what_must_be_mended(tmp_path: Path) -> None:
    path = copied(tmp_path)
    (path / "deck.yaml").write_text("slug: [", encoding="utf-8")
    desk = Desk(path)
    assert desk.pilot.see("Korten kan visas när det här är rättat")


def test_a_language_that_is_taken_away_is_not_looked_at_any_longer(tmp_path: Path) -> None:
    desk = Desk(copied(tmp_path), CARD, Look(language="en"))
    cover = (desk.path / "deck.yaml").read_text(encoding="utf-8")
    desk.save("deck.yaml", cover.replace("[sv, en]", "[sv]"))
    desk.wait()
    assert desk.preview.look.language == "sv"


def test_a_card_in_a_language_of_its_own_is_shown_with_swedish_round_it(tmp_path: Path) -> None:
    path = copied(tmp_path)
    cover = (path / "deck.yaml").read_text(encoding="utf-8")
    (path / "deck.yaml").write_text(cover.replace("[sv, en]", "[sv, en, fi]"), encoding="utf-8")
    card = path / "cards" / f"{CARD}.yaml"
    finnish = card.read_text(encoding="utf-8")
    english = finnish[finnish.index("\n  en:\n") :]
    card.write_text(
        finnish + english.replace("\n  en:\n", "\n  fi:\n").replace("Elsa", "Elina"), encoding="utf-8"
    )
    desk = Desk(path, CARD)
    desk.press("l", "l")
    assert desk.preview.look.language == "fi"
    assert desk.shows("Elina")
    assert desk.shows("Klart, vi har läst")


def test_what_does_not_fit_is_found_between_the_pictures(desk: Desk) -> None:
    assert desk.pilot.see("Ser efter om kortet får plats")
    desk.finish()
    assert desk.pilot.see("Får plats på 1280×720")
    long = "Ordförandeskapsberedningsarbetsgruppssammanträdesprotokollsutdragsbestyrkandeförfarandet"
    desk.change("Elsa", long)
    desk.wait()
    assert desk.pilot.see("Ser efter om kortet får plats")
    desk.finish()
    assert any(item.code == "overflow" for item in desk.preview.findings)
    assert not desk.pilot.see("Får plats på 1280×720")


def test_what_was_found_of_a_card_is_remembered(desk: Desk) -> None:
    desk.finish()
    desk.press("right")
    assert desk.preview.busy
    desk.press("left")
    assert desk.pilot.see("Får plats på 1280×720")
