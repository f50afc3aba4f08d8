"""Decimal context, rounding and strict parsing of amounts."""

import decimal
import re
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal

PRECISION = 50
ZERO = Decimal(0)
ONE = Decimal(1)

# 18-decimal tokens in large amounts need over 30 digits. Every thread must compute alike, so the
# template for new threads is set as well as the context of the thread that imports this module.
decimal.DefaultContext.prec = PRECISION
decimal.getcontext().prec = PRECISION

_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?")
_LARGEST = Decimal("1e30")


def parse_amount(text: str) -> Decimal:
    """Return the Decimal that `text` spells in plain notation, such as ``1234.5`` or ``1e-8``.

    Raises:
        ValueError: the text is not a finite plain number, or is larger than 1e30.
    """
    stripped = text.strip()
    if not _PLAIN.fullmatch(stripped):
        raise ValueError(f"{text!r} is not a number; write it like 1234.5")
    value = Decimal(stripped)
    if value.copy_abs() > _LARGEST:  # abs() would round, and overflow beyond a million digits
        raise ValueError(f"{text!r} is too large; the largest amount is 1e30")
    return value


def round_up(value: Decimal, places: int) -> Decimal:
    """Return `value` rounded towards plus infinity at `places` decimals."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_CEILING)


def round_down(value: Decimal, places: int) -> Decimal:
    """Return `value` rounded towards minus infinity at `places` decimals."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_FLOOR)


def truncate(value: Decimal, places: int) -> Decimal:
    """Return `value` cut towards zero at `places` decimals, as venues post interest."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN)


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Return `value` rounded to `places` decimals, halves away from zero, as venues print money."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def percentage(fraction: Decimal, places: int) -> Decimal:
    """Return `fraction` as a percentage rounded to `places`, as venues print an LTV: 5/6 is 83.33 at 2 places."""
    return round_half_up(fraction * 100, places)
