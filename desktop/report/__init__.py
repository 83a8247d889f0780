"""One report: its outline, the roles of its parts, its statements, commitments and targets."""
