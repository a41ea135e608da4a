"""What turns pages into the site, in four rooms, each of which may use those above it.

``page``
    What a page and a program are: where they live (``paths``), how they are written
    (``markup``, ``expand``), what code needs (``uses``), what the project is called
    (``project``), what a program is and printed (``programs``, ``record``, ``claims``,
    ``outputs``, ``pictures``), which page shows it (``shown``), what the tests measured
    (``ledger``, ``proofs``, ``printed``), tables and references (``files``,
    ``bibliography``); what was made before (``memo``).
``render``
    Python-Markdown extensions, one a file: listings with their badge, code in colour,
    figures, formulas (``texmath``, set by ``katex``), quoted numbers, terms, tables,
    references. All that a reader sees is made here, so that any generator of static
    sites can have it.
``build``
    Steps around MkDocs (``site``, which one reads first), in rooms: ``programs`` run
    (``outputs``, ``worlds``, ``forked``, ``claims``), ``figures`` are drawn
    (``drawing``, ``svg``, ``style``), pages become notebooks and one notebook a page
    (``jupyter``), and what is built is finished (``finish``): redirects, search,
    source pages, lighter fonts and styles, the archive; of what is built a ``book`` is
    made, as EPUB and PDF. ``hooks`` is what only MkDocs
    knows; with it builds and a server are quick (``kept``, ``supply``, ``slim``).
    ``skeleton`` begins a new page.
``check``
    What only tests ask. ``plugin`` is pytest's: ``listings`` runs what a reader
    copies, ``oracle`` gives ``agree`` and ``equation``; ``equations`` evaluates what
    a page prints; ``prose`` and ``typed`` read sentences; ``touched`` knows which
    tests can tell a change, ``choosing`` collects these alone.

``render`` and ``page`` know nothing of ``build`` and ``check``, nor these of each other
(`make lint` holds it). A test of ``sitekit/x/y.py`` is ``tests/sitekit/x/test_y.py``.
"""
