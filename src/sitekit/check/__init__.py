"""What only tests ask."""
