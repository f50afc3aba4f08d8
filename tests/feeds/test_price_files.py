"""Price files: every layout that people have, and for each bad row its line, its field and why."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.prices import PriceFile, is_price_header, pair_of, parse_prices, read_prices

HEADER = "date,open,high,low,close\n"
ROW = "2022-01-01,10,12,9,11\n"


def parsed(text: str) -> PriceFile:
    return parse_prices(text, "BTC", "USDT", "file")


def refusal(text: str) -> Refused:
    with pytest.raises(Refused) as caught:
        parsed(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("2022-01-04", "2022-01-04"),
        ("2022-01-04 05:00:00", "2022-01-04 05:00"),
        ("2022-01-04T05:00:00Z", "2022-01-04 05:00"),
        ("2022-01-04T05:00:00+08:00", "2022-01-03 21:00"),
        ("1641272400", "2022-01-04 05:00"),
        ("1641272400000", "2022-01-04 05:00"),
        ("1641272400500", "2022-01-04 05:00:00.500"),
        ("1641272400000000", "2022-01-04 05:00"),
        (" 2022-01-04 ", "2022-01-04"),
    ],
)
@pytest.mark.parametrize("column", ["date", "open_time_ms", "unix", "Timestamp", " TIME ", "Open Time"])
def test_a_time_may_be_a_date_or_a_number_of_seconds_or_less(column: str, text: str, opened: str) -> None:
    (candle,) = parsed(f"{column},open,high,low,close\n{text},10,12,9,11\n").candles
    assert candle.opened == utc(opened)
    assert (candle.open, candle.high, candle.low, candle.close) == (10, 12, 9, 11)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("date,open,high,low,close,volume,hours", "2022-01-01,10,12,9,11,5,24"),
        ("unix,date,symbol,open,high,low,close,Volume BTC", "1640995200000,2022-01-01,BTC/USDT,10,12,9,11,5"),
        ("close,low,high,open,date", "11,9,12,10,2022-01-01"),
        ('"date","open","high","low","close"', '"2022-01-01","10","12","9","11"'),
    ],
)
def test_columns_are_found_by_name(header: str, row: str) -> None:
    (candle,) = parsed(f"{header}\n{row}\n").candles
    assert (candle.opened, candle.open, candle.high, candle.low, candle.close) == (utc("2022-01-01"), 10, 12, 9, 11)


@pytest.mark.parametrize("name", ["close", "price", "Price"])
def test_a_single_price_is_all_four(name: str) -> None:
    (candle,) = parsed(f"date,{name}\n2022-01-01,11\n").candles
    assert (candle.open, candle.high, candle.low, candle.close) == (11, 11, 11, 11)


def test_line_ends_and_empty_lines_do_not_matter() -> None:
    text = (HEADER + "\n" + ROW).replace("\n", "\r\n") + "\r\n\r\n"
    assert len(parsed(text).candles) == 1


def test_rows_are_put_in_order_and_repeats_are_counted() -> None:
    found = parsed(HEADER + "2022-01-02,10,12,9,11\n" + ROW + ROW)
    assert [candle.opened.day for candle in found.candles] == [1, 2]
    assert found.repeated == 1


@pytest.mark.parametrize(
    ("times", "period_s"),
    [
        (["2022-01-01"], 86400),
        (["2022-01-01", "2022-01-02", "2022-01-05"], 86400),
        (["2022-01-01", "2022-01-02", "2022-01-03", "2022-02-09"], 86400),
        (["2022-01-01 00:00", "2022-01-01 01:00", "2022-01-01 02:00"], 3600),
        (["2022-01-01 00:00", "2022-01-01 00:15"], 900),
    ],
)
def test_the_period_is_the_most_frequent_gap(times: list[str], period_s: int) -> None:
    found = parsed(HEADER + "".join(f"{time},10,12,9,11\n" for time in times))
    assert found.period_s == period_s
    assert found.candles[0].closed == found.candles[0].opened + timedelta(seconds=period_s, milliseconds=-1)


@pytest.mark.parametrize(("year", "good"), [(2008, False), (2009, True), (2099, True), (2100, False)])
def test_a_price_is_of_this_century_of_coins(year: int, good: bool) -> None:
    text = f"date,close\n{year}-06-01,1\n"
    assert parsed(text).candles if good else refusal(text).problem is Problem.NOT_A_TIME


def test_prices_keep_every_digit() -> None:
    (candle,) = parsed("date,close\n2022-01-01,0.00000001234500\n").candles
    assert str(candle.close) == "1.234500E-8"


BAD = [
    ("", Problem.EMPTY_FILE, 0, ""),
    (HEADER, Problem.EMPTY_FILE, 0, ""),
    ("a,b,c\n1,2,3\n", Problem.UNKNOWN_LAYOUT, 1, ""),
    ("date,volume\n2022-01-01,3\n", Problem.UNKNOWN_LAYOUT, 1, ""),
    ("open,high,low,close\n1,1,1,1\n", Problem.UNKNOWN_LAYOUT, 1, ""),
    (ROW, Problem.UNKNOWN_LAYOUT, 1, ""),
    ("date,rate_of_something\n2022-01-01,3.5\n", Problem.UNKNOWN_LAYOUT, 1, ""),
    ('date,"close\n2022-01-01,3\n', Problem.BAD_QUOTES, 1, ""),
    (HEADER + ROW + "2022-01-02,10,12,9\n", Problem.COLUMN_COUNT, 3, ""),
    (HEADER + ROW + "2022-01-02,10,12,9,11,5\n", Problem.COLUMN_COUNT, 3, ""),
    (HEADER + ROW + "2022-01-02,10,12,9,x\n", Problem.NOT_A_NUMBER, 3, "close"),
    (HEADER + "2022-01-02,,12,9,11\n", Problem.NOT_A_NUMBER, 2, "open"),
    (HEADER + "2022-01-02,10,12,NaN,11\n", Problem.NOT_A_NUMBER, 2, "low"),
    (HEADER + "2022-01-02,10,Infinity,9,11\n", Problem.NOT_A_NUMBER, 2, "high"),
    (HEADER + '2022-01-02,10,"1,200",9,11\n', Problem.CHOICE_NEEDED, 0, "decimals"),
    (HEADER + "2022-01-02,10,1e31,9,11\n", Problem.NOT_A_NUMBER, 2, "high"),
    (HEADER + "2022-01-02,10,12,0,11\n", Problem.NOT_POSITIVE, 2, "low"),
    (HEADER + "2022-01-02,-10,12,9,11\n", Problem.NOT_POSITIVE, 2, "open"),
    (HEADER + "2022-01-02,10,10.5,9,11\n", Problem.CANDLE_ORDER, 2, "high/low"),
    (HEADER + "2022-01-02,10,12,10.5,11\n", Problem.CANDLE_ORDER, 2, "high/low"),
    (HEADER + "2022-01-02,10,9,12,11\n", Problem.CANDLE_ORDER, 2, "high/low"),
    (HEADER + "yesterday,10,12,9,11\n", Problem.NOT_A_TIME, 2, "date"),
    (HEADER + ",10,12,9,11\n", Problem.NOT_A_TIME, 2, "date"),
    (HEADER + "2022-02-30,10,12,9,11\n", Problem.NOT_A_TIME, 2, "date"),
    (HEADER + "02/03/2022,10,12,9,11\n", Problem.CHOICE_NEEDED, 0, "dates"),
    (HEADER + "12345,10,12,9,11\n", Problem.NOT_A_TIME, 2, "date"),
    (HEADER + "9999999999999999,10,12,9,11\n", Problem.NOT_A_TIME, 2, "date"),
    (HEADER + "1999-12-31,10,12,9,11\n", Problem.NOT_A_TIME, 2, "date"),
    (HEADER + "0001-01-01T00:00+14:00,10,12,9,11\n", Problem.NOT_A_TIME, 2, "date"),
    (HEADER + "²²²²²²²²²²,10,12,9,11\n", Problem.NOT_A_TIME, 2, "date"),
    (HEADER + ROW + "2022-01-01,10,12,9,11.5\n", Problem.TWICE, 3, "time"),
    (HEADER + ROW + '2022-01-02,"10,12,9,11\n', Problem.BAD_QUOTES, 3, ""),
    (HEADER + ROW + '2022-01-02,"10"x,12,9,11\n', Problem.BAD_QUOTES, 3, ""),
    (HEADER + "\n\n2022-01-02,x,12,9,11\n", Problem.NOT_A_NUMBER, 4, "open"),
    ("x" * 140_000, Problem.UNKNOWN_LAYOUT, 1, ""),
    (HEADER + ROW + "x" * 140_000 + "\n", Problem.COLUMN_COUNT, 3, ""),
]


@pytest.mark.parametrize(("text", "problem", "line", "field"), BAD, ids=range(len(BAD)))
def test_a_bad_row_is_refused_with_line_and_field(text: str, problem: Problem, line: int, field: str) -> None:
    refused = refusal(text)
    assert (refused.problem, refused.line, refused.field) == (problem, line, field)


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("BTCUSDT.csv", ("BTC", "USDT")),
        ("Binance_ETHUSDT_1h.csv", ("ETH", "USDT")),
        ("BTC.csv", ("BTC", "USD")),
        ("1INCH.csv", ("1INCH", "USD")),
        ("BTC-EUR.csv", ("BTC", "EUR")),
        ("btc_usd.csv", ("BTC", "USD")),
        ("SOLUSDT_mark.csv", ("SOL", "USDT")),
        ("USDT.csv", ("USDT", "USD")),
        ("ABCDEFGHIJ.csv", ("ABCDEFGHIJ", "USD")),
        ("ABCDEFGHIJK.csv", None),
        ("OK.csv", ("OK", "USD")),
        ("B.csv", None),
        ("btc.csv", None),
        ("prices.csv", None),
        ("export.csv", None),
        ("my old file.csv", None),
        ("_USD.csv", None),
        ("-EUR-.csv", None),
        (f"{'A' * 40}USDT.csv", None),
        (".csv", None),
    ],
)
def test_a_files_name_may_tell_the_pair(name: str, pair: tuple[str, str] | None) -> None:
    assert pair_of(name) == pair


@given(st.text(max_size=60))
def test_any_name_tells_a_pair_or_nothing(name: str) -> None:
    pair = pair_of(name)
    assert pair is None or (pair[0] and pair[1])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A good file without a telling name."""
    path = tmp_path / "prices.csv"
    path.write_text(HEADER + ROW, encoding="utf-8")
    return path


