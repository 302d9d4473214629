"""Mentions → registry entries: places by name and surroundings, agencies by name and jurisdiction."""

from loaders.link.agencies import AgencyResolver, Resolved
from loaders.link.groups import Group
from loaders.link.places import find_places

__all__ = ["AgencyResolver", "Group", "Resolved", "find_places"]
