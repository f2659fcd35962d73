"""Stamping writes hashes and nothing else."""

import difflib
from pathlib import Path

import pytest

from game.cards.check import check_deck
from game.cards.stamp import stamp
from tests.cards.build import CARD, CARD_FILE, SCALE, DeckFolder, every_kind, good_deck

MARKS = " 13fd09 155a21 162490 2a4f13 3cbd34 711a91 7ace03 94c32e 9d2d15 b5b43c e7dfaa f09f0e fe9ee3"
"""One for each text of the card's source text."""


def diff(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in {"+++", "---"}]


def stamped(deck: DeckFolder, name: str = CARD_FILE) -> list[str]:
    before = deck.read(name)
    stamp(deck.path)
    return diff(before, deck.read(name))


def test_a_stamped_deck_has_no_stale_translations(tmp_path: Path) -> None:
    deck = every_kind(tmp_path).edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    assert {item.code for item in check_deck(deck.path)} == {"stale", "no-hash"}
    written, _ = stamp(deck.path)
    assert check_deck(deck.path) == []
    cards = {path.stem for path in (deck.path / "cards").iterdir()}
    assert {path.stem for path in written} == cards


def test_a_deck_that_is_current_is_not_written(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    stamp(deck.path)
    assert stamp(deck.path) == ((), ())


def test_only_the_hash_changes_and_comments_stay(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, 'of: "6f8f44a1c97c"', "of: 000000aaaaaa  # made in a hurry")
    assert stamped(deck) == [
        "-    of: 000000aaaaaa  # made in a hurry",
        f'+    of: "6f8f44a1c97c{MARKS}"  # made in a hurry',
    ]


def test_a_missing_hash_is_put_first(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, '    of: "6f8f44a1c97c"\n', "    # to be read again\n")
    assert stamped(deck) == [f'+    of: "6f8f44a1c97c{MARKS}"']


def test_an_empty_hash_is_filled(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, 'of: "6f8f44a1c97c"', 'of: ""')
    assert stamped(deck) == ['-    of: ""', f'+    of: "6f8f44a1c97c{MARKS}"']


def test_a_translation_on_one_line_stays_on_one_line(tmp_path: Path) -> None:
    removed, added = stamped(every_kind(tmp_path), "cards/tacka.yaml")
    assert added[1:].replace('of: "eb825e461404 5cf3f0 7266aa c3a3f6", ', "") == removed[1:]


@pytest.mark.parametrize("change", [("\n", "\r\n"), ("id:", "\ufeffid:")])
def test_line_ends_and_byte_order_marks_stay(tmp_path: Path, change: tuple[str, str]) -> None:
    old = CARD.replace(*change, -1 if change[0] == "\n" else 1)
    current = old.replace("6f8f44a1c97c", f"6f8f44a1c97c{MARKS}")
    deck = good_deck(tmp_path).write(CARD_FILE, old.replace("6f8f44a1c97c", "000000aaaaaa"))
    stamp(deck.path)
    assert deck.read(CARD_FILE) == current


def test_a_card_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).write("cards/x.yaml", "id: [")
    written, findings = stamp(deck.path)
    assert ([path.stem for path in written], [item.code for item in findings]) == (
        ["femte-samtalet"],
        ["not-yaml"],
    )
    assert deck.read("cards/x.yaml") == "id: ["


def test_a_card_without_its_source_text_is_left_alone(tmp_path: Path) -> None:
    card = SCALE.replace("  sv:\n", "  fi:\n").replace("2e9a2ce932d2", "000000aaaaaa")
    deck = good_deck(tmp_path).write("cards/dagsform.yaml", card)
    stamp(deck.path)
    assert deck.read("cards/dagsform.yaml") == card


def test_without_a_cover_nothing_is_stamped(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, "6f8f44a1c97c", "000000aaaaaa").write("deck.yaml", "")
    written, findings = stamp(deck.path)
    assert (written, [item.code for item in findings]) == ((), ["empty-file"])


def test_an_odd_layout_is_left_alone_rather_than_guessed_at(tmp_path: Path) -> None:
    odd = CARD.replace('of: "6f8f44a1c97c"', "of: >-\n      000000aaaaaa")
    deck = good_deck(tmp_path).write(CARD_FILE, odd)
    stamp(deck.path)
    assert deck.read(CARD_FILE) == odd


def test_a_file_keeps_its_permissions_and_leaves_no_scratch(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, "6f8f44a1c97c", "000000aaaaaa")
    file = deck.path / CARD_FILE
    file.chmod(0o640)
    stamp(deck.path)
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["femte-samtalet.yaml"]
