"""The table of word vectors, which the networks share: eight bits a value, and a scale a piece."""

from collections.abc import Sequence
from io import BytesIO

import numpy


class WordVectors:
    """The vectors of pieces, by their numbers."""

    def __init__(self, content: bytes) -> None:
        """`content` as `packed` makes it."""
        self.content = content
        with numpy.load(BytesIO(content), allow_pickle=False) as arrays:
            self.values, self.scales = arrays["values"], arrays["scales"]

    def of(self, pieces: Sequence[int]) -> numpy.ndarray:
        """[1, pieces, width], in 32 bits."""
        found: numpy.ndarray = self.values[pieces].astype("float32") * self.scales[pieces]
        return found[None]

    def __reduce__(self) -> tuple[type["WordVectors"], tuple[bytes]]:
        return WordVectors, (self.content,)


def packed(values: numpy.ndarray, scales: numpy.ndarray) -> bytes:
    """`values` [pieces, width] of eight bits and `scales` [pieces, 1] as one file; equal arrays make equal bytes."""
    file = BytesIO()
    numpy.savez(file, values=values, scales=scales)
    return file.getvalue()
