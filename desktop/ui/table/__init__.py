"""The aligned table: the second view, row by row what the Word table prints."""
