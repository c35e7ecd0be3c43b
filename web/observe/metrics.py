"""Figures for Prometheus: requests by route as they come, queue and disk as they are when asked.

Several workers keep their figures in a folder that they share: the variable PROMETHEUS_MULTIPROC_DIR, which
`web serve` sets before it starts them.
"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from prometheus_client import REGISTRY, CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from web.services.toestand import Toestand

SHARED = "PROMETHEUS_MULTIPROC_DIR"

REQUESTS = Histogram(
    "thuisplek_request_seconds",
    "Time in the server from a request to the end of its answer.",
    ("method", "route", "status"),
    buckets=(0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30),
)


class _Now(Collector):
    def __init__(self, toestand: "Toestand") -> None:
        self._figures = (
            ("thuisplek_ready", "1 when the system can do its work.", float(toestand.klaar)),
            ("thuisplek_database_up", "1 when the database answers.", float(toestand.database)),
            ("thuisplek_disk_free_bytes", "Room left in the data folder.", toestand.schijf_vrij),
            ("thuisplek_jobs_waiting", "Jobs in the queue.", toestand.wachtend),
            ("thuisplek_jobs_running", "Jobs that run.", toestand.bezig),
            ("thuisplek_jobs_oldest_wait_seconds", "Wait of the first in the queue.", toestand.wacht_al),
        )

    def collect(self) -> Iterator[GaugeMetricFamily]:
        for name, telling, value in self._figures:
            yield GaugeMetricFamily(name, telling, value=value)


def exposition(toestand: "Toestand") -> bytes:
    """All figures in Prometheus' text form."""
    current = CollectorRegistry()
    current.register(_Now(toestand))
    if SHARED not in os.environ:
        return generate_latest(REGISTRY) + generate_latest(current)
    MultiProcessCollector(current)  # type: ignore[no-untyped-call]
    return generate_latest(current)
