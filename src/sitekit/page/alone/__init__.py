"""Programs that a reader copies: what a listing needs, with it and alone.

``scopes`` tells which names are a module's own, ``modules`` where they come from,
``closure`` what their definitions need in turn; ``pieces`` takes the blocks of a page
apart, ``naming`` and ``spaces`` say what is called how, ``program`` writes it all down,
``copies`` does so for a page.
"""
