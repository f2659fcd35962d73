"""`bemot deck preview --png` writes every card as pictures, and says in one sentence what it cannot do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pygame
import pytest
from typer.testing import CliRunner, Result

from game.cli import app
from game.client.preview.album import A_SHEET, Printer
from game.client.preview.preview import Look
from game.client.preview.watched import WatchedDeck
from tests.client.preview.bench import copied


def bemot(*arguments: object, language: str = "sv") -> Result:
    """The command line without a display."""
    env = {"BEMOT_LANGUAGE": language, "SDL_VIDEODRIVER": "dummy", "COLUMNS": "300"}
    return CliRunner().invoke(app, ["deck", "preview", *map(str, arguments)], env=env)


def few(folder: Path, slug: str, *names: str) -> Path:
    """A deck with these cards alone, or with its first one."""
    path = copied(folder, slug)
    kept = names or (min(file.stem for file in (path / "cards").iterdir()),)
    for file in (path / "cards").iterdir():
        file.unlink() if file.stem not in kept else None
    return path


def written(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def size_of(path: Path) -> Sequence[int]:
    return pygame.image.load(path).get_size()


def test_every_place_is_written_in_every_language_with_a_sheet(tmp_path: Path) -> None:
    deck, folder = few(tmp_path, "motet", "sockorna"), tmp_path / "bilder"
    done = bemot(deck, "--png", folder)
    places = [
        f"sockorna-{place}-{code}.png" for place in ("front", "vote", "talk", "back") for code in ("sv", "en")
    ]
    assert written(folder) == {*places, "sheet-sv.png", "sheet-en.png"}
    assert {tuple(size_of(folder / name)) for name in places} == {(1280, 720)}
    assert done.exit_code == 0
    assert "Skrev 8 bilder och 2 översikter" in done.output


def test_language_size_text_and_contrast_are_chosen(tmp_path: Path) -> None:
    deck = few(tmp_path, "motet", "sockorna")
    pictures = {}
    for name, more in (
        ("plain", ()),
        ("text", ("--text", "100")),
        ("contrast", ("--contrast",)),
        ("wall", ("--wall",)),
    ):
        chosen = ("--language", "en", "--size", "1920x1080", *more)
        assert bemot(deck, "--png", tmp_path / name, *chosen).exit_code == 0
        assert len(written(tmp_path / name)) == 5
        file = tmp_path / name / "sockorna-front-en.png"
        assert tuple(size_of(file)) == (1920, 1080)
        pictures[name] = file.read_bytes()
    assert len(set(pictures.values())) == 4


@pytest.mark.parametrize(("slug", "places"), [("tank-om", {"talk"}), ("lofte", {"front"})])
def test_a_card_is_written_at_the_places_it_has(tmp_path: Path, slug: str, places: set[str]) -> None:
    folder = tmp_path / "bilder"
    bemot(few(tmp_path, slug), "--png", folder, "--language", "sv")
    assert {name.split("-")[-2] for name in written(folder) if not name.startswith("sheet")} == places


def test_one_card_alone_can_be_written_by_name_or_by_its_file(tmp_path: Path) -> None:
    deck = copied(tmp_path)
    bemot(deck, "sockorna", "--png", tmp_path / "a", "--language", "sv")
    bemot(deck / "cards" / "sockorna.yaml", "--png", tmp_path / "b", "--language", "sv")
    assert written(tmp_path / "a") == written(tmp_path / "b")
    assert len(written(tmp_path / "a")) == 5


def test_many_cards_are_counted_and_get_several_sheets(tmp_path: Path) -> None:
    path = few(tmp_path, "tank-om")
    card = next((path / "cards").iterdir())
    text, count = card.read_text(encoding="utf-8"), A_SHEET + 1
    for number in range(1, count):
        copy = text.replace(f"id: {card.stem}", f"id: zz-{number}")
        (path / "cards" / f"zz-{number}.yaml").write_text(copy, encoding="utf-8")
    deck = WatchedDeck(path)
    told: list[tuple[int, int]] = []
    album = Printer(deck, tmp_path / "bilder", ["sv"], Look(text=1.5)).write(
        deck.leaves, lambda done, of: told.append((done, of))
    )
    assert told == [(number, count) for number in range(1, count + 1)]
    assert [sheet.name for sheet in album.sheets] == ["sheet-sv-1.png", "sheet-sv-2.png"]
    assert len(album.pictures) == count


def test_a_broken_card_is_named_and_the_others_are_written(tmp_path: Path) -> None:
    deck, folder = few(tmp_path, "motet", "sockorna"), tmp_path / "bilder"
    (deck / "cards" / "trasig.yaml").write_text("id: [", encoding="utf-8")
    done = bemot(deck, "--png", folder)
    assert "sockorna-front-sv.png" in written(folder)
    assert done.exit_code == 1
    assert "Kunde inte rita: trasig. Kör: bemot deck check" in done.output


@pytest.mark.parametrize(
    ("arguments", "sv", "en"),
    [
        (("motett",), "Det finns ingen mapp", "There is no folder"),
        ((".",), "ligger ingen kortlek", "No deck lies in"),
        (("motet", "sockrona"), "Menade du sockorna?", "Did you mean sockorna?"),
        (("motet", "qqq"), "Kortet qqq finns inte i leken.", "There is no card qqq in the deck."),
        (("motet", "--language", "fi"), "Leken har inte språket fi", "does not have the language fi"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...], sv: str, en: str
) -> None:
    few(tmp_path, "motet", "sockorna")
    first, *rest = arguments
    for language, words in (("sv", sv), ("en", en)):
        done = bemot(tmp_path / first, *rest, "--png", tmp_path / "bilder", language=language)
        assert done.exit_code == 2
        assert words in done.output
        assert len(done.output.strip().splitlines()) == 1


def test_without_a_display_the_window_names_png(tmp_path: Path) -> None:
    deck = copied(tmp_path)
    done = bemot(deck)
    assert done.exit_code == 1
    assert "--png MAPP" in done.output
    assert "--png FOLDER" in bemot(deck, language="en").output


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    taken = tmp_path / "bilder"
    taken.write_text("en fil", encoding="utf-8")
    done = bemot(few(tmp_path, "motet", "sockorna"), "--png", taken)
    assert done.exit_code == 1
    assert "det som skulle vara en mapp är en fil" in " ".join(done.output.split())


def test_help_has_examples() -> None:
    assert "bemot deck preview decks/motet" in bemot("--help").output
