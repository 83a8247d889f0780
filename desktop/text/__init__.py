"""Characters, words and numbers of Chinese text: pure functions, nothing of reports."""
