"""Assistants of others speak to a site that runs, and to the command on one's own machine."""

import os
import sys
from pathlib import Path

import pytest
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from app.config import ROOT, settings
from tests import event_loop
from tests.features.assistants.asking import Era, Told
from tests.pages.checks import text_of
from tests.pages.client import Client as Pages
from tests.serving.process import command, environment, free_port, running


async def evaluation_of(client: Client) -> Told:
    return Told(await client.call_tool("get_evaluation", {"id": "hemne-2018", "lang": "en"}))


def spoken(url: str, *words: str, era: Era = "auto") -> Told:
    """What `kompass mcp` answers."""
    started = StdioServerParameters(
        command=sys.executable,
        args=["-m", "app.cli", "mcp", *words],
        env=environment(url),
        cwd=ROOT,
    )

    async def speaking() -> Told:
        async with Client(stdio_client(started, errlog=log), mode=era) as client:
            return await evaluation_of(client)

    with Path(os.devnull).open("w") as log:
        return event_loop.run(speaking())


@pytest.mark.parametrize("era", ["auto", "legacy"])
def test_the_command_answers_from_the_database_here(real_url: str, era: Era) -> None:
    told = spoken(real_url, era=era)
    assert told.data["total"]["score"] == 433.0
    assert "433 out of 800 points" in told.texts[0]


def test_a_site_answers_over_http_and_the_command_by_way_of_it(
    real_url: str, tmp_path: Path
) -> None:
    port = free_port()
    own = f"http://127.0.0.1:{port}"
    with running(tmp_path, real_url, workers=2, port=port, SITE_URL=own) as site:

        async def asking(era: Era) -> Told:
            async with Client(f"{own}/mcp", mode=era) as client:
                await client.list_tools()
                return await evaluation_of(client)

        answers = [event_loop.run(asking(era)) for era in ("auto", "legacy")]
        answers.append(spoken("sqlite:////nowhere/at/all.db", "--site", own))
        assert [told.data["total"]["score"] for told in answers] == [433.0] * 3
        assert {told.about["page"] for told in answers} == {f"{own}/en/kommuner/hemne/2018"}
        assert not [line for line in site.lines() if " ERROR " in line]


@pytest.mark.parametrize("address", ["nonsense", "http://127.0.0.1:1", "http://[::1"])
def test_the_command_says_where_there_is_no_site(real_url: str, address: str) -> None:
    process = command(real_url, "mcp", "--site", address)
    told, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert told.strip() == f"No site like this one answers at {address}."


def test_pages_say_where_assistants_ask(site: Pages) -> None:
    address = f"{settings().site_address}/mcp"
    assert address in [text_of(code) for code in site.get("/en/data/api").find_all("code")]
    assert f": {address}\n" in site.http.get("/llms.txt").text
