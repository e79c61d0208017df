"""An ONNX network in one process: one text at a time, on one thread."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import numpy

if TYPE_CHECKING:
    import onnxruntime


class Network:
    """Scores of tags. The session is made when it is first needed, anew in every process, forked ones too.

    Activations are scaled to eight bits over a whole input, so inputs are never batched: what is found in a text must
    not depend on the texts beside it.
    """

    def __init__(self, model: bytes) -> None:
        self.model = model
        self._session: onnxruntime.InferenceSession | None = None
        self._process = 0

    def scores(self, vectors: numpy.ndarray, shapes: Sequence[int], firsts: Sequence[int]) -> numpy.ndarray:
        """A row of scores for the first piece of every word; `vectors` are those of all pieces."""
        given = {
            "vectors": vectors,
            "shapes": numpy.array([shapes], dtype="int64"),
            "firsts": numpy.array(firsts, dtype="int64"),
        }
        return self.run(["scores"], given)[0]

    def run(self, outputs: list[str], given: dict[str, numpy.ndarray]) -> list[numpy.ndarray]:
        """The named outputs for named inputs."""
        return cast("list[numpy.ndarray]", self.session().run(outputs, given))

    def session(self) -> "onnxruntime.InferenceSession":
        if self._session is None or self._process != os.getpid():
            self._session, self._process = _session(self.model), os.getpid()
        return self._session

    def __getstate__(self) -> bytes:
        return self.model

    def __setstate__(self, model: bytes) -> None:
        self.__init__(model)  # type: ignore[misc]


def _session(model: bytes) -> "onnxruntime.InferenceSession":
    import onnxruntime  # here, since it takes a while and most commands do not read articles

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # processes share out the work
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
