"""From scores to relations, with a network whose scores are written by hand."""

import numpy
import pytest

from pipeline.extract.language import plain_tokenizer
from pipeline.extract.relations import Candidate, find_relations, make_paragraph
from pipeline.extract.relations.network import Labels, Scores, load_wordpieces
from pipeline.records import Name

TEXT = "Ann Oba wrote Kites and Sea."
NAMED = [
    Candidate(0, 7, Name("Ann Oba", "PERSON")),
    Candidate(14, 19, Name("Kites", "WORK_OF_ART")),
    Candidate(24, 27, Name("Sea", "WORK_OF_ART")),
]
PARAGRAPH = make_paragraph(plain_tokenizer()(TEXT), NAMED, None, "")


class Written:
    """Says 'author' of the first candidate, and points to the others as it is told."""

    labels = Labels(("author", "director"), ("character", "theme"), (None, "novel", "anime"))
    wordpieces = load_wordpieces()

    def __init__(self, pointed, forms=(0.0, 2.0, 3.0)):
        self.pointed, self.forms = pointed, forms

    def scores(self, scene):
        n = len(scene.placed)
        predicates = numpy.full((n, 2), -9.0)
        predicates[0] = (3.0, -9.0)
        subjects = numpy.zeros((n, n))
        subjects[0] = self.pointed
        return Scores(predicates, subjects, numpy.zeros((4, n)), numpy.array([self.forms] * n))


def likely(network):
    return [r for r in find_relations([PARAGRAPH], network) if r.probability > 0.5]


def test_the_subject_is_the_name_pointed_to():
    (found,) = likely(Written([9.0, 1.0, 4.0]))
    assert (found.value.name.text, found.predicate, found.subject.text) == ("Ann Oba", "author", "Sea")
    assert found.probability == pytest.approx(0.9526, abs=1e-4)
    assert found.certainty == pytest.approx(0.9526, abs=1e-4)  # of the two works: 1 / (1 + e^-3)


def test_the_form_is_one_that_the_predicate_may_be_said_of():
    (found,) = likely(Written([0.0, 1.0, 4.0]))
    assert found.form == "novel"  # 'anime' scores higher, but an anime has no author


def test_the_mentions_of_one_name_count_together():
    text = "Ann Oba wrote Kites, Sea and Sea."
    named = [*NAMED[:2], Candidate(21, 24, NAMED[2].name), Candidate(29, 32, NAMED[2].name)]
    twice = make_paragraph(plain_tokenizer()(text), named, None, "")
    (found,) = [r for r in find_relations([twice], Written([0.0, 1.5, 1.0, 1.0])) if r.probability > 0.5]
    assert found.subject.text == "Sea"


def test_nothing_is_said_of_what_cannot_be_a_subject():
    alone = make_paragraph(plain_tokenizer()("Ann Oba wrote."), NAMED[:1], None, "")
    assert find_relations([alone], Written([0.0])) == []