def test_what_is_said_wins_over_the_name(tmp_path: Path) -> None:
    path = tmp_path / "BTCUSDT.csv"
    path.write_text(HEADER + ROW, encoding="utf-8")
    assert (read_prices(path).asset, read_prices(path).currency) == ("BTC", "USDT")
    said = read_prices(path, "eth", "eur")
    assert (said.asset, said.currency, said.candles[0].asset, said.candles[0].currency) == ("ETH", "EUR", "ETH", "EUR")


def test_the_currency_of_another_pair_is_not_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "BTCEUR.csv"
    path.write_text(HEADER + ROW, encoding="utf-8")
    assert read_prices(path, "ETH").currency == "USD"


def test_a_file_that_does_not_tell_its_asset_is_refused(file: Path) -> None:
    with pytest.raises(Refused) as caught:
        read_prices(file)
    assert caught.value.problem is Problem.ASSET_UNCLEAR
    assert read_prices(file, "BTC").currency == "USD"


@pytest.mark.parametrize(("asset", "currency", "field"), [("!!", "", "asset"), ("BTC", "!!", "currency")])
def test_what_is_said_must_be_an_asset_code(file: Path, asset: str, currency: str, field: str) -> None:
    with pytest.raises(Refused) as caught:
        read_prices(file, asset, currency)
    assert (caught.value.problem, caught.value.field) == (Problem.NOT_AN_ASSET, field)


