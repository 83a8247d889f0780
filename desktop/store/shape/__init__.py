"""The tables of a library: how they must look, and how an older one gets there."""
