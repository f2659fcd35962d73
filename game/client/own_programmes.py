"""A host's own programmes, kept on this machine: a readable file for each, in a folder beside the settings.

{
  "name": "Halvdag med två raster",
  "preset": "Halvdag",
  "pace": "hall",
  "decks": ["motet"],
  "steps": [{"kind": "frame", "minutes": 3.0}, {"kind": "round", "minutes": 12.0, "card": "motet/kon"}]
}
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from game.cards.wholefile import write_whole
from game.rules import PRESETS, Step
from game.rules.opened import K_SEATS, K_TABLES, MOST_K_SEATS, MOST_K_TABLES
from game.rules.programme import ONCE

FOLDER = "programmes"
LONGEST_NAME = 40
MOST = 60
"""Steps in a programme."""


class OwnProgramme(BaseModel):
    """A programme with a name. `preset` is the shape whose settings it has; `decks` are the slugs that its
    cards come from. `k_seats` and `k_tables` stand there when they were raised.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")
    name: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME, pattern=r"^[^\n]+$"),
    ]
    preset: str
    pace: Literal["hall", "table"]
    decks: tuple[str, ...] = ()
    k_seats: Annotated[int, Field(ge=K_SEATS, le=MOST_K_SEATS)] | None = None
    k_tables: Annotated[int, Field(ge=K_TABLES, le=MOST_K_TABLES)] | None = None
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MOST)]

    @property
    def minutes(self) -> float:
        """How long its steps are together."""
        return sum(step.minutes for step in self.steps)


class OwnProgrammes:
    """The programmes of one folder of settings. A damaged file is passed over and left as it is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER

    def listed(self) -> tuple[OwnProgramme, ...]:
        """All of them by name."""
        found = [_read(path) for path in sorted(self.folder.glob("*.json"))]
        return tuple(sorted((one for one in found if one), key=lambda one: one.name.casefold()))

    def find(self, name: str) -> OwnProgramme | None:
        """The one with this name, whatever its capitals."""
        return _read(self._path(name))

    def save(self, programme: OwnProgramme) -> None:
        """Keep it, in place of another of the same name; a crash leaves the old file or the new. OSError when
        the folder cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        text = programme.model_dump_json(indent=2, exclude_defaults=True) + "\n"
        write_whole(self._path(programme.name), text.encode())

    def remove(self, name: str) -> None:
        """Forget the one with this name. OSError when the folder cannot be written."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        folded = unicodedata.normalize("NFC", name.strip()).casefold()
        plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME]
        # Names that differ only in what a file name cannot hold get files of their own, and so do short ones,
        # among which Windows has some for itself.
        mark = "" if slug == folded and len(slug) > 4 else hashlib.sha256(folded.encode()).hexdigest()[:6]
        return self.folder / ("-".join(part for part in (slug, mark) if part) + ".json")


def playable(steps: tuple[Step, ...]) -> bool:
    """Whether a room could be opened with these steps, the cards aside."""
    once = [step.kind for step in steps if step.kind in ONCE]
    return 0 < len(steps) <= MOST and len(once) == len(set(once))


def _read(path: Path) -> OwnProgramme | None:
    try:
        found = OwnProgramme.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    return found if found.preset in PRESETS and playable(found.steps) else None
