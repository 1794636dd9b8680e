"""A Neo4j Community server from the jars that `make neo4j` copies: no Docker, no installation."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from neo4j.exceptions import ServiceUnavailable

from tests.neo4j.server import Account, OwnServer, wait_until_it_answers
from tests.serving import free_port

CHECKOUT = Path(__file__).resolve().parents[2]
POM = CHECKOUT / "tests" / "neo4j" / "pom.xml"
STARTS_WITHIN = 120.0  # seconds; five are usual
ENDS_WITHIN = 60.0
ADMIN = "org.neo4j.cli.AdminTool"
OPTIONS = (
    "-Xms128m",
    "-Xmx512m",
    "-XX:+UseSerialGC",  # one collector thread: the tests share the machine
    "-XX:TieredStopAtLevel=1",  # short lives: half the time to start; a benchmark would be slowed
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
)
# Loopback only, nothing besides Bolt, no reports to anybody, small files.
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
dbms.security.auth_enabled={secured}
db.tx_log.preallocate=false
"""


class NotAssembled(Exception):
    """There are no jars, or no Java that runs them; the message says how to get them."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """The jars of one version, and the Java that runs them."""

    version: str
    jars: Path
    java: str

    @property
    def main_class(self) -> str:
        """The class was renamed when the numbers of versions became dates."""
        name = "CommunityEntryPoint" if self.version.startswith("5.") else "Neo4jCommunity"
        return f"org.neo4j.server.{name}"

    def command(self, main_class: str, *arguments: str) -> list[str]:
        """What runs one of its classes."""
        return [self.java, *OPTIONS, "-cp", f"{self.jars}{os.sep}*", main_class, *arguments]


def wanted_version() -> str:
    """MANDATES_NEO4J_VERSION, else the version that the pom names."""
    named = ElementTree.parse(POM).findtext(".//{*}neo4j.version")
    return os.environ.get("MANDATES_NEO4J_VERSION") or str(named)


def find_distribution() -> Distribution:
    """The jars in MANDATES_NEO4J_JARS, else in `.neo4j/<version>` of the checkout.

    Raises NotAssembled.
    """
    named = os.environ.get("MANDATES_NEO4J_JARS")
    jars = Path(named) if named else CHECKOUT / ".neo4j" / wanted_version()
    versions = [re.fullmatch(r"neo4j-(\d[\d.]*)\.jar", path.name) for path in jars.glob("*.jar")]
    version = next((found[1] for found in versions if found), None)
    if version is None:
        raise NotAssembled(f"{jars}: no Neo4j there; `make neo4j` assembles one")
    needed = 17 if version.startswith("5.") else 21
    java = next((path for path in _javas() if _java_version(path) >= needed), None)
    if java is None:
        raise NotAssembled(f"Neo4j {version} needs Java {needed}: install it, or set JAVA_HOME")
    return Distribution(version, jars, java)


def _javas() -> Iterator[str]:
    if home := os.environ.get("JAVA_HOME"):
        yield str(Path(home, "bin", "java"))
    if on_path := shutil.which("java"):
        yield on_path
    # Several versions may be installed side by side, where Linux distributions put them.
    yield from sorted(map(str, Path("/usr/lib/jvm").glob("*/bin/java")))


def _java_version(java: str) -> int:
    """The feature number, as 17; 0 if it does not run."""
    try:
        told = subprocess.run([java, "--version"], capture_output=True, text=True, timeout=60)
    except OSError:
        return 0
    number = re.match(r"\w+ (\d+)", told.stdout)
    return int(number[1]) if number else 0


@dataclass(slots=True)
class AssembledServer(OwnServer):
    """A server of our own in a fresh folder, on a free port of this machine."""

    ours: bool = True
    distribution: Distribution = field(kw_only=True)
    folder: Path = field(kw_only=True)
    _process: subprocess.Popen[bytes] | None = None

    @classmethod
    def prepare(
        cls, distribution: Distribution, folder: Path, account: Account | None
    ) -> AssembledServer:
        """Write the settings; with an account, only its user gets in. Started by `start`."""
        port = free_port()
        server = cls(f"bolt://127.0.0.1:{port}", account, distribution=distribution, folder=folder)
        settings = SETTINGS.format(port=port, secured=str(account is not None).lower())
        (folder / "conf").mkdir(parents=True)
        (folder / "conf" / "neo4j.conf").write_text(settings, encoding="utf-8")
        if account:
            server.administer("dbms", "set-initial-password", account.password)
        return server

    def administer(self, *arguments: str) -> str:
        """Run `neo4j-admin` on the folder, and give back what it printed. Not while it serves."""
        places = {"NEO4J_HOME": str(self.folder), "NEO4J_CONF": str(self.folder / "conf")}
        done = subprocess.run(
            self.distribution.command(ADMIN, *arguments),
            env=os.environ | places,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def start(self) -> None:
        if self._is_running():
            return
        places = (f"--home-dir={self.folder}", f"--config-dir={self.folder / 'conf'}")
        command = self.distribution.command(self.distribution.main_class, *places)
        with (self.folder / "output").open("ab") as output:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output
            )
        try:
            wait_until_it_answers(self, self._is_running, STARTS_WITHIN)
        except ServiceUnavailable as error:
            self.kill()
            raise ServiceUnavailable(f"{error}\n{self._log()}") from error

    def stop(self) -> None:
        if self._process:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(ENDS_WITHIN)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()

    def remove(self) -> None:
        self.kill()
        shutil.rmtree(self.folder)

    def _is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _log(self) -> str:
        """What it said, in its log and where it could not log yet."""
        files = (self.folder / "logs" / "neo4j.log", self.folder / "output")
        return "\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file())
