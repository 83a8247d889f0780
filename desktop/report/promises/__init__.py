"""What a report promises: its statements, commitments and targets (pure)."""
