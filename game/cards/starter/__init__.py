"""A new deck to begin from: one whole card, and comments that explain every field in the designer's language.

The templates beside this module hold the comments in both languages, on lines that begin with `#sv` or `#en`;
those of one language are kept.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal

from game.cards.check import check_deck
from game.cards.files import shown
from game.cards.findings import Finding
from game.cards.stamp import stamp

CARD: Final = "cards/sista-numret.yaml"


def begin(
    target: Path, language: Literal["sv", "en"], today: date, title: str = "", author: str = ""
) -> tuple[Finding, ...]:
    """Makes the folder `target` a deck, unless its own check finds an error in it; the findings.

    The folder's name is the slug; the title is made from it when none is given. The deck is there whole or
    not at all. Raises FileExistsError when something lies there already, OSError when it cannot be written.
    """
    if os.path.lexists(target):
        raise FileExistsError(str(target))
    words = {
        "slug": target.name,
        "title": json.dumps(title or target.name.replace("-", " ").capitalize(), ensure_ascii=False),
        "author": json.dumps(author or {"sv": "Ditt namn", "en": "Your name"}[language], ensure_ascii=False),
        "today": today.isoformat(),
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=target.parent, prefix=".new-"))
    try:
        draft = scratch / target.name
        (draft / "cards").mkdir(parents=True)
        for name in ("deck.yaml", CARD):
            template = (files(__package__) / Path(name).name.replace("sista-numret", "card")).read_text(
                "utf-8"
            )
            (draft / name).write_text(_filled(template, language, words), "utf-8", newline="\n")
        stamp(draft)
        there, here = shown(draft), shown(target)
        found = tuple(
            item.model_copy(update={"file": item.file.replace(there, here, 1)}) for item in check_deck(draft)
        )
        if not any(item.is_error for item in found):
            draft.rename(target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return found


def _filled(template: str, language: str, words: Mapping[str, str]) -> str:
    lines = []
    for line in template.splitlines():
        mark, text = line[:3], line[4:]
        if mark not in ("#sv", "#en"):
            lines.append(line)
        elif mark[1:] == language:
            indent = len(text) - len(text.lstrip())
            lines.append(f"{text[:indent]}# {text[indent:]}")
    filled = "\n".join(lines) + "\n"
    for name, value in words.items():
        filled = filled.replace("{{" + name + "}}", value)
    return filled
