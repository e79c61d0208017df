"""Wikitext as a tree: templates, links and tables with what they hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.parse.wikitext.scanning import Kind, Mark, scan

DEEPEST = 40  # MediaWiki gives up at the same depth; what lies deeper is not read
CONTAINERS = (Kind.TEMPLATE, Kind.LINK, Kind.TABLE, Kind.EXTERNAL)
BROKEN = (*CONTAINERS[:3], Kind.END_TEMPLATE, Kind.END_LINK, Kind.END_TABLE)  # marks that show nothing when alone
LITTLE = (Kind.LINE, Kind.QUOTES)  # marks that may stand in the name of an argument
SPACES = re.compile(r"[\s_]+")


@dataclass(slots=True, eq=False)
class Node:
    """A mark, or a template, link or table with its content between `inner_start` and `inner_end`."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    inner_start: int = 0
    inner_end: int = 0
    children: list["Node"] = field(default_factory=list)

    @property
    def content(self) -> "Content":
        return Content(self.inner_start, self.inner_end, self.children)


class Content(NamedTuple):
    """A stretch of the page and the nodes in it."""

    start: int
    end: int
    children: Sequence[Node]

    def pieces(self) -> Iterator[tuple[int, int, Node | None]]:
        """The nodes and the text between them, in order."""
        at = self.start
        for node in self.children:
            if at < node.start:
                yield at, node.start, None
            yield node.start, node.end, node
            at = node.end
        if at < self.end:
            yield at, self.end, None


class Argument(NamedTuple):
    """An argument of a template. `name` is '' for one without a name, `start` where the name stands."""

    name: str
    name_start: int
    name_end: int
    value: Content


def parse(raw: str) -> Content:
    """The page as a tree."""
    marks = scan(raw)
    root = Node(Kind.LINE, 0, len(raw), inner_end=len(raw))
    stack = [(root, len(marks))]
    number = 0
    while number < len(marks):
        mark = marks[number]
        parent, closing = stack[-1]
        if number == closing:
            parent.inner_end, parent.end = mark.start, mark.end
            stack.pop()
        elif mark.closed_by > 0 and len(stack) <= DEEPEST:
            node = Node(mark.kind, mark.start, mark.end, inner_start=mark.end)
            parent.children.append(node)
            stack.append((node, mark.closed_by))
        elif mark.closed_by > 0:
            end = marks[mark.closed_by].end
            parent.children.append(Node(Kind.UNREAD, mark.start, end))
            number = mark.closed_by
        elif (leaf := _leaf(mark)) is not None:
            parent.children.append(leaf)
        number += 1
    return root.content


def _leaf(mark: Mark) -> Node | None:
    """A mark alone; None for a bracket that is plain text."""
    if mark.kind in (Kind.EXTERNAL, Kind.END_EXTERNAL):
        return None
    return Node(Kind.UNREAD if mark.kind in BROKEN else mark.kind, mark.start, mark.end, mark.name)


def split_bars(raw: str, content: Content) -> list[Content]:
    """The parts of a template or link between its bars; marks of table cells are bars like others there."""
    parts: list[Content] = []
    start, children = content.start, list[Node]()
    for node in content.children:
        if node.kind in (Kind.BAR, Kind.CELL, Kind.CELLS, Kind.ROW, Kind.CAPTION) and raw[node.end - 1] != "!":
            bar = raw.index("|", node.start)
            parts.append(Content(start, bar, children))
            if node.kind == Kind.CELLS:
                parts.append(Content(bar + 1, bar + 1, []))
            start, children = (node.end if node.kind == Kind.CELLS else bar + 1), []
        else:
            children.append(node)
    return [*parts, Content(start, content.end, children)]


def template_name(raw: str, first: Content) -> str:
    """The name of a template in small letters: '{{ Start_date |' -> 'start date'."""
    end = next((node.start for node in first.children if node.kind != Kind.LINE), first.end)
    name = SPACES.sub(" ", raw[first.start : min(end, first.start + 200)]).strip().casefold()
    return name.removeprefix("template:").strip()


def arguments(raw: str, parts: Sequence[Content]) -> Iterator[Argument]:
    """The arguments behind the template's name."""
    for part in parts:
        bound = next((node.start for node in part.children if node.kind not in LITTLE), part.end)
        equals = raw.find("=", part.start, bound)
        if equals < 0:
            yield Argument("", part.start, part.start, trim(raw, part))
            continue
        name = trim(raw, Content(part.start, equals, []))
        children = [node for node in part.children if node.start > equals]
        value = trim(raw, Content(equals + 1, part.end, children))
        yield Argument(raw[name.start : name.end], name.start, name.end, value)


def trim(raw: str, content: Content) -> Content:
    """Without white space at both ends; new lines are kept in front, where they may begin a list."""
    start, end = content.start, content.end
    first = next((node.start for node in content.children if node.kind != Kind.LINE), end)
    while start < end and raw[start].isspace() and start < first:
        start += 1
    begins = start > content.start and raw[start : start + 1] in ("*", "#", ":", ";")
    while start < end and raw[end - 1].isspace():
        end -= 1
    children = [node for node in content.children if node.start >= start and node.end <= end]
    if begins and (line := raw.rfind("\n", content.start, start)) >= 0:
        kept = [node for node in content.children if node.start == line]
        return Content(line, end, [*kept, *children])
    return Content(start, end, children)