def test_a_byte_order_mark_is_passed_over(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + (HEADER + ROW).encode())
    assert len(read_prices(file, "BTC").candles) == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5", "cp1252"])
def test_plain_prices_are_read_in_any_encoding(file: Path, encoding: str) -> None:
    file.write_bytes((HEADER + ROW).encode(encoding))
    assert len(read_prices(file, "BTC").candles) == 1


@pytest.mark.parametrize("raw", [b"date,close\n2022-01-01,1\x00\n", b"\xff\xfe\x00", b"\x81\xff\x8d,1\n"])
def test_what_is_no_text_is_refused(file: Path, raw: bytes) -> None:
    file.write_bytes(raw)
    with pytest.raises(Refused) as caught:
        read_prices(file, "BTC")
    assert caught.value.problem is Problem.NOT_TEXT


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as missing:
        read_prices(tmp_path / "BTC.csv")
    with pytest.raises(Refused) as folder:
        read_prices(tmp_path, "BTC")
    assert [missing.value.problem, folder.value.problem] == [Problem.FILE_MISSING, Problem.FILE_UNREADABLE]


def test_a_file_that_is_too_large_is_not_even_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.feeds.files.opening.LARGEST_FILE", 10)
    with pytest.raises(Refused) as caught:
        read_prices(file, "BTC")
    assert caught.value.problem is Problem.FILE_TOO_LARGE


