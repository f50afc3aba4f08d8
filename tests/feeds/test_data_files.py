"""The program's own data: presets with a source and a date for every figure, assets without ambiguity."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.assets import AssetKind
from desktop_app.domain.loans.document import terms_from_document, terms_to_document
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.resources import historic_falls, known_assets, presets, resource
from desktop_app.feeds.files.assets import parse_assets, parse_symbols
from desktop_app.feeds.files.presets import parse_preset

VENUES = sorted(resource("presets", "venues").glob("*.json"))


@pytest.mark.parametrize("path", VENUES, ids=lambda path: path.stem)
def test_every_preset_tells_its_source_and_date(path: Path) -> None:
    preset = parse_preset(path.read_text(encoding="utf-8"))
    assert preset.id == path.stem
    assert preset.name
    assert preset.platform_name
    for rule in preset.rules:
        assert rule.valid_from <= date.today()
        assert rule.terms.source, "a figure without a source"
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", rule.terms.as_of), "a figure without a date"
        assert terms_from_document(terms_to_document(rule.terms)) == rule.terms


def test_presets_are_found_by_their_identifier_in_order_of_name() -> None:
    assert set(presets()) == {path.stem for path in VENUES}
    names = [preset.name.casefold() for preset in presets().values()]
    assert names == sorted(names)


def nexo() -> Any:
    return json.loads(resource("presets", "venues", "nexo.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("days", "field"), [([], "rules"), (["2024-01-01", "2023-01-01"], "rules"), (["2024-01-01", "2024-01-01"], "rules")]
)
def test_rules_stand_in_order_of_time(days: list[str], field: str) -> None:
    document = nexo()
    document["rules"] = [{**document["rules"][0], "valid_from": day} for day in days]
    with pytest.raises(Refused) as caught:
        parse_preset(json.dumps(document))
    assert (caught.value.problem, caught.value.field) == (Problem.FIELD_TYPE, field)


def test_a_preset_with_a_field_too_many_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        parse_preset(json.dumps({**nexo(), "colour": "blue"}))
    assert (caught.value.problem, caught.value.field) == (Problem.FIELD_UNKNOWN, "colour")


def test_no_two_assets_share_a_code_or_an_identifier() -> None:
    entries = json.loads(resource("assets.json").read_text(encoding="utf-8"))
    codes = [entry["code"] for entry in entries]
    identifiers = [entry["coingecko"] for entry in entries if entry.get("coingecko")]
    assert len(set(codes)) == len(codes)
    assert len(set(identifiers)) == len(identifiers)


def test_an_asset_list_gives_assets_and_identifiers() -> None:
    assets, identifiers = parse_assets(
        '[{"code": "X", "name": "Ex", "kind": "fiat"}, {"code": "Y", "name": "Y", "coingecko": "why"}]'
    )
    assert assets["X"].kind is AssetKind.FIAT
    assert identifiers == {"Y": "why"}


def test_a_source_calls_an_asset_by_its_code_unless_the_list_tells_another_name() -> None:
    found = parse_symbols(
        '[{"code": "X", "name": "Ex", "coingecko": "ex", "symbols": {"kraken": "XX", "okx": null}},'
        ' {"code": "EUR", "name": "Euro", "kind": "fiat"}, {"code": "APE", "name": "Ape", "kind": "nft"}]'
    )
    assert found["kraken"] == {"X": "XX"}
    assert found["okx"] == {}
    assert found["gate"] == {"X": "X"}
    assert found["coingecko"] == found["defillama"] == {"X": "ex"}
    assert found["ecb"] == {"EUR": "EUR"}


@pytest.mark.parametrize(
    ("symbols", "problem", "field"),
    [
        ({"nosuch": "X"}, Problem.FIELD_UNKNOWN, "[0].symbols.nosuch"),
        ({"okx": ""}, Problem.FIELD_TYPE, "[0].symbols.okx"),
        ({"okx": "X-Y"}, Problem.FIELD_TYPE, "[0].symbols.okx"),
        ({"okx": "a/b?c"}, Problem.FIELD_TYPE, "[0].symbols.okx"),
        ({"okx": 5}, Problem.FIELD_TYPE, "[0].symbols[...]"),
        ({"okx": "Y"}, Problem.TWICE, "[1].symbols.okx"),
    ],
)
def test_a_name_that_cannot_be_or_is_ambiguous_is_refused(symbols: Any, problem: Problem, field: str) -> None:
    text = json.dumps([{"code": "X", "name": "Ex", "symbols": symbols}, {"code": "Y", "name": "Y"}])
    with pytest.raises(Refused) as caught:
        parse_symbols(text)
    assert (caught.value.problem, caught.value.field) == (problem, field)


def test_pegged_assets_and_currencies_are_steady() -> None:
    steady = known_assets().steady("USD")
    assert {"USD", "USDT", "USDC", "EUR"} <= steady
    assert not {"BTC", "ETH"} & steady
    assert "USDT" not in known_assets().steady("EUR")


def test_historic_falls_are_told_with_their_source() -> None:
    falls = historic_falls()
    assert falls
    assert all(0 < fall.fall < 1 and fall.source for fall in falls)
    assert len({fall.id for fall in falls}) == len(falls)
