"""The portfolio file: what it may say, and for each mistake its line, its field and why."""

import copy
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.events import EventKind
from desktop_app.domain.ledger import replay
from desktop_app.domain.loans.ladder import LevelKind
from desktop_app.domain.portfolio import Portfolio
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.resources import presets
from desktop_app.feeds.files.portfolio import parse_portfolio, read_portfolio

GOOD: dict[str, Any] = {
    "format": "plimsoll-portfolio",
    "version": 1,
    "platforms": [{"id": "bank", "name": "Own bank", "share_limit": "0.4", "note": "mine"}],
    "loans": [
        {
            "id": "one",
            "name": "Own terms",
            "platform": "bank",
            "opened": "2021-11-10",
            "zone": "UTC+8",
            "terms": {
                "levels": [
                    {"kind": "margin_call", "ltv": "0.7", "comparator": ">", "cure_hours": 24},
                    {"kind": "liquidation", "ltv": 0.8},
                ],
                "initial": "0.5",
                "interest": {"period": "hour", "zone": "UTC+8"},
            },
            "collateral": [{"asset": "btc", "amount": "1.5"}],
            "debts": [{"asset": "USDT", "amount": 32441.215, "rate": "0.1"}],
            "events": [
                {"at": "2021-12-01T09:00", "kind": "add_collateral", "asset": "ETH", "amount": "2"},
                {"at": "2021-12-02T09:00:00Z", "kind": "repay", "asset": "USDT", "amount": "100", "note": "first"},
            ],
        },
        {
            "id": "two",
            "name": "Preset",
            "platform": "nexo",
            "preset": "nexo",
            "opened": "2022-01-01",
            "collateral": [{"asset": "BTC", "amount": "1"}],
            "debts": [{"asset": "USDT", "amount": "10000"}],
        },
    ],
    "holdings": [
        {"id": "h", "platform": "bank", "asset": "USDT", "amount": "500", "reserve": True, "reach_hours": "2"}
    ],
}


def parse(document: object) -> Portfolio:
    text = document if isinstance(document, str) else json.dumps(document, indent=1)
    return parse_portfolio(text, presets())


def refusal(document: object) -> Refused:
    with pytest.raises(Refused) as caught:
        parse(document)
    return caught.value


def changed(path: str, value: Any) -> dict[str, Any]:
    """The good document with the value at `path` replaced; ``...`` takes it out."""
    document = copy.deepcopy(GOOD)
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    place: Any = document
    for part in parents:
        place = place[part]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return document


def line_with(document: object, text: str) -> int:
    lines = json.dumps(document, indent=1).splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_a_good_file_is_read() -> None:
    mine = parse(GOOD)
    assert [(platform.id, platform.name, platform.share_limit) for platform in mine.platforms] == [
        ("bank", "Own bank", Decimal("0.4")),
        ("nexo", "Nexo", None),
    ]
    (holding,) = mine.holdings
    assert (holding.asset, holding.amount, holding.reserve, holding.reach_hours) == ("USDT", 500, True, 2)
    one = mine.loan("one")
    assert [event.kind.value for event in one.events] == ["open", "add_collateral", "draw", "add_collateral", "repay"]
    assert one.events[0].at == utc("2021-11-09 16:00")
    assert one.events[3].at == utc("2021-12-01 01:00")
    assert one.events[4].at == utc("2021-12-02 09:00")
    assert one.events[2].amount == Decimal("32441.215")
    held = replay(one.events, utc("2022-01-01"))
    assert held.collateral == {"BTC": Decimal("1.5"), "ETH": Decimal(2)}
    assert held.terms is not None
    assert held.terms.interest.zone == "UTC+8"


def test_a_preset_gives_the_terms_and_its_later_rules() -> None:
    two = parse(GOOD).loan("two")
    assert two.preset == "nexo"
    terms = two.events[0].terms
    assert terms is not None
    assert [str(level.ltv) for level in terms.ladder.levels] == ["0.714", "0.741", "0.769", "0.833"]
    assert terms.ladder.of_kind(LevelKind.LIQUIDATION) is not None
    changing = next(preset for preset in presets().values() if len(preset.rules) > 1)
    document = changed("loans.1.preset", changing.id)
    document["loans"][1] |= {"opened": changing.rules[0].valid_from.isoformat(), "platform": changing.platform}
    later = [event for event in parse(document).loan("two").events if event.kind is EventKind.RULE_CHANGE]
    assert [event.terms for event in later] == [rule.terms for rule in changing.rules[1:]]


def test_an_empty_portfolio_is_one() -> None:
    assert parse({"format": "plimsoll-portfolio", "version": 1}) == Portfolio()


def test_the_same_text_gives_the_same_portfolio() -> None:
    assert parse(GOOD) == parse(GOOD)


