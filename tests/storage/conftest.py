"""Rows to fill a store with."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlite_utils import Database

from desktop_app.storage.rows import sealed
from desktop_app.storage.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a file would lie; it is not there yet."""
    return tmp_path / "plimsoll.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An open store in a new file."""
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def add_platform() -> Callable[[Database, str], None]:
    """A function that adds one platform with a share limit of 0.40."""

    def add(db: Database, name: str) -> None:
        row = {"id": name.lower(), "name": name, "share_limit": Decimal("0.40"), "note": ""}
        db["platforms"].insert(sealed(row))

    return add
