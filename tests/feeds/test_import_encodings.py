"""No text is read in a wrong encoding without a word: what is not certain is asked."""

import codecs
import itertools

import pytest

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.choices import Ask, Choices, Hints
from desktop_app.feeds.files.encoding import ENCODINGS, decode, find_encodings
from desktop_app.feeds.files.importing import parse, preview

MARKS = {
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-16-le-mark": codecs.BOM_UTF16_LE,
    "utf-16-be-mark": codecs.BOM_UTF16_BE,
}
WRITTEN = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-16-le-mark": "utf-16-le",
    "utf-16-be-mark": "utf-16-be",
    "gb18030": "gb18030",
    "big5": "big5",
    "cp1252": "cp1252",
}
DELIMITERS = (",", ";", "\t", "|")
LENGTHS = (1, 3, 200)
# Header and names of assets; each can be written in the encodings that follow.
UNICODE = tuple(name for name in WRITTEN if name.startswith("utf"))
KINDS: dict[str, tuple[tuple[str, str, str], tuple[str, ...], tuple[str, ...]]] = {
    "ascii": (("date", "symbol", "close"), ("BTC", "ETH"), tuple(WRITTEN)),
    "simplified": (("日期", "币种", "收盘价"), ("比特币", "以太坊"), (*UNICODE, "gb18030")),
    "traditional": (("日期", "幣種", "收盤價"), ("比特幣", "以太坊"), (*UNICODE, "gb18030", "big5")),
    "simplified names": (("date", "symbol", "close"), ("比特币", "以太坊"), (*UNICODE, "gb18030")),
    "traditional names": (("date", "symbol", "close"), ("比特幣", "以太坊"), (*UNICODE, "gb18030", "big5")),
    "one name": (("date", "symbol", "close"), ("以太坊",), (*UNICODE, "gb18030", "big5")),
    "latin": (("date", "symbol", "close"), ("BTC", "ÉTÉ"), (*UNICODE, "cp1252")),
}
CASES = [
    (kind, written, delimiter, length)
    for kind, (_, _, encodings) in KINDS.items()
    for written, delimiter, length in itertools.product(encodings, DELIMITERS, LENGTHS)
]


def text_of(kind: str, delimiter: str, length: int) -> str:
    header, names, _ = KINDS[kind]
    rows = (
        delimiter.join((f"2022-{1 + number // 28 % 12:02}-{1 + number % 28:02}", name, f"{number + 1}.5"))
        for number in range(length)
        for name in names
    )
    return "\n".join([delimiter.join(header), *rows]) + "\n"


def test_the_set_is_large_enough() -> None:
    assert len(CASES) >= 168


@pytest.mark.parametrize("language", ["en", "zh_TW", "zh_CN"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_read_wrongly_without_asking(kind: str, language: str) -> None:
    asked = read = 0
    for _, written, delimiter, length in (case for case in CASES if case[0] == kind):
        text = text_of(kind, delimiter, length)
        raw = MARKS.get(written, b"") + text.encode(WRITTEN[written])
        seen = preview(raw, hints=Hints("prices.csv", language))
        if any(question.kind is Ask.ENCODING for question in seen.questions):
            asked += 1
            question = next(question for question in seen.questions if question.kind is Ask.ENCODING)
            assert WRITTEN[written] in question.choices
            seen = preview(raw, Choices(encoding=WRITTEN[written]), Hints("prices.csv", language))
        read += 1
        rows = [tuple(line.split(delimiter)) for line in text.splitlines()]
        assert seen.delimiter == delimiter
        assert (seen.header, *seen.rows[:40]) == (rows[0], *rows[1:41]), (written, delimiter, length)
    assert read == sum(case[0] == kind for case in CASES)
    if kind in ("ascii", "simplified", "traditional"):
        assert asked == 0, "what is certain is not asked"


def test_what_is_not_used_is_not_asked() -> None:
    raw = "date,close,note\n2022-01-01,5,Größe über Maßen\n".encode("cp1252")
    assert len(find_encodings(raw).names) > 1
    assert not [one for one in preview(raw, hints=Hints("BTC.csv")).questions if one.kind is Ask.ENCODING]


def test_the_language_of_the_window_ranks_what_is_as_likely() -> None:
    raw = "測試".encode("big5")
    first = {language: find_encodings(raw, language).names[0] for language in ("zh_TW", "zh_CN", "en")}
    assert first == {"zh_TW": "big5", "zh_CN": "gb18030", "en": "cp1252"}


def test_an_open_encoding_refuses_the_import_and_names_the_choice() -> None:
    raw = "date,symbol,close\n2022-01-01,以太坊,5.5\n".encode("gb18030")
    with pytest.raises(Refused) as caught:
        parse(raw, hints=Hints("prices.csv", "en"))
    refused = caught.value
    assert refused.problem is Problem.CHOICE_NEEDED
    assert refused.field == Ask.ENCODING.value
    assert "gb18030" in refused.values["choices"]
    (series,) = parse(raw, Choices(encoding="gb18030")).series
    assert series.asset == "ETH"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_is_no_text_is_refused_in_every_encoding(encoding: str) -> None:
    with pytest.raises(Refused) as caught:
        decode(b"a\x00b\x01c\x81\xff\xff", encoding)
    assert caught.value.problem is Problem.NOT_TEXT


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        preview(b"date,close\n2022-01-01,1\n", Choices(encoding="ebcdic"))
    assert (caught.value.problem, caught.value.field) == (Problem.FIELD_TYPE, "encoding")
