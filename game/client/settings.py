"""What a person has chosen for one station, kept in a file of the user's between sessions."""

import json
import os
import sys
from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

Language = Literal["sv", "en"]
TEXTS = (1.0, 1.25, 1.5, 2.0)


@dataclass(frozen=True)
class Settings:
    """`text` multiplies all text (one of TEXTS). `hide_timers` shows no clocks. `read_aloud` speaks cards."""

    language: Language = "sv"
    text: float = 1.0
    contrast: bool = False
    motion: bool = True
    sound: bool = False
    hide_timers: bool = False
    read_aloud: bool = False

    @property
    def theme(self) -> str:
        """The name of the theme file."""
        return "kontrast" if self.contrast else "ljus"


NAMES = tuple(f.name for f in fields(Settings))
PERSON = frozenset({"language", "text", "contrast", "motion"})
"""What follows a person from window to window; the rest is kept for each kind of station."""


class SettingsFile:
    """One JSON file per kind of station in a folder. A missing or damaged file gives the defaults."""

    def __init__(self, folder: Path | None = None, station: str = "station") -> None:
        self.path = (folder or user_folder()) / f"{station}.json"

    def load(self, default: Settings | None = None) -> Settings:
        """The kept settings; what the file does not say, or says wrongly, is taken from `default`."""
        start = default or Settings()
        try:
            data = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return start
        return merged(start, data) if isinstance(data, dict) else start

    def save(self, settings: Settings, names: Collection[str] = NAMES) -> None:
        """Write those of these names, so that a crash leaves the old file or the new.
        OSError when the folder cannot be written.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(
            json.dumps({name: getattr(settings, name) for name in NAMES if name in names}, indent=2),
            encoding="utf-8",
        )
        fresh.replace(self.path)


class Chosen:
    """Everything chosen on this machine: what follows the person, and what holds for a kind of station."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, station: str, default: Settings) -> Settings:
        """What a station of this kind begins with."""
        person = SettingsFile(self._folder, "person").load(default)
        follows = {name: getattr(person, name) for name in PERSON}
        return replace(SettingsFile(self._folder, station).load(person), **follows)

    def save(self, settings: Settings, station: str) -> None:
        """Keep them, chosen at a station of this kind. OSError when the folder cannot be written."""
        SettingsFile(self._folder, "person").save(settings, PERSON)
        SettingsFile(self._folder, station).save(settings, frozenset(NAMES) - PERSON)


def merged(settings: Settings, data: dict[str, Any]) -> Settings:
    """The settings with every valid value of `data`."""
    good = {f.name: data[f.name] for f in fields(settings) if f.name in data and _valid(f.name, data[f.name])}
    return replace(settings, **good)


def user_folder() -> Path:
    """Where this platform keeps a user's settings for the game."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "Bemot"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Bemot"
    return Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config")) / "bemot"


def _valid(name: str, value: object) -> bool:
    if name == "language":
        return value in get_args(Language)
    if name == "text":
        return value in TEXTS
    return isinstance(value, bool)
