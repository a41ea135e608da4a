"""One measured agreement, of the project that the tests of `sitekit` make up."""

from sitekit.page.ledger import Entry

SOURCE, TEST = "src/chainrule/nn/line.py", "tests/chainrule/nn/test_line.py"
ENTRY = Entry(
    unit="line",
    test=f"{TEST}::test_line[3]",
    against="numpy.polyval",
    relative=1e-16,
    rtol=1e-14,
    absolute=0.0,
    atol=1e-20,
    dtype="float64",
    device="cpu",
    objects=(f"{SOURCE}:line",),
)
