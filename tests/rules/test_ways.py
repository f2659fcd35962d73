"""How seats that share a machine vote."""

from game.rules import ChooseWay
from tests.rules.build import at_table


def test_the_table_or_the_host_chooses_before_a_vote() -> None:
    played, table, host = at_table("read")
    assert played.does(table, ChooseWay(way="cards_up")) == ["way_chosen"]
    assert played.does(host, ChooseWay(way="pass_around", team=table.team)) == ["way_chosen"]
    assert played.does(table, ChooseWay(way="pass_around")) == []
    assert played.refused(host, ChooseWay(way="cards_up")) == "unknown_team"
    played.next(table)
    assert played.refused(table, ChooseWay(way="cards_up")) == "vote_open"


def test_cards_up_needs_several_seats_at_one_machine() -> None:
    played, table, _ = at_table("read", seats=1)
    assert played.refused(table, ChooseWay(way="cards_up")) == "cards_up_alone"
    played, table, _ = at_table("read", way="cards_up")
    solo = played.solo(1)
    assert played.refused(solo, ChooseWay(way="cards_up")) == "cards_up_alone"
    assert played.does(solo, ChooseWay(way="pass_around")) == ["way_chosen"]
