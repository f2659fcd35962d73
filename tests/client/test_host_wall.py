"""The wall: texts are chosen, hung under headings and released by the host, and read from the back row."""

from __future__ import annotations

import pytest

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import screen
from game.client.stations.hall_wall import TURN
from game.client.stations.host_words import common_words
from game.client.ui.fonts import Fonts
from game.rules.command import ReleaseText
from tests.client.looks import Look
from tests.client.pictures_hall import DOOR, hall
from tests.client.pictures_lead import lead_shots, wall_of
from tests.client.tables import House
from tests.client.test_host import reach, the_board

KINDS = ("Stärk", "Förbättra")


def on_the_wall() -> tuple[House, Play, Play, Pilot]:
    """(house, host, hall screen, board) with the wall open before the host."""
    house, leader, big = hall(2)
    house.to("pledge")
    for text in leader.host["wall"] if leader.host else []:
        if text["released"]:
            house.does(leader, ReleaseText(text=text["id"], on=False))
    pilot = the_board(house, leader)
    pilot.click("Vägg")
    return house, leader, big, pilot


def ids(leader: Play) -> list[str]:
    return [text["id"] for text in leader.host["wall"]] if leader.host else []


def groups(house: House) -> dict[str, str]:
    return {text_id: text.group for text_id, text in house.game.room.wall.items() if text.group}


def test_texts_are_chosen_with_the_mouse_and_hung_under_a_typed_heading() -> None:
    house, leader, _big, pilot = on_the_wall()
    one, two, *_rest = ids(leader)
    reach(pilot, f"choose {one}")
    reach(pilot, f"choose {two}")
    assert pilot.see("2 valda")
    pilot.click("heading")
    pilot.type("Väntan")
    pilot.press("return")
    assert groups(house) == {one: "Väntan", two: "Väntan"}
    assert pilot.see("Väntan")
    assert not pilot.see("valda")


def test_texts_are_chosen_with_the_keyboard() -> None:
    house, leader, _big, pilot = on_the_wall()
    one = ids(leader)[0]
    while pilot.focused() != f"choose {one}":
        pilot.press("tab")
    pilot.press("space")
    assert pilot.see("1 vald")
    while pilot.focused() != "heading":
        pilot.press("tab")
    pilot.type("Tid")
    pilot.press("tab", "return")
    assert groups(house) == {one: "Tid"}


def test_a_heading_is_renamed_and_dissolved() -> None:
    house, leader, _big, pilot = on_the_wall()
    one, two, *_rest = ids(leader)
    for text in (one, two):
        reach(pilot, f"choose {text}")
    pilot.click("heading")
    pilot.type("Tid")
    pilot.press("return")
    reach(pilot, "rename Tid")
    pilot.click("heading")
    pilot.press("ctrl+a")
    pilot.type("Väntan")
    pilot.press("return")
    assert groups(house) == {one: "Väntan", two: "Väntan"}
    reach(pilot, "ungroup Väntan")
    assert groups(house) == {}


def test_a_whole_heading_is_released_and_taken_down_and_one_text_by_itself() -> None:
    house, leader, big, pilot = on_the_wall()
    one, two, *_rest = ids(leader)
    for text in (one, two):
        reach(pilot, f"choose {text}")
    pilot.click("heading")
    pilot.type("Tid")
    pilot.press("return")
    reach(pilot, "release Tid")
    assert all(house.game.room.wall[text].released for text in (one, two))
    reach(pilot, f"text {one}")
    assert not house.game.room.wall[one].released
    assert big.hall is not None
    assert two in [text["id"] for text in big.hall["wall"]]
    assert one not in [text["id"] for text in big.hall["wall"]]


def test_chosen_texts_are_released_together() -> None:
    house, leader, _big, pilot = on_the_wall()
    one, two, *rest = ids(leader)
    for text in (one, two):
        reach(pilot, f"choose {text}")
    reach(pilot, "release chosen")
    assert [house.game.room.wall[text].released for text in (one, two, *rest)] == [
        True,
        True,
        *[False] * len(rest),
    ]


