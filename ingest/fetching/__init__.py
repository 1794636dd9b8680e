"""Fetching: single documents, on a user's request, from the official site.

A document stands at one permanent address, `https://docs.un.org/<language>/<symbol>`. What answers
there may be the document, or a page that shows it; the page names the files it offers. Nothing else
is followed: this is no crawler.
"""

from ingest.fetching.files import file_name, keep
from ingest.fetching.offers import Offer, offers
from ingest.fetching.site import Answer, Site, SiteClient

__all__ = ["Answer", "Offer", "Site", "SiteClient", "file_name", "keep", "offers"]
