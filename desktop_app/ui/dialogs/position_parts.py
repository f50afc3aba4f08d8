"""What the position form asks for each kind of position, as data."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any

from desktop_app.domain.earn.convention import Boundary, DayCount, Period
from desktop_app.domain.earn.perpetual import Side
from desktop_app.domain.earn.position import (
    DETAILS,
    Basis,
    Details,
    EarnTerms,
    PayoutTime,
    PositionKind,
)
from desktop_app.domain.earn.structured import DualKind, Knock
from desktop_app.domain.earn.term import EarlyExit
from desktop_app.ui import earn_text, numbers
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.asks import Ask, Kind, Values

# Kinds whose earnings follow from a printed yearly rate; the others tell theirs among their own fields.
WITH_RATE = frozenset(
    {
        PositionKind.SAVINGS,
        PositionKind.TERM,
        PositionKind.STAKE,
        PositionKind.PEER_LOAN,
        PositionKind.NFT_LOAN,
    }
)


def _term() -> tuple[Ask, ...]:
    exits = tuple((earn_text.early_exit(one), one) for one in EarlyExit)
    return (
        Ask("days", tr("Days"), Kind.DAYS, 30),
        Ask("exit", tr("Leaving early"), Kind.CHOICE, EarlyExit.ALL_INTEREST_LOST, choices=exits),
        Ask(
            "forfeit",
            tr("Interest that is lost, %"),
            Kind.SHARE,
            Decimal(0),
            only=("exit", (EarlyExit.PART_OF_INTEREST_LOST,)),
        ),
        Ask("flexible", tr("Flexible rate, %"), Kind.RATE, Decimal(0), only=("exit", (EarlyExit.FLEXIBLE_RATE,))),
        Ask("fee", tr("Fee on the principal, %"), Kind.SHARE, Decimal(0), only=("exit", (EarlyExit.FEE,))),
    )


def _stake() -> tuple[Ask, ...]:
    return (
        Ask("commission", tr("Validator's commission, %"), Kind.SHARE, Decimal(0)),
        Ask("unbonding_days", tr("Unbonding, days"), Kind.WHOLE, 0),
        Ask("inflation", tr("Supply grows a year, %"), Kind.RATE, Decimal(0)),
        Ask("asked_back", tr("Asked back on"), Kind.ANY_DAY, None, tr("empty while it is staked")),
    )


def dual_ways() -> tuple[tuple[str, DualKind], ...]:
    """Return the two ways of a dual investment with their words."""
    return (tr("Sell high: begin with the coin"), DualKind.SELL_HIGH), (
        tr("Buy low: begin with the currency"),
        DualKind.BUY_LOW,
    )


def _dual() -> tuple[Ask, ...]:
    return (
        Ask("kind", tr("Direction"), Kind.CHOICE, DualKind.SELL_HIGH, choices=dual_ways()),
        Ask("other", tr("The other coin"), Kind.ASSET, "USDT"),
        Ask("strike", tr("Strike price"), Kind.POSITIVE, None, tr("such as 58000")),
        Ask("term_yield", tr("Yield of the whole term, %"), Kind.RATE, Decimal(0)),
        Ask("settles", tr("Settles on"), Kind.DAY),
    )


def _shark() -> tuple[Ask, ...]:
    knocks = ((tr("by the price at the end"), Knock.ON_CLOSE), (tr("by any touch on the way"), Knock.ON_TOUCH))
    return (
        Ask("underlying", tr("Follows the price of"), Kind.ASSET, "BTC"),
        Ask("low", tr("Range from"), Kind.POSITIVE),
        Ask("high", tr("Range to"), Kind.POSITIVE),
        Ask("base", tr("Base rate a year, %"), Kind.RATE, Decimal(0)),
        Ask("inside_from", tr("Rate at the near edge, %"), Kind.RATE, Decimal(0)),
        Ask("inside_to", tr("Rate at the far edge, %"), Kind.RATE, Decimal(0)),
        Ask("knocked_out", tr("Rate when knocked out, %"), Kind.RATE, Decimal(0)),
        Ask("knock", tr("Knocked out"), Kind.CHOICE, Knock.ON_CLOSE, choices=knocks),
        Ask("settles", tr("Settles on"), Kind.DAY),
        Ask("bullish", tr("Gains when the price rises"), Kind.TICK, value=True),
    )


def _pool() -> tuple[Ask, ...]:
    return (
        Ask("other", tr("The other coin"), Kind.ASSET, "USDT"),
        Ask("entry", tr("Price at entry"), Kind.POSITIVE, None, tr("in the other coin")),
        Ask("fees", tr("Fees so far"), Kind.NUMBER, Decimal(0)),
        Ask("rewards", tr("Rewards so far"), Kind.NUMBER, Decimal(0)),
        Ask("costs", tr("Costs so far"), Kind.NUMBER, Decimal(0)),
    )


def _peer() -> tuple[Ask, ...]:
    return (
        Ask("borrower", tr("Who owes it"), Kind.TEXT, ""),
        Ask("service_fee", tr("Platform's fee on the interest, %"), Kind.SHARE, Decimal(0)),
        Ask("ends", tr("Repaid on"), Kind.ANY_DAY, None, tr("such as 2027-06-30")),
    )


def sides() -> tuple[tuple[str, Side], ...]:
    """Return the sides of a perpetual with their words."""
    return (tr("Long: gains when it rises"), Side.LONG), (tr("Short: gains when it falls"), Side.SHORT)


def _perpetual() -> tuple[Ask, ...]:
    return (
        Ask("side", tr("Side"), Kind.CHOICE, Side.LONG, choices=sides()),
        Ask("entry", tr("Entry price"), Kind.POSITIVE),
        Ask("margin", tr("Margin"), Kind.POSITIVE),
        Ask("currency", tr("Margin is held in"), Kind.ASSET, "USDT"),
        Ask("maintenance", tr("Maintenance margin, %"), Kind.SHARE, Decimal("0.005")),
    )


def _nft() -> tuple[Ask, ...]:
    return (
        Ask("royalty", tr("Royalty, %"), Kind.SHARE, Decimal(0)),
        Ask("market_fee", tr("Market's fee, %"), Kind.SHARE, Decimal(0)),
        Ask("spread", tr("Best bid under the floor by, %"), Kind.SHARE, Decimal(0)),
    )


_ASKS: dict[PositionKind, Callable[[], tuple[Ask, ...]]] = {
    PositionKind.TERM: _term,
    PositionKind.STAKE: _stake,
    PositionKind.DUAL: _dual,
    PositionKind.SHARK_FIN: _shark,
    PositionKind.POOL: _pool,
    PositionKind.PEER_LOAN: _peer,
    PositionKind.PERPETUAL: _perpetual,
    PositionKind.NFT_LOAN: _peer,
    PositionKind.NFT: _nft,
}


def asks_of(kind: PositionKind) -> tuple[Ask, ...]:
    """Return what a kind of position asks for beyond what all do; nothing for savings."""
    return _ASKS[kind]() if kind in _ASKS else ()


def details_of(kind: PositionKind, values: Values) -> Details | None:
    """Return the details of a kind from the values of its fields."""
    wanted = DETAILS.get(kind)
    return wanted(**values) if wanted is not None else None


def values_of(details: Details | None) -> Values:
    """Return the values of the fields of details."""
    return {one.name: getattr(details, one.name) for one in fields(details)} if details is not None else {}


def convention_asks(paid_at: time) -> tuple[Ask, ...]:
    """Return what is asked of a venue's convention and of when it pays; `paid_at` is among the times to choose."""
    clocks = sorted({paid_at, *(time(hour, minute) for hour in range(24) for minute in (0, 30))})
    periods: tuple[tuple[str, object], ...] = (
        (tr("each minute"), Period.MINUTE),
        (tr("each hour"), Period.HOUR),
        (tr("each day"), Period.DAY),
        (tr("each 30 days"), Period.MONTH_30),
        (tr("each month"), Period.MONTH),
    )
    counted: tuple[tuple[str, object], ...] = (
        (tr("marks of the venue's clock"), Boundary.MARK),
        (tr("completed periods"), Boundary.ELAPSED),
        (tr("started periods, at least one"), Boundary.STARTED),
    )
    fresh = EarnTerms()
    return (
        Ask("period", tr("Interest is posted"), Kind.CHOICE, fresh.interest.period, choices=periods),
        Ask("boundary", tr("Counted by"), Kind.CHOICE, fresh.interest.boundary, choices=counted),
        Ask(
            "day_count",
            tr("Days in a year"),
            Kind.CHOICE,
            fresh.interest.day_count,
            choices=tuple((one.value, one) for one in DayCount),
        ),
        Ask("zone", tr("Venue's clock"), Kind.ZONE, "UTC", tr("such as UTC+8")),
        Ask("kept", tr("Platform keeps of the interest, %"), Kind.SHARE, fresh.kept),
        Ask("compounding", tr("Interest bears interest"), Kind.TICK, fresh.interest.compounding),
        Ask(
            "at",
            tr("Paid out at"),
            Kind.CHOICE,
            "00:00",
            choices=tuple((f"{at:%H:%M}", f"{at:%H:%M}") for at in clocks),
        ),
        Ask("payout_zone", tr("On the clock of"), Kind.ZONE, "UTC", tr("such as UTC+8")),
        Ask("delay_hours", tr("First payout after, hours"), Kind.WHOLE, 0),
        Ask("source", tr("Terms are from"), Kind.TEXT, "", tr("address or page")),
        Ask("as_of", tr("Seen on"), Kind.TEXT, "", tr("such as 2026-11-21")),
    )


