"""Each mistake a designer can make, with the exact place and code of what the check says about it."""

from pathlib import Path

import pytest

from game.cards.load import load_deck
from tests.cards.build import CARD_FILE, good_deck

Found = tuple[int, int, str, str]

IN_CARD: list[tuple[str, str, Found]] = [
    # fields and values
    ("setting: external", "seting: external", (6, 1, "seting", "unknown-field")),
    ("rev: 1\n", "", (1, 1, "rev", "missing")),
    ("kind: dilemma\n", "", (1, 1, "kind", "missing")),
    ("kind: dilemma", "kind: dilema", (4, 7, "kind", "unknown-value")),
    ("channel: phone", "channel: fon", (7, 10, "channel", "unknown-value")),
    ("status: reviewed", "status: granskat", (3, 9, "status", "unknown-value")),
    ("rev: 1", "rev: ett", (2, 6, "rev", "number-expected")),
    ("rev: 1", "rev: 0", (2, 6, "rev", "too-low")),
    ("heat: 1", "heat: 4", (9, 7, "heat", "too-high")),
    ("minutes: 12", "minutes: 12\npractice: ja", (11, 11, "practice", "boolean-expected")),
    ("id: femte-samtalet", "id: Femte samtalet", (1, 5, "id", "slug-shape")),
    ("roles: [reception]", "roles: reception", (8, 8, "roles", "list-expected")),
    ("roles: [reception]", "roles: []", (8, 8, "roles", "too-few")),
    ("themes: [vantan]", "themes: [vantam]", (5, 10, "themes[1]", "theme-unknown")),
    # texts
    ("title: Femte samtalet", "title: 2026", (13, 12, "text.sv.title", "text-expected")),
    ("title: Femte samtalet", "title:", (13, 5, "text.sv.title", "empty-value")),
    ("title: Femte samtalet", f"title: {'Femte samtalet' * 3}", (13, 12, "text.sv.title", "too-long")),
    ("    title: The fifth call\n", "", (30, 3, "text.en.title", "missing")),
    (
        "Jag säger som det är och lovar att ringa på fredag.",
        "Jag säger som det är. " * 6,
        (18, 15, "text.sv.options[1].text", "too-long"),
    ),
    (
        "        speaks_for: Den som blir hörd blir lugnare.\n",
        "",
        (21, 9, "text.sv.options[2].speaks_for", "missing"),
    ),
    ("values: [ärlighet]", "value: [ärlighet]", (20, 9, "text.sv.options[1].value", "unknown-field")),
    ("      - Vad händer med de tre i kön?\n", "", (23, 5, "text.sv.questions", "too-few")),
    (
        "    prevent: Ring",
        "    refs: [{label: FL, checked_on: i går}]\n    prevent: Ring",
        (28, 36, "text.sv.refs[1].checked_on", "date-expected"),
    ),
    (
        "    prevent: Ring",
        "    refs: [{label: FL, checked: 2026-11-22}]\n    prevent: Ring",
        (28, 24, "text.sv.refs[1].checked", "unknown-field"),
    ),
    ("  en:\n", "  EN:\n", (30, 3, "text.EN", "language-shape")),
    ("  en:\n", "  de:\n", (11, 1, "text.en", "language-missing")),
    ('of: "6f8f44a1c97c"', "of: sist", (31, 9, "text.en.of", "hash-shape")),
    ("    title: Femte", "    of: 6f8f44a1c97c\n    title: Femte", (13, 5, "text.sv.of", "of-in-source")),
    (
        "- What does Kerstin need most?",
        "- What?\n      - Why?",
        (42, 5, "text.en.questions", "questions-differ"),
    ),
    ("id: femte-samtalet", "id: sjatte-samtalet", (1, 5, "id", "file-name")),
    # YAML itself
    ("twist: Tänk om Kerstin", "twist: Tänk om: Kerstin", (26, 19, "", "colon")),
    ("rev: 1", "rev: 1\nrev: 2", (3, 1, "rev", "duplicate-key")),
    ("rev: 1", "rev: &a 1", (2, 6, "rev", "anchor")),
    ("rev: 1", "rev: *a", (2, 6, "rev", "alias")),
    ("rev: 1", "rev: !!int 1", (2, 6, "rev", "tag")),
    ("rev: 1", "? [a]\n: 1", (2, 3, "", "complex-key")),
    ("rev: 1", "\trev: 1", (2, 1, "", "tab")),
    ("rev: 1", "rev: [1", (3, 7, "", "not-yaml")),
    ("rev: 1", "rev: [[[[[[[[[[[[1]]]]]]]]]]]]", (2, 16, "rev[1][1]", "too-deep")),
    ("title: Femte samtalet", 'title: "Femte\\u0007"', (13, 12, "text.sv.title", "bad-character")),
    ("title: Femte samtalet", 'title: "\\ud800"', (13, 12, "text.sv.title", "bad-character")),
    ("id: femte-samtalet\n", "%YAML 1.1\n---\nid: femte-samtalet\n", (2, 1, "", "directive")),
]
"""What to replace in the good card, with what, and where the first finding must be."""


@pytest.mark.parametrize(("old", "new", "expected"), IN_CARD, ids=lambda value: str(value)[:40])
def test_a_broken_card_is_found_where_it_is_broken(
    tmp_path: Path, old: str, new: str, expected: Found
) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, old, new)
    loaded = load_deck(deck.path)
    first = loaded.findings[0]
    assert loaded.deck is None
    assert (first.line, first.column, first.field, first.code) == expected
    assert (first.severity, first.file) == ("error", (deck.path / CARD_FILE).as_posix())
