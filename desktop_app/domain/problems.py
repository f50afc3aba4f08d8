"""What can be wrong with what a person entered or a file says: codes and values, no words."""

from enum import Enum


class Problem(Enum):
    """Why something was refused; `ui/text.py` has the sentence for each."""

    NUMBER_MISSING = "number_missing"
    NOT_A_NUMBER = "not_a_number"
    NOT_POSITIVE = "not_positive"
    NOT_A_FRACTION = "not_a_fraction"
    RATE_TOO_HIGH = "rate_too_high"
    NOT_AN_ASSET = "not_an_asset"
    NOT_A_TIME = "not_a_time"
    NOT_A_ZONE = "not_a_zone"
    IN_THE_FUTURE = "in_the_future"
    NAME_MISSING = "name_missing"
    NO_COLLATERAL = "no_collateral"
    NO_DEBT = "no_debt"
    LADDER_ORDER = "ladder_order"
    LADDER_EMPTY = "ladder_empty"
    BEFORE_OPENING = "before_opening"
    AFTER_CLOSING = "after_closing"
    COLLATERAL_SHORT = "collateral_short"
    REPAID_TOO_MUCH = "repaid_too_much"
    DEBT_LEFT = "debt_left"
    NOT_OPENED = "not_opened"
    OPENED_TWICE = "opened_twice"
    UNKNOWN_LOAN = "unknown_loan"
    UNKNOWN_EVENT = "unknown_event"
    UNKNOWN_PLATFORM = "unknown_platform"
    UNKNOWN_PRESET = "unknown_preset"
    TWICE = "twice"
    FIELD_UNKNOWN = "field_unknown"
    FIELD_MISSING = "field_missing"
    FIELD_TYPE = "field_type"
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_TOO_LARGE = "file_too_large"
    NOT_JSON = "not_json"
    NOT_TEXT = "not_text"
    NEWER_FORMAT = "newer_format"
    UNKNOWN_LAYOUT = "unknown_layout"
    UNKNOWN_STATEMENT = "unknown_statement"
    ASSET_UNCLEAR = "asset_unclear"
    COLUMN_COUNT = "column_count"
    CANDLE_ORDER = "candle_order"
    EMPTY_FILE = "empty_file"
    NO_RATE = "no_rate"
    NOT_AN_ADDRESS = "not_an_address"
    NOTHING_OUTSIDE = "nothing_outside"
    NOT_A_SHARE = "not_a_share"
    NOT_A_WEB_ADDRESS = "not_a_web_address"
    ENDS_BEFORE = "ends_before"
    RANGE_ORDER = "range_order"
    UNKNOWN_POSITION = "unknown_position"
    BAD_QUOTES = "bad_quotes"
    CHOICE_NEEDED = "choice_needed"
    NOT_A_WORKBOOK = "not_a_workbook"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    READ_ONLY = "read_only"
    NOT_WRITTEN = "not_written"
    NOT_A_FOLDER = "not_a_folder"
    NOT_A_CLOCK = "not_a_clock"
    NOT_A_ROUTE = "not_a_route"
    TOO_MANY = "too_many"
    UNKNOWN_HOLDING = "unknown_holding"
    UNKNOWN_CREDIT = "unknown_credit"
    DRAWN_TOO_MUCH = "drawn_too_much"
    ON_ITSELF = "on_itself"
    SHARES_OVER = "shares_over"
    NOT_A_MOVE = "not_a_move"
    TOO_LONG = "too_long"
    TOO_FAR = "too_far"
    NOTHING_HAPPENS = "nothing_happens"
    UNKNOWN_SCENARIO = "unknown_scenario"
    NO_CLUSTER_LIBRARY = "no_cluster_library"
    NOT_A_SCHEDULER = "not_a_scheduler"
    NO_CLUSTER = "no_cluster"
    NO_HISTORY = "no_history"


class Refused(ValueError):
    """Input that was refused: the problem, where it stands (line and field) and the values it is about."""

    def __init__(self, problem: Problem, *, line: int = 0, field: str = "", **values: object) -> None:
        super().__init__(problem.value, line, field, values)
        self.problem = problem
        self.line = line
        self.field = field
        self.values = {name: str(value) for name, value in values.items()}

    def at(self, *, line: int = 0, field: str = "") -> "Refused":
        """Return the same refusal with its place filled in where it is not yet known."""
        return self._copy(self.line or line, self.field or field)

    def under(self, parent: str) -> "Refused":
        """Return the same refusal with its field told from `parent`, such as ``loans[0]``."""
        return self._copy(self.line, f"{parent}.{self.field}" if self.field else parent)

    def _copy(self, line: int, field: str) -> "Refused":
        copy = Refused(self.problem, line=line, field=field)
        copy.values = dict(self.values)
        copy.args = (self.problem.value, line, field, copy.values)
        return copy
