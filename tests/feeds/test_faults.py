"""The fault matrix: whatever a source is told, it raises a FetchError or tells the truth, in time, in little memory."""

import asyncio
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from faults import OVERDUE, TOKENS, answer, in_the_answer, on_the_wire, saying, switching
from hypothesis import given, settings
from hypothesis import strategies as st
from raw_server import RawServer, Script
from samples import ONE_EACH, SAMPLES, Found, Sample, answered, names_of

from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.feeds.client import FetchError, HttpClient

DEADLINE_S, SLACK_S = 0.1, 0.5
Start = Callable[[Script], RawServer]
STATM = Path("/proc/self/statm")


def resident_mb() -> float:
    return int(STATM.read_text().split()[1]) * 4096 / 1e6 if STATM.exists() else 0.0


async def fetched(sample: Sample, client: HttpClient, base: str) -> Found | FetchError:
    try:
        return await sample.ask(client, base)
    except FetchError as error:
        return error


@pytest.mark.parametrize("offer", ["quotes", "candles", "rates"])
def test_every_registered_source_is_in_the_matrix(offer: str) -> None:
    assert sorted(names_of(offer)) == sorted(sample.source for sample in SAMPLES if sample.offer == offer)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_good_answer_is_read(raw_server: Start, sample: Sample) -> None:
    server = raw_server(saying(answer(sample.body().encode())))

    async def once() -> Found | FetchError:
        async with HttpClient() as client:
            return await fetched(sample, client, server.base)

    found = asyncio.run(once())
    assert not isinstance(found, FetchError), found
    assert len(found) == 1
    assert not sample.wrong(found)
    assert (found[0].source, found[0].asset) == (sample.source, sample.asset)
    if isinstance(found[0], Quote):
        assert found[0].price == sample.expected


@pytest.mark.parametrize("sample", ONE_EACH, ids=lambda sample: sample.name)
def test_a_late_answer_is_a_fault_at_the_deadline(raw_server: Start, sample: Sample) -> None:
    async def once(base: str) -> tuple[Found | FetchError, float]:
        async with HttpClient(DEADLINE_S) as client:
            began = time.monotonic()
            return await fetched(sample, client, base), time.monotonic() - began

    async def all_at_once() -> list[tuple[Found | FetchError, float]]:
        return await asyncio.gather(*(once(base) for base in bases))

    bases = [raw_server(script).base for script in OVERDUE.values()]
    for name, (found, took) in zip(OVERDUE, asyncio.run(all_at_once()), strict=True):
        assert isinstance(found, FetchError), name
        assert DEADLINE_S <= took < DEADLINE_S + SLACK_S, name


@pytest.mark.parametrize("sample", ONE_EACH, ids=lambda sample: sample.name)
def test_every_fault_of_the_wire_is_a_fetch_error(raw_server: Start, sample: Sample) -> None:
    scripts = on_the_wire(sample.body().encode())
    waiting = list(scripts.values())
    server = raw_server(switching(waiting))
    clock = [0.0]

    async def each() -> dict[str, Found | FetchError]:
        found = {}
        async with HttpClient(5.0, clock=lambda: clock[0]) as client:
            for name in scripts:
                found[name] = await fetched(sample, client, server.base)
                waiting.pop(0)
                clock[0] += 7200.0  # whatever rest the last fault brought is over
        return found

    before = resident_mb()
    outcomes = asyncio.run(each())
    assert resident_mb() - before < 20
    believed = {name: found for name, found in outcomes.items() if not isinstance(found, FetchError)}
    assert not believed


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_nothing_wrong_in_an_answer_is_believed(sample: Sample) -> None:
    cases = list(in_the_answer(sample))
    assert len(cases) > 80 or not sample.is_json
    believed = {}
    for name, body in cases:
        found = answered(sample, body)
        if not isinstance(found, FetchError) and sample.wrong(found):
            believed[name] = found
    assert not believed


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_bad_bodies_come_over_the_wire_too(raw_server: Start, sample: Sample) -> None:
    bodies = [sample.body(price=token) for token in TOKENS] + [sample.twice(), '{"a":1,"a":2}']
    waiting = list(bodies)
    server = raw_server(lambda connection, over: connection.sendall(answer(waiting[0].encode())))
    clock = [0.0]

    async def each() -> list[object]:
        wrong: list[object] = []
        async with HttpClient(5.0, clock=lambda: clock[0]) as client:
            for _ in bodies:
                found = await fetched(sample, client, server.base)
                wrong += [] if isinstance(found, FetchError) else sample.wrong(found)
                waiting.pop(0)
                clock[0] += 7200.0
        return wrong

    assert not asyncio.run(each())
    assert len(server.requests) == len(bodies)


# The quick profile spreads its examples over the sources; any larger one takes all of them for each.
FEW = settings(max_examples=12 if settings().max_examples <= 40 else settings().max_examples)
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=8),
    st.sampled_from(["0", "200000", "BTC-USDT", "BTCUSDT", "XXBTZUSD", "bitcoin", "60000.5", "1795262370000"]),
)  # fmt: skip
KEYS = st.one_of(
    st.sampled_from(["code", "data", "error", "result", "XXBTZUSD", "bitcoin", "usd", "coins", "prices", "last", "time",
                     "symbol", "instId", "ts", "price", "ticker", "c"]),
    st.text(max_size=6),
)  # fmt: skip
ANY_JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))


def sound(sample: Sample, found: Found | FetchError) -> bool:
    """Tell whether an outcome is what may come out of a source."""
    if isinstance(found, FetchError):
        return bool(str(found))
    return all(
        thing.source == sample.source
        and thing.asset == sample.asset
        and (not isinstance(thing, Quote) or (thing.price.is_finite() and thing.at.tzinfo is not None))
        and (not isinstance(thing, Candle) or 0 < thing.low <= min(thing.open, thing.close, thing.high))
        for thing in found
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
@FEW
@given(body=ANY_JSON)
def test_any_json_brings_something_sound_or_a_fault(sample: Sample, body: Any) -> None:
    assert sound(sample, answered(sample, json.dumps(body)))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
@FEW
@given(data=st.data())
def test_any_change_of_a_good_answer_brings_something_sound_or_a_fault(sample: Sample, data: st.DataObject) -> None:
    good = sample.body()
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(start + 30, len(good))))
    new = data.draw(
        st.one_of(st.text(max_size=12), st.sampled_from(TOKENS), st.sampled_from(["]", "}", '"', ",", "[", "{"]))
    )
    assert sound(sample, answered(sample, good[:start] + new + good[end:]))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
@FEW
@given(body=st.binary(max_size=80))
def test_any_bytes_bring_something_sound_or_a_fault(sample: Sample, body: bytes) -> None:
    assert sound(sample, answered(sample, body))
