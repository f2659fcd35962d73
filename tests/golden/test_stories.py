"""Whole sessions, told as text and reviewed as text.

`GOLDEN=write pytest tests/golden` writes them anew; read the difference before keeping it.
"""

import difflib
import os
from pathlib import Path

import pytest

from tests.awkward import CASES
from tests.golden.story import retold

STORIES = sorted(Path(__file__).parent.glob("*.story"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_story_is_told_as_before(path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    after = retold(before)
    if os.environ.get("GOLDEN") == "write":
        path.write_text(after, encoding="utf-8")
    elif after != before:
        told = difflib.unified_diff(
            before.splitlines(), after.splitlines(), "as written", "as played", lineterm=""
        )
        pytest.fail(f"{path.name} is told otherwise now:\n" + "\n".join(told), pytrace=False)


def test_there_are_stories_of_whole_sessions() -> None:
    ends = [path.read_text(encoding="utf-8").count("-> room_closed") for path in STORIES]
    assert len(STORIES) >= 7
    assert all(ends), "every story goes from the door to the end"


@pytest.mark.parametrize("pace", ["hall", "tables"])
def test_every_awkward_case_is_told_in_both_paces(pace: str) -> None:
    story = (Path(__file__).parent / f"awkward-cases-{pace}.story").read_text(encoding="utf-8").splitlines()
    assert set(CASES) <= {line.removeprefix("== ") for line in story if line.startswith("== ")}
