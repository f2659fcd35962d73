"""Codes to say aloud, keys to keep, tokens to come back with. Only hashes of the last two are stored."""

from __future__ import annotations

import secrets
from hashlib import sha256
from hmac import compare_digest
from random import Random

CONSONANTS = "BCDFGHKLMNPRSTVX"
"""Told apart in a noisy hall and on a far projector: no vowels, so no words; no J, Q, W, Z, Y."""
DIGITS = "23456789"
KEY_ALPHABET = "ABCDEFGHKLMNPRSTUVXYZ23456789"


def new_code(dice: Random) -> str:
    """A room's code, like "FKT-482"."""
    letters = "".join(dice.choice(CONSONANTS) for _ in range(3))
    return letters + "-" + "".join(dice.choice(DIGITS) for _ in range(3))


def normal_code(typed: str) -> str:
    """The code as it is kept, however it was typed: any case, with or without dash or spaces."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    return f"{plain[:3]}-{plain[3:]}"


def new_host_key() -> str:
    """Four groups of four, 77 bits: "K7PR-2MXA-9TBE-HS4D"."""
    letters = "".join(secrets.choice(KEY_ALPHABET) for _ in range(16))
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def host_key_hash(typed: str) -> str:
    """What is stored of a host key, however it was typed."""
    return hashed("".join(letter for letter in typed.upper() if letter.isalnum()))


def new_token() -> str:
    """A station's way back in: 256 bits."""
    return secrets.token_urlsafe(32)


def hashed(secret: str) -> str:
    """Hex SHA-256. Enough for secrets nobody can guess; never used for anything a person chose."""
    return sha256(secret.encode()).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two hashes are equal, in a time that does not tell where they differ."""
    return compare_digest(one.encode(), other.encode())
