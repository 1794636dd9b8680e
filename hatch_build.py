"""What the wheel carries beside the packages, so that `mandates app` works in an empty folder."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLED = ("app.py", "data", "docs/accuracy.json", ".streamlit/config.toml")


class BundleHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the app's entry page, its settings, the digests and the figures under `commands/_bundle`.

    An editable install gets nothing: there `commands.bundle` finds the originals in the checkout,
    and a copy beside them would go stale.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        for name in BUNDLED:
            build_data["force_include"][name] = f"commands/_bundle/{name}"
