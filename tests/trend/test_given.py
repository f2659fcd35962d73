"""What a closed room gives to the trend, and what the trend makes of it."""

from __future__ import annotations

from typing import Any, Literal

from game.rules import Actor, CardFacts, CastVote, CheckIn, OpenNext
from game.rules.command import CloseRoom, ShowResult, SwapCard
from game.rules.event import RecallCounted
from game.rules.insight import HOLD
from game.rules.trend import CardWords, Catalogue, Subject, Taken, TrendLot, given_by, take, trend_of
from tests.rules.build import Session, in_hall, session

WAIT = CardFacts(id="motet/disken", kind="dilemma", options=3, themes=("vantan", "nej"))
ALSO = CardFacts(id="motet/luren", kind="dilemma", options=3, themes=("vantan",))
BARE = CardFacts(id="motet/utan", kind="dilemma", options=3)
VANTAN = "motet/vantan"
THEMES = {VANTAN: {"sv": "Väntan", "en": "Waiting"}}
LATER = 10**9


def played(
    seats: tuple[int, ...],
    *,
    cards: tuple[CardFacts, ...] = (WAIT,),
    tag: Literal["strengthen", "improve", "act"] = "improve",
    closes: bool = True,
    room: str = "r1",
    **settings: Any,
) -> Session:
    """A room whose tables vote a, then b, and write a note on each card."""
    programme = " ".join(f"round:{card.id}" for card in cards)
    made, tables, host = in_hall(
        "vote", tables=seats, programme=f"{programme} pledge", cards=cards, **settings
    )
    for n, _ in enumerate(cards):
        vote(made, tables, "a")
        made.until(host, "vote", 2)
        vote(made, tables, "b")
        made.until(host, "note")
        for table in tables:
            made.note(table, f"Vi säger hur lång tid det tar {n}", tag)
        made.until(host, "vote" if n + 1 < len(cards) else "pledge")
    if closes:
        made.does(host, CloseRoom())
    made.log[0] = made.log[0].model_copy(update={"id": room})
    return made


def vote(made: Session, tables: list[Actor], choice: str) -> None:
    for table in tables:
        for seat in made.seats(table):
            made.does(table, CastVote(seat=seat, serial=made.serial(table), choice=choice))


def taken(*rooms: Session, now: int = LATER) -> Taken:
    found = [one for room in rooms if (one := given_by(room.log)) is not None]
    return take(found, (), now, lambda ms: "2026-11")


def lots(*rooms: Session) -> dict[str, list[TrendLot]]:
    by: dict[str, list[TrendLot]] = {}
    for lot in taken(*rooms).lots:
        by.setdefault(lot.subject.measure, []).append(lot)
    return by


def test_a_room_that_is_on_gives_nothing() -> None:
    assert given_by(played((3, 3, 3), closes=False).log) is None


def test_three_tables_give_their_theme_how_many_changed_and_what_they_wrote() -> None:
    found = lots(played((3, 3, 3)))
    (shift,), (notes,), (card,) = found["shift"], found["notes"], found["played"]
    assert (shift.subject.name, shift.seats, shift.tables, shift.counts) == (VANTAN, 9, 3, (9, 9))
    assert (notes.subject.name, notes.seats, notes.tables, notes.counts) == (VANTAN, 9, 3, (0, 3, 0))
    assert (card.subject.name, card.counts) == (WAIT.id, (3,))


def test_a_small_room_gives_nothing_by_itself_and_three_of_them_something_together() -> None:
    assert not taken(played((4,))).lots
    some = [played((4,), room=f"r{n}") for n in range(3)]
    assert not taken(*some[:2]).lots
    assert {lot.tables for lot in taken(*some).lots} == {3}
    assert {lot.seats for lot in taken(*some).lots} == {12}


def test_who_plays_two_cards_of_a_theme_is_counted_as_one() -> None:
    some = [played((1,), cards=(WAIT, ALSO), room=f"r{n}") for n in range(4)]
    assert "notes" not in lots(*some)  # eight notes, four people
    five = lots(*some, *(played((1,), cards=(WAIT, ALSO), room=f"s{n}") for n in range(2)))
    assert [(lot.seats, lot.counts) for lot in five["notes"]] == [(6, (0, 12, 0))]


def test_a_card_counts_in_its_first_theme_alone_and_one_without_a_theme_in_none() -> None:
    names = {lot.subject.name for lot in taken(played((3, 3, 3), cards=(WAIT, BARE))).lots}
    assert names == {VANTAN, WAIT.id, BARE.id}


def test_where_numbers_never_leave_a_table_only_what_was_played_is_given() -> None:
    assert set(lots(played((3, 3, 3), distribution=False))) == {"played"}


def test_what_a_chart_has_told_of_a_few_is_put_together_with_nothing() -> None:
    """The hall has seen two tables' shift: beside a lot of three tables it would tell the third's."""
    two = played((4, 4), k_tables=1, room="r1")
    more = [played((4,), room=f"s{n}") for n in range(3)]
    assert [lot.seats for lot in lots(two, *more)["shift"]] == [12]
    assert [lot.seats for lot in lots(two, *more)["notes"]] == [12]  # of notes no chart tells


