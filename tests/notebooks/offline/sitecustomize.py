"""Python imports this at its start where the folder is on the path: no way out of the machine."""

import sys

LOCAL = {"127.0.0.1", "::1", "localhost", None, ""}


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        outside = isinstance(address, tuple) and address[0] not in LOCAL
    else:
        outside = event == "socket.getaddrinfo" and arguments[0] not in LOCAL
    if outside:
        raise ConnectionRefusedError(f"{event}: notebooks run without a network")


sys.addaudithook(_refuse)
