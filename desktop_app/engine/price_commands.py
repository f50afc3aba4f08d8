"""What a person does about prices: their own price, a quote taken out of quarantine, history halted."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.prices.book import ManualPrice
from desktop_app.domain.prices.consensus import Belief
from desktop_app.domain.prices.quote import Quote
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.monitor import Monitor
from desktop_app.storage import prices as price_rows
from desktop_app.storage.backfills import BackfillState, save_backfill


def set_price(monitor: Monitor, asset: str, price: Decimal, currency: str, note: str, now: datetime) -> None:
    """Let a person's own price of an asset count until it is cleared.

    Raises:
        Refused: it is not greater than zero, or its currency has no rate.
    """
    if not price.is_finite() or price <= 0:
        raise Refused(Problem.NOT_POSITIVE, field="price", value=price)
    if monitor.prices.rate(currency) is None:
        raise Refused(Problem.NO_RATE, field="currency", value=currency, currency=monitor.settings.currency)
    with monitor.write() as db:
        price_rows.save_manual(db, ManualPrice(asset, currency, price, now, note))
        monitor.reload()
        monitor.tick(now)


def clear_price(monitor: Monitor, asset: str, now: datetime) -> ManualPrice | None:
    """Let the sources speak again for an asset; return the person's own price that counted until now."""
    cleared = monitor.prices.manual.get(asset)
    with monitor.write() as db:
        price_rows.drop_manual(db, asset)
        monitor.reload()
        monitor.tick(now)
    return cleared


@dataclass(frozen=True, slots=True)
class Released:
    """A quote that a person let out of quarantine, whether it is believed now, and what was before."""

    quote: Quote
    believed: bool
    before: Belief


def release_quote(monitor: Monitor, quote: Quote, now: datetime) -> Released:
    """Take a quote out of quarantine by a person's word; it is believed unless a newer one is already."""
    before = monitor.prices.beliefs.get(quote.asset, Belief())
    with monitor.write() as db:
        price_rows.set_quote_state(db, quote, "released")
        believed = monitor.prices.believe(db, quote)
        if believed:
            monitor.tick(now)
    return Released(quote, believed, before)


def take_back_release(monitor: Monitor, released: Released, now: datetime) -> bool:
    """Put a released quote into quarantine again.

    What was believed before counts again, unless something newer than the quote is believed by now. Return
    whether it does.
    """
    quote = released.quote
    present = monitor.prices.beliefs.get(quote.asset, Belief())
    restores = released.believed and (present.source, present.at) == (quote.source, quote.at)
    with monitor.write() as db:
        price_rows.set_quote_state(db, quote, "quarantined")
        if restores:
            monitor.prices.beliefs[quote.asset] = released.before
            price_rows.save_belief(db, quote.asset, monitor.settings.currency, released.before)
            monitor.tick(now)
    return restores


def pause_backfill(monitor: Monitor, asset: str, *, paused: bool) -> None:
    """Halt the fetching of an asset's history, or let it go on where it stopped."""
    after = BackfillState.PAUSED if paused else BackfillState.WAITING
    with monitor.write() as db:
        for key, one in list(monitor.backfills.items()):
            moves = one.state is not BackfillState.DONE if paused else one.state is BackfillState.PAUSED
            if key.asset == asset and moves:
                monitor.backfills[key] = changed = replace(one, state=after)
                save_backfill(db, changed)
