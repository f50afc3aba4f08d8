"""The golden cases: figures computed without this program, which its own functions must reproduce."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import adapters_alerts  # noqa: F401  (registers its adapters)
import adapters_earn  # noqa: F401
import adapters_imports  # noqa: F401
import adapters_prices  # noqa: F401
import adapters_risk  # noqa: F401
import pytest
from adapters import ADAPTERS
from adapters_lending import FILES
from comparing import differences

HERE = Path(__file__).parent
CASES = HERE / "cases.json"
NOT_BUILT = HERE / "not_built.txt"

Case = dict[str, Any]


def load(path: Path) -> list[Case]:
    """Return the cases in a file of golden cases."""
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["cases"]


def not_built() -> list[str]:
    """Return the kinds that the program cannot compute yet."""
    lines = NOT_BUILT.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def name_of(case: Case) -> str:
    """Return what a case is called in a report."""
    return f"{case['group']}-{case['kind']}-{case['name']}"


def files_of(inputs: object) -> Iterator[str]:
    """Yield every data file that inputs name, however deep."""
    if isinstance(inputs, str) and inputs.endswith((".csv", ".json")):
        yield inputs
    elif isinstance(inputs, dict | list):
        for inner in inputs.values() if isinstance(inputs, dict) else inputs:
            yield from files_of(inner)


def check(case: Case, data: Path) -> None:
    """Run one case and fail with every output that differs."""
    wanted = [*files_of(case["inputs"]), *FILES.get(case["kind"], ())]
    missing = [name for name in wanted if not (data / name).is_file()]
    if missing:
        pytest.skip(f"there is no {data / missing[0]}")
    kind = case["kind"]
    if kind not in ADAPTERS and kind in not_built():
        pytest.skip(f"{kind} is not built yet")
    assert kind in ADAPTERS, f"no adapter for {kind}"
    found = ADAPTERS[kind](case["inputs"], data)
    wrong = list(differences(case["outputs"], found, Decimal(case.get("tolerance_rel", "1e-9"))))
    assert not wrong, "\n".join([f"{name_of(case)}:", *wrong])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make one test of every case."""
    if "case" in metafunc.fixturenames:
        cases = load(metafunc.config.getoption("--reference") or CASES)
        metafunc.parametrize("case", cases, ids=[name_of(case) for case in cases])
    if "more" in metafunc.fixturenames:
        cases = load(HERE / "more_cases.json")
        metafunc.parametrize("more", cases, ids=[name_of(case) for case in cases])


def test_case(case: Case, pytestconfig: pytest.Config) -> None:
    check(case, pytestconfig.getoption("--data"))


def test_further_case(more: Case) -> None:
    check(more, HERE / "data")


def test_every_kind_has_an_adapter_or_is_listed_as_not_built() -> None:
    kinds = {case["kind"] for case in load(CASES)}
    assert kinds - set(ADAPTERS) == set(not_built())


def test_the_list_of_what_is_not_built_only_shrinks() -> None:
    listed = not_built()
    assert not set(listed) & set(ADAPTERS), "take a kind off the list once it has an adapter"
    assert listed == sorted(set(listed))


def test_further_cases_cover_every_adapter() -> None:
    assert {case["kind"] for case in load(HERE / "more_cases.json")} == set(ADAPTERS)


@pytest.mark.parametrize(
    ("expected", "actual", "told"),
    [
        ({"a": "1"}, {}, ["outputs.a: missing"]),
        ({"a": {"b": ["1", "2"]}}, {"a": {"b": [1, 3]}}, ["outputs.a.b[1]: expected '2', got 3"]),
        ("1", Decimal("1.0000000009"), []),
        ("1", Decimal("1.0000000011"), ["outputs: expected '1', got 1.0000000011"]),
        ("0", Decimal("1e-9"), ["outputs: expected '0', got 1E-9"]),
        (None, Decimal(0), ["outputs: expected None, got 0"]),
        (True, 1, ["outputs: expected True, got 1"]),
        (1, True, ["outputs: expected 1, got True"]),
        ("2022-01-04", "2022-01-05", ["outputs: expected '2022-01-04', got '2022-01-05'"]),
        ([], ["1"], ["outputs: expected 0 entries, got ['1']"]),
        ({"a": "1"}, {"a": "1", "b": "2"}, []),
    ],
)
def test_a_difference_is_told_with_its_path(expected: object, actual: object, told: list[str]) -> None:
    assert list(differences(expected, actual, Decimal("1e-9"))) == told


def test_a_kind_that_nobody_knows_fails(tmp_path: Path) -> None:
    case = {"group": "x", "kind": "loan.unheard_of", "name": "one", "inputs": {}, "outputs": {}}
    with pytest.raises(AssertionError, match=r"no adapter for loan\.unheard_of"):
        check(case, tmp_path)


def test_a_case_without_its_data_file_is_skipped(tmp_path: Path) -> None:
    case = {
        "group": "x",
        "kind": "replay.daily",
        "name": "one",
        "inputs": {"legs": [["gone.csv", "1"]]},
        "outputs": {},
    }
    with pytest.raises(pytest.skip.Exception, match=r"gone\.csv"):
        check(case, tmp_path)
