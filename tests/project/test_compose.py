"""What compose.yaml and the Dockerfile name exists. Docker itself is not asked here."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from streamlit.web.cli import main_run

from commands import main
from tests.neo4j.assembled import wanted_version
from tests.project.project_files import project_files

PUBLISHED = re.compile(r"127\.0\.0\.1:(\d+):(\d+)")
PASSWORD_OR_NONE = "${NEO4J_PASSWORD:+neo4j/}${NEO4J_PASSWORD:-none}"


@pytest.fixture(scope="module")
def services(checkout: Path) -> dict[str, Any]:
    return dict(yaml.safe_load((checkout / "compose.yaml").read_text(encoding="utf-8"))["services"])


@pytest.fixture(scope="module")
def dockerfile(checkout: Path) -> list[list[str]]:
    """Its instructions, each in words."""
    text = (checkout / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [words for line in text.splitlines() if (words := shlex.split(line, comments=True))]


def commands_of(service: dict[str, Any]) -> list[list[str]]:
    """The commands that a service runs one after the other, each in words."""
    shell, flag, line = [*service["command"], "", "", ""][:3]
    if (shell, flag) != ("sh", "-c"):
        return [service["command"]]
    return [shlex.split(part) for part in line.split("&&")]


def test_the_services_start_in_order(services: dict[str, Any]) -> None:
    assert set(services) == {"neo4j", "load", "app"}
    assert services["load"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert services["app"]["depends_on"] == {
        "load": {"condition": "service_completed_successfully"}
    }
    assert "healthcheck" in services["neo4j"]


def test_everything_is_published_to_this_machine_only(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert len(ports) == 3
    assert [port for port in ports if not PUBLISHED.fullmatch(port)] == []


def test_the_server_is_of_the_version_that_is_tested(services: dict[str, Any]) -> None:
    version = services["neo4j"]["image"].removeprefix("neo4j:").removesuffix("-community")
    assert wanted_version().startswith(f"{version}.")


def test_loading_runs_commands_that_there_are(services: dict[str, Any]) -> None:
    run = commands_of(services["load"])
    assert [words[:2] for words in run] == [["mandates", "build"], ["mandates", "load"]]
    for _, name, *arguments in run:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        context = command.make_context(name, list(arguments))  # refuses what it does not know
        assert context.params


def test_the_app_is_served_from_what_was_loaded(services: dict[str, Any], checkout: Path) -> None:
    ((program, verb, page, *flags),) = commands_of(services["app"])
    assert (program, verb) == ("streamlit", "run")
    assert (checkout / page).is_file()
    known = {option for parameter in main_run.params for option in parameter.opts}
    assert {flag.partition("=")[0] for flag in flags} <= known
    port = next(flag.partition("=")[2] for flag in flags if flag.startswith("--server.port="))
    assert f"127.0.0.1:{port}:{port}" in services["app"]["ports"]
    (loaded,) = (words[-1] for words in commands_of(services["load"]) if words[1] == "load")
    assert services["app"]["environment"]["MANDATES_STORE"] == loaded
    assert loaded == "bolt://neo4j:7687"  # the name of the service, inside its network


def test_one_password_is_enough_for_all_of_them(services: dict[str, Any]) -> None:
    assert services["neo4j"]["environment"]["NEO4J_AUTH"] == PASSWORD_OR_NONE
    for name in ("load", "app"):
        environment = services[name]["environment"]
        assert environment["NEO4J_USERNAME"] == "${NEO4J_PASSWORD:+neo4j}"
        assert environment["NEO4J_PASSWORD"] == "${NEO4J_PASSWORD:-}"


def test_what_is_mounted_and_copied_is_there(
    services: dict[str, Any], dockerfile: list[list[str]], checkout: Path
) -> None:
    working_folder = next(words[1] for words in dockerfile if words[0] == "WORKDIR")
    (mounted,) = services["load"]["volumes"]
    source, target, _ = mounted.split(":")
    assert (checkout / source).is_dir()
    assert target == f"{working_folder}/data"
    copied = [words[1] for words in dockerfile if words[0] == "COPY" and "--from" not in words[1]]
    assert copied
    assert [name for name in copied if not (checkout / name).exists()] == []


def test_nothing_that_the_image_needs_is_left_out(checkout: Path) -> None:
    left_out = (checkout / ".dockerignore").read_text(encoding="utf-8").split()
    kept = project_files(checkout, "commands", "graph", "ingest", "views", "data", ".streamlit")
    assert kept
    for pattern in left_out:
        assert [name for name in kept if Path(name).match(pattern)] == []
    assert all(not Path("pyproject.toml").match(pattern) for pattern in left_out)
