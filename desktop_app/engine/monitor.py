"""The straight line: quotes -> store -> valuation -> alerts -> Snapshot. Lives on the database thread."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Protocol, TypeVar
from uuid import uuid4

from sqlite_utils import Database

from desktop_app.domain.alerts.reading import Reading
from desktop_app.domain.alerts.record import LADDER, AlertRecord
from desktop_app.domain.alerts.rule import RuleKind
from desktop_app.domain.assets import AssetKind
from desktop_app.domain.earn.position import assets_in
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.loans.valuation import value_loan
from desktop_app.domain.money import ZERO
from desktop_app.domain.portfolio import Portfolio
from desktop_app.domain.prices.book import PriceBook
from desktop_app.domain.prices.nft import collection_of
from desktop_app.domain.prices.quote import Quote
from desktop_app.domain.prices.rate import RatePoint
from desktop_app.engine.alarms import Alarms
from desktop_app.engine.assemble import Inputs, assemble, held_in, interest_per_day, worth
from desktop_app.engine.earnings import position_view
from desktop_app.engine.prices import Judged, Prices
from desktop_app.engine.readings import (
    LOAN_KINDS,
    WHOLE_KINDS,
    asset_readings,
    feed_readings,
    ladder_readings,
    loan_readings,
    rate_readings,
    whole_readings,
)
from desktop_app.engine.resources import KnownAssets, known_assets, presets
from desktop_app.engine.rule_book import RuleBook
from desktop_app.engine.settings import Settings
from desktop_app.engine.settings import load as load_typed_settings
from desktop_app.engine.snapshot import BackfillView, FeedHealth, Snapshot
from desktop_app.engine.standing import Marks, Standing
from desktop_app.engine.sums import Held, sums_of
from desktop_app.storage import alerts as alert_rows
from desktop_app.storage import loans as loan_rows
from desktop_app.storage import outbox
from desktop_app.storage import presets as preset_rows
from desktop_app.storage import prices as price_rows
from desktop_app.storage import settings as setting_rows
from desktop_app.storage.backfills import Backfill, load_backfills
from desktop_app.storage.leases import give_back, read_lease, take_lease
from desktop_app.storage.rates import latest_rates
from desktop_app.storage.series import SeriesKey
from desktop_app.storage.store import Store

CHANNELS = ("window", "tray")
WINDOW_KIND, WATCH_KIND = "window", "watch"
LEASE = timedelta(seconds=90)
TICK_S = 15.0
_T = TypeVar("_T")


class Monitor:
    """Everything that is watched, kept in step with the store. One thread uses it."""

    def __init__(
        self, store: Store, *, demo: bool = False, channels: tuple[str, ...] | None = CHANNELS, kind: str = ""
    ) -> None:
        """Watch `store`; `channels` are those built in, None lets nothing be told.

        `kind` (window or watch) makes the monitor one of several programs on the file, of which one rings.
        """
        self.store = store
        self.demo = demo
        self.channels = channels or ()
        self.assets: KnownAssets = known_assets()
        self.feeds: dict[str, FeedHealth] = {}
        self.prices = Prices(self.assets)
        self.alarms = Alarms(channels)
        self.kind = kind
        self.owner = uuid4().hex
        self.looked: datetime | None = None
        self._lease_until: datetime | None = None
        self._version = 0
        self.standing = Standing()
        self.backfills: dict[SeriesKey, Backfill] = {}
        self.rates: tuple[RatePoint, ...] = ()
        self.portfolio = Portfolio()
        self.settings = Settings()
        self.presets: dict[str, Preset] = {}
        self._holders: dict[str, tuple[Loan, ...]] = {}
        self._loans: dict[str, Loan] = {}
        self._named: frozenset[str] = frozenset()
        self.reload()

    def reload(self) -> None:
        """Read everything from the store again."""
        db = self.store.db
        self.settings = load_typed_settings(setting_rows.load_settings(db))
        self.portfolio = loan_rows.load_portfolio(db)
        self.alarms.reload(db)
        own = preset_rows.load_rules(db)
        self.presets = {name: preset.with_rules(own.get(name, ())) for name, preset in presets().items()}
        self.backfills = {one.key: one for one in load_backfills(db)}
        self.rates = tuple(latest_rates(db))
        self.prices.reload(db, self.settings)
        self._holders = _holders(self.portfolio.loans)
        self._loans = {loan.id: loan for loan in self.portfolio.loans}
        self._named = _named(self.portfolio)
        self.standing.forget_guards()

    @contextmanager
    def write(self) -> Iterator[Database]:
        """Run a block as one transaction of the store; where it fails, what is remembered goes back with it."""
        remembered = {
            **vars(self),
            "alarms": self.alarms.copied(),
            "backfills": dict(self.backfills),
            "feeds": dict(self.feeds),
            "prices": self.prices.copied(),
        }
        try:
            with self.store.write() as db:
                yield db
        except BaseException:
            vars(self).update(remembered)
            self.standing.forget_guards()
            raise

    def assets_needed(self) -> frozenset[str]:
        """Return the assets that the portfolio holds or owes, and what its NFTs are priced in."""
        nfts = self.prices.nfts
        if not nfts:
            return self._named
        return self._named | {nfts[name].currency for asset in self._named if (name := collection_of(asset)) in nfts}

    def assets_to_price(self) -> frozenset[str]:
        """Return what sources are asked for: what is held or owed, and the money that they quote it in."""
        currency = self.settings.currency
        money = {"USDT", "USD", "EUR", currency} if self.assets_needed() else set()
        return frozenset((self.assets_needed() | money) - {currency} | ({"USDT"} if money else set()))

    def assets_with_history(self) -> dict[str, datetime]:
        """Return the assets whose past matters, and since when: from the opening of the first loan with each."""
        found: dict[str, datetime] = {}
        for loan in self.portfolio.loans:
            opened = min(event.at for event in loan.events)
            for asset in {event.asset for event in loan.events if event.asset}:
                found[asset] = min(opened, found.get(asset, opened))
        steady, known = self.assets.steady(self.settings.currency), self.assets.book
        return {
            asset: since
            for asset, since in found.items()
            if asset not in steady and known[asset].kind is not AssetKind.NFT and collection_of(asset) == asset
        }

    def book(self, now: datetime) -> PriceBook:
        """Return the believed prices with their state at `now`."""
        return self.prices.book(self.assets_needed(), now)

    def snapshot(self, now: datetime) -> Snapshot:
        """Return everything as of `now`."""
        return assemble(self._inputs(now), now)

    def brief(self, last: Snapshot, now: datetime) -> Snapshot:
        """Return the last Snapshot with the alerts and tellings of `now`: for a popup that cannot wait for the rest."""
        due = outbox.due(self.store.db, self.channels, now) if self.channels else ()
        return replace(last, at=now, alerts=tuple(alert_rows.load_alerts(self.store.db)), due=tuple(due))

    def _inputs(self, now: datetime) -> Inputs:
        db = self.store.db
        return Inputs(
            self.portfolio,
            self.book(now),
            self.alarms.states,
            alert_rows.load_alerts(db),
            self.settings,
            self.assets,
            price_rows.quarantined(db),
            tuple(self.feeds.values()),
            outbox.due(db, self.channels, now) if self.channels else (),
            self.demo,
            balances={loan.id: self.standing.balances(loan, now) for loan in self.portfolio.loans},
            presets=tuple(self.presets.values()),
            nfts=tuple(self.prices.nfts.values()),
            words=tuple(self.prices.words.values()),
            manual=tuple(self.prices.manual.values()),
            backfills=tuple(_backfill_view(one) for one in self.backfills.values()),
            rates=self.rates,
            rules=tuple(self.alarms.rules.values()),
            channels=self.alarms.channels,
            muted_until=self.alarms.muted_until,
        )

    def accept(self, quotes: Sequence[Quote], now: datetime) -> list[AlertRecord]:
        """Judge one round's quotes, keep them, value the loans they touch; return the alerts that ring.

        Prices, states, alerts and notifications are committed together.
        """
        if not self.may_ring(now):
            return []
        self.looked = now
        with self.write() as db:
            judged = self.prices.judge(db, quotes, now)
            rules = self.alarms.book(now)
            readings = self._loan_readings(db, rules, self._moved(judged.changed, rules, now), now)
            rung = self._judge(db, readings, now)
            rung += self.alarms.judge(db, self._asset_readings(db, rules, judged.verdicts, judged, now), now)
            return rung

    def _touched_by(self, assets: Collection[str]) -> Iterable[Loan]:
        """Return the loans that hold or owe one of `assets`, or an NFT that is priced in one."""
        wanted = {*assets, *(name for name, view in self.prices.nfts.items() if view.currency in assets)}
        found = {loan.id: loan for asset in wanted for loan in self._holders.get(asset, ())}
        return found.values()

    def may_ring(self, now: datetime) -> bool:
        """Tell whether this program is the one that watches, and take or renew its right to where it can."""
        if not self.kind:
            return True
        self._see_changes()
        if self._lease_until is not None and now + LEASE / 2 < self._lease_until <= now + LEASE and not self._lost():
            return True
        first = self._lease_until is None
        with self.store.write() as db:
            held = take_lease(db, self.owner, self.kind, now, LEASE, force=first and self.kind == WINDOW_KIND)
        self._lease_until = now + LEASE if held else now - LEASE
        if held and not first and self._version:
            self.reload()  # what the other one did meanwhile
        return held

    def _lost(self) -> bool:
        held = read_lease(self.store.db)
        return held is None or held.owner != self.owner

    def _see_changes(self) -> None:
        """Read everything again after another program wrote to the file."""
        (version,) = self.store.db.conn.execute("pragma data_version").fetchone()
        if self._version and version != self._version:
            self.reload()
        self._version = version

    def leave(self) -> None:
        """Let the right to ring go, so that another program takes over at once."""
        if self.kind and self._lease_until is not None:
            with self.store.write() as db:
                give_back(db, self.owner)

    def _moved(self, assets: Collection[str], rules: RuleBook, now: datetime) -> list[Loan]:
        """Return the loans in `assets` of which a level, or a rule about their headroom, may have changed."""
        touched = self._touched_by(assets)
        if rules.has(RuleKind.HEADROOM):
            return list(touched)
        book, marks = self.book(now), Marks(now)
        return [loan for loan in touched if self.standing.has_moved(loan, book, marks, now)]

    def tick(self, now: datetime) -> list[AlertRecord]:
        """Let time pass: prices grow stale, interest is posted, snoozes end, alerts are told again.

        Return the alerts that ring for the first time; none where another program watches.
        """
        if not self.may_ring(now):
            return []
        self.looked = now
        with self.write() as db:
            rules = self.alarms.book(now)
            rung = self._judge(db, self._loan_readings(db, rules, self.portfolio.loans, now), now)
            rung += self.alarms.judge(db, self._asset_readings(db, rules, sorted(self.assets_needed()), None, now), now)
            rung += self.alarms.judge(db, self._other_readings(rules, now), now)
            self._settle_rules(db, now)
            self.alarms.tend(db, now)
            return rung

    def _judge(self, db: Database, readings: Sequence[Reading], now: datetime) -> list[AlertRecord]:
        rung = self.alarms.judge(db, readings, now)
        book = self.book(now) if readings else None
        for loan in [self._loans[loan_id] for loan_id in {reading.subject for reading in readings}]:
            balances = self.standing.balances(loan, now)
            if book is not None and balances.terms is not None and balances.closed is None:
                valuation = value_loan(balances, book)
                self.standing.guard(loan, balances, valuation, self.alarms, self.settings.hysteresis)
        return rung

    def _loan_readings(self, db: Database, rules: RuleBook, loans: Iterable[Loan], now: datetime) -> list[Reading]:
        """Return what is to be judged in `loans`: nothing of those in which nothing can have changed."""
        book = self.book(now)
        more = rules.has(*LOAN_KINDS)
        steady = self.assets.steady(self.settings.currency)
        found: list[Reading] = []
        for loan in loans:
            balances = self.standing.balances(loan, now)
            if balances.terms is None or balances.closed is not None:
                self._settle_loan(db, loan.id, (), now)
                continue
            valuation = value_loan(balances, book)
            quiet = self.standing.is_quiet(loan, balances.terms, valuation.ltv, known=valuation.judged)
            if not quiet:
                self._settle_loan(db, loan.id, [level.key for level in valuation.ladder.levels], now)
                found += ladder_readings(loan, valuation, self.settings.hysteresis, now)
            if more:
                found += loan_readings(rules, loan, balances, valuation, steady, now)
        return found

    def _settle_loan(self, db: Database, loan_id: str, kept: Collection[str], now: datetime) -> None:
        """Resolve the alerts of levels that a loan no longer has: all of them once it is closed."""
        gone = {key for key in self.alarms.keys_of(LADDER, loan_id) if key[2] not in kept}
        if gone:
            self.alarms.settle(db, gone, now)

    def _settle_rules(self, db: Database, now: datetime) -> None:
        """Resolve the alerts of rules and subjects that are no more."""
        loans = {loan.id for loan in self.portfolio.loans}
        rules = self.alarms.rules
        gone = {
            key
            for key in self.alarms.states
            if (key[0] == LADDER and key[1] not in loans)
            or (key[0] != LADDER and (key[0] not in rules or not rules[key[0]].holds(now)))
            or (key[0] != LADDER and key[0] in rules and rules[key[0]].kind in LOAN_KINDS and key[1] not in loans)
        }
        if gone:
            self.alarms.settle(db, gone, now)

    def _asset_readings(
        self, db: Database, rules: RuleBook, assets: Iterable[str], judged: Judged | None, now: datetime
    ) -> list[Reading]:
        polled = self.settings.polling and not self.demo
        needed = self.assets_needed()
        found: list[Reading] = []
        for asset in assets:
            facts = self.prices.facts(db, asset, now, judged, rules.windows(asset), watched=polled and asset in needed)
            found += asset_readings(rules, facts, now)
        return found

    def _other_readings(self, rules: RuleBook, now: datetime) -> list[Reading]:
        found = [*feed_readings(rules, self.feeds.values(), self.alarms.channels, now)]
        found += rate_readings(rules, self.rates, now)
        if rules.has(*WHOLE_KINDS) and (self.portfolio.loans or self.portfolio.holdings or self.portfolio.positions):
            found += self._whole_readings(rules, now)
        return found

    def _whole_readings(self, rules: RuleBook, now: datetime) -> Iterator[Reading]:
        book = self.book(now)
        loans = []
        for loan in self.portfolio.loans:
            balances = self.standing.balances(loan, now)
            if balances.terms is not None and balances.closed is None:
                per_day = interest_per_day(balances, book, now) if rules.has(RuleKind.NET_CARRY) else ZERO
                loans.append((loan, value_loan(balances, book), per_day))
        name = self.portfolio.platform_name
        views = [position_view(one, name(one.platform), book, now) for one in self.portfolio.positions]
        held = [
            *(
                Held(one.platform, one.asset, value, value if one.reserve else None)
                for one in self.portfolio.holdings
                for value in (worth(one.amount, book[one.asset].value),)
            ),
            *held_in(views, book),
        ]
        earned = sum((view.per_day for view in views), ZERO)
        steady = self.assets.steady(self.settings.currency)
        sums = sums_of(loans, held, steady, covered=rules.has(RuleKind.RESERVE_SHORT), earned_per_day=earned)
        platforms = {platform.id: platform for platform in self.portfolio.platforms}
        return whole_readings(rules, sums.totals, sums.shares, sums.by_asset, platforms, now)

    def ltv_of(self, loan_id: str, now: datetime) -> Decimal | None:
        """Return the LTV of an open loan at `now`; None where it is endless or unknown."""
        loan = self._loans.get(loan_id)
        balances = self.standing.balances(loan, now) if loan is not None else None
        if balances is None or balances.terms is None or balances.closed is not None:
            return None
        return value_loan(balances, self.book(now)).ltv

    def settle(self, db: Database, loan_id: str, now: datetime) -> None:
        """Resolve every alert of a loan that is removed, and forget its limits."""
        self.alarms.settle(db, {key for key in self.alarms.states if key[1] == loan_id}, now)
        for alert in alert_rows.active_alerts(db, loan_id):
            outbox.drop(db, alert.id)


def _named(portfolio: Portfolio) -> frozenset[str]:
    """Return the assets that holdings and events of loans name."""
    found = {holding.asset for holding in portfolio.holdings}
    for position in portfolio.positions:
        found |= assets_in(position)
    for loan in portfolio.loans:
        found |= {event.asset for event in loan.events if event.asset}
    return frozenset(found)


def _holders(loans: Iterable[Loan]) -> dict[str, tuple[Loan, ...]]:
    """Return the loans by each asset, or collection of NFTs, that their events name."""
    found: dict[str, dict[str, Loan]] = {}
    for loan in loans:
        for event in loan.events:
            if event.asset:
                found.setdefault(event.asset, {})[loan.id] = loan
                found.setdefault(collection_of(event.asset), {})[loan.id] = loan
    return {asset: tuple(those.values()) for asset, those in found.items()}


def _backfill_view(one: Backfill) -> BackfillView:
    key = one.key
    return BackfillView(
        key.asset,
        key.currency,
        key.source,
        key.period_s,
        one.since,
        one.reached,
        one.until,
        one.state.value,
        one.fault,
    )


class Work(Protocol):
    """Who lets the database thread work: `run` acts and publishes, `query` only looks."""

    def run(self, act: Callable[[Monitor, datetime], _T]) -> "Future[_T]":
        """Run `act` on the database thread, then publish what came of it."""
        ...

    def query(self, question: Callable[[Monitor], _T]) -> "Future[_T]":
        """Run `question` on the database thread; it must change nothing."""
        ...
