"""How a deck fares, out of the database of a real server on which bots have played whole sessions."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from game import places
from game.cli import app
from game.rehearse import Options, Progress, rehearse
from tests.e2e.service import Service

MANY = "motet/slut-pa-batteri"
"""Two rooms with three tables each."""
FEW = "motet/hungrig-igen"
"""One room with two tables."""
SCALE = "incheckning/energi"
OWN_WORDS = ("text", "own_texts", "situation", "name")


def quiet(progress: Progress) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The database of a server that is still running."""
    folder = tmp_path_factory.mktemp("played")
    with Service(folder) as service:
        for tables, rooms, card, seed in ((3, 2, MANY, 1), (2, 1, FEW, 2), (3, 1, SCALE, 3)):
            options = Options(
                server=service.url, tables=tables, rooms=rooms, seats=5, cards=(card,), seed=seed,
                decks=(card.partition("/")[0],),
            )  # fmt: skip
            assert rehearse(options, quiet).wrong == []
        yield folder / "bemot.sqlite"


def stats(*arguments: object, language: str = "en", columns: int = 220) -> Result:
    """`bemot deck stats`"""
    speaking = {"BEMOT_LANGUAGE": language, "COLUMNS": str(columns)}
    return CliRunner().invoke(app, ["deck", "stats", *map(str, arguments)], env=speaking)


def cards(database: Path, deck: str = "motet", *more: object) -> dict[str, dict[str, Any]]:
    """card -> what JSON tells of it."""
    told = json.loads(stats(deck, "--database", database, "--json", *more).stdout)
    return {card["card"]: card for card in told["cards"]}


def events(database: Path, kind: str = "") -> list[dict[str, Any]]:
    """Every event in the database, as it lies there."""
    with sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True) as raw:
        bodies = [json.loads(body) for (body,) in raw.execute("SELECT body FROM events ORDER BY room, seq")]
    raw.close()
    return [body for body in bodies if kind in ("", body["type"])]


def test_the_sums_are_those_of_the_log(played: Path) -> None:
    told = cards(played)[MANY]
    few = cards(played)[FEW]
    after: Counter[int] = Counter()
    for event in _of_card(played, MANY):
        after.update(dict(enumerate(event["counts"]["votes"])))
    assert len(_of_card(played, MANY)) == 6
    assert told["votes"]["after"] == [after[n] for n in range(4)]
    assert told["votes"]["own_after"] == sum(event["counts"]["own"] for event in _of_card(played, MANY))
    assert told["votes"]["paired"] == sum(event["paired"] or 0 for event in _of_card(played, MANY))
    assert told["votes"]["changed"] == sum(event["changed"] or 0 for event in _of_card(played, MANY))
    assert (told["rooms"], told["tables"], told["seats"]) == (2, 6, 30)
    assert (few["votes"], few["tables"], few["verdict"]) == (None, None, "few")


def _of_card(database: Path, card: str) -> list[dict[str, Any]]:
    """The comparisons of a card; every room here has one card that counts."""
    found, dealt = [], ""
    for event in events(database):
        if event["type"] == "card_dealt":
            dealt = event["card"]
        if event["type"] == "compared" and dealt == card:
            found.append(event)
    return found


def test_a_scale_tells_its_middle_and_its_quarters(played: Path) -> None:
    votes = cards(played, "incheckning")[SCALE]["votes"]
    assert len(votes["before"]) == 10
    low, middle, high = votes["spread_before"]
    assert 1 <= low <= middle <= high <= 10


def test_nothing_that_anybody_wrote_and_no_name_of_anything_is_told(played: Path, tmp_path: Path) -> None:
    file = tmp_path / "tal.csv"
    told = "".join(
        stats("motet", "--database", played, *more).output for more in ([], ["--json"], ["--csv", file])
    ) + file.read_text("utf-8-sig")
    secrets = set(_words(events(played)))
    with sqlite3.connect(f"{played.as_uri()}?mode=ro", uri=True) as raw:
        secrets |= {word for row in raw.execute("SELECT id, code FROM rooms") for word in row}
        secrets |= {word for row in raw.execute("SELECT mark, sealed FROM pledges") for word in row}
    raw.close()
    assert len(secrets) > 20
    assert [words for words in secrets if words in told] == []


