"""Values of a portfolio file: identifiers, times, codes, numbers, each checked with the field that it stands in."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from desktop_app.domain.assets import asset_code
from desktop_app.domain.money import parse_amount
from desktop_app.domain.problems import Problem, Refused

Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$", description="Letters, digits and . _ : -")]
Name = Annotated[str, Meta(min_length=1, max_length=120)]
Moment = Annotated[
    str, Meta(description="A date such as 2021-11-10, or a date with time such as 2021-11-10T14:30:00+08:00")
]


def code(text: str, field: str) -> str:
    """Return the asset code that `text` spells.

    Raises:
        Refused: it is none.
    """
    try:
        return asset_code(text)
    except ValueError:
        raise Refused(Problem.NOT_AN_ASSET, field=field, value=text) from None


def number(value: Decimal, field: str) -> Decimal:
    """Return `value` where it is a number that the program reckons with: finite, and neither vast nor minute.

    Raises:
        Refused: it is none.
    """
    try:
        return parse_amount(str(value))
    except ValueError:
        raise Refused(Problem.NOT_A_NUMBER, field=field, value=value) from None


def positive(value: Decimal | None, field: str) -> Decimal:
    """Return a number greater than zero.

    Raises:
        Refused: it is missing or is none.
    """
    if value is None:
        raise Refused(Problem.FIELD_MISSING, field=field)
    found = number(value, field)
    if found <= 0:
        raise Refused(Problem.NOT_POSITIVE, field=field, value=value)
    return found


def positive_if_given(value: Decimal | None, field: str) -> Decimal | None:
    """Return a number greater than zero, or None where none is given.

    Raises:
        Refused: it is not greater than zero.
    """
    return None if value is None else positive(value, field)


def check_rate(value: Decimal, field: str) -> Decimal:
    """Return a yearly rate (fraction) that lies between 0 and 1,000 %.

    Raises:
        Refused: it does not.
    """
    if not value.is_finite() or not 0 <= value <= 10:
        raise Refused(Problem.RATE_TOO_HIGH, field=field, value=value)
    return value
