"""A packed deck is a deck; a hostile one is refused in words, and costs little."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from game.cards.check import check_deck
from game.cards.digest import digest
from game.cards.load import load_deck, load_decks
from game.cards.packed import MAX_PACKED
from game.cards.packing import Package, Taken, Unpacked, pack, unpack
from game.cards.pictures import size_of
from tests.cards.build import CARD, CARD_FILE, DeckFolder, every_kind, good_deck
from tests.cards.hostile import BROKEN, COSTLY, GOOD, REFUSED, jpeg, packed, png, webp, with_entry, zipped

ALT = (
    ("    title: Femte", "    alt: En lur.\n    title: Femte"),
    ("    title: The", "    alt: A phone.\n    title: The"),
)


def package_of(deck: DeckFolder) -> Package:
    made = pack(deck.path)
    assert isinstance(made, Package), made
    return made


def pictured(folder: Path) -> DeckFolder:
    deck = good_deck(folder).write("images/femte-samtalet.png", png())
    for old, new in ALT:
        deck.edit(CARD_FILE, old, new)
    return deck


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_packed_deck_is_the_same_deck(tmp_path: Path) -> None:
    deck = every_kind(tmp_path / "hemma")
    file = packed(tmp_path, "lek.zip", package_of(deck).data)
    before, after = load_deck(deck.path), load_deck(file)
    assert before.deck is not None
    assert (after.deck, after.findings, after.slug) == (before.deck, (), "prov")


def test_what_is_packed_and_unpacked_is_the_same_files(tmp_path: Path) -> None:
    deck = pictured(tmp_path / "hemma")
    deck.write("anteckningar.txt", "mina").write("cards/.x.swp", "")
    file = packed(tmp_path, "lek.zip", package_of(deck).data)
    done = unpack(file, tmp_path / "borta")
    assert isinstance(done, Unpacked)
    assert done.path == tmp_path / "borta/prov"
    names = {"deck.yaml", CARD_FILE, "images/femte-samtalet.png"}
    assert contents(done.path) == {name: data for name, data in contents(deck.path).items() if name in names}
    assert [path.name for path in (tmp_path / "borta").iterdir()] == ["prov"]


def test_the_same_deck_is_the_same_bytes(tmp_path: Path) -> None:
    one, other = pictured(tmp_path / "a"), pictured(tmp_path / "b")
    (other.path / CARD_FILE).touch()
    assert package_of(one).data == package_of(other).data
    assert package_of(one).name == "prov-1.0.0.zip"


def test_the_bytes_of_a_known_package_never_move(tmp_path: Path) -> None:
    assert sha256(package_of(good_deck(tmp_path)).data).hexdigest()[:16] == "5848e41421da8de5"


def test_a_deck_with_errors_is_not_packed(tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, "your neighbour?", "191212121212?")
    found = pack(deck.path)
    assert isinstance(found, tuple)
    assert [(item.code, item.field) for item in found] == [("identity-number", "text.en.twist")]


def test_a_package_can_be_packed_again(tmp_path: Path) -> None:
    file = packed(tmp_path, "lek.zip", zipped({f"prov/{name}": data for name, data in GOOD.items()}))
    again = pack(file)
    assert isinstance(again, Package)
    assert again.data == package_of(good_deck(tmp_path)).data


def test_a_folder_packed_by_hand_is_a_deck_with_all_that_the_system_left_in_it(tmp_path: Path) -> None:
    left = {"__MACOSX/prov/._deck.yaml": b"x", "prov/.DS_Store": b"x", "prov/cards/._a.yaml": b"x"}
    by_hand = {f"prov/{name}": data for name, data in GOOD.items()} | left | {"prov/images/": b""}
    loaded = load_deck(packed(tmp_path, "Prov (kopia).zip", zipped(by_hand)))
    assert (loaded.deck is not None, loaded.findings) == (True, ())


def test_findings_in_a_package_name_the_file_in_it(tmp_path: Path) -> None:
    files = {**GOOD, CARD_FILE: CARD.replace("heat: 1", "heat: 4").encode()}
    file = packed(tmp_path, "lek.zip", zipped(files))
    (found,) = check_deck(file)
    assert (found.file, found.line, found.column, found.code) == (
        f"{file.as_posix()}/{CARD_FILE}",
        9,
        7,
        "too-high",
    )


def test_advice_is_given_on_a_package_too(tmp_path: Path) -> None:
    file = packed(tmp_path, "lek.zip", with_entry("images/femte-samtalet.png", png())())
    assert [item.code for item in check_deck(file)] == ["alt-missing", "alt-missing"]


@pytest.mark.parametrize("sort", REFUSED)
def test_a_hostile_package_is_refused_in_one_sentence_and_nothing_is_written(
    tmp_path: Path, sort: str
) -> None:
    make, code, field = REFUSED[sort]
    file = packed(tmp_path, "lek.zip", make())
    found = load_deck(file).findings
    assert (found[0].code, found[0].field, found[0].file) == (code, field, file.as_posix())
    assert {item.code for item in found} == {code}
    assert unpack(file, tmp_path / "ut") == found
    assert [path.name for path in tmp_path.iterdir()] == ["lek.zip"]


@pytest.mark.parametrize("sort", BROKEN)
def test_a_package_with_a_broken_deck_is_found_out_and_nothing_is_written(tmp_path: Path, sort: str) -> None:
    make, code, name = BROKEN[sort]
    file = packed(tmp_path, "lek.zip", make())
    loaded = load_deck(file)
    assert loaded.deck is None
    assert (code, f"{file.as_posix()}/{name}") in {(item.code, item.file) for item in loaded.findings}
    assert isinstance(unpack(file, tmp_path / "ut"), tuple)
    assert [path.name for path in tmp_path.iterdir()] == ["lek.zip"]


LIMITED = """
import json, resource, sys
from pathlib import Path
from game.cards.load import load_deck
resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20))
told = {}
for path in sorted(Path(sys.argv[1]).glob("*.zip")):
    found = load_deck(path).findings
    told[path.stem] = [item.code for item in found]
