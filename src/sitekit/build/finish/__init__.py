"""Steps after the pages are built: what they lead to, and what becomes smaller."""
