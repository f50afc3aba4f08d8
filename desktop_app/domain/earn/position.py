"""Positions that earn: savings, deposits, stakes, structured products, pool shares, loans lent, perpetuals, NFTs."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum

from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.earn.convention import Convention
from desktop_app.domain.earn.perpetual import Side
from desktop_app.domain.earn.structured import DualKind, Knock
from desktop_app.domain.earn.term import EarlyExit
from desktop_app.domain.money import ZERO
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.reach import Reach, check_reach

HIGHEST_RATE = Decimal(10)


class PositionKind(Enum):
    """What a position is."""

    SAVINGS = "savings"
    TERM = "term"
    STAKE = "stake"
    DUAL = "dual"
    SHARK_FIN = "shark_fin"
    POOL = "pool"
    PEER_LOAN = "peer_loan"
    PERPETUAL = "perpetual"
    NFT_LOAN = "nft_loan"
    NFT = "nft"


class Basis(Enum):
    """What a printed yearly rate means: without compounding (APR), or with it (APY)."""

    APR = "apr"
    APY = "apy"


@dataclass(frozen=True, slots=True)
class PayoutTime:
    """When interest is paid out: at `at` on the clock of `zone`, each day; the first after `delay_hours`.

    00:00 on a clock of UTC+8 is 16:00 UTC of the day before, not 08:00 in Beijing.
    """

    at: time = time(0, 0)
    zone: str = "UTC"
    delay_hours: int = 0

    def following(self, moment: datetime) -> datetime:
        """Return the first payout after `moment` (aware UTC)."""
        local = moment.astimezone(zone_of(self.zone))
        paid = local.replace(hour=self.at.hour, minute=self.at.minute, second=0, microsecond=0, fold=0)
        if paid <= local:
            paid += timedelta(days=1)
        return paid.astimezone(moment.tzinfo)


@dataclass(frozen=True, slots=True)
class EarnTerms:
    """How a product turns its printed rate into payouts.

    `kept` is the share of the interest that the platform keeps (fraction); `source` and `as_of` tell where
    the terms come from. `follows` names the polled rate (`RatePoint.name`) that a floating one is read off.
    """

    basis: Basis = Basis.APR
    interest: Convention = field(default_factory=lambda: Convention(compounding=False))
    kept: Decimal = ZERO
    payout: PayoutTime = field(default_factory=PayoutTime)
    source: str = ""
    as_of: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class RateStep:
    """The yearly rate (fraction) from `at` (UTC) on."""

    at: datetime
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Flow:
    """Units put in (or, negative, taken out) at `at`."""

    at: datetime
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Payout:
    """Interest or a reward that arrived, as the venue says; `id` is the venue's own."""

    at: datetime
    asset: str
    amount: Decimal
    id: str = ""


@dataclass(frozen=True, slots=True)
class Deposit:
    """A term deposit's length and its rule for leaving early (see `TermDeposit`)."""

    days: int
    exit: EarlyExit = EarlyExit.ALL_INTEREST_LOST
    forfeit: Decimal = ZERO
    flexible: Decimal = ZERO
    fee: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class StakeDetails:
    """A stake's validator: commission (fraction), days until it can be reached, yearly growth of the supply."""

    commission: Decimal = ZERO
    unbonding_days: int = 0
    inflation: Decimal = ZERO
    asked_back: date | None = None


@dataclass(frozen=True, slots=True)
class DualDetails:
    """A dual investment: direction, the other coin, strike, yield of the whole term, day of settlement."""

    kind: DualKind
    other: str
    strike: Decimal
    term_yield: Decimal
    settles: date


@dataclass(frozen=True, slots=True)
class SharkDetails:
    """A shark fin on `underlying`: its range, its yearly rates, when it is knocked out, day of settlement."""

    underlying: str
    low: Decimal
    high: Decimal
    base: Decimal
    inside_from: Decimal
    inside_to: Decimal
    knocked_out: Decimal
    settles: date
    bullish: bool = True
    knock: Knock = Knock.ON_CLOSE


@dataclass(frozen=True, slots=True)
class PoolDetails:
    """A pool share: the other coin, the price at entry, fees, rewards and costs so far in the other coin."""

    other: str
    entry: Decimal
    fees: Decimal = ZERO
    rewards: Decimal = ZERO
    costs: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class PeerDetails:
    """A loan that was lent: who owes it, the platform's service fee as a share of the interest, its end."""

    borrower: str = ""
    service_fee: Decimal = ZERO
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class PerpetualDetails:
    """A perpetual: side, entry price, margin in its currency, maintenance margin, the rate one tolerates."""

    side: Side
    entry: Decimal
    margin: Decimal
    currency: str = "USDT"
    maintenance: Decimal = Decimal("0.005")
    tolerable: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NftDetails:
    """What a sale of an NFT would cost: royalty, fee of the market, spread to the best bid (fractions)."""

    royalty: Decimal = ZERO
    market_fee: Decimal = ZERO
    spread: Decimal = ZERO


