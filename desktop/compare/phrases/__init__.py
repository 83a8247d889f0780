"""Set phrases and terms: what they are, and how their use differs (pure)."""
