"""What a token of a clause refers to: a work by name, or a form of a work to be understood."""

from dataclasses import dataclass

from pipeline.extract.statements.folding import Clause, Token
from pipeline.records import DateMention, Mention

POSSESSIVES = frozenset("its his her their whose".split())


@dataclass(frozen=True, slots=True)
class Reference:
    """What a token of a clause refers to. `work` is the mention that names it; None: to be understood."""

    start: int  # offsets into the passage
    end: int
    work: Mention | None = None
    medium: str | None = None
    season: int | None = None
    seasons: tuple[int, ...] = ()  # of 'both seasons', 'seasons 1 and 2'
    ordinal: int | None = None  # the 2 of 'the second film'
    language: str | None = None
    determiner: str | None = None
    adapted: bool = False
    original: str | None = None  # the form it was adapted from, where the phrase says so
    genre: Token | None = None
    genre_name: str | None = None
    year: DateMention | None = None
    length: Token | None = None  # the '12-episode' of 'a 12-episode anime'
    channel: Mention | None = None
    setting: Mention | None = None  # of 'the Lindau-set drama'
    pronoun: bool = False
    staged: bool = False
    shown: bool = False  # 'the show'
    of_previous: bool = False  # 'whose manga adaptation': a form of the work referred to before
    other: bool = False  # 'its sister show': not the work one would think of
    dub: bool = False
    own: bool = False  # 'the cast recording': comes with the work
    song: bool = False  # the 'X' of 'the opening theme song X'

    @property
    def kind(self) -> str:
        return "pronoun" if self.pronoun else "work" if self.work else "reference"


@dataclass(slots=True)
class Folded:
    """A clause whose references are folded too; `references[i]` belongs to token i."""

    tokens: list[Token]
    references: dict[int, Reference]
    clause: Clause
