"""Decks that a server tells of while it reads them for the first time."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace
from typing import Any, cast

from game.client.api import DeckOffer
from game.client.errands import Errands
from game.client.notice import Notice
from game.client.room_form import RoomForm

CARD = {"id": "motet/ett", "kind": "dilemma", "heat": 1, "minutes": 12, "title": {"sv": "Ett"}}


def deck(slug: str, *, reading: bool) -> dict[str, Any]:
    words: dict[str, Any] = {"title": {"sv": slug}, "description": {}, "version": "1.0.0", "licence": "CC0"}
    cards = [] if reading else [CARD | {"id": f"{slug}/ett"}]
    return {"slug": slug, "ok": True, "reading": reading, "authors": ["Vi"], "cards": cards, **words}


@contextmanager
def a_server(*answers: list[dict[str, Any]]) -> Iterator[str]:
    """Tells one of these each time it is asked for its decks."""
    left = iter(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps({"decks": next(left)}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_the_window_asks_again_until_all_cards_are_read() -> None:
    heard: list[list[bool]] = []
    mail: queue.SimpleQueue[Any] = queue.SimpleQueue()
    first = [deck("motet", reading=False), deck("egen", reading=True)]
    second = [deck("motet", reading=False), deck("egen", reading=False)]
    with a_server(first, first, second) as url:
        session = cast(Any, SimpleNamespace(server_url=url))
        errands = Errands(
            session,
            Notice(),
            mail,
            lambda: None,
            lambda *_: None,
            lambda decks: heard.append([one.reading for one in decks]),
        )
        errands.ask_decks()
        for _ in range(3):
            errands.hear(mail.get(timeout=10))
    assert heard == [[False, True], [False, True], [False, False]]
    assert mail.empty()


def test_what_a_person_has_chosen_meanwhile_stays() -> None:
    form = RoomForm(make=lambda request: None, back=lambda: None)
    form.offer([DeckOffer.model_validate(deck(slug, reading=slug == "egen")) for slug in ("motet", "egen")])
    form.play("egen", True)
    form.offer([DeckOffer.model_validate(deck(slug, reading=False)) for slug in ("motet", "egen")])
    assert form.chosen == {"motet", "egen"}


def test_bots_are_no_more_than_the_programme_has_seats_at_a_table() -> None:
    asked: list[int] = []
    form = RoomForm(
        lambda request: None, lambda: None, rehearse=lambda request, bots: asked.append(bots.seats)
    )
    form.fill(True)
    form.fill_seats(7)
    for preset in ("Halvdag", "Solo", "Lecture"):
        form.pick(preset)
        form.submit()
    assert asked == [7, 1, 7]
