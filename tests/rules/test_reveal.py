"""The reveal: the team's own counts, on its own stations only."""

from game.rules import Actor, CastVote, CloseVote, Leave, MarkAway, ShowCounts, Who
from tests.rules.build import Session, at_table, in_hall, session


def remote(n: int, votes: str) -> Session:
    """A team of screens of their own, come to the reveal."""
    played = session("round:prov/luren")
    solos = [played.solo(1) for _ in range(n)]
    host = played.host()
    played.next(host)
    played.until(solos[0], "vote")
    for solo, choice in zip(solos, votes.split(), strict=True):
        played.vote(solo, choice)
    played.next(solos[0])
    return played


def people(played: Session) -> list[Actor]:
    return [Actor(Who.SOLO, one.id, one.team) for one in played.room.stations.values() if one.team]


def test_the_counts_are_on_the_teams_stations_and_nowhere_else() -> None:
    played, tables, host = in_hall("vote")
    wall, hall = played.screen(1), played.screen()
    played.vote(tables[0], "a a c")
    played.next(host)
    for station in (tables[0], wall):
        assert played.view(station)["result"]["before"]["votes"] == [2, 0, 1]
    for station in (hall, host, tables[1]):
        assert "[2, 0, 1]" not in str(played.view(station))
    assert played.view(hall)["hall"]["silent"]


def test_a_small_remote_team_sees_its_counts_when_all_have_asked() -> None:
    played = remote(2, "a b")
    first, second = people(played)
    assert played.view(first)["result"]["ask"]
    assert not played.view(first)["result"]["hidden"]
    assert played.view(first)["result"]["before"] is None
    ask = ShowCounts(seat=played.seats(first)[0], serial=played.serial(first))
    assert played.does(first, ask) == ["show_asked"]
    assert played.does(first, ask) == []
    assert played.view(second)["result"]["asked"] == 1
    ask = ShowCounts(seat=played.seats(second)[0], serial=played.serial(second))
    assert played.does(second, ask) == ["show_asked", "revealed"]
    assert played.refused(second, ask) == "wrong_phase"
    played.until(first, "vote", 2)
    played.vote(first, "b")
    played.vote(second, "b")
    played.wait(5_000)
    assert played.view(first)["result"]["after"]["votes"] == [0, 2, 0]
    assert played.view(first)["result"]["changed"] is None


def test_nobody_closes_a_vote_at_a_shared_machine_to_see_what_the_first_one_chose() -> None:
    played, table, host = at_table("vote", seats=4)
    played.vote(table, "b - - -")
    played.does(host, CloseVote(serial=played.serial(table), team=table.team))
    result = played.view(table)["result"]
    assert (result["before"], result["ask"]) == (None, True)
    assert "revealed" not in [event.type for event in played.log]
    for seat in played.seats(table):
        played.does(table, ShowCounts(seat=seat, serial=played.serial(table)))
    assert played.view(table)["result"]["before"]["votes"] == [0, 1, 0]
    played.until(table, "vote", 2)
    played.vote(table, "b - - -")
    played.until(table, "compare")
    assert played.view(table)["result"]["after"]["votes"] == [0, 1, 0], "they have said that they want to see"


def test_who_plays_alone_is_not_asked() -> None:
    played, table, _ = at_table("vote", seats=1)
    played.vote(table, "b")
    played.until(table, "reveal")
    assert played.view(table)["result"]["before"]["votes"] == [0, 1, 0]


def test_who_voted_and_went_away_has_not_agreed_to_be_shown() -> None:
    played = remote(2, "a b")
    first, second = people(played)
    played.does(first, MarkAway(seat=played.seats(second)[0]))
    ask = ShowCounts(seat=played.seats(first)[0], serial=played.serial(first))
    assert played.does(first, ask) == ["show_asked"]
    played.until(first, "vote", 2)
    played.vote(first, "a")
    played.until(first, "compare")
    result = played.view(first)["result"]
    assert (result["before"], result["after"]) == (None, None)
    assert played.facts.boxes == {}


def asks(played: Session, actor: Actor) -> list[str]:
    return played.does(actor, ShowCounts(seat=played.seats(actor)[0], serial=played.serial(actor)))


