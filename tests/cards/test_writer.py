"""Writing a card changes its file where the card has changed, and nowhere else."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from game.cards.format import Card
from game.cards.load import load_deck
from game.cards.placing import place
from game.cards.source import parse
from game.cards.writer import card_file, cover_file
from tests.cards.build import CARD, COVER, SCALE, TWIST, good_deck

CARDS: TypeAdapter[Card] = TypeAdapter(Card)
LANGUAGES = ("sv", "en")


def changed(before: str, **fields: Any) -> tuple[list[str], Card]:
    """The lines that differ when the card in this file gets these Swedish texts, and the card."""
    card = read(before.encode())
    data = card.model_dump(mode="json", exclude_defaults=True)
    data["text"]["sv"] |= fields
    new = CARDS.validate_python(
        {
            **data,
            "text": {**data["text"], "sv": {k: v for k, v in data["text"]["sv"].items() if v is not None}},
        }
    )
    after = card_file(new, LANGUAGES, before.encode())
    assert read(after) == new
    lines = difflib.unified_diff(before.splitlines(), after.decode().splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in {"+++", "---"}], new


def read(data: bytes) -> Card:
    return CARDS.validate_python(parse(data, "").tree)


def test_a_card_that_has_not_changed_keeps_its_file() -> None:
    assert card_file(read(CARD.encode()), LANGUAGES, CARD.encode()) == CARD.encode()


def test_a_changed_title_changes_one_line_and_comments_stay() -> None:
    lines, _ = changed(CARD, title="Sjätte samtalet")
    assert lines == ["-    title: Femte samtalet", "+    title: Sjätte samtalet"]


def test_quotes_stay_as_the_author_had_them() -> None:
    lines, _ = changed(
        CARD.replace("title: Femte samtalet", 'title: "Femte samtalet"'), title="Sjätte samtalet"
    )
    assert lines[1] == '+    title: "Sjätte samtalet"'


def test_a_new_field_comes_where_the_format_has_it() -> None:
    lines, _ = changed(SCALE, questions=["Vad tynger?"])
    assert lines == ["+    questions:", '+      - "Vad tynger?"']
    after = card_file(changed(SCALE, questions=["Vad tynger?"])[1], LANGUAGES, SCALE.encode()).decode()
    assert after.index("high: lätt") < after.index("questions:") < after.index("  en:")


def test_an_emptied_field_takes_its_line_along() -> None:
    card = SCALE.replace("    high: lätt\n", "    high: lätt\n    warn: Kan kännas.\n")
    assert changed(card, warn=None)[0] == ["-    warn: Kan kännas."]


def test_a_question_more_is_a_line_more() -> None:
    questions = ["Vad behöver Kerstin mest?", "Vad händer med de tre i kön?", "Och du?"]
    assert changed(CARD, questions=questions)[0] == ['+      - "Och du?"']


def test_a_long_text_is_folded_within_120_columns() -> None:
    lines, _ = changed(CARD, situation="Du sitter i växeln och väntar på att det ska ringa. " * 8)
    added = [line[1:] for line in lines if line[0] == "+"]
    assert len(added) >= 3
    assert all(100 < len(line) <= 120 for line in added[:-1])


@pytest.mark.parametrize("change", [("\n", "\r\n"), ("id:", "\ufeffid:")])
def test_line_ends_and_byte_order_marks_stay(change: tuple[str, str]) -> None:
    before = CARD.replace(*change, -1 if change[0] == "\n" else 1).encode()
    new = read(CARD.replace("Femte samtalet", "Sjätte samtalet").encode())
    assert card_file(new, LANGUAGES, before) == before.replace(b"Femte", "Sjätte".encode())


def test_a_file_that_cannot_be_read_is_written_anew() -> None:
    card = read(CARD.encode())
    assert card_file(card, LANGUAGES, b"id: [") == card_file(card, LANGUAGES)


def test_a_new_card_is_written_as_the_shipped_ones_are() -> None:
    after = card_file(read(TWIST.encode()), ("en", "sv")).decode()
    assert after == (
        "id: nagon-filmar\nrev: 1\nstatus: reviewed\nkind: twist\nheat: 1\nminutes: 5\ntext:\n"
        '  en:\n    title: Somebody is filming\n    twist: "What if somebody is filming?"\n'
        '  sv:\n    title: Någon filmar\n    twist: "Tänk om någon filmar?"\n'
    )


@pytest.mark.parametrize(
    "title", ["null", "ja: nej", "- x", "# x", "007", "a  b", "åä\u2028ö", "true", "'", "1e5", "x #y"]
)
def test_a_title_is_the_same_text_again_whatever_yaml_would_make_of_it(title: str) -> None:
    card = changed(SCALE, title=title)[1]
    assert read(card_file(card, LANGUAGES)) == card


def test_a_changed_cover_changes_one_line(tmp_path: Path) -> None:
    deck = load_deck(good_deck(tmp_path).path).deck
    assert deck is not None
    after = cover_file(deck.model_copy(update={"version": "1.1.0"}), COVER.encode())
    assert after.decode() == COVER.replace("1.0.0", "1.1.0")


def test_files_are_placed_all_or_none(tmp_path: Path) -> None:
    first = tmp_path / "a" / "ett.yaml"
    place({first: b"1"})
    (tmp_path / "b").write_bytes(b"no folder")
    with pytest.raises(OSError, match="b"):
        place({first: b"2", tmp_path / "b" / "tre.yaml": b"3"})
    assert first.read_bytes() == b"1"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["ett.yaml"]


def test_a_placed_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "ett.yaml"
    file.write_bytes(b"1")
    file.chmod(0o640)
    place({file: b"2"})
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"2", 0o640)
