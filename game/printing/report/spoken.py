"""A report in the words of one language. Paper and page say the same, since they say this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, get_args

from game.printing.words import Language, words_in
from game.rules.report import Answers, Missing, PlayedCard, Report, Scale, TextKind

RATINGS: Final = ("safe", "useful", "again")
KEPT: Final = ("done", "partly", "not_yet")
KINDS: Final[tuple[TextKind, ...]] = ("strengthen", "improve", "act", "pledge")
_UNTOLD: Final[tuple[Missing, ...]] = ("few", "later", "apart", "talk")


@dataclass(frozen=True)
class Speech:
    """The words of one language, with what they leave open filled in; of a lecture there are some others."""

    language: Language
    words: Mapping[str, Any]
    lecture: bool = False

    def say(self, name: str, **values: object) -> str:
        """A sentence or heading. KeyError when there is none."""
        words = str(self.words.get(f"lecture_{name}" if self.lecture else name) or self.words[name])
        return words.format_map({key: self._plain(value) for key, value in values.items()})

    def pick(self, words: Mapping[str, Any]) -> Any:
        """This language's of something told in several; else Swedish, else any; None when there is none."""
        for language in (self.language, "sv", "en", *words):
            if words.get(language):
                return words[language]
        return None

    def title(self, card: PlayedCard) -> str:
        """What the card is called."""
        return str(self.pick(card.title) or self.words["untitled"])

    def day(self, day: str) -> str:
        """22 november 2026; "" for no day."""
        if not day:
            return ""
        at = date.fromisoformat(day)
        return f"{at.day} {self.words['months'][at.month - 1]} {at.year}"

    def _plain(self, value: object) -> str:
        text = f"{value:g}" if isinstance(value, float) else str(value)
        return text.replace(".", ",") if isinstance(value, float) and self.language == "sv" else text


def speech_in(language: Language, *, lecture: bool = False) -> Speech:
    """The words of assets/print."""
    return Speech(language, words_in(language).table["report"], lecture)


def spoken(report: Report, language: Language) -> dict[str, Any]:
    """Everything that paper and page show, as plain JSON values, in the order in which it is read."""
    speech = speech_in(language, lecture=report.lecture)
    presets = words_in(language).table["presets"]
    told = {"seats": report.k_seats, "tables": report.k_tables}
    cards = {card.card: card for card in report.cards}
    return {
        "language": language,
        "title": speech.say("name"),
        "programme": presets.get(report.preset, report.preset) or speech.say("own"),
        "date": speech.day(report.date),
        "about": speech.say("about"),
        "who": _who(report, speech),
        "checkin": _checkin(report, speech),
        "rating": _rating(report, speech),
        "kept": _kept(report, speech),
        "shifts": {
            "title": speech.say("shifts"),
            "note": "" if report.shifts else speech.say("shifts_none"),
            "rows": [_named(cards[card], moved, speech) for card in report.shifts],
        },
        "splits": {
            "title": speech.say("splits"),
            "note": "" if report.splits else speech.say("splits_none"),
            "rows": [_named(cards[card], split, speech) for card in report.splits],
        },
        "texts": [_texts(report, kind, speech) for kind in KINDS],
        "cards": {
            "title": speech.say("cards"),
            "note": "" if report.cards else speech.say("cards_none"),
            "rows": [_card(card, card.answers, report, speech) for card in report.cards if card.answers],
            "untold": _untold(report.cards, speech),
        },
        "method": {"title": speech.say("method"), "text": speech.say("method_text", **told)},
        "words": {
            name: speech.say(name)
            for name in ("before", "after", "choice", "number", "count", "page", "answers")
        }
        | {"more_texts": speech.words["more_texts"], "more_cards": speech.words["more_cards"]},
    }


def moved(card: PlayedCard, answers: Answers, speech: Speech) -> str:
    """How much the talk moved."""
    return speech.say("moved_paired" if answers.paired else "moved_sums", n=answers.moved)


def split(card: PlayedCard, answers: Answers, speech: Speech) -> str:
    """How split the room is."""
    return speech.say("split_scale" if card.kind == "scale" else "split", n=answers.largest)


def missing(why: Missing, report: Report, speech: Speech) -> str:
    """One plain sentence in place of a number; "" where there is one."""
    return speech.say(why, seats=report.k_seats, tables=report.k_tables) if why else ""


def labels(card: PlayedCard, speech: Speech) -> list[tuple[str, str]]:
    """(letter or number, what it says) of each choice, one's own answer last; on a scale no words."""
    texts: Sequence[str] = speech.pick(card.options) or ()
    found = [
        (choice.upper(), texts[n] if n < len(texts) and choice.isalpha() else "")
        for n, choice in enumerate(card.choices)
    ]
    return [*found, ("…", speech.say("own_answer"))] if card.own else found


def sides(card: PlayedCard, answers: Answers) -> tuple[list[int], list[int]]:
    """(before, after), as `labels` has them."""
    before, after = list(answers.before), list(answers.after)
    return ([*before, answers.own_before], [*after, answers.own_after]) if card.own else (before, after)


def _who(report: Report, speech: Speech) -> str:
    if report.tables is not None and report.seats is not None:
        return speech.say("who", tables=report.tables, seats=report.seats)
    return speech.say(
        "who_few" if report.closed else "who_later", seats=report.k_seats, tables=report.k_tables
    )


