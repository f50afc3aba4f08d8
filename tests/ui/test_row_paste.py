"""A row of a spreadsheet, in any order of its cells, and amounts that name their asset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.row_paste import Row, read_row, split_amount

LENDERS = {"nexo": "nexo", "okx": "okx_flexible"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("0.5 btc", ("0.5", "BTC")),
        ("0.5btc", ("0.5", "BTC")),
        ("BTC 0.5", ("0.5", "BTC")),
        ("42,000 USDT", ("42000", "USDT")),
        ("42.000,5 usdt", ("42000.5", "USDT")),
        ("1'000 1INCH", ("10001", "INCH")),  # a code that begins with a digit stands in its own field
        ("0.5", ("0.5", "")),
        ("btc", ("btc", "")),
        ("half a btc", ("half a btc", "")),
    ],
)
def test_an_amount_may_name_its_asset(words: str, found: tuple[str, str]) -> None:
    assert split_amount(words) == found


def test_a_row_is_read_by_what_its_cells_say() -> None:
    row = read_row("My line\tNexo\t1.2 BTC\t42,000 USDT\t10.9%\t2026-01-05", LENDERS)
    assert row == Row("My line", "nexo", ("1.2", "BTC"), ("42000", "USDT"), "10.9", "2026-01-05")


def test_amounts_and_codes_may_stand_in_cells_of_their_own() -> None:
    row = read_row("1.2\tBTC\t42000\tUSDT\nthe next row\tis another", LENDERS)
    assert (row.collateral, row.debt, row.name) == (("1.2", "BTC"), ("42000", "USDT"), "")


@given(st.permutations(["My line", "OKX", "1.2 BTC", "10.9%", "2026-01-05"]))
def test_the_order_of_cells_is_free(cells: list[str]) -> None:
    row = read_row("\t".join(cells), LENDERS)
    assert (row.name, row.lender, row.collateral, row.rate) == ("My line", "okx_flexible", ("1.2", "BTC"), "10.9")


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    read_row(text, LENDERS)
    split_amount(text)
