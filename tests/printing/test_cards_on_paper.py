"""Cards on sheets: what stands on them, how large, and what lies behind what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.cards.digest import text_of
from game.cards.load import read_deck
from game.printing.fit import faces_of
from game.printing.press import Press
from game.printing.sizes import CUTS, TYPE, Grid, points
from tests.cards.build import CARD_FILE, every_kind, good_deck
from tests.printing.build import dilemmas, long_dilemma, prepared, printed, reading
from tests.printing.paper import Cell, Paper, plain, spread

CARDS: dict[str, Any] = {"parts": ("cards",)}
SHIPPED = Path(__file__).parents[2] / "decks"


def texts_in(value: Any) -> list[str]:
    """Every text of a card's own, wherever it stands in the model."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts_in(part)]
    return [text for part in value for text in texts_in(part)] if isinstance(value, list | tuple) else []


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (4, 1), (5, 2), (8, 2), (9, 3)])
def test_four_dilemmas_share_a_sheet_and_their_talk_cards_another(
    press: Press, tmp_path: Path, count: int, sheets: int
) -> None:
    paper = printed(press, dilemmas(tmp_path, count), **CARDS)
    assert paper.count == sheets * 2 + sheets * 2


def test_small_cards_share_a_sheet_by_nines(press: Press, tmp_path: Path) -> None:
    assert printed(press, every_kind(tmp_path), size="3x3", **CARDS).count == 2 + 2


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_kind_of_card_has_all_of_its_text_on_paper(press: Press, tmp_path: Path, language: Any) -> None:
    deck = every_kind(tmp_path)
    paper = printed(press, deck, language=language, **CARDS)
    found = reading(deck).deck
    assert found is not None
    missing = [
        text
        for card in found.cards
        for text in texts_in((text_of(card, language) or card).model_dump(exclude={"of", "facilitator"}))
        if plain(text) not in paper.text
    ]
    assert missing == []


def test_the_back_of_the_pile_lies_behind_each_card(press: Press, tmp_path: Path) -> None:
    paper = printed(press, dilemmas(tmp_path, 3), **CARDS)
    assert [paper.cell(1, f"Titel 0{n}", "large") for n in (1, 2, 3)] == [Cell(0, 0), Cell(1, 0), Cell(0, 1)]
    assert paper.texts[1].count("Väntan") == 3
    assert not any(spot.left < 100 and spot.top > 150 for spot in paper.spots(2) if spot.top < 288)


def test_turned_on_the_long_edge_each_back_lies_behind_its_own_front(press: Press, tmp_path: Path) -> None:
    paper = printed(press, dilemmas(tmp_path, 4), flip="long", **CARDS)
    for title in ("Titel 01", "Titel 02", "Titel 03", "Titel 04"):
        front, back = paper.cell(3, title, "large"), paper.cell(4, title, "large")
        assert back == Cell(CUTS["large"].columns - 1 - front.column, front.row)


def test_turned_on_the_short_edge_each_back_lies_behind_its_own_front_upside_down(
    press: Press, tmp_path: Path
) -> None:
    paper = printed(press, dilemmas(tmp_path, 4), flip="short", **CARDS)
    cut = CUTS["large"]
    for title in ("Titel 01", "Titel 02", "Titel 03", "Titel 04"):
        front, back = paper.cell(3, title, "large"), paper.cell(4, title, "large")
        assert back == Cell(front.column, cut.rows - 1 - front.row)
        head = paper.found(4, title).top - cut.origin[1] - back.row * cut.height
        assert head > cut.height / 2, "the head of a back that is turned by the short edge is at the bottom"


@pytest.mark.parametrize(("size", "grid"), [("2x2", "large"), ("3x3", "small")])
def test_nothing_stands_outside_its_card(press: Press, tmp_path: Path, size: Any, grid: Grid) -> None:
    paper = printed(press, every_kind(tmp_path), size=size, **CARDS)
    assert [spread(paper, page, grid) for page in range(1, paper.count + 1)] == [[]] * paper.count


def test_five_options_and_every_text_at_its_longest_stand_inside_their_cards(
    press: Press, tmp_path: Path
) -> None:
    printout = prepared(press, long_dilemma(tmp_path, values=0), **CARDS)
    assert printout.findings == ()
    paper = Paper(printout.pdf(press))
    assert [spread(paper, page, "large") for page in range(1, 5)] == [[], [], [], []]


