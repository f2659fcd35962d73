"""Whatever the bytes, reading a deck ends with a deck or with findings that can be shown."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from game.cards.check import check_deck
from game.cards.load import load_deck
from game.cards.source import parse
from tests.cards.build import CARD, CARD_FILE, COVER, good_deck

YAML_PIECES = st.lists(
    st.sampled_from(
        [
            *"abåä01:-?[]{},&*!|>'\"%@`#~\n \t\\.",
            *(
                ": ",
                "- ",
                "---\n",
                "...\n",
                "? ",
                "<<",
                "text:",
                "\n  ",
                "\\x07",
                "\\ud800",
                "!!python/object",
            ),
            *(
                "%YAML 1.1\n",
                "\r\n",
                "\x85",
                "\u2028",
                "\ufeff",
                ".nan",
                "0x",
                "1e999",
                "id: a\n",
                "kind: scale\n",
            ),
        ]
    ),
    max_size=60,
).map(lambda pieces: "".join(pieces).encode())


@st.composite
def broken(draw: st.DrawFn, whole: str) -> bytes:
    """A good file with one stretch replaced by anything."""
    data = whole.encode()
    start = draw(st.integers(0, len(data)))
    length = draw(st.integers(0, 40))
    return data[:start] + draw(st.binary(max_size=8) | YAML_PIECES) + data[start + length :]


def settle(cover: bytes, card: bytes) -> None:
    with TemporaryDirectory() as folder:
        deck = good_deck(Path(folder)).write("deck.yaml", cover).write(CARD_FILE, card)
        loaded = load_deck(deck.path)
        assert (loaded.deck is None) == any(item.is_error for item in loaded.findings)
        for item in check_deck(deck.path):
            assert item.line >= 1
            assert item.column >= 1
            assert item.sentence("sv").encode()


@given(data=st.binary(max_size=200) | YAML_PIECES)
def test_any_bytes_are_values_or_findings(data: bytes) -> None:
    source = parse(data, "x.yaml")
    assert (source.tree is None) == bool(source.findings)


@settings(max_examples=60, deadline=None)
@given(card=broken(CARD) | YAML_PIECES)
def test_any_card_is_a_card_or_findings(card: bytes) -> None:
    settle(COVER.encode(), card)


@settings(max_examples=60, deadline=None)
@given(cover=broken(COVER) | YAML_PIECES)
def test_any_cover_is_a_cover_or_findings(cover: bytes) -> None:
    settle(cover, CARD.encode())
