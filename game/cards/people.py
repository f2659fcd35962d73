"""Traces of real people in a text: identity numbers, e-mail addresses, phone numbers, full names.

Swedish identity numbers only. A number written without a separator counts when its check digit is right,
because ten digits are as often a phone number. A name counts when the first word is a common first name or
the second looks like a Swedish surname, so that "Röda Korset" and "Region Skåne" pass.
"""

import re
from collections.abc import Iterator
from typing import Final

_IDENTITY: Final = re.compile(
    r"(?<![\d-])(?P<century>19|20)?(?P<day>\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01]))"
    r"(?P<dash>[-+–]?)(?P<last>\d{4})(?![\d-])"
)
_E_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE: Final = re.compile(r"(?<![\w+-])(?:(?:\+|00)\d{1,3}|0)(?:[ –-]{0,2}\(?\d\)?){7,10}(?![\w-])")
_NAME: Final = re.compile(
    r"(?<!\w)(?P<first>[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?) (?P<last>[A-ZÅÄÖÉ][a-zåäöéü]+)(?!\w)"
)
_CAPITAL: Final = re.compile(r"(?<!\w)[A-ZÅÄÖ][a-zåäöé]+(?!\w)")
_SURNAME: Final = re.compile(
    r".{2,}(?:sson|ström|berg|lund|gren|qvist|kvist|dahl|stedt|blom|löf|lind|sén|én)$"
)
_FIRST_NAMES: Final = re.compile(
    "Ahmed|Aisha|Ali|Alice|Amanda|Amina|Amir|Anders|Andreas|Andrew|Anette|Anita|Ann|Anna|Annika|"
    "Anthony|Anton|Astrid|Barbro|Bengt|Birgitta|Björn|Bo|Brian|Britt|Carina|Carol|Caroline|Cecilia|"
    "Charles|Charlotte|Christer|Christina|Daniel|David|Deborah|Donna|Ebba|Edward|Elena|Elias|Elin|"
    "Elisabeth|Elizabeth|Ella|Elsa|Emil|Emily|Emma|Erik|Eva|Fatima|Filip|Fredrik|Gabriel|George|Greta|"
    "Gun|Gunilla|Gunnar|Gustav|Hanna|Hans|Hassan|Helena|Henrik|Hugo|Håkan|Ida|Inga|Inger|Ingrid|"
    "Isabelle|Ismail|Jakob|James|Jan|Jason|Jennifer|Jenny|Jesper|Jessica|Joakim|Johan|Johanna|John|"
    "Jonas|Josefin|Joseph|Julia|Kajsa|Karin|Karl|Katarina|Kenneth|Kent|Kerstin|Kevin|Kjell|Klara|"
    "Kristina|Lars|Layla|Leif|Leila|Lena|Leo|Linda|Linnea|Linus|Lisa|Louise|Lovisa|Lucas|Lukas|Magnus|"
    "Maja|Malin|Margaret|Margareta|Maria|Marie|Markus|Martin|Mary|Matilda|Mats|Mattias|Mehmet|Melissa|"
    "Mia|Michael|Michelle|Mikael|Moa|Mohamed|Mona|Monica|Märta|Nancy|Nils|Noah|Nora|Olivia|Olle|Olof|"
    "Omar|Oskar|Ove|Patricia|Patrik|Paul|Per|Pernilla|Peter|Pia|Pontus|Priya|Richard|Robert|Robin|"
    "Roger|Rolf|Ronald|Sandra|Sara|Sarah|Siv|Sofia|Stefan|Stina|Susan|Susanne|Sven|Therese|Thomas|"
    "Tomas|Tove|Ulf|Ulla|Ulrika|Viktor|Viktoria|William|Wilma|Yasmin|Yusuf|Zahra|Åke|Åsa"
)
_TITLES: Final = re.compile(
    "Herr|Fru|Fröken|Doktor|Region|Nya|Gamla|Norra|Södra|Västra|Östra|Stora|Lilla|Sankt|Kungliga"
)


def traces(text: str) -> Iterator[tuple[str, str]]:
    """Each trace as (code of the finding, the words found)."""
    for match in _IDENTITY.finditer(text):
        if _is_identity(match):
            yield "identity-number", match.group()
    rest = _IDENTITY.sub(lambda match: "" if _is_identity(match) else match.group(), text)
    for match in _E_MAIL.finditer(rest):
        yield "e-mail", match.group()
    for match in _PHONE.finditer(rest):
        yield "phone", match.group()
    for name in _names(rest):
        yield "full-name", name


def first_names(text: str) -> Iterator[str]:
    """Each common first name in the text, as often as it stands there; not "Hans", which begins a sentence as
    often as a pronoun.
    """
    for match in _CAPITAL.finditer(text):
        if _FIRST_NAMES.fullmatch(match.group()) and match.group() != "Hans":
            yield match.group()


def _names(text: str) -> Iterator[str]:
    """Each full name. The second word of what is none may be the first of one: "Kontakta Anna Berg"."""
    match = _NAME.search(text)
    while match is not None:
        found = _is_name(match["first"], match["last"])
        if found:
            yield match.group()
        match = _NAME.search(text, match.end() if found else match.start("last"))


def _is_identity(match: re.Match[str]) -> bool:
    return bool(match["dash"]) or _has_check_digit(match["day"] + match["last"])


def _has_check_digit(digits: str) -> bool:
    """The Luhn sum of ten digits, the first of them doubled."""
    doubled = (int(digit) * (2 - index % 2) for index, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _is_name(first: str, last: str) -> bool:
    if _TITLES.fullmatch(first) or _FIRST_NAMES.fullmatch(last):
        return False
    return bool(_FIRST_NAMES.fullmatch(first.partition("-")[0]) or _SURNAME.match(last))
