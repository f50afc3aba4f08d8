"""What a file leaves open is asked and never guessed; what it proves is not asked."""

from decimal import Decimal

import pytest
from importers import HINTS, careful, told

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.choices import Ask, Choices, ColumnUse, DateOrder, Decimals, Hints, Question, Role
from desktop_app.feeds.files.columns import pair_of_symbol
from desktop_app.feeds.files.importing import Preview, parse, preview
from desktop_app.feeds.files.numbers import parse_number

UNDECIDED = Choices()
DAYS = ["2022-01-01", "2022-01-02", "2022-01-03"]


def seen(text: str, choices: Choices = UNDECIDED, hints: Hints = HINTS) -> Preview:
    return preview(text.encode(), choices, hints)


def kinds(found: Preview) -> list[Ask]:
    return [question.kind for question in found.questions]


def rows(header: str, *lines: str) -> str:
    return "\n".join((header, *lines)) + "\n"


def closes(text: str | bytes, choices: Choices = UNDECIDED, hints: Hints = HINTS) -> list[float]:
    (series,) = parse(text, choices, hints).complete().series
    return series.columns[:, -1].tolist()


AMBIGUOUS_NUMBERS = [
    ["1.234", "2.345", "3.456"],
    ["1,234", "2,345", "3,456"],
    ["1.234", "5", "6"],
    ["$1,234", "$2,345", "$3,456"],
    ["1.234 USD", "2.345 USD", "3.456 USD"],
    ["12,345", "100", "999,999"],
    ["(1.234)", "1.234", "1.234"],
    ["１．２３４", "2.345", "3.456"],
    ["1.5", "1,5", "2"],
    ["1,234.5", "1.234,5", "2"],
]
PROVEN_NUMBERS = [
    (["1,234.5", "2,345", "3"], Decimals.POINT, [1234.5, 2345, 3]),
    (["1.234,5", "2.345", "3"], Decimals.COMMA, [1234.5, 2345, 3]),
    (["1 234,5", "2,345", "3"], Decimals.COMMA, [1234.5, 2.345, 3]),
    (["1'234.5", "2.345", "3"], Decimals.POINT, [1234.5, 2.345, 3]),
    (["1\u202f234,5", "2\u00a0345", "3"], Decimals.COMMA, [1234.5, 2345, 3]),
    (["0.999", "1.001", "1.002"], Decimals.POINT, [0.999, 1.001, 1.002]),
    (["1.234.567", "1.234", "3"], Decimals.COMMA, [1234567, 1234, 3]),
    (["１２３４．５", "2", "3"], Decimals.POINT, [1234.5, 2, 3]),
    (["1.5e-7", "1.234", "3"], Decimals.POINT, [1.5e-7, 1.234, 3]),
    (["€ 1.234,50", "2,5 EUR", "NT$ 3"], Decimals.COMMA, [1234.5, 2.5, 3]),
    (["5", "6", "7"], Decimals.POINT, [5, 6, 7]),
]


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("cells", AMBIGUOUS_NUMBERS)
def test_an_ambiguous_number_is_asked(cells: list[str], delimiter: str) -> None:
    text = rows(f"date{delimiter}close", *(delimiter.join(row) for row in zip(DAYS, cells, strict=True)))
    found = seen(text)
    assert kinds(found) == [Ask.DECIMALS]
    assert not found.ready
    with pytest.raises(Refused) as caught:
        parse(text, hints=HINTS)
    assert (caught.value.problem, caught.value.field) == (Problem.CHOICE_NEEDED, "decimals")


@pytest.mark.parametrize(("cells", "style", "values"), PROVEN_NUMBERS)
def test_a_proven_number_is_not_asked(cells: list[str], style: Decimals, values: list[float]) -> None:
    text = rows("date;close", *(";".join(row) for row in zip(DAYS, cells, strict=True)))
    found = seen(text)
    assert found.ready
    assert found.decimals in (style, Decimals.POINT)
    assert closes(text) == values


def test_a_proof_counts_wherever_it_stands() -> None:
    lines = [f"2022-01-01 {n // 60:02}:{n % 60:02};1.234" for n in range(1400)]
    assert kinds(seen(rows("date;close", *lines))) == [Ask.DECIMALS]
    assert seen(rows("date;close", *lines, "2022-01-02;1.5")).decimals is Decimals.POINT
    assert seen(rows("date;close", *lines, "2022-01-02;1,5")).decimals is Decimals.COMMA
    whole = [line.replace("1.234", "5") for line in lines]
    assert kinds(seen(rows("date;close", *whole, "2022-01-02;1.234"))) == [Ask.DECIMALS]


