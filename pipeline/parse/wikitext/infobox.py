"""Infobox templates as entries: a key that readers know and its value."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.parse.markup import Atom, MarkedText, clean
from pipeline.parse.parts import join_parts
from pipeline.parse.wikitext.inline import read_inline
from pipeline.parse.wikitext.scanning import Kind
from pipeline.parse.wikitext.tree import Argument, Node, arguments, split_bars, template_name
from pipeline.vocabulary import load_vocabulary

NUMBERED = re.compile(r"(.*?[^\d_])_?(\d{1,3})$")
LONGEST_KEY = 60


class Entry(NamedTuple):
    """A key and its value; the key is None for the name of what the page is about."""

    key: MarkedText | None
    value: MarkedText


def is_infobox(raw: str, node: Node) -> bool:
    """Whether a template is an infobox, by its name."""
    if node.kind != Kind.TEMPLATE:
        return False
    name = template_name(raw, split_bars(raw, node.content)[0])
    table = load_vocabulary("wikitext")["infobox"]
    return name.startswith(tuple(table["begins"])) or name.endswith(tuple(table["ends"]))


def read_infobox(raw: str, node: Node) -> Iterator[Entry]:
    """The entries with a value, those of infoboxes inside this one in their place."""
    labels: dict[str, MarkedText] = {}
    for argument in arguments(raw, split_bars(raw, node.content)[1:]):
        inner = [child for child in argument.value.children if is_infobox(raw, child)]
        if inner:
            for child in inner:
                yield from read_infobox(raw, child)
        elif argument.name:
            yield from _read_entry(raw, argument, labels)


def _read_entry(raw: str, argument: Argument, labels: dict[str, MarkedText]) -> Iterator[Entry]:
    name = argument.name.casefold()
    numbered = NUMBERED.fullmatch(name)
    if name in _names("unread") or len(name) > LONGEST_KEY:
        return
    value = join_parts(raw, read_inline(raw, argument.value), is_list=True)
    if value is None:
        return
    if numbered and numbered[1] == "label":
        labels[numbered[2]] = value
    elif name in _names("title"):
        yield Entry(None, value)
    else:
        key = labels.get(numbered[2]) if numbered and numbered[1] == "data" else _key(raw, argument)
        if key is not None:
            yield Entry(key, value)


def _key(raw: str, argument: Argument) -> MarkedText | None:
    """The parameter as readers know it: 'num_episodes' -> 'number of episodes', 'producer2' -> 'producer'."""
    name = argument.name.casefold()
    numbered = NUMBERED.fullmatch(name)
    plain = numbered[1] if numbered else name
    shown = _keys().get(name) or _keys().get(plain) or plain.replace("_", " ").strip()
    written = raw[argument.name_start : argument.name_end]
    return clean(raw, [Atom(argument.name_start, argument.name_end, None if shown == written else shown)])


@cache
def _names(key: str) -> frozenset[str]:
    return frozenset(load_vocabulary("wikitext")["infobox"][key])


@cache
def _keys() -> dict[str, str]:
    return {
        parameter: entry["shows"] for entry in load_vocabulary("wikitext")["key"] for parameter in entry["parameters"]
    }
