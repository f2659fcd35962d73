"""In which order the tables stand on the host's board."""

from game.client.play import Play
from game.client.stations.host_order import EVERY, HOLD, REST, SHOWN, Order
from game.client.stations.host_tables import Need, Pace, need_of
from game.rules import Actor
from game.rules.command import CallTimeout
from tests.client.pictures_board import crowd, hand, lose, more_time, vote
from tests.client.tables import START, House

LATER = START + 1_000_000.0


def numbers(order: Order, leader: Play, now: float, pointed: str = "", pressed: bool = False) -> list[int]:
    return [tile["number"] for tile in order.settle(leader.tiles, now, pointed, pressed)]


def asks(house: House, table: Actor) -> None:
    hand(house, table)
    house.refresh()


def test_tables_stand_by_need_and_those_that_ask_by_how_long_they_have_waited() -> None:
    house, leader, tables = crowd(8, "talk")
    hand(house, tables[6])
    house.facts.now += 1_000
    hand(house, tables[3])
    house.game.decide(tables[4], CallTimeout())
    more_time(house, tables[5])
    lose(house, tables[7])
    house.refresh()
    assert numbers(Order(), leader, house.facts.now) == [7, 4, 5, 6, 8, 1, 2, 3]


def test_done_tables_stand_last_after_those_whose_sand_is_out() -> None:
    house, leader, tables = crowd(3, "vote")
    vote(house, tables[0], 4)
    house.refresh()
    out = float(leader.tiles[1]["ends"] or 0) + 1
    assert [need_of(tile, out) for tile in leader.tiles] == [Need.DONE, Need.LATE, Need.LATE]
    assert numbers(Order(), leader, out) == [2, 3, 1]


def test_nothing_moves_under_the_pointer_until_it_has_lain_still_for_long() -> None:
    house, leader, tables = crowd(3, "vote")
    order = Order()
    assert numbers(order, leader, LATER) == [1, 2, 3]
    numbers(order, leader, LATER, "table a")
    asks(house, tables[2])
    assert numbers(order, leader, LATER + 10, "table a") == [1, 2, 3]
    assert order.wake == HOLD - 10
    assert numbers(order, leader, LATER + HOLD, "table a") == [3, 1, 2]
    assert order.wake is None


def test_nothing_moves_between_two_tables_that_the_pointer_passes() -> None:
    house, leader, tables = crowd(3, "vote")
    order = Order()
    numbers(order, leader, LATER, "table a")
    asks(house, tables[2])
    assert numbers(order, leader, LATER + 10) == [1, 2, 3]
    assert numbers(order, leader, LATER + 10 + REST) == [3, 1, 2]


def test_nothing_moves_while_a_table_is_held_down() -> None:
    house, leader, tables = crowd(3, "vote")
    order = Order()
    numbers(order, leader, LATER, "table a", True)
    asks(house, tables[2])
    assert numbers(order, leader, LATER + 10 * HOLD, "table a", True) == [1, 2, 3]


def test_a_need_moves_a_table_at_once_but_progress_only_now_and_then() -> None:
    house, leader, tables = crowd(3, "vote")
    order = Order()
    numbers(order, leader, LATER)
    vote(house, tables[0], 4)
    house.refresh()
    assert numbers(order, leader, LATER + 1) == [1, 2, 3]
    assert order.wake == EVERY - 1
    asks(house, tables[1])
    assert numbers(order, leader, LATER + 2) == [2, 3, 1]


def test_a_new_table_comes_last_and_one_that_leaves_moves_no_other() -> None:
    house, leader, _tables = crowd(3, "vote")
    order = Order()
    numbers(order, leader, LATER)
    late = house.game.enter("table", 4, None)
    hand(house, late)
    house.refresh()
    assert numbers(order, leader, LATER + 1, "table a") == [1, 2, 3, 4]
    first = [tile for tile in leader.tiles if tile["number"] != 1]
    assert [tile["number"] for tile in order.settle(first, LATER + 2, "table a")] == [2, 3, 4]


def test_a_board_may_be_narrowed_to_each_kind_of_table() -> None:
    house, leader, tables = crowd(5, "vote")
    hand(house, tables[0])
    vote(house, tables[1], 5)
    lose(house, tables[2])
    house.refresh()

    def kept(name: str, pace: Pace = "hall") -> list[int]:
        return [tile["number"] for tile in leader.tiles if SHOWN[name](tile, pace)]

    assert {name: kept(name) for name in SHOWN} == {
        "all": [1, 2, 3, 4, 5],
        "help": [1],
        "time": [],
        "undone": [1, 3, 4, 5],
        "lost": [3],
        "alone": [],
    }
    assert kept("undone", "table") == [1, 2, 4, 5], "by itself a table has more to do, and a lost one cannot"