OWN = "loans.0.terms"
REFUSALS: list[tuple[str, Any, Problem, str]] = [
    ("format", "other", Problem.FIELD_TYPE, "format"),
    ("format", ..., Problem.FIELD_MISSING, "format"),
    ("version", 2, Problem.NEWER_FORMAT, "version"),
    ("version", 0, Problem.FIELD_TYPE, "version"),
    ("version", "1", Problem.FIELD_TYPE, "version"),
    ("loans", {}, Problem.FIELD_TYPE, "loans"),
    ("surprise", 1, Problem.FIELD_UNKNOWN, "surprise"),
    ("platforms.0.id", "", Problem.FIELD_TYPE, "platforms[0].id"),
    ("platforms.0.id", "no blanks", Problem.FIELD_TYPE, "platforms[0].id"),
    ("platforms.0.name", "", Problem.FIELD_TYPE, "platforms[0].name"),
    ("platforms.0.share_limit", "abc", Problem.FIELD_TYPE, "platforms[0].share_limit"),
    ("platforms.0.share_limit", "NaN", Problem.NOT_A_NUMBER, "platforms[0].share_limit"),
    ("platforms.0.share_limit", "1.1", Problem.NOT_A_FRACTION, "platforms[0].share_limit"),
    ("platforms.0.share_limit", "0", Problem.NOT_A_FRACTION, "platforms[0].share_limit"),
    ("platforms.0.color", "red", Problem.FIELD_UNKNOWN, "platforms[0].color"),
    ("loans.1.id", "one", Problem.TWICE, "loans[1].id"),
    ("loans.0.id", ..., Problem.FIELD_MISSING, "loans[0].id"),
    ("loans.0.name", "", Problem.FIELD_TYPE, "loans[0].name"),
    ("loans.0.platform", "nowhere", Problem.UNKNOWN_PLATFORM, "loans[0].platform"),
    ("loans.0.opened", "yesterday", Problem.NOT_A_TIME, "loans[0].opened"),
    ("loans.0.opened", "0001-01-01", Problem.NOT_A_TIME, "loans[0].opened"),
    ("loans.0.opened", 20211110, Problem.FIELD_TYPE, "loans[0].opened"),
    ("loans.0.zone", "Mars", Problem.NOT_A_ZONE, "loans[0].zone"),
    ("loans.0.collateral", [], Problem.NO_COLLATERAL, "loans[0].collateral"),
    ("loans.0.debts", [], Problem.NO_DEBT, "loans[0].debts"),
    ("loans.0.collateral.0.asset", "B T C!", Problem.NOT_AN_ASSET, "loans[0].collateral[0].asset"),
    ("loans.0.collateral.0.amount", "0", Problem.NOT_POSITIVE, "loans[0].collateral[0].amount"),
    ("loans.0.collateral.0.amount", "-1", Problem.NOT_POSITIVE, "loans[0].collateral[0].amount"),
    ("loans.0.collateral.0.amount", "NaN", Problem.NOT_A_NUMBER, "loans[0].collateral[0].amount"),
    ("loans.0.collateral.0.amount", "1e31", Problem.NOT_A_NUMBER, "loans[0].collateral[0].amount"),
    ("loans.0.collateral.0.amount", "1e-5000", Problem.NOT_A_NUMBER, "loans[0].collateral[0].amount"),
    ("loans.0.collateral.0.amount", True, Problem.FIELD_TYPE, "loans[0].collateral[0].amount"),
    ("loans.0.debts.0.asset", "", Problem.NOT_AN_ASSET, "loans[0].debts[0].asset"),
    ("loans.0.debts.0.amount", "Infinity", Problem.NOT_A_NUMBER, "loans[0].debts[0].amount"),
    ("loans.0.debts.0.rate", "-0.1", Problem.RATE_TOO_HIGH, "loans[0].debts[0].rate"),
    ("loans.0.debts.0.rate", "10.1", Problem.RATE_TOO_HIGH, "loans[0].debts[0].rate"),
    ("loans.0.debts.0.rate", "NaN", Problem.RATE_TOO_HIGH, "loans[0].debts[0].rate"),
    (f"{OWN}.levels", [], Problem.FIELD_TYPE, "loans[0].terms.levels"),
    (f"{OWN}.levels.0.ltv", "70", Problem.NOT_A_FRACTION, "loans[0].terms.levels[0].ltv"),
    (f"{OWN}.levels.0.kind", "panic", Problem.FIELD_TYPE, "loans[0].terms.levels[0].kind"),
    (f"{OWN}.levels.0.ltv", "0.9", Problem.LADDER_ORDER, "loans[0].terms.levels"),
    (f"{OWN}.levels.0.cure_hours", "-1", Problem.NOT_POSITIVE, "loans[0].terms.levels[0].cure_hours"),
    (f"{OWN}.interest.zone", "Nowhere", Problem.NOT_A_ZONE, "loans[0].terms.interest.zone"),
    (f"{OWN}.interest.places", 60, Problem.FIELD_TYPE, "loans[0].terms.interest.places"),
    (f"{OWN}.weights", {"BTC": "2"}, Problem.NOT_A_FRACTION, "loans[0].terms.weights.BTC"),
    (OWN, ..., Problem.FIELD_MISSING, "loans[0].terms"),
    ("loans.1.preset", "unheard_of", Problem.UNKNOWN_PRESET, "loans[1].preset"),
    ("loans.0.events.0.kind", "explode", Problem.FIELD_TYPE, "loans[0].events[0].kind"),
    ("loans.0.events.0.at", "soon", Problem.NOT_A_TIME, "loans[0].events[0].at"),
    ("loans.0.events.0.at", "2021-11-01", Problem.NOT_OPENED, "loans[0].events[0]"),
    ("loans.0.events.0.asset", ..., Problem.FIELD_MISSING, "loans[0].events[0].asset"),
    ("loans.0.events.0.amount", ..., Problem.FIELD_MISSING, "loans[0].events[0].amount"),
    ("loans.0.events.1.amount", "99999", Problem.REPAID_TOO_MUCH, "loans[0].events[1]"),
    ("loans.0.events.1.kind", "rate_change", Problem.FIELD_MISSING, "loans[0].events[1].rate"),
    ("loans.0.events.1.kind", "rule_change", Problem.FIELD_MISSING, "loans[0].events[1].terms"),
    ("loans.0.events.1.kind", "close", Problem.DEBT_LEFT, "loans[0].events[1]"),
    ("loans.0.events.1.kind", "withdraw_collateral", Problem.COLLATERAL_SHORT, "loans[0].events[1]"),
    ("loans.0.events.0.counter_amount", "NaN", Problem.NOT_A_NUMBER, "loans[0].events[0].counter_amount"),
    ("loans.0.events.0.counter_amount", "-1", Problem.NOT_POSITIVE, "loans[0].events[0].counter_amount"),
    ("loans.0.events.0.counter_asset", "!", Problem.NOT_AN_ASSET, "loans[0].events[0].counter_asset"),
    ("loans.0.events.1", {"at": "2022-01-01", "kind": "rate_change", "asset": "USDT", "rate": "0.1", "amount": "NaN"},
     Problem.NOT_A_NUMBER, "loans[0].events[1].amount"),
    ("holdings.0.platform", "nowhere", Problem.UNKNOWN_PLATFORM, "holdings[0].platform"),
    ("holdings.0.amount", "0", Problem.NOT_POSITIVE, "holdings[0].amount"),
    ("holdings.0.asset", "?", Problem.NOT_AN_ASSET, "holdings[0].asset"),
    ("holdings.0.reach_hours", "NaN", Problem.NOT_A_NUMBER, "holdings[0].reach_hours"),
    ("holdings.0.reserve", "yes", Problem.FIELD_TYPE, "holdings[0].reserve"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "value", "problem", "field"),
    REFUSALS,
    ids=[f"{path}={json.dumps(value) if value is not ... else 'absent'}"[:60] for path, value, _, _ in REFUSALS],
)
def test_a_mistake_is_refused_with_line_field_and_reason(path: str, value: Any, problem: Problem, field: str) -> None:
    document = changed(path, value)
    refused = refusal(document)
    assert (refused.problem, refused.field) == (problem, field)
    lines = json.dumps(document, indent=1).splitlines()
    last = field.split(".")[-1].split("[")[0]
    # The line is that of the field itself, or of what should hold it.
    assert f'"{last}"' in lines[refused.line - 1] or lines[refused.line - 1].strip() in ("{", "}") or refused.line == 1


