"""Which sections and statements of two reports belong together (pure)."""
