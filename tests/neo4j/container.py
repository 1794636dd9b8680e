"""A Neo4j Community server in a Docker container, where a Docker engine answers."""

from __future__ import annotations

from dataclasses import dataclass, field

import docker
from docker.errors import DockerException
from testcontainers.core.container import DockerContainer

from tests.neo4j.server import Account, OwnServer, wait_until_it_answers
from tests.serving import free_port

BOLT = 7687  # inside the container
STARTS_WITHIN = 180.0  # seconds
ANSWERS_WITHIN = 600  # seconds, in which an image may come
HEAP = "512m"


def image_of(version: str) -> str:
    """The official image of the Community edition."""
    return f"neo4j:{version}-community"


def docker_has(image: str) -> bool:
    """Whether there is a Docker engine that this user may ask, and the image on it or to be had."""
    try:
        client = docker.from_env(timeout=ANSWERS_WITHIN)
    except DockerException:
        return False
    try:
        client.ping()
        if not client.images.list(image):
            client.images.pull(image)
    except (DockerException, OSError):
        return False
    else:
        return True
    finally:
        client.close()


@dataclass(slots=True)
class ContainerServer(OwnServer):
    """A server of our own in a container; the port is fixed, so that a restart keeps the address."""

    ours: bool = True
    container: DockerContainer = field(kw_only=True)
    _is_created: bool = False

    @classmethod
    def prepare(cls, version: str, account: Account | None) -> ContainerServer:
        """Describe the container; with an account, only its user gets in. Started by `start`."""
        port = free_port()
        secret = f"{account.user}/{account.password}" if account else "none"
        container = (
            DockerContainer(image_of(version))
            .with_bind_ports(BOLT, port)
            .with_env("NEO4J_AUTH", secret)
            .with_env("NEO4J_server_bolt_advertised__address", f"127.0.0.1:{port}")
            .with_env("NEO4J_server_memory_heap_max__size", HEAP)
            .with_env("NEO4J_dbms_usage__report_enabled", "false")
        )
        return cls(f"bolt://127.0.0.1:{port}", account, container=container)

    def start(self) -> None:
        if not self._is_created:
            self.container.start()
            self._is_created = True
        elif not self._is_running():
            self.container.get_wrapped_container().start()
        wait_until_it_answers(self, self._is_running, STARTS_WITHIN)

    def stop(self) -> None:
        self.container.get_wrapped_container().stop()

    def kill(self) -> None:
        self.container.get_wrapped_container().kill()

    def remove(self) -> None:
        self.container.stop()

    def _is_running(self) -> bool:
        container = self.container.get_wrapped_container()
        container.reload()
        return bool(container.status == "running")
