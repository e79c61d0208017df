"""The words of a paragraph as a reader sees them: no deleted, hidden or field text, no drawings."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pipeline.parse.docx.package import attribute, child, local

UNREAD = frozenset(
    "pPr rPr del moveFrom delText instrText drawing pict object footnoteReference endnoteReference commentReference"
    " annotationRef footnoteRef endnoteRef sdtPr sdtEndPr txbxContent rt Fallback sectPr tbl".split()
)
SHOWN = {"tab": "\t", "noBreakHyphen": "-", "cr": "\n", "ptab": "\t"}
OFF = ("0", "false", "off", "none")


def paragraph_text(paragraph: Element) -> str:
    """The text of the paragraph; its line breaks are newlines."""
    return "".join(_texts(paragraph))


def is_bold(paragraph: Element) -> bool:
    """Whether every run with words is bold."""
    runs = [run for run in paragraph.iter() if local(run) == "r" and "".join(_texts(run)).strip()]
    return bool(runs) and all(_has(run, "b") for run in runs)


def _texts(element: Element) -> Iterator[str]:
    """Depth is bounded by the package."""
    for each in element:
        name = local(each)
        if name == "t":
            yield each.text or ""
        elif name == "br":
            yield "\n" if attribute(each, "type") in (None, "textWrapping") else " "
        elif name in SHOWN:
            yield SHOWN[name]
        elif name not in UNREAD and not (name == "r" and _has(each, "vanish")):
            yield from _texts(each)


def _has(run: Element, name: str) -> bool:
    """Whether the run's own properties switch this on."""
    properties = child(run, "rPr")
    found = child(properties, name) if properties is not None else None
    return found is not None and (attribute(found, "val") or "1") not in OFF
