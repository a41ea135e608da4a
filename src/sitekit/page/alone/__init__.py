"""Programs that a reader copies: what a listing needs, with it and alone.

``modules`` tells where the names of the project's modules come from, ``closure`` what
their definitions need in turn; ``pieces`` takes the blocks of a page apart, ``naming``
and ``namespaces`` say what is called how, ``program`` writes it all down, ``copies``
does so for a page.
"""
