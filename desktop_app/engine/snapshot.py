"""The one frozen value that the screen shows: everything of one moment, computed once."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.alerts.rule import Rule
from desktop_app.domain.alerts.state import WatchState
from desktop_app.domain.alerts.telling import Telling
from desktop_app.domain.counterparty import Review
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.cure import Cure
from desktop_app.domain.loans.ladder import Depth, Level
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.loans.valuation import LevelPrice, Valuation
from desktop_app.domain.platforms import CreditLine, Holding, Platform
from desktop_app.domain.prices.book import ManualPrice, Price, PriceState
from desktop_app.domain.prices.nft import NftView
from desktop_app.domain.prices.quote import Quote, SourceWord
from desktop_app.domain.prices.rate import RatePoint
from desktop_app.domain.risk.contagion import Dependency
from desktop_app.domain.risk.exposure import Share, Totals, leverage
from desktop_app.domain.risk.scenario import Outcome
from desktop_app.domain.risk.shock import Scenario
from desktop_app.engine.earnings import PositionView
from desktop_app.engine.items import ReserveView
from desktop_app.engine.settings import Settings


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level of a loan: whether it is reached, at which price of the leading asset, by which common fall.

    `leading` is the price of the collateral that weighs most (or of the coin debt, where that drives
    the danger); `fall` is the common move of all collateral (fraction, negative for a fall), `market_fall`
    the move of Bitcoin when each asset moves by its beta.
    """

    level: Level
    reached: bool
    leading: LevelPrice | None
    prices: tuple[LevelPrice, ...]
    fall: Decimal | None
    state: WatchState
    market_fall: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CureView:
    """What brings a loan back to its target: units of each collateral to add, of each debt to repay."""

    cure: Cure
    top_up: tuple[tuple[str, Decimal], ...]
    repay: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class LoanView:
    """One loan as it stands. `valuation` is None before it opens; `next_level` is the next to be reached."""

    loan: Loan
    platform_name: str
    balances: Balances
    valuation: Valuation | None
    levels: tuple[LevelView, ...]
    next_level: LevelView | None
    cure: CureView | None
    interest_per_day: Decimal
    rates: tuple[tuple[str, Decimal], ...]
    closed: bool = False

    @property
    def depth(self) -> Depth:
        """How deep the loan lies; SAFE while it cannot be known (see `state`)."""
        return self.valuation.depth if self.valuation else Depth.SAFE

    @property
    def leverage(self) -> Decimal | None:
        """How many times its own money the loan holds; None when nothing is left over the debt."""
        return leverage(self.valuation.collateral_value, self.valuation.debt_value) if self.valuation else None

    @property
    def state(self) -> PriceState:
        """The worst state of the prices behind the valuation."""
        return self.valuation.state if self.valuation else PriceState.MISSING


@dataclass(frozen=True, slots=True)
class HoldingView:
    """A holding with its price and value in the reporting currency (None without a price)."""

    holding: Holding
    platform_name: str
    price: Price
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Freshness:
    """How old the prices in use are: the worst state, the oldest time, how many sources agree at least."""

    state: PriceState
    oldest: datetime | None
    sources: int
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """How a source's last polls went: when it last answered, its consecutive failures, the last fault.

    `used` of `allowed` requests in `per_s` seconds were made to its host; `told` is the host's own count.
    """

    name: str
    last_good: datetime | None = None
    failures: int = 0
    fault: str = ""
    next_poll: datetime | None = None
    used: int = 0
    allowed: int = 0
    per_s: float = 0.0
    told: str = ""


@dataclass(frozen=True, slots=True)
class BackfillView:
    """How far the history of an asset has come: from `since` to `until`, everything before `reached` is here."""

    asset: str
    currency: str
    source: str
    period_s: int
    since: datetime
    reached: datetime
    until: datetime
    state: str
    fault: str = ""

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        whole = (self.until - self.since).total_seconds()
        return 1.0 if whole <= 0 else min(1.0, max(0.0, (self.reached - self.since).total_seconds() / whole))


@dataclass(frozen=True, slots=True)
class HistoricOutcome:
    """What the repetition of a historic fall would do."""

    id: str
    source: str
    outcome: Outcome


class Changed(Enum):
    """What a change was about, for its words."""

    LOAN = "loan"
    HOLDING = "holding"
    POSITION = "position"
    PLATFORM = "platform"
    PRICE = "price"
    RULE = "rule"
    LENDER = "lender"
    NFT = "nft"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be taken back and what can be done again; None where there is nothing."""

    undo: Changed | None = None
    redo: Changed | None = None


NOTHING = Offers()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that the screen shows, as of `at` (UTC). `due` is what the window and the tray have yet to tell."""

    at: datetime
    currency: str
    settings: Settings
    loans: tuple[LoanView, ...]
    holdings: tuple[HoldingView, ...]
    platforms: tuple[Platform, ...]
    shares: tuple[Share, ...]
    totals: Totals
    prices: tuple[Price, ...]
    quarantine: tuple[tuple[Quote, str], ...]
    alerts: tuple[AlertRecord, ...]
    falls: tuple[Outcome, ...]
    historic: tuple[HistoricOutcome, ...]
    freshness: Freshness
    feeds: tuple[FeedHealth, ...] = ()
    due: tuple[Telling, ...] = ()
    demo: bool = False
    presets: tuple[Preset, ...] = ()
    nfts: tuple[NftView, ...] = ()
    words: tuple[SourceWord, ...] = ()
    manual: tuple[ManualPrice, ...] = ()
    backfills: tuple[BackfillView, ...] = ()
    rates: tuple[RatePoint, ...] = ()
    rules: tuple[Rule, ...] = ()
    channels: tuple[Channel, ...] = ()
    muted_until: datetime | None = None
    positions: tuple[PositionView, ...] = ()
    reserve: ReserveView = field(default_factory=ReserveView)
    credits: tuple[CreditLine, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    reviews: tuple[Review, ...] = ()
    offers: Offers = NOTHING
    scenarios: tuple[Scenario, ...] = ()

    def loan(self, loan_id: str) -> LoanView | None:
        """Return the view of one loan, or None."""
        return next((view for view in self.loans if view.loan.id == loan_id), None)

    @property
    def open_loans(self) -> tuple[LoanView, ...]:
        """The loans that are open, the most exposed first."""
        return tuple(view for view in self.loans if not view.closed)

    @property
    def active_alerts(self) -> tuple[AlertRecord, ...]:
        """The alerts that stand to be dealt with."""
        return tuple(alert for alert in self.alerts if alert.is_active)

    def platform_name(self, platform_id: str) -> str:
        """Return the name of a platform."""
        return next((p.name for p in self.platforms if p.id == platform_id), platform_id)
