"""Second thoughts about figures that were typed: they ask or warn, and never block."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from desktop_app.domain.earn.convention import Period
from desktop_app.domain.money import ONE

_PERIODS_A_YEAR = {Period.MINUTE: 525600, Period.HOUR: 8760, Period.DAY: 365, Period.MONTH_30: 12, Period.MONTH: 12}
_TINY_YEARLY_RATE = Decimal("0.002")


class Hint(Enum):
    """What may have been meant instead, or what is unusual."""

    COLLATERAL_RATIO = "collateral_ratio"
    RATE_UNIT = "rate_unit"
    OUTSIDE_BAND = "outside_band"


@dataclass(frozen=True, slots=True)
class Advice:
    """A hint with the value that may have been meant (a fraction), or the band (fractions) that was left."""

    hint: Hint
    value: Decimal
    meant: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """The usual range of a figure (fractions), and where the range is from."""

    low: Decimal
    high: Decimal
    source: str


def advise_ltv(ltv: Decimal, bands: Mapping[str, Band], band: str = "") -> Advice | None:
    """Return advice on an LTV: over 100 % a collateral ratio was probably meant."""
    if ltv > ONE:
        return Advice(Hint.COLLATERAL_RATIO, ltv, ONE / ltv)
    return _outside(ltv, bands.get(band))


def advise_rate(annual_rate: Decimal, period: Period, bands: Mapping[str, Band], band: str = "") -> Advice | None:
    """Return advice on a yearly rate: a tiny one was probably told for one period."""
    if 0 < annual_rate < _TINY_YEARLY_RATE:
        return Advice(Hint.RATE_UNIT, annual_rate, annual_rate * _PERIODS_A_YEAR[period])
    return _outside(annual_rate, bands.get(band)) if annual_rate else None


def advise_two_rates(
    one: Decimal, one_period: Period, other: Decimal, other_period: Period, times: Decimal = Decimal(10)
) -> Advice | None:
    """Return advice where two rates for different periods differ by over `times` once told by the year."""
    first, second = one * _PERIODS_A_YEAR[one_period], other * _PERIODS_A_YEAR[other_period]
    if first and second and max(first, second) > times * min(first, second):
        return Advice(Hint.RATE_UNIT, max(first, second), min(first, second))
    return None


def _outside(value: Decimal, band: Band | None) -> Advice | None:
    if band is None or band.low <= value <= band.high:
        return None
    return Advice(Hint.OUTSIDE_BAND, value, low=band.low, high=band.high)
