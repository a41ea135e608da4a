"""What a page is, and what its programs are."""
