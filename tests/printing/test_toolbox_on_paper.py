"""The handbook, the invitation and the signs on paper, looked at as a person would."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import segno
from typer.testing import CliRunner, Result

from game.cli import app
from game.followup import ZONE
from game.handbook import handbook
from game.printing.handbook import TEMPLATE, handbook_data
from game.printing.kit import INVITATION, SIGNS, Invitation, invitation_data, invitation_text, signs_data
from game.printing.press import Press
from game.printing.words import Language, words_in
from tests.printing.paper import Paper, plain

LANGUAGES: tuple[Language, ...] = ("sv", "en")
FACES = ("AtkinsonHyperlegible", "Spectral")


def run(*arguments: str | int | Path, language: str = "sv") -> Result:
    asked = [str(one) for one in arguments]
    return CliRunner().invoke(app, asked, env={"BEMOT_LANGUAGE": language, "COLUMNS": "300"})


def said(done: Result) -> str:
    return " ".join(done.output.split())


def strings(value: Any) -> str:
    """Every text in the data."""
    if isinstance(value, str):
        return value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return "".join(strings(each) for each in inside)


def lacking(press: Press, data: dict[str, Any]) -> list[str]:
    signs = sorted({sign for sign in strings(data) if not sign.isspace() and not sign.isascii()})
    missing: list[str] = press.ask("glyphs", {**data, "signs": signs})[0]["missing"]
    return missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_is_six_to_ten_pages_with_every_sign_and_all_its_text(
    press: Press, language: Language
) -> None:
    data = handbook_data(language)
    paper = Paper(press.pdf(data, TEMPLATE))
    assert 6 <= paper.count <= 10
    assert lacking(press, data) == []
    assert all(kind.embedded and kind.font.startswith(FACES) for kind in paper.types())
    assert min(kind.size for kind in paper.types()) >= 8
    text = "".join(paper.text.split())
    book = handbook(language)
    for page in book.pages:
        assert "".join(page.title.split()) in text
        for block in page.blocks:
            longest = max((run.text for run in block.runs if run.kind == "text"), key=len)
            assert "".join(plain(longest).split())[:40] in text
    assert "[[" not in text
    assert "{{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_the_handbook_is_cut_off_at_the_edge_of_a_page(press: Press, language: Language) -> None:
    paper = Paper(press.pdf(handbook_data(language), TEMPLATE))
    for page in range(1, paper.count + 1):
        assert all(
            s.left >= 20 and s.right <= 190 and s.top >= 15 and s.bottom <= 290 for s in paper.spots(page)
        )


def test_the_handbook_is_printed_by_the_command_and_never_over_another_file(tmp_path: Path) -> None:
    file = tmp_path / "handbok.pdf"
    done = run("handbook", "-o", file)
    assert (done.exit_code, said(done)) == (0, f"Utskrivet: 10 sidor till {file}.")
    again = run("handbook", "-o", file)
    assert (again.exit_code, "finns redan" in said(again)) == (2, True)
    assert run("handbook", "-o", file, "--force", "--language", "en").exit_code == 0
    assert "Handbook for you who lead" in Paper(file.read_bytes()).text
    assert run("handbook").exit_code == 2
    assert run("handbook", "-o", tmp_path / "handbok.txt").exit_code == 1


def test_an_invitation_says_when_where_and_who_and_is_the_same_in_an_e_mail(press: Press) -> None:
    wish = Invitation(
        datetime(2027, 1, 14, 9, 0, tzinfo=ZONE),
        150,
        "sv",
        "Stora salen #1 *",
        "Anna Ek",
        "anna.ek@example.se",
    )
    text = invitation_text(wish)
    for words in ("torsdag 14 januari 2027, kl. 09.00–11.30", "Var: Stora salen #1 *", "Leder: Anna Ek"):
        assert words in text
    paper = Paper(press.pdf(invitation_data(wish), INVITATION))
    assert paper.count == 1
    for line in text.splitlines():
        assert "".join(line.partition(": ")[2].split() or line.split()) in "".join(paper.text.split())


def test_an_invitation_leaves_out_what_nobody_has_said() -> None:
    text = invitation_text(Invitation(datetime(2027, 1, 14, 23, 45, tzinfo=ZONE), 30, "en"))
    assert "When: Thursday 14 January 2027, 23:45–00:15" in text
    for words in ("Where", "Led by", "Questions"):
        assert words not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_places_and_names_stay_on_one_page(press: Press, language: Language) -> None:
    wish = Invitation(
        datetime(2027, 9, 29, 9, tzinfo=ZONE), 360, language, "Sammanträdesrum " * 9, "N" * 90, "x@y.se " * 20
    )
    paper = Paper(press.pdf(invitation_data(wish), INVITATION))
    assert paper.count == 1
    assert all(s.right <= 185 for s in paper.spots(1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "url", ["http://192.168.1.20:8765", "https://bemot.verksamhet.enlangkommun.example.se:8765"]
)
def test_every_table_has_a_page_with_its_number_the_code_and_the_address(
    press: Press, language: Language, url: str
) -> None:
    data = signs_data("FKT-482", url, [1, 12, 200], language)
    paper = Paper(press.pdf(data, SIGNS))
    assert paper.count == 3
    table = words_in(language).get("sign", "table")
    for text, number in zip(paper.texts, (1, 12, 200), strict=True):
        assert f"{table} {number}" in text
        assert "FKT-482" in text
        assert url.partition("//")[2] in text
        assert "{n}" not in text
    for page in (1, 2, 3):
        assert all(s.left >= 18 and s.right <= 192 and s.bottom <= 285 for s in paper.spots(page))


def test_the_square_on_a_sign_leads_to_the_room() -> None:
    data = signs_data("FKT-482", "http://192.168.1.20:8765", [1], "sv")
    wanted = segno.make("http://192.168.1.20:8765/j/FKT-482", micro=False, error="m")
    assert data["qr"] == [list(row) for row in wanted.matrix]


def test_signs_are_printed_for_the_tables_that_were_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "skyltar.pdf"
    done = run("table-signs", "fkt482", "--server", "192.168.1.20", "--tables", 3, "--first", 21, "-o", file)
    assert (done.exit_code, said(done)) == (0, f"Utskrivet: 3 sidor till {file}.")
    assert [text.split()[1] for text in Paper(file.read_bytes()).texts] == ["21", "22", "23"]


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        (["invitation", "Halvda", "--date", "2027-01-14"], "Menade du ”Halvdag”?"),
        (["invitation", "Halvdag", "--date", "14/1"], "”14/1” är ingen dag"),
        (["invitation", "Halvdag", "--date", "2027-01-14", "--start", "9.75"], "”9.75” är ingen tid"),
        (["table-signs", "192.168.1.20", "--tables", "3", "-o", "s.pdf"], "Säg rummets kod, som FKT-482."),
        (["table-signs", "FKT-482", "--tables", "200", "--first", "2", "-o", "s.pdf"], "nummer 1 till 200"),
        (["table-signs", "FKT-482", "--tables", "3", "--server", "x"], "Säg vart: -o FIL.pdf."),
    ],
)
def test_a_wrong_wish_is_met_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: list[str], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*wish)
    assert done.exit_code == 2
    assert sentence in said(done)
    assert not list(tmp_path.iterdir())


def test_the_invitation_goes_to_the_screen_and_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "inbjudan.pdf"
    done = run("invitation", "apt 30", "--date", "2027-01-14", "--start", "13", "-o", file)
    assert done.exit_code == 0
    assert "torsdag 14 januari 2027, kl. 13.00–13.30" in done.output
    assert "13.00–13.30" in Paper(file.read_bytes()).text
