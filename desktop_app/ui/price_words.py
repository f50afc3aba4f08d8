"""Words for prices and their sources: names, faults, reasons, how well a price is founded."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import reduce

from desktop_app.domain.prices.book import Confidence, PriceState
from desktop_app.domain.prices.consensus import Rejection
from desktop_app.engine.settings import Settings
from desktop_app.engine.sources import SourceInfo
from desktop_app.ui import numbers
from desktop_app.ui.i18n import tr

STATE_TOKENS = {
    PriceState.FRESH: "safe",
    PriceState.MANUAL: "accent",
    PriceState.PAR: "watch",
    PriceState.STALE: "liquidation",
    PriceState.MISSING: "unknown",
}
# Names are nobody's to translate.
NAMES = {
    "coingecko": "CoinGecko",
    "okx": "OKX",
    "gate": "Gate",
    "binance": "Binance",
    "kraken": "Kraken",
    "coinbase": "Coinbase",
    "kucoin": "KuCoin",
    "bitfinex": "Bitfinex",
    "defillama": "DefiLlama",
    "binance_futures": "Binance Futures",
    "kucoin_futures": "KuCoin Futures",
    "okx_savings": "OKX Simple Earn",
}


def source_name(source: str) -> str:
    """Return a source as people know it."""
    special = {
        "ecb": tr("European Central Bank"),
        "manual": tr("Yourself"),
        "samples": tr("Sales of the collection"),
        "believed": tr("Believed, live"),
        "demonstration": tr("Demonstration"),
        "file": tr("Imported file"),
    }
    return special.get(source) or NAMES.get(source, source)


def source_gives(info: SourceInfo) -> str:
    """Return what a source gives."""
    parts = [
        words
        for has, words in (
            (info.prices, tr("prices")),
            (info.candles, tr("history")),
            (info.rates, tr("funding rates")),
        )
        if has
    ]
    if info.name == "ecb":
        parts = [tr("rates of state currencies, once a working day")]
    return listed(parts)


def listed(words: Iterable[str]) -> str:
    """Return words one after the other as the language lists them."""
    return reduce(lambda first, second: tr("{first}, {second}").format(first=first, second=second), words)


def confidence(value: Confidence) -> str:
    """Return how well a price is founded."""
    return {
        Confidence.HIGH: tr("high"),
        Confidence.MEDIUM: tr("medium"),
        Confidence.LOW: tr("low"),
    }[value]


def confidence_reason(value: Confidence, spread: Decimal | None) -> str:
    """Return why a price is founded so well."""
    if value is Confidence.HIGH:
        return tr("Three sources or more agree.")
    if value is Confidence.MEDIUM:
        return tr("Two sources agree.")
    if spread is not None and spread > 0:
        return tr("The sources lie apart by {spread}.").format(spread=numbers.percent(spread, 2))
    return tr("One source alone says so.")


def rejection(reason: str, settings: Settings) -> str:
    """Return why a quote was not believed; where nothing is wrong with it, an empty text."""
    jump = numbers.percent(settings.jump, 0)
    words: dict[str, Callable[[], str]] = {
        Rejection.NOT_POSITIVE.value: lambda: tr("not greater than zero"),
        Rejection.FUTURE.value: lambda: tr("dated in the future"),
        Rejection.OUT_OF_ORDER.value: lambda: tr("older than the one before"),
        Rejection.OLD.value: lambda: tr("older than what the others say"),
        Rejection.NO_RATE.value: lambda: tr("its currency has no rate"),
        Rejection.UNCONFIRMED_JUMP.value: lambda: tr("a jump of over {jump}, not confirmed yet").format(jump=jump),
        Rejection.OUTVOTED.value: lambda: tr("outvoted by the other sources"),
        Rejection.DISAGREE.value: lambda: tr("the sources disagree"),
    }
    return words[reason]() if reason in words else reason


def fault(told: str) -> str:
    """Return the last fault of a source as a sentence; `told` is its code, with a detail behind a colon."""
    if not told:
        return ""
    code, _, detail = told.partition(": ")
    sentence = FAULTS.get(code)
    if sentence is None:
        return tr("The program itself failed at its answer ({why}).").format(why=told)
    return sentence().format(detail=detail or "?")


FAULTS: dict[str, Callable[[], str]] = {
    "timeout": lambda: tr("No whole answer came in time ({detail})."),
    "unreachable": lambda: tr("It cannot be reached ({detail}); check your connection."),
    "too_many_requests": lambda: tr("It was asked too often and wants to be left in peace for a while."),
    "status": lambda: tr("It answered with the error {detail}."),
    "too_large": lambda: tr("Its answer was too large and was cut off ({detail})."),
    "redirect": lambda: tr("It pointed to another address, which is not followed."),
    "not_json": lambda: tr("Its answer was no data but something else, such as a web page."),
    "unexpected_answer": lambda: tr("Its answer had another form than agreed ({detail})."),
    "address_not_allowed": lambda: tr("Its address is not allowed ({detail}): only https is."),
    "not_listed": lambda: tr("It does not list what was asked for."),
    "resting": lambda: tr("It is given a rest after failures, and asked again by itself."),
}


def period(seconds: int) -> str:
    """Return the length of a candle or of a rate's period."""
    if seconds % 86400 == 0:
        return tr("%n day(s)", "", seconds // 86400)
    if seconds % 3600 == 0:
        return tr("%n h", "", seconds // 3600)
    if seconds % 60 == 0:
        return tr("%n min", "", seconds // 60)
    return tr("%n s", "", seconds)
