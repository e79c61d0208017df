"""What the style of a paragraph says it is. Built-in styles keep their English names in every language of Word."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from pipeline.parse.docx.package import attribute, child, local
from pipeline.records import PassageKind

HEADING = re.compile(r"heading\s?([1-9])$")
KINDS = (
    (re.compile(r"title$"), PassageKind.TITLE),
    (re.compile(r"caption$"), PassageKind.CAPTION),
    (re.compile(r"list (?:bullet|number)\b"), PassageKind.LIST_ITEM),
    (re.compile(r"(?:toc (?:heading|\d)|header|footer|footnote text|endnote text|index \d)$"), PassageKind.FURNITURE),
)
LONGEST_CHAIN = 12  # styles that are based on one another
BODY_LEVEL = 9  # the outline level that Word gives to what is no heading


@dataclass(frozen=True, slots=True)
class Role:
    """What a paragraph is; `level` is that of a heading."""

    kind: PassageKind | None = None
    level: int = 0


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = [e for e in root if local(e) == "style"] if root is not None else []
        self._styles = {attribute(e, "styleId") or "": e for e in found}
        self._roles: dict[str, Role] = {}

    def role(self, paragraph: Element) -> Role:
        """What a paragraph is by its style, its outline level and its numbering."""
        properties = child(paragraph, "pPr")
        if properties is None:
            return Role()
        role = self._by_style(_value(properties, "pStyle") or "")
        level = _outline_level(properties)
        if level is not None and role.kind is None:
            role = Role(PassageKind.HEADING, level) if level else role
        if role.kind is None and _is_numbered(properties):
            return Role(PassageKind.LIST_ITEM)
        return role

    def _by_style(self, style_id: str) -> Role:
        if style_id not in self._roles:
            self._roles[style_id] = self._read(style_id)
        return self._roles[style_id]

    def _read(self, style_id: str) -> Role:
        """The first style in the chain that tells."""
        for _ in range(LONGEST_CHAIN):
            style = self._styles.get(style_id)
            name = (_value(style, "name") if style is not None else None) or style_id
            if (role := _by_name(name.strip().lower())) is not None:
                return role
            if style is None:
                return Role()
            properties = child(style, "pPr")
            if properties is not None and (level := _outline_level(properties)):
                return Role(PassageKind.HEADING, level)
            if properties is not None and _is_numbered(properties):
                return Role(PassageKind.LIST_ITEM)
            style_id = _value(style, "basedOn") or ""
        return Role()


def _by_name(name: str) -> Role | None:
    if found := HEADING.match(name):
        return Role(PassageKind.HEADING, int(found[1]))
    return next((Role(kind) for form, kind in KINDS if form.match(name)), None)


def _value(element: Element, name: str) -> str | None:
    found = child(element, name)
    return attribute(found, "val") if found is not None else None


def _outline_level(properties: Element) -> int | None:
    """1 for the highest; 0 where the paragraph is said to be no heading; None where nothing is said."""
    value = _value(properties, "outlineLvl")
    if value is None or not value.isdecimal() or not value.isascii():
        return None
    return int(value[:3]) + 1 if int(value[:3]) < BODY_LEVEL else 0


def _is_numbered(properties: Element) -> bool:
    numbering = child(properties, "numPr")
    return numbering is not None and _value(numbering, "numId") not in (None, "0")
