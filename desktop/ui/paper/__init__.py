"""Documents and reports on paper and as PDF, set by Qt."""
