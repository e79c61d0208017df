"""The ZIP package of a Word document, opened so that nothing in it can fill the memory or reach outside."""

import struct
import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from pipeline.errors import ArticleRejected

LARGEST_PART = 40_000_000  # bytes of XML, inflated
MOST_ELEMENTS = 600_000
DEEPEST = 400  # elements inside one another; Word itself stays far below
MAIN_PART = "word/document.xml"
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError, NotImplementedError,
    RuntimeError, ArithmeticError,
)  # fmt: skip


class Package:
    """Parts as XML trees. Raises ArticleRejected, whatever is wrong."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except BROKEN as error:
            raise ArticleRejected(f"broken Word document: not a readable ZIP archive ({_short(error)})") from error

    def part(self, name: str) -> Element:
        """A part that must be there."""
        found = self.optional_part(name)
        if found is None:
            raise ArticleRejected(f"not a Word document: the archive has no {name}")
        return found

    def optional_part(self, name: str) -> Element | None:
        """A part that may be missing."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        return _parse(name, self._inflate(info))

    def main_part(self) -> str:
        """The name of the part that holds the text."""
        relations = self.optional_part("_rels/.rels")
        for relation in relations if relations is not None else ():
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", MAIN_PART).lstrip("/")
        return MAIN_PART

    def _inflate(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise ArticleRejected("encrypted: save it without a password")
        try:
            with self._zip.open(info) as part:
                data = part.read(LARGEST_PART + 1)
        except BROKEN as error:
            raise ArticleRejected(f"broken Word document: {_short(error)}") from error
        if len(data) > LARGEST_PART:
            raise ArticleRejected(f"a part is larger than {LARGEST_PART / 1e6:.0f} MB once inflated")
        return data


def local(element: Element) -> str:
    """The name without its namespace: Word writes the same names under two of them."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """The attribute of that name in any namespace."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), None)


def child(element: Element, name: str) -> Element | None:
    return next((each for each in element if local(each) == name), None)


class _Builder(TreeBuilder):
    """A tree of bounded size, without a document type: no entity is ever declared, let alone fetched."""

    def __init__(self) -> None:
        super().__init__()
        self._count = self._depth = 0

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise ArticleRejected("a Word document that declares a document type")

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        self._count += 1
        self._depth += 1
        if self._count > MOST_ELEMENTS or self._depth > DEEPEST:
            raise ArticleRejected("a Word document with too many elements, or too many inside one another")
        return super().start(tag, attrs)

    def end(self, tag: str) -> Element:
        self._depth -= 1
        return super().end(tag)


def _parse(name: str, data: bytes) -> Element:
    parser = XMLParser(target=_Builder())
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, *BROKEN) as error:
        raise ArticleRejected(f"broken Word document: {name}: {_short(error)}") from error
    return root


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
