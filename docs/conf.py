"""How the site is made from the Markdown in this folder: `make docs`.

It is opened from a folder as often as from a server, and where there is no network: no page loads
anything from another host, search included.
"""

from importlib.metadata import version as version_of

project = "Mandates"
author = "Mandates contributors"
version = release = version_of("mandates")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_click"]
source_suffix = {".md": "markdown"}
nitpicky = True

# A heading is linked as GitHub links it: page.md#words-of-the-heading.
myst_heading_anchors = 3

html_theme = "furo"
html_title = project
# A page opened from a folder may not fetch other pages, so no excerpts of them stand among results.
html_show_search_summary = False
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_domain_indices = False
