"""Names under their right label, as far as the rest of the article tells it.

The topic is a work wherever it is named; whoever is credited, owns a book or stands among the actors of a cast is a
person and no character.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.reading import Findings
from pipeline.extract.statements.cast_lines import Names, cast_blocks, direction, read_lines
from pipeline.extract.statements.folding import ItemFinder
from pipeline.records import Mention, Name, ParsedArticle, Passage

MADE = (
    "written|illustrated|drawn|directed|created|composed|penned|adapted|translated|edited|narrated|sung|voiced|portrayed"
    "|designed|scripted|helmed|authored|dubbed|lettered|produced|co-written|published"
)
FORM = "novels?|manga|comics?|books?|stories|webtoon|screenplay|script|music|score|lyrics|artwork|illustrations|designs"
CREDITED = re.compile(rf"(?i)\b(?:(?:{MADE})(?:,? and \w+)?|{FORM}) by $")
OWNS = re.compile(rf"['’]s (?:own )?(?:[a-z-]+ ){{0,3}}(?:{FORM}|light novels?|memoir)\b")
SPOKEN = re.compile(r"(?:voiced|played|dubbed) by [^.;]{2,80} in [A-Z][a-z]{3,12}(?:,| and|;)+ (?:and )?(?:by )?$")
OTHER_FORM = re.compile(r" ?\((?:also |sometimes )?(?:written|spelled|spelt|credited)(?: as)? $")
MISTAKEN = ("ORG", "PERSON", "GPE", "LOC", "FAC", "EVENT")  # labels that a work's name is given by mistake
REACH = 130  # characters before a name in which its credit stands


def settle_labels(parsed: ParsedArticle, findings: Findings, topic: Name | None) -> Findings:
    """The findings with the topic and its people labelled so wherever they are named."""
    people = frozenset(_people(parsed.passages, findings))
    return replace(findings, mentions=tuple(_settled(m, people, topic) for m in findings.mentions))


def _settled(mention: Mention, people: frozenset[str], topic: Name | None) -> Mention:
    if mention.label == "CHARACTER" and (mention.words in people or mention.canonical in people):
        return replace(mention, label="PERSON")
    if topic is not None and topic.label == "WORK_OF_ART" and mention.label in MISTAKEN and mention.words == topic.text:
        return replace(mention, label=topic.label)
    return mention


def _people(passages: Sequence[Passage], findings: Findings) -> Iterator[str]:
    for passage in passages:
        before: Mention | None = None
        for mention in findings.mentions_in(passage):
            if mention.label == "CHARACTER" and _is_credited(passage, mention, before):
                yield mention.canonical or mention.words
                yield mention.words
            before = mention
    finder = ItemFinder(findings)
    names = Names(finder)
    for block in cast_blocks(passages):
        lines = read_lines(block)
        votes = direction(lines, names)
        for line in lines:
            told = line.told or votes
            if abs(told) > 0:
                yield from (actor.name for actor in (line.right if told > 0 else line.left).actors if " " in actor.name)


def _is_credited(passage: Passage, mention: Mention, before: Mention | None) -> bool:
    start, end = passage.to_text(mention.start), passage.to_text(mention.end - 1) + 1
    text = passage.text
    ahead = text[max(start - REACH, 0) : start]
    whole = " " in mention.words
    if CREDITED.search(ahead) or (whole and OWNS.match(text, end)):
        return True
    if SPOKEN.search(ahead) and text.startswith(" in ", end):
        return True
    if before is None or before.label != "PERSON":
        return False
    return OTHER_FORM.fullmatch(text[passage.to_text(before.end - 1) + 1 : start]) is not None
