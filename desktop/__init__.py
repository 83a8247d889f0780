"""Duikan 对勘."""

__version__ = "0.1.0"