def _checkin(report: Report, speech: Speech) -> dict[str, Any]:
    scale = report.checkin
    return {
        "title": speech.say("checkin"),
        "line": str((scale and speech.pick(scale.question)) or speech.say("checkin_line")),
        "note": missing(report.checkin_missing, report, speech),
        "scales": [_scale("", scale, speech)] if scale else [],
        "then": [_scale(_then(report, speech), report.then.checkin, speech)]
        if report.then and report.then.checkin
        else [],
    }


def _then(report: Report, speech: Speech) -> str:
    """The day of the session before."""
    return speech.say("then_day", day=speech.day(report.then.date if report.then else ""))


def kept_rows(report: Report, speech: Speech) -> list[tuple[str, int]]:
    """What was answered in a follow-up, and by how many."""
    kept = report.kept
    return [(speech.say(name), getattr(kept, name)) for name in KEPT] if kept else []


def _kept(report: Report, speech: Speech) -> dict[str, Any]:
    """In a follow-up how the pledges went; elsewhere nothing."""
    rows = kept_rows(report, speech)
    return {
        "told": report.kept_missing != "none",
        "title": speech.say("kept"),
        "line": speech.say("answered", seats=sum(n for _, n in rows)) if rows else "",
        "note": missing(report.kept_missing, report, speech),
        "rows": [{"text": text, "count": count} for text, count in rows],
    }


def _rating(report: Report, speech: Speech) -> dict[str, Any]:
    told = [(name, report.rating[name]) for name in RATINGS if name in report.rating]
    return {
        "title": speech.say("rating"),
        "line": speech.say("rating_line"),
        "note": missing(report.rating_missing, report, speech),
        "scales": [_scale(speech.say(name), scale, speech) for name, scale in told],
    }


def _scale(name: str, scale: Scale, speech: Speech) -> dict[str, Any]:
    return {
        "name": name,
        "counts": list(scale.counts),
        "median": scale.median,
        "middle": speech.say("median", n=scale.median),
        "answered": speech.say("answered", seats=scale.seats),
        "ends": [str(speech.pick(end) or "") for end in (scale.low, scale.high)],
    }


def _named(card: PlayedCard, how: Any, speech: Speech) -> dict[str, str]:
    return {"title": speech.title(card), "line": how(card, card.answers, speech)}


def then_line(card: PlayedCard, report: Report, speech: Speech) -> str:
    """What the card had the last time, in one line; "" for a card that is not played again."""
    then = report.then
    if then is None or then.answers is None or then.card != card.card:
        return ""
    before, after = sides(card, then.answers)
    pairs = zip(labels(card, speech), before, after, strict=True)
    counts = " · ".join(f"{sign} {b} → {a}" for (sign, _), b, a in pairs if a or b)
    return f"{_then(report, speech)}: {counts} · {moved(card, then.answers, speech)}"


def _card(card: PlayedCard, answers: Answers, report: Report, speech: Speech) -> dict[str, Any]:
    before, after = sides(card, answers)
    rows = zip(labels(card, speech), before, after, strict=True)
    return {
        "title": speech.title(card),
        "basis": speech.say("basis", seats=answers.seats, tables=answers.tables),
        "moved": moved(card, answers, speech),
        "then": then_line(card, report, speech),
        "is_scale": card.kind == "scale",
        "weight": max(answers.moved, 100 - answers.largest),
        "rows": [{"sign": sign, "text": text, "before": b, "after": a} for (sign, text), b, a in rows],
    }


def _untold(cards: Sequence[PlayedCard], speech: Speech) -> list[str]:
    """A sentence for each reason why cards have no numbers."""
    found = []
    for why in _UNTOLD:
        titles = [speech.title(card) for card in cards if card.missing == why]
        if titles:
            found.append(speech.say(f"played_{why}", titles=", ".join(titles)))
    return found


def _texts(report: Report, kind: TextKind, speech: Speech) -> dict[str, Any]:
    groups: dict[str, list[str]] = {}
    for text in report.texts:
        if text.kind == kind:
            groups.setdefault(text.heading, []).append(worded(kind, text.text, speech))
    return {
        "kind": kind,
        "title": speech.say(kind),
        "note": "" if groups else speech.say(f"{kind}_none"),
        "groups": [{"heading": heading, "texts": texts} for heading, texts in groups.items()],
    }


_ENDS: Final = " .…,"
"""What is typed round half a sentence and stands there already."""


def worded(kind: TextKind, text: str, speech: Speech) -> str:
    """A text in one line; a pledge as the sentence it is."""
    when, line, then = text.partition("\n")
    if kind == "pledge" and line:
        lead = _language_of(when, then, speech)
        parts = (f"{lead.say('when')} {_bare('when', when)}", f"{lead.say('then')} {_bare('then', then)}")
        return " ".join(", ".join(parts).split())
    return " ".join(text.split())


def _language_of(when: str, then: str, speech: Speech) -> Speech:
    """The language whose own first words were typed, or the report's: a sentence is in one language."""
    for name, text in (("when", when), ("then", then)):
        for language in get_args(Language):
            if _after(speech_in(language).say(name), text) is not None:
                return speech_in(language)
    return speech


def _bare(name: str, text: str) -> str:
    """The text without the words that begin it, in whichever language they have been typed with it."""
    for language in get_args(Language):
        rest = _after(speech_in(language).say(name), text)
        if rest is not None:
            return rest
    return text.strip(_ENDS)


def _after(words: str, text: str) -> str | None:
    """What follows these words, which begin the text; None when it begins with others."""
    bare = text.strip(_ENDS)
    begins = f"{bare} ".casefold().startswith(f"{words} ".casefold())
    return bare[len(words) :].strip(_ENDS) if begins else None
