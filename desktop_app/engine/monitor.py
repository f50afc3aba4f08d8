"""The straight line: quotes -> store -> valuation -> alerts -> Snapshot. Lives on the database thread."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

from sqlite_utils import Database

from desktop_app.domain.alerts.evaluate import Crossing, Sample, fired, step
from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.alerts.state import LATCHED, AlertState, LevelState
from desktop_app.domain.loans.ladder import Level
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.money import ONE
from desktop_app.domain.portfolio import Portfolio
from desktop_app.domain.prices.book import Price, PriceBook, PriceState
from desktop_app.domain.prices.consensus import Belief, Thresholds, judge
from desktop_app.domain.prices.nft import collection_of, value_nft
from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.engine.assemble import Inputs, assemble, loan_view
from desktop_app.engine.replay import history, level_crossings
from desktop_app.engine.resources import KnownAssets, known_assets, presets
from desktop_app.engine.settings import Settings
from desktop_app.engine.settings import load as load_typed_settings
from desktop_app.engine.snapshot import FeedHealth, LoanView, NftView, Snapshot
from desktop_app.storage import alerts as alert_rows
from desktop_app.storage import loans as loan_rows
from desktop_app.storage import nft as nft_rows
from desktop_app.storage import presets as preset_rows
from desktop_app.storage import prices as price_rows
from desktop_app.storage import settings as setting_rows
from desktop_app.storage.store import Store

NFT_SPAN = timedelta(days=7)
CHANNELS = ("window", "tray")


class Monitor:
    """Everything that is watched, kept in step with the store. One thread uses it."""

    def __init__(self, store: Store, *, demo: bool = False, channels: tuple[str, ...] = CHANNELS) -> None:
        self.store = store
        self.demo = demo
        self.channels = channels
        self.assets: KnownAssets = known_assets()
        self.feeds: dict[str, FeedHealth] = {}
        self._beliefs: dict[str, Belief] = {}
        self._closes: dict[str, Candle] = {}
        self.portfolio = Portfolio()
        self.settings = Settings()
        self.presets: dict[str, Preset] = {}
        self.nfts: dict[str, NftView] = {}
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
        self._closes = {candle.asset: candle for candle in price_rows.latest_candles(db)}
        self.nfts = {view.collection: view for view in _nft_views(db)}
        for quote in price_rows.latest_quotes(db):
            known = self._beliefs.get(quote.asset)
            if known is None or (known.at is not None and quote.at > known.at):
                self._beliefs[quote.asset] = Belief(
                    quote.price, quote.at, quote.source, 1, seen={quote.source: quote.at}
                )

    @contextmanager
    def write(self) -> Iterator[Database]:
        """Run a block as one transaction of the store; where it fails, what is remembered goes back with it."""
        remembered = {**vars(self), "states": dict(self.states), "_beliefs": dict(self._beliefs)}
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
        priced_in = {self.nfts[name].currency for asset in found if (name := collection_of(asset)) in self.nfts}
        return frozenset(found | priced_in)

    def book(self, now: datetime) -> PriceBook:
        """Return the believed prices with their state at `now`."""
        currency = self.settings.currency
        names = set(self._beliefs) | set(self._closes) | set(self.assets_needed())
        found: dict[str, Price] = {}
        for asset in names:
            price = self._price(asset, now)
            if price is not None:
                found[asset] = price
        return PriceBook(found, currency)

    def _price(self, asset: str, now: datetime) -> Price | None:
        """Return the newest word on `asset`: a believed quote, else the last close, else its peg.

        An NFT of a collection with samples is worth the lowest of what they say.
        """
        samples = self.nfts.get(collection_of(asset))
        if samples is not None:
            return self._nft_price(asset, samples, now)
        belief, candle = self._beliefs.get(asset), self._closes.get(asset)
        currency = self.settings.currency
        if candle is not None and (belief is None or belief.at is None or candle.closed > belief.at):
            rate = self._rate(candle.currency)
            if rate is not None:
                state = self._state(candle.closed, now)
                return Price(asset, candle.close * rate, state, candle.closed, candle.source, 1)
        if belief is not None and belief.price is not None and belief.at is not None:
            state = self._state(belief.at, now)
            return Price(asset, belief.price, state, belief.at, belief.source, belief.sources, belief.spread)
        if self.assets.book.is_peg(asset, currency) or asset == currency:
            return Price(asset, ONE, PriceState.PAR)
        return None

    def _nft_price(self, asset: str, samples: NftView, now: datetime) -> Price | None:
        currency = self._price(samples.currency, now)
        if samples.value.risk is None or currency is None or currency.value is None:
            return None
        recent = now - samples.newest <= NFT_SPAN and currency.state is not PriceState.STALE
        state = PriceState.FRESH if recent else PriceState.STALE
        return Price(asset, samples.value.risk * currency.value, state, samples.newest, "samples", 1)

    def _rate(self, currency: str) -> Decimal | None:
        """Return what one unit of a candle's currency is worth: 1 for the reporting one and its pegs."""
        if currency == self.settings.currency or self.assets.book.is_peg(currency, self.settings.currency):
            return ONE
        return None

    def _state(self, at: datetime, now: datetime) -> PriceState:
        return PriceState.FRESH if now - at <= timedelta(seconds=self.settings.stale_s) else PriceState.STALE

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
            nfts=tuple(self.nfts.values()),
        )

    def accept(self, quotes: Sequence[Quote], now: datetime) -> list[AlertRecord]:
        """Judge one poll's quotes, keep them, value the loans they touch; return the alerts that ring.

        Prices, states, alerts and notifications are committed together.
        """
        by_asset: dict[str, list[Quote]] = {}
        for quote in quotes:
            by_asset.setdefault(quote.asset, []).append(quote)
        with self.write() as db:
            for asset, words in by_asset.items():
                verdict = judge(self._beliefs.get(asset, Belief()), words, now, Thresholds())
                self._beliefs[asset] = verdict.belief
                rejected = [quote for quote, _ in verdict.rejected]
                if verdict.accepted:
                    price_rows.save_quotes(db, (quote for quote in words if quote not in rejected))
                for quote, reason in verdict.rejected:
                    if quote.price.is_finite():
                        price_rows.save_quotes(db, [quote], reason.value)
            return self._evaluate(db, self.portfolio.loans, now)

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

    def catch_up(self, loan_ids: Iterable[str], now: datetime) -> list[AlertRecord]:
        """Judge the history of loans by their candles; keep and return, marked late, what was never told."""
        found: list[AlertRecord] = []
        with self.write() as db:
            for loan_id in loan_ids:
                found += self._catch_up_loan(db, self.portfolio.loan(loan_id), now)
        return sorted(found, key=lambda record: record.at)

    def _catch_up_loan(self, db: Database, loan: Loan, now: datetime) -> list[AlertRecord]:
        assets = sorted({event.asset for event in loan.events if event.asset})
        series = self.usable_candles(price_rows.load_candles(db, assets))
        pegged = self.assets.steady(self.settings.currency)
        known = alert_rows.alerts_of_loan(db, loan.id)
        fresh: list[AlertRecord] = []
        points = list(history(loan.events, series, pegged))
        if not points:
            return []
        overtaken = self._priced_live_after(loan, points[-1].at)
        for crossing in level_crossings(points, self.settings.hysteresis):
            stands = crossing.until is None and not overtaken
            record = next((alert for alert in known if _same_episode(crossing, alert)), None)
            if record is None:
                record = _late_record(loan, crossing, series, stands)
                if not alert_rows.save_alert(db, record, self.channels):
                    continue
                fresh.append(record)
            if stands:
                self._latch(db, loan, crossing, record)
        return fresh

    def _priced_live_after(self, loan: Loan, moment: datetime) -> bool:
        """Tell whether live prices of all that moves in `loan` came after `moment`, and so judged it since."""
        moving = {event.asset for event in loan.events if event.asset} - self.assets.steady(self.settings.currency)
        times = [belief.at for asset in moving if (belief := self._beliefs.get(asset)) is not None]
        return len(times) == len(moving) and all(at is not None and at > moment for at in times)

    def _latch(self, db: Database, loan: Loan, crossing: Crossing, record: AlertRecord) -> None:
        """Let the level's state follow from a crossing that history left open."""
        key = (loan.id, crossing.level.key)
        if self.states.get(key, LevelState()).latched:
            return
        alert_rows.set_alert_state(db, record.id, AlertState.FIRING)
        after = LevelState(AlertState.FIRING, crossing.at, crossing.ltv, record.id, latched=True)
        self.states[key] = after
        alert_rows.save_level_state(db, *key, after)

    def usable_candles(self, series: Mapping[str, list[Candle]]) -> dict[str, list[Candle]]:
        """Return the candles that are priced in the reporting currency or in what is pegged to it."""
        return {
            asset: [candle for candle in candles if self._rate(candle.currency) is not None]
            for asset, candles in series.items()
        }


