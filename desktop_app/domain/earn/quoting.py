"""One rate told in every way: by the hour, by the day, by the year without and with compounding."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from desktop_app.domain.earn.interest import apr_of, apy_of, rate_from_apr, rate_from_apy
from desktop_app.domain.money import ONE

HOURS, DAYS = 8760, 365


class Told(Enum):
    """How a rate is told."""

    APR = "apr"
    APY = "apy"
    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Rates:
    """One rate (fractions) in every way of telling it; `posting` is that of one posting."""

    hour: Decimal
    day: Decimal
    apr: Decimal
    apy: Decimal
    posting: Decimal


def rates_of(rate: Decimal, told: Told, postings: int) -> Rates:
    """Return `rate` in every way of telling it, where interest is posted `postings` times a year.

    An hour is a 24th of a day without compounding, as venues reckon; only the APY compounds.
    """
    apr = {
        Told.APR: lambda: rate,
        Told.APY: lambda: apr_of(rate_from_apy(rate, postings), postings),
        Told.DAY: lambda: apr_of(rate, DAYS),
        Told.HOUR: lambda: apr_of(rate, HOURS),
    }[told]()
    posting = rate_from_apr(apr, postings)
    return Rates(rate_from_apr(apr, HOURS), rate_from_apr(apr, DAYS), apr, apy_of(posting, postings), posting)


def left_after(amount: Decimal, share: Decimal) -> Decimal:
    """Return what is left of `amount` after `share` of it (fraction) is kept."""
    return amount * (ONE - share)
