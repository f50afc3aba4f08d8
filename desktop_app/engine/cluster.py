"""Where simulations run: on all cores of this computer, or on a Dask cluster by the address of its scheduler."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.odds import Runner, on_all_cores, on_executor

_PATIENCE_S = 10
_ADDRESS = re.compile(r"(tcp|tls|ws|wss)://[^\s/]+:\d{1,5}/?")


def read_scheduler(words: str) -> str:
    """Return the address of a scheduler; nothing typed is none.

    Raises:
        Refused: it does not read like one.
    """
    address = words.strip()
    if address and not _ADDRESS.fullmatch(address):
        raise Refused(Problem.NOT_A_SCHEDULER, field="scheduler", value=address)
    return address


@contextmanager
def runner_at(scheduler: str) -> Iterator[Runner]:
    """Give the runner of a scheduler's address such as ``tcp://10.0.0.5:8786``; empty: this computer.

    Raises:
        Refused: the cluster's library is not installed, or there is no scheduler at that address.
    """
    if not scheduler:
        yield on_all_cores
        return
    client = _client(scheduler)
    try:
        workers = sum(client.nthreads().values())
        if not workers:
            raise Refused(Problem.NO_CLUSTER, field="scheduler", value=scheduler)
        yield on_executor(client.get_executor(pure=False), workers)
    finally:
        client.close()


def _client(scheduler: str) -> Any:
    try:
        library: Any = import_module("distributed")
    except ImportError:
        raise Refused(Problem.NO_CLUSTER_LIBRARY, field="scheduler") from None
    try:
        return library.Client(scheduler, timeout=_PATIENCE_S, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise Refused(Problem.NO_CLUSTER, field="scheduler", value=scheduler, why=error) from None
