"""Text is measured, wrapped and drawn with the right face, and stands on its baseline."""

from importlib.resources import files
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