def released(house: House) -> list[bool]:
    return [text.released for text in house.game.room.wall.values()]


def test_all_texts_are_let_onto_the_wall_after_a_question_and_come_down_with_one_press() -> None:
    house, leader, _big, pilot = on_the_wall()
    count, first = len(ids(leader)), ids(leader)[0]
    reach(pilot, f"text {first}")
    before = released(house)
    reach(pilot, "release all")
    assert released(house) == before
    assert pilot.see(f"Släppa {count - 1} texter till väggen?")
    assert pilot.see("Löfte 1") or pilot.see("Stärk") or pilot.see("Förbättra")
    pilot.press("return")
    assert released(house) == before, "Enter is the way back"
    reach(pilot, "release all")
    pilot.click("yes release")
    assert all(released(house))
    reach(pilot, "undo release")
    assert released(house) == before, "what hung there before hangs there still"


def test_texts_without_a_heading_come_down_together() -> None:
    house, _leader, _big, pilot = on_the_wall()
    reach(pilot, "release all")
    pilot.click("yes release")
    reach(pilot, "undo release")
    for text in list(house.game.room.wall):
        reach(pilot, f"text {text}")
    assert all(released(house))
    reach(pilot, "take down all")
    assert not any(released(house))


def test_one_kind_of_text_is_shown_and_released_by_itself() -> None:
    house, leader, _big, pilot = on_the_wall()
    kinds = {text_id: text.kind for text_id, text in house.game.room.wall.items()}
    assert len(set(kinds.values())) > 1
    reach(pilot, "wall kind strengthen")
    shown = {text for text in ids(leader) if pilot.pane.target(f"text {text}")}
    assert shown == {text for text, kind in kinds.items() if kind == "strengthen"}


def test_the_texts_stay_where_they_are_when_one_is_chosen() -> None:
    house, leader, _big = hall(2)
    house.to("harvest")
    wall_of(leader, 40, headings=False, waiting=True)
    pilot = the_board(house, leader)
    pilot.click("Vägg")
    tops = [pilot.find(f"choose {text}").area[1] for text in ids(leader)]
    pilot.click(f"choose {ids(leader)[0]}")
    assert pilot.see("1 vald")
    after = [pilot.find(f"choose {text}").area[1] for text in ids(leader)]
    assert max(abs(one - two) for one, two in zip(tops, after, strict=True)) <= 2


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["Kortare väntan i kassan.", "Säg hur lång väntan är.", "Le."], ["Väntan"]),
        (["Efter mötet ringer vi.", "Efter mötet skriver vi.", "Före mötet."], ["Mötet"]),
        (["Ett", "Två"], []),
        (["Kassan kassan", "Annat"], []),
    ],
)
def test_headings_are_suggested_from_words_that_texts_share(texts: list[str], words: list[str]) -> None:
    assert common_words(texts) == words


def test_a_heading_that_is_there_is_one_press_away() -> None:
    house, leader, _big, pilot = on_the_wall()
    one, two, *_rest = ids(leader)
    reach(pilot, f"choose {one}")
    pilot.click("heading")
    pilot.type("Tid")
    pilot.press("return")
    reach(pilot, f"choose {two}")
    reach(pilot, "heading Tid")
    assert groups(house) == {one: "Tid", two: "Tid"}


# --- in the hall ---


def the_hall(texts: int, headings: bool = True, size: tuple[int, int] = (1920, 1080)) -> tuple[Play, Pilot]:
    house, _leader, big = hall(1)
    house.to("harvest")
    wall_of(big, texts, headings)
    return big, house.pilot(big, lambda play, ctx: screen.build(play, ctx, DOOR), size)


def words_px(pilot: Pilot, piece: str) -> int:
    """The size of the type that this is set in."""
    pilot.settle()
    inks = [op.args for op in pilot.pane.layout.ops if op.kind == "ink"]
    return next(int(str(px)) for text, _face, px, *_rest in inks if piece in str(text))


