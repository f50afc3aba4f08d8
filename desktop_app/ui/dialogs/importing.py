"""The import of prices: questions first, then what was found, the first rows, and what an import would do."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QProgressBar, QVBoxLayout, QWidget

from desktop_app.engine.price_files import Mapping, PriceSource, save_rejects
from desktop_app.ui import import_text
from desktop_app.ui.dialogs import import_words
from desktop_app.ui.dialogs.import_job import ImportJob, Stage
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import Card, button, label
from desktop_app.ui.widgets.import_columns import ColumnTable
from desktop_app.ui.widgets.import_facts import FactCard
from desktop_app.ui.widgets.import_questions import QuestionCard
from desktop_app.ui.widgets.import_summary import SummaryCard

_STEPS = 1000
_AGAIN = (Stage.STOPPED, Stage.FAILED)


class ImportDialog(QDialog):
    """Imports one or several files, one after the other; nothing is stored before Import is pressed."""

    def __init__(self, session: Session, sources: Sequence[Path | PriceSource], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs: list[ImportJob] = []
        self._rejects_at: Path | None = None
        self._asked_for: ImportJob | None = None
        self.setWindowTitle(tr("Import prices"))
        self.resize(1000, 720)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        self._name = label("", "heading")
        outer.addWidget(self._name)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        self.files = QListWidget()
        self.files.setAccessibleName(tr("Files"))
        self.files.setFixedWidth(210)
        self.files.currentRowChanged.connect(lambda _: self._turn())
        middle.addWidget(self.files)
        middle.addWidget(self._content(), 1)
        outer.addLayout(middle, 1)
        outer.addLayout(self._foot())
        self.add(sources)
        self.finished.connect(self._leave)

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        self.questions = QuestionCard(self._choose)
        self.facts = FactCard(self._choose, self._choose_period)
        self.columns = ColumnTable(self._choose_mapping)
        self._first_rows = Card(tr("First rows"))
        self._first_rows.body.addWidget(self.columns)
        self.summary = SummaryCard(self._keep_whole)
        for part in (self.questions, self.summary, self.facts, self._first_rows):
            part.hide()
            column.addWidget(part)
        column.addStretch(1)
        return scrolled(content)

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setSpacing(8)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.setFixedHeight(6)
        kept = self.progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(kept)
        foot.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.outlook = label("", wrap=True, selectable=True)
        row.addWidget(self.outlook, 1)
        self.stop = button(tr("Stop"), self._stop)
        self.open_rejects = button(tr("Open the file"), self._open_rejects)
        self.save_rejects = button(tr("Save rejected rows…"), self._ask_for_reject_file)
        self.close_button = button(tr("Cancel"), self.reject)
        self.save = button(tr("Import prices"), self._save, "primary")
        self.save.setDefault(True)
        for made in (self.stop, self.open_rejects, self.save_rejects, self.close_button, self.save):
            made.setAutoDefault(made is self.save)
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addLayout(row)
        return foot

    @property
    def job(self) -> ImportJob:
        """The file that is shown."""
        return self._jobs[max(0, self.files.currentRow())]

    def add(self, sources: Sequence[Path | PriceSource]) -> None:
        """Take more files into the list; the first one is shown where none was."""
        for source in sources:
            made = ImportJob(self._session, source, self._changed)
            self._jobs.append(made)
            self.files.addItem(made.name)
        self.files.setVisible(len(self._jobs) > 1)
        if self.files.currentRow() < 0 and self._jobs:
            self.files.setCurrentRow(0)
        self._changed()

    def _turn(self) -> None:
        self._rejects_at = None
        self.questions.forget()
        self.job.start()
        self._changed()

    def _choose(self, choices: dict[str, Any]) -> None:
        self.job.choose(**choices)

    def _choose_period(self, seconds: int) -> None:
        self.job.choose_period(seconds)

    def _choose_mapping(self, mapping: Mapping) -> None:
        self.job.choose(mapping=mapping)

    def _keep_whole(self, whole: bool) -> None:
        self.job.keep_whole(whole)

    def _stop(self) -> None:
        self.job.stop()

    def _save(self) -> None:
        """Store the file that is shown; pressed again, go on with the next one, or try anew what did not work."""
        if self.job.stage in _AGAIN:
            self.job.look()
            return
        if self.job.stage is not Stage.DONE:
            self.job.save()
            return
        waiting = self._next()
        if waiting is None:
            self.accept()
        else:
            self.files.setCurrentRow(waiting)

    def _next(self) -> int | None:
        return next((n for n, job in enumerate(self._jobs) if job.stage is not Stage.DONE), None)

    def _changed(self) -> None:
        for number, job in enumerate(self._jobs):
            item = self.files.item(number)
            item.setText(f"{job.name}\n{import_words.status(job)}")
            item.setToolTip(job.name)
        if self._jobs:
            self._show(self.job)

    def _show(self, job: ImportJob) -> None:
        self._name.setText(job.name)
        found = job.preview
        done = job.stage is Stage.DONE
        if found is None:
            self.questions.hide()
        for part in (self.facts, self._first_rows):
            part.setVisible(found is not None)
            part.setEnabled(not done and job.stage is not Stage.SAVING)
        if found is not None:
            self.questions.show_questions(job.asked, found, job.choices)
            if found.questions and self._asked_for is not job:
                self._asked_for = job
                self.questions.stand_in_first()
            self.questions.setEnabled(not done)
            self.facts.show_preview(found, job.period_s, job.refused)
            self.columns.show_preview(found)
        self.summary.show_outlook(job.parsed, job.series, whole=job.whole)
        self.summary.setEnabled(job.stage is Stage.READY or done)
        self._show_foot(job)

    def _show_foot(self, job: ImportJob) -> None:
        at_field = bool(import_text.field_of(job.refused)[0]) and job.preview is not None
        self.outlook.setText(tr("Mend what is marked first.") if at_field else import_words.outlook(job))
        self.outlook.setProperty("role", "error" if job.stage is Stage.FAILED else "muted")
        self.outlook.style().unpolish(self.outlook)
        self.outlook.style().polish(self.outlook)
        self.progress.setVisible(job.running and (job.slow or job.share is not None))
        self.progress.setRange(0, 0 if job.share is None else _STEPS)
        self.progress.setValue(int(_STEPS * (job.share or 0)))
        self.stop.setVisible(job.running)
        done = job.stage is Stage.DONE
        rejects = job.parsed is not None and bool(job.parsed.rejects)
        self.save_rejects.setVisible(rejects and job.stage in (Stage.READY, Stage.DONE))
        self.open_rejects.setVisible(self._rejects_at is not None)
        left = self._next() if done else None
        self.close_button.setText(tr("Close") if done else tr("Cancel"))
        self.close_button.setAccessibleName(self.close_button.text())
        again = job.stage in _AGAIN and not at_field
        self.save.setText(self._save_words(done=done, left=left is not None, again=again))
        self.save.setAccessibleName(self.save.text())
        self.save.setEnabled(job.can_save or done or again)
        self.save.setAccessibleDescription("" if self.save.isEnabled() else self.outlook.text())
        self.save.setToolTip(self.save.accessibleDescription())
        self.close_button.setVisible(not done or left is not None)

    def _save_words(self, *, done: bool, left: bool, again: bool) -> str:
        if done:
            return tr("Next file") if left else tr("Done")
        return tr("Try again") if again else tr("Import prices")

    def _ask_for_reject_file(self) -> None:
        dialog = QFileDialog(self, tr("Save rejected rows"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        if self.job.path is not None:
            dialog.setDirectory(str(self.job.path.parent))
        dialog.selectFile(f"{Path(self.job.name).stem}-rejected.csv")
        dialog.fileSelected.connect(lambda name: self._keep_rejects(Path(name)))
        dialog.open()

    def _keep_rejects(self, path: Path) -> None:
        parsed = self.job.parsed
        if parsed is None:
            return

        def kept(_: None) -> None:
            self._rejects_at = path
            self._changed()
            self.outlook.setText(tr("The rejected rows are in {path}.").format(path=path))

        self._session.work(
            lambda: save_rejects(parsed, path),
            kept,
            lambda error: self.outlook.setText(self._session.tell_failure(error)),
        )

    def _open_rejects(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._rejects_at)))

    def _leave(self) -> None:
        for job in self._jobs:
            job.leave()
        written_in = self.focusWidget()
        if written_in is not None:
            written_in.clearFocus()  # its last word comes while it is still there
