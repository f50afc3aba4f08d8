"""What the program is made of: from the installed packages, and from a bundle's list."""

import json

from desktop_app.engine import parts as module
from desktop_app.engine.parts import inventory, licence_text, parts


def test_a_checkout_names_the_libraries_it_runs_on_and_not_its_test_tools():
    names = {part.name.lower() for part in parts()}
    assert {"pyside6_essentials", "numpy", "pyqtgraph", "apprise", "click", "keyring"} <= names
    assert not {"pytest", "mypy", "ruff", "hypothesis", "plimsoll-desktop"} & names
    assert inventory() is None


def test_each_part_has_a_version_and_nearly_each_a_licence_with_its_text():
    found = parts()
    assert all(part.version for part in found)
    assert [part.name for part in found if not part.licence] in ([], ["pysqlite3"])
    numpy = next(part for part in found if part.name == "numpy")
    assert "Redistribution and use" in licence_text(numpy)


def test_a_bundle_tells_its_own_list(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "licence_folder", lambda: tmp_path)
    (tmp_path / "parts.json").write_text(
        json.dumps([{"name": "Qt", "version": "6.11.3", "licence": "LGPL-3.0-only", "texts": ["a.txt", "b.txt"]}])
    )
    (tmp_path / "a.txt").write_text("first\n")
    (tmp_path / "b.txt").write_text("second\n")
    (tmp_path / "sbom.cdx.json").write_text("{}")
    (only,) = parts()
    assert (only.name, licence_text(only)) == ("Qt", "first\n\nsecond")
    assert inventory() == tmp_path / "sbom.cdx.json"
