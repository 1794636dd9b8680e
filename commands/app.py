"""`mandates app`: the app in a browser on this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import click

from commands.build import build
from commands.bundle import app_file, digests_folder, streamlit_flags
from commands.layout.terminal import say
from commands.options import asked, store_option
from graph.model.errors import StoreError
from graph.stores import DEFAULT_URL, open_store


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help="Serve at this port.")
@store_option
def command(port: int | None, url: str) -> None:
    """Open the app in a browser on this machine; it serves no other.

    Where the folder holds no store yet, one is made from the digests that come with the program.

    \b
    Example:
      mandates app
      mandates app --store sqlite:///reports.sqlite --port 8600
    """
    ensure_store(url)
    flags = [*streamlit_flags(), *([f"--server.port={port}"] if port else [])]
    server = [sys.executable, "-m", "streamlit", "run", str(app_file()), *flags]
    with subprocess.Popen(server, env=os.environ | {"MANDATES_STORE": url}) as serving:
        # Whoever ends this command, by hand or by signal, ends the server that it started.
        signal.signal(signal.SIGTERM, lambda *_: serving.terminate())
        try:
            status = serving.wait()
        except KeyboardInterrupt:
            status = 0
    click.get_current_context().exit(max(status, 0))


def ensure_store(url: str) -> None:
    """See to it that there is something to show. Raises StoreError for a named store without it.

    Only the default store is made of the digests: a name that was mistyped shall not get one.
    """
    try:
        with asked(url):
            return
    except StoreError:
        if url != DEFAULT_URL:
            raise
    say("no store here yet: making one from the digests")
    with open_store(url) as store:
        for failure in build([digests_folder()], store).failures:
            say(f"failed: {failure}")
