"""The open pair: read, compared, laid out in rows, decided on, corrected and annotated."""
