"""How the terminal breaks its lines."""

from __future__ import annotations

from io import StringIO

from game.commands.terminal import Speaker

LONG = "/home/anna/kommunens-gemensamma-mapp/bemotande/rapport-FKT-482.pdf"


def said(text: str, **how: bool) -> list[str]:
    out = StringIO()
    Speaker(width=40, file=out).print(text, highlight=False, markup=False, **how)
    return out.getvalue().splitlines()


def test_sentences_are_broken_between_words_and_a_long_path_never() -> None:
    lines = said(f"Skrev en rapport med tolv kort och sju texter till {LONG}. Öppna den när du vill.")
    assert f"{LONG}." in lines
    assert [len(line) > 40 for line in lines] == [line == f"{LONG}." for line in lines]
    assert " ".join(lines).split()[-1] == "vill."


def test_what_was_broken_by_hand_stays_so_and_signs_are_only_text() -> None:
    assert said("  – ett [bold]två\n\ntre") == ["  – ett [bold]två", "", "tre"]


def test_what_asks_for_no_breaks_has_none() -> None:
    assert len(said(f"Skrev en rapport med tolv kort till {LONG}.", soft_wrap=True)) == 1
