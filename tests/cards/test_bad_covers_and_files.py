"""What can be wrong with deck.yaml, with the files themselves, and between files."""

import os
import sys
from pathlib import Path

import pytest

from game.cards.findings import Finding
from game.cards.load import load_deck, load_decks
from tests.cards.build import CARD, CARD_FILE, good_deck

Found = tuple[int, int, str, str]

IN_COVER: list[tuple[str, str, Found]] = [
    ("version: 1.0.0", "version: 1.0", (2, 10, "version", "text-expected")),
    ("version: 1.0.0", "version: ett", (2, 10, "version", "version-shape")),
    ("slug: prov", "slug: annat", (1, 7, "slug", "slug-mismatch")),
    ("source: sv", "source: fi", (3, 9, "source", "source-language")),
    ("languages: [sv, en]", "languages: [sv, en, sv]", (4, 21, "languages[3]", "language-twice")),
    ("languages: [sv, en]", "languages: []", (4, 12, "languages", "too-few")),
    ("authors: [Bemöt]", "author: [Bemöt]", (6, 1, "author", "unknown-field")),
    ("title: {sv: Prov, en: Trial}", "title: {sv: Prov}", (7, 1, "title.en", "language-missing")),
    ("title: {sv: Prov, en: Trial}", "title: Prov", (7, 8, "title", "fields-expected")),
    ("en: Trial}", "en: Trial, fi: Koe}", (7, 30, "title.fi", "language-unlisted")),
    ("  vantan: {sv: Väntan, ", "  vantan: {", (10, 3, "themes.vantan.sv", "language-missing")),
    ("  vantan:", "  Väntan:", (10, 3, "themes.Väntan", "slug-shape")),
    ("licence: CC-BY-SA-4.0\n", "", (1, 1, "licence", "missing")),
]


def only(findings: tuple[Finding, ...]) -> Found:
    assert len(findings) == 1, [item.sentence("en") for item in findings]
    return findings[0].line, findings[0].column, findings[0].field, findings[0].code


@pytest.mark.parametrize(("old", "new", "expected"), IN_COVER)
def test_a_broken_cover_is_found_where_it_is_broken(
    tmp_path: Path, old: str, new: str, expected: Found
) -> None:
    deck = good_deck(tmp_path).edit("deck.yaml", old, new)
    loaded = load_deck(deck.path)
    first = loaded.findings[0]
    assert loaded.deck is None
    assert (first.line, first.column, first.field, first.code) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", (1, 1, "", "empty-file")),
        (b"# nothing yet\n", (1, 1, "", "empty-file")),
        (b"id: a\nrev: \xe4\n", (2, 6, "", "not-utf8")),
        (b"id: a\x00\n", (1, 6, "", "bad-character")),
        (b"- a\n- b\n", (1, 1, "", "fields-expected")),
        (b"just words\n", (1, 1, "", "fields-expected")),
        (b"id: a\n---\nid: b\n", (2, 1, "", "many-documents")),
        (b"#" * (256 * 1024 + 1), (1, 1, "", "too-large")),
        (b'id: "\\UFFFFFFFF"\n', (1, 1, "", "not-yaml")),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_file_that_is_no_card_is_one_finding(tmp_path: Path, data: bytes, expected: Found) -> None:
    deck = good_deck(tmp_path).write("cards/x.yaml", data)
    assert only(load_deck(deck.path).findings) == expected


def test_a_byte_order_mark_is_not_part_of_the_first_field(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).write(CARD_FILE, b"\xef\xbb\xbf" + CARD.encode())
    assert load_deck(deck.path).findings == ()


def test_an_endless_file_of_the_same_mistake_stops_at_fifty(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).write("cards/x.yaml", "- &a b\n" * 1000)
    assert len(load_deck(deck.path).findings) == 50


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(CARD)
    deck = good_deck(tmp_path)
    (deck.path / "cards/x.yaml").symlink_to(tmp_path / "secret.yaml")
    assert only(load_deck(deck.path).findings) == (1, 1, "", "outside")


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    (deck.path / "cards/x.yaml").symlink_to(deck.path / "cards/x.yaml")
    assert only(load_deck(deck.path).findings)[3] == "unreadable"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    os.mkfifo(deck.path / "cards/x.yaml")
    assert only(load_deck(deck.path).findings) == (1, 1, "", "unreadable")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_name_that_is_not_text_can_still_be_told_of(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    Path(os.fsdecode(os.fsencode(deck.path) + b"/cards/\xff.txt")).write_text("")
    found = load_deck(deck.path).findings
    assert [item.code for item in found] == ["other-file"]
    assert found[0].model_dump_json()


def test_other_files_among_the_cards_are_only_a_warning(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    deck.write("cards/x.yml", CARD).write("cards/.x.swp", "").write("cards/x.yaml~", "")
    loaded = load_deck(deck.path)
    assert loaded.deck is not None
    assert only(loaded.findings) == (1, 1, "", "other-file")


def test_two_cards_cannot_share_an_id(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).write("cards/x.yaml", CARD)
    found = load_deck(deck.path).findings
    assert [(item.code, item.line, item.column) for item in found] == [
        ("duplicate-id", 1, 5),
        ("file-name", 1, 5),
    ]


def test_a_deck_needs_a_cover_and_a_card(tmp_path: Path) -> None:
    assert only(load_deck(tmp_path / "nowhere").findings)[3] == "not-a-folder"
    deck = good_deck(tmp_path)
    (deck.path / CARD_FILE).unlink()
    assert only(load_deck(deck.path).findings)[3] == "no-cards"
    (deck.path / "deck.yaml").unlink()
    assert only(load_deck(deck.path).findings)[3] == "no-cover"


def test_a_deck_has_a_largest_size(tmp_path: Path) -> None:
    deck = good_deck(tmp_path)
    for number in range(500):
        deck.write(f"cards/x{number}.yaml", "")
    assert only(load_deck(deck.path).findings)[3] == "too-many-files"


def test_a_broken_deck_hides_no_other(tmp_path: Path) -> None:
    good_deck(tmp_path, "andra")
    good_deck(tmp_path, "forsta").write("deck.yaml", b"\xff\x00: [")
    good_deck(tmp_path, ".hidden")
    (tmp_path / "tredje").mkdir()
    seen: list[tuple[int, int]] = []
    loaded = load_decks(tmp_path, lambda done, total: seen.append((done, total)))
    assert [(item.slug, item.deck is not None) for item in loaded] == [
        ("andra", True),
        ("forsta", False),
        ("tredje", False),
    ]
    assert [item.findings[0].code for item in loaded[1:]] == ["not-utf8", "no-cover"]
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert load_decks(tmp_path / "nowhere") == ()


def test_progress_counts_the_cards_of_one_deck(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    load_deck(good_deck(tmp_path).path, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 1)]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the machine lets this person open everything"
)
def test_a_folder_that_may_not_be_opened_is_said_to_be_closed(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).path
    folder.chmod(0)
    found = load_deck(folder).findings
    folder.chmod(0o755)
    assert [item.code for item in found] == ["closed-folder"]
