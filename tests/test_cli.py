"""The commands: what they print, and that every error is one line on stderr with exit code 2."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3

from desktop_app import __version__
from desktop_app.cli import run
from desktop_app.storage.profile import Profile, ProfileGuard
from desktop_app.storage.store import Store

ROOT = Path(__file__).resolve().parent.parent
PORTFOLIO = {
    "format": "plimsoll-portfolio",
    "version": 1,
    "loans": [
        {
            "id": "one",
            "name": "Kredit 貸款",
            "platform": "nexo",
            "preset": "nexo",
            "opened": "2026-01-01",
            "collateral": [{"asset": "BTC", "amount": "1"}],
            "debts": [{"asset": "USDT", "amount": "500"}],
        }
    ],
}
PRICES = "date,close\n2026-01-02,1000\n2026-01-03,690\n"


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code and what it said."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a profile that is not there yet."""
    return tmp_path / "profile"


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], folder: Path) -> Command:
    """A function that runs a command on the profile in this process."""

    def call(*words: str | Path, profile: bool = True) -> Ended:
        code = run([*(["--profile", str(folder)] if profile else []), *map(str, words)])
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return call


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """A portfolio file."""
    path = tmp_path / "portfolio.json"
    path.write_text(json.dumps(PORTFOLIO), encoding="utf-8")
    return path


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    """A price file."""
    path = tmp_path / "BTCUSDT.csv"
    path.write_text(PRICES, encoding="utf-8")
    return path


