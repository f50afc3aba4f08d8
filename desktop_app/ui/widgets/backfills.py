"""How far the fetching of an asset's history has come: a bar for each series, and a button that halts it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop_app.engine import price_commands
from desktop_app.engine.snapshot import BackfillView
from desktop_app.ui import price_words
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, clear, label

_STEPS = 1000


def state_words(view: BackfillView) -> str:
    """Return where a back-fill stands."""
    if view.state == "failed":
        return tr("failed, tried again by itself: {why}").format(why=price_words.fault(view.fault))
    return {
        "running": tr("being fetched"),
        "waiting": tr("waiting"),
        "done": tr("done"),
        "paused": tr("paused"),
    }.get(view.state, view.state)


class Backfills(QWidget):
    """The back-fills of one asset."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._asset = ""
        self._paused = False
        self._keys: list[tuple[str, int]] = []
        self._rows: list[tuple[QProgressBar, QLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self.toggle = button("", self._toggle)
        row = QHBoxLayout()
        row.addWidget(self.toggle)
        row.addStretch(1)
        column.addLayout(row)

    def show_asset(self, asset: str, views: Sequence[BackfillView]) -> None:
        """Show the back-fills of `asset` among all."""
        own = sorted((one for one in views if one.asset == asset), key=lambda one: -one.period_s)
        keys = [(one.source, one.period_s) for one in own]
        if keys != self._keys or asset != self._asset:
            self._asset, self._keys = asset, keys
            self._build(own)
        for (bar, words), one in zip(self._rows, own, strict=True):
            bar.setValue(round(one.share * _STEPS))
            words.setText(state_words(one))
        open_ones = [one for one in own if one.state != "done"]
        self._paused = bool(open_ones) and all(one.state == "paused" for one in open_ones)
        offered = tr("Go on fetching history") if self._paused else tr("Pause fetching history")
        self.toggle.setText(offered)
        self.toggle.setAccessibleName(offered)
        self.toggle.setVisible(bool(open_ones))
        self.setVisible(bool(own))

    def _build(self, views: Sequence[BackfillView]) -> None:
        clear(self._grid)
        self._rows = []
        for number, one in enumerate(views):
            pattern = tr("History from {source}, {period} each")
            name = pattern.format(source=price_words.source_name(one.source), period=price_words.period(one.period_s))
            bar = QProgressBar()
            bar.setRange(0, _STEPS)
            bar.setTextVisible(False)
            bar.setAccessibleName(name)
            words = label("", "small")
            self._rows.append((bar, words))
            for column, part in enumerate((label(name, "small"), bar, words)):
                self._grid.addWidget(part, number, column)

    def _toggle(self) -> None:
        asset, paused = self._asset, not self._paused

        def done(_: None) -> None:
            if not paused:
                self._session.service.poll_now()

        self._session.do(
            lambda monitor, now: price_commands.pause_backfill(monitor, asset, paused=paused),
            done,
        )
