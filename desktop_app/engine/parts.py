"""What the program is made of: each part with its version and licence, for the About dialog and the bundle."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import msgspec

from desktop_app.engine.resources import resource

OWN_NAME = "plimsoll-desktop"
LISTED = "parts.json"
INVENTORY = "sbom.cdx.json"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXTS = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Part:
    """One part.

    Attributes:
        name: Its name as its makers write it.
        version: Its version.
        licence: The licence as an SPDX expression where its makers give one, else in their words; may be empty.
        texts: Names of the files with its licence, in the folder of licences; empty in a checkout.
    """

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = ()


def licence_folder() -> Path:
    """Return the folder that a bundle keeps its list of parts, inventory and licences in; a checkout has none."""
    return resource("licences")


def inventory() -> Path | None:
    """Return the bundle's inventory of parts (CycloneDX, JSON); None in a checkout."""
    path = licence_folder() / INVENTORY
    return path if path.is_file() else None


def parts() -> tuple[Part, ...]:
    """Return all parts by name: those listed in the bundle, or those that this checkout's packages name."""
    listed = licence_folder() / LISTED
    if listed.is_file():
        return msgspec.json.decode(listed.read_bytes(), type=tuple[Part, ...])
    return tuple(sorted(map(part_of, needed(OWN_NAME)), key=lambda part: part.name.lower()))


def licence_text(part: Part) -> str:
    """Return the licence of a part as its makers wrote it; empty where it brings none.

    Raises:
        OSError: a listed file cannot be read.
    """
    if part.texts:
        files = [licence_folder() / name for name in part.texts]
    else:
        try:
            files = licence_files(distribution(part.name))
        except PackageNotFoundError:
            files = []
    return "\n\n".join(path.read_text(encoding="utf-8", errors="replace").strip() for path in files)


def needed(name: str) -> Iterator[Distribution]:
    """Yield the installed packages that the package `name` needs, and those that they need, each once."""
    seen = {_plain(name)}
    waiting = [name]
    while waiting:
        try:
            found = distribution(waiting.pop())
        except PackageNotFoundError:  # needed on another system or by another Python
            continue
        if _plain(found.metadata["Name"]) != _plain(name):
            yield found
        for requirement in found.requires or ():
            match = _NAME.match(requirement)
            if match and "extra ==" not in requirement and _plain(match[0]) not in seen:
                seen.add(_plain(match[0]))
                waiting.append(match[0])


def part_of(found: Distribution) -> Part:
    """Return what a package says of itself."""
    meta: Any = found.metadata
    said = meta.get("License-Expression") or meta.get("License") or ""
    if not said or "\n" in said or len(said) > _LONGEST_NAME:
        classes: list[Any] = meta.get_all("Classifier") or []
        kinds = [str(one).rpartition(" :: ")[2] for one in classes if str(one).startswith("License :: ")]
        said = " / ".join(kinds) or said.strip().partition("\n")[0][:_LONGEST_NAME]
    return Part(meta["Name"], found.version, said)


def licence_files(found: Distribution) -> list[Path]:
    """Return the files of a package that hold its licence."""
    inside = [one for one in found.files or () if ".dist-info" in str(one) and _TEXTS.search(str(one))]
    paths = [Path(str(found.locate_file(one))) for one in sorted(inside, key=str)]
    return [path for path in paths if path.is_file()]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
