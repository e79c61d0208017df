"""One sentence per decision that a reader can check against the articles."""

from collections.abc import Iterable, Sequence

from pipeline.reconcile.candidates import Answer
from pipeline.reconcile.settle import Disagreement

_SHOWN = 3  # articles or values named before "and 4 more"


def explain(disagreement: Disagreement, predicate: str) -> str:
    """E.g. "Month or year in a.txt ('2021-07'), the exact date in b.txt ('2021-07-21'): they agree."""
    what = predicate.replace("_", " ")
    answers, chosen = disagreement.answers, disagreement.chosen
    rest = [a for a in answers if a is not answers[0]]
    if disagreement.kind == "granularity":
        return (
            f"{said(answers[0])} is the most exact {what} and lies within {and_join(said(a) for a in rest)}: "
            "they agree, the exact one is published."
        )
    if disagreement.kind == "temporal":
        return f"The {what} changed over time: {and_join(_timed(a) for a in reversed(answers))}; the latest is current."
    if chosen is None:
        return f"{and_join(said(a) for a in answers)} exclude each other as {what}, and nothing decides between them."
    return (
        f"{and_join(said(a) for a in answers)} exclude each other as {what}; {chosen.best.value!r} is preferred "
        f"({disagreement.rule})."
    )


def said(answer: Answer) -> str:
    """'8' (a.txt, b.txt)."""
    return f"{answer.best.value!r} ({articles(answer.articles)})"


def articles(doc_ids: Sequence[str]) -> str:
    more = len(doc_ids) - _SHOWN
    return ", ".join(doc_ids[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def and_join(parts: Iterable[str]) -> str:
    words = list(parts)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _timed(answer: Answer) -> str:
    time = f" as of {answer.as_of}" if answer.as_of else ", undated"
    return f"{answer.best.value!r}{time} ({articles(answer.articles)})"