def _nft_views(db: Database) -> Iterator[NftView]:
    """Yield what the last week of samples says of each collection."""
    for collection, (currency, newest) in nft_rows.newest_samples(db).items():
        start = newest - NFT_SPAN
        value = value_nft(nft_rows.load_samples(db, collection, start), start, newest)
        yield NftView(collection, currency, newest, value)


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


def _late_record(loan: Loan, crossing: Crossing, series: Mapping[str, list[Candle]], stands: bool) -> AlertRecord:
    closing = [c for candles in series.values() for c in candles if c.closed == crossing.at]
    first = closing[0] if closing else None
    return AlertRecord(
        uuid4().hex,
        loan.id,
        loan.name,
        crossing.level.key,
        crossing.level.kind,
        crossing.level.ltv,
        crossing.ltv,
        crossing.at,
        first.asset if first else "",
        first.close if first else None,
        late=True,
        state=AlertState.FIRING if stands else AlertState.RESOLVED,
    )


def _same_episode(crossing: Crossing, alert: AlertRecord) -> bool:
    if alert.level != crossing.level.key:
        return False
    # An alert that rang live is older than the close of the candle that tells of the same fall.
    since = crossing.opened or crossing.at
    return alert.at >= since and (crossing.until is None or alert.at <= crossing.until)


def _is_acknowledged(db: Database, loan_id: str, alert_id: str) -> bool:
    found = (alert.state for alert in alert_rows.alerts_of_loan(db, loan_id) if alert.id == alert_id)
    return next(found, None) is AlertState.ACKNOWLEDGED
