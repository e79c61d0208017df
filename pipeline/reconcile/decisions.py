"""What was decided about a subject, under a key made of everything that the decision depends on.

A subject is as small as it gets: which claims answer one question depends on all that is said of their subject.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec

from pipeline.reconcile.policy import Policy
from pipeline.reconcile.spellings import Misspelt
from pipeline.reconcile.trust import Figures, Question, Sources
from pipeline.records import Claim, Conflict, Fact

_KEY_BYTES = 16
_encoder = msgspec.msgpack.Encoder()


@dataclass(frozen=True, slots=True)
class Decision:
    """The facts and conflicts about one subject.

    `figures` is what was known about the sources of its claims, which depends on the claims about all subjects:
    where that has changed, the subject is decided anew. `learned_from` are its questions that reliability is learned
    from, so that nobody need look at its claims again for that.
    """

    n_questions: int
    learned_from: tuple[Question, ...]
    figures: Figures
    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]


class Decisions(Protocol):
    """Where decisions are kept from one run to the next; a dict will do."""

    def get(self, key: str, /) -> Decision | None: ...

    def __setitem__(self, key: str, decision: Decision, /) -> None: ...


class DecisionKeys:
    """Equal keys mean equal decisions, where the figures are equal too and the code is the same."""

    def __init__(self, policies: Mapping[str, Policy], misspelt: Misspelt, sources: Sources) -> None:
        self._policies = _encoder.encode(sorted(policies.items()))
        self._misspelt = misspelt
        self._sources = sources

    def of(self, claims: Sequence[Claim]) -> str:
        """Of all claims about one subject."""
        values = {c.value_id: None for c in claims if c.value_id in self._misspelt}
        misspelt = [(value_id, self._misspelt[value_id]) for value_id in values if value_id]
        sources = {c.doc_id: self._sources[c.doc_id] for c in claims if c.doc_id in self._sources}
        content = _encoder.encode((self._policies, misspelt, sources, claims))
        return hashlib.blake2b(content, digest_size=_KEY_BYTES).hexdigest()
