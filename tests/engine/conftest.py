"""A monitor on an empty store in memory."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from builders import utc

from desktop_app.engine.monitor import Monitor
from desktop_app.storage.store import Store


@pytest.fixture
def now() -> datetime:
    """The time at which everything of a test happens."""
    return utc("2026-11-21 12:00")


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory."""
    with Store.open(None) as opened:
        yield opened


@pytest.fixture
def monitor(store: Store) -> Monitor:
    """A monitor of the empty store."""
    return Monitor(store)
