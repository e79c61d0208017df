"""What it will cost to read a page: a few bytes can ask for the same large stream or font again and again."""

from collections.abc import Iterator
from typing import Any

MOST_BYTES = 30_000_000  # of page contents, forms and fonts, each time that they are read
MOST_OBJECTS = 20_000  # looked at for one page
DEEPEST_FORM = 12
PER_ITEM = 20  # bytes that an item of an array counts for


class TooMuch(BaseException):
    """The budget is spent. No Exception: pypdf goes on after those."""


class Scales:
    """Adds up the bytes that reading takes. Raises TooMuch beyond the budget."""

    def __init__(self) -> None:
        self._spent = 0
        self._weights: dict[int, int] = {}
        self._kept: list[Any] = []  # so that no id is given twice
        self._forms: dict[str, int] = {}  # the heaviest form of each name

    def weigh_page(self, page: Any) -> None:
        """Counts the contents and fonts of a page, and notes the weights of its forms."""
        self._spend(sum(_length(each) for each in _streams(page.get("/Contents"))))
        looked_at = 0
        waiting = [(page.get("/Resources"), 0)]
        seen: set[int] = set()
        while waiting:
            resources, depth = waiting.pop()
            resources = _resolved(resources)
            if not isinstance(resources, dict) or id(resources) in seen or depth > DEEPEST_FORM:
                continue
            seen.add(id(resources))
            fonts = self._fonts(resources)
            if depth == 0:
                self._spend(fonts)
            for name, form in _entries(resources, "/XObject"):
                looked_at += 1
                if looked_at > MOST_OBJECTS:
                    raise TooMuch
                if isinstance(form, dict) and form.get("/Subtype") == "/Form":
                    weight = self._weight(form, _length) + self._fonts(_resolved(form.get("/Resources")))
                    self._forms[name] = max(self._forms.get(name, 0), weight)
                    waiting.append((form.get("/Resources"), depth + 1))

    def weigh_form(self, name: str) -> None:
        """Counts one more use of a form."""
        self._spend(self._forms.get(name, 0))

    def _fonts(self, resources: Any) -> int:
        if not isinstance(resources, dict):
            return 0
        fonts = [font for _, font in _entries(resources, "/Font")]
        if len(fonts) > MOST_OBJECTS:
            raise TooMuch
        return sum(self._weight(font, _font_weight) for font in fonts)

    def _weight(self, item: Any, measure: Any) -> int:
        if id(item) not in self._weights:
            self._kept.append(item)
            self._weights[id(item)] = measure(item)
        return self._weights[id(item)]

    def _spend(self, weight: int) -> None:
        self._spent += weight
        if self._spent > MOST_BYTES:
            raise TooMuch


def _resolved(item: Any) -> Any:
    return item.get_object() if hasattr(item, "get_object") else item


def _entries(resources: Any, key: str) -> Iterator[tuple[str, Any]]:
    found = _resolved(resources.get(key))
    if isinstance(found, dict):
        for name in found:
            yield str(name), _resolved(found.get(name))


def _streams(contents: Any) -> Iterator[Any]:
    found = _resolved(contents)
    if isinstance(found, list):
        yield from map(_resolved, found)
    else:
        yield found


def _length(stream: Any) -> int:
    """The size of a stream once inflated, which pypdf keeps for when it is read."""
    if not hasattr(stream, "get_data"):
        return 0
    return len(stream.get_data())


def _font_weight(font: Any) -> int:
    """The size of the tables that tell what a font's codes mean and how wide they are."""
    if not isinstance(font, dict):
        return 0
    parts = [font, *(_resolved(each) for each in _list(font.get("/DescendantFonts"))[:1])]
    total = 0
    for part in parts:
        if isinstance(part, dict):
            total += _length(_resolved(part.get("/ToUnicode"))) + _length(_resolved(part.get("/Encoding")))
            total += PER_ITEM * sum(len(_list(part.get(key))) for key in ("/Widths", "/W"))
            encoding = _resolved(part.get("/Encoding"))
            if isinstance(encoding, dict):
                total += PER_ITEM * len(_list(encoding.get("/Differences")))
    return total


def _list(item: Any) -> list[Any]:
    found = _resolved(item)
    return found if isinstance(found, list) else []
