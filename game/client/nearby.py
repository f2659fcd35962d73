"""Servers in the same network, found without an address."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.networks import nearest
from game.wire import PROTOCOL, SERVICE

if TYPE_CHECKING:
    from zeroconf import ServiceBrowser, ServiceStateChange, Zeroconf

ASK = 3000
"""Ms for a server that has been heard of to say where it is."""
REACH = 1.0
"""Seconds for one of a server's several addresses to answer."""
PATIENCE = 5.0
"""Seconds for the first server to be heard of."""
OTHERS = 1.0
"""Seconds more for the others, if there are any."""


@dataclass(frozen=True, slots=True, order=True)
class Server:
    """`name` is that of its machine; `url` where it is reached."""

    name: str
    url: str


class Nearby:
    """Listens in threads of its own, from `start` to `stop`. `changed` is called in one of them.

    `interfaces` are addresses of this machine to listen through: None for all of them, empty for none.
    """

    def __init__(self, changed: Callable[[], object], interfaces: Sequence[str] | None = None) -> None:
        self._changed = changed
        self._interfaces = None if interfaces is None else tuple(interfaces)
        self._found: dict[str, Server] = {}
        self._lock = threading.Lock()
        self._browser: ServiceBrowser | None = None
        self._wanted = False

    @property
    def servers(self) -> list[Server]:
        """Those that are here now, by name."""
        with self._lock:
            return sorted(self._found.values())

    def start(self) -> None:
        """Begin to listen; costs the caller nothing. Where there is no network nothing is ever found."""
        if not self._wanted and self._interfaces != ():
            self._wanted = True
            threading.Thread(target=self._listen, name="bemot-nearby", daemon=True).start()

    def stop(self) -> None:
        """Listen no more; what was found is forgotten."""
        with self._lock:
            self._wanted = False
            browser, self._browser = self._browser, None
            self._found.clear()
        if browser is not None:
            threading.Thread(target=_end, args=[browser], name="bemot-nearby-end", daemon=True).start()

    def _listen(self) -> None:
        from zeroconf import Error, InterfaceChoice, IPVersion, ServiceBrowser, Zeroconf

        through = list(self._interfaces) if self._interfaces else InterfaceChoice.All
        try:
            zeroconf = Zeroconf(through, ip_version=IPVersion.V4Only)
        except (OSError, Error):
            return
        with self._lock:
            if self._wanted and self._browser is None:
                self._browser = ServiceBrowser(zeroconf, SERVICE, handlers=[self._heard])
                return
        zeroconf.close()

    # --- what the browser tells, in its own thread

    def _heard(
        self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange
    ) -> None:
        from zeroconf import ServiceStateChange

        if state_change is ServiceStateChange.Removed:
            self._gone(name)
        else:
            self._ask(zeroconf, service_type, name)

    def _ask(self, zeroconf: Zeroconf, kind: str, name: str) -> None:
        """Somebody is here; ask where."""
        from zeroconf import Error

        with contextlib.suppress(OSError, Error):
            info = zeroconf.get_service_info(kind, name, timeout=ASK)
            if info is None or not info.parsed_addresses():
                return
            told = info.decoded_properties
            if told.get("protocol") != str(PROTOCOL):
                return
            address = _reached(info.parsed_addresses(), info.port or 0)
            with self._lock:
                if not self._wanted:
                    return
                self._found[name] = Server(told.get("machine") or address, f"http://{address}:{info.port}")
            self._changed()

    def _gone(self, name: str) -> None:
        with self._lock:
            gone = self._found.pop(name, None)
        if gone is not None:
            self._changed()


def heard(interfaces: Sequence[str] | None = None, patience: float = PATIENCE) -> list[Server]:
    """Those that are heard of within some seconds, by name. Waits for them."""
    news = threading.Event()
    nearby = Nearby(news.set, interfaces)
    nearby.start()
    try:
        if news.wait(patience):
            time.sleep(OTHERS)
        return nearby.servers
    finally:
        nearby.stop()


def _end(browser: ServiceBrowser) -> None:
    browser.cancel()  # its thread, which `close` leaves waiting
    browser.zc.close()


def _reached(addresses: Sequence[str], port: int) -> str:
    """The first that answers of a server's addresses, those in networks of this machine first; when none
    does, the nearest. A machine tells all its addresses in all its networks.
    """
    near = nearest(addresses)
    if len(near) > 1:
        for address in near:
            with contextlib.suppress(OSError), socket.create_connection((address, port), REACH):
                return address
    return near[0]
