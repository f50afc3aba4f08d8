"""Statements of venues: whose they are, what counts once, and what is refused with its place."""

from decimal import Decimal
from pathlib import Path

import pytest
from builders import utc

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.statements.registry import parse_statement, read_statement, words_of_product

NEXO = (
    "Transaction,Type,Input Currency,Input Amount,Output Currency,Output Amount,USD Equivalent,Details,"
    "Date / Time (UTC)\n"
)
NEXO_OLD = "Transaction,Type,Currency,Amount,USD Equivalent,Details,Outstanding Loan,Date / Time (UTC)\n"
OKX = "id,Order id,Time,Trade Type,Symbol,Action,Amount,Fee,Balance Change,Balance,Balance Unit\n"
BLOCKFI = "Cryptocurrency,Amount,Transaction Type,Confirmed At\n"


def nexo(*rows: str) -> str:
    """Return a Nexo statement of rows ``id type asset amount state time``."""
    made = []
    for row in rows:
        name, kind, asset, amount, state, at = row.split("|")
        made.append(f"{name},{kind},{asset},{amount},{asset},{amount},$1,{state} / x,{at}\n")
    return NEXO + "".join(made)


def test_a_rejected_row_never_happened_and_a_row_told_twice_counts_once() -> None:
    row = "a|Interest|BTC|0.1|approved|2026-01-01 00:00:00"
    found = parse_statement(nexo(row, row, "a|Interest|BTC|0.2|rejected|2026-01-01 00:00:00"))
    assert (found.venue, len(found.rows), len(found.booked)) == ("nexo", 3, 1)
    assert [row.number for row in found.duplicates] == [2]


def test_an_identifier_that_repeats_on_another_row_does_not_hide_it() -> None:
    found = parse_statement(
        nexo(
            "a|Interest|BTC|0.1|approved|2026-01-01 00:00:00",
            "a|Interest|BTC|0.1|approved|2026-01-02 00:00:00",
        )
    )
    assert len(found.booked) == 2


def test_interest_goes_by_its_sign() -> None:
    found = parse_statement(
        nexo(
            "a|Interest|BTC|0.1|approved|2026-01-01 00:00:00",
            "b|Interest|USD|-2|approved|2026-01-01 00:00:00",
            "c|Deposit|BTC|9|approved|2026-01-01 00:00:00",
        )
    )
    assert found.interest(["Interest"]) == ({"BTC": Decimal("0.1")}, {"USD": Decimal(2)})


def test_okx_times_are_of_the_clock_above_the_table() -> None:
    row = "1234567890123456789,2,2026-05-11 21:35:20,Spot,BTC-USDT,Buy,1,-0.001,0.999,1,BTC\n"
    told = parse_statement("\N{ZERO WIDTH NO-BREAK SPACE}UID:1,Account Type:Trading,Time Zone:UTC+8\n" + OKX + row)
    bare = parse_statement(OKX + row)
    assert told.rows[0].at == utc("2026-05-11 13:35:20")
    assert bare.rows[0].at == utc("2026-05-11 21:35:20")
    assert (told.zone, bare.zone) == ("UTC+8", "UTC")
    assert told.rows[0].id == "1234567890123456789"


def test_equal_rows_without_identifiers_are_two_payments() -> None:
    row = "BTC,0.001,Interest Payment,2020-05-31 23:59:59\n"
    assert len(parse_statement(BLOCKFI + row + row).booked) == 2


def test_a_file_of_another_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "blockfi.csv"
    path.write_bytes((BLOCKFI + "BTC,0.5,Deposit,2020-05-01 12:00:00\n").encode("utf-16"))
    assert read_statement(path).rows[0].amount == Decimal("0.5")


@pytest.mark.parametrize(
    ("venue", "fixed", "words"),
    [
        ("nexo", True, ("Fixed Term Interest",)),
        ("nexo", False, ("Interest",)),
        ("blockfi", True, ("Interest Payment",)),
        ("nobody", False, ()),
    ],
)
def test_term_deposits_have_their_own_word_where_a_venue_has_one(
    venue: str, fixed: bool, words: tuple[str, ...]
) -> None:
    assert words_of_product(venue, fixed) == words


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        (NEXO_OLD + "a,Interest,BTC,1,$1,approved / x,$0.00,2021-01-01 00:00:00\n", Problem.UNKNOWN_STATEMENT, 1),
        ("a,b\n1,2\n", Problem.UNKNOWN_STATEMENT, 1),
        ("", Problem.UNKNOWN_STATEMENT, 1),
        (BLOCKFI + "BTC,much,Deposit,2020-05-01 12:00:00\n", Problem.NOT_A_NUMBER, 2),
        (BLOCKFI + "BTC,1,Deposit,yesterday\n", Problem.NOT_A_TIME, 2),
        (BLOCKFI + ",1,Deposit,2020-05-01 12:00:00\n", Problem.NOT_AN_ASSET, 2),
        (BLOCKFI + "BTC,1,Deposit\n", Problem.COLUMN_COUNT, 2),
        (BLOCKFI + 'BTC,"1,Deposit', Problem.UNKNOWN_STATEMENT, 1),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, problem: Problem, line: int) -> None:
    with pytest.raises(Refused) as refused:
        parse_statement(text)
    assert (refused.value.problem, refused.value.line) == (problem, line)


def test_a_file_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_statement(tmp_path / "gone.csv")
    assert refused.value.problem is Problem.FILE_MISSING
