"""The calculator of a loyalty programme: the share of its token, the tier, the rate, and what the next tier asks."""

from datetime import UTC, datetime
from decimal import Decimal

from desktop_app.domain.earn.tiers import next_tier, price_at_edge, rate_of, share_of, tier_of, units_missing
from desktop_app.engine.resources import programmes
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.asks import Ask, Kind, Values
from desktop_app.ui.widgets.calculators.calculator import Calculator, Worked, share, units


def loyalty() -> Calculator:
    """Return the calculator of loyalty programmes."""
    known = programmes()
    names: tuple[tuple[str, object], ...] = tuple((one.token, one.token) for one in known.values())
    first = next(iter(known.values()))
    words = tr("Share = value of the token / value of everything else there. Tiers as of {day}, from {source}.")
    return Calculator(
        tr("Loyalty tier"),
        (
            Ask("token", tr("Loyalty token"), Kind.CHOICE, first.token, choices=names),
            Ask("units", tr("Tokens held"), Kind.NUMBER, Decimal(500)),
            Ask("price", tr("Price of a token"), Kind.POSITIVE, Decimal(1)),
            Ask("other", tr("Everything else there is worth"), Kind.POSITIVE, Decimal(10000)),
            Ask("ltv", tr("LTV, %"), Kind.RATE, Decimal("0.3")),
        ),
        words.format(day=first.as_of, source=first.source),
        loyalty_steps,
    )


def loyalty_steps(values: Values) -> Worked:
    """Return the steps of a loyalty programme."""
    programme = programmes()[values["token"]]
    held, price, other = values["units"], values["price"], values["other"]
    worth, part = share_of(held, price, other)
    tier = tier_of(programme, worth, other)
    above = next_tier(programme, tier)
    today = datetime.now(UTC).date()
    more: tuple[tuple[str, str], ...] = ()
    if above is not None:
        words = tr("Tokens missing for {tier}").format(tier=above.name)
        more = ((words, units(units_missing(above, held, price, other), 4)),)
    return Worked(
        (
            (tr("Value of the token"), units(worth, 2)),
            (tr("Its share"), share(part, 3)),
            (tr("Tier"), tier.name),
            (tr("Tier is lost under a price of"), units(price_at_edge(tier, held, other), 6)),
            *more,
            (tr("Borrowing rate a year"), share(rate_of(programme, tier, values["ltv"], None, today))),
        )
    )
