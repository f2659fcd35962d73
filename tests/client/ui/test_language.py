"""Texts are looked up, values put in, and what is missing stays Swedish."""

import os
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from game.client.ui import Language
from game.places import assets

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Kort {n} av {m}"
msgstr "Card {n} of {m}"

msgid "{n} person"
msgid_plural "{n} personer"
msgstr[0] "{n} person!"
msgstr[1] "{n} people"
"""


@pytest.fixture
def english(tmp_path: Path) -> Language:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "bemot.mo").open("wb") as file:
        write_mo(file, read_po(PO.splitlines()))
    return Language("en", tmp_path)


def test_a_text_is_translated_with_its_values(english: Language) -> None:
    assert english("Kort {n} av {m}", n=3, m=10) == "Card 3 of 10"


def test_a_missing_text_stays_swedish(english: Language) -> None:
    assert english("Okänt") == "Okänt"


def test_an_empty_text_stays_empty(english: Language) -> None:
    assert english("") == ""


@pytest.mark.parametrize(("n", "shown"), [(1, "1 person!"), (4, "4 people")])
def test_plurals_follow_the_number(english: Language, n: int, shown: str) -> None:
    assert english.plural("{n} person", "{n} personer", n) == shown


@pytest.mark.parametrize(("n", "shown"), [(1, "1 person"), (4, "4 personer")])
def test_swedish_needs_no_catalogue(n: int, shown: str) -> None:
    assert Language("sv").plural("{n} person", "{n} personer", n) == shown


def test_a_card_text_is_picked_in_the_language_or_in_swedish(english: Language) -> None:
    assert english.pick({"sv": "Hej", "en": "Hello"}) == "Hello"
    assert english.pick({"sv": "Hej"}) == "Hej"
    assert english.pick({}) == ""


def test_the_english_catalogue_is_there() -> None:
    assert (assets() / "i18n" / "en" / "LC_MESSAGES" / "bemot.mo").is_file()


def test_a_catalogue_that_has_been_written_again_is_read_again(english: Language, tmp_path: Path) -> None:
    path = tmp_path / "en" / "LC_MESSAGES" / "bemot.mo"
    with path.open("wb") as file:
        write_mo(file, read_po(PO.replace("Card {n} of", "Sheet {n} of").splitlines()))
    os.utime(path, ns=(0, 0))
    assert Language("en", tmp_path)("Kort {n} av {m}", n=3, m=10) == "Sheet 3 of 10"


def test_a_catalogue_is_read_once_for_all_windows(english: Language, tmp_path: Path) -> None:
    path = tmp_path / "en" / "LC_MESSAGES" / "bemot.mo"
    before = path.stat()
    path.write_bytes(bytes(before.st_size))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert Language("en", tmp_path)("Kort {n} av {m}", n=3, m=10) == "Card 3 of 10"
