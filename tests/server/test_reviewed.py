"""`bemot deck review` where no server runs: what is accepted, rejected, undone and kept."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import Result

from server.store.reviewed import decide, decisions, reviewed_file
from tests.cards.build import good_deck
from tests.server.kit import Guests, HandClock, house
from tests.server.suggestions import OTHERS, OWN, bemot, sent


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with three suggestions, as a closed server left it."""
    folder = tmp_path_factory.mktemp("kept")
    good_deck(folder)

    async def left() -> None:
        guests = Guests()
        async with house(folder / "bemot.sqlite", clock=HandClock(), decks=(folder,)) as place:
            await sent(place, guests, OWN, *OTHERS)
            await guests.close()

    asyncio.run(left())
    return folder / "bemot.sqlite"


@pytest.fixture
def tray(kept: Path, database: Path, tmp_path: Path) -> Path:
    """A copy of it, and a deck beside."""
    good_deck(tmp_path / "mine")
    return Path(shutil.copy(kept, database))


def of(database: Path, *arguments: object, given: str = "") -> Result:
    """`bemot deck review` with no server."""
    return bemot("deck", "review", "--database", database, *arguments, given=given)


def ids(database: Path) -> dict[str, str]:
    """The first word of what waits -> its id."""
    return {one["situation"].split()[0]: one["id"] for one in json.loads(of(database, "--json").output)}


def test_one_by_one_they_are_accepted_rejected_or_left_for_later(tray: Path, tmp_path: Path) -> None:
    deck = tmp_path / "mine" / "prov"
    order = list(ids(tray))
    said = {"Du": "x\na\n", "Anna": "l\n", "Någon": "r\n"}
    done = of(tray, "--into", deck, given="".join(said[first] for first in order))
    assert done.exit_code == 0, done.output
    assert list(ids(tray)) == ["Anna"]
    assert len(list(deck.glob("cards/eget-*.yaml"))) == 1


def test_only_an_answer_that_was_offered_counts(tray: Path, tmp_path: Path) -> None:
    deck = tmp_path / "mine" / "prov"
    done = of(tray, "--into", deck, given="avbryt\n")
    assert (done.exit_code, len(ids(tray))) == (0, 3)
    done = of(tray, "--into", deck, given="absolutely not\nrather not\nstop\n")
    assert (done.exit_code, len(ids(tray)), done.output.count("[s]top")) == (0, 3, 3)
    assert list(deck.glob("cards/eget-*.yaml")) == []


def test_what_may_point_somebody_out_is_asked_about_twice(tray: Path, tmp_path: Path) -> None:
    deck = tmp_path / "mine" / "prov"
    anna = ids(tray)["Anna"]
    refused = of(tray, "--into", deck, "--accept", anna)
    assert refused.exit_code == 1
    assert "070-123 45 67" in refused.output
    assert "Anna Berg" in refused.output
    assert list(deck.glob("cards/eget-*.yaml")) == []
    order = list(ids(tray))
    of(tray, "--into", deck, given="".join("a\nn\n" if first == "Anna" else "l\n" for first in order))
    assert list(deck.glob("cards/eget-*.yaml")) == []
    assert of(tray, "--into", deck, "--accept", anna, "--anyway").exit_code == 0
    assert "Anna" not in ids(tray)


def test_a_decision_is_kept_and_not_taken_twice(tray: Path, tmp_path: Path) -> None:
    deck = tmp_path / "mine" / "prov"
    known = ids(tray)
    assert of(tray, "--into", deck, "--accept", known["Du"], "--reject", known["Någon"]).exit_code == 0
    again = of(tray, "--into", deck, "--accept", f"eget-{known['Du']}", "--reject", known["Någon"])
    assert again.exit_code == 0
    assert "is a card already" in again.output
    assert "was rejected already" in again.output
    assert decisions(reviewed_file(tray)) == {known["Du"]: "accepted", known["Någon"]: "rejected"}


def test_a_rejected_one_may_still_be_accepted_by_its_name(tray: Path, tmp_path: Path) -> None:
    deck, known = tmp_path / "mine" / "prov", ids(tray)
    of(tray, "--reject", known["Du"])
    assert "Du" not in ids(tray)
    assert of(tray, "--into", deck, "--accept", known["Du"]).exit_code == 0
    assert decisions(reviewed_file(tray)) == {known["Du"]: "accepted"}
    assert (deck / "cards" / f"eget-{known['Du']}.yaml").is_file()


def test_a_card_in_the_deck_tells_that_it_was_accepted_also_beside_a_copy(tray: Path, tmp_path: Path) -> None:
    deck = tmp_path / "mine" / "prov"
    of(tray, "--into", deck, "--accept", ids(tray)["Du"])
    copy = tray.rename(tmp_path / "copy.sqlite")
    assert "Du" not in [
        one["situation"].split()[0] for one in json.loads(of(copy, "--into", deck, "--json").output)
    ]


