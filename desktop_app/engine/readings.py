"""What each rule looks at: values of loans, assets, platforms, sources and the whole, held against their limits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.evaluate import Sample
from desktop_app.domain.alerts.reading import Reading, level_reading, rule_reading
from desktop_app.domain.alerts.rule import Rule, RuleKind
from desktop_app.domain.earn.agenda import Coming, Entry
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.ladder import LevelKind
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.valuation import Valuation, common_fall
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.platforms import Platform
from desktop_app.domain.prices.rate import RateKind, RatePoint
from desktop_app.domain.risk.exposure import Share, Totals
from desktop_app.engine.alarms import ALL_FEEDS
from desktop_app.engine.facts import AssetFacts
from desktop_app.engine.rule_book import RuleBook
from desktop_app.engine.snapshot import FeedHealth

ALL_SILENT = 3
Detail = tuple[tuple[str, str], ...]


WHOLE_KINDS = (
    RuleKind.NET_CARRY,
    RuleKind.RESERVE_SHORT,
    RuleKind.LEVERAGE,
    RuleKind.PLATFORM_SHARE,
    RuleKind.ASSET_SHARE,
)
DEPTH_KINDS = (RuleKind.HEADROOM, RuleKind.LTV_ABOVE)
LOAN_KINDS = (*DEPTH_KINDS, RuleKind.LOAN_RATE, RuleKind.INTEREST_DUE)


def ladder_readings(loan: Loan, valuation: Valuation, hysteresis: Decimal, now: datetime) -> Iterator[Reading]:
    """Yield the LTV of a loan held against each level of its ladder."""
    sample = Sample(now, valuation.ltv, valuation.judged)
    asset, price = _heaviest(valuation)
    for level in valuation.ladder.levels:
        yield level_reading(loan.id, loan.name, level, hysteresis, sample, asset, price)


def _heaviest(valuation: Valuation) -> tuple[str, Decimal | None]:
    """Return the collateral that weighs most and its price; neither without collateral."""
    leg = max(valuation.collateral, key=lambda leg: leg.value, default=None)
    return (leg.asset, leg.price.value) if leg else ("", None)


def loan_readings(
    book: RuleBook, loan: Loan, balances: Balances, valuation: Valuation, steady: frozenset[str], now: datetime
) -> Iterator[Reading]:
    """Yield what a person's rules look at in one open loan."""
    known = valuation.judged
    for rule in book.of(RuleKind.HEADROOM, loan.id):
        yield rule_reading(rule, loan.id, loan.name, headroom(valuation, steady), now, known=known)
    for rule in book.of(RuleKind.LTV_ABOVE, loan.id):
        asset, price = _heaviest(valuation)
        yield rule_reading(rule, loan.id, loan.name, valuation.ltv, now, known=known, price_asset=asset, price=price)
    for rule in book.of(RuleKind.LOAN_RATE, loan.id):
        for asset, rate in balances.rates.items():
            if asset in balances.debts:
                yield rule_reading(rule, loan.id, loan.name, rate, now, level=asset, detail=(("asset", asset),))
    for rule in book.of(RuleKind.INTEREST_DUE, loan.id):
        due = sum((b.accrued * (_price(valuation, asset) or ZERO) for asset, b in balances.debts.items()), ZERO)
        yield rule_reading(rule, loan.id, loan.name, due, now, known=known)


def dated_readings(book: RuleBook, entries: Iterable[Entry], now: datetime) -> Iterator[Reading]:
    """Yield how many days are left until what comes up on a day: ends, unlocks, settlements, reviews; no payouts."""
    for entry in entries:
        if entry.coming is Coming.PAYOUT:
            continue
        detail = (("date", str(entry.day)), ("coming", entry.coming.value))
        level = f"{entry.coming.value} {entry.day}"
        for rule in book.of(RuleKind.DATE_DUE, entry.subject):
            left = Decimal((entry.day - now.date()).days)
            yield rule_reading(rule, entry.subject, entry.name, left, now, level=level, detail=detail)


def _price(valuation: Valuation, asset: str) -> Decimal | None:
    return next((leg.price.value for leg in valuation.debts if leg.asset == asset), None)


def headroom(valuation: Valuation, steady: frozenset[str]) -> Decimal | None:
    """Return by how much (fraction) all collateral can fall before the next margin call or liquidation; 0: reached."""
    if not valuation.known or valuation.ltv is None:
        return ZERO if valuation.bare else None
    moving = [leg.asset for leg in valuation.collateral if leg.asset not in steady]
    flat = {leg.asset: ZERO for leg in valuation.collateral if leg.asset in steady and moving}
    for level in valuation.ladder.levels:
        if level.kind is LevelKind.EARLY_WARNING:
            continue
        if level.reached(valuation.ltv):
            return ZERO
        fall = common_fall(valuation, level, flat)
        return ONE if fall is None else -fall
    return ONE


