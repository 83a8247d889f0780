"""What is looked for, in the open pair and in the whole library."""
