"""Writes what a bundle must carry about its parts: parts.json, every licence, and an inventory (CycloneDX, JSON).

The recipe calls `write` with the modules that it gathered, so that only what is in the bundle is listed.
"""

import json
import re
import shutil
import sys
import sysconfig
import uuid
from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import UTC, datetime
from importlib.metadata import distribution, packages_distributions
from pathlib import Path
from typing import Any

import numpy
import PyInstaller
import PySide6
from PySide6.QtCore import qVersion
from sqlite_utils.utils import sqlite3

from desktop_app import __version__
from desktop_app.engine.parts import INVENTORY, LISTED, OWN_NAME, Part, licence_files, needed, part_of

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = Path(__file__).resolve().parent / "texts"
QT_LICENCE = "LGPL-3.0-only"
SPACE = uuid.UUID("6f1d2c9e-64a7-5a0c-9d5e-3f1b7a5c2d11")


def shared_texts(part: Part) -> list[Path]:
    """Return the licences of parts whose packages bring none."""
    if part.name.lower().startswith(("pyside6", "shiboken6", "qt")):
        return [TEXTS / "LGPL-3.0.txt", TEXTS / "GPL-3.0.txt"]
    if part.name == "Python":
        return [one for one in python_licences() if one.is_file()][:1]
    if part.name.startswith("SQLite"):
        return [TEXTS / "SQLite.txt"]
    for inside in ("pyinstaller", "numpy"):  # numpy's own licence has that of OpenBLAS
        if inside in part.name.lower():
            return [path for path in licence_files(distribution(inside)) if path.parent.name == "licenses"]
    return []


def python_licences() -> list[Path]:
    """Return where this Python may keep its licence."""
    return [
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path("/usr/share/doc/python3/copyright"),
    ]


def beyond_packages() -> list[Part]:
    """Return the parts that come inside others or with Python."""
    blas = numpy.show_config(mode="dicts")["Build Dependencies"]["blas"]
    return [
        Part("Python", sys.version.split()[0], "PSF-2.0"),
        Part("Qt", str(qVersion()), QT_LICENCE),
        *icu(),
        Part("SQLite (with pysqlite3)", str(sqlite3.sqlite_version), "blessing"),
        Part("OpenBLAS (with numpy)", str(blas["version"]), "BSD-3-Clause"),
        Part("PyInstaller (boot loader)", PyInstaller.__version__, "GPL-2.0-or-later WITH Bootloader-exception"),
    ]


def icu() -> list[Part]:
    """Return ICU where Qt brings it along (on Linux), by the version in its file's name."""
    found = sorted(Path(PySide6.__file__).parent.glob("Qt/lib/libicudata.so.*"))
    return [Part("ICU (with Qt)", path.name.rpartition(".")[2], "Unicode-DFS-2016") for path in found[:1]]


def bundled(modules: Collection[str]) -> list[tuple[Part, list[Path]]]:
    """Return the parts that `modules` (top-level names) belong to, with the files of their licences."""
    owners = packages_distributions()
    inside = {name.lower() for module in modules for name in owners.get(module, ())}
    found = [
        (part_of(one), licence_files(one)) for one in needed(OWN_NAME) if str(one.metadata["Name"]).lower() in inside
    ]
    found += [(part, []) for part in beyond_packages()]
    return sorted(((part, files or shared_texts(part)) for part, files in found), key=lambda one: one[0].name.lower())


def copy_texts(part: Part, files: list[Path], target: Path) -> Part:
    """Copy the licences of a part into `target`; return the part with their names."""
    names = []
    for number, path in enumerate(files):
        stem = re.sub(r"[^A-Za-z0-9.]+", "-", part.name).strip("-")
        name = f"{stem}.txt" if number == 0 else f"{stem}-{number + 1}.txt"
        shutil.copyfile(path, target / name)
        names.append(name)
    return replace(part, texts=tuple(names))


def component(part: Part) -> dict[str, Any]:
    """Return a part as CycloneDX tells it."""
    licence: dict[str, Any] = {"license": {"name": part.licence}}
    if re.fullmatch(r"[A-Za-z0-9.+-]+", part.licence):
        licence = {"license": {"id": part.licence}}
    elif re.search(r" (AND|OR|WITH) ", part.licence):
        licence = {"expression": part.licence}
    told: dict[str, Any] = {"type": "library", "name": part.name, "version": part.version}
    if part.licence:
        told["licenses"] = [licence]
    if " " not in part.name and part.name not in ("Python", "Qt"):
        told["purl"] = f"pkg:pypi/{part.name.lower().replace('_', '-')}@{part.version}"
        told["bom-ref"] = told["purl"]
    return told


def inventory(listed: list[Part], epoch: int) -> dict[str, Any]:
    """Return the inventory of the bundle; `epoch` is the time that it tells (seconds since 1970)."""
    names = " ".join(f"{part.name}@{part.version}" for part in listed)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(SPACE, f'{__version__} {names}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch, UTC).isoformat().replace("+00:00", "Z"),
            "component": {
                "type": "application",
                "name": "plimsoll",
                "version": __version__,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            },
        },
        "components": [component(part) for part in listed],
    }


def write(modules: Collection[str], target: Path, epoch: int) -> None:
    """Write the list, the inventory and the licences of all parts into the folder `target`, emptied before."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", target / "Plimsoll.txt")
    listed = [copy_texts(part, files, target) for part, files in bundled(modules)]
    silent = [part.name for part in listed if not part.licence]
    listed = [replace(part, licence=KNOWN.get(part.name, part.licence)) for part in listed]
    if unknown := [name for name in silent if name not in KNOWN]:
        sys.exit(f"These parts tell no licence; look it up and add it to KNOWN: {', '.join(unknown)}")
    (target / LISTED).write_text(json.dumps([asdict(part) for part in listed], indent=1) + "\n", encoding="utf-8")
    (target / INVENTORY).write_text(json.dumps(inventory(listed, epoch), indent=1) + "\n", encoding="utf-8")


# Licences of packages that carry the text but do not name it (read in the text).
KNOWN = {"pysqlite3": "Zlib"}