def test_a_rejection_is_undone_by_name_and_it_waits_again(tray: Path) -> None:
    du = ids(tray)["Du"]
    assert f"--undo {du}" in of(tray, "--reject", du).output
    undone = of(tray, "--undo", du)
    assert (undone.exit_code, undone.output) == (0, f"Waits again: {du}\n")
    assert ids(tray)["Du"] == du
    assert "waits already" in of(tray, "--undo", du).output


@pytest.mark.parametrize("language", ["sv", "en"])
def test_undoing_takes_away_a_draft_that_nobody_has_written_in(
    tray: Path, tmp_path: Path, language: str
) -> None:
    deck, du = tmp_path / "mine" / "prov", ids(tray)["Du"]
    start = ("deck", "review", "--database", tray, "--into", deck)
    assert bemot(*start, "--accept", du, language=language).exit_code == 0
    undone = of(tray, "--into", deck, "--undo", f"eget-{du}")
    assert undone.exit_code == 0
    assert f"Removed: {deck}/cards/eget-{du}.yaml" in undone.output
    assert list(deck.glob("cards/eget-*.yaml")) == []
    assert of(tray, "--into", deck, "--accept", du).exit_code == 0


def test_a_card_that_somebody_has_written_in_is_not_taken_away(tray: Path, tmp_path: Path) -> None:
    deck, du = tmp_path / "mine" / "prov", ids(tray)["Du"]
    of(tray, "--into", deck, "--accept", du)
    card = deck / "cards" / f"eget-{du}.yaml"
    written = card.read_text("utf-8").replace("# title:", "title: Fem i fyra #", 1)
    card.write_text(written, "utf-8")
    undone = of(tray, "--into", deck, "--undo", du)
    assert undone.exit_code == 1
    assert "somebody has written in" in undone.output
    assert card.read_text("utf-8") == written
    assert decisions(reviewed_file(tray)) == {du: "accepted"}
    card.unlink()
    assert of(tray, "--into", deck, "--undo", du).exit_code == 0
    assert ids(tray)["Du"] == du


def test_deciding_leaves_the_database_as_it_is(tray: Path) -> None:
    before = tray.read_bytes()
    of(tray, "--reject", ids(tray)["Du"])
    assert tray.read_bytes() == before


def test_a_file_of_decisions_with_other_lines_in_it_is_read_past_them(tmp_path: Path) -> None:
    file = tmp_path / "decided"
    file.write_text('{"id": "g1"}\nhej\n[]\n{"id": "g2", "decision": "maybe"}\n')
    decide(file, "g3", "rejected")
    decide(file, "g4", "accepted")
    decide(file, "g4", "undone")
    assert decisions(file) == {"g3": "rejected"}
    assert decisions(tmp_path / "none") == {}


def asked_wrongly(*arguments: object, told: Sequence[str]) -> None:
    done = bemot(*arguments)
    assert done.exit_code == 2, done.output
    assert [words for words in told if words not in done.output] == []
    assert "Traceback" not in done.output


def test_wrong_use_is_a_sentence_that_says_what_to_do(tray: Path, tmp_path: Path) -> None:
    known = ids(tray)
    near = known["Du"][:-1] + "u"
    start = ("deck", "review", "--database")
    asked_wrongly(*start, tray, "--accept", known["Du"], told=["--into"])
    asked_wrongly(*start, tray, "--reject", near, told=[near, f"Did you mean “{known['Du']}”?"])
    asked_wrongly(*start, tray, "--into", tmp_path / "nowhere", told=["nowhere"])
    asked_wrongly(*start, tray, "--accept", known["Du"], "--reject", known["Du"], told=[known["Du"]])
    asked_wrongly(*start, tray, "--undo", known["Du"], "--reject", known["Du"], told=["named twice"])
    of(tray, "--into", tmp_path / "mine" / "prov", "--accept", known["Du"])
    asked_wrongly(*start, tray, "--undo", known["Du"], told=["is a card", "--into"])
    asked_wrongly(*start, tmp_path / "nowhere.sqlite", told=["nowhere.sqlite", "bemot serve --database"])
    asked_wrongly("deck", "stats", "prov", "--database", tmp_path, told=["Cannot read"])
    asked_wrongly("deck", "stats", "porv", "--database", tray, told=["Did you mean “prov”?"])


def test_a_suggestion_that_is_damaged_is_counted_and_the_others_are_shown(tray: Path) -> None:
    with sqlite3.connect(tray) as raw:
        body = '{"type":"card_suggested","options":7}'
        raw.execute("UPDATE events SET body = ? WHERE body LIKE '%kylskåpet%'", (body,))
    raw.close()
    listed = of(tray, "--list")
    assert listed.exit_code == 0
    assert "1 suggestions are damaged" in listed.output
    assert "Waiting: 2" in listed.output


@pytest.mark.parametrize("command", ["stats", "review"])
def test_both_commands_have_help_with_an_example(command: str) -> None:
    assert f"bemot deck {command}" in bemot("deck", command, "--help").output.split("xample")[-1]
