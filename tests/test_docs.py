"""The documents tell the truth about the code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli import app
from game.reference import commands, reference
from game.rules import KINDS, PHASES, SENTENCES, CardFacts

ROOT = Path(__file__).parent.parent
TOP_DOCS = ["README.md", "ARCHITECTURE.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_protocols_tables_are_those_of_the_models() -> None:
    """Mend with: bemot protocol --markdown, put below the last heading of docs/PROTOCOL.md."""
    assert read("docs/PROTOCOL.md").split("## 8. Reference\n\n")[1].strip() == reference().strip()


def test_every_command_and_every_refusal_is_in_the_protocol() -> None:
    text = read("docs/PROTOCOL.md")
    for command in commands():
        assert f"| `{command.model_fields['type'].default}` |" in text
    for code in SENTENCES:
        assert f"| `{code}` |" in text


@pytest.mark.parametrize("name", TOP_DOCS)
def test_links_in_the_documents_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", read(name))
    missing = [link for link in links if not (ROOT / link).exists()]
    assert missing == []


def test_every_command_that_the_readme_names_exists() -> None:
    named = set(re.findall(r"`bemot ([a-z-]+)", read("README.md")))
    known = set(re.findall(r"│ ([a-z-]+) ", CliRunner().invoke(app, ["--help"]).output))
    assert named <= known | {"play"}
    assert {"serve", "join", "screen", "host", "rehearse", "protocol", "doctor", "deck"} <= known


def test_every_target_that_the_documents_name_exists() -> None:
    makefile = read("Makefile")
    for name in TOP_DOCS:
        for target in set(re.findall(r"`?make ([a-z][a-z0-9-]+)`?\s", read(name))) - {
            "it",
            "sure",
            "a",
            "the",
        }:
            if f"`make {target}`" in read(name) or f"\nmake {target}" in read(name):
                assert re.search(rf"^{target}:", makefile, re.MULTILINE), (name, target)


def test_every_phase_has_a_scene_of_its_name() -> None:
    from game.client.scenes import SCENES

    assert set(SCENES) == set(PHASES)


def test_every_kind_that_is_voted_on_has_a_ballot_and_a_card_model_of_its_name() -> None:
    from game.cards.format import KINDS as CARD_MODELS
    from game.client.ballots import BALLOTS

    a_card = CardFacts(id="a/card", kind="", options=2)
    assert set(BALLOTS) == {name for name, kind in KINDS.items() if kind.choices(a_card)}
    assert set(KINDS) == set(CARD_MODELS)


def test_every_decision_is_listed() -> None:
    listed = read("docs/adr/README.md")
    for path in sorted((ROOT / "docs" / "adr").glob("0*.md")):
        assert path.name in listed


def test_the_project_holds_no_path_of_a_machine() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "game").rglob("*.py")]:
        assert not re.search(r"/(home|root|Users)/\w", path.read_text(encoding="utf-8")), path


def test_the_lock_holds_everything_that_the_program_needs() -> None:
    """Mend with: make lock."""
    needs = tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]
    locked = {plain(name) for name in re.findall(r"^([\w.-]+)==", read("requirements.lock"), re.MULTILINE)}
    assert {plain(re.split(r"[<>=!~ ]", need)[0]) for need in needs} <= locked


def plain(package: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", package).lower()
