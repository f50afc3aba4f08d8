"""The European Central Bank: euro reference rates of state currencies, one set each working day, as XML."""

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import NoReturn
from xml.parsers import expat

from desktop_app.domain.money import ONE
from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.fault import unexpected
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.reading import EARLIEST, LATEST

# The rates are those of 14:10 CET and are published around 16:00 CET. 13:10 UTC is 14:10 CET the whole year: an hour
# late in summer, but never after the publication, so that no rate is of the future.
FIXED_AT = time(13, 10, tzinfo=UTC)
EUR = "EUR"
# No money that the ECB ever fixed lay outside; turned round, a rate near zero would be a price beyond all bounds.
LEAST_RATE, LARGEST_RATE = Decimal("1e-6"), Decimal("1e9")


class Ecb:
    """Quotes from `/stats/eurofxref/eurofxref-daily.xml`: state currencies in EUR, dated 13:10 UTC (14:10 CET).

    `symbols` maps our codes of state currencies to the ECB's, of those that it may publish.
    """

    name = "ecb"
    home = "https://www.ecb.europa.eu"
    # The ECB states no limit; the file changes once a working day.
    allowance = Allowance(6, 60.0)
    every_s = 6 * 3600.0

    def __init__(self, symbols: Mapping[str, str], base: str | None = None) -> None:
        self.base = base or self.home
        self._symbols = {code: symbol for code, symbol in symbols.items() if code != EUR}

    def knows(self, asset: str, currency: str) -> bool:
        """Tell whether a rate between the state currencies `asset` and `currency` can be made of the ECB's."""
        return asset != currency and {asset, currency} <= {*self._symbols, EUR}

    async def quotes(self, client: HttpClient, assets: Collection[str], currency: str, now: datetime) -> list[Quote]:
        """Return what one unit of each state currency among `assets`, and of `currency`, costs in EUR.

        Someone who counts in USD and owes EUR needs USD in EUR, so `currency` is quoted as well.

        Raises:
            FetchError: nothing usable came.
        """
        known = {asset for asset in assets if self.knows(asset, currency)}
        wanted = {self._symbols[code]: code for code in sorted({*known, currency}) if code in self._symbols}
        if not known or not wanted:
            return []
        text = await client.get_text(self.base, "/stats/eurofxref/eurofxref-daily.xml", {}, self.allowance)
        day, rates = parse_daily(text)
        return quotes_of(day, {wanted[code]: rate for code, rate in rates.items() if code in wanted}, now)


def quotes_of(day: date, rates: Mapping[str, Decimal], now: datetime) -> list[Quote]:
    """Return quotes in EUR of `rates`, which tell how much of each currency one euro costs on `day`."""
    at = datetime.combine(day, FIXED_AT)
    return [Quote(code, EUR, ONE / rate, at, Ecb.name, now) for code, rate in rates.items()]


def parse_daily(text: str) -> tuple[date, dict[str, Decimal]]:
    """Return the day and the rates (units of each currency for one euro) of the daily file.

    Raises:
        FetchError: it is no XML, declares a document type, or does not tell rates of exactly one day.
    """
    days: list[date] = []
    rates: dict[str, Decimal] = {}

    def started(name: str, attributes: dict[str, str]) -> None:
        if name != "Cube":
            return
        if "time" in attributes:
            days.append(_day(attributes["time"]))
        if "currency" in attributes:
            code = attributes["currency"]
            rate = strict_number(attributes.get("rate"))
            if code in rates or not LEAST_RATE <= rate <= LARGEST_RATE or len(days) != 1:
                raise unexpected(f"the rate {rate} of {code[:10]!r}")
            rates[code] = rate

    parser = expat.ParserCreate()
    parser.StartElementHandler = started
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(text, True)
    except (expat.ExpatError, ValueError) as error:
        raise unexpected(f"no XML: {error}") from None
    if len(days) != 1 or not rates:
        raise unexpected(f"rates of {len(days)} days")
    return days[0], rates


def _refuse(*_: object) -> NoReturn:
    raise unexpected("a document type is declared")


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise unexpected(f"{text[:20]!r} is no day") from None
    if not EARLIEST.date() <= found < LATEST.date():
        raise unexpected(f"rates of {found}")
    return found
