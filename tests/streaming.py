"""The stream over which the app sends its pages, read as a browser reads it."""

from __future__ import annotations

import socket
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

WITHIN = 90  # seconds


def stream(port: int, host: str = "127.0.0.1", origin: str | None = None) -> ClientConnection:
    """Connect to the app on this machine, as a page of `origin` that knows it as `host` would."""
    return connect(
        f"ws://{host}:{port}/_stcore/stream",
        origin=origin or f"http://{host}:{port}",  # type: ignore[arg-type]
        subprotocols=["streamlit"],  # type: ignore[list-item]
        compression=None,
        sock=socket.create_connection(("127.0.0.1", port), timeout=WITHIN),
        max_size=None,
    )


def page_sent(connection: ClientConnection, **asked: str) -> list[ForwardMsg]:
    """Everything that is sent for the page at an address, until its script is done."""
    ask = BackMsg()
    ask.rerun_script.query_string = urlencode(asked)
    connection.send(ask.SerializeToString())
    sent: list[ForwardMsg] = []
    while not sent or not sent[-1].HasField("script_finished"):
        message = ForwardMsg()
        message.ParseFromString(connection.recv(timeout=WITHIN))
        sent.append(message)
    return sent
