"""Qt models, one for each kind of value; read-only over tuples."""
