"""Where the program's own data lie, and reading those that the engine needs."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from msgspec import Struct

from desktop_app.domain.assets import AssetBook, AssetKind
from desktop_app.domain.earn.tiers import Programme
from desktop_app.domain.loans.hints import Band
from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.risk.shock import Episode, Market, Scenario
from desktop_app.feeds.files.assets import parse_assets, parse_symbols
from desktop_app.feeds.files.document import decode
from desktop_app.feeds.files.presets import parse_preset

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """Return the path of a file below `resources/`, in a checkout or in an installed package."""
    installed = _PACKAGE / "resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


@dataclass(frozen=True, slots=True)
class KnownAssets:
    """The asset book, and CoinGecko's identifiers by asset code."""

    book: AssetBook
    coingecko: dict[str, str]

    def steady(self, currency: str) -> frozenset[str]:
        """Return the assets that do not move with the market: `currency` and what is pegged to it."""
        pegged = {code for code in self.book.codes() if self.book.is_peg(code, currency)}
        fiat = {code for code in self.book.codes() if self.book[code].kind is AssetKind.FIAT}
        return frozenset(pegged | fiat | {currency})


@cache
def known_assets() -> KnownAssets:
    """Return the assets listed in `resources/assets.json`."""
    assets, ids = parse_assets(resource("assets.json").read_text(encoding="utf-8"))
    return KnownAssets(AssetBook(assets), ids)


@cache
def source_symbols() -> dict[str, dict[str, str]]:
    """Return by source what it calls each asset, from `resources/assets.json`."""
    return parse_symbols(resource("assets.json").read_text(encoding="utf-8"))


@cache
def presets() -> dict[str, Preset]:
    """Return the venue presets of `resources/presets/venues/`, by identifier, in order of name."""
    files = sorted(resource("presets", "venues").glob("*.json"))
    found = [parse_preset(path.read_text(encoding="utf-8")) for path in files]
    return {preset.id: preset for preset in sorted(found, key=lambda preset: preset.name.casefold())}


class BandDoc(Struct, frozen=True, forbid_unknown_fields=True):
    """The usual range of a figure (fractions), and where it is from."""

    low: Decimal
    high: Decimal
    source: str


@cache
def bands() -> dict[str, Band]:
    """Return the usual ranges of `resources/presets/bands.json` by name."""
    found = decode(resource("presets", "bands.json").read_text(encoding="utf-8"), dict[str, BandDoc])
    return {name: Band(entry.low, entry.high, entry.source) for name, entry in found.items()}


class BetasDoc(Struct, frozen=True, forbid_unknown_fields=True):
    """How far assets move when Bitcoin moves by 1, where the figures are from, and their last day."""

    source: str
    as_of: str
    betas: dict[str, Decimal]


@cache
def betas() -> BetasDoc:
    """Return the betas of `resources/presets/betas.json`."""
    return decode(resource("presets", "betas.json").read_text(encoding="utf-8"), BetasDoc)


class HistoricFall(Struct, frozen=True, forbid_unknown_fields=True):
    """A fall that happened: its date, the fall of Bitcoin (positive fraction) and where the figure is from."""

    id: str
    fall: Decimal
    source: str


@cache
def historic_falls() -> tuple[HistoricFall, ...]:
    """Return the falls of `resources/presets/falls.json`, the oldest first."""
    return tuple(decode(resource("presets", "falls.json").read_text(encoding="utf-8"), list[HistoricFall]))


@cache
def programmes() -> dict[str, Programme]:
    """Return the loyalty programmes of `resources/presets/programmes.json` by their token."""
    found = decode(resource("presets", "programmes.json").read_text(encoding="utf-8"), list[Programme])
    return {programme.token: programme for programme in found}


class MarketDoc(Struct, frozen=True, forbid_unknown_fields=True):
    """Daily volatility by asset, and correlation: each asset's row has those with the assets before it."""

    source: str
    as_of: str
    volatility: dict[str, Decimal]
    correlation: dict[str, str]


@cache
def market_doc() -> MarketDoc:
    """Return `resources/presets/market.json`."""
    return decode(resource("presets", "market.json").read_text(encoding="utf-8"), MarketDoc)


@cache
def market() -> Market:
    """Return how assets moved: betas of `betas.json`, volatility and correlation of `market.json`."""
    doc = market_doc()
    names = list(doc.correlation)
    pairs = {
        (name, names[column]): Decimal(figure)
        for name, row in doc.correlation.items()
        for column, figure in enumerate(row.split())
    }
    return Market(betas().betas, doc.volatility, pairs)


class EpisodeDoc(Struct, frozen=True, forbid_unknown_fields=True):
    """An episode as its file has it: lows and closes of each asset in one line."""

    id: str
    begins: str
    step_hours: int
    as_of: str
    source: str
    lows: dict[str, str]
    closes: dict[str, str]


@cache
def episodes() -> dict[str, Episode]:
    """Return the episodes of `resources/presets/episodes/` by identifier, the oldest first."""
    found = {}
    for path in sorted(resource("presets", "episodes").glob("*.json")):
        doc = decode(path.read_text(encoding="utf-8"), EpisodeDoc)
        lows, closes = (
            {asset: tuple(Decimal(figure) for figure in line.split()) for asset, line in table.items()}
            for table in (doc.lows, doc.closes)
        )
        found[doc.id] = Episode(doc.id, doc.begins, doc.step_hours, doc.source, lows, closes)
    return found


@cache
def scenario_presets() -> tuple[Scenario, ...]:
    """Return the scenarios of `resources/presets/scenarios.json`."""
    return tuple(decode(resource("presets", "scenarios.json").read_text(encoding="utf-8"), list[Scenario]))
