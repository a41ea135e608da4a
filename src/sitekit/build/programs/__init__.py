"""Programs run: what they print, on other machines, whether claims hold."""
