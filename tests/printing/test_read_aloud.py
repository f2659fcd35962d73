"""What is printed can be read by a program that reads aloud, as far as the file itself decides."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli import app
from game.printing.press import Press
from tests.cards.build import good_deck
from tests.printing.build import printed
from tests.printing.paper import Paper

COMMANDS = {"run-sheet": ("run-sheet", "APT 60"), "handbook": ("handbook",)}


def readable(paper: Paper, language: str) -> bool:
    return paper.is_tagged and paper.title != "" and paper.language == language


@pytest.mark.parametrize("language", ["sv", "en"])
def test_cards_are_tagged_and_say_their_title_and_language(
    press: Press, tmp_path: Path, language: str
) -> None:
    assert readable(printed(press, good_deck(tmp_path), language=language), language)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_papers_of_a_session_are_too(tmp_path: Path, command: str, language: str) -> None:
    path = tmp_path / "papper.pdf"
    asked = [*COMMANDS[command], "--output", str(path)]
    done = CliRunner().invoke(app, asked, env={"BEMOT_LANGUAGE": language})
    assert done.exit_code == 0, done.output
    assert readable(Paper(path.read_bytes()), language)