@pytest.mark.parametrize("texts", [1, 8, 40, 80])
@pytest.mark.parametrize("headings", [False, True], ids=["loose", "headed"])
def test_every_text_comes_by_within_the_pages_and_can_be_read_from_the_back(
    texts: int, headings: bool
) -> None:
    big, pilot = the_hall(texts, headings)
    assert big.hall is not None
    wanted = {text["text"].split()[0] for text in big.hall["wall"]}
    seen: set[str] = set()
    for _page in range(20):
        shown = pilot.texts()
        seen |= {number for number in wanted if any(number in line.split() for line in shown)}
        assert pilot.problems() == []
        pilot.clock.advance(TURN)
        pilot.pane.refresh()
    assert seen == wanted
    assert words_px(pilot, "Vi") >= 40


@pytest.mark.parametrize(("text", "size"), [(1.0, (1920, 1080)), (1.5, (1280, 720))], ids=["usual", "large"])
@pytest.mark.parametrize("headings", [False, True], ids=["loose", "headed"])
def test_forty_texts_take_a_minute_or_so_however_large_the_text_is_set(
    headings: bool, text: float, size: tuple[int, int]
) -> None:
    name = f"hall-wall-40-{'headed' if headings else 'loose'}"
    shot = next(shot for shot in lead_shots() if shot.name == name)
    pilot = shot.take(Look(size, text=text), Fonts())
    told = next(text for text in pilot.texts() if text.startswith("Sida "))
    assert int(told.split()[-1]) <= 5
    assert words_px(pilot, "Vi") >= 40 * size[1] // 1080


def test_what_kind_of_text_it_is_stands_above_every_column_and_is_as_large_as_the_text() -> None:
    _big, pilot = the_hall(40)
    kinds = [shown for shown in pilot.texts() if shown in ("Stärk", "Förbättra")]
    assert len(kinds) >= 3
    assert words_px(pilot, kinds[0]) >= 40


def test_a_heading_that_goes_on_over_a_page_says_so() -> None:
    _big, pilot = the_hall(80)
    seen: list[str] = []
    for _page in range(20):
        seen += pilot.texts()
        pilot.clock.advance(TURN)
        pilot.pane.refresh()
    assert "Väntan (forts.)" in seen or "Språket i mejlen (forts.)" in seen


def test_few_texts_are_larger_than_many() -> None:
    _big, one = the_hall(1, False)
    _big, many = the_hall(40, False)
    assert words_px(one, "Vi") > 1.5 * words_px(many, "Vi")


def test_pages_turn_by_the_servers_clock_and_say_which_they_are() -> None:
    _big, pilot = the_hall(80)
    first = next(text for text in pilot.texts() if text.startswith("Sida"))
    pilot.wait(TURN)
    second = next(text for text in pilot.texts() if text.startswith("Sida"))
    assert first != second


def test_a_few_texts_have_one_page_that_stands_still() -> None:
    _big, pilot = the_hall(4)
    assert not pilot.see("Sida")


def test_texts_without_a_heading_are_not_mistaken_for_those_of_the_last_one() -> None:
    _big, pilot = the_hall(3)
    assert pilot.see("Mer från borden")
    _big, pilot = the_hall(3, headings=False)
    assert not pilot.see("Mer från borden")


def test_a_colour_means_the_same_kind_of_text_on_the_board_and_in_the_hall() -> None:
    house, leader, big = hall(2)
    house.to("harvest")
    wall_of(leader, 8, headings=False, waiting=True)
    wall_of(big, 8, headings=False)
    board = the_board(house, leader)
    board.click("tabs wall")
    hall_screen = house.pilot(big, lambda play, ctx: screen.build(play, ctx, DOOR), (1920, 1080))
    inks = [  # of the tags; the names to show one kind by have the colour of every button
        {
            (op.args[0], op.args[3])
            for op in pilot.pane.layout.ops
            if op.kind == "ink" and op.args[0] in KINDS and op.args[3] != pilot.pane.theme.colour("ink")
        }
        for pilot in (board, hall_screen)
    ]
    assert inks[0] == inks[1]
    assert len(inks[0]) == len({ink for _, ink in inks[0]}) == len(KINDS), "whether released or waiting"
    assert board.see("Väntar")
    assert board.see("På väggen")
