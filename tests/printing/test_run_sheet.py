"""The run sheet: clock times, what is good to know, and room for notes, on one or two pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from game.cards.facts import facts_of
from game.cards.load import load_deck
from game.cli import app
from game.client.own_programmes import OwnProgramme, OwnProgrammes
from game.client.paperwork import NotPrinted
from game.client.settings import user_folder
from game.client.stations.desk import RunSheet, minutes_of
from game.commands.runsheet import print_sheet
from game.places import decks
from game.printing.runsheet import clock, first_sentence, sheet_data
from game.rules import PRESETS, Step, plan
from tests.printing.paper import Paper

MOTET = load_deck(decks() / "motet").deck
assert MOTET is not None


def run_sheet(*arguments: str | Path, language: str = "sv") -> Result:
    asked = ["run-sheet", *map(str, arguments)]
    return CliRunner().invoke(app, asked, env={"BEMOT_LANGUAGE": language, "COLUMNS": "300"})


def said(done: Result) -> str:
    return " ".join(done.output.split())


def test_every_step_has_the_time_that_the_steps_before_it_leave() -> None:
    data = sheet_data("Halvdag", PRESETS["Halvdag"].steps, 9 * 60, "sv")
    assert [row["at"] for row in data["rows"]][:5] == ["09.00", "09.03", "09.07", "09.12", "09.24"]
    assert (data["from"], data["to"], data["total"]) == ("09.00", "11.01", "121")


def test_a_session_may_go_past_midnight() -> None:
    assert sheet_data("x", (Step(kind="break", minutes=90),), 23 * 60, "en")["to"] == "00:30"


def test_a_chosen_card_has_its_title_and_what_is_good_to_know() -> None:
    assert MOTET is not None
    facts = facts_of(MOTET)
    card = next(card for card in MOTET.cards if f"motet/{card.id}" == facts[0].id)
    data = sheet_data("x", plan(PRESETS["APT 30"], facts, [facts[0].id]), 0, "sv", [MOTET])
    row = next(row for row in data["rows"] if row["name"] == card.text["sv"].title)
    assert row["label"] == "Kort 1"
    assert card.text["sv"].facilitator.startswith(row["say"])


def test_a_card_that_is_drawn_may_come_from_every_deck_and_all_are_named() -> None:
    other = load_deck(decks() / "chef").deck
    assert MOTET is not None
    assert other is not None
    both = [MOTET, other]
    chosen = Step(kind="round", minutes=12, card=f"motet/{MOTET.cards[0].id}")
    drawn = Step(kind="round", minutes=12)
    assert sheet_data("x", (chosen,), 0, "sv", both)["decks"] == MOTET.title["sv"]
    named = sheet_data("x", (chosen, drawn), 0, "sv", both)["decks"]
    assert named == f"{MOTET.title['sv']} · {other.title['sv']}"


def test_a_card_of_a_deck_that_is_not_here_has_the_title_that_the_room_gave() -> None:
    step = Step(kind="round", minutes=12, card="egen/kon")
    (row,) = sheet_data("x", (step,), 0, "sv", titles={"egen/kon": "Kön"})["rows"]
    assert (row["name"], row["label"]) == ("Kön", "Kort 1")


def test_a_card_that_is_drawn_says_so() -> None:
    (row,) = sheet_data("x", (Step(kind="round", minutes=12),), 0, "sv")["rows"]
    assert (row["name"], row["label"]) == ("Kort 1", "Kortet dras")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kan bli hett. Låt dem vila.", "Kan bli hett."),
        ("Säg t.ex. hej. Vänta.", "Säg t.ex. hej."),
        ("Hur kändes det? Fråga igen.", "Hur kändes det?"),
        ("Utan punkt", "Utan punkt"),
        ("Första\nraden fortsätter.\n\nAndra stycket.", "Första raden fortsätter."),
        ("", ""),
    ],
)
def test_what_a_text_says_first(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("09.00", 540),
        ("9:05", 545),
        ("900", 540),
        ("9", 540),
        ("23.59", 1439),
        ("24.00", None),
        ("9.60", None),
    ],
)
def test_times_of_day(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes
    if minutes is not None:
        assert minutes_of(clock(minutes, "sv")) == minutes


def test_short_programmes_take_a_page_and_a_whole_day_two(tmp_path: Path) -> None:
    for preset, pages in (("APT 30", 1), ("Halvdag", 1), ("Heldag", 2)):
        file = tmp_path / f"{preset}.pdf"
        done = run_sheet(preset, "-o", file)
        assert (done.exit_code, Paper(file.read_bytes()).count) == (0, pages)


def test_the_command_names_cards_with_or_without_their_deck(tmp_path: Path) -> None:
    file = tmp_path / "ut.pdf"
    done = run_sheet("apt 60", "--cards", "dubbelbokat, motet/hungrig-igen", "--start", "13.15", "-o", file)
    assert (done.exit_code, said(done)) == (0, f"Utskrivet: 7 steg till {file}.")
    text = Paper(file.read_bytes()).text
    for words in ("Körschema", "13.15", "Dubbelbokat", "Hungrig igen", "Kortet dras", "Mötet"):
        assert words.casefold() in text.casefold()


def test_it_is_printed_in_english(tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    assert run_sheet("Lecture", "-o", file, language="en").exit_code == 0
    text = Paper(file.read_bytes()).text
    assert "The pledge" in text
    assert "09:00" in text


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OwnProgramme:
    """A programme that somebody has kept: one card is chosen, and one is drawn."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    cards = ("motet/dubbelbokat", None)
    steps = (Step(kind="frame", minutes=3), *(Step(kind="round", minutes=12, card=card) for card in cards))
    kept = OwnProgramme(name="Vårt möte", preset="APT 30", pace="table", decks=("motet",), steps=steps)
    OwnProgrammes(user_folder()).save(kept)
    return kept


