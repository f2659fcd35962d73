"""What may be asked over HTTP: a new room, what there is to choose from, and a page for people with a
browser.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from aiohttp import web
from pydantic import ValidationError

from game.cards.findings import Finding
from game.cards.load import Loaded
from game.rules import PRESETS, Refused
from game.wire import Nack, RoomRequest
from server.auth import normal_code
from server.clock import Clock
from server.config import Limits
from server.errors import StoreError
from server.faults import FAULTS, log_fault
from server.library import SUPPORTING, Glimpsed, Library, cover_of
from server.limits import Buckets
from server.making import Maker
from server.origin import Origins
from server.page import Page
from server.refused import refused
from server.rooms import Rooms, nack

log = logging.getLogger(__name__)
PATIENCE: Final = 2.0
"""Seconds that whoever asks for the decks waits while they are read for the first time."""
MAX_FINDINGS: Final = 50
"""Told of one broken deck; bemot deck check tells all."""
MAX_BODY: Final = 16 * 1024
"""Bytes of a request, unpacked."""
BODY_WITHIN: Final = 10.0
"""Seconds that a body may take to come."""
_CODE = re.compile(r"^[A-Z]{3}-[0-9]{3}$")

SAFE: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "Bemot",
}
NOTHING: Final = "default-src 'none'; frame-ancestors 'none'"
"""What an answer that is no page may load, and be shown in."""
NOWHERE: Final = """\
<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Bemöt</title>
<p>Här finns ingen sida. <a href="/">Så går du med</a></p>
<p lang="en">There is no page here. <a href="/">How to join</a></p>
"""
"""To a person who has mistyped an address."""


@web.middleware
async def safe_headers(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Every answer says how little a browser may do with it; a page from elsewhere changes nothing here."""
    try:
        response = await handler(request) if _from_here(request) else refused(nack("not_allowed"))
    except web.HTTPException as error:
        if error.status == 404:
            error.text, error.content_type = NOWHERE, "text/html"
        error.headers.update(SAFE)
        error.headers.setdefault("Content-Security-Policy", NOTHING)
        raise
    except FAULTS as error:
        log_fault(log, "a request went wrong", error)
        if request.writer.output_size:  # a socket, or half an answer: nothing more can be said
            raise
        response = refused(nack("internal"))
    if not response.prepared:
        response.headers.update(SAFE)
        response.headers.setdefault("Content-Security-Policy", NOTHING)
    return response


def _from_here(request: web.Request) -> bool:
    """Whether it comes from no browser, only asks, or is from a page of ours. A browser says where a page is
    from, and sends what a page elsewhere writes without asking us first.
    """
    origin = request.headers.get("Origin")
    if origin is None or request.method in ("GET", "HEAD"):
        return True
    return origin.partition("://")[2] in (request.host, request.headers.get("X-Forwarded-Host"))


class Api:
    """The routes. `address` is what people are told to type; it is known when the server listens."""

    def __init__(
        self,
        maker: Maker,
        library: Library,
        rooms: Rooms,
        clock: Clock,
        limits: Limits,
        origins: Origins,
        address: Callable[[], str],
    ) -> None:
        self._maker, self._library, self._rooms, self._clock = maker, library, rooms, clock
        self._origins, self._address = origins, address
        self._buckets = Buckets(limits.rooms, limits.rooms_burst)
        self._page = Page()

    def routes(self) -> list[web.RouteDef]:
        """What the application serves."""
        return [
            web.post("/api/rooms", self.make_room),
            web.get("/api/presets", self.presets),
            web.get("/api/decks", self.decks),
            web.get("/", self.front),
            web.get("/j/{code}", self.front),
        ]

    async def make_room(self, request: web.Request) -> web.Response:
        """`RoomRequest` -> `RoomMade`, or `Nack` with a status that fits."""
        if self._rooms.stopping:
            return refused(nack("stopping"))
        if not self._buckets.take(self._origins.of(request), self._clock.now()):
            return refused(nack("too_fast"))
        try:
            async with asyncio.timeout(BODY_WITHIN):
                body = await request.read()
            wish = RoomRequest.model_validate_json(body)
            made = await self._maker.make(wish, self._address())
        except web.HTTPRequestEntityTooLarge:
            return refused(nack("too_large"))
        except (ValidationError, web.RequestPayloadError, TimeoutError):
            return refused(nack("malformed"))
        except Refused as refusal:
            return refused(Nack(code=refusal.code, message=refusal.message))
        except StoreError:
            return refused(nack("storage"))
        return web.json_response(made.model_dump(), status=201)

    async def presets(self, request: web.Request) -> web.Response:
        """The programmes: name, pace, minutes and the kinds of their steps."""
        return web.json_response(
            {
                "presets": [
                    {
                        "name": preset.name,
                        "pace": preset.pace,
                        "minutes": preset.minutes,
                        "steps": [{"kind": step.kind, "minutes": step.minutes} for step in preset.steps],
                    }
                    for preset in PRESETS.values()
                ]
            }
        )

    async def decks(self, request: web.Request) -> web.Response:
        """Every deck by slug: its titles, or what is wrong with it. While the decks are read for the first
        time, those whose turn has not come are told of without their cards.
        """
        return web.Response(
            text=await asyncio.to_thread(_shelf, await self._library.seen(PATIENCE)),
            content_type="application/json",
        )

    async def front(self, request: web.Request) -> web.Response:
        """How to join. An unknown code is shown all the same: telling them apart would help a guesser."""
        code = normal_code(request.match_info.get("code", ""))
        text = self._page.about(self._address(), code if _CODE.match(code) else None)
        return web.Response(text=text, content_type="text/html", headers=self._page.headers)


def _shelf(found: Mapping[str, Loaded | Glimpsed]) -> str:
    """The answer as it is sent; with thousands of cards that is no work for the event loop."""
    return json.dumps({"decks": [_shown(slug, seen) for slug, seen in found.items()]})


def _shown(slug: str, seen: Loaded | Glimpsed) -> dict[str, Any]:
    cover, deck = cover_of(seen), None if isinstance(seen, Glimpsed) else seen.deck
    return {
        "slug": slug,
        "ok": cover is not None,
        "reading": isinstance(seen, Glimpsed),
        "supporting": slug in SUPPORTING,
        "title": dict(cover.title) if cover else {},
        "description": dict(cover.description) if cover else {},
        "version": cover.version if cover else "",
        "licence": cover.licence if cover else "",
        "authors": list(cover.authors) if cover else [],
        "cards": [
            {
                "id": f"{deck.slug}/{card.id}",
                "kind": card.kind,
                "heat": card.heat,
                "minutes": card.minutes,
                "title": {language: text.title for language, text in card.text.items()},
            }
            for card in deck.cards
            if card.status == "reviewed"
        ]
        if deck
        else [],
        "findings": [] if isinstance(seen, Glimpsed) else [one.model_dump() for one in _errors(seen)],
    }


def _errors(loaded: Loaded) -> list[Finding]:
    """The first of them: a hostile deck can have thousands."""
    return [finding for finding in loaded.findings if finding.is_error][:MAX_FINDINGS]
