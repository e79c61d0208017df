"""The processes that share out batches."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from pipeline.errors import ArticlefactsError

_DIED = "a worker process died, perhaps for want of memory: nothing was published; run again with fewer --workers"


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
    context = get_context("spawn")
    lifeline, ours = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_hold_on_to, initargs=(lifeline,))
    try:
        yield pool
    except BaseException as error:
        ours.close()  # what the workers still do is of no use
        if isinstance(error, BrokenProcessPool):
            raise ArticlefactsError(_DIED) from error
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        ours.close()
        lifeline.close()


def _hold_on_to(lifeline: Connection) -> None:
    """A worker ends without a word on Ctrl-C, when its lifeline is cut, and when its parent is gone, even killed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    with suppress(EOFError, OSError):
        lifeline.recv()
    os._exit(1)
