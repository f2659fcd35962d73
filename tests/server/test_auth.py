"""Codes, keys and buckets: the small things that everything else leans on."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from server.auth import host_key_hash, new_code, new_host_key, new_token, normal_code
from server.limits import Bucket, Buckets
from server.store.facts import key_of


@given(st.integers())
def test_a_code_survives_every_way_of_typing_it(seed: int) -> None:
    code = new_code(Random(seed))
    assert len(code) == 7
    for typed in (code, code.lower(), code.replace("-", ""), code.replace("-", " "), f" {code} "):
        assert normal_code(typed) == code


def test_codes_and_keys_have_no_letters_that_look_alike() -> None:
    dice = Random(1)
    seen = "".join(new_code(dice) for _ in range(1_000)) + "".join(new_host_key() for _ in range(1_000))
    assert not set("01IOQJW") & set(seen)


def test_keys_and_tokens_are_never_the_same_twice() -> None:
    assert len({new_host_key() for _ in range(1_000)} | {new_token() for _ in range(1_000)}) == 2_000


def test_a_key_is_the_same_however_it_is_typed() -> None:
    key = new_host_key()
    assert host_key_hash(key) == host_key_hash(key.lower().replace("-", " "))


def test_a_seats_key_in_a_box_is_found_again_and_nobody_elses() -> None:
    secret = bytes(range(32))
    assert key_of(secret, "s1") == key_of(secret, "s1") != key_of(secret, "s2")


@given(st.integers(1, 50), st.lists(st.integers(0, 500), max_size=100))
def test_a_bucket_never_gives_more_than_its_burst_and_its_rate(burst: int, waits: list[int]) -> None:
    now, taken, bucket = 0, 0, Bucket(10, burst, 0)
    for wait in waits:
        now += wait
        taken += bucket.take(now)
    assert taken <= burst + now * 10 / 1000 + 1e-6


def test_a_clock_that_stands_still_gives_nothing_new() -> None:
    bucket = Bucket(10, 2, 1_000)
    assert [bucket.take(1_000) for _ in range(3)] == [True, True, False]
    assert not bucket.take(500)


def test_addresses_that_have_gone_quiet_are_forgotten() -> None:
    buckets = Buckets(1, 2, most=2)
    assert buckets.take("a", 0)
    assert buckets.take("b", 0)
    assert buckets.take("c", 10_000)
    assert [buckets.holds(name, 10_000) for name in "abc"] == [True, True, True]
