"""Steps around MkDocs: from pages to the finished site."""
