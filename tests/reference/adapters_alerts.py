"""Adapters of the kinds about alerts. No arithmetic in here either."""

import csv
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from adapters import Inputs, Outputs, adapts

from desktop_app.domain.alerts.evaluate import Sample
from desktop_app.domain.alerts.preview import preview
from desktop_app.domain.loans.ladder import Level, LevelKind
from desktop_app.storage.rows import instant


def moment(text: str) -> datetime:
    """Return the instant that a file tells: milliseconds since 1970, or a date with time in UTC."""
    return instant(int(text)) if text.isdecimal() else datetime.fromisoformat(text).replace(tzinfo=UTC)


@adapts("replay.alerts")
def replay_alerts(inputs: Inputs, data: Path) -> Outputs:
    debt, units = Decimal(inputs["debt"]), Decimal(inputs["qty"])
    with (data / inputs["file"]).open(encoding="utf-8", newline="") as file:
        samples = [
            Sample(moment(row[inputs["time_col"]]), debt / (units * Decimal(row[inputs["price_col"]])))
            for row in csv.DictReader(file)
        ]
    rest = timedelta(minutes=int(inputs["cooldown_minutes"]))
    by_level = {}
    for ltv in inputs["levels"]:
        level = Level(ltv, LevelKind.MARGIN_CALL, Decimal(ltv))
        found = preview(level, samples, Decimal(inputs["hysteresis"]), rest)
        times = [at.replace(tzinfo=None).isoformat() for at in found.hysteresis]
        by_level[ltv] = {
            "samples_at_or_over": found.reached,
            "raw_upcrossings": len(found.crossed),
            "alerts_with_hysteresis": len(found.hysteresis),
            "alerts_with_cooldown": len(found.cooldown),
            "first_alert": times[0] if times else None,
            "hysteresis_alert_times": times,
        }
    return {"samples": len(samples), "by_level": by_level}
