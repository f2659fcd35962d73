"""Whatever is typed or pasted at the door and in the pages before a room, the window lives and helps."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pygame
import pytest

from game.client import api
from game.client.join import Kind, Wish
from game.client.pilot import Pilot
from game.client.session import knock
from game.client.settings import Settings
from game.client.trouble import SENTENCES
from game.wire import Nack
from tests.client.running import Run, a_run, a_server

CODE = SENTENCES["bad_code"]
NONSENSE = {
    "nothing": "",
    "blank": "   ",
    "too short": "g",
    "letters alone": "gdg",
    "a digit short": "gdg53",
    "a digit long": "gdg5388",
    "twice": "GDG538GDG538",
    "the letter O": "GDG O38",
    "swedish": "åäö-åäö",
    "emoji": "🙂👩‍🏫",
    "lines": "FKT\n482\n",
    "long": "x" * 1000,
    "long label": "x" * 70 + ".se",
    "dots": "....",
    "an address alone": "192.168.1.20",
    "a strange link": "http://[::1/j/FKT-482",
    "a link to nothing": "http://127.0.0.1:8765/j/",
}


def fields(pilot: Pilot) -> list[str]:
    """The text fields of the page."""
    pilot.settle()
    return [target.key for target in pilot.pane.live() if target.role == "field"]


def put(pilot: Pilot, key: str, text: str) -> None:
    """As if it was pasted: all of it at once."""
    pilot.click(key)
    pilot.press("ctrl+a", "delete")
    pilot.pane.handle(pygame.Event(pygame.TEXTINPUT, text=text))
    pilot.settle()


def open_page(run: Run, page: str) -> None:
    booth = run.booth()
    booth.show("start")
    if page == "make":
        booth.ask_programme()
        run.until(lambda: booth.make.decks is not None)
    elif page != "start":
        booth.ask_code("solo")
        booth.join.choose(cast(Kind, page))
    run.app.windows[0].pane.refresh()


@pytest.mark.parametrize("page", ["start", "make", "solo", "table", "screen", "host"])
def test_no_text_in_any_field_before_a_room_ends_the_window(tmp_path: Path, page: str) -> None:
    with a_server(tmp_path / "db") as served, a_run(tmp_path / "me", server=served.url) as run:
        pilot, booth = run.open(), run.booth()
        open_page(run, page)
        there = fields(pilot)
        assert ("code" in there) is (page not in ("start", "make"))
        assert ("host key" in there) is (page == "host")
        for key in there:
            for text in NONSENSE.values():
                put(pilot, "code", "FKT-482")
                put(pilot, key, text)
                pilot.press("return")
                assert booth.page == "join"
                assert pilot.problems() == []
                booth.link.leave()
                booth.notice.clear()
            put(pilot, key, "")
        if there:
            put(pilot, "code", "fkt–482")
            pilot.press("return")
            run.until(
                lambda: pilot.see("Ingen öppen session har den koden")
            )  # the network's thread lives too


def test_a_code_that_is_none_is_told_at_its_field_and_stays_there(tmp_path: Path) -> None:
    with a_run(tmp_path / "me") as run:
        pilot = run.open()
        open_page(run, "solo")
        for text in (text for text in NONSENSE.values() if "\n" not in text and "/j/" not in text):
            put(pilot, "code", text)
            before = pilot.pane.memory.fields["code"].text
            pilot.press("return")
            assert pilot.see(CODE["sv"]), text
            assert pilot.pane.memory.fields["code"].text == before
            pilot.type("A")
            assert not pilot.see(CODE["sv"])


@pytest.mark.parametrize("text", ["🙂👩‍🏫", "FKT\n482", "åäö"])
def test_a_key_that_is_none_is_refused_as_a_wrong_one(tmp_path: Path, text: str) -> None:
    with a_server(tmp_path / "db") as served:
        answer = api.report(served.url, "FKT-482", text)
        assert isinstance(answer, Nack)
        assert answer.code == "wrong_host_key"


def test_the_caret_is_in_the_code_again_when_it_was_wrong(tmp_path: Path) -> None:
    with a_run(tmp_path / "me") as run:
        pilot = run.open()
        open_page(run, "host")
        put(pilot, "code", "GDG O38")
        pilot.click("host key")
        pilot.type("K7PR")
        pilot.press("return")
        assert pilot.focused() == "code"
        assert pilot.see(CODE["sv"])


@pytest.mark.parametrize("text", [1.0, 1.5])
def test_the_caret_goes_to_the_key_when_somebody_has_one(tmp_path: Path, text: float) -> None:
    with a_run(tmp_path / "me") as run:
        pilot = run.open()
        run.booth().configure(Settings(text=text))
        open_page(run, "solo")
        pilot.type("GDG 538")
        while pilot.focused() != "has key":
            pilot.press("tab")
        pilot.press("space")
        pilot.type("K7PR-2MXA")
        assert pilot.pane.memory.fields["host key"].text == "K7PR-2MXA"
        field = pilot.find("host key")
        assert field.seen == field.area, "all of it is in sight, in large text too"
        asked: list[Wish] = []
        run.booth().join.enter = asked.append
        pilot.press("return")
        assert [(wish.kind, wish.key, wish.address.code) for wish in asked] == [
            ("host", "K7PR-2MXA", "GDG-538")
        ]
        pilot.press("shift+tab")
        assert pilot.focused() == "has key", "the field comes after what it belongs to"


def test_a_host_who_has_given_the_code_types_the_key_at_once(tmp_path: Path) -> None:
    with a_run(tmp_path / "me") as run:
        pilot = run.open()
        knock(run.booth(), "FKT-482", "host", 1, None)
        pilot.pane.refresh()
        pilot.type("K7PR")
        assert pilot.pane.memory.fields["host key"].text == "K7PR"