@pytest.mark.parametrize(("style", "value"), [(Decimals.POINT, 1.234), (Decimals.COMMA, 1234)])
def test_the_answer_decides_the_number(style: Decimals, value: float) -> None:
    assert closes("date;close\n2022-01-01;1.234\n", Choices(decimals=style)) == [value]


AMBIGUOUS_DATES = [
    (["01/02/2022", "02/02/2022", "03/02/2022"], {"dmy", "mdy"}),
    (["1.2.2022", "2.2.2022", "3.2.2022"], {"dmy", "mdy"}),
    (["05-05-2022", "06-06-2022", "07-07-2022"], {"dmy", "mdy"}),
    (["01/02/2022 10:00", "02/02/2022 10:00", "03/02/2022 10:00"], {"dmy", "mdy"}),
    (["13/02/2022", "02/13/2022", "03/02/2022"], {"dmy", "mdy"}),
    (["10/11/12", "11/11/12", "12/11/12"], {"ymd", "dmy", "mdy"}),
    (["25/12/21", "26/12/21", "27/12/21"], {"ymd", "dmy"}),
]
PROVEN_DATES = [
    (["01/02/2022", "13/02/2022", "03/02/2022"], DateOrder.DAY_FIRST, "2022-02-01"),
    (["01/02/2022", "02/13/2022", "03/02/2022"], DateOrder.MONTH_FIRST, "2022-01-02"),
    (["2022/01/02", "2022/1/3", "2022-01-04"], DateOrder.YEAR_FIRST, "2022-01-02"),
    (["2022年1月2日", "2022年1月3日 下午 3:05", "2022年01月04日"], DateOrder.YEAR_FIRST, "2022-01-02"),
    (["Jan 2, 2022", "Jan 3, 2022 4:00 PM", "4 January 2022"], DateOrder.YEAR_FIRST, "2022-01-02"),
    (["20220102", "20220103", "20220104"], DateOrder.YEAR_FIRST, "2022-01-02"),
    (["2022-01-02 04-AM", "2022-01-02 05-PM", "2022-01-03 12-AM"], DateOrder.YEAR_FIRST, "2022-01-02T04:00"),
]


@pytest.mark.parametrize(("cells", "choices"), AMBIGUOUS_DATES)
def test_an_ambiguous_date_is_asked(cells: list[str], choices: set[str]) -> None:
    text = rows("date;close", *(f"{cell};1.5" for cell in cells))
    (question,) = seen(text).questions
    assert question.kind is Ask.DATE_ORDER
    assert set(question.choices) == choices
    with pytest.raises(Refused) as caught:
        parse(text, hints=HINTS)
    assert (caught.value.problem, caught.value.field) == (Problem.CHOICE_NEEDED, "dates")


@pytest.mark.parametrize(("cells", "order", "first"), PROVEN_DATES)
def test_a_proven_date_is_not_asked(cells: list[str], order: DateOrder, first: str) -> None:
    text = rows("date;close", *(f"{cell};1.5" for cell in cells))
    found = seen(text)
    assert (found.ready, found.dates) == (True, order)
    (series,) = parse(text, hints=HINTS).complete().series
    (wanted,) = parse(f"date;close\n{first};1\n", hints=HINTS).series
    assert wanted.times_ms[0] in series.times_ms


def test_a_row_that_denies_the_proven_order_is_rejected() -> None:
    days = [f"{day:02}/01/2022;1.5" for day in range(1, 29)]
    lines = [f"{line[:-4]} {hour:02}:00;1.5" for line in days for hour in range(24)] * 2
    found = parse(rows("date;close", *lines, "01/13/2022;1.5"), hints=HINTS)
    assert [one.refused.problem for one in found.rejects] == [Problem.NOT_A_TIME]


def test_the_answer_decides_the_date() -> None:
    text = "date;close\n01/02/2022;1.5\n"
    firsts = {order: parse(text, Choices(dates=order), HINTS).series[0].times_ms[0] for order in list(DateOrder)[1:]}
    assert firsts[DateOrder.DAY_FIRST] - firsts[DateOrder.MONTH_FIRST] == 30 * 86_400_000


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("date,BTC,ETH,SOL\n2022-01-01,47000.5,3700,170\n2022-01-02,,3800,\n", ["BTC", "ETH", "SOL"]),
        ("日期,比特币,以太坊\n2022-01-01,47000.5,3700\n", ["BTC", "ETH"]),
        ("date,symbol,close\n2022-01-01,BTC/USDT,47000.5\n2022-01-01,ETHUSDT,3700\n", ["BTC", "ETH"]),
        ("時間,幣種,收盤價\n2022-01-01,比特幣,47000.5\n2022-01-01,BNB,3700\n", ["BNB", "BTC"]),
    ],
)
def test_several_assets_stand_in_rows_or_in_columns(text: str, pairs: list[str]) -> None:
    found = parse(text, hints=Hints("prices.csv")).complete()
    assert [one.asset for one in found.series] == sorted(pairs)
    assert told(found) == told(careful(text, Choices(), Hints("prices.csv")))