def process(*words: str | Path, **environment: str) -> Ended:
    """Run the program as a person does."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def assert_one_line(ended: Ended) -> str:
    """Check that the command failed in one line, and return that line."""
    assert ended.code == 2
    assert not ended.out
    (line,) = ended.err.splitlines()
    assert line.startswith("plimsoll: ")
    assert "Traceback" not in line
    assert len(line) > len("plimsoll: ") + 5
    return line


def test_an_import_says_what_it_did_and_what_it_found(command: Command, portfolio: Path, prices: Path) -> None:
    first = command("import", portfolio)
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("portfolio.json: 2 new, 0 changed, 0 as before.")
    second = command("import", prices)
    lines = second.out.splitlines()
    assert lines[0].startswith("BTCUSDT.csv: 2 new prices")
    assert len(lines) == 2
    assert "2026-01-03" in lines[1]
    assert "72.5%" in lines[1]
    assert "0 new prices, 2 known already" in command("import", prices).out


def test_an_import_asks_what_is_open_and_takes_the_answer(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "BTCUSDT.csv"
    path.write_text("date;close\n01/02/2022;1.234\n", encoding="utf-8")
    first = command("import", path)
    assert first.code == 2
    assert "point, comma" in first.err
    second = command("import", path, "--decimals", "comma")
    assert "dmy, mdy" in second.err
    third = command("import", path, "--decimals", "comma", "--dates", "dmy", "--zone", "UTC+8")
    assert (third.code, third.err) == (0, "")
    assert "1 new prices" in third.out or "1 new price" in third.out


def test_a_report_is_a_table_or_json(command: Command, portfolio: Path, prices: Path) -> None:
    command("import", portfolio)
    command("import", prices)
    table = command("report")
    assert (table.code, table.err) == (0, "")
    assert table.out.split() == ["Kredit", "貸款", "72.5%", "stale"]
    found = json.loads(command("report", "--json").out)
    assert found["format"] == "plimsoll-report"
    (loan,) = found["loans"]
    assert (loan["name"], loan["price_state"], loan["crossings"][0]["date"]) == ("Kredit 貸款", "stale", "2026-01-03")


def test_a_loan_without_a_price_is_told_as_missing(command: Command, portfolio: Path) -> None:
    command("import", portfolio)
    assert command("report").out.split() == ["Kredit", "貸款", "-", "missing"]


def test_an_empty_profile_says_that_nothing_is_watched(command: Command, folder: Path) -> None:
    Profile(folder).prepare()
    with Store.open(Profile(folder).database):
        pass
    assert command("report") == Ended(0, "No loan is watched yet.\n", "")
    assert json.loads(command("report", "--json").out)["loans"] == []


def test_the_demonstration_reports_and_stores_nothing(command: Command, folder: Path) -> None:
    found = command("--demo", "report")
    assert found.code == 0
    assert len(found.out.splitlines()) == 3
    assert not folder.exists()


def test_a_stress_test_is_a_table_or_json(command: Command, portfolio: Path, prices: Path) -> None:
    command("import", portfolio)
    assert "No loan can be tested yet." in command("stress").out
    command("import", prices, "--asset", "BTC", "--currency", "USD")
    lines = command("stress").out.splitlines()
    assert lines[0].startswith("Today")
    assert any(line.startswith("Everything −40%") and "1 sold" in line for line in lines)
    found = json.loads(command("stress", "--json").out)
    assert (found["format"], found["odds"]) == ("plimsoll-stress", None)
    told = {one["id"]: one for one in found["scenarios"]}
    assert told["all-40"]["loans"][0]["depth"] == "liquidation"
    assert told["replay-2020"]["happens"]["episode"] == "2020-03-12"


def test_odds_are_the_same_for_the_same_seed_and_told_where_there_is_no_history(
    command: Command, portfolio: Path, prices: Path
) -> None:
    command("import", portfolio)
    command("import", prices, "--asset", "BTC", "--currency", "USD")
    words = ("stress", "--odds", "--json", "--model", "fat_tailed", "--futures", "100", "--days", "20")
    first, other = (json.loads(command(*words, "--seed", seed).out)["odds"] for seed in ("1", "2"))
    assert first == json.loads(command(*words).out)["odds"]
    assert (first["basis"], first["futures"]) == ("table", 8192)
    assert first["loans"][0]["margin_call"] != other["loans"][0]["margin_call"]
    assert "seed 1" in command(*[word for word in words if word != "--json"]).out
    assert "60 days of prices" in assert_one_line(command("stress", "--odds"))


def test_help_and_version_are_told(command: Command) -> None:
    assert __version__ in command("--version", profile=False).out
    for words in (["--help"], ["import", "--help"], ["report", "-h"]):
        found = command(*words)
        assert (found.code, found.err) == (0, "")
        assert "Usage: plimsoll" in found.out


def test_without_a_folder_the_persons_own_is_used(command: Command, portfolio: Path, home: Path) -> None:
    assert command("import", portfolio, profile=False).code == 0
    (database,) = home.rglob("plimsoll.db")
    assert database.stat().st_mode & 0o777 == 0o600


BAD_WORDS = [
    ["frobnicate"],
    ["--frobnicate"],
    ["import"],
    ["import", "a.csv", "b.csv"],
    ["import", "--frobnicate", "a.csv"],
    ["import", "--asset"],
    ["report", "--xml"],
    ["report", "extra"],
    ["shot"],
    ["shot", "nowhere", "a.png"],
    ["shot", "overview", "a.png", "--size", "big"],
    ["shot", "overview", "a.png", "--size", "²x²"],
    ["shot", "overview", "a.png", "--size", "1x1"],
    ["shot", "overview", "a.png", "--theme", "pink"],
    ["shot", "overview", "/no/such/folder/a.png"],
]


@pytest.mark.parametrize("words", BAD_WORDS, ids=" ".join)
def test_a_command_that_is_none_is_told_in_one_line(command: Command, words: list[str]) -> None:
    assert_one_line(command(*words))


def test_a_profile_that_is_a_file_is_told_in_one_line(command: Command, portfolio: Path) -> None:
    assert_one_line(command("--profile", portfolio, "report", profile=False))
    assert_one_line(command("--profile", portfolio / "below", "import", portfolio, profile=False))


def _file(name: str, raw: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(raw)
        return folder / name

    return write


def _big(name: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        with (folder / name).open("wb") as file:
            file.truncate(200 << 20)
        return folder / name

    return write


BAD_FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda folder: folder / "gone.csv", "gone.csv"),
    "folder": (lambda folder: folder, ""),
    "folder by name": (lambda folder: _folder(folder / "x.json"), "x.json"),
    "no json": (_file("x.json", b"{"), "line 1"),
    "nan": (_file("x.json", b'{"version": NaN}'), "line 1"),
    "long number": (_file("x.json", b'{"version": ' + b"9" * 5000 + b"}"), "version"),
    "no portfolio": (_file("x.json", b"[]"), "line 1"),
    "binary": (_file("x.json", b"\xff\xfe\x00"), "x.json"),
    "newer": (_file("x.json", b'{"format": "plimsoll-portfolio", "version": 99}'), "version"),
    "no prices": (_file("BTC.csv", b"a,b\n1,2\n"), "line 1"),
    "bad row": (_file("BTC.csv", b"date,close\n2026-01-01,x\n"), "line 2, field close"),
    "open quote": (_file("BTC.csv", b'"date,close\n'), "line 1"),
    "empty": (_file("BTC.csv", b""), "rows"),
    "nul": (_file("BTC.csv", b"\0\0\0"), "BTC.csv is no UTF-8 text"),
    "no asset": (_file("_USD.csv", PRICES.encode()), "_USD.csv"),
    "no asset either": (_file(f"{'A' * 40}USDT.csv", PRICES.encode()), "USDT.csv"),
    "too big": (_big("BTC.csv"), "100 MB"),
    "line end in its name": (_file("a\nb.csv", PRICES.encode()), "a b.csv"),
}


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


@pytest.mark.parametrize(("write", "told"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_cannot_be_imported_is_told_in_one_line(
    command: Command, tmp_path: Path, write: Callable[[Path], Path], told: str
) -> None:
    assert told in assert_one_line(command("import", write(tmp_path)))


@pytest.mark.parametrize("option", ["--asset", "--currency"])
def test_an_asset_that_is_none_is_told_in_one_line(command: Command, prices: Path, option: str) -> None:
    assert "'!!'" in assert_one_line(command("import", prices, option, "!!")).replace('"', "'").replace("!!", "'!!'")


def test_a_report_without_a_profile_is_told_and_makes_none(command: Command, folder: Path) -> None:
    assert str(folder) in assert_one_line(command("report"))
    assert not folder.exists()
    folder.mkdir()
    assert_one_line(command("report"))
    assert not list(folder.iterdir())


def test_a_profile_that_is_in_use_is_told_and_can_be_read(command: Command, folder: Path, portfolio: Path) -> None:
    command("import", portfolio)
    with ProfileGuard(Profile(folder)):
        assert str(os.getpid()) in assert_one_line(command("import", portfolio))
        assert command("report").code == 0
    assert command("import", portfolio).code == 0


@pytest.mark.parametrize("words", [["report"], ["report", "--json"], ["import"]], ids=" ".join)
def test_a_newer_file_is_told_and_left_alone(command: Command, folder: Path, portfolio: Path, words: list[str]) -> None:
    command("import", portfolio)
    connection = sqlite3.connect(Profile(folder).database)
    connection.execute("PRAGMA user_version=999")
    connection.close()
    before = Profile(folder).database.read_bytes()
    line = assert_one_line(command(*words, *([portfolio] if words == ["import"] else [])))
    assert "newer version" in line
    assert Profile(folder).database.read_bytes() == before


@pytest.mark.parametrize("words", [["report"], ["report", "--json"], ["import"]], ids=" ".join)
@pytest.mark.parametrize("harm", ["foreign", "damaged", "folder", "cut"])
def test_a_file_that_is_no_profile_is_told_in_one_line(
    command: Command, folder: Path, portfolio: Path, words: list[str], harm: str
) -> None:
    command("import", portfolio)
    database = Profile(folder).database
    raw = bytearray(database.read_bytes())
    if harm == "foreign":
        database.write_bytes(b"a diary\n" * 1000)
    elif harm == "damaged":
        raw[4096:] = b"\xa5" * (len(raw) - 4096)
        database.write_bytes(bytes(raw))
    elif harm == "cut":
        database.write_bytes(bytes(raw[: len(raw) // 2]))
    else:
        database.unlink()
        database.mkdir()
    assert_one_line(command(*words, *([portfolio] if words == ["import"] else [])))


def test_a_damaged_page_costs_a_line_and_no_traceback(command: Command, folder: Path, portfolio: Path) -> None:
    command("import", portfolio)
    database = Profile(folder).database
    sound = database.read_bytes()
    told = 0
    for start in range(4096, len(sound), 4096):
        database.write_bytes(sound[:start] + b"\xff" * 64 + sound[start + 64 :])
        found = command("report", "--json")
        if found.code:
            assert "damaged" in assert_one_line(found)
            told += 1
    assert told > 3


def test_a_terminal_that_knows_few_letters_gets_what_it_can_show(folder: Path, portfolio: Path) -> None:
    imported = process("--profile", folder, "import", portfolio, PYTHONIOENCODING="ascii")
    assert (imported.code, imported.err) == (0, "")
    told = process("--profile", folder, "report", PYTHONIOENCODING="ascii")
    assert (told.code, told.err) == (0, "")
    assert "Kredit" in told.out


@pytest.mark.parametrize(
    "words", [["frobnicate"], ["import", "gone.csv"], ["--profile", "gone", "report"]], ids=" ".join
)
def test_the_program_itself_fails_in_one_line(words: list[str]) -> None:
    assert_one_line(process(*words))


def test_what_was_entered_is_exported_and_imported_again(command: Command, tmp_path: Path, folder: Path) -> None:
    source = tmp_path / "in.json"
    source.write_text(json.dumps(PORTFOLIO), encoding="utf-8")
    assert command("import", source).code == 0
    out = tmp_path / "out.json"
    assert command("export", out).out.strip() == str(out)
    assert out.stat().st_mode & 0o777 == 0o600
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["loans"][0]["name"] == "Kredit 貸款"
    assert command("export", out).code == 2
    assert "add --force" in command("export", out).err
    assert command("export", out, "--force").code == 0
    before = command("report", "--json").out
    (folder / "plimsoll.db").rename(folder / "old.db")
    assert command("import", out).code == 0
    loans = [json.loads(one)["loans"][0] for one in (before, command("report", "--json").out)]
    assert loans[0]["ltv"] == loans[1]["ltv"]
    assert loans[0]["levels"] == loans[1]["levels"]


def test_a_backup_is_taken_listed_and_put_back(command: Command, tmp_path: Path, folder: Path) -> None:
    source = tmp_path / "in.json"
    source.write_text(json.dumps(PORTFOLIO), encoding="utf-8")
    command("import", source)
    taken = Path(command("backup").out.strip())
    assert taken.parent == folder / "backups"
    assert str(taken) in command("restore", "--list").out
    changed = json.loads(json.dumps(PORTFOLIO))
    changed["loans"][0] |= {"id": "two", "name": "Two"}
    source.write_text(json.dumps(changed), encoding="utf-8")
    command("import", source)
    assert len(json.loads(command("report", "--json").out)["loans"]) == 2
    assert "is in place" in command("restore", taken).out
    assert len(json.loads(command("report", "--json").out)["loans"]) == 1
    assert command("restore").code == 2
    assert command("check").out.strip() == "Everything is as it was saved."


def test_damage_is_told_by_check(command: Command, tmp_path: Path, folder: Path) -> None:
    source = tmp_path / "in.json"
    source.write_text(json.dumps(PORTFOLIO), encoding="utf-8")
    command("import", source)
    with sqlite3.connect(folder / "plimsoll.db") as connection:
        connection.execute("update loans set name = 'Another'")
    connection.close()
    found = command("check")
    assert found.code == 1
    assert "loans" in found.out
