"""Spreads the checking over an engine: processes of this machine, or any executor that is given."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context

from lessonkit.errors import GradingError
from lessonkit.grading.model import HandIn
from lessonkit.grading.recheck import check_batch, unread
from lessonkit.grading.submissions import Found

BATCH = 16  # notebooks a task: enough that a zip file is not opened for each of them
WORKERS = min(os.cpu_count() or 1, 4)  # each takes about 100 MB
SMALL = 500  # notebooks that one process has checked before another has started
_FATAL = "It ended the process that read it. Open it by hand, if you trust it."


def check_all(
    found: list[Found],
    root: str,
    course: str,
    executor: Executor | None = None,
    told: Callable[[int, int], None] | None = None,
) -> list[HandIn]:
    """Read and check all hand-ins, in the order of `found` whatever the engine.

    `course` is the folder of the course. The engine's workers must see it and the hand-ins under
    the same paths; without an engine, processes of this machine are started.
    """
    batches = [found[at : at + BATCH] for at in range(0, len(found), BATCH)]
    if executor is None and batches:
        with processes(min(WORKERS, 1 + len(found) // SMALL)) as own:
            done = _spread(batches, (root, course), own, told)
    else:
        done = _spread(batches, (root, course), executor, told) if executor else []
    return [
        hand_in
        for batch, hand_ins in zip(batches, done, strict=True)
        for hand_in in (_one_by_one(batch, (root, course)) if hand_ins is None else hand_ins)
    ]


def processes(workers: int) -> ProcessPoolExecutor:
    """Return an engine of processes that share nothing with this one."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def _spread(
    batches: list[list[Found]],
    given: tuple[str, str],
    executor: Executor,
    told: Callable[[int, int], None] | None,
) -> list[list[HandIn] | None]:
    """Give each batch to the engine; None where it failed, with whatever that took along."""
    done: list[list[HandIn] | None] = [None] * len(batches)
    total, count = sum(map(len, batches)), 0
    futures = {}
    for place, batch in enumerate(batches):
        try:
            futures[executor.submit(check_batch, batch, *given)] = place
        except RuntimeError:  # the engine has broken meanwhile
            break
    for future in as_completed(futures):
        place = futures[future]
        if future.exception() is None:
            done[place] = future.result()
            count += len(batches[place])
            if told:
                told(count, total)
    return done


def _one_by_one(batch: list[Found], given: tuple[str, str]) -> list[HandIn]:
    """Check hand-ins of which one ended its process, each in the open until it is found."""
    hand_ins = []
    own = processes(1)
    for found in batch:
        future = own.submit(check_batch, [found], *given)
        if future.exception() is None:
            hand_ins += future.result()
        else:
            hand_ins.append(unread(found, _FATAL))
            own.shutdown()
            own = processes(1)
    own.shutdown()
    return hand_ins


@contextmanager
def dask_executor(address: str) -> Iterator[Executor]:
    """Open a Dask cluster as an engine, by the address of its scheduler.

    Its workers need lessonkit, and the hand-ins and the course under the same paths. Work of a
    worker that is lost goes to another.
    """
    try:
        from distributed import Client
    except ImportError:
        raise GradingError(
            "--scheduler needs Dask, which is not installed. Install lessonkit with the extra "
            "cluster, here and on the workers: pip install 'lessonkit[cluster]'"
        ) from None
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:  # a timeout is an OSError
        raise GradingError(
            f"--scheduler {address}: no Dask scheduler answers there ({type(error).__name__}). "
            "Start one with: dask scheduler"
        ) from None
    with client:
        yield client.get_executor(pure=False)


def progress(done: int, total: int) -> None:
    """Show on a terminal how many notebooks are done; nothing where nobody is watching.

    Parameters
    ----------
    done, total : int
        Notebooks.

    Examples
    --------
    >>> progress(1, 2)
    """
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\r{done} of {total} notebooks", end=end, file=sys.stderr, flush=True)
