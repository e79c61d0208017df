"""Whose claim a sentence of a page makes: the work it introduces, the one in mind, or nothing. Invented names."""

from dataclasses import replace

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Metadata, Name
from tests.extract.marked_text import read_marked

FILM = "[Sea of Glass](WORK_OF_ART) is a film."
MANGA = "[Sea of Glass](WORK_OF_ART) is a manga."
PLAY = "[Sea of Glass](WORK_OF_ART) is a stage musical."


def stated(*texts: str, section: tuple[str, ...] = ()) -> set[str]:
    reading, findings = read_marked(*texts, section=section)
    parsed = replace(reading.parsed, is_encyclopedia=True, metadata=Metadata(title="Sea of Glass"))
    found = find_statements(replace(reading, parsed=parsed), findings, Name("Sea of Glass", "WORK_OF_ART"))
    return {f"{s.subject.text} | {s.medium or '-'} | {s.predicate} | {s.value}" for s in found}


@pytest.mark.parametrize(
    ("lead", "text", "expected"),
    [
        (
            MANGA,
            "A spin-off by [Ann Oba](PERSON), [Kites](WORK_OF_ART), ran in [Monthly Quay](ORG).",
            {"Kites | manga | serialized_in | Monthly Quay"},
        ),
        (
            FILM,
            "A two-disc album, [Wave by Wave](WORK_OF_ART), was released on [May 2, 2023](2023-05-02).",
            {"Wave by Wave | music | release_date | 2023-05-02"},
        ),
        (
            FILM,
            "A French remake, [Verre](WORK_OF_ART), was directed by [Bo Lind](PERSON).",
            {"Verre | film | director | Bo Lind", "Verre | film | based_on | Sea of Glass"},
        ),
        (
            FILM,
            "A sequel was directed by [Bo Lind](PERSON), it was said.",
            set(),
        ),
        (FILM, "A remake was directed by [Bo Lind](PERSON).", set()),
        (
            FILM,
            "[Bo Lind](PERSON) composed the music for [Kites](WORK_OF_ART).",
            {"Kites | film | composer | Bo Lind"},
        ),
        (FILM, "[Bo Lind](PERSON) composed the music.", {"Sea of Glass | film | composer | Bo Lind"}),
        (
            PLAY,
            "A Japanese version ran in [Tokyo](GPE) from [April 8 to 30, 2023](2023-04-08/2023-04-30).",
            {"Sea of Glass | stage | premiere | 2023-04-08", "Sea of Glass | stage | finale | 2023-04-30"},
        ),
        (
            FILM,
            "[Bo Lind](PERSON), known for the drama [Kites](WORK_OF_ART), joined. It was directed by [Cy Ek](PERSON).",
            {"Sea of Glass | film | director | Cy Ek"},
        ),
        (
            FILM,
            "[Kelp](ORG) originally planned to release the film on [May 2, 2023](2023-05-02), but moved it.",
            set(),
        ),
    ],
)
def test_whose_claim_it_is(lead: str, text: str, expected: set[str]) -> None:
    assert stated(lead, text) - {s for s in stated(lead, text) if "| character |" in s} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Sea of Glass](WORK_OF_ART) is a [2019](2019) period mystery film.",
            {"release_date | 2019", "genre | period mystery"},
        ),
        ("[Sea of Glass](WORK_OF_ART) is a [2019](2019) drama series.", {"premiere | 2019"}),
        ("[Sea of Glass](WORK_OF_ART) is a series of crime comedy films.", {"genre | crime comedy"}),
        ("[Sea of Glass](WORK_OF_ART) is a trilogy of novels by [Ann Oba](PERSON).", {"author | Ann Oba"}),
        ("[Sea of Glass](WORK_OF_ART) is one of a series of lectures by [Ann Oba](PERSON).", set()),
    ],
)
def test_what_a_definition_says(text: str, expected: set[str]) -> None:
    found = stated(text, "It was first shown on [May 2, 2019](2019-05-02).")
    assert {" | ".join(s.split(" | ")[2:]) for s in found} - {"premiere | 2019-05-02"} == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (FILM, "The film is based on a manga, which ran in [Monthly Quay](ORG)."),
            {"Sea of Glass | manga | serialized_in | Monthly Quay", "Sea of Glass | film | based_on | Sea of Glass"},
        ),
        (
            (FILM, "It is based on the manga of the same name, which ran in [Monthly Quay](ORG)."),
            {"Sea of Glass | manga | serialized_in | Monthly Quay", "Sea of Glass | film | based_on | Sea of Glass"},
        ),
        (
            (", abbreviated [SoG](WORK_OF_ART), is a manga.", "[SoG](WORK_OF_ART) is published by [Harbor](ORG)."),
            {"Sea of Glass | - | alias | SoG", "Sea of Glass | manga | publisher | Harbor"},
        ),
        (
            (FILM, "[Bo Lind](PERSON) wrote [Ann Oba](PERSON)'s debut film [Kites](WORK_OF_ART)."),
            {"Kites | film | screenwriter | Bo Lind", "Kites | film | director | Ann Oba"},
        ),
    ],
)
def test_what_it_is(texts: tuple[str, ...], expected: set[str]) -> None:
    assert stated(*texts) == expected


def test_an_offshoot_has_the_form_of_its_section() -> None:
    found = stated("[Sea of Glass: Tides](WORK_OF_ART) was directed by [Bo Lind](PERSON).", section=("Film",))
    assert found == {"Sea of Glass: Tides | film | director | Bo Lind"}


def test_what_somebody_is_known_for_is_not_spoken_of() -> None:
    found = stated(
        FILM,
        "She was replaced by [Bo Lind](PERSON), known for the drama [Kites](WORK_OF_ART).",
        "Producer [Cy Ek](PERSON) told [Kelp](ORG) so.",
    )
    assert found == {"Sea of Glass | film | producer | Cy Ek"}


def test_a_comic_of_a_film_has_an_artist() -> None:
    found = stated(FILM, "A manga by [Ann Oba](PERSON), [Sea of Glass: Tides](WORK_OF_ART), ran for years.")
    assert "Sea of Glass: Tides | manga | artist | Ann Oba" in found
    assert not any("author" in s for s in found)
