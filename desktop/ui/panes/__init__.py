"""The two reports side by side: text, marks, ribbons and rulers."""
