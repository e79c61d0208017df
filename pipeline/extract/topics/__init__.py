"""What an article is about: the thing that 'the series' and a table without a nominee column refer to.

`signs` are what speaks for each work and person that an article names, `headlines` the names that only a headline's
form tells; `choosing` weighs them with weights that `training.fit_topics` learned.
"""

from pipeline.extract.reading import Findings
from pipeline.extract.topics.choosing import choose
from pipeline.extract.topics.signs import THINGS, candidates, fold, without_bracket
from pipeline.records import Mention, Name, ParsedArticle

__all__ = ["find_topic"]


def find_topic(parsed: ParsedArticle, findings: Findings) -> Name | None:
    """The work or person that the article is about; None where it is about several, or about none that it names.

    A page titled exactly like a thing is about that thing.
    """
    title, label = without_bracket(parsed.metadata.title or "")
    exact = [m for m in findings.mentions if m.label in THINGS and fold(title) in _names(m)]
    if title and exact:
        return Name(title, _label_of_page(exact, label))
    return choose(*candidates(parsed, findings.mentions))


def _label_of_page(exact: list[Mention], label: str | None) -> str:
    """What the bracket of the title says, else what most mentions of that name are labelled."""
    labels = [m.label for m in exact]
    return label if label in labels else max(sorted(set(labels)), key=labels.count)


def _names(mention: Mention) -> tuple[str, str]:
    return fold(mention.words), fold(mention.canonical or "")
