"""Runs the site with uvicorn, within the bounds of `app.bounds`."""

import gc
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.supervisors import Multiprocess

from app import bounds
from app.config import networks, settings
from app.web.door.descriptors import raise_limit, room
from app.web.door.protocol import BoundedProtocol
from app.web.observing import logs
from app.web.observing.workers import together

if TYPE_CHECKING:
    from app.web.site import Site


def run(host: str, port: int, workers: int = 1) -> None:
    """Answers until the process is told to end.

    Raises:
        SystemExit: the site could not be started; why has been logged.
    """
    raise_limit()
    if workers == 1:
        uvicorn.run(**options(host, port, workers))
        return
    config = uvicorn.Config(**options(host, port, workers))
    with together():
        _Workers(config, [config.bind_socket()]).run()


class _Workers(Multiprocess):
    """The processes that answer. The socket they share is closed before they are told to end: one
    who comes later is refused at once, and does not wait for nobody to take the connection."""

    def terminate_all(self) -> None:
        for socket in self.sockets:
            socket.close()
        super().terminate_all()


def options(host: str, port: int, workers: int = 1) -> dict[str, Any]:
    """What uvicorn is told, all of it."""
    proxies = settings().trusted_proxies
    return {
        "app": "app.serving:site",
        "factory": True,
        "host": host,
        "port": port,
        "workers": workers,
        "http": BoundedProtocol,
        "ws": "none",
        "backlog": room().backlog,
        "proxy_headers": bool(proxies),
        "forwarded_allow_ips": _trusted(proxies),
        "access_log": False,
        "server_header": False,
        "log_config": logs.config(settings().log_format),
        "timeout_keep_alive": bounds.KEEP_ALIVE_SECONDS,
        "timeout_graceful_shutdown": bounds.SHUTDOWN_SECONDS,
    }


def site() -> "Site":
    """The site. What it is made of lasts as long as the process: looking it through for rubbish
    while it is being made takes a sixth of the start, and finds none."""
    gc.disable()
    try:
        from app.main import create_app

        return create_app()
    finally:
        gc.freeze()
        gc.enable()


def _trusted(proxies: str) -> list[str]:
    """The networks of proxies, and the same as a socket for both families calls those of IPv4."""
    found = []
    for network in networks(proxies):
        found.append(str(network))
        if network.version == 4:
            found.append(f"::ffff:{network.network_address}/{96 + network.prefixlen}")
    return found
