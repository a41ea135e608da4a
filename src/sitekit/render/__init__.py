"""Python-Markdown extensions: from a page to its HTML."""
