"""Parts of marked-up texts: those of a cell as one line ('Ann Oba<br>Bo Lind' -> 'Ann Oba, Bo Lind'), of a dateline."""

from collections.abc import Iterator

from pipeline.parse.dateline import dateline_stretches
from pipeline.parse.markup import Atoms, Break, MarkedText, join, split_breaks
from pipeline.records import PassageKind

TIGHT_AFTER = ",;:/&(-–"
TIGHT_BEFORE = "([,;:/)&–-."


def join_parts(raw: str, atoms: Atoms, *, is_list: bool) -> MarkedText | None:
    """The text of the atoms, its parts separated by commas.

    A new line separates parts too where `is_list` says so, or where both sides look whole: 'Ann Oba<br>Bo Lind', but
    not 'Best Supporting<br>Actress'.
    """
    pieces: list[tuple[str, MarkedText]] = []
    for mark, piece in _shown(split_breaks(raw, atoms)):
        before = pieces[-1][1].text if pieces else ""
        pieces.append((_separator(mark, before, piece.text, is_list=is_list), piece))
    return join(pieces) if pieces else None


def join_lines(raw: str, atoms: Atoms) -> MarkedText | None:
    """The text of the atoms, breaks shown as blanks."""
    pieces = [(" ", piece) for _, piece in split_breaks(raw, atoms) if piece is not None]
    return join(pieces) if pieces else None


def split_dateline(marked: MarkedText) -> Iterator[tuple[PassageKind, MarkedText]]:
    """A dateline shows its days, which are dates like others; the words around them are furniture."""
    for is_day, start, end in dateline_stretches(marked.text):
        if (part := marked.part(start, end)) is not None:
            yield PassageKind.PROSE if is_day else PassageKind.FURNITURE, part


def _shown(pieces: Iterator[tuple[Break | None, MarkedText | None]]) -> Iterator[tuple[Break | None, MarkedText]]:
    """The pieces that show, each with the strongest break before it."""
    strongest: Break | None = None
    for mark, piece in pieces:
        strongest = Break.PART if Break.PART in (mark, strongest) else mark or strongest
        if piece is not None:
            yield strongest, piece
            strongest = None


def _separator(mark: Break | None, before: str, after: str, *, is_list: bool) -> str:
    if not before or before[-1] in TIGHT_AFTER or after[0] in TIGHT_BEFORE:
        return " "
    if mark == Break.PART or is_list:
        return ", "
    return ", " if _is_whole(before) and _is_whole(after) else " "


def _is_whole(text: str) -> bool:
    """Whether the text can stand alone: two words or more, none in small letters at either end."""
    words = text.split(" ")
    return len(words) > 1 and not words[0][0].islower() and not words[-1][0].islower()
