"""A host's own programmes: files that a person can read, and that survive what people do to files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from game.client.own_programmes import OwnProgramme, OwnProgrammes
from game.rules import Step

STEPS = (Step(kind="frame", minutes=3), Step(kind="round", minutes=12, card="motet/dubbelbokat"))


def programme(name: str, steps: tuple[Step, ...] = STEPS) -> OwnProgramme:
    return OwnProgramme(name=name, preset="Halvdag", pace="hall", decks=("motet",), steps=steps)


def test_what_is_kept_is_there_in_the_next_run(tmp_path: Path) -> None:
    OwnProgrammes(tmp_path).save(programme("Vår halvdag"))
    assert OwnProgrammes(tmp_path).listed() == (programme("Vår halvdag"),)
    assert OwnProgrammes(tmp_path).find("VÅR HALVDAG ") == programme("Vår halvdag")


def test_the_file_is_readable_json(tmp_path: Path) -> None:
    OwnProgrammes(tmp_path).save(programme("Vår halvdag"))
    (file,) = (tmp_path / "programmes").iterdir()
    assert file.name.startswith("var-halvdag")
    assert "Vår halvdag" in file.read_text(encoding="utf-8")
    assert json.loads(file.read_text(encoding="utf-8")) == {
        "name": "Vår halvdag",
        "preset": "Halvdag",
        "pace": "hall",
        "decks": ["motet"],
        "steps": [
            {"kind": "frame", "minutes": 3.0},
            {"kind": "round", "minutes": 12.0, "card": "motet/dubbelbokat"},
        ],
    }


def test_how_many_must_be_behind_a_number_is_kept_when_it_was_raised(tmp_path: Path) -> None:
    kept = OwnProgrammes(tmp_path)
    kept.save(programme("Vår halvdag").model_copy(update={"k_seats": 12}))
    found = kept.find("Vår halvdag")
    assert found is not None
    assert (found.k_seats, found.k_tables) == (12, None)


def test_the_same_name_is_kept_once(tmp_path: Path) -> None:
    kept = OwnProgrammes(tmp_path)
    kept.save(programme("Halvdagen"))
    kept.save(programme("halvdagen", STEPS[:1]))
    assert [one.steps for one in kept.listed()] == [STEPS[:1]]


def test_names_that_make_one_file_name_do_not_take_each_others_place(tmp_path: Path) -> None:
    kept = OwnProgrammes(tmp_path)
    for name in ("Åsa", "Asa", "A s a", "!!!", "con"):
        kept.save(programme(name))
    assert len(kept.listed()) == 5
    assert "con.json" not in {file.name for file in kept.folder.iterdir()}


def test_one_is_forgotten_and_the_others_stay(tmp_path: Path) -> None:
    kept = OwnProgrammes(tmp_path)
    kept.save(programme("Ett"))
    kept.save(programme("Två"))
    kept.remove("Ett")
    kept.remove("Finns inte")
    assert [one.name for one in kept.listed()] == ["Två"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"name": "x"}',
        '{"name": "x", "preset": "Saknas", "pace": "hall", "steps": [{"kind": "frame", "minutes": 3}]}',
        '{"name": "x", "preset": "Halvdag", "pace": "hall", "steps": []}',
        '{"name": "x", "preset": "Halvdag", "pace": "hall", "steps": [{"kind": "frame", "minutes": -1}]}',
        '{"name": "x", "preset": "Halvdag", "pace": "hall", "k_seats": 2, '
        '"steps": [{"kind": "frame", "minutes": 3}]}',
        '{"name": "x", "preset": "Halvdag", "pace": "hall", '
        '"steps": [{"kind": "pledge", "minutes": 3}, {"kind": "pledge", "minutes": 3}]}',
    ],
)
def test_a_damaged_file_is_passed_over_and_left(tmp_path: Path, text: str) -> None:
    kept = OwnProgrammes(tmp_path)
    kept.save(programme("Hel"))
    bad = kept.folder / "trasig.json"
    bad.write_text(text, encoding="utf-8")
    assert [one.name for one in kept.listed()] == ["Hel"]
    assert bad.read_text(encoding="utf-8") == text


def test_a_folder_that_is_not_there_has_no_programmes(tmp_path: Path) -> None:
    assert OwnProgrammes(tmp_path / "ingenstans").listed() == ()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "programmes").write_text("en fil i vägen", encoding="utf-8")
    with pytest.raises(OSError, match="programmes"):
        OwnProgrammes(tmp_path).save(programme("Ett"))


@pytest.mark.parametrize("name", ["", "   ", "två\nrader", "x" * 41])
def test_a_name_that_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        programme(name)
