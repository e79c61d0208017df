"""Reads passages with what they state: the form that `training/claims/GUIDE.md` describes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.extract.relations import KIND_OF, Candidate
from pipeline.extract.relations.finding import SLOT_OF
from pipeline.records import Name
from pipeline.vocabulary.predicates import load_predicates

CLAIMS = Path(__file__).with_name("claims")
PREDICATES = tuple(name for name in load_predicates() if name != "isbn")
SLOTS = tuple(dict.fromkeys(SLOT_OF.values()))
FORMS = (None, "light_novel", "novel", "web_novel", "manga", "anime", "film", "game", "audiobook", "art_book",
         "live_action", "stage", "music", "other")  # fmt: skip
MARK = re.compile(r"\[([^\[\]]+)\]\(([A-Z_]+)(?:\|([^()]*(?:\([^()]*\))?[^()]*))?\)")


@dataclass(frozen=True)
class Claim:
    subject: str
    predicate: str
    value: str
    form: str | None
    fillers: dict[str, str]


@dataclass(frozen=True)
class Stated:
    """A text and its marks: names, dates, numbers, genres. `names` has the key of what each mark means."""

    id: str
    topic: Name | None
    heading: str
    text: str
    named: list[Candidate]
    names: dict[Candidate | None, str]
    claims: list[Claim]


def stated_files() -> list[Path]:
    return sorted(CLAIMS.glob("*.txt"))


def key(text: str) -> str:
    """Equal for spellings of a name that differ in case and signs alone."""
    return re.sub(r"\W+", " ", str(text).lower()).strip() or str(text)


def read_stated(path: Path) -> Iterator[Stated]:
    """The passages of a file."""
    for block in re.split(r"\n\s*\n(?=# )", path.read_text(encoding="utf-8").strip()):
        lines = block.split("\n")
        topic = [part.strip() for part in lines[1].removeprefix("@ ").split("|")]
        body = " ".join(x for x in lines[2:] if not x.startswith(("> ", "@@ "))).replace("\\n", "\n")
        yield Stated(
            lines[0][2:].strip(),
            Name(topic[0], topic[1]) if topic[0] != "-" and topic[1] in KIND_OF else None,
            next((x[3:].strip() for x in lines if x.startswith("@@ ")), ""),
            *unmarked(re.sub(r" *\n *", "\n", body)),
            [c for x in lines if x.startswith("> ") and (c := claim(x))],
        )


def unmarked(source: str) -> tuple[str, list[Candidate], dict[Candidate | None, str]]:
    """The text, its marks as candidates, and the keys of these."""
    text, at = "", 0
    named: list[Candidate] = []
    names: dict[Candidate | None, str] = {}
    for mark in MARK.finditer(source):
        text += source[at : mark.start()]
        at = mark.end()
        start = len(text)
        text += mark[1]
        if mark[2] in KIND_OF:
            meant = (mark[3] or mark[1]).strip()
            candidate = Candidate(start, len(text), Name(meant, mark[2]))
            named.append(candidate)
            names[candidate] = meant if mark[2] == "DATE" else key(meant)
    return text + source[at:], named, names


def claim(line: str) -> Claim | None:
    predicate, _, rest = line.removeprefix("> ").partition(": ")
    parts = [part.strip() for part in rest.split(" | ")]
    if predicate not in PREDICATES or len(parts) < 3:
        return None
    form = parts[1].split()[0] if parts[1] not in ("-", "") else None
    qualifiers = dict(part.split("=", 1) for part in parts[3:] if "=" in part)
    fillers = {slot: key(qualifiers[slot]) for slot in SLOTS if slot in qualifiers}
    return Claim(key(parts[0]), predicate, parts[2], form if form in FORMS else None, fillers)
