"""Lists of works under a headline that tells their form. Invented names."""

from dataclasses import replace

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Metadata, PassageKind
from tests.extract.marked_text import read_marked

HEADING, ITEM = PassageKind.HEADING, PassageKind.LIST_ITEM


def forms(headline: str) -> set[str | None]:
    """The forms in which two works under the headline have a studio."""
    reading, findings = read_marked(
        (PassageKind.TITLE, headline),
        (HEADING, "[Kites](WORK_OF_ART)"),
        (ITEM, "Studio: [Kelp](ORG)"),
        "A girl mends kites; it is from the novel of that name.",
        (HEADING, "[Sea of Glass](WORK_OF_ART)"),
        (ITEM, "Studio: [Quay](ORG)"),
        "A boy sails.",
    )
    parsed = replace(reading.parsed, metadata=Metadata(title=headline))
    found = find_statements(replace(reading, parsed=parsed), findings, None)
    return {s.medium for s in found if s.predicate == "studio"}


@pytest.mark.parametrize(
    ("headline", "form"),
    [
        ("Spring 2031 Anime: 2 Not to Miss", {"anime"}),
        ("The two films we wait for", {"film"}),
    ],
)
def test_the_headline_tells_the_form_of_what_it_lists(headline, form):
    assert forms(headline) == form


def test_a_headline_with_two_forms_tells_nothing():
    assert forms("Manga and anime that we love") != {"manga"}
