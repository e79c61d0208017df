"""Names and births of people in prose; all of them are invented."""

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Name
from tests.extract.marked_text import read_marked

TOPIC = Name("Ann Oba", "PERSON")
ANN = "[Ann Oba](PERSON)"


def told(text: str) -> list[str]:
    """'predicate value' of every statement about the topic."""
    reading, findings = read_marked(text)
    found = find_statements(reading, findings, TOPIC)
    return sorted(f"{s.predicate} {s.value}" for s in found if s.subject == TOPIC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The composer {ANN} (大場 杏), who has died, was shy.", ["title_native 大場 杏"]),
        (f"{ANN} (大場 杏, Oba Ann; a baker) is shy.", ["title_native 大場 杏", "title_romanized Oba Ann"]),
        (f"{ANN} (Korean: 오바안) is shy.", ["title_native 오바안"]),
        ("She was born [Ann Ito](PERSON) in [Rome](GPE).", ["alias Ann Ito", "birth_place Rome"]),
        (
            "She was born [Ann Ito](PERSON) on [2 May 1963](1963-05-02), in [Rome](GPE), [Italy](GPE), first.",
            ["alias Ann Ito", "birth_date 1963-05-02", "birth_place Rome, Italy"],
        ),
        (f"{ANN} (born [Ann Ito](PERSON)) is shy.", ["alias Ann Ito"]),
        ("A critic spelled her [Anne Ohba](PERSON) and called it a day.", ["alias Anne Ohba"]),
        ("She wrote under the pen name [Mia Lind](PERSON).", ["alias Mia Lind"]),
        # no other name of hers
        ("She was born to [Mia Ito](PERSON), a baker.", []),
        ("Her son was born. [Mia Ito](PERSON) was glad.", []),
        (f"{ANN} (with [Mia Ito](PERSON)) wrote it.", []),
        (f"{ANN} (Best Actress) won.", []),
        (f"{ANN} (『硝子』の作者) came.", []),
        ("She played [Mia Ito](PERSON).", []),
    ],
)
def test_names_and_births(text: str, expected: list[str]) -> None:
    assert told(text) == expected
