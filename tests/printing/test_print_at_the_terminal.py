"""`bemot deck print`, as a person at a terminal meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from game.cli import app
from game.printing.errors import Hindrance
from game.printing.save import save
from tests.cards.build import CARD_FILE, good_deck
from tests.printing.build import dilemmas, german, long_dilemma
from tests.printing.paper import Paper

SWEDISH = {"BEMOT_LANGUAGE": "sv", "COLUMNS": "300"}


def print_deck(*arguments: str | Path, language: str = "sv") -> Result:
    asked = ["deck", "print", *map(str, arguments)]
    return CliRunner().invoke(app, asked, env={**SWEDISH, "BEMOT_LANGUAGE": language})


def said(done: Result) -> str:
    """What was said, without the breaks that a narrow terminal puts in it."""
    return " ".join(done.output.split())


def test_everything_is_printed_unless_told_otherwise(tmp_path: Path) -> None:
    deck, file = good_deck(tmp_path), tmp_path / "bordet.pdf"
    done = print_deck(deck.path, "-o", file, "--seats", "2")
    assert (done.exit_code, said(done)) == (
        0,
        f"Utskrivet: 1 kort, 22 sidor, 11 ark dubbelsidigt, till {file}.",
    )
    assert Paper(file.read_bytes()).count == 22
    text = Paper(file.read_bytes()).text
    for words in ("Så spelar ni på papper", "Femte samtalet", "Eget svar", "Time-out", "Mitt löfte", "häfte"):
        assert words in text


def test_only_the_parts_asked_for_are_printed_in_the_language_asked_for(tmp_path: Path) -> None:
    deck, file = good_deck(tmp_path), tmp_path / "rules.pdf"
    assert print_deck(deck.path, "-o", file, "--only", "rules, timeouts", "--language", "en").exit_code == 0
    paper = Paper(file.read_bytes())
    assert paper.count == 4
    assert "How to play on paper" in paper.texts[0]


def test_the_language_is_otherwise_the_terminal_s(tmp_path: Path) -> None:
    deck, file = good_deck(tmp_path), tmp_path / "rules.pdf"
    print_deck(deck.path, "-o", file, "--only", "rules", language="en")
    assert "How to play on paper" in Paper(file.read_bytes()).text


def test_a_language_that_the_deck_lacks_is_refused_with_those_it_has(tmp_path: Path) -> None:
    done = print_deck(good_deck(tmp_path).path, "-o", tmp_path / "ut.pdf", "--language", "fi")
    assert (done.exit_code, "bara på sv, en" in said(done)) == (1, True)


@pytest.mark.parametrize(
    ("terminal", "heading", "line"),
    [
        ("sv", "Så spelar ni på papper", "Korten är på språket de; regler och rubriker är på svenska."),
        (
            "en",
            "How to play on paper",
            "The cards are in the language de; rules and headings are in English.",
        ),
    ],
)
def test_a_deck_in_another_language_is_printed_in_it_with_rules_in_one_s_own(
    tmp_path: Path, terminal: str, heading: str, line: str
) -> None:
    deck, file = german(tmp_path), tmp_path / "ut.pdf"
    done = print_deck(deck.path, "-o", file, "--seats", "2", language=terminal)
    assert (done.exit_code, line in said(done)) == (0, True), said(done)
    text = Paper(file.read_bytes()).text
    assert heading in text
    assert "Das fünfte Gespräch" in text


def test_decks_without_a_common_language_are_not_printed_together(tmp_path: Path) -> None:
    one, other = german(tmp_path / "a"), good_deck(tmp_path / "b")
    done = print_deck(one.path, other.path, "-o", tmp_path / "ut.pdf")
    assert (done.exit_code, "inget språk gemensamt" in said(done)) == (1, True)


def test_a_sign_that_no_font_has_is_told_with_its_card_and_field(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, "title: Femte samtalet", "title: Femte 漢 Ω")
    done = print_deck(deck.path, "-o", tmp_path / "ut.pdf", "--only", "cards")
    assert done.exit_code == 1
    assert "text.sv.title: ”Femte 漢 Ω”: inget teckensnitt för papper har 漢 (U+6F22), så" in said(done)
    assert said(done).count("U+") == 1, "Greek has letters in the compiler's own fonts"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_word_of_the_help_is_cut_in_an_ordinary_terminal(language: str) -> None:
    asked = ["deck", "print", "--help"]
    help_ = CliRunner().invoke(app, asked, env={"BEMOT_LANGUAGE": language, "COLUMNS": "80"}).output
    assert "…" not in help_
    assert "booklet." in help_


def test_a_broken_deck_is_refused_with_its_findings(tmp_path: Path) -> None:
    deck, file = good_deck(tmp_path), tmp_path / "ut.pdf"
    deck.edit(CARD_FILE, "heat: 1", "heat: 9")
    done = print_deck(deck.path, "-o", file)
    assert done.exit_code == 1
    assert "femte-samtalet.yaml:9:" in said(done)
    assert "Inget skrevs ut" in said(done)
    assert not file.exists()


def test_what_the_check_refuses_is_not_printed(tmp_path: Path) -> None:
    deck, file = good_deck(tmp_path), tmp_path / "ut.pdf"
    deck.edit(CARD_FILE, "prevent: Ring själv upp", "prevent: Ring 19640823-3234, själv upp")
    done = print_deck(deck.path, "-o", file)
    assert (done.exit_code, "personnummer" in said(done), file.exists()) == (1, True, False)


def test_drafts_that_are_left_out_are_named(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    whole = deck.read(CARD_FILE).replace("status: reviewed", "status: draft")
    deck.write("cards/halvt.yaml", "id: halvt\nkind: question\nstatus: draft\nrev: 1\n")
    deck.write("cards/utkast.yaml", whole.replace("id: femte-samtalet", "id: utkast"))
    done = said(print_deck(deck.path, "-o", tmp_path / "ut.pdf", "--only", "cards"))
    assert "Utkast som inte skrivs ut utan --drafts: utkast." in done
    assert "Ofärdiga utkast, som inte kan skrivas ut: halvt." in done


def test_a_card_that_fits_nowhere_is_told_and_the_rest_is_printed(tmp_path: Path) -> None:
    deck, file = long_dilemma(tmp_path, values=6), tmp_path / "ut.pdf"
    done = print_deck(deck.path, "-o", file, "--size", "3x3", "--only", "cards,rules")
    assert done.exit_code == 1
    assert "langst.yaml:12:3 text.sv: Framsidan är" in said(done)
    assert Paper(file.read_bytes()).count >= 1


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (["--preset", "Halv dag"], "Menade du ”Halvdag”?"),
        (["--only", "card"], "Menade du ”cards”?"),
        (["--size", "4x4"], "'4x4' är inte något av"),
        (["--seats", "9"], "8"),
        (["--flip", "up"], "'up' är inte något av"),
    ],
)
def test_a_wish_that_nobody_can_meet_is_wrong_use(tmp_path: Path, wish: list[str], told: str) -> None:
    done = print_deck(good_deck(tmp_path).path, "-o", tmp_path / "ut.pdf", *wish)
    assert done.exit_code == 2
    assert told in said(done)
    assert not (tmp_path / "ut.pdf").exists()


def test_one_must_say_where_to(tmp_path: Path) -> None:
    done = print_deck(good_deck(tmp_path).path)
    assert (done.exit_code, "-o FIL.pdf" in said(done)) == (2, True)


@pytest.mark.parametrize("name", ["finns-inte/ut.pdf", "mapp.pdf", "deck.yaml"])
def test_a_file_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "mapp.pdf").mkdir()
    (tmp_path / "deck.yaml").write_text("min lek", encoding="utf-8")
    done = print_deck(good_deck(tmp_path).path, "-o", tmp_path / name)
    assert done.exit_code == 1
    assert name in said(done)
    assert said(done).endswith(".")
    assert said(done).count(";") == 1, "one sentence"
    assert (tmp_path / "deck.yaml").read_text(encoding="utf-8") == "min lek"


def test_an_earlier_print_is_replaced_when_asked_and_nothing_else_is_left_behind(tmp_path: Path) -> None:
    deck, out = good_deck(tmp_path / "lek"), tmp_path / "ut"
    out.mkdir()
    (out / "ut.pdf").write_bytes(b"an earlier print")
    (out / "annat.pdf").write_bytes(b"something else")
    refused = print_deck(deck.path, "-o", out / "ut.pdf", "--only", "rules")
    assert (refused.exit_code, "--force" in said(refused)) == (2, True)
    assert (out / "ut.pdf").read_bytes() == b"an earlier print"
    assert print_deck(deck.path, "-o", out / "ut.pdf", "--only", "rules", "--force").exit_code == 0
    assert (out / "ut.pdf").read_bytes().startswith(b"%PDF")
    assert (out / "annat.pdf").read_bytes() == b"something else"
    assert len(list(out.iterdir())) == 2


def test_a_save_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "upptagen.pdf").mkdir()
    (tmp_path / "upptagen.pdf" / "fil").touch()
    with pytest.raises(Hindrance):
        save(b"%PDF", tmp_path / "upptagen.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["upptagen.pdf"]


def test_the_pages_can_be_pictures(tmp_path: Path) -> None:
    deck, folder = dilemmas(tmp_path, 5), tmp_path / "bilder"
    done = print_deck(deck.path, "--png", folder, "--only", "cards")
    assert done.exit_code == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == [f"page-{n:03d}.png" for n in range(1, 9)]
    assert (folder / names[0]).read_bytes().startswith(b"\x89PNG")


def test_pictures_never_mix_with_other_files(tmp_path: Path) -> None:
    deck, folder = good_deck(tmp_path), tmp_path / "bilder"
    folder.mkdir()
    (folder / "page-001.png").write_bytes(b"mine")
    (folder / "semester.png").write_bytes(b"mine")
    done = print_deck(deck.path, "--png", folder, "--only", "rules", "--force")
    assert (done.exit_code, "inte tom" in said(done)) == (1, True)
    assert (folder / "page-001.png").read_bytes() == b"mine"


def test_earlier_pictures_are_all_replaced_when_asked(tmp_path: Path) -> None:
    deck, folder = dilemmas(tmp_path, 5), tmp_path / "bilder"
    print_deck(deck.path, "--png", folder, "--only", "cards")
    assert print_deck(deck.path, "--png", folder, "--only", "rules").exit_code == 2
    assert len(list(folder.iterdir())) == 8
    assert print_deck(deck.path, "--png", folder, "--only", "rules", "--force").exit_code == 0
    assert [path.name for path in folder.iterdir()] == ["page-001.png"]


def test_printing_counts_its_cards_in_words() -> None:
    from rich.console import Console
    from rich.progress import Progress

    from game.commands.paper import _counting

    bar = Progress(console=Console(quiet=True))
    progress = _counting(bar)
    progress(12, 140)
    assert bar.tasks[0].description in ("Trycker kort 12 av 140", "Printing card 12 of 140")
    progress(140, 140)
    assert bar.tasks == []
