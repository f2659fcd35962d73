"""Virtual screens: an X display per person, with hands on its keyboard and mouse, and eyes on its picture."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import pygame

SIZE = (1280, 720)
NEEDED = ("Xvfb", "openbox", "xdotool")
PICTURES = Path(os.environ.get("BEMOT_PICTURES", "build/windows"))


class Person(AbstractContextManager["Person"]):
    """Somebody at a machine of their own, with `bemot` open on it. The window fills the screen."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._stack = ExitStack()
        self._frame = folder / "screen"
        self._frame.mkdir(parents=True)
        home = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
        self._env = {
            **os.environ,
            **home,
            "BEMOT_LANGUAGE": "sv",
            "SDL_VIDEODRIVER": "x11",
            "SDL_AUDIODRIVER": "dummy",
        }
        try:
            self._env["DISPLAY"] = self._display()
            self._manager(folder)
            self.client = self._start([sys.executable, "-m", "game", *arguments])
            self._do("search", "--sync", "--onlyvisible", "--class", ".", "windowfocus", "--sync")
        except BaseException:
            self._stack.close()
            raise

    def press(self, *keys: str) -> None:
        """Press keys by X's names."""
        for key in keys:
            self._do("key", "--clearmodifiers", key)

    def click(self, spot: tuple[int, int]) -> None:
        """Click there."""
        self._do("mousemove", "--sync", str(spot[0]), str(spot[1]), "click", "1")

    def look(self) -> pygame.Surface:
        """What is on the screen now."""
        return self.picture((self._frame / "Xvfb_screen0").read_bytes())

    @staticmethod
    def picture(data: bytes) -> pygame.Surface:
        """What an X window dump shows."""
        header = struct.unpack(">25I", data[:100])
        offset, width, height, pitch = header[0] + header[19] * 12, header[4], header[5], header[12]
        deep = header[11] // 8
        rows = b"".join(data[offset + y * pitch : offset + y * pitch + width * deep] for y in range(height))
        return pygame.image.frombuffer(rows, (width, height), "BGRA" if deep == 4 else "BGR").convert(24)

    def until_changed(self, before: pygame.Surface) -> None:
        """Wait until the screen shows something else, in more than a clock's corner."""
        gives_up, pause = time.monotonic() + 20, threading.Event()
        while _same(before, self.look()):
            assert time.monotonic() < gives_up, "the screen stands still"
            pause.wait(0.05)

    def shot(self, path: Path) -> None:
        """Keep what is on the screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(self.look(), str(path))

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def _display(self) -> str:
        screen = f"{SIZE[0]}x{SIZE[1]}x24"
        command = ["Xvfb", "-screen", "0", screen, "-fbdir", str(self._frame), "-nolisten", "tcp"]
        return told_display(self._start, command)

    def _manager(self, folder: Path) -> None:
        """openbox gives the window focus, as a desktop would, and draws no frame round it."""
        rules = folder / "rc.xml"
        rules.write_text(
            '<openbox_config xmlns="http://openbox.org/3.4/rc"><applications><application class="*">'
            '<decor>no</decor><focus>yes</focus><position force="yes"><x>0</x><y>0</y></position>'
            "</application></applications></openbox_config>",
            encoding="utf-8",
        )
        self._start(["openbox", "--config-file", str(rules), "--sm-disable"])

    def _start(self, command: list[str], **more: object) -> subprocess.Popen[bytes]:
        env = getattr(self, "_env", dict(os.environ))
        process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL, **more)  # type: ignore[call-overload]
        self._stack.callback(_end, process)
        return process  # type: ignore[no-any-return]

    def _do(self, *arguments: str) -> None:
        subprocess.run(
            ["xdotool", *arguments], env=self._env, check=True, timeout=30, stdout=subprocess.DEVNULL
        )


def told_display(start: Callable[..., object], server: list[str]) -> str:
    """Start an X server that finds itself a number; its display when it answers."""
    read, write = os.pipe()
    start([*server, "-displayfd", str(write)], pass_fds=(write,))
    os.close(write)
    with os.fdopen(read) as told:
        return f":{told.readline().strip()}"


def _same(one: pygame.Surface, other: pygame.Surface) -> bool:
    """Whether the lower half of two pictures is alike, where no clock runs."""
    half = pygame.Rect(0, SIZE[1] // 2, SIZE[0], SIZE[1] // 2)
    return pygame.image.tobytes(one.subsurface(half), "RGB") == pygame.image.tobytes(
        other.subsurface(half), "RGB"
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
