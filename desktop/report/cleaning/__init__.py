"""The text of a file → the text of a report: lines rejoined, noise set aside (pure)."""
