"""Numbers, money and times as people read them, by the locale in use. Decimal in, text out."""

from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QDateTime, QLocale

from desktop_app.ui.i18n import locale, tr

MINUS = "\N{MINUS SIGN}"
NONE = "\N{EM DASH}"
HIDDEN = "\N{BULLET}\N{BULLET}\N{BULLET}\N{BULLET}"
_hidden = [False]
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "TWD": "NT$"}


def plain(value: Decimal, places: int) -> str:
    """Return `value` with exactly `places` decimals and the locale's separators."""
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    if not rounded:
        rounded = abs(rounded)
    text = f"{abs(rounded):,.{places}f}"
    loc = locale()
    separators = {ord(","): loc.groupSeparator(), ord("."): loc.decimalPoint()}
    swapped = text.translate(separators)
    return f"{MINUS}{swapped}" if rounded < 0 else swapped


def hide(on: bool) -> None:
    """Let amounts and money be written as dots from now on, or as they are; prices and ratios stay."""
    _hidden[0] = on


def are_hidden() -> bool:
    """Tell whether amounts are written as dots."""
    return _hidden[0]


def amount(value: Decimal, most: int = 8) -> str:
    """Return an amount of an asset that somebody has or owes: all its decimals up to `most`, no trailing zeros."""
    return HIDDEN if _hidden[0] else figure(value, most)


def figure(value: Decimal, most: int = 8) -> str:
    """Return a number that is nobody's secret: all its decimals up to `most`, no trailing zeros."""
    cut = value.quantize(Decimal(1).scaleb(-most), rounding=ROUND_HALF_UP)
    exponent = cut.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return plain(cut, max(0, -exponent))


def money(value: Decimal | None, currency: str, *, exact: bool = False) -> str:
    """Return money with its sign before its symbol; whole units from 1,000 on unless `exact`."""
    if value is None:
        return NONE
    if _hidden[0]:
        return HIDDEN
    size = abs(value)
    places = 2 if exact or size < 1000 else 0
    if 0 < size < Decimal("0.01"):
        places = 6
    symbol = _SYMBOLS.get(currency)
    text = plain(size, places)
    sign = MINUS if value < 0 and any(figure in text for figure in "123456789") else ""
    return f"{sign}{symbol}{text}" if symbol else f"{sign}{text} {currency}"


def price(value: Decimal | None, currency: str) -> str:
    """Return a price: whole units for large ones, four meaningful decimals for small ones."""
    if value is None:
        return NONE
    size = abs(value)
    places = 0 if size >= 1000 else 2 if size >= 1 else min(12, 3 - size.adjusted()) if size else 2
    symbol = _SYMBOLS.get(currency)
    text = plain(value, places)
    return f"{symbol}{text}" if symbol else f"{text} {currency}"


def scaled(value: Decimal, step: Decimal, currency: str) -> str:
    """Return a price on a scale whose marks lie `step` apart: as many decimals as tell them apart."""
    places = max(0, -step.adjusted()) if step else 2
    text = plain(abs(value), min(places, 12))
    symbol = _SYMBOLS.get(currency, "")
    return f"{MINUS if value < 0 else ''}{symbol}{text}"


def percent(fraction: Decimal | None, places: int = 1, *, signed: bool = False) -> str:
    """Return a fraction as a percentage, with a plus sign where `signed` and positive."""
    if fraction is None:
        return NONE
    text = plain(fraction * 100, places)
    plus = "+" if signed and fraction > 0 else ""
    return f"{plus}{text}{_percent_sign()}"


def _percent_sign() -> str:
    return "%"


def day(at: datetime | None) -> str:
    """Return the date of an instant on this computer's clock, short."""
    if at is None:
        return NONE
    return locale().toString(_local(at).date(), QLocale.FormatType.ShortFormat)


def moment(at: datetime | None) -> str:
    """Return date and time of an instant on this computer's clock, short."""
    if at is None:
        return NONE
    loc, local = locale(), _local(at)
    date = loc.toString(local.date(), QLocale.FormatType.ShortFormat)
    return f"{date} {loc.toString(local.time(), 'HH:mm')}"


def clock(at: datetime | None, now: datetime) -> str:
    """Return the time of an instant on this computer's clock to the second, with its date unless that is today's."""
    if at is None:
        return NONE
    loc, local = locale(), _local(at)
    time = loc.toString(local.time(), "HH:mm:ss")
    today = local.date() == _local(now).date()
    return time if today else f"{loc.toString(local.date(), QLocale.FormatType.ShortFormat)} {time}"


def utc_day(at: datetime | None) -> str:
    """Return the UTC calendar date of an instant as year-month-day, for venue days."""
    return NONE if at is None else at.astimezone(UTC).date().isoformat()


def _local(at: datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(int(at.timestamp() * 1000))


def ago(at: datetime | None, now: datetime) -> str:
    """Return how long ago an instant was, in one unit."""
    if at is None:
        return NONE
    seconds = max(0, int((now - at).total_seconds()))
    if seconds < 60:
        return tr("%n s ago", "", seconds)
    if seconds < 3600:
        return tr("%n min ago", "", seconds // 60)
    if seconds < 86400:
        return tr("%n h ago", "", seconds // 3600)
    return tr("%n day(s) ago", "", seconds // 86400)


def duration(seconds: int) -> str:
    """Return a length of time in its largest fitting unit, such as 15 min or 2 h."""
    for size, words in ((86400, tr("{count} d")), (3600, tr("{count} h")), (60, tr("{count} min"))):
        if seconds >= size and seconds % size == 0:
            return words.format(count=seconds // size)
    return tr("{count} s").format(count=seconds)


def ahead(at: datetime | None, now: datetime) -> str:
    """Return in how much time an instant comes, in one unit."""
    if at is None:
        return NONE
    seconds = max(0, int((at - now).total_seconds()))
    if seconds < 120:
        return tr("in %n s", "", seconds)
    if seconds < 7200:
        return tr("in %n min", "", seconds // 60)
    return tr("in %n h", "", seconds // 3600)