print(json.dumps(told))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_all_hostile_packages_together_stay_within_memory_and_time(tmp_path: Path) -> None:
    everything = {**REFUSED, **BROKEN}
    for sort, (make, _, _) in everything.items():
        packed(tmp_path, f"{sort}.zip", make())
    for sort, (make, _) in COSTLY.items():
        packed(tmp_path, f"{sort}.zip", make())
    packed(tmp_path, "endless.zip", b"")
    with (tmp_path / "endless.zip").open("wb") as stream:
        stream.truncate(3 * 2**30)  # holds nothing: it takes no room on the disk
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [sort for sort, (_, code, _) in everything.items() if code not in told[sort]] == []
    assert [sort for sort, (_, code) in COSTLY.items() if code not in told[sort]] == []
    assert told["endless"] == ["zip-large"]
    assert MAX_PACKED < 512 * 2**20


def test_a_deck_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    deck = good_deck(tmp_path / "ut")
    before = contents(deck.path)
    file = packed(tmp_path, "lek.zip", zipped(GOOD))
    with pytest.raises(Taken) as taken:
        unpack(file, tmp_path / "ut")
    assert taken.value.deck is not None
    assert (taken.value.path, taken.value.deck.version) == (deck.path, "1.0.0")
    assert contents(deck.path) == before


def test_a_replaced_deck_is_kept_where_no_server_looks(tmp_path: Path) -> None:
    deck = good_deck(tmp_path / "ut").write("anteckningar.txt", "mina")
    before = contents(deck.path)
    newer = {**GOOD, "deck.yaml": GOOD["deck.yaml"].replace(b"version: 1.0.0", b"version: 1.1.0")}
    done = unpack(packed(tmp_path, "lek.zip", zipped(newer)), deck.path, replace=True)
    assert isinstance(done, Unpacked)
    assert done.before is not None
    assert done.kept == tmp_path / "ut/_prov-1.0.0"
    assert (done.before.version, done.deck.version, done.path) == ("1.0.0", "1.1.0", deck.path)
    assert contents(done.kept) == before
    assert [item.deck.version for item in load_decks(tmp_path / "ut") if item.deck] == ["1.1.0"]
    again = unpack(packed(tmp_path, "lek.zip", zipped(GOOD)), tmp_path / "ut", replace=True)
    assert isinstance(again, Unpacked)
    assert again.kept == tmp_path / "ut/_prov-1.1.0"


def test_a_folder_that_is_no_deck_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "ut/prov").mkdir(parents=True)
    (tmp_path / "ut/prov/brev.txt").write_text("kära")
    file = packed(tmp_path, "lek.zip", zipped(GOOD))
    with pytest.raises(Taken):
        unpack(file, tmp_path / "ut", replace=True)
    assert contents(tmp_path / "ut") == {"prov/brev.txt": "kära".encode()}


def test_an_empty_folder_with_the_decks_name_is_filled(tmp_path: Path) -> None:
    (tmp_path / "prov").mkdir()
    done = unpack(packed(tmp_path, "lek.zip", zipped(GOOD)), tmp_path)
    assert isinstance(done, Unpacked)
    assert digest(done.deck) == digest(package_of(good_deck(tmp_path / "annan")).deck)
    assert (tmp_path / "prov/deck.yaml").is_file()


def test_an_unpacking_that_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "ut").write_text("en fil, ingen mapp")
    with pytest.raises(OSError, match="ut"):
        unpack(packed(tmp_path, "lek.zip", zipped(GOOD)), tmp_path / "ut")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lek.zip", "ut"]


def test_a_folder_lists_packed_decks_besides_the_others(tmp_path: Path) -> None:
    good_deck(tmp_path, "hemma")
    packed(tmp_path, "a.zip", zipped(GOOD))
    packed(tmp_path, "b.ZIP", b"trasig")
    packed(tmp_path, "_utkast.zip", zipped(GOOD))
    packed(tmp_path, ".dold.zip", b"")
    assert [(item.slug, item.deck is not None) for item in load_decks(tmp_path)] == [
        ("prov", True),
        ("b.ZIP", False),
        ("hemma", True),
    ]


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (png(640, 480), ".png"),
        (jpeg(640, 480), ".jpg"),
        (jpeg(640, 480), ".JPEG"),
        *((webp(sort, 640, 480), ".webp") for sort in (b"VP8 ", b"VP8L", b"VP8X")),
    ],
    ids=["png", "jpg", "JPEG", "webp", "webp lossless", "webp extended"],
)
def test_a_pictures_size_is_read_from_its_head(data: bytes, suffix: str) -> None:
    assert size_of(data, suffix) == (640, 480)
    assert size_of(data[:20], suffix) is None
    assert size_of(b"", suffix) is None
