"""Files to import, and everything that a store holds."""

import json
from pathlib import Path
from typing import Any

from desktop_app.storage.store import Store

HEADER = "date,open,high,low,close\n"
LEVELS = (("warning", "early_warning", "0.6"), ("call", "margin_call", "0.7"), ("sale", "liquidation", "0.8"))


def terms(*levels: tuple[str, str, str]) -> dict[str, Any]:
    """Return terms as a portfolio file has them, of (key, kind, LTV)."""
    made = [{"key": key, "kind": kind, "ltv": ltv} for key, kind, ltv in levels or LEVELS]
    return {"levels": made, "initial": "0.5", "target": "0.5"}


def loan(
    name: str = "one", amount: str = "1", debt: str = "500", opened: str = "2026-01-01", **more: Any
) -> dict[str, Any]:
    """Return a loan as a portfolio file has it: BTC pledged, USDT owed without interest."""
    return {
        "id": name,
        "name": f"Loan {name}",
        "platform": "bank",
        "opened": opened,
        "collateral": [{"asset": "BTC", "amount": amount}],
        "debts": [{"asset": "USDT", "amount": debt}],
        **({} if "preset" in more else {"terms": terms()}),
        **more,
    }


def portfolio(*loans: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a portfolio file of `loans` with one platform, a bank."""
    bank = {"id": "bank", "name": "Bank"}
    return {"format": "plimsoll-portfolio", "version": 1, "platforms": [bank], "loans": list(loans), **more}


def write_portfolio(folder: Path, *loans: dict[str, Any], **more: Any) -> Path:
    """Write a portfolio file of `loans`; return its path."""
    path = folder / "portfolio.json"
    path.write_text(json.dumps(portfolio(*loans or (loan(),), **more)), encoding="utf-8")
    return path


def write_prices(folder: Path, *rows: str, name: str = "BTCUSDT.csv") -> Path:
    """Write a price file of rows ``date close`` or of whole rows; return its path."""
    whole = [row if "," in row else ",".join([row.split()[0], *[row.split()[1]] * 4]) for row in rows]
    path = folder / name
    path.write_text(HEADER + "".join(f"{row}\n" for row in whole), encoding="utf-8")
    return path


def contents(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table."""
    names = [row["name"] for row in store.db.query("select name from sqlite_schema where type = 'table' order by name")]
    return {name: sorted(store.db.query(f'select * from "{name}"'), key=repr) for name in names}
