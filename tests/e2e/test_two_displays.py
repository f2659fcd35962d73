"""A laptop and a projector: the host's window and the hall's from one program, on a desktop of two displays.

Xorg draws into memory by its dummy driver, and xrandr plugs the projector in and out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.client.ui.area import Area, holds, middle
from tests.e2e.screens import PICTURES, Person, told_display

NEEDED = ("Xorg", "xrandr", "xwd", "openbox", "xdotool")
PATIENCE = 60.0
LAPTOP: Area = (0, 0, 1280, 720)
PROJECTOR: Area = (1280, 0, 1920, 1080)
STAGE = "Bemöt – storbild"
CONFIGURATION = """
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
EndSection
"""

pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.xdist_group("windows"),
    pytest.mark.timeout(240),
    pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() != 0,
        reason="only root may start an Xorg without a console",
    ),
]


class Trainer(Person):
    """Somebody at a laptop with a projector."""

    def plug(self, plugged: bool) -> None:
        """Plug the projector in, to the right of the laptop, or pull it out."""
        there = ["--mode", "1920x1080", "--pos", "1280x0"] if plugged else ["--off"]
        self._x("xrandr", "--output", "DUMMY1", *there)
        self._x("xrandr", "--query")  # the server looks again at what is connected

    def window(self, stage: bool) -> str:
        """The hall's window, or the host's; "" before it is there."""
        windows = self._x("xdotool", "search", "--onlyvisible", "--class", ".", fails=True).split()
        names = {window: self._x("xdotool", "getwindowname", window, fails=True) for window in windows}
        return next((window for window, name in names.items() if name == (STAGE if stage else "Bemöt")), "")

    def area(self, stage: bool) -> Area | None:
        """Where that window lies."""
        told = self._x("xdotool", "getwindowgeometry", "--shell", self.window(stage) or "0", fails=True)
        facts = dict(line.split("=") for line in told.split())
        return (
            (int(facts["X"]), int(facts["Y"]), int(facts["WIDTH"]), int(facts["HEIGHT"])) if facts else None
        )

    def front(self) -> str:
        """The window that keys go to."""
        return self._x("xdotool", "getactivewindow", fails=True).strip()

    def turn_to(self, stage: bool) -> None:
        """Take the hall's window, or the host's, in hand."""
        self._x("xdotool", "windowactivate", "--sync", self.window(stage))

    def look(self) -> pygame.Surface:
        """All of the desktop."""
        data = subprocess.run(["xwd", "-root", "-silent"], env=self._env, check=True, capture_output=True)
        return self.picture(data.stdout)

    def _display(self) -> str:
        configuration = self._frame / "xorg.conf"
        configuration.write_text(CONFIGURATION, encoding="utf-8")
        quiet = ["-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts", "-ac"]
        files = ["-config", str(configuration), "-logfile", str(self._frame / "xorg.log")]
        display = told_display(self._start, ["Xorg", *quiet, *files])
        self._env["DISPLAY"] = display
        self._x("xrandr", "--output", "DUMMY0", "--mode", "1280x720", "--pos", "0x0", "--primary")
        self._x("xrandr", "--addmode", "DUMMY1", "1920x1080")
        self.plug(True)
        return display

    def _manager(self, folder: Path) -> None:
        """A desktop as it comes, with frames around its windows."""
        self._start(["openbox", "--sm-disable"])

    def _x(self, *command: str, fails: bool = False) -> str:
        done = subprocess.run(command, env=self._env, check=not fails, timeout=30, capture_output=True)
        return done.stdout.decode().strip() if done.returncode == 0 else ""


def until(so: Callable[[], bool], meanwhile: Callable[[], object] = lambda: None) -> None:
    gives_up, pause = time.monotonic() + PATIENCE, threading.Event()
    while not so():
        assert time.monotonic() < gives_up, "what was waited for has not come"
        meanwhile()
        pause.wait(0.2)


def lies_on(display: Area, area: Area | None) -> bool:
    return area is not None and holds(display, middle(area))


def test_the_hall_fills_the_projector_changes_places_and_gets_out_of_the_way(tmp_path: Path) -> None:
    missing = [program for program in NEEDED if shutil.which(program) is None]
    assert not missing, f"install {', '.join(missing)}: .ci/run does"
    trainer = Trainer(tmp_path, "rehearse", "--host", "--hall", "--tables", "3", "--seats", "4")
    with trainer:
        # The host's window stays on the laptop, and the keys with it; the hall's fills the projector.
        until(lambda: trainer.area(True) == PROJECTOR)
        until(lambda: lies_on(LAPTOP, trainer.area(False)) and trainer.front() == trainer.window(False))
        trainer.shot(PICTURES / "5-two-displays.png")

        # The wrong way round? One key, and both change places; once more, and both are back.
        trainer.turn_to(stage=True)
        trainer.press("shift+F11")
        until(lambda: trainer.area(True) == LAPTOP)
        until(lambda: lies_on(PROJECTOR, trainer.area(False)))
        trainer.shot(PICTURES / "6-changed-places.png")
        trainer.press("shift+F11")
        until(lambda: trainer.area(True) == PROJECTOR and lies_on(LAPTOP, trainer.area(False)))

        # The cable falls out: the host's window is not buried, and goes on.
        trainer.plug(False)
        until(lambda: trainer.area(True) not in (PROJECTOR, LAPTOP))
        until(lambda: trainer.front() == trainer.window(False))
        trainer.shot(PICTURES / "7-projector-gone.png")
        before = trainer.look()
        trainer.press("m")
        trainer.until_changed(before)
        trainer.press("Escape")

        # And in again: the button that opens the hall's screen brings it back.
        trainer.plug(True)
        trainer.turn_to(stage=False)
        trainer.press("Tab", "space")
        until(lambda: trainer.area(True) == PROJECTOR)
        trainer.shot(PICTURES / "8-projector-back.png")
        assert trainer.client.poll() is None
