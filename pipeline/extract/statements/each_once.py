"""Each statement once: the fuller of two that say the same."""

from pipeline.records import Statement

Key = tuple[object, ...]
SPOKEN = ("voice_actor", "title_native", "title_romanized")  # said in a language, they say more


def each_once(statements: list[Statement]) -> tuple[Statement, ...]:
    """The first of equal statements, in order; what another one says more fully is left out."""
    first: dict[Key, Statement] = {}
    for s in sorted(statements, key=lambda s: (s.start, s.end, s.predicate, s.subject.text)):
        key = (s.subject, s.predicate, s.value, s.medium, s.season, s.qualifiers.character, s.qualifiers.as_of)
        first.setdefault((*key, s.qualifiers.language, s.qualifiers.theme), s)
    akin: dict[Key, dict[Key, Statement]] = {}
    seasons: set[Key] = set()
    for s in first.values():
        for common in ((s.subject, s.predicate), *_word_keys(s)):
            akin.setdefault(common, {}).setdefault((s.value, s.medium), s)
        if s.season is not None:
            seasons.add(_words_of(s))
    spoken = {_part_of(s) for s in first.values() if s.predicate in SPOKEN and s.qualifiers.language}
    fuller = [s for s in first.values() if s.season is not None or _words_of(s) not in seasons]
    fuller = [s for s in fuller if s.qualifiers.language is not None or _part_of(s) not in spoken]
    return tuple(s for s in fuller if not any(_says_less(s, o) for common in _keys(s) for o in akin[common].values()))


def _words_of(s: Statement) -> Key:
    """Two statements of these are read from the same words, with a season and without."""
    return s.subject, s.predicate, s.value, s.medium, s.start


def _part_of(s: Statement) -> Key:
    """Two statements of these tell of one part that somebody speaks, or of one name."""
    return s.subject, s.predicate, s.value, s.medium, s.qualifiers.character


def _keys(s: Statement) -> set[Key]:
    """Under one of these stands whatever says the same as `s` and more; few others do, so that few are compared."""
    return {(s.subject, s.predicate)} if _is_in_passing(s) else _word_keys(s)


def _word_keys(s: Statement) -> set[Key]:
    """A whole name has the first or the last word of its part."""
    words = s.value.split() or [""]
    return {(s.subject, s.predicate, words[0]), (s.subject, s.predicate, words[-1])}


def _says_less(s: Statement, other: Statement) -> bool:
    """Whether `other` states the same and also the form, the whole name, or the day of a year in passing."""
    if s.value == other.value:
        return s.medium is None and other.medium is not None
    if s.medium not in (None, other.medium):
        return False
    if s.value_label in ("ORG", "PERSON"):
        words, fuller = s.value.split(), other.value.split()
        return len(words) < len(fuller) and words in (fuller[: len(words)], fuller[-len(words) :])
    return _is_in_passing(s) and other.value.startswith(s.value)


def _is_in_passing(s: Statement) -> bool:
    """'The 2010 drama X' dates it in passing."""
    return s.extractor.endswith(": noun phrase") and s.value_earliest is not None
