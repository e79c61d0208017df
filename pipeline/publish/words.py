"""The closed lists of words in the tables, each with what it means."""

LABEL_MEANINGS = {
    "PERSON": "a real person, pen names included",
    "CHARACTER": "a fictional person",
    "ORG": "a company, studio, publisher, broadcaster, streaming service, imprint, band or school",
    "WORK_OF_ART": "a novel, manga, film, series, game, song, book or franchise, by title",
    "GPE": "a country, region or city",
    "LOC": "another place: a mountain, a sea, a part of a continent",
    "FAC": "a building or another facility",
    "EVENT": "a named event, convention or festival",
    "AWARD": "a named award, ceremony or ranking",
}
STATUS_MEANINGS = {
    "agreed": "several articles say so, and none says otherwise",
    "single_source": "one article says so, and none says otherwise",
    "preferred": "articles disagree; this value is the better supported one",
    "superseded": "was true at its `as_of`; a later value is current",
    "disputed": "articles disagree, and nothing decides between them",
}
RESULT_MEANINGS = {
    "won": "the sources state a win",
    "nominated": "the sources state a nomination and no win",
    "ranked": "a place in a ranking, in `rank`",
}
CONFLICT_KIND_MEANINGS = {
    "alias": "two spellings or names of one thing: no dispute",
    "typo": "a misspelling: the spelling best supported wins",
    "granularity": "one value is finer than the other: the finer one is published, the coarser one supports it",
    "temporal": "both were true, at different times: the later one is current",
    "contradiction": "they cannot both be true: one is preferred, or all are disputed",
}
PRECISIONS = ("day", "month", "season", "year", "decade", "range")
MEDIA_MEANINGS = {
    "light_novel": "a light novel",
    "novel": "a novel published as a book",
    "web_novel": "a novel published online",
    "manga": "a comic, whatever its country",
    "anime": "an animated series",
    "film": "a film, animated ones included",
    "game": "a game",
    "audiobook": "an audiobook or audio drama",
    "art_book": "an art book",
    "live_action": "a series with actors",
    "stage": "a play or musical",
    "music": "a song or album",
    "other": "another form",
}
