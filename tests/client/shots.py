"""Pictures of every scene, for eyes: python -m tests.client.shots build/shots [part of a name ...]

Each picture is made from a real room in memory. A contact sheet per size and language is laid beside them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.client.ui.fonts import Fonts
from tests.client.looks import CONTRAST, Look, Shot, looks
from tests.client.pictures_again import again_shots
from tests.client.pictures_hall import hall_shots
from tests.client.pictures_staff import staff_shots
from tests.client.pictures_team import team_shots

THUMB = (480, 270)
COLUMNS = 4


def all_shots() -> Iterator[Shot]:
    """Every scene of every station."""
    yield from team_shots()
    yield from staff_shots()
    yield from hall_shots()
    yield from again_shots()


def picture(shot: Shot, look: Look, folder: Path, fonts: Fonts) -> tuple[pygame.Surface, list[str]]:
    """Draw one picture into the folder; it and what is wrong with it."""
    pilot = shot.take(look, fonts)
    pilot.shot(folder / str(look) / f"{shot.name}.png")
    return pilot.surface, pilot.problems()


def sheet(surfaces: Sequence[pygame.Surface], path: Path) -> None:
    """All pictures of one look, small, beside each other."""
    rows = -(-len(surfaces) // COLUMNS)
    whole = pygame.Surface((COLUMNS * THUMB[0], max(1, rows) * THUMB[1]))
    for index, surface in enumerate(surfaces):
        small = pygame.transform.smoothscale(surface, THUMB)
        whole.blit(small, (index % COLUMNS * THUMB[0], index // COLUMNS * THUMB[1]))
    pygame.image.save(whole, str(path))


def main(arguments: Sequence[str]) -> int:
    """Draw everything, or what is named; the number of pictures with something wrong."""
    folder = Path(arguments[0] if arguments else "build/shots")
    wanted = arguments[1:]
    only = [word for word in wanted if "-" in word and word.split("-")[0] in ("720", "1080")]
    names = [word for word in wanted if word not in only]
    pygame.display.init()
    pygame.font.init()
    fonts, bad = Fonts(), 0
    for look in (*looks(), CONTRAST):
        if only and str(look) not in only:
            continue
        surfaces = []
        for shot in all_shots():
            if names and not any(name in shot.name for name in names):
                continue
            surface, problems = picture(shot, look, folder, fonts)
            surfaces.append(surface)
            bad += bool(problems)
            for problem in problems:
                sys.stdout.write(f"{look} {shot.name}: {problem}\n")
        sheet(surfaces, folder / f"sheet-{look}.png")
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
