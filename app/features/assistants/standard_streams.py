"""The same server over standard input and output, for assistants on one's own machine."""

from contextlib import AsyncExitStack

import anyio
import httpx2
from fastapi import FastAPI
from mcp.server.stdio import stdio_server

from app.features.assistants.asking import ToolRefused, client_at, client_of, read_description
from app.features.assistants.server import AssistantServer


def speak_of(site: FastAPI) -> None:
    """Answers by an application in this process, until nobody asks any more."""

    async def speaking() -> None:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(site.router.lifespan_context(site))
            client = await stack.enter_async_context(client_of(site))
            await _speak(AssistantServer(site.openapi(), client))

    anyio.run(speaking)


def speak_for(address: str) -> bool:
    """Answers by a site somewhere else. False where there is none that answers."""

    async def speaking() -> bool:
        try:
            async with client_at(address) as client:
                assistants = AssistantServer(await read_description(client), client)
                await _speak(assistants)
        except (ToolRefused, httpx2.InvalidURL):
            return False
        return True

    return anyio.run(speaking)


async def _speak(assistants: AssistantServer) -> None:
    server = assistants.server
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())
