"""Reading aloud with the voice that the computer already has; a computer without one has none here either.

macOS `say`, Linux `espeak-ng` or speech-dispatcher, Windows' own speech through PowerShell. The text is given
on standard input, never through a shell.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WINDOWS = (
    "Add-Type -AssemblyName System.Speech; [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, '{code}') } catch {}; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)
MAC = {"sv": "Alva", "en": "Daniel"}


@dataclass(frozen=True, slots=True)
class Reader:
    """A program that speaks what it reads on standard input; `command` answers its arguments per language."""

    program: str
    command: Callable[[str], Sequence[str]]


READERS = (
    Reader("say", lambda code: ("-v", MAC.get(code, "Alva"), "-f", "-")),
    Reader("espeak-ng", lambda code: ("-v", code, "--stdin")),
    Reader("espeak", lambda code: ("-v", code, "--stdin")),
    Reader("spd-say", lambda code: ("-l", code, "-e")),
    Reader("powershell", lambda code: ("-NoProfile", "-Command", WINDOWS.replace("{code}", code))),
)


class Speech:
    """One voice for one window. `able` is False on a computer that has no reader; then nothing is said."""

    def __init__(self, readers: Sequence[Reader] = READERS) -> None:
        found = ((shutil.which(reader.program), reader) for reader in readers)
        self._reader = next(((path, reader) for path, reader in found if path), None)
        self._talking: subprocess.Popen[bytes] | None = None

    @property
    def able(self) -> bool:
        """Whether there is a voice."""
        return self._reader is not None

    @property
    def voice(self) -> Callable[[str, str], None] | None:
        """`say`, or None on a computer without a voice."""
        return self.say if self.able else None

    def say(self, text: str, language: str) -> None:
        """Begin to read; what was being read is cut short. Returns at once."""
        self.hush()
        if self._reader is None:
            return
        path, reader = self._reader
        try:
            self._talking = subprocess.Popen(
                [path, *reader.command(language)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            assert self._talking.stdin
            self._talking.stdin.write(text.encode())
            self._talking.stdin.close()
        except OSError:
            self._reader = None

    def hush(self) -> None:
        """Be quiet."""
        if self._talking is None:
            return
        if self._talking.poll() is None:
            self._talking.terminate()
        self._talking.wait()
        self._talking = None
