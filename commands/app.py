"""`mandates app`: the app in a browser on this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import click

from commands.build import JUDGEMENTS, build
from commands.bundle import JUDGEMENTS_SET, UPLOADS_SET, app_file, digests_folder, streamlit_flags
from commands.layout.terminal import say
from commands.options import asked, store_option
from graph.model.errors import StoreError
from graph.stores import DEFAULT_URL, open_store

UPLOAD_SIZE = 20  # megabytes: a long report as text is one


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help="Serve at this port.")
@click.option(
    "--judgements",
    "judgements_folder",
    is_flag=False,
    flag_value=str(JUDGEMENTS),
    type=click.Path(path_type=Path, file_okay=False),
    metavar="[FOLDER]",
    help=f"Let readers confirm, reject and add links; what they decide goes to {JUDGEMENTS}/ or FOLDER.",
)
@click.option(
    "--uploads",
    "upload_size",
    is_flag=False,
    flag_value=UPLOAD_SIZE,
    type=click.IntRange(1, 200),
    metavar="[MB]",
    help=f"Let readers add documents, files of {UPLOAD_SIZE} MB or MB at most.",
)
@store_option
def command(
    port: int | None, judgements_folder: Path | None, upload_size: int | None, url: str
) -> None:
    """Open the app in a browser on this machine; it serves no other.

    Where the folder holds no store yet, one is made from the digests that come with the program.
    Without --judgements and --uploads readers change nothing.

    \b
    Example:
      mandates app
      mandates app --store sqlite:///reports.sqlite --port 8600
      mandates app --judgements --uploads
    """
    ensure_store(url)
    flags = [*streamlit_flags(), *([f"--server.port={port}"] if port else [])]
    flags += [f"--server.maxUploadSize={upload_size}"] if upload_size else []
    server = [sys.executable, "-m", "streamlit", "run", str(app_file()), *flags]
    surroundings = os.environ | {"MANDATES_STORE": url} | _modes(judgements_folder, upload_size)
    with subprocess.Popen(server, env=surroundings) as serving:
        # Whoever ends this command, by hand or by signal, ends the server that it started.
        signal.signal(signal.SIGTERM, lambda *_: serving.terminate())
        try:
            status = serving.wait()
        except KeyboardInterrupt:
            status = 0
    click.get_current_context().exit(max(status, 0))


def _modes(judgements_folder: Path | None, upload_size: int | None) -> dict[str, str]:
    """What readers may change, for the server; empty where they may not, whatever was set before."""
    return {
        JUDGEMENTS_SET: str(judgements_folder.absolute()) if judgements_folder else "",
        UPLOADS_SET: str(upload_size or ""),
    }


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