def test_a_price_header_has_a_time_and_a_price() -> None:
    assert is_price_header(["Date", "Close"])
    assert not is_price_header(["Date", "Volume"])
    assert not is_price_header([])


CELLS = st.one_of(
    st.sampled_from(
        ["2022-01-01", "1640995200", "10", "9", "12", "", '"', "-1", "NaN", "\0", "1e5", "date", "close", "²"]
    ),
    st.text(max_size=5),
)
ROWS = st.lists(st.lists(CELLS, max_size=6).map(",".join), max_size=5).map("\n".join)


@given(
    st.one_of(
        st.text(max_size=120), ROWS, ROWS.map(lambda rows: HEADER + rows), ROWS.map(lambda rows: "date,close\n" + rows)
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = parsed(text)
    except Refused:
        return
    assert found.candles
    assert all(candle.low <= candle.close <= candle.high and candle.low > 0 for candle in found.candles)


@given(raw=st.binary(max_size=80))
def test_any_bytes_are_refused(raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any_bytes_BTCUSDT.csv"
    path.write_bytes(raw)
    with pytest.raises(Refused):
        read_prices(path)


def real_files(shared: Path, *folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((shared / "data" / folder).glob("*.csv"))]
    if not found:
        pytest.skip("there are no price files")
    return found


def check_real_file(path: Path) -> None:
    """Every row is read, in order, exactly as it stands there."""
    header, *rows = (line.split(",") for line in path.read_text(encoding="utf-8").splitlines())
    found = read_prices(path)
    assert len(found.candles) + found.repeated == len(rows)
    assert [candle.close for candle in found.candles] == [Decimal(row[header.index("close")]) for row in rows]
    assert found.period_s == {"binance_1h": 3600, "binance_15m": 900}.get(path.parent.name, 86400)
    assert path.stem.upper().startswith(found.asset)


@pytest.mark.parametrize(
    "name",
    ["binance_1d_utc/BTCUSDT.csv", "binance_1d_utc/LUNAUSDT.csv", "daily_multi/DAI.csv", "daily_multi/1INCH.csv"],
)
def test_real_files_are_read_row_for_row(shared: Path, name: str) -> None:
    path = shared / "data" / name
    if not path.is_file():
        pytest.skip(f"there is no {path}")
    check_real_file(path)


def test_a_real_file_by_the_hour_is_read(shared: Path, tmp_path: Path) -> None:
    lines = real_files(shared, "binance_1h")[0].read_text(encoding="utf-8").splitlines(keepends=True)
    path = tmp_path / "binance_1h" / real_files(shared, "binance_1h")[0].name
    path.parent.mkdir()
    path.write_text("".join(lines[:1000]), encoding="utf-8")
    check_real_file(path)


@pytest.mark.slow
def test_every_real_file_is_read_row_for_row(shared: Path) -> None:
    for path in real_files(shared, "binance_1d_utc", "binance_1h", "binance_15m", "daily_multi"):
        check_real_file(path)
