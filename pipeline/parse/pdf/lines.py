"""Lines of a page in the order in which they are drawn, put together from pieces of text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, isfinite
from typing import Any

BOLD = re.compile(r"bold|black|heavy|semib|demi", re.IGNORECASE)
LARGEST = 10_000.0  # points; what lies farther out is not on the page
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line: `x`, `y` of its beginning in points, `y` upwards; `size` and `is_bold` of most of its characters."""

    text: str
    page: int
    x: float
    y: float
    size: float
    is_bold: bool


class LineCollector:
    """Takes the pieces of one page as pypdf reports them; newlines in them end a line."""

    def __init__(self, page: int) -> None:
        self.lines: list[PdfLine] = []
        self.n_characters = 0
        self._page = page
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._place: tuple[float, float] | None = None
        self._looks: dict[tuple[float, bool], int] = {}

    def add(self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, font_size: Any) -> None:
        """One piece: its text, both matrices, the font and its size."""
        self.n_characters += len(text)
        first, *rest = text.split("\n")
        self._append(first, cm, tm, font, font_size)
        for part in rest:
            self.close()
            self._append(part, cm, tm, font, font_size)

    def _append(self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, font_size: Any) -> None:
        self._parts.append(text)
        count = len(text.strip())
        if not count:
            return
        x, y, scale = _placed(cm, tm)
        if self._place is None:
            self._place = x, y
        look = round(2 * _bounded(_number(font_size) * scale)) / 2, _is_bold(font)
        self._looks[look] = self._looks.get(look, 0) + count

    def close(self) -> None:
        """Ends the line, if there is one."""
        text = " ".join("".join(self._parts).translate(LIGATURES).split())
        if text and self._place is not None:
            size, is_bold = max(self._looks, key=lambda look: (self._looks[look], look))
            self.lines.append(PdfLine(text, self._page, *self._place, size, is_bold))
        self._begin()


def _placed(cm: Sequence[float], tm: Sequence[float]) -> tuple[float, float, float]:
    """Where the piece begins on the page, and by how much its letters are scaled."""
    a, b, c, d, e, f = (_number(value) for value in cm)
    _, _, tc, td, te, tf = (_number(value) for value in tm)
    x, y = te * a + tf * c + e, te * b + tf * d + f
    scale = hypot(tc * a + td * c, tc * b + td * d)  # of an upright stroke
    return _bounded(x), _bounded(y), _bounded(scale)


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return 0.0


def _bounded(value: float) -> float:
    return round(min(max(value, -LARGEST), LARGEST), 2) if isfinite(value) else 0.0


def _is_bold(font: Any) -> bool:
    name = font.get("/BaseFont", "") if isinstance(font, dict) else ""
    return BOLD.search(str(name)[:200]) is not None
