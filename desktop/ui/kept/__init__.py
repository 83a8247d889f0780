"""What is kept of how a pair was looked at, and words that are not saved yet."""