@pytest.mark.parametrize(
    ("path", "value", "text"),
    [
        ("loans.0.collateral.0.amount", "-777", '"-777"'),
        ("loans.1.platform", "nowhere", '"nowhere"'),
        ("holdings.0.reserve", "perhaps", '"perhaps"'),
        (f"{OWN}.levels.1.ltv", "42", '"42"'),
        ("loans.0.events.1.at", "soon", '"soon"'),
        ("platforms.0.colour", "red", '"red"'),
    ],
)
def test_the_line_is_that_of_the_mistake(path: str, value: Any, text: str) -> None:
    document = changed(path, value)
    assert refusal(document).line == line_with(document, text)


START = '{"format": "plimsoll-portfolio", "version": 1'
TEXTS = {
    "empty": ("", Problem.NOT_JSON, 1),
    "words": ("hello", Problem.NOT_JSON, 1),
    "comma": ('{"format": "plimsoll-portfolio",\n "version": 1,}', Problem.NOT_JSON, 2),
    "cut off": (json.dumps(GOOD, indent=1)[:-2], Problem.NOT_JSON, None),
    "two documents": (START + "}\n{}", Problem.NOT_JSON, 2),
    "key twice": (START + ',\n "version": 1}', Problem.TWICE, 2),
    "nested too deep": (START + ', "loans": ' + "[" * 100_000, Problem.NOT_JSON, 1),
    "nan": (START + ',\n "loans": NaN}', Problem.NOT_JSON, 2),
    "infinity": (START + ',\n "loans": -Infinity}', Problem.NOT_JSON, 2),
    "half a character": (START + ',\n "loans": [{"id": "\\ud800"}]}', Problem.NOT_JSON, None),
    "number too long": (START + ',\n "loans": ' + "9" * 6000 + "}", Problem.FIELD_TYPE, 2),
    "number too large": (START + ',\n "loans": 1e99999999999999999999}', Problem.FIELD_TYPE, 2),
    "not an object": ("[]", Problem.FIELD_TYPE, 1),
    "null": ("null", Problem.FIELD_TYPE, 1),
}


