"""The site: every page of it from a store, one at a time for a server, or all at once as files.

``Site`` says which pages there are and renders one, ``ServedSite`` without reading the whole store first; a view is a module in
``zhengtu.site.views``; ``write`` makes a folder of them.
"""

from zhengtu.site.errors import SiteError
from zhengtu.site.served import ServedSite
from zhengtu.site.site import Site
from zhengtu.site.write import write

__all__ = ["ServedSite", "Site", "SiteError", "write"]
