"""Joining a room: the code, where its server is, and whether the screen is one's own or shared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from game.client.address import CODE, Address, parse, room
from game.client.found import Found, short
from game.client.news import NO_WORDS
from game.client.notice import Notice, Words
from game.client.trouble import Trouble
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Flow,
    Grid,
    Hotkey,
    Icon,
    Node,
    Panel,
    Row,
    Scroll,
    Spacer,
    Stack,
    Stepper,
    Text,
    TextField,
    Tile,
    Toggle,
    flexible,
)

Kind = Literal["solo", "table", "screen", "host"]
MOST_SEATS = 8
MOST_TABLES = 200
KEY = "host key"
"""The field for it."""


@dataclass(frozen=True)
class Wish:
    """What a person asks for at the door.

    `team` is a table's number, or None; `key` the key of a host or a co-host.
    """

    address: Address
    kind: Kind
    seats: int
    team: int | None
    key: str | None = None


@dataclass
class JoinForm:
    """The choices at the door. `address` is where to look when none is written."""

    enter: Callable[[Wish], object]
    back: Callable[[], object]
    address: str
    code: str = ""
    kind: Kind = "solo"
    seats: int = 4
    team: int = 0
    notice: Notice = field(default_factory=Notice)
    found: Found = field(default_factory=Found)
    wrong_code: Words = field(default_factory=dict)
    """What is wrong with what stands in the code's field, said there: language -> sentence."""

    def choose(self, kind: Kind) -> None:
        """Another kind of screen."""
        self.kind = kind
        if kind == "screen":
            self.team = 0

    def sit(self, seats: int) -> None:
        """So many people at this screen."""
        self.seats = seats

    def pick(self, team: int) -> None:
        """A table's number; 0 leaves it to the server."""
        self.team = team

    def typed(self, _text: str) -> None:
        """Something else is being written: what was wrong before is no longer said."""
        self._unsay()
        self.found.settle()

    def submit(self, code: str, address: str, key: str = "") -> None:
        """Knock, if code and address can be understood; otherwise say what is wrong with them."""
        self._unsay()
        try:
            found = self._found(code.strip(), address.strip())
        except Trouble as trouble:
            if trouble.code == "bad_code":
                self.wrong_code = trouble.message
            else:
                self.notice.complain(trouble.message)
            return
        if self.kind == "host":
            self.enter(Wish(found, "host", 0, None, key.strip()))
        else:
            self.enter(Wish(found, self.kind, self._people(), self.team or None))

    def _unsay(self) -> None:
        self.notice.clear()
        self.wrong_code = NO_WORDS

    def _found(self, code: str, address: str) -> Address:
        """A link may stand in either field; wherever it stands, it is to lead to a room."""
        if not code:
            return room(address, self.address)
        if self.found.several and not address and CODE.fullmatch(code):
            raise Trouble("several_found")
        return room(code, parse(address or self.found.url or self.address).url)

    def _people(self) -> int:
        return {"solo": 1, "table": self.seats}.get(self.kind, 0)


def build(form: JoinForm, ctx: Ctx) -> Node:
    """The door."""
    watching = form.kind == "screen"
    _ = ctx._
    title = _("Visa på stor skärm") if watching else _("Gå med")
    line = (
        _("Storbilden visar bara det som hela rummet får se.")
        if watching
        else _("Koden står på spelledarens skärm eller på storbilden.")
    )
    head = Column([Text(title, "display", size=72), Text(line, colour="soft")], gap=4)
    ctx.first_focus(KEY if form.kind == "host" and form.code else "code")
    where = Panel(_where(form, ctx), pad=48, grow=1)
    who = Panel(_screen(form, ctx) if watching else _people(form, ctx), pad=48, grow=1)
    if ctx.wide:
        body: Node = Row([where, who], gap=48, align="stretch", grow=1)
        page = Column([head, body, *form.notice.nodes(ctx), _foot(form, ctx)], gap=28, pad=(96, 56))
        return Stack([page, Hotkey("escape", form.back)])
    body = Scroll(Column([head, where, who], gap=24), key="join", grow=1)
    page = Column([body, *form.notice.nodes(ctx), _foot(form, ctx)], gap=16, pad=(48, 32))
    return Stack([page, Hotkey("escape", form.back)])


def _submit(form: JoinForm, ctx: Ctx) -> Callable[[], object]:
    def submit() -> None:
        form.submit(ctx.typed("code"), ctx.typed("address"), ctx.typed(KEY))
        if form.wrong_code:
            ctx.focus("code")

    return submit