@pytest.mark.parametrize(("text", "problem", "line"), TEXTS.values(), ids=TEXTS)
def test_a_text_of_another_form_is_refused(text: str, problem: Problem, line: int | None) -> None:
    refused = refusal(text)
    assert refused.problem is problem
    assert refused.line == line or (line is None and refused.line >= 1)


def test_a_long_number_before_the_mistake_does_not_hide_it() -> None:
    document = changed("loans.0.debts", "mistake")
    text = json.dumps(document, indent=1).replace('"1.5"', "1." + "5" * 6000)
    assert refusal(text).field in ("loans[0].debts", "loans[0].collateral[0].amount")


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], Path]:
    """A function that writes a portfolio file."""

    def write(raw: bytes) -> Path:
        path = tmp_path / "portfolio.json"
        path.write_bytes(raw)
        return path

    return write


def test_a_file_is_read_with_or_without_byte_order_mark(file: Callable[[bytes], Path]) -> None:
    raw = json.dumps(GOOD).encode()
    assert read_portfolio(file(raw), presets()) == read_portfolio(file(b"\xef\xbb\xbf" + raw), presets()) == parse(GOOD)


def test_a_file_that_cannot_be_read_is_refused(
    file: Callable[[bytes], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def problem(path: Path) -> Problem:
        with pytest.raises(Refused) as caught:
            read_portfolio(path, presets())
        return caught.value.problem

    assert problem(tmp_path / "gone.json") is Problem.FILE_MISSING
    assert problem(tmp_path) is Problem.FILE_UNREADABLE
    assert problem(file(b"\xff\xfe{}")) is Problem.NOT_TEXT
    monkeypatch.setattr("desktop_app.feeds.files.portfolio.LARGEST_FILE", 1)
    assert problem(file(b"{}")) is Problem.FILE_TOO_LARGE


def paths_of(document: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = (
        document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    )
    return [path, *(found for name, value in inner for found in paths_of(value, (*path, name)))]


PATHS = [path for path in paths_of(GOOD) if path]
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(
        ["NaN", "-1", "1e400", "sNaN", "Infinity", "0", "1e30", "", "2021-13-01", "9999-12-31", "UTC+14", "\0", "²"]
    ),
    st.text(max_size=6),
    st.builds(list),
    st.builds(dict),
)


@given(st.lists(st.tuples(st.sampled_from(PATHS), ODD), min_size=1, max_size=3))
def test_any_change_to_a_good_file_is_read_or_refused(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    document = copy.deepcopy(GOOD)
    for path, value in changes:
        place: Any = document
        try:
            for part in path[:-1]:
                place = place[part]
            place[path[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took the place away
    found, line = Portfolio(), 1
    try:
        found = parse(document)
    except Refused as refused:
        line = refused.line
    assert line >= 1
    for loan in found.loans:
        assert replay(loan.events, utc("2030-01-01")).at == utc("2030-01-01")


LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8))
KEYS = st.one_of(st.sampled_from(["format", "version", "loans", "platforms", "holdings", "id"]), st.text(max_size=6))
ANY_JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4))


@given(
    st.one_of(
        st.text(max_size=80), ANY_JSON.map(json.dumps), ANY_JSON.map(lambda more: json.dumps({**GOOD, "loans": more}))
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    found = None
    try:
        found = parse(text)
    except Refused as refused:
        found = refused
    assert isinstance(found, Portfolio) or found.problem in Problem
