"""What the program's sources give, for the screen: the network is not asked for it."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from desktop_app.engine.resources import source_symbols
from desktop_app.feeds.venues.registry import HOMES, NAMES, make_sources


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """A source: its name, its host, and whether it gives prices, history and rates."""

    name: str
    host: str
    prices: bool
    candles: bool
    rates: bool


@cache
def known_sources() -> tuple[SourceInfo, ...]:
    """Return every source that there is, in the order of the registry."""
    made = make_sources(source_symbols(), {})
    prices, candles, rates = ({one.name for one in part} for part in made)
    return tuple(
        SourceInfo(name, urlsplit(HOMES[name]).hostname or "", name in prices, name in candles, name in rates)
        for name in NAMES
    )
