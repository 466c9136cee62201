"""A budget of time: work that takes longer is broken off, so that one hostile text costs a minute and not a night.

Here belongs the breaking off. What becomes of the work that was broken off is told in chunks.py.
"""

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 60.0
"""What reading one document, or extracting one article, may take of the processor: a thousand times of the usual. Time
in which other programs run is not its own, so that a busy machine cuts no honest text.
"""


AGAIN = 5.0
"""Seconds after which work that did not end is told again."""


class BudgetSpent(BaseException):
    """Work took longer than it may. No Exception, since libraries catch those and go on."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises BudgetSpent inside when the time is over, also in the middle of a regular expression.

    In a thread that is not the main one (a worker of Dask) it is raised at the next line of Python, and the clock on
    the wall counts.
    """
    if threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
        with _alarm(seconds):
            yield
    else:
        with _thread_timer(seconds):
            yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def ring(signum: int, frame: FrameType | None) -> None:
        raise BudgetSpent(f"it took more than {seconds:g} seconds of work")

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _thread_timer(seconds: float) -> Iterator[None]:
    thread = threading.get_ident()
    over = threading.Event()

    def ring() -> None:
        over.set()
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(BudgetSpent))

    timer = threading.Timer(seconds, ring)
    timer.start()
    try:
        yield
    except BudgetSpent:
        raise BudgetSpent(f"it took more than {seconds:g} seconds") from None
    finally:
        timer.cancel()
        if over.is_set():
            # It may be still on its way when the work ended in the same moment.
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), None)
