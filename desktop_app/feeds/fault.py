"""Why a fetch brought nothing, as a code that the rest of the program can act on."""

from enum import Enum


class FetchFault(Enum):
    """Why a fetch brought nothing."""

    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    TOO_MANY = "too_many_requests"
    STATUS = "status"
    TOO_LARGE = "too_large"
    REDIRECT = "redirect"
    NOT_JSON = "not_json"
    UNEXPECTED = "unexpected_answer"
    NOT_ALLOWED = "address_not_allowed"
    NOT_LISTED = "not_listed"
    RESTING = "resting"


# What says something about the question rather than about the host.
_ABOUT_THE_QUESTION = frozenset({FetchFault.UNEXPECTED, FetchFault.NOT_ALLOWED, FetchFault.NOT_LISTED})
_STATUS_OF_THE_QUESTION = frozenset({400, 404, 422})


class FetchError(Exception):
    """A fetch failed.

    It tells the fault, a short detail, how many seconds to wait before the next try where that is known,
    the HTTP status (0 without one) and the beginning of what the server said beside it.
    """

    def __init__(
        self,
        fault: FetchFault,
        detail: str = "",
        retry_after_s: float | None = None,
        *,
        status: int = 0,
        said: str = "",
    ) -> None:
        super().__init__(f"{fault.value}: {detail}" if detail else fault.value)
        self.fault = fault
        self.detail = detail
        self.retry_after_s = retry_after_s
        self.status = status
        self.said = said

    @property
    def blames_host(self) -> bool:
        """Whether the host is at fault, so that another question to it would fare no better now."""
        if self.fault is FetchFault.STATUS:
            return self.status not in _STATUS_OF_THE_QUESTION
        return self.fault not in _ABOUT_THE_QUESTION


def unexpected(detail: str) -> FetchError:
    """Return the error of an answer that has another form than its documentation says."""
    return FetchError(FetchFault.UNEXPECTED, detail[:120])
