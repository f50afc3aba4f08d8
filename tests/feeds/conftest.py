"""Servers on this machine."""

from collections.abc import Callable, Iterator

import pytest
from raw_server import RawServer, Script


@pytest.fixture
def raw_server() -> Iterator[Callable[[Script], RawServer]]:
    """A function that starts a `RawServer` with a script."""
    started: list[RawServer] = []

    def start(script: Script) -> RawServer:
        started.append(RawServer(script))
        return started[-1]

    yield start
    for server in started:
        server.stop()
