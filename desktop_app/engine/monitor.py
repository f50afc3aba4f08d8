"""The straight line: quotes -> store -> valuation -> alerts -> Snapshot. Lives on the database thread."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Protocol, TypeVar

from sqlite_utils import Database

from desktop_app.domain.alerts.reading import Reading
from desktop_app.domain.alerts.record import LADDER, AlertRecord
from desktop_app.domain.alerts.rule import SPECS, RuleKind, Scope
from desktop_app.domain.assets import AssetKind
from desktop_app.domain.earn.agenda import Entry, loan_entries, position_entries
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
from desktop_app.domain.risk.shock import Scenario
from desktop_app.engine.alarms import Alarms
from desktop_app.engine.assemble import (
    Inputs,
    assemble,
    credit_cost,
    held_in,
    held_on_credit,
    interest_per_day,
    worth,
)
from desktop_app.engine.earnings import position_view
from desktop_app.engine.gone import gone
from desktop_app.engine.history_view import view_of
from desktop_app.engine.prices import Judged, Prices
from desktop_app.engine.readings import (
    DEPTH_KINDS,
    LOAN_KINDS,
    WHOLE_KINDS,
    asset_readings,
    dated_readings,
    feed_readings,
    ladder_readings,
    loan_readings,
    rate_readings,
    whole_readings,
)
from desktop_app.engine.reserve import reserve_view
from desktop_app.engine.resources import KnownAssets, known_assets, presets
from desktop_app.engine.right import Right
from desktop_app.engine.rule_book import RuleBook
from desktop_app.engine.settings import Settings
from desktop_app.engine.settings import load as load_typed_settings
from desktop_app.engine.snapshot import NOTHING, FeedHealth, Offers, Snapshot
from desktop_app.engine.standing import Marks, Standing
from desktop_app.engine.sums import Held, sums_of
from desktop_app.storage import alerts as alert_rows
from desktop_app.storage import loans as loan_rows
from desktop_app.storage import outbox
from desktop_app.storage import presets as preset_rows
from desktop_app.storage import prices as price_rows
from desktop_app.storage import settings as setting_rows
from desktop_app.storage.backfills import Backfill, load_backfills
from desktop_app.storage.rates import latest_rates
from desktop_app.storage.scenarios import load_scenarios
from desktop_app.storage.series import SeriesKey
from desktop_app.storage.store import Store

CHANNELS = ("window", "tray")
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
        self.right = Right(store, kind)
        self.began: datetime | None = None
        self.looked: datetime | None = None
        self.standing = Standing()
        self.backfills: dict[SeriesKey, Backfill] = {}
        self.rates: tuple[RatePoint, ...] = ()
        self.scenarios: tuple[Scenario, ...] = ()
        self.portfolio = Portfolio()
        self.settings = Settings()
        self.presets: dict[str, Preset] = {}
        self._holders: dict[str, tuple[Loan, ...]] = {}
        self._loans: dict[str, Loan] = {}
        self._named: frozenset[str] = frozenset()
        self.reload()

    def reload(self, *, others_wrote: bool = False) -> None:
        """Read everything from the store again; what is believed only where `others_wrote` it."""
        db = self.store.db
        self.settings = load_typed_settings(setting_rows.load_settings(db))
        self.portfolio = loan_rows.load_portfolio(db)
        self.alarms.reload(db)
        own = preset_rows.load_rules(db)
        self.presets = {name: preset.with_rules(own.get(name, ())) for name, preset in presets().items()}
        self.backfills = {one.key: one for one in load_backfills(db)}
        self.rates = tuple(latest_rates(db))
        self.scenarios = tuple(load_scenarios(db))
        self.prices.reload(db, self.settings, afresh=others_wrote)
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

    def assets_watched(self) -> frozenset[str]:
        """Return the assets whose prices matter: what is held or owed, and what a person's rules name."""
        rules = (rule for rule in self.alarms.rules.values() if rule.enabled and rule.scope)
        return self.assets_needed() | {rule.scope for rule in rules if SPECS[rule.kind].scope is Scope.ASSET}

    def assets_to_price(self) -> frozenset[str]:
        """Return what sources are asked for: what is watched, and the money that they quote it in."""
        currency, watched = self.settings.currency, self.assets_watched()
        money = {"USDT", "USD", "EUR", currency} if watched else set()
        return frozenset((watched | money) - {currency} | ({"USDT"} if money else set()))

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
            if asset not in steady and known[asset].kind is not AssetKind.NFT and not collection_of(asset)
        }

    def book(self, now: datetime) -> PriceBook:
        """Return the believed prices with their state at `now`."""
        return self.prices.book(self.assets_needed(), now)

    def snapshot(self, now: datetime, offers: Offers = NOTHING) -> Snapshot:
        """Return everything as of `now`, with what a person's changes offer to take back."""
        return replace(assemble(self._inputs(now), now), offers=offers)

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
            backfills=tuple(view_of(one) for one in self.backfills.values()),
            rates=self.rates,
            rules=tuple(self.alarms.rules.values()),
            channels=self.alarms.channels,
            muted_until=self.alarms.muted_until,
            scenarios=self.scenarios,
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
        """Tell whether this program is the one that rings, and take or renew its right to where it can."""
        self._see_changes()
        held = self.right.take(now)
        self._see_changes()  # what another one did right before
        return held

    def _see_changes(self) -> None:
        """Read everything again after another program wrote to the file."""
        if self.right.others_wrote():
            self.reload(others_wrote=True)

    def _moved(self, assets: Collection[str], rules: RuleBook, now: datetime) -> list[Loan]:
        """Return the loans in `assets` of which a level, or a rule about their depth, may have changed."""
        touched = self._touched_by(assets)
        if rules.has(*DEPTH_KINDS):
            return list(touched)
        book, marks = self.book(now), Marks(now)
        return [loan for loan in touched if self.standing.has_moved(loan, book, marks, now)]

    def tick(self, now: datetime) -> list[AlertRecord]:
        """Let time pass: prices grow stale, interest is posted, snoozes end, alerts are told again.

        Return the alerts that ring for the first time; none where another program watches.
        """
        if not self.may_ring(now):
            return []
        self.looked, self.began = now, self.began or now
        with self.write() as db:
            rules = self.alarms.book(now)
            of_loans = self._loan_readings(db, rules, self.portfolio.loans, now)
            rest = self._other_readings(rules, now)  # sources go first: what they explain is not told beside them
            rest += self._asset_readings(db, rules, sorted(self.assets_watched()), None, now)
            self.alarms.settle(db, gone(self, {one.key for one in (*of_loans, *rest)}, now), now)
            rung = self._judge(db, of_loans, now) + self.alarms.judge(db, rest, now)
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

    def _asset_readings(
        self, db: Database, rules: RuleBook, assets: Iterable[str], judged: Judged | None, now: datetime
    ) -> list[Reading]:
        polled = self.settings.polling and not self.demo
        watched = self.assets_watched() if polled else frozenset()
        found: list[Reading] = []
        for asset in assets:
            facts = self.prices.facts(db, asset, now, judged, rules.windows(asset), watched=asset in watched)
            found += asset_readings(rules, facts, now)
        return found

    def _other_readings(self, rules: RuleBook, now: datetime) -> list[Reading]:
        feeds = [feed for feed in self.feeds.values() if feed.name in self.settings.sources]
        silent_s = self.settings.stale_after_s
        found = [*feed_readings(rules, feeds, self.alarms.channels, now, self.began or now, silent_s)]
        found += rate_readings(rules, self.rates, now)
        if rules.has(RuleKind.DATE_DUE):
            found += dated_readings(rules, self._agenda(now), now)
        if rules.has(*WHOLE_KINDS) and (self.portfolio.loans or self.portfolio.holdings or self.portfolio.positions):
            found += self._whole_readings(rules, now)
        return found

    def _agenda(self, now: datetime) -> Iterator[Entry]:
        """Yield what comes up on a day, of open loans and of positions that earn."""
        balances = ((loan, self.standing.balances(loan, now)) for loan in self.portfolio.loans)
        yield from loan_entries([(loan, held.terms) for loan, held in balances if held.closed is None], now)
        yield from position_entries(self.portfolio.positions, now)

    def _whole_readings(self, rules: RuleBook, now: datetime) -> Iterator[Reading]:
        book = self.book(now)
        loans = []
        for loan in self.portfolio.loans:
            balances = self.standing.balances(loan, now)
            if balances.terms is not None and balances.closed is None:
                per_day = interest_per_day(balances, book, now) if rules.has(RuleKind.NET_CARRY) else ZERO
                loans.append((loan, value_loan(balances, book), per_day))
        name = self.portfolio.platform_name
        views = [position_view(one, name(one.platform), book, now, self.rates) for one in self.portfolio.positions]
        held = [
            *(
                Held(one.platform, one.asset, value, value if one.reserve else None)
                for one in self.portfolio.holdings
                for value in (worth(one.amount, book[one.asset].value),)
            ),
            *held_in(views, book),
            *held_on_credit(self.portfolio.credits, book),
        ]
        earned = sum((view.per_day for view in views), ZERO) - credit_cost(self.portfolio.credits, book)
        reserve = None
        if rules.has(RuleKind.RESERVE_SHORT):  # it takes longest
            steady = self.assets.steady(self.settings.currency)
            pairs = [(loan, valuation) for loan, valuation, _ in loans]
            reserve = reserve_view(self.portfolio, views, pairs, book, self.settings, steady, now).reserve
        sums = sums_of(loans, held, reserve, earned_per_day=earned)
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
    found = {holding.asset for holding in portfolio.holdings} | {line.asset for line in portfolio.credits}
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


class Work(Protocol):
    """Who lets the database thread work: `run` acts and publishes, `query` only looks."""

    def run(self, act: Callable[[Monitor, datetime], _T]) -> "Future[_T]":
        """Run `act` on the database thread, then publish what came of it."""
        ...

    def query(self, question: Callable[[Monitor], _T]) -> "Future[_T]":
        """Run `question` on the database thread; it must change nothing."""
        ...
