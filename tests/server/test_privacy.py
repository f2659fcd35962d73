"""What is said to be stored is what is stored, from the schema and the settings of the very server."""

from __future__ import annotations

import itertools
import re
import typing
from html.parser import HTMLParser
from pathlib import Path

import aiohttp
import pytest
from pydantic import BaseModel

from game.rules.event import AnyEvent
from server.config import Keep, Settings
from server.privacy import Language, Privacy, told
from server.store.eventwords import EVENTS, FIELDS
from server.store.purposes import PURPOSES, columns
from tests.server.kit import House


def test_every_column_of_the_database_has_a_purpose_and_no_purpose_is_without_its_column() -> None:
    assert {name: set(purpose.columns) for name, purpose in PURPOSES.items()} == {
        name: set(found) for name, found in columns().items()
    }


def test_every_event_of_the_log_and_every_field_of_one_has_words() -> None:
    kinds, fields = set(), set()

    def walk(shape: object) -> None:
        for part in typing.get_args(shape):
            walk(part)
        if isinstance(shape, type) and issubclass(shape, BaseModel):
            for name, field in shape.model_fields.items():
                fields.add(name)
                walk(field.annotation)

    for event in typing.get_args(typing.get_args(AnyEvent)[0]):
        kinds.add(event.model_fields["type"].default)
        walk(event)
    assert set(EVENTS) == kinds
    assert set(FIELDS) == fields


@pytest.mark.parametrize("language", ["sv", "en"])
def test_times_address_and_answerable_are_those_of_the_settings(language: Language) -> None:
    keep = Keep(closed=11, pledges=13, begun=17, unused=19)
    settings = Settings(keep=keep, contact="Dataskyddsombudet, 0911-12 34", hidden=True)
    words = " ".join(line for section in told(settings, language) for line in section.lines)
    rows = " ".join(
        line for section in told(settings, language) for table in section.tables for line in table.lines
    )
    for days in (11, 13, 17, 19):
        assert re.search(rf"\b{days} (dygn|days)", words)
    assert re.search(r"\b13 (dygn|days)", rows)
    assert "Dataskyddsombudet, 0911-12 34" in words


def test_it_says_whether_the_traffic_is_encrypted_and_the_network_told() -> None:
    def words(**more: object) -> str:
        return str(told(Settings.model_validate(more), "en"))

    assert "is not encrypted" in words()
    assert "is encrypted" in words(public_url="https://bemot.exempel.se")
    assert "The server tells the local network" in words(host="192.0.2.7", hidden=False)
    assert "does not tell the local network" in words(host="192.0.2.7", hidden=True)


def test_neither_language_says_more_than_the_other() -> None:
    sv, en = (told(Settings(), language) for language in ("sv", "en"))
    assert [(len(s.lines), len(s.tables)) for s in sv] == [(len(s.lines), len(s.tables)) for s in en]
    assert all(
        one != other for a, b in zip(sv, en, strict=True) for one, other in zip(a.lines, b.lines, strict=True)
    )


class Outline(HTMLParser):
    """What a screen reader has to go by."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


async def test_the_page_is_plain_and_can_be_read_aloud(open_house: House) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{open_house.url}/privacy") as response:
        assert response.status == 200
        policy, text = response.headers["Content-Security-Policy"], await response.text()
        assert not response.cookies
    assert policy.startswith("default-src 'none'")
    page = Outline()
    page.feed(text)
    assert page.open == []
    tags = [tag for tag, _ in page.tags]
    assert not {"script", "img", "iframe", "form", "link"} & set(tags)
    headings = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert headings[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(headings))
    assert tags.count("table") == tags.count("caption") == 2 * len(PURPOSES)
    assert all("scope" in attrs for tag, attrs in page.tags if tag == "th")
    assert [attrs["lang"] for tag, attrs in page.tags if tag == "article"] == ["sv", "en"]
    assert all(
        f'id="{attrs["href"][1:]}"' in text for tag, attrs in page.tags if tag == "a" and attrs["href"]
    )


async def test_the_way_in_for_browsers_leads_there(open_house: House) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{open_house.url}/j/FKT-482") as response:
        text = await response.text()
    assert 'href="/privacy#sv"' in text
    assert 'href="/privacy#en"' in text


def test_the_page_tells_no_path_and_escapes_who_is_named(tmp_path: Path) -> None:
    page = Privacy(Settings(database=tmp_path / "hemlig.sqlite", contact="<b>Sven & Co</b>"))
    assert "&lt;b&gt;Sven &amp; Co&lt;/b&gt;" in page.text
    assert "hemlig.sqlite" not in page.text
