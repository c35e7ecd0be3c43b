"""The technical log: one JSON object a line on standard error, ours and the libraries' alike.

It holds no personal data: no bodies, no questions (so no query strings), no names. Of an error it tells the
kind and the places in the code, not the message, which may quote what somebody sent. Who did what is in the
log of acts (`web.audit`); `verzoek` is the same in both.
"""

import logging
import sys
import traceback
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

LEVELS = {"verzoeken": logging.INFO, "fouten": logging.WARNING}
"""By the value of the setting: a line for every request, or only for what went wrong."""


def configure(choice: str) -> None:
    """Send all lines of this process to standard error; `choice` is a key of `LEVELS`."""
    level = LEVELS[choice]
    before: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        places_only,
    ]
    as_json = structlog.processors.JSONRenderer(ensure_ascii=False)
    structlog.configure(
        processors=[*before, as_json],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        # Writes a line at once: lines of other threads and processes do not mix with it.
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
    )
    of_libraries = logging.StreamHandler(sys.stderr)
    of_libraries.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=before,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, as_json],
        )
    )
    logging.basicConfig(handlers=[of_libraries], level=logging.WARNING, force=True)


def places_only(_: Any, __: str, event: EventDict) -> EventDict:
    """Put the kinds of an error and its causes, and where they arose, in the place of the error itself."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    error = info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["fout"], event["plek"] = [], []
        while error is not None:
            event["fout"].append(f"{type(error).__module__}.{type(error).__qualname__}")
            event["plek"].append([f"{f.filename}:{f.lineno} {f.name}" for f in _frames(error)])
            error = error.__cause__ or error.__context__
    return event


def _frames(error: BaseException) -> list[traceback.FrameSummary]:
    # Without the lines of code: they are not needed, and reading them costs time.
    return list(traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False))
