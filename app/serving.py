"""Runs the site with uvicorn, within the bounds of `app.bounds`."""

import uvicorn

from app import bounds
from app.config import settings
from app.web.observing import logs


def run(host: str, port: int, workers: int = 1) -> None:
    """Answers until the process is told to end."""
    uvicorn.run(
        "app.main:create_app",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        access_log=False,
        server_header=False,
        log_config=logs.config(settings().log_format),
        timeout_graceful_shutdown=bounds.SHUTDOWN_SECONDS,
    )
