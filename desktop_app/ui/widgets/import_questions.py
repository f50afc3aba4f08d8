"""The questions that a file leaves open, each with its possible readings; an answered one stays and can be changed."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from desktop_app.engine.price_files import Ask, Choices, DateOrder, Decimals, Preview, Question
from desktop_app.engine.price_files import Mapping as ColumnMapping
from desktop_app.ui import import_text, theme
from desktop_app.ui.dialogs.fields import AssetField
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import Card, button, clear, label

_Answer = Callable[[dict[str, Any]], None]
_TYPES: dict[Ask, Callable[[str], object]] = {Ask.DECIMALS: Decimals, Ask.DATE_ORDER: DateOrder}


class QuestionCard(Card):
    """Shows what was asked so far. `answered` is called with the field of `Choices` and its new value."""

    def __init__(self, answered: _Answer) -> None:
        super().__init__(tr("What the file leaves open"))
        self._answered = answered
        self._shown: dict[Ask, tuple[Question, _Asked]] = {}
        self._mapping: ColumnMapping = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.body.addLayout(self._rows)

    def show_questions(self, asked: Mapping[Ask, Question], found: Preview, choices: Choices) -> None:
        """Show the questions that were `asked`; those that `found` leaves open still are marked."""
        self._mapping = found.mapping
        self.setVisible(bool(asked))
        if {kind: question for kind, (question, _) in self._shown.items()} != dict(asked):
            clear(self._rows)
            self._shown = {kind: (question, self._made(question)) for kind, question in asked.items()}
            before: QWidget = self
            for _, shown in self._shown.values():
                self._rows.addWidget(shown)
                for part in shown.inputs():
                    QWidget.setTabOrder(before, part)
                    before = part
        still_open = {question.kind for question in found.questions}
        for kind, (_, shown) in self._shown.items():
            shown.show_open(kind in still_open)
            shown.show_answer(getattr(choices, kind.value))

    def forget(self) -> None:
        """Let go of what was asked: another file is shown."""
        clear(self._rows)
        self._shown = {}

    def stand_in_first(self) -> None:
        """Give the first question the focus, so that it can be answered at once."""
        parts = [part for _, shown in self._shown.values() for part in shown.inputs()]
        if parts:
            parts[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, question: Question) -> "_Asked":
        if question.kind is Ask.ASSET:
            return _AssetQuestion(self._answered)
        if question.kind is Ask.COLUMNS:
            return _ColumnQuestion(lambda: self._answered({"mapping": self._mapping}))
        return _Choice(question, self._answered)


class _Asked(QWidget):
    """A question with the mark of one that is open."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(5)
        self._words = words
        self._line = label("", wrap=True)
        self.column.addWidget(self._line)
        self.setAccessibleName(words)

    def inputs(self) -> list[QWidget]:
        """Return what takes the answer, in order."""
        return []

    def show_answer(self, value: object) -> None:
        """Show what was answered, wherever that was done."""

    def show_open(self, is_open: bool) -> None:
        """Mark the question as open or answered."""
        self._line.setText(f"{'?' if is_open else '✓'}  {self._words}")
        tone = "watch" if is_open else "muted"
        self._line.setStyleSheet(f"color: {theme.colour(tone).name()}; font-weight: 600;")
        self.setAccessibleDescription(tr("open") if is_open else tr("answered"))


class _Choice(_Asked):
    """A question with a radio button for each reading."""

    def __init__(self, question: Question, answered: _Answer) -> None:
        super().__init__(import_text.question(question.kind))
        self._buttons: dict[object, QRadioButton] = {}
        group = QButtonGroup(self)
        examples = question.examples if len(question.examples) == len(question.choices) else question.examples[:1] * 9
        for number, choice in enumerate(question.choices):
            example = examples[number] if number < len(examples) else ""
            words = import_text.answer(question.kind, choice, example.strip())
            made = QRadioButton(words.replace("&", "&&"))
            made.setAccessibleName(words)
            meant = _TYPES.get(question.kind, str)(choice)
            made.clicked.connect(lambda _=False, meant=meant: answered({question.kind.value: meant}))
            group.addButton(made)
            self.column.addWidget(made)
            self._buttons[meant] = made

    def inputs(self) -> list[QWidget]:
        """Return the radio buttons."""
        return list(self._buttons.values())

    def show_answer(self, value: object) -> None:
        """Check the button of the answer."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)


class _ColumnQuestion(_Asked):
    """Asks for the meaning of the columns, which is said over the first rows; what stands there may be right."""

    def __init__(self, confirmed: Callable[[], None]) -> None:
        super().__init__(import_text.question(Ask.COLUMNS))
        self.right = button(tr("They are right as they stand"), confirmed)
        row = QHBoxLayout()
        row.addWidget(self.right)
        row.addStretch(1)
        self.column.addLayout(row)

    def inputs(self) -> list[QWidget]:
        """Return the button that says that all is right."""
        return [self.right]


class _AssetQuestion(_Asked):
    """Asks for the asset by its code."""

    def __init__(self, answered: _Answer) -> None:
        super().__init__(import_text.question(Ask.ASSET))
        self._answered = answered
        self.field = AssetField(tr("Asset of the prices"), "")
        self.field.setFixedWidth(280)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.field)
        self.use = button(tr("Use this asset"), self._answer)
        row.addWidget(self.use, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self.column.addLayout(row)
        line = self.field.input.lineEdit()
        assert line is not None
        line.returnPressed.connect(self._answer)

    def inputs(self) -> list[QWidget]:
        """Return the field and its button."""
        return [self.field.input, self.use]

    def _answer(self) -> None:
        code = self.field.value()
        if code is not None:
            self._answered({"asset": code})
