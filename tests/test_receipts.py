"""Receipts of three words, and what is sealed under them."""

from __future__ import annotations

import doctest
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import receipts
from game.pledges import BUDDIES, ROOM_FOR, Opener, Pledge, opener_of
from game.receipts import LANGUAGES, is_receipt, letters, meant, new_receipt, words

OPENER = Opener("0" * 64, bytes(32), "r1")
SOUNDS = {
    "sv": (
        ("sch", "sj"), ("skj", "sj"), ("stj", "sj"), ("ck", "k"), ("ch", "k"), ("hj", "j"), ("gj", "j"),
        ("lj", "j"), ("dj", "j"), ("hv", "v"), ("ph", "f"), ("th", "t"), ("x", "ks"), ("z", "s"), ("w", "v"),
        ("q", "k"), ("c", "k"), ("y", "i"),
    ),
    "en": (
        ("ght", "t"), ("kn", "n"), ("wr", "r"), ("wh", "w"), ("ph", "f"), ("ck", "k"), ("x", "ks"),
        ("qu", "kw"), ("c", "k"), ("z", "s"), ("ea", "e"), ("ee", "e"), ("ai", "a"), ("ay", "a"), ("oa", "o"),
        ("y", "i"),
    ),
}  # fmt: skip
ALIKE = (
    {"pear", "pair"}, {"flour", "flower"}, {"mail", "male"}, {"tail", "tale"}, {"sail", "sale"},
    {"weather", "whether"}, {"night", "knight"}, {"stair", "stare"}, {"sun", "son"}, {"hare", "hair"},
    {"bear", "bare"}, {"deer", "dear"}, {"waist", "waste"}, {"current", "currant"}, {"kernel", "colonel"},
)  # fmt: skip


def sound(word: str, language: str) -> str:
    """Roughly how it is heard: letters that stand for one sound are one, and doubled ones single."""
    for spelt, heard in SOUNDS[language]:
        word = word.replace(spelt, heard)
    return word[0] + "".join(letter for before, letter in pairwise(word) if letter != before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_of_a_list_are_a_slip_apart(language: str) -> None:
    listed = words(language)
    assert len(listed) == len(set(listed)) >= 1990
    assert all(
        word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 8 for word in listed
    )
    known = set(listed)
    for word in listed:
        assert known & set(receipts._slips(word)) <= {word}, word


def test_no_two_english_words_sound_alike() -> None:
    listed = set(words("en"))
    assert [pair for pair in ALIKE if pair <= listed] == []
    heard = {sound(word, "en"): word for word in sorted(listed)}
    assert sorted(listed - set(heard.values())) == []


def test_no_two_swedish_words_sound_alike() -> None:
    listed = set(words("sv"))
    heard = {sound(word, "sv"): word for word in sorted(listed)}
    assert sorted(listed - set(heard.values())) == []


@given(st.sampled_from(LANGUAGES), st.sampled_from(["{} {} {}", "{}{}{}", " {}, {}\t{}. ", "{}-{}-{}"]))
def test_a_receipt_is_the_same_however_it_is_typed(language: str, form: str) -> None:
    drawn = new_receipt(language)
    assert len(set(drawn)) == 3
    for typed in (form.format(*drawn), form.format(*drawn).upper(), form.format(*map(str.title, drawn))):
        assert letters(typed) == "".join(drawn)
        assert is_receipt(typed)


def test_accents_are_heard_as_the_letters_under_them() -> None:
    assert letters("Ädelstén  ØRN, smörgås") == "adelstenornsmorgas"


def test_a_mistyped_word_is_recognised_and_two_possible_ones_are_not_guessed() -> None:
    first, second, third = words("sv")[:3]
    for wrong in (second[:-1], second + "x", "x" + second[1:], second[1] + second[0] + second[2:]):
        assert meant(f"{first} {wrong} {third}") in ((first, second, third), None)
    assert meant("abborre advokt agenda") == ("abborre", "advokat", "agenda")
    assert meant("abborre agenda") is None
    assert meant("abborre qqqqqq agenda") is None
    assert not is_receipt("abborre advokt agenda")


def test_the_longest_thing_that_can_be_typed_fits_and_every_pledge_is_of_one_length() -> None:
    lengths = {
        len(OPENER.seal(Pledge(text * 140, text * 140, role)).sealed)
        for text in ("a", '"', "\\", "å", "\U0001f600")
        for role in BUDDIES
    }
    assert lengths == {1744}
    assert ROOM_FOR == 1280


@given(st.text(max_size=140), st.text(max_size=140), st.sampled_from(BUDDIES))
def test_what_is_sealed_is_opened_again(when: str, then: str, buddy: object) -> None:
    pledge = Pledge(when.strip(), then.strip(), buddy)  # type: ignore[arg-type]
    if not {"\ud800" <= letter <= "\udfff" for letter in when + then} & {True}:
        assert OPENER.open(OPENER.seal(pledge).sealed) == pledge


def test_another_room_another_receipt_or_a_changed_byte_opens_nothing() -> None:
    sealed = OPENER.seal(Pledge("när", "då")).sealed
    assert Opener(OPENER.mark, OPENER.key, "r2").open(sealed) is None
    assert Opener(OPENER.mark, b"1" * 32, "r1").open(sealed) is None
    assert OPENER.open(sealed[:-1] + ("A" if sealed[-1] != "A" else "B")) is None
    assert OPENER.open("") is None
    assert OPENER.open("inte ens det") is None


def test_the_same_words_give_the_same_mark_and_in_another_room_another() -> None:
    one, same, other = opener_of("Ek Sol Hav", "r1"), opener_of("eksolhav", "r1"), opener_of("eksolhav", "r2")
    assert (one.mark, one.key) == (same.mark, same.key)
    assert one.mark != other.mark
    assert one.key.hex() not in one.mark


def test_the_examples_hold() -> None:
    assert doctest.testmod(receipts).failed == 0
