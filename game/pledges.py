"""A pledge under its receipt: sealed and opened on the machine where it is written and read.

    words ── scrypt, salted with the room ──▶ 64 bytes ── HKDF ──▶ mark   where the server keeps it
                                                            └───▶ key    what opens it, never sent

The server is given the mark and what is sealed, and can read neither words nor pledge. Whoever has its
database must go through scrypt for every three words they try: see ADR 0030 for what that takes.
"""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import asdict, dataclass
from typing import Final, Literal, TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from game.receipts import letters

COST: Final = 2**17
"""scrypt's N; with blocks of 8 that is 128 MiB, and half a second on a machine of today."""
BLOCK: Final = 8
LANES: Final = 2
"""scrypt's p: twice the time in the same memory."""
ROOM_FOR: Final = 1280
"""Bytes that every pledge takes before it is sealed, so that its length tells nothing."""
_NONCE: Final = 12

Buddy: TypeAlias = Literal["", "neighbour", "colleague", "manager"]
"""Who may ask how it went: a role, never a name."""
BUDDIES: Final[tuple[Buddy, ...]] = ("", "neighbour", "colleague", "manager")


@dataclass(frozen=True, slots=True)
class Pledge:
    """What somebody promised themselves: "När …", "så ska jag …", and who may ask."""

    when: str
    then: str
    buddy: Buddy = ""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What the server keeps of a pledge: 64 hex digits, and text that only the receipt opens."""

    mark: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Opener:
    """A receipt in a room, worked out: where its pledge lies, and what opens it."""

    mark: str
    key: bytes
    room: str

    def seal(self, pledge: Pledge) -> Sealed:
        """The pledge, for the server."""
        told = json.dumps(asdict(pledge), ensure_ascii=False, separators=(",", ":")).encode()
        nonce = secrets.token_bytes(_NONCE)
        box = ChaCha20Poly1305(self.key).encrypt(nonce, told.ljust(ROOM_FOR), self._bound)
        return Sealed(self.mark, base64.urlsafe_b64encode(nonce + box).decode())

    def open(self, sealed: str) -> Pledge | None:
        """What was sealed; None when it was not sealed under this receipt, or is damaged."""
        try:
            raw = base64.urlsafe_b64decode(sealed)
            told = json.loads(ChaCha20Poly1305(self.key).decrypt(raw[:_NONCE], raw[_NONCE:], self._bound))
            buddy = next((known for known in BUDDIES if known == told.get("buddy")), BUDDIES[0])
            return Pledge(str(told["when"]), str(told["then"]), buddy)
        except (InvalidTag, ValueError, KeyError, TypeError, AttributeError):
            return None

    @property
    def _bound(self) -> bytes:
        return f"{self.room}/{self.mark}".encode()


def opener_of(receipt: str, room: str) -> Opener:
    """The receipt, however it was typed, in the room with this id. Takes a second and 128 MiB: never on a
    thread that somebody waits for.
    """
    salt = f"bemot pledge {room}".encode()
    whole = Scrypt(salt=salt, length=64, n=COST, r=BLOCK, p=LANES).derive(letters(receipt).encode())
    return Opener(_part(whole, b"mark").hex(), _part(whole, b"key"), room)


def _part(whole: bytes, name: bytes) -> bytes:
    return HKDFExpand(SHA256(), 32, b"bemot pledge " + name).derive(whole)
