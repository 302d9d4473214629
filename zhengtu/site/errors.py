"""What may go wrong with a site."""


class SiteError(Exception):
    """The site cannot be written; ``str`` is one line for the user."""
