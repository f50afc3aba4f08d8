"""The risk report: everything of the Stress test page as one PDF."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop_app.engine.odds_inputs import OddsFound
from desktop_app.engine.resources import betas, episodes, market_doc
from desktop_app.engine.scenarios import StressTest
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import numbers, scenario_text
from desktop_app.ui.charts.heat import HeatMap
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.pages import stress_columns
from desktop_app.ui.pages.stress_columns import OddsRow, ScenarioRow
from desktop_app.ui.paper import Paper
from desktop_app.ui.widgets.export import rows_of

_HEAT_ROW, _HEAT_MOST, _LOANS_A_PAGE = 20, 360, 16
_MOST_CHARTS, _MOST_LOANS = 6, 25


def write_report(path: Path, snapshot: Snapshot, test: StressTest, odds: OddsFound | None) -> None:
    """Write what was tested and simulated to `path`; any thread may do so.

    Raises:
        OSError: it cannot be written.
    """
    title = tr("Plimsoll risk report of {when}").format(when=numbers.moment(snapshot.at))
    paper = Paper(path, title)
    try:
        _Report(paper, snapshot, test).write(title, odds)
    finally:
        paper.close()


class _Report:
    def __init__(self, paper: Paper, snapshot: Snapshot, test: StressTest) -> None:
        self._paper, self._snapshot, self._test = paper, snapshot, test

    def write(self, title: str, odds: OddsFound | None) -> None:
        """Write every part."""
        self._paper.heading(title, large=True)
        self._summary()
        self._scenarios()
        self._heat()
        if odds is not None:
            self._odds(odds)
        else:
            self._paper.heading(tr("Odds"))
            self._paper.line(tr("Not simulated; press Simulate on the Stress test page before the report is written."))
        self._loans()
        self._sources()

    def _currency(self) -> str:
        return self._snapshot.currency

    def _table(self, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> None:
        self._paper.table(rows_of(columns, rows), [column.figures for column in columns])

    def _summary(self) -> None:
        totals, test = self._snapshot.totals, self._test
        words = tr("Net worth {net}: assets {assets} less debt {debt}. The reserve holds {reserve}.")
        self._paper.line(
            words.format(
                net=numbers.money(totals.net, self._currency()),
                assets=numbers.money(totals.assets, self._currency()),
                debt=numbers.money(totals.debt, self._currency()),
                reserve=numbers.money(totals.reserve, self._currency()),
            ),
            "text",
        )
        if test.cover is not None:
            covers = tr("Reserve and hedges keep every loan under its margin call in a common fall of {fall}.")
            self._paper.line(covers.format(fall=numbers.percent(test.cover)), "text")
        if test.unknown:
            names = ", ".join(view.loan.name for view in test.unknown)
            self._paper.line(tr("Not tested, for want of a price: {names}.").format(names=names), "call")
        if self._snapshot.demo:
            self._paper.line(tr("Demonstration: invented figures, nothing is stored"), "watch")
        self._paper.gap()

    def _rows(self) -> list[ScenarioRow]:
        test, name = self._test, self._snapshot.platform_name
        return [
            ScenarioRow(scenario_text.name(one.scenario, name), one, test.today)
            for one in (test.today, *test.scenarios)
        ]

    def _scenarios(self) -> None:
        self._paper.heading(tr("Scenarios beside today"))
        self._table(stress_columns.scenarios(self._currency), self._rows())

    def _heat(self) -> None:
        loans = self._test.loans
        for first in range(0, len(loans), _LOANS_A_PAGE):
            shown = tuple(view.loan.name for view in loans[first : first + _LOANS_A_PAGE])
            cells = tuple(row[first : first + _LOANS_A_PAGE] for row in self._test.heat)
            height = min(_HEAT_MOST, 24 + _HEAT_ROW * len(shown))
            chart = HeatMap(shown, self._test.falls, cells)
            self._paper.charts(height, [(tr("LTV in percent after a common fall"), chart.draw)])

    def _odds(self, found: OddsFound) -> None:
        self._paper.new_page()
        self._paper.heading(tr("Odds"))
        self._paper.line(scenario_text.grounds(found))
        rows = stress_columns.odds_rows(found)
        self._table(stress_columns.odds(), rows)
        for row in rows[1 : 1 + _MOST_CHARTS]:
            self._charts(found, row)
        self._paper.heading(tr("Limits"))
        share = numbers.percent(Decimal(repr(found.ask.chance)), 1)
        self._paper.line(tr("For odds of at most {share} in {days} days.").format(share=share, days=found.ask.days))
        self._table(stress_columns.sizes(self._currency), [row for row in rows if row.view is not None])

    def _charts(self, found: OddsFound, row: OddsRow) -> None:
        fan = stress_columns.fan(found, row.view) if row.view is not None else None
        if fan is None:
            return
        titles = tr("LTV in all futures — {loan}"), tr("Reached by day — {loan}")
        draws = (fan.draw, stress_columns.by_day(row).draw)
        self._paper.charts(150, [(words.format(loan=row.name), one) for words, one in zip(titles, draws, strict=True)])

    def _loans(self) -> None:
        self._paper.new_page()
        self._paper.heading(tr("Each scenario, loan by loan"))
        columns = stress_columns.loans(self._currency)
        for row in self._rows()[1:]:
            touched = [one for one in row.found.loans if one.reached or one.stuck]
            if touched:
                self._paper.need(60)
                self._paper.line(row.name, "text")
                worst = sorted(touched, key=lambda one: (-one.sold, -one.need))[:_MOST_LOANS]
                self._table(columns, worst)
                if len(touched) > len(worst):
                    self._paper.line(tr("and %n more loan(s)", "", len(touched) - len(worst)))
            else:
                self._paper.line(tr("{scenario}: no loan reaches a level.").format(scenario=row.name))

    def _sources(self) -> None:
        self._paper.heading(tr("Where the figures come from"))
        for one in episodes().values():
            self._paper.line(f"{scenario_text.episode(one.id)}: {one.source}")
        self._paper.line(tr("Betas: {source} ({as_of})").format(source=betas().source, as_of=betas().as_of))
        doc = market_doc()
        words = tr("Volatility and correlation: {source} ({as_of})")
        self._paper.line(words.format(source=doc.source, as_of=doc.as_of))
        self._paper.line(
            tr("Scenarios are assumptions and odds are estimates: neither is a forecast, and venues may act otherwise.")
        )
