"""What the library keeps, a module for each kind, with the journal and the search over all."""
