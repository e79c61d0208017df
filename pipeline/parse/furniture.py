"""Page furniture, captions and link blocks: recognised by the form of a line, never by the name of a site."""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.vocabulary import load_vocabulary

TRAIL = re.compile(r"(?i)home ?[›»→>/|] ?[^›»→>]{2,40} ?[›»→>] ?\S")  # 'Home » Anime » The headline of the page'
MENU_GAP = re.compile(r"\s{2,}|\t|\s[|·•›»>→/]\s|\s?[›»→]\s?")
LONGEST_MENU_ENTRY = 30


@dataclass(frozen=True, slots=True)
class Form:
    """One form of line from the vocabulary."""

    name: str
    pattern: re.Pattern[str]
    whole: bool
    closing: bool

    def match(self, text: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(text) if self.whole else self.pattern.match(text)


@cache
def forms(table: str, *, whole: bool = False) -> tuple[Form, ...]:
    """The forms of one table of `furniture.toml`; `whole` is the default of its entries."""
    return tuple(
        Form(
            entry["name"],
            re.compile(entry["pattern"], re.IGNORECASE),
            entry.get("whole", whole),
            entry.get("closing", False),
        )
        for entry in load_vocabulary("furniture")[table]
    )


def furniture_form(text: str) -> Form | None:
    """The form of furniture that the line has, or None. Long lines have none."""
    if len(text) > load_vocabulary("furniture")["longest"]:
        return None
    return next((form for form in forms("furniture") if form.match(text)), None)


def is_caption(text: str) -> bool:
    """Whether the line is the caption or the credit of an image."""
    return len(text) <= 400 and any(form.match(text) for form in forms("caption", whole=True))


def is_link_block(text: str) -> bool:
    """Whether the line is a heading such as 'Related Links'."""
    return len(text) <= 60 and any(form.match(text) for form in forms("link_block", whole=True))


def is_apparatus(heading: str) -> bool:
    """Whether an encyclopedia section so named holds references and the like."""
    return len(heading) <= 60 and any(form.match(heading) for form in forms("apparatus", whole=True))


def is_hatnote(text: str) -> bool:
    """Whether the line of an encyclopedia only points elsewhere, or is what a template left behind."""
    return len(text) <= 400 and any(form.match(text) for form in forms("hatnote"))


def is_site_word(text: str) -> bool:
    """Whether the text is a label that sites have in common: 'Home', 'Reviews', the name of a share button."""
    return text.strip(" :»›>|#").casefold() in _site_words()


@cache
def _site_words() -> frozenset[str]:
    return frozenset(load_vocabulary("furniture")["site"]["words"])


def is_menu_row(text: str) -> bool:
    """Whether the line is a row of links or a breadcrumb trail: at least three short entries, no sentence."""
    if len(text) > load_vocabulary("furniture")["longest"] or text.endswith((".", "!", "?")):
        return False
    if _is_site_run(text) or TRAIL.match(text):
        return True
    entries = MENU_GAP.split(text)
    if len(entries) == 2 and all(map(is_site_word, entries)):
        return True
    return len(entries) >= 3 and all(len(entry) <= LONGEST_MENU_ENTRY for entry in entries)


def _is_site_run(text: str) -> bool:
    """Whether the line is at least three labels that sites have in common: 'Facebook Twitter Copy link'."""
    words = text.casefold().split(" ")
    labels = at = 0
    while at < len(words):
        if " ".join(words[at : at + 2]) in _site_words() and at + 1 < len(words):
            at += 2
        elif words[at] in _site_words():
            at += 1
        else:
            return False
        labels += 1
    return labels >= 3
