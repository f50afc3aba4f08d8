"""What is believed of every asset, kept in step with the store: the words of sources in, a price book out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal

from sqlite_utils import Database

from desktop_app.domain.assets import AssetKind
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.prices.book import ManualPrice, Price, PriceBook, PriceState
from desktop_app.domain.prices.consensus import Belief, Rejection, Thresholds, Verdict, judge
from desktop_app.domain.prices.nft import NftView, collection_of, value_nft
from desktop_app.domain.prices.quote import Candle, Quote, SourceWord
from desktop_app.engine.bars import BELIEVED, Bars, extremes
from desktop_app.engine.facts import AssetFacts
from desktop_app.engine.resources import KnownAssets
from desktop_app.engine.settings import Settings
from desktop_app.storage import nft as nft_rows
from desktop_app.storage import prices as price_rows
from desktop_app.storage.candles import latest_candles

NFT_SPAN = timedelta(days=7)
AHEAD = timedelta(seconds=60)
FIAT_SPAN = timedelta(days=5)  # reference rates rest over weekends and holidays


@dataclass(slots=True)
class Judged:
    """What one round of quotes did: the assets with a new price, and those whose jump waits."""

    changed: set[str] = field(default_factory=set)
    verdicts: dict[str, Verdict] = field(default_factory=dict)


class Prices:
    """Beliefs, closes, manual prices and NFT samples of one profile. One thread uses it."""

    def __init__(self, assets: KnownAssets) -> None:
        self.assets = assets
        self.settings = Settings()
        self.beliefs: dict[str, Belief] = {}
        self.manual: dict[str, ManualPrice] = {}
        self.nfts: dict[str, NftView] = {}
        self.words: dict[tuple[str, str], SourceWord] = {}
        self._verdicts: dict[str, Verdict] = {}
        self._missing: dict[str, datetime] = {}
        self._closes: dict[str, Candle] = {}
        self._bars = Bars()

    def reload(self, db: Database, settings: Settings, *, afresh: bool = False) -> None:
        """Read everything from the store again; what is believed is kept while the currency stays, or read `afresh`."""
        if afresh or settings.currency != self.settings.currency or not self.beliefs:
            self.beliefs = price_rows.load_beliefs(db, settings.currency)
            self.words = {} if settings.currency != self.settings.currency else self.words
        self.settings = settings
        self.manual = price_rows.load_manual(db)
        self._closes = {candle.asset: candle for candle in latest_candles(db, without=BELIEVED)}
        self.nfts = {view.collection: view for view in _nft_views(db)}

    def copied(self) -> "Prices":
        """Return a copy whose contents are its own, to come back to when a transaction fails."""
        other = Prices(self.assets)
        other.settings = self.settings
        other.beliefs, other.manual = dict(self.beliefs), dict(self.manual)
        other.nfts, other.words = dict(self.nfts), dict(self.words)
        other._verdicts, other._missing = dict(self._verdicts), dict(self._missing)
        other._closes, other._bars = dict(self._closes), self._bars.copied()
        return other

    def thresholds(self) -> Thresholds:
        """Return when quotes are believed, by the settings."""
        one = self.settings
        return Thresholds(
            one.agree, one.jump, one.confirmations, future=timedelta(seconds=30), old=timedelta(seconds=one.stale_s)
        )

    def judge(self, db: Database, quotes: Sequence[Quote], now: datetime) -> Judged:
        """Judge one round's quotes and keep them; money is judged before what is priced in it."""
        found = Judged()
        by_asset: dict[str, list[Quote]] = {}
        for quote in crossed(quotes, self.settings.currency):
            by_asset.setdefault(quote.asset, []).append(quote)
        for asset in sorted(by_asset, key=self._rank):
            verdict = self._judge_asset(db, asset, by_asset[asset], now)
            found.verdicts[asset] = verdict
            if verdict.accepted:
                found.changed.add(asset)
        return found

    def _rank(self, asset: str) -> tuple[int, str]:
        kind = self.assets.book[asset].kind
        return (0 if kind is AssetKind.FIAT else 1 if kind is AssetKind.STABLECOIN else 2), asset

    def _judge_asset(self, db: Database, asset: str, quotes: Sequence[Quote], now: datetime) -> Verdict:
        said: dict[str, Quote] = {}
        converted: list[Quote] = []
        lost: list[tuple[Quote, Rejection]] = []
        for quote in quotes:
            rate = self.rate(quote.currency)
            if rate is None:
                lost.append((quote, Rejection.NO_RATE))
                continue
            said[quote.source] = quote
            converted.append(replace(quote, price=quote.price * rate, currency=self.settings.currency))
        before = self.beliefs.get(asset, Belief())
        verdict = judge(before, converted, now, self.thresholds())
        self.beliefs[asset] = verdict.belief
        rejected = {quote.source: reason for quote, reason in verdict.rejected}
        rejected |= {quote.source: reason for quote, reason in lost}
        for quote in quotes:
            self._keep_word(db, quote, rejected.get(quote.source), verdict.accepted)
        if verdict.belief != before:
            price_rows.save_belief(db, asset, self.settings.currency, verdict.belief)
        if verdict.accepted and verdict.belief.price is not None:
            self._bars.add(db, asset, self.settings.currency, verdict.belief.price, now)
        return verdict

    def _keep_word(self, db: Database, quote: Quote, reason: Rejection | None, accepted: bool) -> None:
        self.words[quote.asset, quote.source] = SourceWord(quote, reason.value if reason else "", accepted)
        if not quote.price.is_finite() or (reason is None and not accepted):
            return
        price_rows.save_quotes(db, [quote], reason.value if reason else "")

    def facts(
        self,
        db: Database,
        asset: str,
        now: datetime,
        judged: "Judged | None",
        windows: Iterable[int],
        *,
        watched: bool,
    ) -> AssetFacts:
        """Return what rules may look at in an asset's price; doubts are those of the round just `judged`."""
        price = self.price(asset, now)
        verdict = judged.verdicts.get(asset) if judged is not None else self._verdicts.get(asset)
        if judged is not None and verdict is not None:
            self._verdicts[asset] = verdict
        doubt = verdict.unconfirmed if verdict is not None else None
        before = verdict.belief.price if verdict is not None else None
        fresh = price is not None and price.value is not None and price.state is not PriceState.STALE
        peg = self.assets.book[asset].peg
        return AssetFacts(
            asset,
            price.value if price is not None and fresh else None,
            self._age_s(asset, price, now),
            peg,
            self._against(peg, price) if fresh else None,
            _spread(verdict) if verdict is not None else None,
            (doubt.price / before - ONE if doubt is not None and before else ZERO) if verdict is not None else None,
            doubt.price if doubt is not None else None,
            {window: found for window in windows if (found := extremes(db, asset, now, window)) is not None},
            watched and not self._is_awaited(asset, price, now),
            self.settings.stale_after_s,
        )

    def _age_s(self, asset: str, price: Price | None, now: datetime) -> Decimal | None:
        """Return the age of a price in seconds; None, endless, for one that is missing."""
        if price is None or price.value is None:
            return None
        lasting = price.state in (PriceState.MANUAL, PriceState.PAR)
        rests = self.assets.book[asset].kind is AssetKind.FIAT or collection_of(asset) in self.nfts
        if lasting or price.at is None or (rests and price.state is PriceState.FRESH):
            return ZERO
        return Decimal(max(0, int((now - price.at).total_seconds())))

    def _is_awaited(self, asset: str, price: Price | None, now: datetime) -> bool:
        """Tell whether a price is missing, but for no longer than one may be old: the first is on its way."""
        if price is not None and price.value is not None:
            self._missing.pop(asset, None)
            return False
        return now - self._missing.setdefault(asset, now) <= timedelta(seconds=self.settings.stale_after_s)

    def _against(self, peg: str, price: Price | None) -> Decimal | None:
        """Return what a pegged coin is worth in what it follows; None where nobody says."""
        if not peg or price is None or price.value is None or price.state is PriceState.PAR:
            return None
        rate = ONE if peg == self.settings.currency else self.beliefs.get(peg, Belief()).price
        return price.value / rate if rate else None

    def believe(self, db: Database, quote: Quote) -> bool:
        """Take a quote for the price by a person's word; return False where a newer one is believed already."""
        rate = self.rate(quote.currency)
        before = self.beliefs.get(quote.asset, Belief())
        if rate is None or (before.at is not None and quote.at < before.at):
            return False
        seen = {**before.seen, quote.source: quote.at}
        belief = Belief(quote.price * rate, quote.at, quote.source, 1, seen=seen)
        self.beliefs[quote.asset] = belief
        price_rows.save_belief(db, quote.asset, self.settings.currency, belief)
        return True

    def book(self, names: Iterable[str], now: datetime) -> PriceBook:
        """Return the believed prices of `names`, and of all that has any, with their state at `now`."""
        everything = {*names, *self.beliefs, *self._closes, *self.manual}
        found = ((asset, self.price(asset, now)) for asset in everything)
        return PriceBook({asset: price for asset, price in found if price is not None}, self.settings.currency)

    def price(self, asset: str, now: datetime) -> Price | None:
        """Return what counts for `asset`: a person's own price, the newest word, the last close, its peg.

        An NFT of a collection with samples is worth the lowest of what they say.
        """
        manual = self.manual.get(asset)
        if manual is not None and (rate := self.rate(manual.currency)) is not None:
            return Price(asset, manual.price * rate, PriceState.MANUAL, manual.at, "manual", 1)
        samples = self.nfts.get(collection_of(asset))
        if samples is not None:
            return self._nft_price(asset, samples, now)
        belief, candle = self.beliefs.get(asset), self._closes.get(asset)
        # A candle that has yet to close, today's of a file, knows nothing that a live price does not know better.
        if candle is not None and (belief is None or belief.at is None or belief.at < candle.closed <= now):
            rate = self.rate(candle.currency)
            if rate is not None:
                state = self._state(asset, candle.closed, now)
                return Price(asset, candle.close * rate, state, candle.closed, candle.source, 1)
        if belief is not None and belief.price is not None and belief.at is not None:
            state = self._state(asset, belief.at, now)
            return Price(asset, belief.price, state, belief.at, belief.source, belief.sources, belief.spread)
        if self.assets.book.is_peg(asset, self.settings.currency) or asset == self.settings.currency:
            return Price(asset, ONE, PriceState.PAR)
        return None

    def _nft_price(self, asset: str, samples: NftView, now: datetime) -> Price | None:
        currency = self.price(samples.currency, now)
        if samples.value.risk is None or currency is None or currency.value is None:
            return None
        recent = now - samples.newest <= NFT_SPAN and currency.state is not PriceState.STALE
        state = PriceState.FRESH if recent else PriceState.STALE
        return Price(asset, samples.value.risk * currency.value, state, samples.newest, "samples", 1)

    def rate(self, currency: str) -> Decimal | None:
        """Return what one unit of a quote's currency is worth in the reporting one; None where that is unknown.

        A pegged coin counts as what is believed of it, and as 1 before anything is. A dollar without a rate
        of its own counts as the coin that follows it.
        """
        if currency == self.settings.currency:
            return ONE
        belief = self.beliefs.get(currency)
        if belief is not None and belief.price is not None:
            return belief.price
        if self.assets.book.is_peg(currency, self.settings.currency):
            return ONE
        standing_in = (code for code, known in self.beliefs.items() if self.assets.book.is_peg(code, currency))
        priced = sorted(code for code in standing_in if self.beliefs[code].price is not None)
        return self.beliefs[priced[0]].price if priced else None

    def usable(self, series: Mapping[str, list[Candle]]) -> dict[str, list[Candle]]:
        """Return the candles that are priced in the reporting currency or in what is pegged to it."""
        return {
            asset: [candle for candle in candles if self.counts(candle.currency)] for asset, candles in series.items()
        }

    def counts(self, currency: str) -> bool:
        """Tell whether history in `currency` reads as history in the reporting one."""
        return currency == self.settings.currency or self.assets.book.is_peg(currency, self.settings.currency)

    def _state(self, asset: str, at: datetime, now: datetime) -> PriceState:
        fiat = self.assets.book[asset].kind is AssetKind.FIAT
        span = FIAT_SPAN if fiat else timedelta(seconds=self.settings.stale_after_s)
        # A price from ahead of now was dated by a clock that was set back since: how old it is nobody knows.
        return PriceState.FRESH if -AHEAD <= now - at <= span else PriceState.STALE