def test_when_one_of_two_voters_leaves_the_other_learns_nothing_and_is_asked_nothing() -> None:
    for leaves_at in ("vote", "reveal"):
        played = session("round:prov/luren pledge")
        first, second = played.solo(1), played.solo(1)
        host = played.host()
        played.next(host)
        played.until(first, "vote")
        played.vote(first, "a")
        played.vote(second, "b")
        if leaves_at == "vote":
            played.does(second, Leave())
        played.until(first, "reveal")
        if leaves_at == "reveal":
            asks(played, first)
            played.does(second, Leave())
        result = played.view(first)["result"]
        assert (result["before"], result["ask"], result["hidden"]) == (None, False, True)
        assert "show_counts" not in played.may(first)
        asked = ShowCounts(seat=played.seats(first)[0], serial=played.serial(first))
        assert played.refused(first, asked) == "wrong_phase"
        played.until(first, "vote", 2)
        played.vote(first, "a")
        played.until(first, "compare")
        assert "revealed" not in [event.type for event in played.log]
        assert played.view(first)["result"]["after"] is None
        assert played.facts.boxes == {}


def test_who_voted_and_left_before_the_other_came_is_not_told_to_who_comes() -> None:
    played = session("round:prov/luren", pace="hall", k_tables=1)
    first, host = played.solo(1), played.host()
    played.next(host)
    played.until(host, "vote")
    played.vote(first, "a")
    second = played.solo(1)
    played.does(first, Leave())
    played.vote(second, "b")
    played.next(host)
    result = played.view(second)["result"]
    assert (result["before"], result["ask"]) == (None, False)


def test_when_only_one_who_did_not_vote_was_waited_for_the_going_opens_the_counts() -> None:
    played = remote(3, "a b -")
    first, second, third = people(played)
    assert (asks(played, first), asks(played, second)) == (["show_asked"], ["show_asked"])
    assert played.view(first)["result"]["ask"]
    assert played.does(third, Leave()) == ["station_removed", "revealed"]
    assert played.view(first)["result"]["before"]["votes"] == [1, 1, 0]
    assert not played.view(first)["result"]["hidden"]


def test_a_second_vote_is_hidden_when_one_of_its_few_voters_has_left() -> None:
    played = remote(2, "a b")
    first, second = people(played)
    asks(played, first)
    asks(played, second)
    played.until(first, "vote", 2)
    played.vote(first, "b")
    played.vote(second, "c")
    played.does(second, Leave())
    played.until(first, "compare")
    result = played.view(first)["result"]
    assert result["before"]["votes"] == [1, 1, 0]
    assert (result["after"], result["ask"]) == (None, False)


def test_many_votes_are_shown_whoever_has_left() -> None:
    played = session("round:prov/luren")
    solos = [played.solo(1) for _ in range(4)]
    played.next(played.host())
    played.until(solos[0], "vote")
    for solo, choice in zip(solos, ["a", "b", "c", "a"], strict=True):
        played.vote(solo, choice)
    played.does(solos[3], Leave())
    played.until(solos[0], "reveal")
    assert played.view(solos[0])["result"]["before"]["votes"] == [2, 1, 1]


def test_three_votes_or_one_machine_are_shown_at_once() -> None:
    played = remote(3, "a b c")
    assert "revealed" in [event.type for event in played.log]
    played, table, _ = at_table("vote", seats=2)
    played.vote(table, "a b")
    assert "revealed" in played.wait(5_000)


def test_when_nobody_voted_there_is_nothing_to_show() -> None:
    played, table, _ = at_table("reveal")
    result = played.view(table)["result"]
    assert (result["before"], result["ask"], result["hidden"]) == (None, False, False)
    assert (
        played.refused(table, ShowCounts(seat=played.seats(table)[0], serial=played.serial(table)))
        == "wrong_phase"
    )


def test_an_own_answer_is_not_read_out_in_a_lecture() -> None:
    played = session("round:prov/luren", pace="hall", max_team=1000, team_size=1000, k_tables=1)
    listeners = [played.solo() for _ in range(9)]
    host = played.host()
    played.next(host)
    played.until(host, "vote")
    assert len(played.room.teams) == 1
    for person in listeners:
        own = CastVote(seat=played.seats(person)[0], serial=played.serial(person), choice="own", text="Själv")
        played.does(person, own)
    played.next(host)
    before = played.view(listeners[0])["result"]["before"]
    assert (before["own"], before["own_texts"]) == (9, [])
