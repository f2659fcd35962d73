"""What a person writes to find a server: an address, a link from a QR code, or the room's code alone.

>>> parse("192.168.1.20")
Address(url='http://192.168.1.20:8765', code=None)
>>> parse("bemot.example.se:9000")
Address(url='http://bemot.example.se:9000', code=None)
>>> parse("https://bemot.example.se/j/FKT-482")
Address(url='https://bemot.example.se', code='FKT-482')
>>> parse("fkt482", default="http://192.168.1.20:8765")
Address(url='http://192.168.1.20:8765', code='FKT-482')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from game.client.trouble import Trouble

PORT = 8765
"""Where a server listens when nothing else is said."""

CODE = re.compile(r"([A-Za-z]{3})[-–— ]{0,3}([0-9]{3})")
HOST = re.compile(
    r"(?!-)(?=.{1,253}$)[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*\.?(?<!-)"
    r"|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]+(%[A-Za-z0-9]+)?"
)
ROOM = re.compile(r"/j/([A-Za-z0-9-]{4,16})/?")


@dataclass(frozen=True, slots=True)
class Address:
    url: str
    """Scheme, host and port, without a closing slash."""
    code: str | None = None
    """The room's code in capitals, when it was part of what was written."""


def parse(given: str, default: str | None = None) -> Address:
    """The address meant by what was written; a code alone means a room on the `default` server.

    A code is three letters and three digits, with or without a dash. Raises Trouble with `no_address`,
    `bad_address`, `bad_port`, `bad_scheme` or `code_alone`.
    """
    text = given.strip()
    if not text:
        raise Trouble("no_address")
    code = CODE.fullmatch(text)
    if code:
        told = f"{code[1]}-{code[2]}".upper()
        if default is None:
            raise Trouble("code_alone", given=told)
        return Address(default.rstrip("/"), told)
    parts = _split(text)
    return Address(_server(parts, text), _code(parts, text))


def room(given: str, default: str) -> Address:
    """A room's address, from where its code is asked for: a code, or the whole link. Raises Trouble with
    `bad_code` for anything else that names no room, and as `parse` for a link that is none.
    """
    text = given.strip()
    found = parse(text, default) if CODE.fullmatch(text) or "/" in text else None
    if found is None or found.code is None:
        raise Trouble("bad_code")
    return found


def _split(text: str) -> SplitResult:
    whole = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(whole)
        host, port = parts.hostname, parts.port
    except ValueError as wrong:
        raise Trouble(
            "bad_port" if "ort" in str(wrong) else "bad_address", given=text, port=str(PORT)
        ) from wrong
    if parts.scheme not in ("http", "https"):
        raise Trouble("bad_scheme", given=text)
    if port == 0:
        raise Trouble("bad_port", given=text)
    if not host or not HOST.fullmatch(host) or parts.username is not None:
        raise Trouble("bad_address", given=text, port=str(PORT))
    return parts


def _server(parts: SplitResult, text: str) -> str:
    host = parts.hostname or ""
    shown = f"[{host}]" if ":" in host else host
    port = parts.port or (None if "://" in text else PORT)
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "")


def _code(parts: SplitResult, text: str) -> str | None:
    if parts.path in ("", "/"):
        return None
    room = ROOM.fullmatch(parts.path)
    if room is None:
        raise Trouble("bad_address", given=text, port=str(PORT))
    return room[1].upper()
