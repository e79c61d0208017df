"""What an article as a whole tells of its names."""

from collections import Counter, defaultdict

from pipeline.extract.mentions.learn import _resolve_nested


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