def test_a_programme_of_ones_own_is_printed(tmp_path: Path, own: OwnProgramme) -> None:
    file = tmp_path / "ut.pdf"
    assert run_sheet("vårt möte", "-o", file).exit_code == 0
    text = Paper(file.read_bytes()).text.casefold()
    for words in (own.name, "Dubbelbokat", "Kortet dras"):
        assert words.casefold() in text


def test_cards_are_chosen_for_a_programme_of_ones_own_where_it_draws(
    tmp_path: Path, own: OwnProgramme
) -> None:
    file = tmp_path / "ut.pdf"
    assert run_sheet(own.name, "--cards", "hungrig-igen", "-o", file).exit_code == 0
    text = Paper(file.read_bytes()).text
    assert text.index("Dubbelbokat") < text.index("Hungrig igen")
    assert "kortet dras" not in text.casefold()


@pytest.mark.parametrize(
    ("language", "guess"), [("sv", "Menade du ”Vårt möte”?"), ("en", "mean “Vårt möte”?")]
)
def test_a_wrong_name_is_answered_with_ones_own_programmes_too(
    tmp_path: Path, own: OwnProgramme, language: str, guess: str
) -> None:
    done = run_sheet("vart möte", "-o", tmp_path / "ut.pdf", language=language)
    assert done.exit_code == 2
    assert f"{own.name}, APT 30" in said(done)
    assert guess in said(done)


def test_an_invitation_is_as_long_as_ones_own_programme(own: OwnProgramme) -> None:
    asked = ["invitation", own.name, "--date", "2027-01-14"]
    assert "kl. 09.00–09.27" in CliRunner().invoke(app, asked, env={"BEMOT_LANGUAGE": "sv"}).stdout


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        (["Halvda", "-o", "ut.pdf"], "Menade du ”Halvdag”?"),
        (["Halvdag", "-o", "ut.pdf", "--cards", "dubelbokat"], "Menade du ”dubbelbokat”?"),
        (["Halvdag", "-o", "ut.pdf", "--start", "25.00"], "”25.00” är ingen tid"),
        (["Halvdag"], "Säg vart: -o FIL.pdf."),
    ],
)
def test_a_wrong_wish_is_met_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: list[str], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run_sheet(*wish)
    assert done.exit_code == 2
    assert sentence in said(done)
    assert not list(tmp_path.iterdir())


def test_a_room_s_sheet_lies_in_the_person_s_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "Documents").mkdir()
    steps = (Step(kind="frame", minutes=3), Step(kind="round", minutes=12, card="motet/dubbelbokat"))
    assert MOTET is not None
    sheet = RunSheet(
        "FKT-482", "sv", 540, steps, {"motet/dubbelbokat": "Dubbelbokat"}, (("motet", MOTET.version),)
    )
    path = print_sheet(sheet)
    assert path == tmp_path / "Documents" / "korschema-FKT-482.pdf"
    text = Paper(path.read_bytes()).text
    assert "Dubbelbokat" in text
    assert "Vardagskort" in text
    path.unlink()
    path.mkdir()
    with pytest.raises(NotPrinted) as told:
        print_sheet(sheet)
    assert "går inte att skriva" in told.value.words["sv"]
