"""What the host says and does from the board's top, and what a picture of the board costs."""

from game.client.stations import host
from game.client.stations.board import Board
from game.rules.command import DealCard, DrawCard, SendMessage
from tests.client.pictures_board import DOOR, crowd, hand, vote
from tests.client.tables import House
from tests.client.test_host_board import FULL, a_board, again
from tests.client.test_host_order import asks


def paused(house: House) -> str:
    return house.game.room.paused


def message_of(house: House) -> str:
    standing = house.game.room.message
    return standing.text if standing else ""


def test_a_line_is_sent_to_all_and_taken_away() -> None:
    house, leader, _tables = crowd(12, "talk")
    pilot = a_board(house, leader)
    pilot.click("Meddelande …")
    pilot.type("Fem minuter till.")
    pilot.press("return")
    assert message_of(house) == "Fem minuter till."
    pilot.press("escape")
    assert pilot.see("Alla läser: ”Fem minuter till.”")
    pilot.click("Meddelande …")
    pilot.click("Ta bort meddelandet")
    assert message_of(house) == ""


def test_the_line_that_all_read_stays_in_sight_beside_a_hand_while_there_is_room() -> None:
    house, leader, tables = crowd(12, "talk")
    pilot = a_board(house, leader)
    house.does(leader, SendMessage(text="Fem minuter till."))
    again(house, pilot)
    assert pilot.see("Alla läser: ”Fem minuter till.”")
    hand(house, tables[1])
    again(house, pilot)
    assert pilot.see("1 bord vill ha hjälp")
    assert pilot.see("Alla läser: ”Fem minuter till.”")
    for table in tables[2:]:
        hand(house, table)
    again(house, pilot)
    assert not pilot.see("Alla läser"), "the hands come first"


def test_a_line_is_sent_to_one_table() -> None:
    house, leader, tables = crowd(12, "talk")
    pilot = a_board(house, leader)
    pilot.press("4", "return")
    pilot.click(f"message {tables[3].team}")
    pilot.type("Tala lite lägre.")
    pilot.press("return")
    team = house.game.room.team_of(tables[3].station or "")
    assert team is not None
    assert team.message is not None
    assert team.message.text == "Tala lite lägre."
    assert message_of(house) == ""
    assert pilot.see("Tala lite lägre.")


def test_all_may_be_asked_to_look_up_before_the_start() -> None:
    house, leader, _tables = crowd(4, "lobby")
    pilot = a_board(house, leader)
    pilot.press("t")
    assert paused(house) == "look"


def test_the_field_for_a_line_is_in_sight_whatever_else_there_is_to_do_for_a_table() -> None:
    house, leader, tables = crowd(12, "vote")
    asks(house, tables[3])
    pilot = a_board(house, leader)
    pilot.press("4", "return")
    send = pilot.pane.target(f"send message {tables[3].team}")
    assert send is not None
    assert send.clip is None


def test_a_tables_open_vote_is_thrown_away_only_after_a_question() -> None:
    house, leader, tables = crowd(12, "vote")
    vote(house, tables[3], 2)
    house.refresh()
    pilot = a_board(house, leader)
    pilot.press("4", "return")
    pilot.click("act Rösta om den här omröstningen …")
    pilot.press("return")
    assert leader.tiles[3]["done"] == 2, "Enter keeps the votes"
    pilot.click("act Rösta om den här omröstningen …")
    pilot.click("yes vote again")
    assert leader.tiles[3]["done"] == 0
    assert pilot.see("Rösta om den här omröstningen …"), "the table's window is there again"


def test_only_the_way_to_vote_that_a_table_does_not_use_is_offered() -> None:
    house, leader, _tables = crowd(4, "talk")
    pilot = a_board(house, leader)
    pilot.press("4", "return")
    assert not pilot.see("Rösta i rundgång")
    pilot.click("act Rösta med kort upp")
    assert pilot.see("Rösta i rundgång")
    assert not pilot.see("Rösta med kort upp")


def test_all_look_up_at_once_and_go_on() -> None:
    house, leader, _tables = crowd(40, "talk")
    pilot = a_board(house, leader)
    pilot.press("t")
    assert paused(house) == "look"
    assert pilot.see("Alla skärmar säger: Titta fram")
    pilot.press("p")
    assert paused(house) == ""
    assert not pilot.see("Alla skärmar säger: Titta fram")


# --- cards of their own ---


def test_while_every_table_has_its_own_card_the_button_opens_the_next_step() -> None:
    house, leader, tables = crowd(3, "draw")
    house.does(leader, DealCard(serial=leader.serial, own=True))
    house.game.decide(tables[0], DrawCard(serial=house.game.serial(tables[0])))
    house.refresh()
    pilot = a_board(house, leader)
    step = house.game.room.stage.step
    assert pilot.see("Varje bord har sitt eget kort")
    assert pilot.see("0 av 3 bord klara")
    pilot.press("return")
    assert pilot.see("3 bord är inte klara än")
    assert house.game.room.stage.step == step
    pilot.click("Gå vidare ändå")
    assert house.game.room.stage.step == step + 1


# --- what it costs ---


def test_a_tile_that_is_as_before_is_painted_once() -> None:
    house, leader, tables = crowd(40, "vote")
    whole = Board(leader, DOOR)
    pilot = house.pilot(leader, lambda play, ctx: host.build(whole, ctx), FULL)
    before = len(whole.painted)
    vote(house, tables[5], 1)
    again(house, pilot)
    assert (before, len(whole.painted)) == (40, 41)


# --- who sits alone ---


def test_somebody_who_sits_alone_is_told_of_the_nearest_table_with_room() -> None:
    house, leader, _tables = crowd(4, "talk")
    house.game.enter("solo", 1, 9)
    house.game.enter("solo", 1, 30)
    house.refresh()
    pilot = a_board(house, leader)
    pilot.press("9", "return")
    assert pilot.see("En person sitter ensam här. Vid Bord 4 finns plats")
    pilot.press("escape")
    pilot.press("1", "return")
    assert not pilot.see("sitter ensam")
