"""Every refusal has its sentence in both languages, and every sentence that the rules own is reached."""

import re
from pathlib import Path

import game.rules
from game.rules import SENTENCES, NotAllowed

AT_THE_DOOR = {
    "unknown_code", "wrong_host_key", "unknown_token", "removed", "barred", "wrong_protocol", "malformed",
    "too_large", "not_joined", "too_fast", "too_many_tries", "storage", "stopping", "internal",
    "unknown_preset", "unknown_deck", "broken_deck", "no_pledge", "not_over",
}  # fmt: skip
"""What the server says in the same words."""


def test_every_sentence_says_what_to_do_in_swedish_and_english() -> None:
    for code, words in SENTENCES.items():
        assert set(words) == {"sv", "en"}, code
        assert all(text.strip().endswith(".") or text.strip().endswith("…") for text in words.values()), code
    assert NotAllowed("host_only").message["sv"].startswith("Det gör spelledaren")


def test_every_code_the_rules_raise_is_reached_by_a_test() -> None:
    here = Path(__file__).parent
    told = "".join(
        path.read_text(encoding="utf-8")
        for path in here.glob("test_*.py")
        if path.name != Path(__file__).name
    )
    missed = {code for code in SENTENCES if code not in AT_THE_DOOR and f'"{code}"' not in told}
    assert {code for code in missed if not re.search(rf'match="{code}"', told)} == set()


def test_every_code_in_the_rules_has_a_sentence() -> None:
    rules = Path(str(game.rules.__file__)).parent
    source = "".join(path.read_text(encoding="utf-8") for path in rules.rglob("*.py"))
    raised = set(re.findall(r'(?:Stale|NotAllowed|Missing|Malformed)\(\s*"(\w+)"', source))
    assert raised <= set(SENTENCES)
    owned = set(SENTENCES) - AT_THE_DOOR
    assert {code for code in owned if source.count(f'"{code}"') < 2} == set(), "a sentence that nobody says"
