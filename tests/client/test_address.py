from __future__ import annotations

import pytest

from game.client.address import PORT, Address, parse
from game.client.trouble import SENTENCES, Trouble

HOME = "http://10.0.0.5:8765"


@pytest.mark.parametrize(
    ("given", "url", "code"),
    [
        ("laptop", f"http://laptop:{PORT}", None),
        ("localhost", f"http://localhost:{PORT}", None),
        (" 192.168.1.20 ", f"http://192.168.1.20:{PORT}", None),
        ("192.168.1.20:9000", "http://192.168.1.20:9000", None),
        ("192.168.1.20:9000/", "http://192.168.1.20:9000", None),
        ("[::1]:9000", "http://[::1]:9000", None),
        ("http://anna-dator.local:8765", "http://anna-dator.local:8765", None),
        ("https://bemot.example.se", "https://bemot.example.se", None),
        ("https://bemot.example.se/j/fkt-482", "https://bemot.example.se", "FKT-482"),
        ("http://10.0.0.5:8765/j/FKT-482/", HOME, "FKT-482"),
        ("10.0.0.5:8765/j/FKT-482", HOME, "FKT-482"),
        ("fkt482", HOME, "FKT-482"),
        ("FKT-482", HOME, "FKT-482"),
        ("fkt 482", HOME, "FKT-482"),
    ],
)
def test_what_a_person_writes_is_understood(given: str, url: str, code: str | None) -> None:
    assert parse(given, default=HOME) == Address(url, code)


@pytest.mark.parametrize(
    ("given", "trouble"),
    [
        ("", "no_address"),
        ("   ", "no_address"),
        ("FKT-482", "code_alone"),
        ("10.0.0.5:0", "bad_port"),
        ("10.0.0.5:70000", "bad_port"),
        ("10.0.0.5:port", "bad_port"),
        ("ftp://10.0.0.5", "bad_scheme"),
        ("http://", "bad_address"),
        ("två ord", "bad_address"),
        ("http://[::1", "bad_address"),
        ("http://user@10.0.0.5", "bad_address"),
        ("10.0.0.5/somewhere/else", "bad_address"),
    ],
)
def test_what_cannot_be_understood_is_told_in_both_languages(given: str, trouble: str) -> None:
    with pytest.raises(Trouble) as told:
        parse(given)
    assert told.value.code == trouble
    assert set(told.value.message) == {"sv", "en"}
    assert all("{" not in sentence for sentence in told.value.message.values())


def test_every_trouble_has_a_sentence_in_both_languages() -> None:
    assert {frozenset(words) for words in SENTENCES.values()} == {frozenset({"sv", "en"})}
