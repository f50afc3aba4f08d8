"""Values that are kept as JSON within a row: written in full, read back as what they were."""

from typing import TypeVar

import msgspec

from desktop_app.domain.reach import Reach
from desktop_app.storage.errors import StoreDamaged

_T = TypeVar("_T")


def text_of(value: object) -> str:
    """Return a value as JSON; amounts are texts with all their digits."""
    return msgspec.json.encode(value).decode()


def value_of(text: str, kind: type[_T]) -> _T:
    """Return the value that `text_of` wrote.

    Raises:
        StoreDamaged: it is no such text.
    """
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.MsgspecError as error:
        raise StoreDamaged(f"{text[:60]!r} is stored where more should be ({error}): restore a backup.") from error


def reach_text(reach: Reach) -> str | None:
    """Return what is stored of `reach`: nothing where nothing was entered."""
    return None if reach == Reach() else text_of(reach)


def read_reach(text: str | None) -> Reach:
    """Return the reach that was stored.

    Raises:
        StoreDamaged: it is no such text.
    """
    return Reach() if text is None else value_of(text, Reach)
