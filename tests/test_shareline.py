"""Beginning a deck and sharing it, as a person at a terminal meets it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner, Result

from game.cards.check import check_deck
from game.cards.digest import digest
from game.cards.load import load_deck
from game.cli import app
from tests.cards.build import CARD_FILE, good_deck
from tests.cards.hostile import REFUSED, packed


def bemot(*words: str | Path, language: str = "en") -> Result:
    """`bemot deck …` in this process."""
    speaking = {"BEMOT_LANGUAGE": language, "COLUMNS": "300"}
    return CliRunner().invoke(app, ["deck", *map(str, words)], env=speaking)


@pytest.mark.parametrize("command", ["new", "pack", "unpack"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_command_has_help_with_an_example(command: str, language: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "game", "deck", command, "--help"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "BEMOT_LANGUAGE": language, "COLUMNS": "200"},
        check=True,
    )
    assert f"{'Exempel' if language == 'sv' else 'Example'}:  bemot deck {command}" in done.stdout


@pytest.mark.parametrize(
    ("language", "comment"), [("sv", "# Högst 40 tecken."), ("en", "# At most 40 characters.")]
)
def test_a_new_deck_is_whole_and_explains_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, comment: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEMOT_LANGUAGE", language)
    done = bemot("new", "vara-moten", "--title", 'Våra "möten": del 1', "--author", "Eva", language=language)
    assert done.exit_code == 0, done.output
    assert [line.split("   ")[0].strip() for line in done.output.splitlines()[1:]] == [
        "bemot deck check vara-moten",
        "bemot deck preview vara-moten",
        "bemot serve --decks .",
    ]
    assert check_deck(tmp_path / "vara-moten") == []
    deck = load_deck(tmp_path / "vara-moten").deck
    assert deck is not None
    assert (deck.title["sv"], deck.authors, [card.kind for card in deck.cards]) == (
        'Våra "möten": del 1',
        ("Eva",),
        ["dilemma"],
    )
    card = (tmp_path / "vara-moten/cards/sista-numret.yaml").read_text("utf-8")
    assert comment in card
    assert "#sv" not in card
    assert "{{" not in card


def test_every_field_of_a_new_card_is_explained_on_the_line_above(tmp_path: Path) -> None:
    bemot("new", "moten", "--in", tmp_path)
    lines = (tmp_path / "moten/cards/sista-numret.yaml").read_text("utf-8").splitlines()
    source = lines[: lines.index("  en:")]
    fields = [
        n for n, line in enumerate(source) if line.strip().removeprefix("- ").split(":")[0].isidentifier()
    ]
    bare = [source[n].strip() for n in fields if not source[n - 1].strip().startswith("#")]
    first = {"text:", "sv:"}
    repeated = [
        line for line in bare if line not in first and not line.startswith(("- text", "speaks_for", "values"))
    ]
    assert repeated == []


def test_a_new_deck_takes_nobodys_place(tmp_path: Path) -> None:
    (tmp_path / "moten").mkdir()
    done = bemot("new", "moten", "--in", tmp_path)
    assert (done.exit_code, list((tmp_path / "moten").iterdir())) == (2, [])
    assert "is there already" in done.stderr


def test_a_name_that_cannot_be_is_refused_with_one_that_can(tmp_path: Path) -> None:
    done = bemot("new", "Våra möten!", "--in", tmp_path)
    assert done.exit_code == 2
    assert "Did you mean “vara-moten”?" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_title_that_is_too_long_makes_no_deck(tmp_path: Path) -> None:
    done = bemot("new", "moten", "--in", tmp_path, "--title", "Möten " * 10)
    assert done.exit_code == 1
    assert f"{(tmp_path / 'moten/deck.yaml').as_posix()}:" in done.output
    assert "the limit is 40" in done.output
    assert list(tmp_path.iterdir()) == []


def test_a_packed_deck_tells_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = good_deck(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = bemot("pack", "prov")
    assert done.exit_code == 0, done.output
    loaded = load_deck(deck.path).deck
    assert loaded is not None
    told = ("prov-1.0.0.zip", "1.0.0", "CC-BY-SA-4.0", "Bemöt", digest(loaded))
    assert [words for words in told if words not in done.output] == []
    assert ZipFile("prov-1.0.0.zip").namelist() == [CARD_FILE, "deck.yaml"]
    bemot("pack", "prov", "-o", "igen.zip")
    assert Path("igen.zip").read_bytes() == Path("prov-1.0.0.zip").read_bytes()


def test_a_broken_deck_is_not_packed_and_keeps_an_earlier_package(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    bemot("pack", deck.path, "-o", tmp_path / "lek.zip")
    before = (tmp_path / "lek.zip").read_bytes()
    deck.edit(CARD_FILE, "heat: 1", "heat: 4")
    done = bemot("pack", deck.path, "-o", tmp_path / "lek.zip", "--force")
    assert done.exit_code == 1
    assert f"{(deck.path / CARD_FILE).as_posix()}:9:7 heat:" in done.output
    assert (tmp_path / "lek.zip").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lek.zip", "prov"]


def test_a_draft_that_does_not_come_along_is_named(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    deck.write("cards/halvt.yaml", "id: halvt\nkind: question\nstatus: draft\nrev: 1\n")
    done = bemot("pack", deck.path, "-o", tmp_path / "lek.zip")
    assert (done.exit_code, "Unfinished drafts left out: halvt." in done.output) == (0, True)
    assert "cards/halvt.yaml" not in ZipFile(tmp_path / "lek.zip").namelist()


def test_a_package_that_is_there_is_overwritten_only_when_asked(tmp_path: Path) -> None:
    deck, file = good_deck(tmp_path), tmp_path / "lek.zip"
    file.write_bytes(b"an earlier one")
    refused = bemot("pack", deck.path, "-o", file)
    assert (refused.exit_code, "--force" in refused.stderr, file.read_bytes()) == (2, True, b"an earlier one")
    assert bemot("pack", deck.path, "-o", file, "--force").exit_code == 0
    assert ZipFile(file).namelist() == [CARD_FILE, "deck.yaml"]


def test_a_package_that_cannot_be_written_is_told_without_a_traceback(tmp_path: Path) -> None:
    done = bemot("pack", good_deck(tmp_path).path, "-o", tmp_path / "saknas/lek.zip")
    assert (done.exit_code, type(done.exception)) == (1, SystemExit)
    assert "Cannot write" in done.stderr


def test_a_package_is_unpacked_once_and_replaced_when_asked(tmp_path: Path) -> None:
    bemot("pack", good_deck(tmp_path).path, "-o", tmp_path / "lek.zip")
    first = bemot("unpack", tmp_path / "lek.zip", tmp_path / "ut")
    assert first.exit_code == 0, first.output
    assert all(words in first.output for words in ("1.0.0", "CC-BY-SA-4.0", "Bemöt", "sv, en"))
    again = bemot("unpack", tmp_path / "lek.zip", tmp_path / "ut")
    assert again.exit_code == 2
    assert "is there already (version 1.0.0). Add --force" in again.stderr
    good_deck(tmp_path).edit("deck.yaml", "version: 1.0.0", "version: 1.1.0")
    bemot("pack", tmp_path / "prov", "-o", tmp_path / "ny.zip")
    replaced = bemot("unpack", tmp_path / "ny.zip", tmp_path / "ut", "--force")
    assert replaced.exit_code == 0
    assert "Version 1.0.0 was replaced by 1.1.0." in replaced.output
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == ["_prov-1.0.0", "prov"]


@pytest.mark.parametrize(
    ("language", "words"), [("sv", "pekar ut ur leken"), ("en", "points out of the deck")]
)
def test_a_hostile_package_is_refused_in_ones_own_language(tmp_path: Path, language: str, words: str) -> None:
    file = packed(tmp_path, "lek.zip", REFUSED["up and out"][0]())
    done = subprocess.run(
        [sys.executable, "-m", "game", "deck", "unpack", str(file), str(tmp_path / "ut")],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "BEMOT_LANGUAGE": language},
        check=False,
    )
    assert done.returncode == 1
    assert words in done.stdout
    assert "../utanfor.yaml" in done.stdout
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["lek.zip"]


def test_a_package_is_called_a_zip_so_that_no_other_file_is_overwritten(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    before = deck.read("deck.yaml")
    done = bemot("pack", deck.path, "-o", deck.path / "deck.yaml")
    assert (done.exit_code, deck.read("deck.yaml")) == (2, before)
    assert "Did you mean" in done.stderr


def test_a_package_cannot_be_stamped(tmp_path: Path) -> None:
    bemot("pack", good_deck(tmp_path).path, "-o", tmp_path / "lek.zip")
    done = bemot("stamp", tmp_path / "lek.zip")
    assert (done.exit_code, "Unpack it first" in done.output) == (1, True)


def test_a_package_can_be_checked(tmp_path: Path) -> None:
    bemot("pack", good_deck(tmp_path).path, "-o", tmp_path / "lek.zip")
    done = bemot("check", "--no-fit", tmp_path / "lek.zip")
    assert (done.exit_code, "Errors: 0. Advice: 0." in done.output) == (0, True)


def test_something_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    for command in ("pack", "unpack", "check"):
        done = bemot(command, tmp_path / "saknas.zip")
        assert done.exit_code == 1
        assert "There is no deck here." in done.output
