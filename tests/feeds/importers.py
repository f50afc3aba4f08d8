"""What the tests of price imports share: the careful way alone, and everything that parsing told as plain values."""

from desktop_app.feeds.files import importing
from desktop_app.feeds.files.choices import Choices, DateOrder, Decimals, Hints
from desktop_app.feeds.files.collect import Collector
from desktop_app.feeds.files.parsed import ParsedPrices

HINTS = Hints("BTCUSDT.csv")
DECIDED = Choices(decimals=Decimals.POINT, dates=DateOrder.DAY_FIRST)


def careful(source: bytes | str, choices: Choices = DECIDED, hints: Hints = HINTS) -> ParsedPrices:
    """Parse row by row, without blocks."""
    plan = importing.ready_plan(source, choices, hints)
    collector = Collector(hints.source)
    importing._read_rows(plan, plan.layout(), collector, importing.Watch(None, None))
    return collector.finish(choices.asset and plan.asset, plan.grid.texts)


def told(found: ParsedPrices) -> object:
    """Return all that parsing brought in a form that compares."""
    series = [
        (one.asset, one.currency, one.period_s, one.times_ms.tolist(), one.columns.tolist(), one.exact)
        for one in found.series
    ]
    rejects = [(one.line, one.text, one.refused.args) for one in found.rejects]
    return series, rejects, found.repeated, found.unsure
