"""How the site is made from the Markdown in this folder: `make docs`.

It is opened from a folder as often as from a server, and where there is no network: no page loads
anything from another host, search included.
"""

from __future__ import annotations

from importlib.metadata import version as version_of

import click
from sphinx.application import Sphinx

project = "Mandates"
author = "Mandates contributors"
version = release = version_of("mandates")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_click"]
source_suffix = {".md": "markdown"}
nitpicky = True
# Types of others are named and not linked: their documentation is elsewhere.
nitpick_ignore_regex = [("py:.*", r"(?!graph\.).*|graph\.(ogm\.Kind|stores\.neo4j\..*)")]
autodoc_default_options = {
    "members": True,
    "undoc-members": True,
    "member-order": "bysource",
    "exclude-members": "__init__",  # records are answers: nobody but us makes them
}
autodoc_class_signature = "separated"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
# Docstrings and help texts put names between single backticks.
default_role = "literal"
# A quotation mark or two strokes in an example are typed as they stand.
smartquotes = False

# Pygments knows no parameters ($name) and no path patterns of newer Cypher; it colours the rest.
# What has a field called `type` is not meant where an annotation says type[…].
suppress_warnings = ["misc.highlighting_failure", "ref.python"]

# A heading is linked as GitHub links it: page.md#words-of-the-heading.
myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]

# On the page of Python its sections are contents enough.
toc_object_entries = False

html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = [("site.js", {"defer": "defer"})]
# A page opened from a folder may not fetch other pages, so no excerpts of them stand among results.
html_show_search_summary = False
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
# Search finds every name; an index of them would be a page that nothing leads to.
html_use_index = False
html_domain_indices = False


def setup(app: Sphinx) -> None:
    app.connect("sphinx-click-process-description", _show_examples_as_code)


def _show_examples_as_code(app: Sphinx, context: click.Context, lines: list[str]) -> None:
    """The examples at the end of a help text, which the terminal shows as they stand."""
    if "| Example:" in lines:
        first = lines.index("| Example:") + 1
        typed = [line.removeprefix("|").strip() for line in lines[first:]]
        shown = [f"   $ {line}" for line in typed if line]
        lines[first - 1 :] = [".. code-block:: console", "", *shown, ""]
