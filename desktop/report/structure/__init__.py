"""How a report is built: paragraphs, headings and how they nest (pure)."""
