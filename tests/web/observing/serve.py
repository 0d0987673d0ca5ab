"""Runs the small site as the real one is run. Takes the port and the number of processes."""

import sys

import uvicorn

from app.web.observing import logs, workers

if __name__ == "__main__":
    port, processes = map(int, sys.argv[1:])
    with workers.together():
        uvicorn.run(
            "tests.web.observing.site:small_site",
            factory=True,
            port=port,
            workers=processes,
            access_log=False,
            log_config=logs.config("json"),
        )
