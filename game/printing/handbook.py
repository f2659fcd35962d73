"""The handbook on paper: what its template reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from game.handbook import Block, handbook, key_name
from game.printing.look import look
from game.printing.words import Language, words_in

TEMPLATE: Final = "handbook"


def handbook_data(language: Language) -> dict[str, Any]:
    """The handbook in this language; nothing in it is markup any more."""
    book = handbook(language)
    return {
        "words": words_in(language).table,
        "language": language,
        "look": look(),
        "title": book.title,
        "preface": _blocks(book.preface),
        "pages": [{"title": page.title, "blocks": _blocks(page.blocks)} for page in book.pages],
    }


def _blocks(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    return [
        {
            "shape": block.shape,
            "name": block.name,
            "runs": [
                {"kind": run.kind, "text": key_name(run.text) if run.kind == "key" else run.text}
                for run in block.runs
            ],
        }
        for block in blocks
    ]
