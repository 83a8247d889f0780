"""The numbers of two reports: which are of one indicator, and which became each other (pure)."""
