"""Tables of every make: delimiters, lines before the header, workbooks, pasted cells, zones, and wrong rows."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from builders import utc
from hypothesis import given, settings
from hypothesis import strategies as st
from importers import HINTS
from workbooks import MAIN, XML, archive, cell, ods, ods_of, sheet_xml, xlsx, xlsx_of

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.choices import Ask, Choices, Hints
from desktop_app.feeds.files.importing import parse, preview
from desktop_app.feeds.files.parsed import ParsedPrices, Reject, reject_file, safe_cell
from desktop_app.feeds.files.workbook import is_workbook, read_workbook

UNDECIDED = Choices()
ROOT = Path(__file__).resolve().parents[2]
ROWS = [["date", "open", "high", "low", "close"], ["2022-01-01", 10, 12.5, 9, 11], ["2022-01-02", 11, 13, 10, 1.234e1]]


def parsed(source: bytes | str, choices: Choices = UNDECIDED) -> ParsedPrices:
    return parse(source, choices, HINTS)


def milliseconds(text: str) -> int:
    return int(utc(text).timestamp() * 1000)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", ["", "sep={d}\n", "https://www.CryptoDataDownload.com\n", "UID:1{d}Type:x\n\n"])
def test_a_table_is_found_whatever_separates_it(delimiter: str, end: str, before: str) -> None:
    lines = [before.format(d=delimiter).rstrip("\n")] if before else []
    lines += [delimiter.join(map(str, row)) for row in ROWS]
    found = parsed(end.join([*lines, "", delimiter * 4, ""]).encode())
    assert [series.columns.tolist() for series in found.complete().series] == [[[10, 12.5, 9, 11], [11, 13, 10, 12.34]]]


def test_a_quoted_delimiter_is_no_delimiter() -> None:
    found = parsed('"date","note","close"\n"2022-01-01","a, b","1,234.5"\n')
    assert found.series[0].columns.tolist() == [[1234.5]]


def test_a_pasted_table_is_separated_by_tabs() -> None:
    seen = preview("date\tclose\n2022-01-01\t1,234.5\n", hints=HINTS)
    assert (seen.delimiter, seen.ready) == ("\t", True)


def test_a_chosen_delimiter_wins() -> None:
    seen = preview("date;close,x\n2022-01-01;1,5\n", Choices(delimiter=",", header=True), HINTS)
    assert seen.header == ("date;close", "x")
    with pytest.raises(Refused):
        preview("date;close\n", Choices(delimiter="x"), HINTS)


def test_ragged_and_wrong_rows_are_rejected_with_their_line() -> None:
    text = '# a file\n\ndate,close\n2022-01-01,1.5\n2022-01-02\n\n2022-01-03,x\n2022-01-04,0\nnow,1\n2022-01-05,"1\n'
    found = parsed(text)
    assert [(one.line, one.refused.problem) for one in found.rejects] == [
        (5, Problem.COLUMN_COUNT),
        (7, Problem.NOT_A_NUMBER),
        (8, Problem.NOT_POSITIVE),
        (9, Problem.NOT_A_TIME),
        (10, Problem.BAD_QUOTES),
    ]
    assert found.summary.rejects[Problem.NOT_A_NUMBER] == 1
    with pytest.raises(Refused) as caught:
        found.complete()
    assert (caught.value.line, caught.value.values["rejects"]) == (5, "5")


@pytest.mark.parametrize(
    ("text", "choices", "first"),
    [
        ("date,close\n2022-01-01,1.5\n", Choices(), "2022-01-01"),
        ("date,close\n2022-01-01,1.5\n", Choices(zone="UTC+8"), "2021-12-31 16:00"),
        ("date,close\n2022-07-01,1.5\n", Choices(zone="Europe/Brussels"), "2022-06-30 22:00"),
        ("Date (UTC+8),close\n2022-01-01 08:00,1.5\n", Choices(), "2022-01-01"),
        ("UID:1,Time Zone:UTC+8\ndate,close\n2022-01-01 08:00:00,1.5\n", Choices(), "2022-01-01"),
        ("date,close\n2022-01-01T08:00:00+08:00,1.5\n", Choices(zone="America/New_York"), "2022-01-01"),
        ("date,time,close\n2022.01.01,13:30,1.5\n", Choices(), "2022-01-01 13:30"),
        ("time,date,close\n13:30,2022.01.01,1.5\n", Choices(), "2022-01-01 13:30"),
        ("unix,date,close\n1640995200,2000-01-01,1.5\n", Choices(), "2022-01-01"),
    ],
)
def test_a_time_is_read_on_its_clock(text: str, choices: Choices, first: str) -> None:
    assert parsed(text, choices).complete().series[0].times_ms.tolist() == [milliseconds(first)]


def test_seconds_and_milliseconds_may_stand_in_one_column() -> None:
    found = parsed("unix,close\n1640995200000,1.5\n1640998800.0,2.5\n1641002400,3.5\n")
    assert found.series[0].times_ms.tolist() == [1640995200000, 1640998800000, 1641002400000]


def test_a_local_time_that_a_clock_change_makes_unsure_is_told() -> None:
    text = "date,close\n2021-03-28 02:30,1.5\n2021-10-31 02:30,1.5\n2021-06-01 00:00,1.5\n"
    found = parsed(text, Choices(zone="Europe/Brussels"))
    assert found.unsure == found.summary.unsure == 2
    assert found.series[0].times_ms.tolist() == [
        milliseconds("2021-03-28 01:30"),
        milliseconds("2021-05-31 22:00"),
        milliseconds("2021-10-31 00:30"),
    ]


@pytest.mark.parametrize("make", [xlsx, ods])
def test_a_workbook_is_read_as_text_is(make) -> None:
    raw = make(ROWS)
    seen = preview(raw, hints=HINTS)
    assert (seen.ready, seen.sheet, seen.sheets) == (True, "Prices", ("Prices",))
    assert parsed(raw).complete().series[0].columns.tolist() == [[10, 12.5, 9, 11], [11, 13, 10, 12.34]]


def test_a_workbooks_numbers_and_dates_are_certain() -> None:
    raw = xlsx([["date", "close"], [(44562,), 1.234], [(44563.5,), 2.345], ["2022-01-05", 1e-7], ["x", True]])
    found = parsed(raw)
    assert found.series[0].columns[:, 0].tolist() == [1.234, 2.345, 1e-7]
    assert found.series[0].times_ms.tolist() == list(
        map(milliseconds, ("2022-01-01", "2022-01-02 12:00", "2022-01-05"))
    )
    assert [(one.line, one.text) for one in found.rejects] == [(5, "x,True")]


def test_several_sheets_of_prices_are_asked() -> None:
    other = [["date", "close"], ["2022-01-01", 7]]
    raw = xlsx_of({"Notes": sheet_xml([["hello"]]), "A": sheet_xml(ROWS), "B": sheet_xml(other)})
    (question,) = preview(raw, hints=HINTS).questions
    assert (question.kind, question.choices) == (Ask.SHEET, ("A", "B"))
    assert parsed(raw, Choices(sheet="B")).series[0].columns.tolist() == [[7]]
    with pytest.raises(Refused) as caught:
        preview(raw, Choices(sheet="C"), HINTS)
    assert (caught.value.problem, caught.value.field) == (Problem.FIELD_TYPE, "sheet")


def far_cell() -> bytes:
    cells = f'<row r="1">{cell("A1", 1)}</row><row r="1048576">{cell("XFD1048576", 2)}</row>'
    return xlsx_of({"P": f'{XML}<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'})


def entities() -> bytes:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return xlsx_of({"P": f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{lines}]>{sheet_xml(ROWS)[len(XML) :]}'})


def repeated_cells() -> bytes:
    one = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
    full = one.replace("/>", "><text:p>1</text:p></table:table-cell>")
    return ods_of(f'<table:table-row table:number-rows-repeated="1048576">{full}</table:table-row>')


def lying_directory() -> bytes:
    raw = xlsx_of({"P": sheet_xml(ROWS)}, {"xl/sharedStrings.xml": b"a" * (200 << 20)})
    size = (200 << 20).to_bytes(4, "little")
    return raw.replace(size, (1000).to_bytes(4, "little"))


BOMBS = {
    "larger than 100 MB": lambda: xlsx_of({"P": sheet_xml(ROWS)}, {"xl/sharedStrings.xml": b"a" * (150 << 20)}),
    "denser than 100 : 1": lambda: xlsx_of({"P": sheet_xml(ROWS)}, {"xl/sharedStrings.xml": b"a" * (40 << 20)}),
    "a cell far off": far_cell,
    "entities": entities,
    "repeated cells": repeated_cells,
    "a directory that lies": lying_directory,
}
MEASURED = """
import re, sys, time
from pathlib import Path
from desktop_app.domain.problems import Refused
from desktop_app.feeds.files.importing import preview
def peak():
    return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