def test_a_side_that_fits_nowhere_leaves_the_others_to_play_with(press: Press, tmp_path: Path) -> None:
    printout = prepared(press, long_dilemma(tmp_path, values=6), **CARDS)
    assert [item.code for item in printout.findings] == ["print-deeper"]
    sides = [
        (leaf["front"]["face"], leaf["back"]["face"])
        for pile in printout.data["piles"]
        for leaf in pile["leaves"]
    ]
    assert sides == [("front", "cover"), ("talk", "cover")]
    assert "Vänd när ni har röstat om." not in Paper(printout.pdf(press)).text


def test_a_card_that_fits_nowhere_is_named_with_its_place_and_left_to_the_booklet(
    press: Press, tmp_path: Path
) -> None:
    deck = long_dilemma(tmp_path, values=6)
    printout = prepared(press, deck, parts=("cards", "booklet"), size="3x3")
    assert {item.code for item in printout.findings} == {"print-front", "print-talk", "print-deeper"}
    first = printout.findings[0]
    assert first.file.endswith("cards/langst.yaml")
    assert (first.line, first.field) == (12, "text.sv")
    assert printout.data["piles"] == []
    assert "langst" in [card["id"] for card in printout.data["cards"]]


def test_a_word_wider_than_the_card_is_divided(press: Press, tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, "title: Femte samtalet", f"title: {'W' * 40}")
    deck.edit(CARD_FILE, "Jag säger som det är och lovar att ringa på fredag.", "M" * 110)
    paper = printed(press, deck, **CARDS)
    assert [spread(paper, page, "large") for page in range(1, paper.count + 1)] == [[]] * paper.count
    assert paper.texts[0].replace(" ", "").count("M" * 110) == 1


def test_no_text_is_smaller_than_seven_points_and_all_fonts_are_in_the_file(
    press: Press, tmp_path: Path
) -> None:
    found = printed(press, every_kind(tmp_path)).types()
    assert min(item.size for item in found) >= 7
    assert all(item.embedded for item in found)
    assert {item.font.partition("-")[0] for item in found} == {"Spectral", "AtkinsonHyperlegible"}


def test_what_is_read_aloud_is_at_least_eight_and_a_half_points() -> None:
    for grid in TYPE:
        assert points(grid, "story", 0) >= 8.5
        assert min(points(grid, role, 0) for role in TYPE[grid]) >= 7


def test_dilemmas_are_large_and_short_texts_small(press: Press, tmp_path: Path) -> None:
    printout = prepared(press, every_kind(tmp_path), **CARDS)
    cards = printout.data["cards"]
    sizes = {
        cards[leaf["front"]["card"]]["kind"]: pile["grid"]
        for pile in printout.data["piles"]
        for leaf in pile["leaves"]
    }
    assert sizes["dilemma"] == sizes["ranking"] == "large"
    assert {sizes[kind] for kind in ("twist", "pledge", "scale", "question", "fact", "mirror")} == {"small"}


def test_questions_and_twist_wait_on_the_talk_card_when_there_is_something_behind_it(
    press: Press, tmp_path: Path
) -> None:
    cards = {card["kind"]: card for card in prepared(press, every_kind(tmp_path), **CARDS).data["cards"]}
    assert faces_of(cards["dilemma"]) == ("front", "talk", "deeper")
    assert faces_of(cards["question"]) == faces_of(cards["twist"]) == ("front",)
    paper = printed(press, good_deck(tmp_path / "one"), **CARDS)
    assert "Tänk om Kerstin" not in paper.texts[0] + paper.texts[1]
    assert "Tänk om Kerstin" in paper.texts[2]
    assert "Ett löfte om tid är" in paper.texts[3]


def test_drafts_and_retired_cards_stay_away_unless_asked_for(press: Press, tmp_path: Path) -> None:
    deck = dilemmas(tmp_path, 3)
    deck.edit("cards/kort-01.yaml", "status: reviewed", "status: draft")
    deck.edit("cards/kort-03.yaml", "status: reviewed", "status: retired")
    assert prepared(press, deck, **CARDS).cards == 1
    everything = prepared(press, deck, drafts=True, **CARDS)
    assert [card["number"] for card in everything.data["cards"]] == [1, 2, 3]
    assert prepared(press, deck, **CARDS).data["cards"][0]["number"] == 2


@pytest.mark.parametrize(
    "folder", sorted(path.parent for path in SHIPPED.glob("*/deck.yaml")), ids=lambda folder: folder.name
)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_card_we_ship_fits_on_paper(press: Press, folder: Path, language: Any) -> None:
    from game.printing.job import Wish, prepare

    printout = prepare(press, [read_deck(folder)], Wish(language=language, parts=("cards",)))
    assert [item.sentence("en") for item in printout.findings] == []
