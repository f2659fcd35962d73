"""The settings as they were chosen, or a sentence about the first of them that cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_settings import SettingsError

from server.config import Settings
from server.errors import StartError

PREFIX = "BEMOT_"


def chosen(given: Mapping[str, Any]) -> Settings:
    """Settings from these, the command line's, and from the environment. Raises `StartError`."""
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        parts = [str(part) for part in first["loc"] if not isinstance(part, int)]
        sv, en = _wanted(first["type"], first.get("ctx", {}))
        raise _bad_setting(parts, sv, en) from None  # what was written there may be a secret
    except SettingsError as error:
        field = str(error).partition('"')[2].partition('"')[0]
        raise _bad_setting([field], *_JSON) from None


_JSON = (
    'ska vara skriven som JSON, till exempel ["127.0.0.1"]',
    'must be written as JSON, for example ["127.0.0.1"]',
)


def _bad_setting(parts: list[str], sv: str, en: str) -> StartError:
    name = PREFIX + "__".join(parts).upper()
    return StartError(
        "bad_setting",
        {
            "sv": f"Inställningen {name} {sv}. Rätta den eller ta bort den.",
            "en": f"The setting {name} {en}. Correct it or remove it.",
        },
    )


def _wanted(kind: str, facts: Mapping[str, Any]) -> tuple[str, str]:
    """What it should have been, in Swedish and English."""
    if kind.startswith(("int_", "float_")):
        return "ska vara ett tal", "must be a number"
    if kind.startswith("bool_"):
        return "ska vara true eller false", "must be true or false"
    if kind == "literal_error":
        some, last = str(facts["expected"]).replace("'", "").rsplit(" or ", 1)
        return f"ska vara {some} eller {last}", f"must be {some} or {last}"
    for bound, sv, en in _BOUNDS:
        if bound in facts:
            return f"ska vara {sv} {facts[bound]}", f"must be {en} {facts[bound]}"
    if kind == "extra_forbidden":
        return "finns inte", "does not exist"
    if kind.startswith("ip_"):
        return "ska vara adresser eller nätverk", "must be addresses or networks"
    return "har ett värde som inte går att använda", "has a value that cannot be used"


_BOUNDS = (
    ("ge", "minst", "at least"),
    ("gt", "större än", "greater than"),
    ("le", "högst", "at most"),
    ("lt", "mindre än", "less than"),
)
