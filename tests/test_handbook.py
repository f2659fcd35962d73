"""The handbook: the same in both languages, and true of the program's buttons, keys and commands."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
import typer
from babel.messages.pofile import read_po

from game.cli import app
from game.handbook import LANGUAGES, Handbook, Run, Unreadable, handbook, parse, plain
from game.places import assets
from game.printing.words import words_in
from game.rules import PRESETS

IN_EVERY_WINDOW = {"return", "escape", "f1", "shift+f11"}
ON_THE_BOARD = {"t", "p", "h", "m"}


@cache
def catalogue() -> dict[str, str]:
    """What stands in the windows in Swedish -> in English."""
    with (assets() / "i18n/en/LC_MESSAGES/bemot.po").open("rb") as file:
        found = {}
        for message in read_po(file):
            ids, texts = message.id, message.string
            if isinstance(ids, str):
                found[ids] = str(texts)
            else:
                found.update(zip(ids, texts or (), strict=False))
        return found


def english(text: str) -> str:
    """What a window says for this in English; "" when no window says it in Swedish."""
    known = catalogue()
    if text in known:
        return known[text]
    for swedish, other in known.items():
        start, hole, _ = swedish.partition("{name}")
        if hole and len(start) > 3 and text.startswith(start):
            return other.replace("{name}", known.get(text.removeprefix(start), ""))
    return ""


def of_kind(book: Handbook, kind: str) -> list[str]:
    return [run.text for run in book.runs() if run.kind == kind]


def commands(group: Any, before: str) -> set[str]:
    if not hasattr(group, "commands"):
        return {before}
    return {
        name for word, command in group.commands.items() for name in commands(command, f"{before} {word}")
    }


def test_both_languages_have_the_same_pages_with_the_same_parts() -> None:
    shapes = [
        [
            [block.shape for block in blocks]
            for blocks in (book.preface, *(page.blocks for page in book.pages))
        ]
        for book in map(handbook, LANGUAGES)
    ]
    assert shapes[0] == shapes[1]


def test_both_languages_name_the_same_keys_and_commands_in_the_same_places() -> None:
    kept = [
        [(run.kind, run.text) for run in book.runs() if run.kind in ("key", "command")]
        for book in map(handbook, LANGUAGES)
    ]
    assert kept[0] == kept[1]


def test_every_button_that_is_named_is_in_the_windows_and_english_names_the_same_one() -> None:
    swedish, translated = (of_kind(handbook(language), "button") for language in LANGUAGES)
    assert len(swedish) > 40
    missing = [text for text in swedish if not english(text)]
    assert missing == []
    assert sorted(map(english, swedish)) == sorted(translated)


def test_a_button_that_no_window_has_would_be_found() -> None:
    assert english("Öppna: Läs") == "Open: Read"
    assert english("Öppna: Kassan") == "Open: "
    assert english("Tryck här") == ""


def test_every_key_that_is_named_is_one_that_is_tried_on_the_board() -> None:
    assert set(of_kind(handbook("sv"), "key")) == IN_EVERY_WINDOW | ON_THE_BOARD


def test_every_command_that_is_named_is_there() -> None:
    there = commands(typer.main.get_command(app), "bemot")
    assert set(of_kind(handbook("sv"), "command")) <= there


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_programme_is_spoken_of_by_the_name_the_windows_have(language: str) -> None:
    from game.client.programmes import preset_name
    from game.client.ui import Language

    _ = Language(language)
    told = [block.name for block in handbook(language).pages[0].blocks if block.shape == "fact"]
    assert told == [preset_name(name, _) for name in PRESETS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_decks_but_those_there_are(language: str) -> None:
    shipped = len(
        [folder for folder in (assets().parent / "decks").iterdir() if (folder / "deck.yaml").exists()]
    )
    number = {"sv": "tolv lekar", "en": "twelve decks"}[language]
    text = (assets() / "handbook" / f"{language}.md").read_text(encoding="utf-8")
    assert shipped == 12
    assert number in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_invitation_and_the_sign_stand_in_it_in_the_words_that_are_printed(language: str) -> None:
    printed = words_in(language).table
    told = "\n".join(plain(block.runs, "””") for page in handbook(language).pages for block in page.blocks)
    sign = [step.replace("{n}.", "…") for step in printed["sign"]["steps"]]
    for words in (*printed["invitation"]["about"], printed["invitation"]["needs"], *sign):
        assert words in told


def test_another_language_is_answered_in_swedish() -> None:
    assert handbook("fi").title == handbook("sv").title


def test_lines_that_follow_each_other_are_one_paragraph() -> None:
    book = parse(
        "# Bok\n\n## Sida\n\nEn rad\nsom går på.\n\n> Säg det\n> Och det\n1. Först\n2. Sedan\nHär :: det\n"
    )
    assert [(block.shape, block.name) for block in book.pages[0].blocks] == [
        ("para", ""),
        ("said", ""),
        ("said", ""),
        ("step", ""),
        ("step", ""),
        ("fact", "Här"),
    ]
    assert book.pages[0].blocks[0].runs == (Run("text", "En rad som går på."),)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("## Sida\n", "a handbook has a name, and pages"),
        ("# Bok\n", "a handbook has a name, and pages"),
        ("# Bok\n# Bok till\n## Sida\n", "line 2: the handbook has its name already"),
        ("# Bok\n## Sida\n| a | b |\n", "line 3: not a kind of line"),
        ("# Bok\n## Sida\n#### Djupt\n", "line 3: not a kind of line"),
        ("# Bok\n## Sida\n\nTryck [[Pausa nu.\n", "line 4: a mark that is not closed"),
        ("# Bok\n## Sida\n\nTryck {{p} nu.\n", "line 4: a mark that is not closed"),
        ("# Bok\n## Sida\n\nSkriv `bemot nu.\n", "line 4: a mark that is not closed"),
    ],
)
def test_a_line_that_the_handbook_does_not_have_is_refused(text: str, why: str) -> None:
    with pytest.raises(Unreadable, match=re.escape(why)):
        parse(text)
