"""Texts as numbers: words, pairs of characters, concepts and directions of meaning (pure)."""
