"""Refusals over HTTP: the same codes and sentences as on the socket, with a status that fits."""

from __future__ import annotations

from typing import Final

from aiohttp import web

from game.wire import Nack

STATUS: Final = {
    "too_large": 413,
    "too_fast": 429,
    "too_many_tries": 429,
    "not_allowed": 403,
    "wrong_host_key": 403,
    "not_over": 409,
    "internal": 500,
    "storage": 503,
    "stopping": 503,
}


def refused(refusal: Nack) -> web.Response:
    """The refusal as an answer; 400 where nothing else is said."""
    return web.json_response(refusal.model_dump(), status=STATUS.get(refusal.code, 400))