def _where(form: JoinForm, ctx: Ctx) -> Node:
    _ = ctx._
    submit = _submit(form, ctx)
    code = TextField(
        _("RUMMETS KOD, TILL EXEMPEL FKT-482"),
        form.code,
        placeholder="FKT-482",
        limit=39,
        upper=True,
        role="number",
        warning=_.pick(dict(form.wrong_code)) if form.wrong_code else "",
        key="code",
        on_change=form.typed,
        on_submit=lambda _text: submit(),
    )
    address = TextField(
        _("ADRESS"),
        placeholder="" if form.found.several else short(form.found.url or form.address),
        limit=200,
        key="address",
        on_change=form.typed,
        on_submit=lambda _text: submit(),
    )
    found = form.found.nodes(ctx, enabled=not ctx.typed("address").strip())
    return Column([code, Spacer(4), address, *found], gap=20)


def _people(form: JoinForm, ctx: Ctx) -> Node:
    _ = ctx._
    own = _way(form, "solo", "person", _("Egen skärm"), _("Bara jag röstar här."))
    shared = _way(
        form, "table", "people", _("Delad skärm"), _("Vi sitter runt den och röstar i tur och ordning.")
    )
    rows: list[Node | None] = [Grid([own, shared], columns=2, gap=24)]
    if form.kind == "table":
        count = Stepper(_("Personer vid skärmen"), form.seats, form.sit, 1, MOST_SEATS, key="seats")
        rows.append(_row(ctx, _("Personer vid skärmen"), count))
        if form.seats == MOST_SEATS:
            split = _("Är ni fler än åtta, dela er på två bord med var sin skärm.")
            rows.append(Text(split, "small", colour="soft"))
    if form.kind == "host":
        rows += [_host(form, ctx), _key(form, ctx)]
    else:
        rows += [_table(form, ctx, _("Bordets nummer"), _("Vilket som helst")), _host(form, ctx)]
    return Column(rows, gap=28)


def _host(form: JoinForm, ctx: Ctx) -> Node:
    """The way in for a host from another machine, or one who helps."""
    _ = ctx._
    note = _("För dig som leder från en annan dator, eller hjälper den som leder.")

    def choose(on: bool) -> None:
        form.choose("host" if on else "solo")
        if on:
            ctx.focus(KEY)

    return Toggle(
        _("Jag har en nyckel som spelledare eller medspelledare"),
        form.kind == "host",
        choose,
        note=note,
        key="has key",
    )


def _key(form: JoinForm, ctx: Ctx) -> Node:
    submit = _submit(form, ctx)
    return TextField(
        ctx._("DIN NYCKEL"),
        limit=39,
        key=KEY,
        on_change=form.typed,
        on_submit=lambda _text: submit(),
    )


def _screen(form: JoinForm, ctx: Ctx) -> Node:
    _ = ctx._
    about = _(
        "En storbild i salen visar kod, kort, tid och det som spelledaren öppnar. Vid ett "
        "bord visar den bordets kort."
    )
    return Column([Text(about), _table(form, ctx, _("Visa för"), _("Hela salen"))], gap=32)


def _table(form: JoinForm, ctx: Ctx, label: str, anywhere: str) -> Node:
    _ = ctx._

    def shown(number: int) -> str:
        return _("Bord {n}", n=number) if number else anywhere

    return _row(ctx, label, Stepper(label, form.team, form.pick, 0, MOST_TABLES, shown, key="team"))


def _row(ctx: Ctx, label: str, control: Node) -> Node:
    if ctx.wide:
        return Row([Text(label, grow=1), control], gap=24)
    return Flow([Text(label), control], gap=16)


def _way(form: JoinForm, kind: Kind, icon: str, title: str, line: str) -> Node:
    chosen = form.kind == kind
    top = Row([Icon(icon, 56, "accent"), flexible(), Icon("check", 40, "accent") if chosen else None])
    words = Column([top, Text(title, "strong"), Text(line, "small", colour="soft")], gap=8)
    return Tile(words, f"{title}. {line}", lambda: form.choose(kind), chosen, key=f"kind {kind}")


def _foot(form: JoinForm, ctx: Ctx) -> Node:
    _ = ctx._
    name = _("Visa") if form.kind == "screen" else _("Gå med")
    enter = Button(
        name,
        _submit(form, ctx),
        "primary",
        shortcut="return",
        key="enter",
        enabled=not form.notice.waiting,
        width=420 if ctx.wide else None,
    )
    return Row([Button(_("Tillbaka"), form.back, icon="back", key="back"), flexible(), enter])
