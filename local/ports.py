"""Which ports the stack uses, and a clear word when one is taken."""

import socket
from dataclasses import dataclass


class PortTaken(RuntimeError):
    """Names the port, what it is for, and the option that chooses another."""


@dataclass(frozen=True)
class Ports:
    page: int = 8000
    host: int = 7071
    cosmos: int = 8081
    blob: int = 10000
    queue: int = 10001
    redis: int = 6390
    mail: int = 1025
    mailpage: int = 8025

    def check(self) -> None:
        """Errors: PortTaken for the first port somebody else listens on."""
        for name, number in vars(self).items():
            if _is_taken(number):
                option = "--port (make: PORT=)" if name == "page" else f"--{name}-port"
                raise PortTaken(f"Port {number} ({name}) is taken by another program. Choose another with {option}.")


def _is_taken(port: int) -> bool:
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def free() -> Ports:
    """Ports nobody listens on right now, all different."""
    names = list(vars(Ports()))
    sockets = [socket.socket() for _ in names]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return Ports(**{name: one.getsockname()[1] for name, one in zip(names, sockets, strict=True)})
    finally:
        for one in sockets:
            one.close()
