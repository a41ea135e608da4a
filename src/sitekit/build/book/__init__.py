"""The site as a book for each language, to read on paper and on an e-reader.

``contents`` reads the chapters from the built site, in the order of its navigation;
``chapter`` leaves what a book can show of a page; ``links`` lead to the same places
in it; ``front`` is its title page and its table of contents. Then ``epub`` (with
``mathml`` and ``pictures``) and ``pdf`` make a file of it each; ``make`` makes all.
"""
