"""Set phrases and terms: what they are, how their use differs, where they stand (pure)."""
