"""Short names of companies, awards, events and places: generic words left out, initials, beginnings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.resolve.blocks import blocks_by, in_company
from pipeline.resolve.clusters import Clusters, Link
from pipeline.resolve.naming import PEOPLE, NameTable
from pipeline.values.folding import fold
from pipeline.values.names import is_acronym, title_core, without_year
from pipeline.vocabulary import load_vocabulary


def join_shorthand(table: NameTable, clusters: Clusters) -> None:
    """Joins short names with the one longer name that they can stand for."""
    things = [i for i, name in enumerate(table.names) if name.kind not in PEOPLE]
    clusters.join_best_first([*_countries(table, things), *_with_generic_words(table, things)])
    clusters.join_best_first(_beginnings(table, clusters))
    clusters.join_best_first(_acronyms(table, clusters, things))


def _with_generic_words(table: NameTable, things: list[int]) -> Iterator[Link]:
    """'Kaze Studios' is 'Kaze' where no other company is called 'Kaze ...'; 'Kestrel Award' is 'Kestrel Awards'."""
    generic = generic_words()
    named = [i for i in things if table.names[i].kind in generic]
    cores = {i: _core(table, i, generic) for i in named}
    for block in blocks_by([i for i in named if len(cores[i]) >= 3], lambda i: (table.names[i].kind, cores[i])):
        bare = [i for i in block if len(_words(table, i)) == len(cores[i].split())]
        full = [i for i in block if i not in bare]
        alike: dict[tuple[str, ...], int] = {}
        for index in full:
            first = alike.setdefault(tuple(_words(table, index)), index)
            if first != index:
                yield Link(first, index, 0.9, "the same name with an abbreviation")
        if table.names[block[0]].kind == "award" or len(alike) == 1:
            yield from (Link(block[0], i, 0.85, "the same name but for its generic word") for i in block[1:])


def _core(table: NameTable, index: int, generic: dict[str, frozenset[str]]) -> str:
    return " ".join(word for word in _words(table, index) if word not in generic[table.names[index].kind])


def _beginnings(table: NameTable, clusters: Clusters) -> Iterator[Link]:
    """'Larkspur' is the one 'Larkspur Film Festival' of its article."""
    for doc_id in sorted(table.by_article):
        events = sorted(table.by_article[doc_id].get("award", ()))
        longer: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index in events:
            words = title_core(without_year(table.names[index].text)).split()
            for n in range(1, min(len(words), 5)):
                longer[tuple(words[:n])].append(index)
        for index in events:
            found = longer.get(tuple(title_core(without_year(table.names[index].text)).split()), [])
            if found and len({clusters.find(i) for i in found}) == 1:
                yield Link(index, found[0], 0.8, "the beginning of the name")


def _words(table: NameTable, index: int) -> list[str]:
    written_out = abbreviations()
    return [written_out.get(w, w) for w in title_core(without_year(table.names[index].text)).split()]


def generic_words() -> dict[str, frozenset[str]]:
    """Words that a company's or an award's name may go without, by kind."""
    entries = load_vocabulary("names")["generic_word"]
    return {entry["kind"]: frozenset(entry["words"]) for entry in entries}


def _countries(table: NameTable, things: list[int]) -> Iterator[Link]:
    """'UK' and 'Britain': a short list in the vocabulary."""
    same = {
        fold(name): entry["names"][0] for entry in load_vocabulary("names")["same_place"] for name in entry["names"]
    }
    places = [i for i in things if table.names[i].kind == "place" and fold(table.names[i].text) in same]
    for block in blocks_by(places, lambda i: same[fold(table.names[i].text)]):
        yield from (Link(block[0], i, 0.95, "another name of the country") for i in block[1:])


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviated words of names, written out."""
    return {entry["short"]: entry["full"] for entry in load_vocabulary("names")["abbreviation"]}


def _acronyms(table: NameTable, clusters: Clusters, things: list[int]) -> Iterator[Link]:
    """'NWF' is the one 'New Wave Fair' of its article; a country's letters are those of the one such country."""
    for doc_id in sorted(table.by_article):
        for kind, indexes in sorted(table.by_article[doc_id].items()):
            if kind not in PEOPLE:
                yield from _expand(table, clusters, sorted(indexes))
    for kind in ("organisation", "place", "work"):
        links = _expand(table, clusters, [i for i in things if table.names[i].kind == kind])
        yield from (x for x in links if kind == "place" or in_company(table, x.one, x.other))


def _expand(table: NameTable, clusters: Clusters, indexes: Iterable[int]) -> Iterator[Link]:
    names = [(i, table.names[i].text) for i in indexes]
    short = [(i, text) for i, text in names if len(text) <= 8 and text == text.upper() and text != text.lower()]
    full: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for i, text in names if short else ():
        full[fold(text)[:1]].append((i, text))
    for i, text in short:
        found = [j for j, other in full[fold(text)[:1]] if is_acronym(text, other)]
        if len({clusters.find(j) for j in found}) == 1:
            yield Link(i, found[0], 0.8, "the initials of the name")
