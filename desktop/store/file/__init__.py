"""The file below the library: SQLite, its connection, and rows with their seals."""
