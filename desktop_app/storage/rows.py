"""The one door between Python's values and SQLite's: Decimal, enum and time <-> TEXT and INTEGER.

sqlite-utils makes a float of every Decimal that it is given, even in a STRICT TEXT column, so that digits are
lost in silence. Every row goes through `to_row` or `sealed`, and every amount comes back through `decimal`.
"""

import json
import operator
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum
from hashlib import blake2b

from desktop_app.storage.errors import StoreDamaged

Plain = str | int | bytes | None
HASH_COLUMN = "row_hash"
_HASH_BYTES = 16
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_row(values: Mapping[str, object]) -> dict[str, Plain]:
    """Make the values of a row storable without losing anything.

    Args:
        values: Column name -> value. Decimals become their exact text, enums their value, aware times whole
            milliseconds since 1970 in UTC (rounded down), bools 0 or 1; text, ints, bytes and None stay.

    Returns:
        The same columns with plain values.

    Raises:
        TypeError: For a float, NaN, an infinity, a time without a zone, or any other type.
    """
    return {name: _plain(name, value) for name, value in values.items()}


def sealed(values: Mapping[str, object]) -> dict[str, Plain]:
    """Make a row of a table that a person fills: `to_row` and the row's hash.

    Args:
        values: Every column of the table but the hash; one that is left out and has a default other than NULL
            would be reported as changed.

    Returns:
        The plain row with its `row_hash`.

    Raises:
        TypeError: As `to_row`.
    """
    plain = to_row(values)
    return {**plain, HASH_COLUMN: row_hash(plain, plain)}


def row_hash(row: Mapping[str, object], columns: Iterable[str]) -> str:
    """Hash what a row says, so that a changed byte is seen: SQLite's own check looks at structure alone.

    Columns that are NULL do not count: a migration may add one without touching the rows. Nor does the order of the
    columns count, nor whether a number is given as text: SQLite turns it into what the column holds.

    Args:
        row: The row, as given to `to_row` or as read back.
        columns: The columns to hash.

    Returns:
        32 hexadecimal digits.

    Raises:
        KeyError: If the row lacks a column.
        TypeError: As `to_row`.
    """
    plain = to_row({name: row[name] for name in columns})
    said = [
        [name, ["bytes", blake2b(value).hexdigest()] if isinstance(value, bytes) else str(value)]
        for name, value in sorted(plain.items())
        if value is not None
    ]
    return blake2b(json.dumps(said, separators=(",", ":")).encode(), digest_size=_HASH_BYTES).hexdigest()


def decimal(text: str) -> Decimal:
    """Read an amount, rate or price back, digit for digit.

    Args:
        text: What `to_row` made of a finite Decimal.

    Returns:
        The Decimal, with its exponent.

    Raises:
        StoreDamaged: If the text is not a finite number.
    """
    try:
        number = Decimal(text) if isinstance(text, str) else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise StoreDamaged(f"{text!r} is stored where a number should be: restore the newest backup.")
    return number


def instant(milliseconds: int) -> datetime:
    """Read a time back.

    Args:
        milliseconds: Since 1970, in UTC.

    Returns:
        The aware time, in UTC.

    Raises:
        StoreDamaged: If it is not a whole number of milliseconds within the years 1 to 9999.
    """
    try:
        return _EPOCH + timedelta(milliseconds=operator.index(milliseconds))
    except (OverflowError, TypeError) as error:
        raise StoreDamaged(f"{milliseconds!r} is stored where a time should be: restore the newest backup.") from error


def milliseconds(at: datetime) -> int:
    """Make an aware time storable: whole milliseconds since 1970 in UTC, rounded down.

    Args:
        at: The aware time.

    Returns:
        The milliseconds.

    Raises:
        TypeError: For a time without a zone.
    """
    if at.utcoffset() is None:
        raise TypeError(f"{at} has no time zone")
    return (at - _EPOCH) // _MILLISECOND


def _plain(name: str, value: object) -> Plain:
    if isinstance(value, Enum):
        value = value.value
    if value is None or type(value) in (str, int, bytes):
        return value  # type: ignore[return-value]  # the test above is quicker than isinstance, and as strict
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise TypeError(f"{name}: {value} is no number that can be stored")
        return str(value)
    if isinstance(value, datetime):
        if value.utcoffset() is None:
            raise TypeError(f"{name}: {value} has no time zone")
        return milliseconds(value)
    raise TypeError(f"{name}: {type(value).__name__} cannot be stored; give Decimal, text, int, enum or time")
