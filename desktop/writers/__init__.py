"""Comparison and annotations → bytes, one module for each format; one call that writes a file."""