def test_an_asset_that_nothing_tells_is_asked() -> None:
    text = "date,close\n2022-01-01,1.5\n"
    assert kinds(seen(text, hints=Hints("prices.csv"))) == [Ask.ASSET]
    assert seen(text, Choices(asset="sol"), Hints("prices.csv")).asset == "SOL"
    assert seen("date,close (EUR)\n2022-01-01,1.5\n", hints=Hints("SOL.csv")).currency == "EUR"


@pytest.mark.parametrize(
    ("cell", "currency"),
    [
        ("12.5 EUR", "EUR"),
        ("€12.5", "EUR"),
        ("NT$12.5", "TWD"),
        ("$12.5", "USD"),
        ("12.5", "USD"),
        ("USDT 1.5", "USDT"),
    ],
)
def test_the_currency_beside_the_numbers_counts(cell: str, currency: str) -> None:
    assert seen(f"date;close\n2022-01-01;{cell}\n", hints=Hints("SOL.csv")).currency == currency


def test_two_columns_of_one_name_are_asked() -> None:
    assert kinds(seen("date,close,close\n2022-01-01,1.5,2.5\n")) == [Ask.COLUMNS]


def test_columns_with_strange_names_are_asked_with_a_proposal() -> None:
    found = seen("Tag;Kurs\n2022-01-01;1,5\n")
    assert found.questions[0] == Question(Ask.COLUMNS, ("Tag", "Kurs"), ("2022-01-01", "1,5"))
    assert [use.role for use in found.mapping] == [Role.TIME, Role.CLOSE]
    assert closes("Tag;Kurs\n2022-01-01;1,5\n", Choices(mapping=found.mapping)) == [1.5]


def test_the_person_may_change_the_mapping() -> None:
    text = "date,close,price\n2022-01-01,1.5,2.5\n"
    uses = (ColumnUse(Role.TIME), ColumnUse(), ColumnUse(Role.CLOSE))
    assert closes(text) == [1.5]
    assert closes(text, Choices(mapping=uses)) == [2.5]
    with pytest.raises(Refused) as caught:
        parse(text, Choices(mapping=uses[:2]), HINTS)
    assert caught.value.problem is Problem.UNKNOWN_LAYOUT


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("2022-01-01,1.5\n2022-01-02,2.5\n", [Role.TIME, Role.CLOSE]),
        ("1.5;2022-01-01\n2.5;2022-01-02\n", [Role.CLOSE, Role.TIME]),
        (
            "1640995200000,10,12,9,11.5,77\n1640998800000,10,12,9,11,77\n1641002400000,10,12,9,11,77\n",
            [Role.TIME, Role.OPEN, Role.HIGH, Role.LOW, Role.CLOSE, Role.IGNORED],
        ),
    ],
)
def test_a_missing_header_is_no_hindrance_where_values_prove_the_columns(text: str, roles: list[Role]) -> None:
    found = seen(text)
    assert (found.ready, [use.role for use in found.mapping]) == (True, roles)
    assert parse(text, hints=HINTS).complete().series[0].times_ms.size == text.count("\n")


@pytest.mark.parametrize("text", ["2022-01-01,1.5,2.5\n", "2022-01-01,5,6,4,5\n", "2022-01-01,5,4,6,5\n"])
def test_a_missing_header_is_asked_where_values_prove_nothing(text: str) -> None:
    assert Ask.COLUMNS in kinds(seen(text))


@pytest.mark.parametrize(
    ("cell", "pair"),
    [
        ("BTC/USDT", ("BTC", "USDT")),
        ("eth-eur", ("ETH", "EUR")),
        ("SOLUSDT", ("SOL", "USDT")),
        ("BTC-USDT-SWAP", ("BTC", "USDT")),
        ("ETHBTC", ("ETH", "BTC")),
        ("USDT", ("USDT", "")),
        ("BTC-PERP", ("BTC", "")),
        ("BTCUSDT_UMCBL", ("BTC", "USDT")),
        ("LUNC/XYZ", ("LUNC", "XYZ")),
        ("比特幣", ("BTC", "")),
    ],
)
def test_a_symbol_tells_asset_and_currency(cell: str, pair: tuple[str, str]) -> None:
    assert pair_of_symbol(cell) == pair


@pytest.mark.parametrize(
    "text", ["", " ", "-", "1-2", "1e31", "--1", "(-1)", "12,34.5", "1,23", "0,123.4", "1,234e5", "x"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_number(text, Decimals.POINT)


def test_brackets_mean_less_than_nothing() -> None:
    assert parse_number("(12.5)") == Decimal("-12.5")
