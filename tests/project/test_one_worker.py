"""Tests of one file, and all that ask Neo4j, are sent to one worker."""

from __future__ import annotations

import os

import pytest


@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="tests run one by one here")
def test_a_test_carries_the_name_of_its_group(request: pytest.FixtureRequest) -> None:
    """pytest-xdist writes the group behind the id; where it does not, groups are torn apart."""
    assert request.node.nodeid.endswith(f"@{request.node.path}")
