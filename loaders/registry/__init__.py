"""The registry of agencies and places: general knowledge that every document shares."""

from loaders.registry.entries import Agency, Organ, Place
from loaders.registry.jurisdictions import jurisdiction_of
from loaders.registry.paths import ontology_dir
from loaders.registry.registry import Registry, load_registry, short_place_names

__all__ = ["Agency", "Organ", "Place", "Registry", "jurisdiction_of", "load_registry", "ontology_dir", "short_place_names"]
