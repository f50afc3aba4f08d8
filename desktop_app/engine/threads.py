"""The worker threads: one owns the database, one reads files, one carries the network's event loop."""

import asyncio
import logging
import queue
import threading
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

_T = TypeVar("_T")

log = logging.getLogger(__name__)


async def in_a_thread(act: Callable[..., _T], *arguments: Any) -> _T:
    """Run what blocks in a thread of its own; one that hangs keeps neither the loop nor the program's end waiting."""
    future: Future[_T] = Future()

    def run() -> None:
        try:
            result = act(*arguments)
        except BaseException as error:  # noqa: BLE001 - the future carries it to whoever asked
            future.set_exception(error)
        else:
            future.set_result(result)

    threading.Thread(target=run, name="outside", daemon=True).start()
    return await asyncio.shield(asyncio.wrap_future(future))


class DatabaseThread:
    """One thread that runs submitted functions in order; what they raise goes into their future."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="database", daemon=True)
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        """Whether more jobs wait behind the one that runs."""
        return not self._jobs.empty()

    def submit(self, job: Callable[[], _T]) -> "Future[_T]":
        """Queue `job`; return the future of its result."""
        future: Future[_T] = Future()
        self._jobs.put((job, future))
        return future

    def stop(self) -> None:
        """Run what is queued, then end the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (entry := self._jobs.get()) is not None:
            job, future = entry
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(job())
            except BaseException as error:  # noqa: BLE001 - the future carries it to whoever asked
                future.set_exception(error)


class FileThread:
    """One thread for long work that needs no database, such as reading files; it is stopped without waiting for it.

    `name` is what it does. A job asks `stopping` now and then. Jobs that have not begun when the thread stops are
    cancelled.
    """

    def __init__(self, name: str = "files") -> None:
        self._jobs: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]] | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._repeated: tuple[float, Callable[[], None]] | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[], _T]) -> "Future[_T]":
        """Queue `job`; return the future of its result."""
        future: Future[_T] = Future()
        self._jobs.put((job, future))
        return future

    def stopping(self) -> bool:
        """Tell whether the thread is to end: what runs should give up."""
        return self._stopping.is_set()

    def repeat(self, every_s: float, job: Callable[[], None]) -> None:
        """Run `job` every so many seconds, between the others."""
        self._repeated = (every_s, job)
        self.submit(lambda: None)  # the wait that is under way ends, and the next one knows of it

    def stop(self) -> None:
        """End the thread, and with it what runs."""
        self._stopping.set()
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        due = time.monotonic()
        while True:
            every, job = self._repeated or (0.0, None)
            try:
                entry = self._jobs.get(timeout=max(0.0, due - time.monotonic()) if job else None)
            except queue.Empty:
                due = time.monotonic() + every
                assert job is not None
                _run_or_log(job)
                continue
            if entry is None:
                return
            self._settle(*entry)

    def _settle(self, job: Callable[[], Any], future: "Future[Any]") -> None:
        if self.stopping():
            future.cancel()
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(job())
        except BaseException as error:  # noqa: BLE001 - the future carries it to whoever asked
            future.set_exception(error)


def _run_or_log(job: Callable[[], None]) -> None:
    try:
        job()
    except Exception as error:  # noqa: BLE001 - the next time may go well
        log.error("what is done every few seconds failed: %s", error)


class NetworkThread:
    """One thread with an asyncio loop of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="network", daemon=True)
        self._thread.start()

    def submit(self, work: Coroutine[Any, Any, _T]) -> "Future[_T]":
        """Start `work` on the loop; return the future of its result."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def call(self, act: Callable[[], object]) -> None:
        """Let the loop call `act` soon; nothing happens once it has ended."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(act)

    def stop(self) -> None:
        """Cancel what runs, then end the loop and the thread."""
        asyncio.run_coroutine_threadsafe(self._cancel_all(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _cancel_all(self) -> None:
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._loop.shutdown_asyncgens()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
