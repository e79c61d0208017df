"""Lists of casts: which side holds the actors, and who is taken for a character; names are invented."""

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Name, PassageKind
from tests.extract.marked_text import read_marked

TOPIC = Name("Sea of Glass", "WORK_OF_ART")
ITEM = PassageKind.LIST_ITEM
LEAD = "[Sea of Glass](WORK_OF_ART) is an anime."


def _stated(*texts: str | tuple[PassageKind, str], section: tuple[str, ...] = ()) -> tuple[set[str], set[str]]:
    """Who speaks whom, and the characters."""
    found = find_statements(*read_marked(LEAD, *texts, section=section), TOPIC)
    voices = {
        " ".join(filter(None, [s.value, "=", s.qualifiers.character, s.qualifiers.language]))
        for s in found
        if s.predicate == "voice_actor"
    }
    return voices, {s.value for s in found if s.predicate == "character"}


@pytest.mark.parametrize(
    ("lines", "voices", "characters"),
    [
        # Languages may be told by a code alone.
        (
            ["[Mia](CHARACTER) – [Ann Oba](PERSON) / EN [Cy Ek](PERSON)", "[Tom](CHARACTER) – [Bo Hall](PERSON)"],
            {"Ann Oba = Mia", "Cy Ek = Mia en", "Bo Hall = Tom"},
            {"Mia", "Tom"},
        ),
        # A name that comes again is a character's.
        (
            [
                "[Ann Oba](CHARACTER) – [Mia Lind](CHARACTER) (Japanese)",
                "[Cy Ek](CHARACTER) – [Mia Lind](CHARACTER) (English)",
                "[Bo Hall](CHARACTER) – Rook (Japanese)",
                "[Di Fo](CHARACTER) – Rook (English)",
            ],
            {"Ann Oba = Mia Lind ja", "Cy Ek = Mia Lind en", "Bo Hall = Rook ja", "Di Fo = Rook en"},
            {"Mia Lind", "Rook"},
        ),
        # The order of one line is that of all; the model took everybody for a character.
        (
            [
                "[Mia Lind](CHARACTER) (voiced by [Ann Oba](PERSON) in Japanese, [Cy Ek](CHARACTER) in English)",
                "[Tom Dorn](CHARACTER) – [Bo Hall](CHARACTER) / [Di Fo](CHARACTER). Knight, sulker.",
                "[Old Hex](CHARACTER) – [Eve Rand](CHARACTER). Is she dead?",
            ],
            {
                "Ann Oba = Mia Lind ja",
                "Cy Ek = Mia Lind en",
                "Bo Hall = Tom Dorn ja",
                "Di Fo = Tom Dorn en",
                "Eve Rand = Old Hex",
            },
            {"Mia Lind", "Tom Dorn", "Old Hex"},
        ),
        (
            ["Mia “Mimi” Lind – Ann Oba (EN: Cy Ek)", "Tom Dorn – Bo Hall (EN: Di Fo)", "The King – not announced"],
            {"Ann Oba = Mia “Mimi” Lind", "Cy Ek = Mia “Mimi” Lind en", "Bo Hall = Tom Dorn", "Di Fo = Tom Dorn en"},
            {"Mia “Mimi” Lind", "Tom Dorn", "King"},
        ),
        # The other way round: the people are known from elsewhere in the article.
        (
            ["Ann Oba – Mia", "Bo Hall – Tom", "[Ann Oba](PERSON) and [Bo Hall](PERSON) are pleased."],
            {"Ann Oba = Mia", "Bo Hall = Tom"},
            {"Mia", "Tom"},
        ),
        (["Ann Oba as Mia, a baker", "Bo Hall as Tom"], {"Ann Oba = Mia", "Bo Hall = Tom"}, {"Mia", "Tom"}),
        (
            ["Ann Oba as Mrs. Dorn", "Bo Hall as the Queen of Tides"],
            {"Ann Oba = Dorn", "Bo Hall = Queen of Tides"},
            {"Dorn", "Queen of Tides"},
        ),
        # No list of a cast: one line only, keys of credits, words that are no names.
        (["The Bakery – Old Street"], set(), set()),
        (["Director – Ann Oba", "Music – Bo Hall"], set(), set()),
        (["When – in the spring", "Where – at the usual place"], set(), set()),
    ],
)
def test_a_cast_in_lines(lines: list[str], voices: set[str], characters: set[str]) -> None:
    assert _stated(*lines, section=("Who is in the cast?",)) == (voices, characters)


def test_a_cast_that_a_sentence_announces() -> None:
    lines = ["The cast so far:", "Ann Oba as Mia, a baker", "Bo Hall as Tom", "The rest follows in May."]
    assert _stated(*lines)[0] == {"Ann Oba = Mia", "Bo Hall = Tom"}
    assert _stated("The prices so far:", *lines[1:])[0] == set()


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("It is based on the novels by [Ann Oba](CHARACTER). [Oba](CHARACTER) is at home.", {"Oba"}),
        ("It is drawn by [Ann Oba](CHARACTER). [Ann Oba](CHARACTER) is at home.", set()),
        ("[Ann Oba](CHARACTER)'s own picture books sell well.", set()),
        ("[Bo Lind](PERSON) (also written [Bo Lynd](CHARACTER)) drew it.", set()),
        # Characters are followed by others, have things, and are told of.
        ("[Mia](CHARACTER) is followed by [Tom](CHARACTER).", {"Mia", "Tom"}),
        ("[Mia Lind](CHARACTER)'s brother has her sword.", {"Mia Lind"}),
    ],
)
def test_who_is_credited_is_no_character(text: str, characters: set[str]) -> None:
    assert _stated(text)[1] == characters
