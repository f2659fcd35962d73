from __future__ import annotations

from game.client.sight import Sight


def test_changed_slices_replace_whole_ones_and_null_removes() -> None:
    sight = Sight()
    sight.whole(3, {"room": {"n": 1}, "card": {"id": "a"}}, now=0, heard=0)
    seen = sight.part(4, {"room": {"n": 2}, "card": None, "talk": {}}, now=0, heard=0)
    assert seen is not None
    assert dict(seen.slices) == {"room": {"n": 2}, "talk": {}}


def test_the_same_version_again_is_heard_and_an_older_one_is_not() -> None:
    sight = Sight()
    sight.whole(3, {}, now=0, heard=0)
    assert sight.part(3, {"tile:t1": {}}, now=0, heard=0) is not None
    assert sight.part(2, {"tile:t1": None}, now=0, heard=0) is None
    assert "tile:t1" in sight.seen.slices


def test_a_view_that_was_given_out_never_changes() -> None:
    sight = Sight()
    before = sight.whole(3, {"room": {"n": 1}}, now=0, heard=0)
    sight.part(4, {"room": {"n": 2}}, now=0, heard=0)
    assert before.slices["room"] == {"n": 1}


def test_the_least_late_message_tells_the_clock() -> None:
    sight = Sight()
    sight.whole(1, {}, now=10_000, heard=400)
    sight.part(2, {}, now=20_000, heard=10_050)
    late = sight.part(3, {}, now=30_000, heard=20_900)
    assert late is not None
    assert late.server_offset == 9_950
    assert late.left(ends=40_000, monotonic=25.0) == 40_000 - 25_000 - 9_950


def test_coming_back_starts_the_clock_anew() -> None:
    sight = Sight()
    sight.whole(9, {"card": {}}, now=10_000, heard=0)
    seen = sight.whole(2, {}, now=5_000, heard=0)
    assert (seen.version, dict(seen.slices), seen.server_offset) == (2, {}, 5_000)
