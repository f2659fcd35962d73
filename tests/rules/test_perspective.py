"""The back of the card: never before the second vote, and never the host's notes."""

from game.rules import OpenTwist
from tests.rules.build import at_table, in_hall


def test_what_speaks_for_each_option_comes_after_the_second_vote() -> None:
    played, table, _ = at_table("vote")
    for phase, round_ in (("vote", 1), ("reveal", 1), ("talk", 1), ("vote", 2), ("compare", 1)):
        played.until(table, phase, round_)
        text = played.view(table)["card"]["text"]["sv"]
        assert [set(option) for option in text["options"]] == [{"text"}] * 3
        assert not {"perspective", "prevent", "refs"} & set(text)
    played.next(table)
    text = played.view(table)["card"]["text"]["sv"]
    assert text["options"][0] == {
        "text": "prov/luren a",
        "speaks_for": "prov/luren for a",
        "values": ["värme"],
    }
    assert {"perspective", "prevent", "refs", "twist"} <= set(text)
    assert "facilitator" not in text


def test_an_opened_twist_is_not_repeated_while_voting_again() -> None:
    played, table, _ = at_table("talk")
    played.does(table, OpenTwist(serial=played.serial(table)))
    played.next(table)
    assert "twist" not in played.view(table)["card"]["text"]["sv"]


def test_the_host_reads_the_notes_to_the_card_early() -> None:
    played, tables, host = in_hall("read")
    seen = played.view(host)["host"]
    assert seen["facilitator"]["sv"] == "prov/luren facilitator"
    assert seen["perspective"]["sv"] == "prov/luren perspective"
    assert "facilitator" not in str(played.view(tables[0]))
