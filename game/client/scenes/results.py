"""The table's own counts, before and after the talk."""

from __future__ import annotations

from game.client.parts.words import card_text, in_order, options, sure_names, words
from game.client.play import Play
from game.client.ui import Bar, Bars, Column, Ctx, Histogram, Node, Row
from game.rules.kinds import KINDS
from game.rules.slices import CountsSlice


def chart(play: Play, ctx: Ctx, rise: bool = False) -> Node | None:
    """Bars per option, or a scale's ten columns; with both votes, before and after."""
    card, result = play.card, play.result
    if card is None or result is None or result["before"] is None:
        return None
    before, after = result["before"], result["after"]
    if card["kind"] == "scale":
        return _columns(play, ctx, before, after)
    last, texts = after or before, options(play, ctx)
    bars = [
        Bar(card["choices"][index].upper(), texts[index], last["votes"][index], _of(before, after, index))
        for index in order(last)
    ]
    total = max(sum(before["votes"]), sum(last["votes"]))
    _ = ctx._
    return Bars(
        bars, total, _("före"), _("efter"), rise=rise, size=_size(play, ctx), key=f"bars {play.serial}"
    )


def order(counts: CountsSlice) -> list[int]:
    """In which order the choices stand: as on the card, or as all places together put them."""
    places = counts["places"]
    return sorted(range(len(counts["votes"])), key=lambda index: places[index] if places else 0)


def _of(before: CountsSlice, after: CountsSlice | None, index: int) -> int | None:
    return before["votes"][index] if after else None


def _size(play: Play, ctx: Ctx) -> float:
    """Of the texts in a chart: large on a wall, as large as there is room for elsewhere."""
    if play.kind == "screen":
        return 40 / ctx.settings.text
    two = bool(play.result and play.result["after"])
    return 26 if two else 34


def quoted(ctx: Ctx, text: str) -> str:
    """Somebody's words in the language's own quotation marks."""
    return ctx._("”{svar}”", svar=text)


def legend(play: Play, ctx: Ctx) -> Node | None:
    """How the bars are to be read where things were put in order: they count first places only."""
    result = play.result
    if result is None or not in_order(play):
        return None
    _, counts = ctx._, result["after"] or result["before"]
    text = (
        _("Överst står det ni tillsammans satte högst. Talen är hur många som satte det först.")
        if counts and counts["places"]
        else _("Talen är hur många som satte det först.")
    )
    return words(play, ctx, text, "small", colour="soft")


def changes(kind: str, changed: int, paired: int, ctx: Ctx) -> str:
    """How many of those who voted twice on a card of this kind voted in another way."""
    _ = ctx._
    if KINDS[kind].ordered:
        return _("{n} av {m} ändrade sin ordning", n=changed, m=paired)
    return _("{n} av {m} bytte", n=changed, m=paired)


def besides(ctx: Ctx, counts: CountsSlice, earlier: CountsSlice | None = None) -> list[str]:
    """What the bars do not show: own answers, passes, missing votes, how sure.

    With the vote before the talk as `earlier`, own answers are told for both.
    """
    _ = ctx._
    lines: list[str] = []
    if earlier is not None and (earlier["own"] or counts["own"]):
        lines.append(_own_rows(ctx, earlier, counts))
    elif counts["own"]:
        texts = "  ".join(quoted(ctx, text) for text in counts["own_texts"])
        said = _("Egna svar: {n}", n=counts["own"])
        lines.append(f"{said}  {texts}".strip())
    parts = []
    if counts["passed"]:
        parts.append(_("{n} passade", n=counts["passed"]))
    if counts["missing"]:
        parts.append(_("{n} röstade inte", n=counts["missing"]))
    if parts:
        lines.append(" · ".join(parts))
    if counts["confidence"]:
        sure = zip(sure_names(ctx), counts["confidence"], strict=True)
        lines.append(
            _("Så säkra var ni: {svar}", svar=", ".join(f"{name.lower()} {n}" for name, n in sure if n))
        )
    return lines


def _own_rows(ctx: Ctx, earlier: CountsSlice, counts: CountsSlice) -> str:
    said = ctx._("Egna svar: {n} före, {m} efter", n=earlier["own"], m=counts["own"])
    both = dict.fromkeys([*earlier["own_texts"], *counts["own_texts"]])
    return "  ".join([said, *(quoted(ctx, text) for text in both)])


def two(counts: CountsSlice) -> bool:
    """Whether two seats voted, so that each knows what the other chose."""
    return sum(counts["votes"]) + counts["own"] + counts["passed"] + counts["missing"] == 2


def _columns(play: Play, ctx: Ctx, before: CountsSlice, after: CountsSlice | None) -> Node:
    _ = ctx._
    text = card_text(play, ctx)
    low, high = text.get("low", ""), text.get("high", "")
    first = Histogram(before["votes"], 1, low, high, key=f"before {play.serial}", grow=1)
    if after is None:
        return first
    second = Histogram(after["votes"], 1, low, high, key=f"after {play.serial}", grow=1)
    return Row(
        [
            Column([words(play, ctx, _("Före"), "label", colour="soft"), first], gap=8, grow=1),
            Column([words(play, ctx, _("Efter"), "label", colour="soft"), second], gap=8, grow=1),
        ],
        gap=50,
        align="stretch",
    )