def test_a_swapped_card_has_not_been_played() -> None:
    made = session("round pledge", pace="table", cards=(WAIT, ALSO))
    tables = [made.table(3) for _ in range(3)]
    host = made.host()
    made.next(host)
    for table in tables:
        made.until(table, "read")
        made.does(table, SwapCard(serial=made.serial(table)))
        made.until(table, "talk")
    made.does(host, CloseRoom())
    cards = [team.played for team in made.room.teams.values()]
    found = {lot.subject.name: lot.counts[0] for lot in taken(made).lots if lot.subject.measure == "played"}
    assert all(len(one) == 2 for one in cards)
    last = [one[-1] for one in cards]
    assert found == {card: last.count(card) for card in set(last) if last.count(card) >= 3}


def test_the_check_in_is_told_in_the_lots_in_which_it_was_counted() -> None:
    made, tables, host = in_hall("checkin", tables=(3, 3, 3), programme="checkin pledge")
    for table in tables:
        for seat in made.seats(table):
            made.does(table, CheckIn(seat=seat, serial=made.serial(table), number=7))
    made.does(host, OpenNext(serial=made.serial(host)))
    made.does(host, ShowResult(what="checkin", on=True))
    made.does(host, CloseRoom())
    (lot,) = lots(made)["checkin"]
    assert (lot.seats, lot.tables, lot.counts[6]) == (9, 3, 9)


def test_a_room_waits_a_moment_after_its_closing() -> None:
    made = played((3, 3, 3))
    closed = made.facts.now
    assert not taken(made, now=closed + HOLD - 1).lots
    assert taken(made, now=closed + HOLD).lots


# --- what is made of the lots ---


def lot(measure: Any, name: str, month: str, counts: tuple[int, ...], begun: str = "") -> TrendLot:
    return TrendLot(Subject(measure, name), begun or month, month, 12, 3, counts)


def words(card: str, *themes: str, heat: int = 1, offered: bool = True) -> CardWords:
    title = {"sv": card}
    return CardWords(card, "dilemma", title, {"sv": "Mötet"}, 12, heat, themes, offered=offered)


def test_months_in_which_nothing_was_told_are_not_left_out() -> None:
    told = trend_of(
        [
            lot("shift", VANTAN, "2026-11", (4, 12)),
            lot("shift", VANTAN, "2027-01", (9, 12)),
        ],
        Catalogue(THEMES),
        "2027-01",
    )
    assert told.months == ("2026-11", "2026-12", "2027-01")
    assert [(one.month, one.moved) for one in told.moved] == [("2026-11", 33), ("2027-01", 75)]
    assert (told.shifts[0].moved, told.shifts[0].name["en"]) == (54, "Waiting")


def test_a_later_beginning_leaves_out_what_began_before() -> None:
    some = [lot("shift", VANTAN, "2026-03", (1, 9), "2026-02"), lot("shift", VANTAN, "2026-03", (2, 9))]
    assert trend_of(some, Catalogue(THEMES), "2026-03", "2026-03").shifts[0].moved == 22


def test_the_season_takes_the_themes_in_turn_and_begins_with_no_heavy_card() -> None:
    catalogue = Catalogue(
        THEMES,
        {
            one.card: one
            for one in (
                words("motet/a", VANTAN, heat=3),
                words("motet/b", VANTAN, heat=2),
                words("motet/c", VANTAN),
                words("motet/d", "motet/nej", VANTAN),
                words("motet/e", VANTAN, offered=False),
                words("svart/f", "svart/ilska", heat=3),
            )
        },
    )
    told = trend_of(
        [
            lot("notes", VANTAN, "2026-11", (1, 5, 2)),
            lot("notes", "svart/ilska", "2026-11", (0, 1, 0)),
            lot("notes", "motet/tack", "2026-11", (9, 0, 0)),
            lot("played", "motet/c", "2026-11", (3,)),
        ],
        catalogue,
        "2026-11",
    )
    assert [(one.month, one.card) for one in told.season] == [
        ("2026-12", "motet/b"),
        ("2027-01", "svart/f"),
        ("2027-02", "motet/a"),
        ("2027-03", "motet/d"),
        ("2027-04", "motet/c"),
    ]
    assert (told.season[0].wanted, told.season[0].notes) == (7, 8)


def test_a_room_that_asked_what_became_of_pledges_tells_it_in_lots_of_its_own() -> None:
    made = played((3, 3, 3))
    made.log[-1:-1] = [RecallCounted(counts=(2, 1, 0), tables=3), RecallCounted(counts=(4, 1, 1), tables=3)]
    (lot,) = lots(made)["pledges"]
    assert (lot.seats, lot.tables, lot.counts) == (9, 3, (6, 2, 1))


def test_pledges_are_told_where_rooms_have_asked_what_became_of_them() -> None:
    told = trend_of([lot("pledges", "", "2026-11", (5, 3, 2))], Catalogue(), "2026-11")
    assert [(one.done, one.partly, one.not_yet) for one in told.pledges] == [(5, 3, 2)]
    assert trend_of([], Catalogue(), "2026-11").is_empty