raw = Path(sys.argv[1]).read_bytes()
before, begun = peak(), time.perf_counter()
try:
    preview(raw)
    print("read")
except Refused as refused:
    print(refused.problem.value, time.perf_counter() - begun, peak() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="the system does not tell the peak of memory")
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_at_once_and_unpacks_nothing(bomb: str, tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(BOMBS[bomb]())
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, check=True, env=environment, text=True
    )
    problem, seconds, grown = done.stdout.split()
    assert problem in (Problem.UNPACKS_TOO_LARGE.value, Problem.NOT_A_WORKBOOK.value)
    assert float(seconds) <= 1
    assert float(grown) <= 50


def test_an_empty_sheet_end_is_no_bomb() -> None:
    end = (
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    text = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    assert read_workbook(ods_of(f"<table:table-row>{text}</table:table-row>{end}")).rows == (("x",),)


@pytest.mark.parametrize("raw", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 100, archive({"a.txt": "b"}), xlsx(ROWS)[:-30]])
def test_a_damaged_workbook_is_refused(raw: bytes) -> None:
    with pytest.raises(Refused) as caught:
        preview(raw, hints=HINTS)
    assert caught.value.problem is Problem.NOT_A_WORKBOOK


@given(st.data())
@settings(max_examples=60)
def test_a_workbook_with_any_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(
        data.draw(st.sampled_from([xlsx(ROWS), ods(ROWS), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)]))
    )
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(8, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        parse(bytes(raw), hints=HINTS)
    except Refused:
        return


def test_what_is_no_workbook_is_not_taken_for_one() -> None:
    assert not is_workbook(b"date,close\n")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("-2+3", "'-2+3"),
        (" =1", "' =1"),
        ("-12.5", "-12.5"),
        ("+1e5", "+1e5"),
        ("2022-01-01,x", "2022-01-01,x"),
        ("", ""),
    ],
)
def test_a_cell_that_would_run_is_made_safe(text: str, safe: str) -> None:
    assert safe_cell(text) == safe


