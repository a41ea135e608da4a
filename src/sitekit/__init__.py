"""What turns pages into the site, in four rooms, each of which may use those above it.

``page``
    What a page and a program are: where they live (``paths``), how they are written
    (``markup``, ``expand``), what code needs (``uses``), the listings of a page and
    which of them each needs (``blocks``, by ``names``, ``calls``, ``known``), which of
    them run in a browser (``browser``), what the project is called (``project``), what
    a program is and printed (``programs``, ``record``, ``claims``, ``outputs``,
    ``near``, ``pictures``), which page shows it (``shown``), what the tests measured
    (``ledger``, ``proofs``, ``printed``), tables and references (``files``,
    ``bibliography``); what was made before (``memo``).
``render``
    Python-Markdown extensions, one a file: listings with their badge and what one can
    do with them (``actions``), code in colour, figures, formulas (``texmath``, set by
    ``katex``), quoted numbers, terms, tables, references. All that a reader sees is
    made here, so that any generator of static sites can have it.
``build``
    Steps around MkDocs (``site``, which one reads first), in rooms: ``programs`` run
    (``outputs``, ``worlds``, ``forked``, ``claims``), ``figures`` are drawn
    (``drawing``, ``svg``, ``style``), pages become notebooks and one notebook a page
    (``jupyter``), and what is built is finished (``finish``): redirects, search,
    source pages, lighter fonts and styles, programs to copy, Python for readers'
    browsers (what runs in them is in ``browser``), the archive; of what is built a
    ``book`` is made, as EPUB and PDF. ``hooks`` is what only MkDocs knows; with it
    builds and a server are quick (``kept``, ``beside``, ``supply``, ``slim``), in
    processes that end with it (``workers``). ``skeleton`` begins a new page,
    ``vendor`` looks after what was vendored.
``check``
    What only tests ask. ``plugin`` is pytest's: ``listings`` runs what a reader
    copies, ``oracle`` gives ``agree`` and ``equation``; ``equations`` evaluates what
    a page prints; ``prose`` and ``typed`` read sentences; ``touched`` knows which
    tests can tell a change, ``choosing`` collects these alone.

``render`` and ``page`` know nothing of ``build`` and ``check``, nor these of each other
(`make lint` holds it). A test of ``sitekit/x/y.py`` is ``tests/sitekit/x/test_y.py``.
"""
