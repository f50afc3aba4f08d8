"""The straight line: quotes -> store -> valuation -> alerts -> Snapshot. Lives on the database thread."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sqlite_utils import Database

from desktop_app.domain.alerts.evaluate import Crossing, Sample, fired, step
from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.alerts.state import LATCHED, AlertState, LevelState
from desktop_app.domain.assets import AssetKind
from desktop_app.domain.loans.ladder import Level
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.portfolio import Portfolio
from desktop_app.domain.prices.book import PriceBook, PriceState
from desktop_app.domain.prices.nft import collection_of
from desktop_app.domain.prices.quote import Quote
from desktop_app.domain.prices.rate import RatePoint
from desktop_app.engine.assemble import Inputs, assemble, loan_view
from desktop_app.engine.prices import Prices
from desktop_app.engine.resources import KnownAssets, known_assets, presets
from desktop_app.engine.settings import Settings
from desktop_app.engine.settings import load as load_typed_settings
from desktop_app.engine.snapshot import BackfillView, FeedHealth, LoanView, Snapshot
from desktop_app.storage import alerts as alert_rows
from desktop_app.storage import loans as loan_rows
from desktop_app.storage import presets as preset_rows
from desktop_app.storage import prices as price_rows
from desktop_app.storage import settings as setting_rows
from desktop_app.storage.backfills import Backfill, load_backfills
from desktop_app.storage.rates import latest_rates
from desktop_app.storage.series import SeriesKey
from desktop_app.storage.store import Store

CHANNELS = ("window", "tray")


class Monitor:
    """Everything that is watched, kept in step with the store. One thread uses it."""

    def __init__(self, store: Store, *, demo: bool = False, channels: tuple[str, ...] = CHANNELS) -> None:
        self.store = store
        self.demo = demo
        self.channels = channels
        self.assets: KnownAssets = known_assets()
        self.feeds: dict[str, FeedHealth] = {}
        self.prices = Prices(self.assets)
        self.backfills: dict[SeriesKey, Backfill] = {}
        self.rates: tuple[RatePoint, ...] = ()
        self.portfolio = Portfolio()
        self.settings = Settings()
        self.presets: dict[str, Preset] = {}
        self.states: dict[tuple[str, str], LevelState] = {}
        self.reload()

    def reload(self) -> None:
        """Read everything from the store again."""
        db = self.store.db
        self.settings = load_typed_settings(setting_rows.load_settings(db))
        self.portfolio = loan_rows.load_portfolio(db)
        self.states = alert_rows.load_level_states(db)
        own = preset_rows.load_rules(db)
        self.presets = {name: preset.with_rules(own.get(name, ())) for name, preset in presets().items()}
        self.backfills = {one.key: one for one in load_backfills(db)}
        self.rates = tuple(latest_rates(db))
        self.prices.reload(db, self.settings)

    @contextmanager
    def write(self) -> Iterator[Database]:
        """Run a block as one transaction of the store; where it fails, what is remembered goes back with it."""
        remembered = {
            **vars(self),
            "states": dict(self.states),
            "backfills": dict(self.backfills),
            "prices": self.prices.copied(),
        }
        try:
            with self.store.write() as db:
                yield db
        except BaseException:
            vars(self).update(remembered)
            raise

    def assets_needed(self) -> frozenset[str]:
        """Return the assets that the portfolio holds or owes."""
        found = {holding.asset for holding in self.portfolio.holdings}
        for loan in self.portfolio.loans:
            found |= {event.asset for event in loan.events if event.asset}
        nfts = self.prices.nfts
        return frozenset(found | {nfts[name].currency for asset in found if (name := collection_of(asset)) in nfts})

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

    def _inputs(self, now: datetime) -> Inputs:
        db = self.store.db
        return Inputs(
            self.portfolio,
            self.book(now),
            self.states,
            alert_rows.load_alerts(db),
            self.settings,
            self.assets,
            price_rows.quarantined(db),
            tuple(self.feeds.values()),
            [(channel, alert) for channel in self.channels for alert in alert_rows.due_alerts(db, channel)],
            self.demo,
            presets=tuple(self.presets.values()),
            nfts=tuple(self.prices.nfts.values()),
            words=tuple(self.prices.words.values()),
            manual=tuple(self.prices.manual.values()),
            backfills=tuple(_backfill_view(one) for one in self.backfills.values()),
            rates=self.rates,
        )

    def accept(self, quotes: Sequence[Quote], now: datetime) -> list[AlertRecord]:
        """Judge one poll's quotes, keep them, value the loans they touch; return the alerts that ring.

        Prices, states, alerts and notifications are committed together.
        """
        with self.write() as db:
            judged = self.prices.judge(db, quotes, now)
            return self._evaluate(db, self._touched_by(judged.changed), now)

    def _touched_by(self, assets: Collection[str]) -> list[Loan]:
        """Return the loans that hold or owe one of `assets`, or an NFT that is priced in one."""
        wanted = set(assets)
        wanted |= {name for name, view in self.prices.nfts.items() if view.currency in wanted}
        return [
            loan
            for loan in self.portfolio.loans
            if any(event.asset in wanted or collection_of(event.asset) in wanted for event in loan.events)
        ]

    def tick(self, now: datetime) -> list[AlertRecord]:
        """Let time pass: prices grow stale, interest is posted, snoozes end. Return the alerts that ring."""
        with self.write() as db:
            return self._evaluate(db, self.portfolio.loans, now)

    def _evaluate(self, db: Database, loans: Iterable[Loan], now: datetime) -> list[AlertRecord]:
        inputs = replace(_EMPTY, portfolio=self.portfolio, book=self.book(now), settings=self.settings)
        rung: list[AlertRecord] = []
        for loan in loans:
            view = loan_view(loan, inputs, now)
            levels = {level_view.level.key for level_view in view.levels}
            if any(loan_id == loan.id and level not in levels for loan_id, level in self.states):
                self.settle(db, loan.id, levels)
            if view.valuation is None:
                continue
            known = view.valuation.known and view.state is not PriceState.STALE
            sample = Sample(now, view.valuation.ltv, known)
            for level_view in view.levels:
                rung += self._step(db, view, level_view.level, sample)
        return rung

    def _step(self, db: Database, view: LoanView, level: Level, sample: Sample) -> list[AlertRecord]:
        key = (view.loan.id, level.key)
        before = self.states.get(key, LevelState())
        after = step(before, level, sample, self.settings.hysteresis)
        if after == before:
            return []
        rung = []
        if fired(before, after):
            record = _record(view, level, sample)
            alert_rows.save_alert(db, record, self.channels)
            after = replace(after, alert_id=record.id)
            rung.append(record)
        elif before.alert_id and before.latched and not after.latched:
            alert_rows.set_alert_state(db, before.alert_id, AlertState.RESOLVED)
        elif after.alert_id and after.state in LATCHED:
            if before.state is AlertState.NO_DATA and _is_acknowledged(db, view.loan.id, after.alert_id):
                after = replace(after, state=AlertState.ACKNOWLEDGED)
            alert_rows.set_alert_state(db, after.alert_id, after.state)
        self.states[key] = after
        alert_rows.save_level_state(db, view.loan.id, level.key, after)
        return rung

    def settle(self, db: Database, loan_id: str, kept: Collection[str] = ()) -> None:
        """Resolve the alerts of a loan and forget its levels, all but the `kept` ones.

        For a loan that was closed or removed, and for levels that its rules no longer have.
        """
        for alert in alert_rows.alerts_of_loan(db, loan_id):
            if alert.is_active and alert.level not in kept:
                alert_rows.set_alert_state(db, alert.id, AlertState.RESOLVED)
        alert_rows.drop_level_states(db, loan_id)
        self.states = {key: state for key, state in self.states.items() if key[0] != loan_id or key[1] in kept}
        for (owner, level), state in self.states.items():
            if owner == loan_id:
                alert_rows.save_level_state(db, loan_id, level, state)

    def latch(self, db: Database, loan: Loan, crossing: Crossing, record: AlertRecord) -> None:
        """Let the level's state follow from a crossing that history left open."""
        key = (loan.id, crossing.level.key)
        if self.states.get(key, LevelState()).latched:
            return
        alert_rows.set_alert_state(db, record.id, AlertState.FIRING)
        after = LevelState(AlertState.FIRING, crossing.at, crossing.ltv, record.id, latched=True)
        self.states[key] = after
        alert_rows.save_level_state(db, *key, after)


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


_EMPTY = Inputs(Portfolio(), PriceBook({}), {}, (), Settings(), known_assets())


def _record(view: LoanView, level: Level, sample: Sample) -> AlertRecord:
    assert view.valuation is not None
    heaviest = max(view.valuation.collateral, key=lambda leg: leg.value, default=None)
    return AlertRecord(
        uuid4().hex,
        view.loan.id,
        view.loan.name,
        level.key,
        level.kind,
        level.ltv,
        sample.ltv,
        sample.at,
        heaviest.asset if heaviest else "",
        heaviest.price.value if heaviest else None,
    )


def _is_acknowledged(db: Database, loan_id: str, alert_id: str) -> bool:
    found = (alert.state for alert in alert_rows.alerts_of_loan(db, loan_id) if alert.id == alert_id)
    return next(found, None) is AlertState.ACKNOWLEDGED
