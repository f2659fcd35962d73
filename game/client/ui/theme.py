"""Colours, lengths and type sizes, read from a file in assets/themes.
Nothing else in the client names a colour.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from game.places import assets

Colour = tuple[int, int, int, int]
THEMES = ("ljus", "kontrast")


@dataclass(frozen=True)
class Type:
    """A text role: face name, size and smallest size in design units, line height as a share of the size."""

    face: str
    size: float
    least: float
    leading: float


@dataclass(frozen=True)
class Shadow:
    """Blur radius, how far it falls and how far it spreads, in design units."""

    blur: float
    drop: float
    spread: float


@dataclass(frozen=True)
class Glow:
    """A soft light on the background: centre and reach as shares of the window, colour, strength 0-1."""

    x: float
    y: float
    reach: float
    colour: Colour
    strength: float


@dataclass(frozen=True)
class Mark:
    """How an option is told from the others besides its letter."""

    colour: Colour
    shape: str


@dataclass(frozen=True)
class Theme:
    """One theme file. Lengths are design units."""

    name: str
    contrast: float
    palette: Mapping[str, Colour]
    glows: tuple[Glow, ...]
    options: Mapping[str, Mark]
    seats: tuple[Colour, ...]
    covers: tuple[Colour, ...]
    radius: Mapping[str, float]
    space: Mapping[str, float]
    stroke: Mapping[str, float]
    shadows: Mapping[str, Shadow]
    types: Mapping[str, Type]

    def colour(self, name: str) -> Colour:
        """A palette token, `option:b` or `seat:3` (counted from 0, going round).
        KeyError for anything else.
        """
        kind, _, which = name.partition(":")
        if kind == "option":
            return self.options[which.lower()].colour
        if kind == "seat":
            return self.seats[int(which) % len(self.seats)]
        if kind == "cover":
            return self.covers[int(which) % len(self.covers)]
        return self.palette[name]


def rgba(text: str) -> Colour:
    """`#rrggbb` or `#rrggbbaa` as four numbers 0-255."""
    digits = text.removeprefix("#")
    if len(digits) == 6:
        digits += "ff"
    red, green, blue, alpha = bytes.fromhex(digits)
    return red, green, blue, alpha


def contrast(one: Colour, other: Colour) -> float:
    """The WCAG 2 contrast ratio of two opaque colours, 1-21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=8)
def load(name: str, folder: Path | None = None) -> Theme:
    """The theme called `name`. FileNotFoundError, KeyError or ValueError when the file is missing or
    wrong.
    """
    path = (folder or assets() / "themes") / f"{name}.toml"
    return _theme(tomllib.loads(path.read_text(encoding="utf-8")))


def _theme(data: Mapping[str, Any]) -> Theme:
    return Theme(
        name=data["name"],
        contrast=data["contrast"],
        palette={key: rgba(value) for key, value in data["palette"].items()},
        glows=tuple(Glow(x, y, reach, rgba(c), s) for x, y, reach, c, s in data["background"]["glows"]),
        options={key: Mark(rgba(v["colour"]), v["shape"]) for key, v in data["options"].items()},
        seats=tuple(rgba(value) for value in data["seats"]["colours"]),
        covers=tuple(rgba(value) for value in data["covers"]["colours"]),
        radius=data["radius"],
        space=data["space"],
        stroke=data["stroke"],
        shadows={key: Shadow(**value) for key, value in data["shadow"].items()},
        types={key: Type(v["face"], v["size"], v["min"], v["leading"]) for key, v in data["type"].items()},
    )


def _luminance(colour: Colour) -> float:
    def linear(level: int) -> float:
        share = level / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