Details = (
    Deposit | StakeDetails | DualDetails | SharkDetails | PoolDetails | PeerDetails | PerpetualDetails | NftDetails
)
DETAILS: dict[PositionKind, type[Details]] = {
    PositionKind.TERM: Deposit,
    PositionKind.STAKE: StakeDetails,
    PositionKind.DUAL: DualDetails,
    PositionKind.SHARK_FIN: SharkDetails,
    PositionKind.POOL: PoolDetails,
    PositionKind.PEER_LOAN: PeerDetails,
    PositionKind.PERPETUAL: PerpetualDetails,
    PositionKind.NFT_LOAN: PeerDetails,
    PositionKind.NFT: NftDetails,
}


@dataclass(frozen=True, slots=True)
class Position:
    """One position: `amount` units of `asset` since `opened` (UTC), with what came in and went out since.

    `rates` are steps of the printed yearly rate. `reserve` sets it aside for cures, `reach_hours` is what it
    needs to arrive once it is free, `reach` what else stands in its way. `details` belong to its kind (see
    DETAILS); savings have none.
    """

    id: str
    name: str
    platform: str
    kind: PositionKind
    asset: str
    amount: Decimal
    opened: datetime
    rates: tuple[RateStep, ...] = ()
    terms: EarnTerms = field(default_factory=EarnTerms)
    details: Details | None = None
    flows: tuple[Flow, ...] = ()
    payouts: tuple[Payout, ...] = ()
    reserve: bool = False
    reach_hours: Decimal = ZERO
    closed: datetime | None = None
    note: str = ""
    reach: Reach = field(default_factory=Reach)

    @property
    def ends(self) -> date | None:
        """The day on which it ends by itself, or can be reached; None where it runs on."""
        match self.details:
            case Deposit(days=days):
                return (self.opened + timedelta(days=days)).date()
            case DualDetails(settles=day) | SharkDetails(settles=day):
                return day
            case PeerDetails(ends=day):
                return day
            case StakeDetails(asked_back=asked, unbonding_days=days) if asked is not None:
                return asked + timedelta(days=days)
        return None

    def rate_at(self, at: datetime) -> Decimal:
        """Return the printed yearly rate that holds at `at`; 0 before the first step."""
        found = ZERO
        for step in self.rates:
            if step.at <= at:
                found = step.rate
        return found


def assets_in(position: Position) -> set[str]:
    """Return every asset whose price a position needs."""
    match position.details:
        case DualDetails(other=other) | PoolDetails(other=other):
            return {position.asset, other}
        case SharkDetails(underlying=underlying):
            return {position.asset, underlying}
        case PerpetualDetails(currency=currency):
            return {position.asset, currency}
    return {position.asset}


def check_position(position: Position, now: datetime) -> Position:
    """Return `position` as it may be kept.

    Raises:
        Refused: an amount or price is not greater than zero, a rate is over 1,000 %, it begins in the future
            or ends before it begins; with the field that is wrong.
    """
    if not position.name.strip():
        raise Refused(Problem.NAME_MISSING, field="name")
    if not position.amount.is_finite() or position.amount <= 0:
        raise Refused(Problem.NOT_POSITIVE, field="amount", value=position.amount)
    if position.opened > now:
        raise Refused(Problem.IN_THE_FUTURE, field="opened", value=position.opened.date())
    for step in position.rates:
        _check_rate(step.rate, "rate")
    if not ZERO <= position.terms.kept <= 1:
        raise Refused(Problem.NOT_A_SHARE, field="kept", value=position.terms.kept)
    wanted = DETAILS.get(position.kind)
    if (wanted is None) != (position.details is None) or (wanted and not isinstance(position.details, wanted)):
        raise Refused(Problem.FIELD_MISSING, field="details")
    _check_details(position)
    check_reach(position.reach)
    ends = position.ends
    if ends is not None and ends < position.opened.date():
        raise Refused(Problem.ENDS_BEFORE, field="ends", value=ends, when=position.opened.date())
    return position


def _check_rate(rate: Decimal, name: str) -> None:
    if not rate.is_finite() or not -HIGHEST_RATE <= rate <= HIGHEST_RATE:
        raise Refused(Problem.RATE_TOO_HIGH, field=name, value=rate)


def _check_details(position: Position) -> None:
    details = position.details
    prices: dict[str, Decimal] = {}
    match details:
        case Deposit(days=days) if days < 1:
            raise Refused(Problem.NOT_POSITIVE, field="days", value=days)
        case DualDetails(strike=strike, term_yield=rate):
            prices["strike"] = strike
            _check_rate(rate, "term_yield")
        case SharkDetails(low=low, high=high):
            prices |= {"low": low, "high": high}
            if low >= high:
                raise Refused(Problem.RANGE_ORDER, field="high", low=low, high=high)
        case PoolDetails(entry=entry):
            prices["entry"] = entry
        case PerpetualDetails(entry=entry, margin=margin):
            prices |= {"entry": entry, "margin": margin}
    for name, price in prices.items():
        if not price.is_finite() or price <= 0:
            raise Refused(Problem.NOT_POSITIVE, field=name, value=price)
