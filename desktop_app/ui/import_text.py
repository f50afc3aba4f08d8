"""Words for importing prices: what columns mean, what is asked, what was found, what an import would do."""

from datetime import UTC, date, datetime
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale

from desktop_app.domain.problems import Refused
from desktop_app.engine.price_files import Ask, DateOrder, Decimals, ParsedPrices, Role, date_as, number_as
from desktop_app.ui import numbers, text
from desktop_app.ui.i18n import locale, tr

PERIODS = (60, 300, 900, 1800, 3600, 4 * 3600, 86400, 7 * 86400)
ZONES = ("UTC", "UTC+8", "UTC+1", "UTC-5", "Asia/Taipei", "Asia/Shanghai", "Europe/Zurich", "America/New_York")


def role(value: Role) -> str:
    """Return what a column means."""
    return {
        Role.IGNORED: tr("not used"),
        Role.TIME: tr("Time"),
        Role.CLOCK: tr("Time of day"),
        Role.OPEN: tr("Open"),
        Role.HIGH: tr("High"),
        Role.LOW: tr("Low"),
        Role.CLOSE: tr("Price or close"),
        Role.ASSET: tr("Asset"),
        Role.CURRENCY: tr("Currency"),
    }[value]


def question(kind: Ask) -> str:
    """Return a question as a person is asked it."""
    return {
        Ask.ENCODING: tr("Which of these reads right?"),
        Ask.SHEET: tr("Which sheet has the prices?"),
        Ask.DELIMITER: tr("What separates the columns?"),
        Ask.COLUMNS: tr("What does each column mean? Choose it over the first rows: a time and a price at least."),
        Ask.DECIMALS: tr("Which number is meant?"),
        Ask.DATE_ORDER: tr("Which day is meant?"),
        Ask.ASSET: tr("Which asset are these prices of?"),
    }[kind]


def answer(kind: Ask, value: str, example: str) -> str:
    """Return one possible answer with what the file would then say."""
    if kind is Ask.DATE_ORDER:
        return tr("{text} is {meaning}").format(text=example, meaning=long_day(date_as(example, DateOrder(value))))
    if kind is Ask.DECIMALS:
        return tr("{text} is {meaning}").format(text=example, meaning=_spelled(number_as(example, Decimals(value))))
    if kind is Ask.ENCODING:
        return f"{encoding(value)}: {example}"
    return delimiter(value) if kind is Ask.DELIMITER else value


def _spelled(value: Decimal | None) -> str:
    return numbers.NONE if value is None else numbers.figure(value, 18)


def long_day(day: date | None) -> str:
    """Return a date with its month in words."""
    if day is None:
        return numbers.NONE
    return locale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def encoding(name: str) -> str:
    """Return the name of an encoding as people know it."""
    return {
        "utf-8": "UTF-8",
        "utf-16-le": "UTF-16 LE",
        "utf-16-be": "UTF-16 BE",
        "gb18030": "GB18030",
        "big5": "Big5",
        "cp1252": "Windows-1252",
    }.get(name, name)


def delimiter(sign: str) -> str:
    """Return what separates columns."""
    return {",": tr("comma"), ";": tr("semicolon"), "\t": tr("tab"), "|": tr("vertical bar")}.get(sign, sign)


def decimals(style: Decimals) -> str:
    """Return a style of numbers, by an example."""
    return {Decimals.POINT: "1,234.56", Decimals.COMMA: "1.234,56"}[style]


def date_order(order: DateOrder) -> str:
    """Return an order of day, month and year."""
    return {
        DateOrder.YEAR_FIRST: tr("year, month, day"),
        DateOrder.DAY_FIRST: tr("day, month, year"),
        DateOrder.MONTH_FIRST: tr("month, day, year"),
    }[order]


def period(seconds: int) -> str:
    """Return how far rows lie apart."""
    return numbers.duration(seconds) if seconds else numbers.NONE


def day_of(ms: int) -> str:
    """Return the UTC date and time of milliseconds since 1970, without the time where it is midnight."""
    at = datetime.fromtimestamp(ms / 1000, UTC)
    return f"{at:%Y-%m-%d}" if ms % 86_400_000 == 0 else f"{at:%Y-%m-%d %H:%M}"


def rejects(found: ParsedPrices) -> list[str]:
    """Return for each reason how many rows it keeps out, and the first of them."""
    lines = []
    counts = found.summary.rejects
    for problem, count in sorted(counts.items(), key=lambda entry: -entry[1]):
        first = next(one for one in found.rejects if one.refused.problem is problem)
        words = text.sentence(first.refused.at(line=first.line))
        lines.append(tr("%n row(s), first: {words}", "", count).format(words=words))
    return lines


def remarks(found: ParsedPrices) -> list[str]:
    """Return what else is worth knowing about the rows."""
    lines = []
    if found.repeated:
        lines.append(tr("%n row(s) say the same twice and count once.", "", found.repeated))
    if found.unsure:
        lines.append(tr("%n local time(s) fall into a clock change; the offset before it counts.", "", found.unsure))
    return lines


def field_of(refused: Refused | None) -> tuple[str, str]:
    """Return the field of `Choices` that a refusal is about, and its sentence; nothing where it is about none."""
    known = ("encoding", "sheet", "delimiter", "zone", "asset", "currency")
    if refused is None or refused.field not in known or refused.line:
        return "", ""
    return refused.field, text.short_sentence(refused)
