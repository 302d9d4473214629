"""The version of the rules: part of the provenance of every statement."""

VERSION = "0.1.0"
