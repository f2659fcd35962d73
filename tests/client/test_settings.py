"""What a station chose is kept, and a damaged file never stops anybody."""

from pathlib import Path

import pytest

from game.client.settings import Settings, SettingsFile, merged, user_folder


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new", "table")
    chosen = Settings("en", 1.5, contrast=True, motion=False)
    file.save(chosen)
    assert file.load() == chosen
    assert [path.name for path in file.path.parent.iterdir()] == ["table.json"]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"text": "stor"}'])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    file = SettingsFile(tmp_path)
    file.path.write_text(content, encoding="utf-8")
    assert file.load(Settings(sound=True)) == Settings(sound=True)


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path).load() == Settings()


def test_only_valid_values_are_taken() -> None:
    data = {"language": "xx", "text": 1.3, "contrast": True, "motion": 0, "other": 1}
    assert merged(Settings(), data) == Settings(contrast=True)


def test_high_contrast_is_a_theme() -> None:
    assert (Settings().theme, Settings(contrast=True).theme) == ("ljus", "kontrast")


@pytest.mark.parametrize(
    ("platform", "expected"),
    [("linux", Path("x/bemot")), ("win32", Path("a/Bemot"))],
)
def test_every_platform_has_its_folder(
    monkeypatch: pytest.MonkeyPatch, platform: str, expected: Path
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv("XDG_CONFIG_HOME", "x")
    monkeypatch.setenv("APPDATA", "a")
    assert user_folder() == expected
