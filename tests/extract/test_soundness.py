"""What publishing would refuse is found article by article."""

from dataclasses import replace

import pytest

from pipeline.extract.soundness import find_fault
from pipeline.records import AwardStatement, DateMention, Extraction, Mention, Metadata, Name, Qualifiers, Statement
from pipeline.values.spans import Span

TEXT = "Mira Holt wrote it in 2018."
MENTION = Mention(0, 9, "Mira Holt", "PERSON", None, "cue")
DATE = DateMention(22, 26, "2018", "2018", None, None, "year", False, None, None)
STATEMENT = Statement(Name("It", "WORK_OF_ART"), "author", "Mira Holt", 0, 9, "author: x", value_label="PERSON")
AWARD = AwardStatement("Tern Prize", 3, 2018, None, None, None, "won", None, (Span(0, 9),), "prose")


def extraction(**found: object) -> Extraction:
    sound = {"mentions": (MENTION,), "dates": (DATE,), "statements": (STATEMENT,), "awards": (AWARD,)}
    return Extraction("web_text", Metadata(), len(TEXT), 1, **{**sound, **found})  # type: ignore[arg-type]


def test_a_sound_extraction() -> None:
    assert find_fault(extraction(), TEXT) is None


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ({"mentions": (replace(MENTION, end=8),)}, "does not read"),
        ({"mentions": (MENTION, MENTION)}, "twice"),
        ({"mentions": (replace(MENTION, label="NORP"),)}, "unknown label"),
        ({"dates": (replace(DATE, edtf="2018-13"),)}, "no EDTF"),
        ({"dates": (replace(DATE, start=21),)}, "does not read"),
        ({"statements": (replace(STATEMENT, end=900),)}, "outside"),
        ({"statements": (replace(STATEMENT, predicate="likes"),)}, "unknown predicate"),
        ({"statements": (replace(STATEMENT, qualifiers=Qualifiers(as_of="soon")),)}, "no EDTF"),
        ({"statements": (replace(STATEMENT, season=10**12),)}, "out of range"),
        ({"awards": (replace(AWARD, evidence=()),)}, "no evidence"),
        ({"awards": (replace(AWARD, year=99_999_999_999),)}, "out of range"),
        ({"awards": (replace(AWARD, edition=10**10),)}, "out of range"),
    ],
)
def test_faults(found: dict[str, object], words: str) -> None:
    assert words in (find_fault(extraction(**found), TEXT) or "")
