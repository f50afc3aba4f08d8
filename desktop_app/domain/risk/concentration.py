"""How much of everything lies in one place: shares, the Herfindahl-Hirschman index, the largest."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.money import ONE, ZERO


@dataclass(frozen=True, slots=True)
class Concentration:
    """Shares (fractions, largest first) of what is positive, and how concentrated they are.

    `hhi` = Σ share², from 1/n (all alike) to 1 (all in one); `effective` = 1 / hhi, the number of equal
    places that would be as concentrated; `normalised` = (hhi - 1/n) / (1 - 1/n), 0 to 1, and 1 where n is 1.
    """

    shares: dict[str, Decimal]
    hhi: Decimal
    effective: Decimal
    normalised: Decimal

    @property
    def largest(self) -> tuple[str, Decimal]:
        """The place that holds most, with its share."""
        return next(iter(self.shares.items()))


def concentration(entries: Iterable[tuple[str, Decimal]]) -> Concentration | None:
    """Return the concentration of (place, value) entries, values of one place added up; None without value.

    Source: Herfindahl-Hirschman index, with the normalisation to 0..1 that is usual.
    """
    sums: dict[str, Decimal] = {}
    for place, value in entries:
        sums[place] = sums.get(place, ZERO) + value
    held = {place: value for place, value in sums.items() if value > 0}
    total = sum(held.values(), ZERO)
    if not total:
        return None
    ordered = sorted(held.items(), key=lambda entry: (-entry[1], entry[0]))
    shares = {place: value / total for place, value in ordered}
    hhi = sum((share * share for share in shares.values()), ZERO)
    even = ONE / len(shares)
    return Concentration(shares, hhi, ONE / hhi, (hhi - even) / (ONE - even) if len(shares) > 1 else ONE)