def _spread(verdict: Verdict) -> Decimal:
    """Return how far apart the words of a round lie, as a share of the lowest; what no price can be left out."""
    if verdict.accepted and not any(reason is Rejection.DISAGREE for _, reason in verdict.rejected):
        return verdict.belief.spread
    apart = [quote.price for quote, reason in verdict.rejected if reason is Rejection.DISAGREE]
    apart += [verdict.belief.price] if verdict.belief.price is not None else []
    return (max(apart) - min(apart)) / min(apart) if apart else ZERO


def far_from(value: Decimal, believed: Decimal) -> bool:
    """Tell whether a price that a person enters is so far from what is believed that it may be a slip."""
    return not believed / 2 <= value <= believed * 2


def crossed(quotes: Sequence[Quote], currency: str) -> Iterator[Quote]:
    """Yield quotes; a source's rates against one currency become rates against `currency`, its own rate among them."""
    bases = {(q.source, q.currency): q for q in quotes if q.asset == currency and q.currency != currency}
    for quote in quotes:
        base = bases.get((quote.source, quote.currency))
        if base is None or not base.price.is_finite() or base.price <= 0:
            yield quote
        elif quote is base:
            yield replace(quote, asset=quote.currency, currency=currency, price=ONE / quote.price)
        else:
            yield replace(quote, currency=currency, price=quote.price / base.price)


def _nft_views(db: Database) -> Iterator[NftView]:
    """Yield what the last week of samples says of each collection."""
    for collection, (currency, newest) in nft_rows.newest_samples(db).items():
        start = newest - NFT_SPAN
        value = value_nft(nft_rows.load_samples(db, collection, start), start, newest)
        yield NftView(collection, currency, newest, value)
