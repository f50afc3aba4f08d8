"""What if a platform fails: the graph of dependencies, what happens to each, what of one's own is gone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.risk.contagion import Dependency
from desktop_app.engine import platform_commands
from desktop_app.engine.counterparties import Failed, Hit, State, failure
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import numbers, platform_text, theme
from desktop_app.ui.charts.graph import DependencyGraph, Edge, Node
from desktop_app.ui.dialogs.dependency import DependencyDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import platform_columns
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, label
from desktop_app.ui.widgets.export import ExportCard
from desktop_app.ui.widgets.listing import Listing
from desktop_app.ui.widgets.table import Act

NOBODY = ""


class ContagionTab(QWidget):
    """A selector, the graph, the table of what happens, and the dependencies to edit."""

    def __init__(self, session: Session, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._session = session
        self._tell = tell
        self._removed: Dependency | None = None
        self._working = False
        self.chosen = self._fitted = NOBODY
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        self.words = label("", wrap=True)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        self.graph = DependencyGraph()
        self.graph.chosen.connect(self.choose)
        row.addWidget(ExportCard(tr("Who depends on whom"), self.graph, "dependencies", tell), 4)
        row.addLayout(self._lists(), 6)
        column.addLayout(row, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("What if this platform fails:")))
        self.selector = QComboBox()
        self.selector.setAccessibleName(tr("What if this platform fails:"))
        self.selector.setMinimumWidth(220)
        self.selector.currentIndexChanged.connect(lambda _: self._selected())
        row.addWidget(self.selector)
        row.addStretch(1)
        self.undo = button(tr("Undo the removal"), self._take_back)
        self.undo.hide()
        row.addWidget(self.undo)
        row.addWidget(button(tr("Add a dependency"), lambda: DependencyDialog.ask(self._session, None, self)))
        for words, act in ((tr("Change…"), self._edit), (tr("Remove"), self._remove)):
            row.addWidget(button(words, partial(self._with_chosen, act)))
        return row

    def _lists(self) -> QVBoxLayout:
        lists = QVBoxLayout()
        lists.setSpacing(theme.SPACE)
        self.hits: Listing[Hit] = Listing(
            tr("What happens to each platform"),
            platform_columns.hits(self._currency),
            lambda hit: hit.platform.id,
            tr("No platform yet."),
            lambda hit: self.choose(hit.platform.id),
            key="platforms-hits",
        )
        self.dependencies: Listing[Dependency] = Listing(
            tr("Dependencies"),
            platform_columns.dependencies(self._name),
            lambda one: f"{one.platform} {one.on}",
            tr("No dependency is entered: add who holds assets with whom, or lends to whom."),
            self._edit,
            key="platforms-dependencies",
            acts=(Act(tr("Change…"), self._edit), Act(tr("Remove"), self._remove)),
        )
        lists.addWidget(self.hits, 1)
        lists.addWidget(self.dependencies, 1)
        return lists

    def _currency(self) -> str:
        return self._session.snapshot.currency if self._session.snapshot else "USD"

    def _name(self, known: str) -> str:
        return self._session.snapshot.platform_name(known) if self._session.snapshot else known

    def choose(self, platform: str) -> None:
        """Let `platform` fail."""
        index = self.selector.findData(platform)
        if index >= 0:
            self.selector.setCurrentIndex(index)

    def _selected(self) -> None:
        self.chosen = str(self.selector.currentData() or NOBODY)
        self._ask()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the platforms of `snapshot`, and what the failure of the chosen one would do."""
        entries = [(tr("nobody"), NOBODY), *((one.name, one.id) for one in snapshot.platforms)]
        shown = [(self.selector.itemText(n), self.selector.itemData(n)) for n in range(self.selector.count())]
        if entries != shown:
            self.selector.blockSignals(True)
            self.selector.clear()
            for name, known in entries:
                self.selector.addItem(name, known)
            self.selector.setCurrentIndex(max(0, self.selector.findData(self.chosen)))
            self.selector.blockSignals(False)
            self.chosen = str(self.selector.currentData() or NOBODY)
        self.dependencies.show_rows(snapshot.dependencies)
        self._ask()

    def _ask(self) -> None:
        """Have the failure worked out; one question at a time."""
        snapshot, chosen = self._session.snapshot, self.chosen
        if snapshot is None or self._working:
            return
        self._working = True
        first = frozenset({chosen} - {NOBODY})

        def done(found: Failed) -> None:
            self._working = False
            self._show(found, snapshot)
            if chosen != self.chosen or self._session.snapshot is not snapshot:
                self._ask()

        def failed(error: BaseException) -> None:
            self._working = False
            self._session.failed.emit(self._session.tell_failure(error))

        self._session.work(lambda: failure(snapshot, first), done, failed)

    def _show(self, found: Failed, snapshot: Snapshot) -> None:
        self.hits.show_rows(found.hits)
        if self._fitted != self.chosen:
            self._fitted = self.chosen
            self.hits.table.fit()
        states = {hit.platform.id: hit for hit in found.hits}
        gone = {name for name, hit in states.items() if hit.state in (State.FIRST, State.FOLLOWS)}
        nodes = [
            Node(
                one.id,
                one.name,
                platform_text.hit_words(states[one.id]),
                platform_text.state_token(states[one.id].state),
            )
            for one in snapshot.platforms
        ]
        edges = [
            Edge(one.platform, one.on, numbers.percent(one.share, 0), one.on in gone) for one in snapshot.dependencies
        ]
        self.graph.show_graph(nodes, edges)
        self.words.setText(self._summary(found, snapshot))

    def _summary(self, found: Failed, snapshot: Snapshot) -> str:
        currency = snapshot.currency
        if not self.chosen:
            return tr("An arrow goes from a platform to where it holds assets or has lent them. Choose who fails.")
        told = [
            tr("Lost {lost}, frozen {stuck}, still owed {owed}.").format(
                lost=numbers.money(found.lost, currency),
                stuck=numbers.money(found.damage.stuck, currency),
                owed=numbers.money(found.damage.owed, currency),
            )
        ]
        if found.tokens:
            told.append(tr("{coins} counted as worth nothing.").format(coins=", ".join(found.tokens)))
        if found.of_tokens:
            words = tr("Of it {money} lies elsewhere.")
            told.append(words.format(money=numbers.money(found.of_tokens, currency)))
        if found.called:
            told.append(tr("Called: {loans}.").format(loans=", ".join(found.called)))
        if found.coverage is not None:
            words = tr("The reserve then covers a fall of {fall} for the loans that stand.")
            told.append(words.format(fall=numbers.percent(-found.coverage)))
        return " ".join(told)

    def _with_chosen(self, act: Callable[[Dependency], None]) -> None:
        one = self.dependencies.current()
        if one is None:
            self._tell(tr("Choose a dependency in the table first."))
        else:
            act(one)

    def _edit(self, one: Dependency) -> None:
        DependencyDialog.ask(self._session, one, self)

    def _remove(self, one: Dependency) -> None:
        def removed(what: Dependency) -> None:
            self._removed = what
            self.undo.show()

        self._session.do(lambda monitor, now: platform_commands.remove_dependency(monitor, one, now), removed)

    def _take_back(self) -> None:
        removed = self._removed

        def back(_: None) -> None:
            self._removed = None
            self.undo.hide()

        if removed is not None:
            names = (self._name(removed.platform), self._name(removed.on))
            self._session.do(lambda monitor, now: platform_commands.keep_dependency(monitor, removed, names, now), back)
