"""Two reports: which sections and statements correspond, and what changed between them (pure)."""
