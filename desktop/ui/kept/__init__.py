"""What is kept of how a pair was read and looked at."""