def _words(tree: Any) -> Iterator[str]:
    """Everything that was written, and the ids of stations, teams and seats."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            if name in ("team", "station", "seat") and isinstance(value, str):
                yield value
            if name in OWN_WORDS:
                yield from filter(None, [value] if isinstance(value, str) else map(str, value))
            else:
                yield from _words(value)
    elif isinstance(tree, list):
        for one in tree:
            yield from _words(one)


def test_the_table_and_the_csv_say_the_same_in_both_languages(played: Path, tmp_path: Path) -> None:
    for language, heads, word in (("sv", "omdöme", "för få"), ("en", "verdict", "too few")):
        shown = stats(places.decks() / "motet", "--database", played, language=language)
        assert (shown.exit_code, heads in shown.output, word in shown.output.lower()) == (0, True, True)
        file = tmp_path / f"{language}.csv"
        assert stats("motet", "--database", played, "--csv", file, language=language).exit_code == 0
        rows = list(
            csv.reader(StringIO(file.read_text("utf-8-sig")), delimiter=";" if language == "sv" else ",")
        )
        assert len(rows) == 1 + len(cards(played))
        assert all(len(row) == len(rows[0]) for row in rows)


def test_a_file_that_is_there_is_written_over_only_when_asked_to(played: Path, tmp_path: Path) -> None:
    file = tmp_path / "there.csv"
    file.write_text("mine")
    given = ("motet", "--database", played, "--csv", file)
    assert stats(*given).exit_code == 2
    assert file.read_text() == "mine"
    assert stats(*given, "--force").exit_code == 0
    assert file.read_text("utf-8-sig").startswith("card,")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_table_is_readable_in_a_terminal_of_eighty_columns(played: Path, language: str) -> None:
    told = stats("motet", "--database", played, language=language, columns=80).output.splitlines()
    title = {"sv": "Slut på batteri", "en": "Flat battery"}[language]
    (row,) = [line for line in told if line.startswith(title)]
    assert re.search(r" A\d+ B\d+ C\d+ D\d+ +\d+/\d+ ", row)
    assert max(map(len, told)) <= 80
    assert [line for line in told if line.startswith({"sv": "För få än (", "en": "Too few yet ("}[language])]


@pytest.mark.parametrize(
    ("language", "words"), [("sv", "är ingen dag. Skriv år, månad och dag"), ("en", "is no day. Write year")]
)
def test_what_is_no_day_is_told_in_one_language(played: Path, language: str, words: str) -> None:
    done = stats("motet", "--database", played, "--since", "igår", language=language)
    assert done.exit_code == 2
    assert words in done.output


def test_a_date_leaves_out_what_was_before_it(played: Path) -> None:
    assert cards(played, "motet", "--since", "2020-01-01")[MANY]["tables"] == 6
    assert cards(played, "motet", "--since", "2999-01-01")[MANY]["tables"] is None


def editions(deck: Path, database: Path) -> list[tuple[int, list[str], int | None]]:
    """(rev, notes, tables) of what is told of one card."""
    rows = json.loads(stats(deck, "--database", database, "--json").stdout)["cards"]
    return [(row["rev"], row["notes"], row["tables"]) for row in rows if row["card"] == MANY]


def test_another_rev_than_the_decks_and_a_text_changed_without_one_are_marked(
    played: Path, tmp_path: Path
) -> None:
    deck = Path(shutil.copytree(places.decks() / "motet", tmp_path / "motet"))
    card = deck / "cards" / "slut-pa-batteri.yaml"
    text = card.read_text("utf-8")
    card.write_text(text.replace("rev: 1", "rev: 2", 1), "utf-8")
    assert editions(deck, played) == [(1, ["older"], 6), (2, [], None)]
    card.write_text(text.replace("Tänk om nästa", "Tänk om en annan", 1), "utf-8")
    assert editions(deck, played) == [(1, ["older", "changed"], 6), (1, ["changed"], None)]
