"""The processes that share out batches."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any


class InThisProcess(Executor):
    """An executor for one worker: a call is done when `submit` returns. For callers that only know executors."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def worker_pool(workers: int) -> Iterator[Executor]:
    """Processes that share out batches; this process itself when one worker is asked for.

    Workers are spawned, not forked: a forked child of a process with threads (Prefect's) can deadlock.
    """
    if workers == 1:
        yield InThisProcess()
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
