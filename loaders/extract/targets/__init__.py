"""Targets and baselines."""
