"""The tables of docs/PROTOCOL.md, made from the models themselves; a test keeps the two the same."""

from __future__ import annotations

import ast
import inspect
import typing
from collections.abc import Iterator
from typing import Any

from typing_extensions import is_typeddict

from game.rules import slices
from game.rules.command import Command, FromPeople
from game.rules.errors import SENTENCES


def reference() -> str:
    """Markdown: every command, every slice with its fields, every refusal code."""
    return "\n".join(
        (
            "### Commands",
            "",
            "| type | fields (? may be left out) | from | what it asks |",
            "|---|---|---|---|",
            *_commands(),
            "",
            "### Slices",
            "",
            *_slices(),
            "### Refusals",
            "",
            "| code | sentence |",
            "|---|---|",
            *(f"| `{code}` | {words['en']} |" for code, words in SENTENCES.items()),
            "",
        )
    )


def commands() -> tuple[type[Command], ...]:
    """Every command that may come from the wire."""
    found: tuple[type[Command], ...] = typing.get_args(typing.get_args(FromPeople)[0])
    return found


def _commands() -> Iterator[str]:
    for command in commands():
        schema = command.model_json_schema()
        fields = [
            _field(name, shape, name in schema.get("required", ()))
            for name, shape in schema["properties"].items()
            if name != "type"
        ]
        by = ", ".join(sorted(who.value for who in command.by))
        about = inspect.cleandoc(command.__doc__ or "").replace("\n", " ")
        yield f"| `{command.model_fields['type'].default}` | {'; '.join(fields) or '–'} | {by} | {about} |"


def _field(name: str, shape: dict[str, Any], required: bool) -> str:
    return f"`{name}`{'' if required else '?'} {_kind(shape)}"


def _kind(shape: dict[str, Any]) -> str:
    """A JSON Schema fragment in a few words."""
    if "anyOf" in shape:
        return " or ".join(_kind(one) for one in shape["anyOf"])
    if "const" in shape:
        return f'"{shape["const"]}"'
    if "enum" in shape:
        return " or ".join(f'"{value}"' if isinstance(value, str) else str(value) for value in shape["enum"])
    if shape.get("type") == "integer" and "minimum" in shape and shape.get("maximum", 2**53) < 2**53:
        return f"{shape['minimum']}–{shape['maximum']}"
    if shape.get("type") == "string" and "maxLength" in shape and shape["maxLength"] > 64:
        return f"text ≤ {shape['maxLength']}"
    if shape.get("pattern", "").startswith("^(") and len(shape["pattern"]) < 80:
        return f"`{shape['pattern']}`".replace("|", "\\|")
    return {
        "string": "id",
        "integer": "integer",
        "boolean": "true or false",
        "null": "null",
        "object": "object",
    }.get(shape.get("type", ""), "value")


def _slices() -> Iterator[str]:
    comments = _comments()
    shapes = (shape for part in slices.PARTS for shape in vars(part).values())
    for shape in dict.fromkeys(shape for shape in shapes if is_typeddict(shape)):
        name = shape.__name__
        about = inspect.cleandoc(shape.__doc__ or "").split("\n")[0]
        yield f"**{name}** {about}".rstrip()
        yield ""
        for field, kind in shape.__annotations__.items():
            told = comments.get((name, field))
            yield f"- `{field}`: {_annotation(kind)}{f' – {told}' if told else ''}"
        yield ""


def _annotation(kind: Any) -> str:
    text: str = kind.__forward_arg__ if isinstance(kind, typing.ForwardRef) else str(kind)
    return f"`{text}`"


def _comments() -> dict[tuple[str, str], str]:
    """The comment behind each field in `slices`: (slice, field) -> words."""
    return {key: words for part in slices.PARTS for key, words in _comments_in(inspect.getsource(part))}


def _comments_in(source: str) -> Iterator[tuple[tuple[str, str], str]]:
    lines = source.splitlines()
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            for item in node.body:
                if (
                    isinstance(item, ast.AnnAssign)
                    and isinstance(item.target, ast.Name)
                    and "  # " in lines[item.lineno - 1]
                ):
                    yield (node.name, item.target.id), lines[item.lineno - 1].split("  # ", 1)[1]
