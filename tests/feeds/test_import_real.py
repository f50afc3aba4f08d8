"""Real files import with the first and last close that stand in them."""

import csv
from pathlib import Path

import pytest

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.choices import Ask, Choices, Hints
from desktop_app.feeds.files.importing import parse, preview

FOLDERS = {
    "binance_1h": 3600,
    "binance_15m": 900,
    "binance_1d_utc": 86400,
    "daily_multi": 86400,
    "cryptodatadownload": None,
    "intraday": None,
    "binance_perp_8h": 28800,
}
# Names that do not tell their pair.
KNOWN = (Problem.UNKNOWN_LAYOUT, Problem.CHOICE_NEEDED, Problem.ASSET_UNCLEAR)
PAIRS = {"BTC-PERP_1m_2022-01": ("BTC", "USD"), "ETH_BTC_5m": ("ETH", "BTC"), "XRP_ETH_1m": ("XRP", "ETH")}


FEW = 4


def files(shared: Path, folder: str) -> list[Path]:
    found = [path for path in sorted((shared / "data" / folder).glob("*.csv")) if "funding" not in path.name]
    if not found:
        pytest.skip(f"there are no files in {folder}")
    return found


def choices(path: Path) -> Choices:
    asset, currency = PAIRS.get(path.stem, ("", ""))
    return Choices(asset=asset, currency=currency)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_real_file_has_its_first_and_last_close(shared: Path, folder: str) -> None:
    check_ends(files(shared, folder)[:FEW], folder)


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_real_file_has_its_first_and_last_close(shared: Path, folder: str) -> None:
    check_ends(files(shared, folder)[FEW:], folder)


def check_ends(paths: list[Path], folder: str) -> None:
    for path in paths:
        raw = path.read_bytes()
        assert preview(raw, choices(path), Hints(path.name)).ready, path
        found = parse(raw, choices(path), Hints(path.name))
        (series,) = found.series
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        column = "close" if "close" in rows[0] else "price"
        ends = {float(rows[0][column]), float(rows[-1][column])}
        assert {float(series.columns[0, -1]), float(series.columns[-1, -1])} <= {float(row[column]) for row in rows}
        if not found.rejects and not found.repeated:
            assert {float(series.columns[0, -1]), float(series.columns[-1, -1])} == ends, path
        assert len(series.times_ms) + len(series.exact) + len(found.rejects) + found.repeated == len(rows)
        assert FOLDERS[folder] in (None, series.period_s)
        assert {one.refused.problem for one in found.rejects} <= {Problem.TWICE}
        assert series.asset == (PAIRS.get(path.stem) or (series.asset,))[0]


def test_a_file_of_rates_is_not_taken_for_prices(shared: Path) -> None:
    for path in sorted((shared / "data" / "binance_perp_8h").glob("*funding*.csv")):
        assert [one.kind for one in preview(path.read_bytes(), hints=Hints(path.name)).questions] == [Ask.COLUMNS]


def test_a_statement_of_a_platform_is_read_refused_or_asked(shared: Path) -> None:
    for path in sorted((shared / "data" / "exports").rglob("*.csv")):
        refused = refusal(path)
        assert refused is None or refused.problem in KNOWN, path


def refusal(path: Path) -> Refused | None:
    try:
        parse(path.read_bytes(), hints=Hints(path.name))
    except Refused as refused:
        return refused
    return None
