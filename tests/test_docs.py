"""The documentation is whole: what is made out of the code is up to date, and what is linked is there."""

import importlib.util
import re
import sys
from dataclasses import fields
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from desktop_app import __version__
from desktop_app.cli import plimsoll
from desktop_app.domain.alerts.rule import RuleKind
from desktop_app.engine.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
GUIDES = ("user-guide.md", "user-guide.zh_TW.md", "user-guide.zh_CN.md")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
LARGEST_PICTURE = 150_000


def load(name: str):
    """Return a script of packaging/ as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


reference = load("reference")


def words_of(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize(("name", "made"), [("commands.md", "commands_text"), ("settings.md", "settings_text")])
def test_what_is_made_out_of_the_code_is_up_to_date(name, made):
    assert words_of(name) == getattr(reference, made)(), "run `sh packaging/task.sh docs`"


def test_every_command_and_every_option_is_documented():
    told = words_of("commands.md")
    commands = {"plimsoll": plimsoll, **{f"plimsoll {name}": one for name, one in plimsoll.commands.items()}}
    for words, command in commands.items():
        assert f"## `{words}`" in told
        assert command.help
        part = told.partition(f"## `{words}`\n")[2].partition("\n## ")[0]
        options = [option for one in command.params if isinstance(one, click.Option) for option in one.opts]
        assert [option for option in options if f"`{option}" not in part and option != "--help"] == []
        assert [one.name for one in command.params if isinstance(one, click.Option) and not one.help] == []


def test_every_setting_is_documented_with_a_meaning():
    told = words_of("settings.md")
    for one in fields(Settings):
        assert f"| `{one.name}` | {one.metadata['help']} |" in told


def test_every_kind_of_rule_is_documented():
    told = words_of("alerts.md")
    assert [kind.value for kind in RuleKind if f"`{kind.value}`" not in told] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_every_picture_is_there(page):
    lost = []
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        path, _, anchor = target.partition("#")
        if "://" in path or path.startswith("mailto:"):
            continue
        file = (page.parent / unquote(path)) if path else page
        if not file.exists() or (anchor and file.suffix == ".md" and anchor not in anchors(file)):
            lost.append(target)
    assert not lost


def test_every_page_is_reached_from_the_readme():
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        links = LINK.findall(page.read_text(encoding="utf-8"))
        waiting += [(page.parent / link.partition("#")[0]).resolve() for link in links if "://" not in link]
    assert sorted(page.name for page in PAGES if page not in seen) == []


def test_every_picture_is_shown_and_small():
    shown = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for picture in (ROOT / "docs" / "images").glob("*.png"):
        assert picture.name in shown
        assert picture.stat().st_size <= LARGEST_PICTURE, picture.name


def test_the_guides_tell_the_same_tasks_with_pictures_of_their_own():
    shapes = []
    for name in GUIDES:
        text = words_of(name)
        language = name.removeprefix("user-guide").strip(".md").strip(".") or "en"
        pictures = re.findall(r"images/(\w+)-(en|zh_TW|zh_CN)\.png", text)
        assert {found for _, found in pictures} == {language}
        tables = text.count("\n|")
        shapes.append((text.count("\n## "), [page for page, _ in pictures], tables))
    assert shapes[0] == shapes[1] == shapes[2]


def test_the_readme_has_what_it_promises():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = ("sh packaging/run.sh", "sh packaging/test.sh")
    for needed in (*commands, "images/", "user-guide.md", "## Install", "## Privacy"):
        assert needed in text


def test_the_manual_page_names_every_command():
    manual = reference.manual()
    for name in plimsoll.commands:
        assert f"plimsoll {name}" in manual
    assert f'"Plimsoll {__version__}"' in manual


def test_the_commands_that_pages_show_exist():
    """Every `plimsoll WORD` and `sh packaging/task.sh WORD` in the pages is one."""
    script = (ROOT / "packaging" / "task.sh").read_text(encoding="utf-8")
    tasks = set(re.findall(r"^(\w[\w-]*)\)", script, re.MULTILINE))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        used = set(re.findall(r"packaging/task\.sh ([a-z][a-z0-9-]*)", text))
        assert used <= tasks, page.name
        called = set(re.findall(r"`plimsoll ([a-z]+)[ `]", text))
        assert called <= {*plimsoll.commands, "shot"}, page.name


def test_the_versions_agree():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{__version__}"' in project
    described = next((ROOT / "packaging" / "linux").glob("*.metainfo.xml")).read_text(encoding="utf-8")
    assert f'<release version="{__version__}"' in described
    assert sys.version_info >= (3, 11)
