"""The compiler and its fonts: data in, PDF or pictures out, without network or the system's fonts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import typst

from game.places import assets
from game.printing.errors import Hindrance

FACES: Final = {"Atkinson Hyperlegible": "fontpkg_atkinson_hyperlegible", "Spectral": "fontpkg_spectral"}
MAIN: Final = "main"
"""The template of what a deck needs at the table."""
PPI: Final = 110.0
"""Pixels an inch of the pictures: a page is 910 by 1286."""


class Press:
    """Compiles our templates. Making one loads the fonts, which takes a few hundredths of a second.

    Raises Hindrance when a font that the pages need is not installed.
    """

    def __init__(self, faces: Mapping[str, str] = FACES) -> None:
        folders = [str(folder) for folder in map(_folder, faces.values()) if folder is not None]
        # The compiler's own fonts stay: what ours lack, such as Greek, then has letters instead of boxes.
        self._fonts = typst.Fonts(include_system_fonts=False, font_paths=list(folders))
        missing = sorted(set(faces) - set(self._fonts.families()))
        if missing:
            names = ", ".join(missing)
            raise Hindrance(
                f"Teckensnittet {names} saknas; installera om Bemöt, så kommer det med.",
                f"The font {names} is missing; install Bemöt again and it comes along.",
            )

    def ask(self, template: str, data: Mapping[str, Any]) -> list[dict[str, Any]]:
        """What a template answers in the metadata labelled <fit>."""
        found: list[dict[str, Any]] = json.loads(self._with(template, data).query("<fit>", field="value"))
        return found

    def pdf(self, data: Mapping[str, Any], template: str = MAIN) -> bytes:
        """The pages as a PDF with its fonts inside. The same data give the same bytes."""
        # Without a moment of its own the compiler would ask the clock; what the document shows is its date.
        made = self._with(template, data).compile(format="pdf", timestamp=0)
        assert isinstance(made, bytes)
        return made

    @staticmethod
    def pages(pdf: bytes) -> int:
        """How many pages a PDF that was made here has."""
        return len(re.findall(rb"/Type\s*/Page\b", pdf))

    def pictures(self, data: Mapping[str, Any], ppi: float = PPI, template: str = MAIN) -> list[bytes]:
        """The pages as PNG pictures."""
        made = self._with(template, data).compile(format="png", ppi=ppi)
        return made if isinstance(made, list) else [made] if made is not None else []

    def _with(self, template: str, data: Mapping[str, Any]) -> typst.Compiler:
        return typst.Compiler(
            assets() / "print" / f"{template}.typ",
            root=assets(),
            font_paths=self._fonts,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
        )


def _folder(package: str) -> Path | None:
    """Where a font package has its files; None when it is not installed."""
    try:
        folder = Path(str(files(package))) / "files"
    except ModuleNotFoundError:
        return None
    return folder if folder.is_dir() else None
