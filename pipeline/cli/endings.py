"""How a command ends: one line for whatever went wrong, and the exit code that docs/operating.md lists."""

import functools
import os
import sys
import traceback
from collections.abc import Callable
from typing import ParamSpec

from pipeline.errors import ArticlefactsError

P = ParamSpec("P")

FAILED = 1
INTERRUPTED = 130  # as shells count: 128 + SIGINT
NO_READER = 141  # 128 + SIGPIPE
DEBUG = "ARTICLEFACTS_DEBUG"


def ends_in_one_line(command: Callable[P, None]) -> Callable[P, None]:
    """The command, ending the process with an exit code and one line on stderr instead of an exception."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        if code := exit_code_of(lambda: command(*args, **kwargs)):
            sys.exit(code)

    return run


def exit_code_of(action: Callable[[], None]) -> int:
    """Runs the action; 0, or the code of what ended it, which is then reported."""
    try:
        action()
        sys.stdout.flush()
    except ArticlefactsError as error:
        return _report(error, str(error), error.exit_code)
    except KeyboardInterrupt:
        return _report(None, "interrupted", INTERRUPTED)
    except BrokenPipeError:  # the reader of our output has gone, as in `articlefacts show NAME | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO_READER
    except Exception as error:
        what = f"unexpected {type(error).__name__}: {error}; `articlefacts --debug` shows where, please report it"
        return _report(error, what, FAILED)
    return 0


def is_debugging() -> bool:
    return os.environ.get(DEBUG, "0") not in ("", "0")


def _report(error: BaseException | None, message: str, code: int) -> int:
    if error is not None and is_debugging():
        traceback.print_exception(error)
    print(f"articlefacts: {' '.join(message.split())}", file=sys.stderr)
    return code
