"""Text is measured, wrapped and drawn with the right face, and stands on its baseline."""

from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from struct import pack

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.client.ui.coverage import covered
from game.client.ui.fonts import FILES, SUBSTITUTE, Fonts, Run

INK = (0, 0, 0, 255)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    pygame.font.init()
    return Fonts()


def lowest_ink(surface: pygame.Surface) -> int:
    return pygame.mask.from_surface(surface).get_bounding_rects()[0].bottom


@pytest.mark.parametrize("face", FILES)
def test_every_face_has_the_swedish_letters(face: str) -> None:
    package, name = FILES[face]
    points = covered(Path(str(files(package))) / name)
    assert {ord(char) for char in "åäöÅÄÖé–”"} <= points


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.ttf"
    path.write_bytes(bytes(64))
    with pytest.raises(ValueError, match=r"no\.ttf"):
        covered(path)


def test_the_wide_kind_of_table_is_read_too(tmp_path: Path) -> None:
    table = pack(">HHHHI", 0, 1, 3, 10, 12) + pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x1F600, 0x1F602, 5)
    path = tmp_path / "wide.ttf"
    path.write_bytes(
        pack(">IHHHH", 0x00010000, 1, 0, 0, 0) + pack(">4sIII", b"cmap", 0, 28, len(table)) + table
    )
    assert covered(path) == {0x1F600, 0x1F601, 0x1F602}


def test_text_a_face_can_draw_is_one_run(fonts: Fonts) -> None:
    assert fonts.runs("Åsa Öberg", "text") == (Run("text", "Åsa Öberg"),)


def test_a_sign_the_face_lacks_is_drawn_with_another_face(fonts: Fonts) -> None:
    assert fonts.runs("Sparad ✓", "text") == (Run("text", "Sparad "), Run("display", "✓"))


def test_what_no_face_has_becomes_a_bullet_and_joiners_vanish(fonts: Fonts) -> None:
    assert fonts.runs("a😀\u200d", "text") == (Run("text", "a"), Run("text", SUBSTITUTE))


def test_nothing_is_no_run(fonts: Fonts) -> None:
    assert fonts.runs("", "text") == ()


@pytest.mark.parametrize("face", ["text", "bold", "display"])
def test_a_ring_above_does_not_push_the_line_down(fonts: Fonts, face: str) -> None:
    plain, base = fonts.draw("A", face, 40, INK)
    ringed, ringed_base = fonts.draw("Å", face, 40, INK)
    bottom = max(r.bottom for r in pygame.mask.from_surface(ringed).get_bounding_rects())
    assert bottom - ringed_base == lowest_ink(plain) - base


def test_mixed_runs_share_a_baseline_and_the_width_is_that_of_the_picture(fonts: Fonts) -> None:
    surface, base = fonts.draw("A ✓ Å", "text", 40, INK)
    assert surface.get_width() == fonts.width("A ✓ Å", "text", 40)
    assert base >= fonts.ascent("text", 40)


def lines(fonts: Fonts, text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in fonts.wrap(text, "text", 20, width)]


def test_words_wrap_and_line_breaks_stay(fonts: Fonts) -> None:
    assert lines(fonts, "ett två\n\ntre", 400) == ["ett två", "", "tre"]
    assert lines(fonts, "ett två tre", fonts.width("ett två", "text", 20)) == ["ett två", "tre"]


def test_a_word_wider_than_the_line_is_divided(fonts: Fonts) -> None:
    parts = lines(fonts, "bemötandespelet", 60)
    assert len(parts) > 1
    assert "".join(parts) == "bemötandespelet"


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="abcåä –\n", max_size=60), st.integers(20, 300))
def test_wrapping_loses_nothing_but_spaces_and_breaks(text: str, width: int) -> None:
    pygame.font.init()
    fonts = Fonts()
    kept = "".join(text[start:end] for start, end in fonts.wrap(text, "text", 16, width))
    assert kept.replace(" ", "") == text.replace("\n", "").replace(" ", "")


def filled(fonts: Fonts, text: str, width: int) -> list[str]:
    wrapped = fonts.wrap(text, "text", 20, width)
    return [text[start:end] for start, end in fonts.filled(text, wrapped, "text", 20, width)]


def test_a_line_takes_as_many_words_as_it_has_room_for(fonts: Fonts) -> None:
    text = "Hon säger att hon inte vill gå hem i dag, och ser ner i golvet. " * 6 + "illikvärdigt" * 3
    for width in range(90, 900, 45):
        wrapped = fonts.wrap(text, "text", 20, width)
        for (start, end), (after, _) in pairwise(wrapped):
            assert fonts.width(text[start:end], "text", 20) <= width
            word = text[after:].split(" ")[0]
            assert after == end or fonts.width(text[start:after] + word, "text", 20) > width


def test_no_line_begins_with_a_sign_that_belongs_to_the_word_before(fonts: Fonts) -> None:
    text = "Det står bara i 13 § i lagen."
    assert lines(fonts, text, fonts.width("Det står bara i 13", "text", 20)) == [
        "Det står bara i",
        "13 § i lagen.",
    ]


def test_a_last_short_word_gets_company(fonts: Fonts) -> None:
    text = "Väntar till halv fyra, så att du har ett svar när du ringer"
    width = fonts.width(text, "text", 20) - 1
    assert lines(fonts, text, width)[1] == "ringer"
    assert filled(fonts, text, width) == ["Väntar till halv fyra, så att du har ett svar", "när du ringer"]


def test_a_last_line_that_can_stand_alone_is_left(fonts: Fonts) -> None:
    text = "Väntar till halv fyra förutsättningslöst"
    width = fonts.width(text, "text", 20) - 1
    assert filled(fonts, text, width) == lines(fonts, text, width)


def test_every_paragraph_ends_well_and_none_borrows_from_another(fonts: Fonts) -> None:
    first = "Väntar till halv fyra, så att du har ett svar när du ringer"
    width = fonts.width(first, "text", 20) - 1
    assert [line.split()[-1] for line in filled(fonts, f"{first}\nJa\n{first}", width)] == [
        *("svar", "ringer", "Ja", "svar", "ringer")
    ]


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet="abcåä –§\n", max_size=60), st.integers(20, 300))
def test_filling_the_last_line_loses_nothing_and_needs_no_more_room(text: str, width: int) -> None:
    pygame.font.init()
    fonts = Fonts()
    wrapped = fonts.wrap(text, "text", 20, width)
    after = fonts.filled(text, wrapped, "text", 20, width)
    assert len(after) == len(wrapped)

    def widest(found: tuple[tuple[int, int], ...]) -> int:
        return max(fonts.width(text[start:end].rstrip(), "text", 20) for start, end in found)

    assert widest(after) <= widest(wrapped)
    kept = "".join(text[start:end] for start, end in after)
    assert kept.replace(" ", "") == text.replace("\n", "").replace(" ", "")
