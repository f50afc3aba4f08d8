"""The notice of a newer version: only where it is wanted, and never a download."""

import asyncio

import pytest
from pytest_httpserver import HTTPServer

from desktop_app.domain.problems import Refused
from desktop_app.engine import commands
from desktop_app.engine.service import Service
from desktop_app.engine.updates import Newer, Updates, check_update_address, read_answer
from desktop_app.feeds.client import HttpClient


@pytest.mark.parametrize(
    ("told", "newer"),
    [
        ('{"version": "0.2.0", "page": "https://example.org/new"}', Newer("0.2.0", "https://example.org/new")),
        ('{"version": "0.10"}', Newer("0.10", "")),
        ('{"version": "1", "page": "file:///etc/passwd"}', Newer("1", "")),
        ('{"version": "1.0.0", "page": "http://example.org/plain"}', Newer("1.0.0", "")),
        ('{"version": "0.1.0"}', None),
        ('{"version": "0.0.9"}', None),
    ],
)
def test_an_answer_is_compared_by_numbers_and_its_page_only_shown_over_https(told, newer):
    assert read_answer(told, own="0.1.0") == newer


@pytest.mark.parametrize("told", ['{"version": "newest"}', "{}", "[]", "<html>", '{"version": 2}'])
def test_another_answer_is_refused(told):
    with pytest.raises(ValueError, match=r".+"):
        read_answer(told)


def test_an_address_is_https_or_of_this_machine_or_none():
    assert check_update_address(" https://example.org/v.json ") == "https://example.org/v.json"
    assert check_update_address("  ") == ""
    for wrong in ("http://example.org/v.json", "ftp://a", "example.org"):
        with pytest.raises(Refused):
            check_update_address(wrong)


@pytest.mark.parametrize(("wanted", "asked"), [(True, True), (False, False)])
def test_the_address_is_asked_only_where_a_person_wants_it(httpserver: HTTPServer, wanted: bool, asked: bool) -> None:
    httpserver.expect_request("/version.json").respond_with_json({"version": "99.0", "page": "https://example.org/99"})
    service = Service(None, lambda _: None, polling=False)
    address = httpserver.url_for("/version.json")
    service.run(lambda monitor, now: commands.change_setting(monitor, "update_url", address)).result()
    service.run(lambda monitor, now: commands.change_setting(monitor, "update_notice", wanted)).result()
    updates = Updates(service, every_s=0.02)

    async def look() -> None:
        async with HttpClient() as client:
            task = asyncio.create_task(updates.run(client))
            for _ in range(100):
                await asyncio.sleep(0.01 if asked else 0.002)
                if updates.newer:
                    break
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    asyncio.run(look())
    service.stop()
    assert updates.newer == (Newer("99.0", "https://example.org/99") if asked else None)
    assert {request.path for request, _ in httpserver.log} == ({"/version.json"} if asked else set())
