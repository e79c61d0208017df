"""Whether a text is the source of a wiki page."""

import re

SAMPLE = 50_000
DUMP_TITLE = re.compile(r"[\ufeff\s]*=(?!=)[^=\n]{1,300}=[ \t]*(?:\n|$)")
INFOBOX = re.compile(r"\{\{\s{0,9}(?:[^{}|\n]{1,40}\s)?infobox\b", re.IGNORECASE)
TABLE = re.compile(r"^\{\|.{0,500}\n(?:[|!].{0,2000}\n){0,20}?\|-", re.MULTILINE)
TEMPLATE = re.compile(r"\{\{[^{}|\n]{1,60}(?:\||\n|\}\})")
LINK = re.compile(r"\[\[[^\[\]\n]{1,300}\]\]")
BOLD = re.compile(r"'''[^'\n]{1,200}'''")
HEADING = re.compile(r"^==+[^=\n]{1,200}==+[ \t]*$", re.MULTILINE)
ENOUGH = 4  # links without any other mark


def recognises(text: str) -> bool:
    """Whether the text holds what only wikitext has: an infobox, a table with its marks, links with other marks.

    A text that opens with '= Title =' is a flattened dump, whatever it has left of its markup.
    """
    sample = text[:SAMPLE]
    if DUMP_TITLE.match(sample):
        return False
    if INFOBOX.search(sample) or TABLE.search(sample):
        return True
    links = len(LINK.findall(sample))
    marks = [pattern.search(sample) is not None for pattern in (TEMPLATE, BOLD, HEADING)]
    return sum(marks) + min(links, ENOUGH) >= ENOUGH and links >= 1 and (any(marks) or _is_dense(links, sample))


def _is_dense(links: int, sample: str) -> bool:
    return links * 1_000 >= len(sample)
