"""Arbitrary cards of every kind whose texts are as awkward as a deck allows."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter

from game.cards.digest import source_hash, text_of
from game.cards.format import KINDS, Card, Deck
from game.cards.tables.cells import clean
from game.cards.tables.shape import limits

CARDS: TypeAdapter[Card] = TypeAdapter(Card)
PIECES = st.sampled_from(
    [
        *(
            "=1+1",
            "+",
            "-",
            "@SUM",
            "'",
            "''=",
            '"',
            ";",
            ",",
            "\n",
            "\t",
            "\xa0",
            "…",
            "–",
            "🙂",
            "👩‍👩‍👧",
            "שלום",
        ),
        *(
            "مرحبا",
            "\u202e",
            "\u2028",
            "\u0085",
            "é",
            "e\u0301",
            ": ",
            " #",
            "- ",
            "> ",
            "[a]",
            "{b}",
            "%",
            "&amp;",
        ),
        *(
            "<b>",
            "sep=;",
            "ja",
            "null",
            "007",
            "1e5",
            "2026-11-22",
            "_x000D_",
            "_x0041_",
            "\\n",
            "text",
            "Ä",
            " ",
        ),
    ]
)


@st.composite
def texts(draw: st.DrawFn, least: int, most: int) -> str:
    """A text of this length as a deck may hold it: composed, without controls or white space at the ends."""
    pieces = draw(st.lists(PIECES | st.text("aåä =;\"'", max_size=6), max_size=12))
    text = clean("".join(pieces).replace("\u0085", " "))[:most].strip()
    text = text + "å" * (least - len(text)) if len(text) < max(least, 1) else text
    return text if text.strip() == text and text else "å" * max(1, least)


LANGUAGES = ("sv", "en", "ar")
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """A card of any kind in three languages, every field full of awkward words."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    counts = {name: draw(st.integers(least, most)) for name, (least, most) in _counts(kind).items()}
    twist = draw(st.booleans()) or _needs(kind, "twist")
    spoken = {language: draw(_text(kind, counts, twist)) for language in LANGUAGES}
    data: dict[str, Any] = {
        "id": draw(SLUGS),
        "rev": draw(st.integers(1, 99)),
        "status": "draft",
        "kind": kind,
    }
    data |= {
        "themes": ["vantan"],
        "setting": "internal",
        "channel": "e-mail",
        "roles": draw(st.lists(SLUGS, min_size=1, max_size=3)),
    }
    data |= {
        "heat": draw(st.integers(1, 3)),
        "minutes": draw(st.integers(1, 60)),
        "practice": draw(st.booleans()),
    }
    card = CARDS.validate_python({**data, "text": spoken})
    origin = text_of(card, "sv")
    assert origin is not None
    spoken["en"]["of"] = source_hash(origin)
    return CARDS.validate_python({**data, "text": spoken})


def _counts(kind: str) -> dict[str, tuple[int, int]]:
    ranges = {"options": (2, 5), "questions": (0, 4), "steps": (2, 5), "refs": (0, 3)}
    if kind in {"dilemma", "ranking", "fact"}:
        ranges["questions"] = (2, 4)
    if kind == "ranking":
        ranges["options"] = (3, 5)
    if kind in {"twist", "pledge"}:
        ranges["questions"] = (0, 3)
    if kind == "fact":
        ranges["refs"] = (1, 3)
    first = {"options": ("options", 0, "text"), "refs": ("refs", 0, "label")}
    return {name: span for name, span in ranges.items() if limits(kind, first.get(name, (name, 0)))}


def _needs(kind: str, name: str) -> bool:
    found = limits(kind, (name,))
    return found is not None and found.needed


@st.composite
def _text(draw: st.DrawFn, kind: str, counts: dict[str, int], twist: bool) -> dict[str, Any]:
    text: dict[str, Any] = {}
    simple = (
        "title",
        "situation",
        "low",
        "high",
        "when",
        "then",
        "perspective",
        "prevent",
        "facilitator",
        "read_aloud",
        "warn",
        "alt",
    )
    for name in (*simple, *(["twist"] if twist else [])):
        found = limits(kind, (name,))
        if found is not None and (found.needed or draw(st.booleans())):
            text[name] = draw(texts(found.least, found.most))
    for name in ("questions", "steps"):
        if counts.get(name):
            text[name] = [draw(texts(1, 120)) for _ in range(counts[name])]
    if "options" in counts:
        text["options"] = [
            {
                "text": draw(texts(1, 110)),
                "speaks_for": draw(texts(1, 140)),
                "values": draw(st.lists(texts(1, 40), max_size=3)),
            }
            for _ in range(counts["options"])
        ]
    if counts.get("refs"):
        text["refs"] = [
            {
                "label": draw(texts(1, 80)),
                "paragraph": draw(texts(1, 40)),
                "checked_on": draw(st.dates(date(1990, 1, 1), date(2099, 1, 1))),
            }
            for _ in range(counts["refs"])
        ]
    return text


def deck_with(card: Card) -> Deck:
    words = dict.fromkeys(LANGUAGES, "=Å")
    return Deck(
        slug="prov", version="1.0.0", source="sv", languages=LANGUAGES, licence="+CC", authors=("@a", "b, c"),
        title=words, description=words, themes={"vantan": words}, facilitator={**words, "sv": "a\n\n-b"},
        cards=(card,),
    )  # fmt: skip