def asset_readings(book: RuleBook, facts: AssetFacts, now: datetime) -> Iterator[Reading]:
    """Yield what rules look at in the price of one asset."""
    asset, value = facts.asset, facts.value
    known = value is not None

    def read(
        rule: Rule, found: Decimal | None, *, known: bool = True, threshold: Decimal | None = None, detail: Detail = ()
    ) -> Reading:
        return rule_reading(
            rule,
            asset,
            asset,
            found,
            now,
            known=known,
            threshold=threshold,
            price_asset=asset,
            price=value,
            detail=detail,
        )

    for kind in (RuleKind.PRICE_ABOVE, RuleKind.PRICE_BELOW):
        for rule in book.of(kind, asset):
            yield read(rule, value, known=known)
    for rule in book.of(RuleKind.PRICE_MOVED, asset):
        extremes = (facts.extremes or {}).get(rule.window_s)
        move = _move(value, extremes)
        yield read(rule, move, known=move is not None)
    if facts.peg:
        off = abs(facts.peg_value - ONE) if facts.peg_value is not None else None
        for rule in book.of(RuleKind.DEPEG, asset):
            yield read(rule, off, known=off is not None, detail=(("peg", facts.peg),))
    for rule in book.of(RuleKind.PRICE_STALE, asset) if facts.watched else ():
        yield read(rule, facts.age_s, threshold=max(rule.limit, Decimal(facts.stale_s)) if rule.is_usual else None)
    if facts.unconfirmed is None or facts.spread is None:
        return  # no source said anything yet
    for rule in book.of(RuleKind.SOURCES_DISAGREE, asset):
        yield read(rule, facts.spread)
    said = (("price", str(facts.unconfirmed_price)),) if facts.unconfirmed_price is not None else ()
    for rule in book.of(RuleKind.UNCONFIRMED_MOVE, asset):
        yield read(rule, abs(facts.unconfirmed), detail=(*said, ("down", "1" if facts.unconfirmed < 0 else "")))


def _move(value: Decimal | None, extremes: tuple[Decimal, Decimal] | None) -> Decimal | None:
    """Return the larger of the fall from the highest and the rise from the lowest price of a window (fraction)."""
    if value is None or extremes is None:
        return None
    low, high = extremes
    return max(ONE - value / max(high, value), value / min(low, value) - ONE)


def whole_readings(
    book: RuleBook,
    totals: Totals,
    shares: Sequence[Share],
    by_asset: Mapping[str, Decimal],
    platforms: Mapping[str, Platform],
    now: datetime,
) -> Iterator[Reading]:
    """Yield what rules look at in everything together; shares count assets, not debts."""
    complete = totals.complete
    for rule in book.of(RuleKind.NET_CARRY, ""):
        yield rule_reading(rule, "", "", totals.interest_per_day, now, known=complete)
    for rule in book.of(RuleKind.RESERVE_SHORT, ""):
        yield rule_reading(rule, "", "", totals.coverage, now, known=complete and totals.coverage is not None)
    for rule in book.of(RuleKind.LEVERAGE, ""):
        yield rule_reading(rule, "", "", totals.leverage, now, known=complete and bool(totals.assets))
    for share in shares:
        known = platforms.get(share.platform)
        name = known.name if known else share.platform
        own = known.share_limit if known else None
        for rule in book.of(RuleKind.PLATFORM_SHARE, share.platform):
            if own is None and rule.is_usual:
                continue  # nobody set a limit for this platform
            yield rule_reading(rule, share.platform, name, share.share, now, known=complete, threshold=own)
    whole = sum(by_asset.values(), ZERO)
    for asset, worth in by_asset.items() if whole else ():
        for rule in book.of(RuleKind.ASSET_SHARE, asset):
            yield rule_reading(rule, asset, asset, worth / whole, now, known=complete)


def feed_readings(
    book: RuleBook,
    feeds: Iterable[FeedHealth],
    channels: Iterable[Channel],
    now: datetime,
    began: datetime,
    silent_s: int,
) -> Iterator[Reading]:
    """Yield what rules look at in the sources, all together too, and in the channels.

    All are silent once each failed three times, or failed at all while none answered for `silent_s`; `began`
    is when it was first asked. A source that is asked once a day says nothing about the others in between.
    """
    span = timedelta(seconds=silent_s)
    known = list(feeds)
    asked = [feed for feed in known if feed.failures or (feed.last_good is not None and now - feed.last_good <= span)]
    if asked:
        least = min(feed.failures for feed in asked)
        silent = least > 0 and now - max((one.last_good for one in asked if one.last_good), default=began) >= span
        for rule in book.of(RuleKind.FEED_DEAD, ALL_FEEDS):
            counted = Decimal(max(least, ALL_SILENT) if silent else least)
            yield rule_reading(rule, ALL_FEEDS, "", counted, now, threshold=min(rule.limit, Decimal(ALL_SILENT)))
    for feed in known:
        for rule in book.of(RuleKind.FEED_DEAD, feed.name):
            yield rule_reading(
                rule, feed.name, feed.name, Decimal(feed.failures), now, detail=(("fault", feed.fault[:120]),)
            )
    for channel in channels:
        for rule in book.of(RuleKind.CHANNEL_DEAD, channel.id) if channel.service else ():
            yield rule_reading(
                rule, channel.id, channel.name, Decimal(channel.failures), now, detail=(("fault", channel.fault),)
            )


def rate_readings(book: RuleBook, rates: Iterable[RatePoint], now: datetime) -> Iterator[Reading]:
    """Yield the newest yearly rates of perpetuals, lending and borrowing, held against rules about their asset."""
    for point in rates:
        if point.kind is not RateKind.FUNDING:
            continue
        for rule in book.of(RuleKind.FUNDING_RATE, point.asset):
            detail = (("source", point.source), ("instrument", point.instrument))
            level = f"{point.source}:{point.instrument}"
            yield rule_reading(rule, point.asset, point.asset, abs(point.yearly), now, level=level, detail=detail)