def test_the_file_of_rejects_tells_line_reason_and_row() -> None:
    rejects = [
        Reject(3, '=HYPERLINK("x"),1', Refused(Problem.NOT_A_TIME, field="date", value="x")),
        Reject(9, "2022-01-01,-1", Refused(Problem.NOT_POSITIVE, field="=close", value="-1")),
    ]
    assert list(csv.reader(io.StringIO(reject_file(rejects)))) == [
        ["line", "reason", "field", "row"],
        ["3", "not_a_time", "date", '\'=HYPERLINK("x"),1'],
        ["9", "not_positive", "'=close", "2022-01-01,-1"],
    ]


def any_source() -> st.SearchStrategy[bytes | str]:
    start = st.sampled_from(
        [b"", b"date,close\n2022-01-01,1\n", b"\xff\xfe", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
    )
    raw = st.tuples(start, st.binary(max_size=120)).map(b"".join)
    words = st.sampled_from(
        ["date", "close", "2022-01-01", "01/02/03", "1.234", "\n", ",", ";", '"', "\r", "時間", "收盤", "\t", "("]
    )
    text = st.lists(st.one_of(words, st.text(max_size=3)), max_size=25).map("".join)
    return st.one_of(raw, text, text.map(lambda one: one.encode("utf-8", "replace")))


def read_or_refused(source: bytes | str) -> None:
    for language in ("en", "zh_TW"):
        try:
            preview(source, hints=Hints("BTCUSDT.csv", language))
            found = parse(source, hints=Hints("BTCUSDT.csv", language))
        except Refused:
            continue
        assert all((series.columns > 0).all() for series in found.series)
        assert reject_file(found.rejects)


@given(any_source())
@settings(max_examples=100)
def test_any_bytes_and_any_text_are_read_or_refused(source: bytes | str) -> None:
    read_or_refused(source)


@pytest.mark.slow
@given(any_source())
@settings(max_examples=15_000)
def test_any_bytes_and_any_text_are_read_or_refused_often(source: bytes | str) -> None:
    read_or_refused(source)
