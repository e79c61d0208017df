"""What an article as a whole tells of its names."""

from collections import Counter, defaultdict

import pytest

from pipeline.extract.mentions.learn import Known, _add_misspelt, _resolve_nested


def test_a_slip_that_is_dropped_explains_no_other_slip():
    """In a long text a slip may be seen so often that it looks like a well-known name itself."""
    votes = defaultdict(Counter, {
        "Ember Days": Counter(WORK_OF_ART=40),
        "Again Ember Days": Counter(WORK_OF_ART=25),
        "But Again Ember Days": Counter(WORK_OF_ART=2),
        "Otter House": Counter(ORG=3),
    })  # fmt: skip
    families = defaultdict(lambda: {"model"}, {"Ember Days": {"title"}})
    _resolve_nested(votes, families)
    assert set(votes) == {"Ember Days", "Otter House"}


@pytest.mark.parametrize(
    ("name", "family", "is_kept"),
    [
        ("The Clerk of Lamp Street", "cue", True),
        ("The Clerk of Lamp Street", "model", False),
        ("When Does Lamp Street", "cue", False),
    ],
)
def test_a_title_that_ends_with_its_short_form_is_no_slip(name, family, is_kept):
    votes = defaultdict(Counter, {"Lamp Street": Counter(WORK_OF_ART=40), name: Counter(WORK_OF_ART=30)})
    families = defaultdict(lambda: {"model"}, {name: {family}})
    _resolve_nested(votes, families)
    assert (name in votes) == is_kept


def test_a_slip_of_a_name_is_whoever_has_the_name():
    known = {
        "Rook Alder": Known("CHARACTER", None, True),
        "Rook Aldr": Known("WORK_OF_ART", None, True),
        "Rook Pier": Known("WORK_OF_ART", None, True),
    }
    families = {"Rook Aldr": {"model"}, "Rook Pier": {"model"}, "Rook Alder": {"cue"}}
    _add_misspelt(known, families)
    assert [entry.label for entry in known.values()] == ["CHARACTER", "CHARACTER", "WORK_OF_ART"]
