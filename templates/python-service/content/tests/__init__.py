"""Tests; `python -m unittest` runs them."""
