"""Where a vector stands in its sequence."""