def convention_values(terms: EarnTerms) -> Values:
    """Return the values of the fields of `convention_asks`."""
    one, payout = terms.interest, terms.payout
    return {
        "period": one.period,
        "boundary": one.boundary,
        "day_count": one.day_count,
        "zone": one.zone,
        "kept": terms.kept,
        "compounding": one.compounding,
        "at": f"{payout.at:%H:%M}",
        "payout_zone": payout.zone,
        "delay_hours": payout.delay_hours,
        "source": terms.source,
        "as_of": terms.as_of,
    }


def terms_of(before: EarnTerms, basis: Basis, values: Values) -> EarnTerms:
    """Return terms from the values of `convention_asks`; what has no field is kept as it was."""
    named = ("period", "boundary", "day_count", "zone", "compounding")
    interest = replace(before.interest, **{name: values[name] for name in named})
    payout = PayoutTime(time.fromisoformat(values["at"]), values["payout_zone"], values["delay_hours"])
    return EarnTerms(basis, interest, values["kept"], payout, values["source"], values["as_of"])


def payout_note(values: dict[str, Any], now: datetime) -> str:
    """Return when it is paid next, on the venue's clock, in UTC and on this computer's."""
    payout = PayoutTime(time.fromisoformat(values["at"]), values["payout_zone"])
    at = payout.following(now)
    words = tr(
        "{clock} {zone} is {utc} UTC; next on {moment} here. "
        "00:00 at UTC+8 is 16:00 UTC of the day before, not 08:00 in Beijing."
    )
    return words.format(
        clock=f"{payout.at:%H:%M}", zone=payout.zone, utc=f"{at.astimezone(UTC):%H:%M}", moment=numbers.moment(at)
    )
