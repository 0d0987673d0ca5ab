"""Log lines: for people (`text`) or for machines (`json`), the same fields in both.

Nothing in them is about readers: no address that was asked for, no query, no client, no browser.
A line is one event. What stands in a message cannot begin a line of its own or colour a terminal,
and passwords in addresses of databases are left out.
"""

import logging
import logging.config
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from pythonjsonlogger.json import JsonFormatter

from app import bounds
from app.config import LogFormat
from app.web.observing.current import current

_SECRETS: Final = (
    (re.compile(r"(://[^\s:/@]{0,100}:)\S{0,1000}@"), r"\1***@"),
    (re.compile(r"(\bpassword=)[^\s&;,'\")]+", re.IGNORECASE), r"\1***"),
)
_FROM_CODE: Final = ("status", "duration_ms", "cause", "repeats")
"""What a record may carry besides its message. Everything else in it is left out."""

_ESCAPED: Final = {
    code: f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
    for code in (
        *range(0x20),
        *range(0x7F, 0xA0),
        *(0x061C, 0x200E, 0x200F, 0x2028, 0x2029),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    )
}
"""Control characters, line ends of all kinds, and what turns the direction of writing."""

_PLAIN: Final = logging.Formatter()


class TextLines(logging.Formatter):
    """`time LEVEL logger: message key=value …`, and a traceback behind a margin."""

    def format(self, record: logging.LogRecord) -> str:
        fields = _fields(record)
        head = f"{fields.pop('time')} {fields.pop('level'):<7} {fields.pop('logger')}: "
        message = fields.pop("message").translate(_ESCAPED)
        if "status" in fields:  # the message says them
            for name in ("method", "route", "status"):
                fields.pop(name, None)
        trace = _trace(record)
        told = "".join(f" {name}={value}" for name, value in fields.items())
        return "\n  | ".join(
            (head + message + told, *(line.translate(_ESCAPED) for line in trace.split("\n")))
            if trace
            else (head + message + told,)
        )


class JsonLines(JsonFormatter):
    """One JSON object a line; a traceback is its field `exc_info`."""

    def add_fields(
        self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]
    ) -> None:
        log_data.update(_fields(record))
        if trace := _trace(record):
            log_data["exc_info"] = trace


def config(log_format: LogFormat, level: str = "INFO") -> dict[str, Any]:
    """What `logging.config.dictConfig` takes, and uvicorn as its `log_config`. Holds nothing but
    words and numbers, so that it can be handed to other processes."""
    room = "app.web.observing"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "text": {"()": f"{room}.logs.TextLines"},
            "json": {"()": f"{room}.logs.JsonLines"},
        },
        "filters": {"repeats": {"()": f"{room}.repeats.QuietRepeats"}},
        "handlers": {
            "lines": {
                "()": f"{room}.lines.LineWriter",
                "formatter": log_format,
                "filters": ["repeats"],
            }
        },
        "root": {"handlers": ["lines"], "level": "WARNING"},
        "loggers": {
            "app": {"level": level},
            # They carry the addresses of clients, and what is worth telling is told elsewhere.
            "uvicorn.access": {"level": "CRITICAL"},
            "uvicorn": {"level": level, "propagate": True},
        },
    }


def configure(log_format: LogFormat, level: str = "INFO") -> None:
    """Sets up the log lines of this process."""
    logging.config.dictConfig(config(log_format, level))


def scrub(text: str) -> str:
    """The text without passwords, and no longer than lines may be."""
    for secret, instead in _SECRETS:
        text = secret.sub(instead, text)
    return text


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    """Everything there is to tell, in order."""
    time = datetime.fromtimestamp(record.created, UTC)
    return {
        "time": f"{time:%Y-%m-%dT%H:%M:%S}.{time.microsecond // 1000:03d}Z",
        "level": record.levelname,
        "logger": record.name,
        "message": scrub(record.getMessage()[: bounds.LOG_CHARACTERS]).strip(),
        **dict(_of_request()),
        **{name: getattr(record, name) for name in _FROM_CODE if hasattr(record, name)},
        "worker": os.getpid(),
    }


def _of_request() -> Iterator[tuple[str, Any]]:
    if request := current.get():
        yield "request_id", request.request_id
        yield "method", request.method
        yield "route", request.route
        if request.release is not None:
            yield "release", request.release


def _trace(record: logging.LogRecord) -> str:
    """The traceback of an error. Its end says most, so that is what is kept of a long one."""
    if not record.exc_info or record.exc_info[0] is None:
        return ""
    return scrub(_PLAIN.formatException(record.exc_info)[-bounds.LOG_CHARACTERS :])
