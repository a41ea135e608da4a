"""The beams on the screen are those of ``chainrule.generation.beam_search``."""

from itertools import product

import pytest
import torch
from helpers.explorer import program
from playwright.sync_api import expect

from chainrule.generation import PrefixDecoder, beam_search

NAME = "sequences/decoding-and-seq2seq/tree"
TABLES = program(NAME)["explore"]()
WIDTHS, ALPHAS = (1, 2, 3, 4), [n / 10 for n in range(11)]
BEGIN, END, TOKENS = 0, 1, "?.ab"
BEAMS = """() => [...document.querySelectorAll("#fig-tree [data-said]")]
  .filter(e => e.dataset.said).map(e => [e.dataset.said, ...[
    ...e.parentElement.querySelectorAll("[data-value]")].map(n => +n.dataset.value)])
"""


def decoder(table):
    """Of the logarithms that Python wrote, in float64."""

    def model(tokens):
        rows = []
        for row in tokens.tolist():
            said = "".join(TOKENS[n] for n in row[1:] if n > END)
            # beams that nobody can say, and those that have ended, go on somehow
            logs = table.get(said, [0.0, 0.0, 0.0])
            logs = [-torch.inf if log is None else log for log in logs]
            rows.append([-torch.inf, *logs, -torch.inf][:4])
        return torch.tensor(rows, dtype=torch.float64)[:, None]

    return PrefixDecoder(model)


def beams(table, k, alpha, steps):
    """(said, p, length, score) after so many steps, best first."""
    found = beam_search(decoder(table), BEGIN, END, steps, k, alpha)
    for row, score in zip(*(each[0] for each in found), strict=True):
        said = "".join(TOKENS[n] for n in row)
        said = said[: said.find(".") + 1 or None]
        if score > -torch.inf:
            p = (score * ((5 + len(said)) / 6) ** alpha).exp()
            yield [said, p.item(), len(said), score.item()]


@pytest.mark.built
@pytest.mark.browser
@pytest.mark.parametrize("name", TABLES)
def test_every_step_is_that_of_beam_search(explorer, name):
    table = TABLES[name]
    deepest = max(map(len, table)) + 1
    states = [
        {"table": name, "width": k, "alpha": alpha, "step": step}
        for k, alpha, step in product(WIDTHS, ALPHAS, range(1, deepest + 1))
    ]
    for state, shown in zip(states, explorer(NAME).each(states, BEAMS), strict=True):
        found = list(beams(table, state["width"], state["alpha"], state["step"]))
        assert [one[0] for one in shown] == [one[0] for one in found], state
        for ours, theirs in zip(shown, found, strict=True):
            assert ours[1:] == pytest.approx(theirs[1:], rel=1e-12), state


@pytest.mark.built
@pytest.mark.browser
class TestTheTree:
    def test_draws_what_was_kept_and_what_was_dropped(self, explorer):
        at = explorer(NAME, "zh", "width:1")
        stage = at.box.locator(".stage")
        words = "".join(stage.locator(".kept text").all_text_contents())
        assert words == "a0.600a0.240完0.120"
        assert stage.locator("g.dropped").count() == 1 + 2 + 2
        expect(at.box.get_by_role("status")).to_have_text("第 3 步：留下 a a <end>。")
        at.set(step=1)
        assert stage.locator("g").count() == 2
        at.set(step=0)
        assert not stage.locator("g").count()
        expect(at.box.get_by_role("status")).to_have_text("还什么都没说。")

    def test_the_address_brings_back_a_search(self, explorer):
        at = explorer(NAME, state="table:short,width:3,alpha:0.3,step:5")
        [best, *_] = shown = at.page.evaluate(BEAMS)
        assert best[0] == "aaaa."
        assert shown[1][0] == "."
        at.set(alpha=0.2)
        assert at.page.evaluate(BEAMS)[0][0] == "."
        before = at.page.evaluate(BEAMS)
        assert at.address() == {"table": "short", "width": "3"} | {
            "alpha": "0.2",
            "step": "5",
        }
        at.page.reload()
        assert type(at)(at.page, at.name).page.evaluate(BEAMS) == before
        at.set(table="tree")
        assert at.box.locator("[name=step]").input_value() == "3"
