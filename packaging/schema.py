"""Writes docs/portfolio.schema.json from the structures that the portfolio reader uses.

Use: `python packaging/schema.py`.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "portfolio.schema.json"
NUMBER = [{"type": "number"}, {"type": "string", "pattern": r"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$"}]


def with_numbers(node: Any) -> Any:
    """Let every decimal be a JSON number or a text that spells one."""
    if isinstance(node, list):
        return [with_numbers(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "string" and node.get("format") == "decimal":
        rest = {key: value for key, value in node.items() if key not in ("type", "format")}
        return {**rest, "anyOf": NUMBER}
    return {key: with_numbers(value) for key, value in node.items()}


def schema_text() -> str:
    """Return the schema as it is written."""
    sys.path.insert(0, str(ROOT))
    from desktop_app.feeds.files.portfolio import PortfolioDoc

    made = with_numbers(msgspec.json.schema(PortfolioDoc))
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}, indent=2) + "\n"


if __name__ == "__main__":
    TARGET.write_text(schema_text(), encoding="utf-8")
