"""Fixtures of the tests of the domain."""

from collections.abc import Callable

import pytest
from lending import valued_loan

from desktop_app.domain.loans.valuation import Valuation


@pytest.fixture
def valued() -> Callable[..., Valuation]:
    """Value a loan; see `lending.valued_loan`."""
    return valued_loan
