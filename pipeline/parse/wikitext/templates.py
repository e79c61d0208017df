"""What templates show, by the rules of `wikitext.toml`; a template without a rule shows nothing.

A rule gives a wording such as '{1}[ ({2}[, {3}])]': arguments by number or name, `{lt/1}` the first that is there,
stretches in square brackets only where their arguments are.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.parse.markup import Atom, Break
from pipeline.parse.wikitext.tree import Content, Node, arguments, split_bars, template_name
from pipeline.vocabulary import load_vocabulary

Read = Callable[[str, Content], list[Atom | Break]]
Arguments = Mapping[str, Content]
WORDING = re.compile(r"\{([^{}]*)\}|(\[)|(\])|([^{}\[\]]+)")
MOST_LISTED = 500  # entries of a list or dates of one template
NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Rule:
    """How the templates of one entry of the vocabulary show."""

    wording: str | None
    is_list: bool
    is_block: bool  # its content is read as blocks where it stands alone
    dates: int  # arguments per date: 3, or 4 where a place follows; 0: it holds no date
    repeats: bool  # several dates, or one
    between: str
    prefix: str


@cache
def rules() -> tuple[dict[str, Rule], tuple[tuple[str, Rule], ...]]:
    """The rules by template name, and those for names that begin alike."""
    whole: dict[str, Rule] = {}
    beginnings: list[tuple[str, Rule]] = []
    for entry in load_vocabulary("wikitext")["template"]:
        rule = _rule(entry)
        for name in entry["templates"]:
            if name.endswith("*"):
                beginnings.append((name[:-1], rule))
            else:
                whole[name] = rule
    return whole, tuple(beginnings)


def _rule(entry: dict[str, Any]) -> Rule:
    return Rule(
        entry.get("shows"),
        entry.get("list", False),
        entry.get("blocks", False),
        entry.get("dates", 0),
        entry.get("repeats", False),
        entry.get("between", ", "),
        entry.get("prefix", ""),
    )


def find_rule(name: str) -> Rule | None:
    """The rule for a template of that name."""
    whole, beginnings = rules()
    return whole.get(name) or next((rule for start, rule in beginnings if name.startswith(start)), None)


def named_arguments(raw: str, parts: Sequence[Content]) -> dict[str, Content]:
    """The arguments by name; those without one are numbered. Empty ones are left out."""
    found: dict[str, Content] = {}
    count = 0
    for argument in arguments(raw, parts):
        count += not argument.name
        key = (argument.name or str(count)).casefold()
        if argument.value.start < argument.value.end:
            found[key] = argument.value
    return found


def render_template(raw: str, node: Node, read: Read) -> Iterator[Atom | Break]:
    """What shows of the template."""
    parts = split_bars(raw, node.content)
    rule = find_rule(template_name(raw, parts[0]))
    if rule is None:
        return
    found = named_arguments(raw, parts[1:])
    if rule.is_list or rule.is_block:
        yield from _render_list(raw, found, read)
    elif rule.dates and NUMBER.fullmatch(_text(raw, found.get("1"))):
        yield from _render_dates(raw, node, rule, found, read)
    elif rule.wording is not None:
        yield from _render_wording(raw, node, rule.wording, found, read)


def _render_list(raw: str, found: Arguments, read: Read) -> Iterator[Atom | Break]:
    for name in list(found)[:MOST_LISTED]:
        if name.isdigit():
            yield Break.PART
            yield from read(raw, found[name])
    yield Break.PART


def _render_dates(raw: str, node: Node, rule: Rule, found: Arguments, read: Read) -> Iterator[Atom | Break]:
    """'2019|3|8|Japan' -> 'March 8, 2019 (Japan)'."""
    at, pending = node.start, rule.prefix
    for first in range(1, (MOST_LISTED if rule.repeats else 1) * rule.dates, rule.dates):
        year = found.get(str(first))
        if year is None or not NUMBER.fullmatch(_text(raw, year)) or year.start < at:
            break
        kept = _leading_numbers(raw, [found.get(str(first + offset)) for offset in range(3)])
        if pending:
            yield Atom(at, year.start, pending)
        yield Atom(year.start, kept[-1].end, _date([int(_text(raw, p)) for p in kept], day_first="df" in found))
        at, pending = kept[-1].end, rule.between
        place = found.get(str(first + 3)) if rule.dates == 4 else None
        if place is not None and place.start > at:
            yield Atom(at, place.start, " (")
            yield from read(raw, place)
            at, pending = place.end, ")" + rule.between
    if pending.startswith(")"):
        yield Atom(at, node.end, ")")


def _leading_numbers(raw: str, parts: Sequence[Content | None]) -> list[Content]:
    """Year, month and day as far as they are given, in this order."""
    kept: list[Content] = []
    for part, most in zip(parts, (9999, 12, 31), strict=True):
        text = _text(raw, part)
        if part is None or not NUMBER.fullmatch(text) or not 0 < int(text) <= most:
            break
        if kept and part.start < kept[-1].end:
            break
        kept.append(part)
    return kept or [part for part in parts[:1] if part is not None]


def _date(numbers: Sequence[int], *, day_first: bool) -> str:
    year = str(numbers[0])
    if len(numbers) == 1:
        return year
    month = load_vocabulary("wikitext")["months"][numbers[1] - 1]
    if len(numbers) == 2:
        return f"{month} {year}"
    return f"{numbers[2]} {month} {year}" if day_first else f"{month} {numbers[2]}, {year}"


def _render_wording(raw: str, node: Node, wording: str, found: Arguments, read: Read) -> Iterator[Atom | Break]:
    """Arguments as they stand; words between them stand for the bar before the next one."""
    shown = list(_fill(wording, found))
    if shown and isinstance(shown[0], str) and len(shown) > 1:
        shown[0] = shown[0].lstrip()
    last = next((i for i in range(len(shown) - 1, -1, -1) if not isinstance(shown[i], str)), None)
    if last is None:
        if text := "".join(str(part) for part in shown):
            yield Atom(node.start, node.end, text)
        return
    at, pending = node.start, ""
    for part in shown[: last + 1]:
        if isinstance(part, str):
            pending += part
        elif part.start > at:
            if pending:
                yield Atom(max(at, node.start), part.start, pending)
            pending = ""
            yield from read(raw, part)
            at = part.end
    if tail := "".join(str(part) for part in shown[last + 1 :]):
        yield Atom(at, node.end, tail)


def _fill(wording: str, found: Arguments) -> Iterator[str | Content]:
    """The words and arguments of a wording, without the stretches whose first argument is missing."""
    stack: list[tuple[list[str | Content], bool | None]] = [([], True)]
    for field, opening, closing, words in WORDING.findall(wording):
        parts, is_there = stack[-1]
        if opening:
            stack.append(([], None))
        elif closing:
            stack.pop()
            if is_there:
                stack[-1][0].extend(parts)
        elif words:
            parts.append(words)
        else:
            argument = next((found[name] for name in field.split("/") if name in found), None)
            if argument is not None:
                parts.append(argument)
            if is_there is None:
                stack[-1] = (parts, argument is not None)
    yield from stack[0][0]


def _text(raw: str, content: Content | None) -> str:
    return raw[content.start : content.end] if content is not None else ""
