"""What differs between what a case expects and what the program says, each with its path."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

_NOTHING = Decimal("1e-15")  # what a rounded zero may be off by: a relative tolerance says nothing about zero


def differences(expected: object, actual: object, tolerance: Decimal, path: str = "outputs") -> Iterator[str]:
    """Yield one sentence for every output that is missing or differs; outputs beyond the expected ones are fine."""
    if isinstance(actual, date):
        actual = actual.isoformat()
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            yield f"{path}: expected an object, got {actual!r}"
            return
        for name, value in expected.items():
            if name == "reason":
                continue  # a remark on why there is no figure
            if name in actual:
                yield from differences(value, actual[name], tolerance, f"{path}.{name}")
            else:
                yield f"{path}.{name}: missing"
    elif isinstance(expected, list):
        if not isinstance(actual, list | tuple) or len(actual) != len(expected):
            yield f"{path}: expected {len(expected)} entries, got {actual!r}"
            return
        for index, (one, other) in enumerate(zip(expected, actual, strict=True)):
            yield from differences(one, other, tolerance, f"{path}[{index}]")
    elif not _same(expected, actual, tolerance):
        yield f"{path}: expected {expected!r}, got {str(actual) if isinstance(actual, Decimal) else repr(actual)}"


def _same(expected: object, actual: object, tolerance: Decimal) -> bool:
    if expected is None or isinstance(expected, bool):
        return actual is expected
    if isinstance(expected, int):
        return isinstance(actual, int) and not isinstance(actual, bool) and actual == expected
    wanted, found = number(expected), number(actual)
    if wanted is None or found is None:
        return expected == actual
    return abs(found - wanted) <= max(abs(wanted) * tolerance, _NOTHING if not wanted else Decimal(0))


def number(value: object) -> Decimal | None:
    """Return a number, or a text that spells a finite one, as Decimal; None for all else."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int | float | str):
        return None
    try:
        found = Decimal(repr(float(value)) if isinstance(value, float) else value)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
