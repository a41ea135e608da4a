"""Pictures: drawn by programs, in the style of the site, one for both schemes."""
